"""Small proposals, steps and entries for the store's tests; each takes what a test cares about."""

from __future__ import annotations

from typing import Any

from govflow.domain.canonical import canonical, digest_of_text
from govflow.domain.council.ballot import Ballot, BallotSeat, Given, Matter, Mode, Purpose, Via
from govflow.domain.council.position import Position
from govflow.domain.history import GENESIS, Entry, Subject, chained
from govflow.domain.proposal import Proposal, Revision
from govflow.domain.step import Step, StepState
from govflow.store import DocumentRow, Kind, PositionRow, Rendition, UnitOfWork
from govflow.store.decisions import DecisionRow

AT = "2025-05-01T01:02:03.000004Z"
DEFINITION = digest_of_text("a definition")

A_PROPOSAL = Proposal(
    reference="MOF-2025-0001",
    key="k1",
    workflow="it_investment",
    definition=DEFINITION,
    ministry="mof",
    title="年金記録システムの更改",
    state="draft",
    role="pmo_clerk",
    state_since="2025-05-01",
    entered_seq=1,
    due_on="2025-05-30",
    amount=120_000_000,
    part_of=None,
    fiscal_year=2025,
    revision=1,
    revision_digest="0" * 64,
    records={},
    version=1,
)

A_STEP = Step(
    reference="MOF-2025-0001",
    number=1,
    name="ciso",
    role="ciso",
    ministry="mof",
    subject="",
    state=StepState.OPEN,
    asked_seq=2,
    asked_on="2025-05-02",
    due_on="2025-05-16",
    lasting=False,
)


def proposal(reference: str = "MOF-2025-0001", **changes: Any) -> Proposal:
    return A_PROPOSAL._replace(reference=reference, key=changes.pop("key", reference), **changes)


def step(number: int = 1, **changes: Any) -> Step:
    return A_STEP._replace(number=number, **changes)


def revision(reference: str = "MOF-2025-0001", number: int = 1, **content: Any) -> Revision:
    return Revision.of(reference, number, content=content, recorded_at=AT, person="kono.haru")


def entry(seq: int, *, previous: str = GENESIS, subject: str = "MOF-2025-0001", **changes: Any) -> Entry:
    fields = {
        "kind": "proposal",
        "subject": subject,
        "seq": seq,
        "recorded_at": AT,
        "effective_on": "2025-05-01",
        "trigger": "submit",
        "step": None,
        "from_state": "draft",
        "to_state": "pmo_check",
        "actor_kind": "person",
        "person": "kono.haru",
        "office": "mof.pmo_clerk",
        "role": "pmo_clerk",
        "via": "own",
        "on_behalf_of": None,
        "cause": None,
        "definition": DEFINITION,
        "revision": None,
        "note": "よろしくお願いします",
        "payload": canonical({"amount": 5, "何": ["a", None]}),
        "facts": canonical({"amount": None}),
        "changes": "{}",
        "previous": previous,
    }
    return chained(Entry(**(fields | changes)))


def subject(reference: str = "MOF-2025-0001") -> Subject:
    return Subject("proposal", reference)


def document(number: str = "DM-2025-0001", **changes: Any) -> DocumentRow:
    row = DocumentRow(
        number=number,
        subject="proposal",
        reference="MOF-2025-0001",
        kind="decision_memo",
        fiscal_year=2025,
        serial=1,
        seq=1,
        template="decision_memo",
        context="{}",
        context_digest=digest_of_text("{}"),
        issued_at=AT,
        supersedes=None,
    )
    return row._replace(**changes)


def rendition(number: str = "DM-2025-0001", language: str = "ja") -> Rendition:
    return Rendition(number, language, "t" * 64, "# 決定\n", digest_of_text("# 決定\n"), AT)


def add_definition(
    work: UnitOfWork, *, digest: str = DEFINITION, version: int = 1, kind: Kind = "workflow"
) -> None:
    work.definitions.add(
        kind,
        "it_investment",
        version,
        digest=digest,
        source="source",
        file="f.yaml",
        content="{}",
        recorded_at=AT,
    )


def add_proposal(work: UnitOfWork, reference: str = "MOF-2025-0001", **changes: Any) -> Proposal:
    """A proposal and, where it is the first, the definition it runs under."""
    if work.definitions.get("workflow", DEFINITION) is None:
        add_definition(work)
    added = proposal(reference, **changes)
    work.proposals.add(added, added.title)
    return added


def ballot() -> Ballot:
    return Ballot(
        reference="CIO-2025-B001",
        body="cio_council",
        charter="c" * 64,
        mode=Mode.OPEN,
        purpose=Purpose.QUESTION,
        matter=Matter("問い"),
        rule={"base": "cast"},
        seats=(BallotSeat("mof.cio", ("mof_cio",), 10**24),),
        chairs=("cas.chair",),
        opened_at=AT,
    )


def position() -> PositionRow:
    given = Given("mof.cio", Position.BLOCK, "mof_cio", "mof.cio", Via.OWN, None, "理由", AT)
    return PositionRow.of(ballot(), given._replace(number=1, round=1))


def decision() -> DecisionRow:
    return DecisionRow(
        number="CIO-2025-D001",
        body="cio_council",
        fiscal_year=2025,
        serial=1,
        decided_on="2025-05-01",
        outcome="PASSED",
        title="問い",
        title_en="Question",
        proposal=None,
        meeting=None,
        ballot="CIO-2025-B001",
        content="{}",
        digest=digest_of_text("{}"),
        public="{}",
        public_digest=digest_of_text("{}"),
        recorded_at=AT,
    )
