"""Nothing that is closed to somebody leaves the store: markers planted in every field are looked for in every view.

A proposal goes the straight way; in every state everybody looks at everything, in both languages.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, is_dataclass
from typing import Any

import pytest
from government import ROUTE, Government, codes
from reading_rules import READERS, may_read

import govflow
from govflow.domain.reading_policy import Access, Reader, Standing, access
from govflow.errors import GovflowError, NotAuthorised
from govflow.messages import LANGUAGES

MARKED: dict[str, Any] = {
    "title": "印題名一",
    "title_en": "marktitletwo",
    "amount": 100_000_000,
    "previous_amount": 71_000_003,
    "previous_executed": 71_000_004,
    "bureau": "印部局五",
    "project_office": "印推進六",
    "programme_id": "marknumberseven",
    "system_id": "marksystemeight",
    "legal_basis": "印根拠九",
    "problem": "印課題十",
    "purpose": "印目的十一",
    "outline": "印概要十二",
    "options": "印代替十三",
    "users": "印利用十四",
    "kpis": ["印指標十五"],
    "schedule": "印日程十六",
    "planned_price": 71_000_017,
    "risks": "印危険十八",
    "vulnerabilities": "印脆弱十九",
    "duplicates_checked": "印重複二十",
    "source": "印出典二一",
}
"""A marker for each field that can hold one, found nowhere else; the amount is that of the straight way."""

Rule = Callable[..., Access]


def written(value: Any) -> list[str]:
    """A marker as it may be written."""
    if isinstance(value, list):
        return [str(value[0])]
    return [str(value), f"{value:,}"] if isinstance(value, int) else [str(value)]


def told(value: Any) -> str:
    """Everything that an answer holds."""
    plain = asdict(value) if is_dataclass(value) and not isinstance(value, type) else value
    return json.dumps(
        plain, ensure_ascii=False, default=lambda each: told(each) if is_dataclass(each) else str(each)
    )


def views(session: govflow.Session, reference: str) -> Iterator[tuple[str, Callable[[], Any]]]:
    """Every way to look at a proposal."""
    yield "show", lambda: govflow.show(session, reference)
    yield "history", lambda: govflow.history(session, reference)
    yield "why", lambda: govflow.why(session, reference)
    yield "compare", lambda: govflow.compare(session, reference, every=True)
    yield "post reviews", lambda: govflow.list_post_reviews(session)
    yield "inbox", lambda: govflow.inbox(session)
    yield "list", lambda: govflow.list_proposals(session)
    yield "overdue", lambda: govflow.overdue(session)
    yield "conditions", lambda: govflow.list_conditions(session)
    yield "documents", lambda: govflow.list_documents(session)
    yield "stats", lambda: govflow.stats(session)
    yield "refusals", lambda: govflow.list_refusals(session)
    yield "commitments", lambda: govflow.list_commitments(session)
    yield "decisions", lambda: govflow.list_decisions(session)
    yield "ballots", lambda: govflow.list_ballots(session)
    for lang in LANGUAGES:
        yield f"memo {lang}", lambda lang=lang: govflow.memo(session, reference, lang=lang)  # type: ignore[misc]
        for series in ("EN", "DM", "DR", "NT"):
            number = f"{series}-2025-0001"
            yield (
                f"{number} {lang}",
                lambda number=number, lang=lang: govflow.document(session, number, lang=lang),  # type: ignore[misc]
            )
    yield (
        "act",
        lambda: govflow.act(session, govflow.Act(reference, "approve", payload={"amount": 1}), dry_run=True),
    )


def looked_at(view: Callable[[], Any]) -> str:
    """What somebody is told, be it a refusal."""
    try:
        return told(view())
    except GovflowError as refused:
        return "\n".join(sentence for lang in LANGUAGES for sentence in refused.sentences(lang))


DOCUMENT_FIELDS = frozenset(MARKED) - {"planned_price", "vulnerabilities"}
"""What documents may tell to whom they are open."""


def leaks(government: Government, reference: str, state: str) -> list[tuple[str, str, str]]:
    """Who is told what in which view and may not read it; and who is not shown what is open."""
    found: list[tuple[str, str, str]] = []
    for person in READERS:
        session = government.person(person)
        open_fields = {name for name in MARKED if may_read(person, state, name)}
        for name, view in views(session, reference):
            text = looked_at(view)
            allowed = open_fields | (
                DOCUMENT_FIELDS if open_fields and name[:2] in ("DM", "NT", "me") else set()
            )
            closed = (field for field in MARKED if field not in allowed)
            found += [
                (person, name, field) for field in closed if any(m in text for m in written(MARKED[field]))
            ]
            if name == "show":
                hidden = (f for f in open_fields if not any(m in text for m in written(MARKED[f])))
                found += [(person, "not shown", field) for field in hidden]
        for field, marker in MARKED.items():
            text = written(marker)[0]
            lines = govflow.list_proposals(session, govflow.Filters(text=text)).lines
            if lines and field not in open_fields:
                found.append((person, "search", field))
    return found


@pytest.fixture
def marked(cabinet: Government) -> tuple[Government, str]:
    government = cabinet
    government.organise(more_offices={"cas.auditor": ("auditor", "cas")})
    govflow.load_body(government.session, "cio_council")
    return government, government.draft(**MARKED, affected_ministries=["mhlw"])


def _on(government: Government, reference: str, state: str) -> None:
    if state == "coordination":
        government.act("mhlw_cio", "affected_ministry_opinion.no_objection", reference)
    for person, trigger, payload in ROUTE[state]:
        if person == "cio_council":
            government.fire(reference, trigger, **payload, **government.replies(reference, trigger))
        else:
            government.act(
                person.format(m="mof"),
                trigger,
                reference,
                **payload,
                **government.replies(reference, trigger),
            )


def test_nobody_is_told_in_any_view_what_is_closed_and_everybody_sees_what_is_open(
    marked: tuple[Government, str],
) -> None:
    government, reference = marked
    for state in [*ROUTE, "closed"]:
        assert government.state(reference) == state
        assert leaks(government, reference, state) == [], state
        if state in ROUTE:
            _on(government, reference, state)


def test_an_access_that_says_yes_to_everything_is_found_out(
    marked: tuple[Government, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    government, reference = marked

    def yes(policy: Any, reader: Reader, standing: Standing) -> Access:
        return access(policy, reader._replace(everything=True), standing)

    monkeypatch.setattr("govflow.services.access.access", yes)
    assert leaks(government, reference, "draft")


def test_while_a_returned_proposal_is_redrafted_others_read_what_was_endorsed(
    marked: tuple[Government, str],
) -> None:
    government, reference = marked
    for state in ("draft", "pmo_check", "ministry_review"):
        _on(government, reference, state)
    government.act("secretariat", "return", reference, note="目的を補うこと")
    clerk, centre = government.person("mof_clerk"), government.person("secretariat")
    again = {**government_content(), "title": "書き直し中", "purpose": "改めた目的", "amount": 90_000_000}
    govflow.submit(clerk, again, key=govflow.show(clerk, reference).key, draft=True)
    inside, outside = govflow.show(clerk, reference), govflow.show(centre, reference)
    assert (inside.title, inside.amount, inside.revision["number"]) == ("書き直し中", 90_000_000, 2)
    assert (outside.title, outside.amount, outside.revision["number"]) == ("印題名一", 100_000_000, 1)
    assert [line.title for line in govflow.list_proposals(centre).lines] == ["印題名一"]
    assert not govflow.list_proposals(centre, govflow.Filters(text="書き直し中")).lines
    assert [entry["trigger"] for entry in govflow.history(centre, reference)][-1] == "return"
    assert "revise" in [entry["trigger"] for entry in govflow.history(clerk, reference)]
    for state in ("draft", "pmo_check", "ministry_review"):
        _on(government, reference, state)
    assert govflow.show(centre, reference).title == "書き直し中"
    assert government.problems() == []


def government_content() -> dict[str, Any]:
    return {
        **MARKED,
        "ministry": "mof",
        "fiscal_year": 2026,
        "kind": "renewal",
        "affected_ministries": ["mhlw"],
    }


def test_a_refusal_says_who_reads_it_and_from_when_on(marked: tuple[Government, str]) -> None:
    government, reference = marked
    with pytest.raises(NotAuthorised) as told_so:
        govflow.show(government.person("secretariat"), reference)
    assert codes(told_so.value) == [
        "read.closed",
        "read.opens_once",
        "read.opens_by_asking",
        "read.opens_once",
    ]


def test_an_account_of_nobody_reads_nothing_in_a_real_store(marked: tuple[Government, str]) -> None:
    government, reference = marked
    stranger = govflow.open(government.url, account="nobody-at-all", clock=lambda: government.moment)
    with stranger:
        assert govflow.show(stranger, reference).whole, "in a demonstration one looks on"
        stranger.store.info = stranger.store.info._replace(demonstration=False)
        for view in (govflow.show, govflow.history, govflow.why):
            with pytest.raises(NotAuthorised) as told_so:
                view(stranger, reference)
            assert codes(told_so.value) == ["read.nobody"]


def test_an_auditor_reads_everything_and_acts_on_nothing(marked: tuple[Government, str]) -> None:
    government, reference = marked
    auditor = government.person("auditor")
    assert govflow.show(auditor, reference).closed == ()
    for trigger in ("submit", "discard", "withdraw"):
        with pytest.raises(GovflowError):
            govflow.act(auditor, govflow.Act(reference, trigger, note="試み"), dry_run=True)
    assert not govflow.inbox(auditor).lines
