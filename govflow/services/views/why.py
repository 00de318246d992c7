"""Why a proposal stands where it stands: since when, who must act, and what each possible act still needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from govflow.domain.authority import Holder, Via, denial, who_may
from govflow.domain.facts import Facts
from govflow.domain.proposal import Proposal
from govflow.domain.step import Step
from govflow.messages import Notice, Title, notice
from govflow.services.access import Reading
from govflow.services.acting.applying import not_yet_applied
from govflow.services.acting.pausing import paused_days
from govflow.services.case import Case
from govflow.services.council.matters.joint_view import still_awaited
from govflow.services.deadlines.view import WentUp, escalations_of
from govflow.services.documents.context import is_provisional
from govflow.services.names import Pair, pair
from govflow.services.session import Session
from govflow.services.views.changes import Linked, change_of, changed_by
from govflow.services.views.dossier import step_view, titles_of
from govflow.services.views.held_up import OpenIssue, Paused, issues_to_answer, missing_fields, pause_of
from govflow.services.views.ways_out import ways_out
from govflow.workflow.engine import Prospect, Tried
from govflow.workflow.parting import on_their_way

if TYPE_CHECKING:
    from govflow.store import UnitOfWork


@dataclass(frozen=True, slots=True)
class Possibility:
    """One act that the state allows: by whom, with what, and what it still needs (nothing: it may be done).

    `ways_out` say what can be done about an answer that stands in its way. `occasion` is on what it happens where
    nobody does it.
    """

    trigger: str
    title: Pair
    to: Pair
    moves: bool
    roles: tuple[Pair, ...]
    who: tuple[Mapping[str, Any], ...]
    takes: tuple[str, ...]
    needs: tuple[Notice, ...]
    ways_out: tuple[Notice, ...] = ()
    occasion: str | None = None


@dataclass(frozen=True, slots=True)
class Why:
    """The answer of `govflow why`. `waited` counts working days; `overdue` working days past the due date.

    `changes` tell what it changes and by what it is changed, `escalations` the missed dates that went up. `awaited` are
    the bodies that have still to decide with one that has. `filled_by` says of the role that is `responsible`:
    `office`; `body`, whose proceedings are waited for; `itself`. `paused`: the clock stands still. `issues` are those
    of a return that have to be replied to, `missing` the fields that a draft lacks.
    """

    reference: str
    title: str
    titles: Pair
    state: str
    state_title: Pair
    since: str
    waited: int
    due_on: str | None
    overdue: int
    responsible: Pair | None
    filled_by: str | None
    who: tuple[Mapping[str, Any], ...]
    open_steps: tuple[Mapping[str, Any], ...]
    possible: tuple[Possibility, ...]
    awaited: tuple[Notice, ...] = ()
    changes: tuple[Notice, ...] = ()
    provisional: bool = False
    escalations: tuple[WentUp, ...] = ()
    paused: Paused | None = None
    issues: tuple[OpenIssue, ...] = ()
    missing: tuple[Pair, ...] = ()


def why(session: Session, reference: str) -> Why:
    """Where a proposal stands, who must act, and what each possible act still needs.

    Whoever does not read the whole of it as it stands is not told what acts still need. NotFound for an unknown
    reference, NotAuthorised with who reads it; nothing is logged.
    """
    with session.reading() as work:
        reading = Reading(session, work)
        read = reading.case(reference)
        case, proposal = read.case, read.case.proposal
        present = read.access.whole and read.until == case.head.seq
        role = case.definition.roles[proposal.role] if proposal.role else None
        return Why(
            reference=reference,
            title=proposal.title,
            titles=titles_of(case),
            state=proposal.state,
            state_title=pair(case.definition.states[proposal.state].title),
            since=proposal.state_since,
            waited=_waited(case),
            due_on=proposal.due_on,
            overdue=_overdue(case),
            responsible=pair(role.title) if role else None,
            filled_by=role.filled_by.value if role else None,
            who=tuple(_holder_view(case, holder) for holder in case.holders_in(proposal.state)),
            open_steps=tuple(_step_view(case, step) for step in case.open_steps),
            possible=_possible(work, case) if present else (),
            awaited=tuple(_awaited(session, work, reference)),
            provisional=is_provisional(case.definition, case.trail),
            changes=tuple(_changes(reading, proposal)),
            escalations=escalations_of(work, reference, case.definition, until=read.until),
            paused=pause_of(case),
            issues=issues_to_answer(case),
            missing=missing_fields(read),
        )


def _waited(case: Case) -> int:
    """The working days in the state, without those for which the clock stood still."""
    since = date.fromisoformat(case.proposal.state_since)
    return case.calendar.between(since, case.today) - paused_days(case, until=case.today)


def _overdue(case: Case) -> int:
    """The working days since it was due."""
    due = case.proposal.due_on
    return max(-case.calendar.days_left(date.fromisoformat(due), case.today), 0) if due else 0


def _step_view(case: Case, step: Step) -> Mapping[str, Any]:
    """An open step, with whoever may answer it."""
    who = tuple(_holder_view(case, holder) for holder in case.step_holders(step))
    return {**step_view(case, step), "who": who}


def _changes(reading: Reading, proposal: Proposal) -> Iterator[Notice]:
    if (other := change_of(reading, proposal)) is not None:
        yield notice("change.change_of", other=_told(other))
    for each in changed_by(reading, proposal.reference):
        yield notice("change.changed_by", other=_told(each))


def _told(other: Linked) -> Notice | str:
    if other.state_title is None:
        return other.reference
    return notice("change.linked", reference=other.reference, state=Title(**other.state_title))


def _awaited(session: Session, work: UnitOfWork, reference: str) -> Iterator[Notice]:
    """For whom a body waits that has decided it jointly with others."""
    for ballot in (kept.value for kept in work.ballots.found(proposal=reference)):
        if bodies := still_awaited(session, work, ballot):
            titles = [Title(each["ja"], each["en"]) for each in bodies]
            yield notice("council.still_awaited", ballot=ballot.reference, bodies=titles)


def _possible(work: UnitOfWork, case: Case) -> tuple[Possibility, ...]:
    facts = case.facts(person=None, payload={})
    prospects = tuple(
        found._replace(needs=(*found.needs, *not_yet_applied(work, case, found.transition)))
        for found in _of_this_case(case.kernel.prospects(case.proposal.state, facts))
    )
    return tuple(_possibility(case, found, facts=facts, prospects=prospects) for found in prospects)


def _of_this_case(prospects: Sequence[Prospect]) -> tuple[Prospect, ...]:
    """Without the ways of an act that are for proposals with another past, and what happens of itself and leads
    nowhere."""
    tried = [
        Tried(found.transition, role_missing=False, reasons=found.needs)
        for found in prospects
        if found.transition.moves or found.transition.occasion is None
    ]
    return tuple(Prospect(one.transition, one.reasons) for one in on_their_way(tried))


def _possibility(case: Case, found: Prospect, *, facts: Facts, prospects: Sequence[Prospect]) -> Possibility:
    transition = found.transition
    of_act = facts.of_act(transition.trigger)
    unmet = [use for use in transition.guards if case.kernel.reasons((use,), of_act)]
    who = _who(case, transition.roles, trigger=transition.trigger)
    values = case.definition.values
    unfilled = () if who else _nobody(case, transition.roles, transition.trigger)
    takes = () if transition.occasion else transition.takes
    carries = (notice("why.carry", value=name, title=values[name].title) for name in takes)
    return Possibility(
        trigger=transition.trigger,
        title=pair(case.definition.triggers[transition.trigger]),
        to=pair(case.definition.states[transition.target].title),
        moves=transition.moves,
        roles=tuple(pair(case.definition.roles[role].title) for role in transition.roles),
        who=who,
        takes=transition.takes,
        needs=(*(as_of(need, case.today) for need in found.needs), *carries, *unfilled),
        ways_out=ways_out(case, transition.trigger, unmet, prospects=prospects),
        occasion=transition.occasion,
    )


def as_of(need: Notice, day: date) -> Notice:
    """The same reason as it reads on a day: an answer that was due before is overdue."""
    params = {
        name: [as_of(part, day) if isinstance(part, Notice) else part for part in value]
        if isinstance(value, list)
        else value
        for name, value in need.params.items()
    }
    late = need.code == "guard.step_open_until" and str(params["due"]) < day.isoformat()
    return Notice("guard.step_overdue" if late else need.code, params)


def _who(case: Case, roles: Iterable[str], *, trigger: str) -> tuple[Mapping[str, Any], ...]:
    matter = case.matter(trigger)
    holders = (h for duty in case.duties(roles) for h in who_may(case.directory, duty, matter))
    return tuple(_holder_view(case, holder) for holder in holders)


def _holder_view(case: Case, holder: Holder) -> Mapping[str, Any]:
    return {
        "person": holder.person,
        "name": pair(case.directory.persons[holder.person].name),
        "office": holder.capacity.office,
        "via": holder.capacity.via.value,
        "absent": holder.capacity.via is Via.OWN and case.directory.is_absent(holder.person),
    }


def _nobody(case: Case, roles: Iterable[str], trigger: str) -> tuple[Notice, ...]:
    """Why nobody can do it: offices missing or vacant."""
    return denial(case.directory, "", case.duties(roles), case.matter(trigger))
