"""Acts on a ballot by name, and whose they are: each tells every reason against it, and the ballot that it makes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Protocol

from govflow.domain.council.ballot import Ballot
from govflow.domain.council.ballot_closing import CastingVote, Close, Escalate, NoObjection, Withdraw
from govflow.domain.council.ballot_emergency import DecideAlone, Lapse
from govflow.domain.council.ballot_facts import Facts
from govflow.domain.council.ballot_proceeding import Abolish, Note, Object, Override, Reopen, Settle
from govflow.domain.council.ballot_recording import RecordMany
from govflow.domain.council.ballot_recusing import Recuse, Unrecuse
from govflow.domain.council.ballot_voting import Cast, Correct
from govflow.domain.council.rule import Rule
from govflow.messages import Notice, notice


class BallotAct(Protocol):
    """What is done to a ballot. `reasons` against it and what it has `done` depend on nothing but the ballot, its rule
    and the facts; these have to hold who holds the `offices`."""

    def offices(self, ballot: Ballot) -> Iterator[str]: ...

    def reasons(self, ballot: Ballot, rule: Rule, facts: Facts) -> Iterator[Notice]: ...

    def done(self, ballot: Ballot, rule: Rule, facts: Facts) -> Ballot: ...


class By(StrEnum):
    """Whose act it is: of who speaks for a seat (the secretariat where it is recorded), of those who run the body's
    proceedings, of the secretariat alone, of who chairs, or of whoever closes the last ballot of a joint decision."""

    SPEAKER = "speaker"
    OFFICER = "officer"
    SECRETARIAT = "secretariat"
    CHAIR = "chair"
    CLOSER = "closer"


ACTS: Mapping[str, type[BallotAct]] = {
    "cast": Cast,
    "record": RecordMany,
    "correct": Correct,
    "recuse": Recuse,
    "unrecuse": Unrecuse,
    "object": Object,
    "no_objection": NoObjection,
    "close": Close,
    "casting_vote": CastingVote,
    "withdraw": Withdraw,
    "escalate": Escalate,
    "reopen": Reopen,
    "abolish": Abolish,
    "override": Override,
    "settle": Settle,
    "note": Note,
    "decide_alone": DecideAlone,
    "lapse": Lapse,
}
BY: Mapping[type[BallotAct], By] = {
    Cast: By.SPEAKER,
    RecordMany: By.SECRETARIAT,
    Correct: By.SECRETARIAT,
    Recuse: By.SPEAKER,
    Unrecuse: By.SPEAKER,
    Object: By.SPEAKER,
    DecideAlone: By.SPEAKER,
    CastingVote: By.CHAIR,
    Settle: By.CLOSER,
}
"""Of all others, who runs the proceedings."""

MADE_LATER = (Correct,)
"""Acts on a ballot of a sitting that happen when they are recorded, also where it was held on paper."""

APART = (Override, Settle, Note, Lapse)
"""Acts on a ballot of a sitting that do not depend on its meeting."""

TRIGGERS: Mapping[type[BallotAct], str] = {act: trigger for trigger, act in ACTS.items()}


def not_recorded(act: BallotAct, facts: Facts) -> Iterator[Notice]:
    """What seats said in a meeting that was held on paper is written down; nobody says it later."""
    on_paper = facts.sitting is not None and facts.sitting.on_paper
    if on_paper and whose(act) is By.SPEAKER:
        yield notice("paper.said_there")


def about(act: BallotAct) -> str:
    """The seat or office that an act is about, empty where it is about none."""
    named: str = getattr(act, "seat", "") or getattr(act, "office", "")
    return named


def note_of(act: BallotAct) -> str:
    """The words with which it is recorded: its reason, or its text."""
    said: str = getattr(act, "reason", "") or getattr(act, "text", "")
    return said.strip()


def whose(act: BallotAct) -> By:
    """Whose act it is: what is written down for others is the secretariat's."""
    recorded = getattr(act, "recorded", False)
    return By.SECRETARIAT if recorded else BY.get(type(act), By.OFFICER)
