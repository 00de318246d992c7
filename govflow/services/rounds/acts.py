"""Acts on rounds: opening, other dates, closing. Each is the secretariat's, or whoever the definition names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TypedDict, Unpack

from govflow.domain.organisation import Directory
from govflow.domain.round import Round, RoundState, cannot_close, cannot_open, cannot_reschedule
from govflow.errors import BadInput, Problem
from govflow.messages import notice
from govflow.services.fitting import fitting_definition
from govflow.services.rounds.desk import Asked, Done, RoundDesk, at_rounds
from govflow.services.rounds.desk import RoundReceipt as RoundReceipt
from govflow.services.rounds.recounting import recounted
from govflow.services.rounds.ruling import round_of
from govflow.services.rounds.standing import addressed_by, at_closing, standings
from govflow.services.session import Session
from govflow.services.values import known_ministry
from govflow.workflow.definition import Definition
from govflow.workflow.rounds import Rounds

ALL = "all"
"""Stands for every ministry that has somebody to answer."""

_NAME = re.compile(r"[\w.\-]{1,60}")


class AskedFor(TypedDict, total=False):
    """How an act may be asked for: with a `note`, under a `key`, or as a `dry_run`."""

    note: str
    key: str | None
    dry_run: bool


def open_round(
    session: Session,
    name: str,
    *,
    fiscal_year: int,
    dates: Mapping[str, date],
    workflow: str | None = None,
    to: Sequence[str] = (ALL,),
    criteria: str = "",
    **how: Unpack[AskedFor],
) -> RoundReceipt:
    """Call for the proposals of a fiscal year: `dates` by their names in the definition, `to` ministries or `all`.

    Its dates hold for the drafts that there are already, too. Raises BadInput, NotFound, NotAuthorised, Refused (every
    reason), Conflict (key used for something else).
    """
    days = {date_name: day.isoformat() for date_name, day in dates.items()}
    values = {"workflow": workflow, "dates": days, "to": [*to], "criteria": criteria}

    def act(desk: RoundDesk) -> Done:
        definition = fitting_definition(session, desk.work, workflow, fits=_has_rounds)
        capacity, rounds = desk.capacity(definition), desk.rounds_of(definition)
        given = Round(
            reference=name,
            workflow=definition.name,
            fiscal_year=fiscal_year,
            definition=definition.digest,
            opened_at=session.stamp(),
            dates=days,
            addressees=_addressees(desk.directory, to, rounds),
            criteria=criteria.strip(),
        )
        unasked = set(given.addressees) - set(able_to_answer(desk.directory, rounds))
        rivals = [kept.value for kept in desk.work.rounds.every()]
        desk.refuse(cannot_open(given, known=rounds.dates, today=desk.today, unasked=unasked, rivals=rivals))
        before = round_of(desk.work, definition, fiscal_year)
        ruled = desk.record(None, given, capacity=capacity, note=how.get("note", ""))
        changed = recounted(desk, given, before, ruled)
        return Done(given, capacity, {"rescheduled": changed, "addressees": list(given.addressees)})

    if not _NAME.fullmatch(name):
        raise BadInput([Problem(None, notice("round.bad_name", name=name))])
    asked = _asked("open", name, {**values, "fiscal_year": fiscal_year}, how)
    return at_rounds(session, asked, act)


def _has_rounds(definition: Definition) -> bool:
    return definition.rounds is not None


def reschedule_round(
    session: Session, name: str, *, dates: Mapping[str, date], **how: Unpack[AskedFor]
) -> RoundReceipt:
    """Give a round other dates, with a note. What waits for one of them is due on the new day, in the same transaction;
    what has a due date of its own keeps it. Raises as `open_round` does."""
    days = {date_name: day.isoformat() for date_name, day in dates.items()}

    def act(desk: RoundDesk) -> Done:
        before = desk.round()
        one, note = before[0], how.get("note", "").strip()
        definition = session.definition(desk.work, one.definition)
        capacity, known = desk.capacity(definition), desk.rounds_of(definition).dates
        desk.refuse(cannot_reschedule(one, days, known=known, today=desk.today, note=note))
        old = round_of(desk.work, definition, one.fiscal_year)
        after = one._replace(dates={**one.dates, **days})
        ruled = desk.record(before, after, capacity=capacity, note=note)
        return Done(after, capacity, {"rescheduled": recounted(desk, after, old, ruled)})

    return at_rounds(session, _asked("reschedule", name, {"dates": days}, how), act)


def close_round(session: Session, name: str, **how: Unpack[AskedFor]) -> RoundReceipt:
    """Close a round, with a note: how far every addressee is then is recorded, and nothing new comes in any more. What
    was submitted goes on. Raises as `open_round` does."""

    def act(desk: RoundDesk) -> Done:
        before = desk.round()
        one, note = before[0], how.get("note", "").strip()
        definition = session.definition(desk.work, one.definition)
        capacity = desk.capacity(definition)
        desk.refuse(cannot_close(one, note=note))
        answers = desk.work.answers.every(one.workflow, one.fiscal_year)
        addressed = addressed_by(one, desk.directory)
        known = standings(answers, definition, addressed=addressed)
        after = one._replace(state=RoundState.CLOSED, answered=at_closing(one, known))
        counted = {row.reference: row.version for row in answers}
        facts = {"proposals": counted, "addressed": addressed}
        desk.record(before, after, capacity=capacity, note=note, facts=facts)
        return Done(after, capacity, {"unanswered": list(after.unanswered)})

    return at_rounds(session, _asked("close", name, {}, how), act)


def able_to_answer(directory: Directory, rounds: Rounds) -> tuple[str, ...]:
    """The ministries that have an office of their own to answer a round."""
    return tuple(dict.fromkeys(office.ministry for office in directory.offices_with(rounds.asked)))


def _addressees(directory: Directory, to: Sequence[str], rounds: Rounds) -> tuple[str, ...]:
    """Who is meant, each once; every unknown one is told."""
    return tuple(dict.fromkeys(_each(directory, to, rounds)))


def _each(directory: Directory, to: Sequence[str], rounds: Rounds) -> Iterator[str]:
    for name in to:
        if name == ALL:
            yield from able_to_answer(directory, rounds)
        else:
            yield known_ministry(name, directory)


def _asked(trigger: str, name: str, values: Mapping[str, object], how: AskedFor) -> Asked:
    said = {**values, "note": how.get("note", "")}
    return Asked(trigger, name, said, key=how.get("key"), dry_run=how.get("dry_run", False))
