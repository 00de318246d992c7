"""A joint decision as people read it: what each of its bodies came to, and which of them is still awaited."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govflow.domain.council.ballot import DECIDED, Ballot
from govflow.domain.council.ballot_checks import awaits_others
from govflow.errors import NotFound
from govflow.services.council.charters.bodies import charter_in_force
from govflow.services.council.matters.joint import bodies_of
from govflow.services.names import Pair, pair
from govflow.services.session import Session

if TYPE_CHECKING:
    from govflow.store import UnitOfWork


@dataclass(frozen=True, slots=True)
class JointBody:
    """One of the bodies that decide a text together. `outcome` is that of its own `ballot`, None as long as the body
    is `awaited`; `decision` the number of what they came to, where the body is one that decides."""

    body: str
    title: Pair
    ballot: str | None
    outcome: str | None
    decision: str | None
    awaited: bool


def joint_bodies(session: Session, work: UnitOfWork, ballot: Ballot) -> tuple[JointBody, ...]:
    """Every body of a joint decision, that of the ballot first; nothing where a body decides alone."""
    if not ballot.joint:
        return ()
    found = bodies_of(work, ballot).items()
    return tuple(_body(session, work, name, other) for name, other in found)


def others_titles(session: Session, work: UnitOfWork, ballot: Ballot) -> list[Pair]:
    """The bodies with which a body decides jointly, as they are called; nothing where it decides alone."""
    return [body_title(session, work, body) for body in ballot.joint]


def still_awaited(session: Session, work: UnitOfWork, ballot: Ballot) -> tuple[Pair, ...]:
    """The bodies that have still to decide what this one has; nothing where it waits for none."""
    every = joint_bodies(session, work, ballot) if awaits_others(ballot) else ()
    return tuple(each.title for each in every if each.awaited)


def body_title(session: Session, work: UnitOfWork, body: str) -> Pair:
    """What a body is called by its charter in force; by its name where it has none any more."""
    try:
        return pair(charter_in_force(session, work, body).title)
    except NotFound:
        return {"ja": body, "en": body}


def _body(session: Session, work: UnitOfWork, name: str, ballot: Ballot | None) -> JointBody:
    decided = ballot is not None and ballot.outcome in DECIDED
    charter = session.charter(work, ballot.charter) if ballot else None
    return JointBody(
        body=name,
        title=pair(charter.title) if charter else body_title(session, work, name),
        ballot=ballot and ballot.reference,
        outcome=ballot.outcome.value if ballot and ballot.outcome and decided else None,
        decision=ballot and ballot.decision,
        awaited=not decided,
    )
