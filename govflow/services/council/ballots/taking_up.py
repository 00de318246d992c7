"""Taking up: a body that decides outside a sitting takes a proposal that waits for it, and that nobody decides yet."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from govflow.domain.council.agenda_checks import standing
from govflow.domain.council.charter import Charter
from govflow.domain.council.item import Item
from govflow.domain.council.occasion import Occasion
from govflow.domain.deadline import fiscal_year
from govflow.domain.proposal import Proposal
from govflow.errors import NotFound, Refused
from govflow.messages import Notice, notice
from govflow.services.access import Reading
from govflow.services.acting.firing import fires
from govflow.services.council.acting.desk import Desk
from govflow.services.council.ballots.alone import against_alone
from govflow.services.council.decisions.earlier import decided_in, meetings_of
from govflow.services.council.decisions.register import running
from govflow.services.council.matters.openness import require_proposal
from govflow.workflow.definition import Definition

_WAITS = (Occasion.PLACED, Occasion.CALLED, Occasion.PASSED)
"""What leads a proposal to where a body decides it, and that it does."""


def taken_up(
    desk: Desk, charter: Charter, reference: str, *, joint: Collection[str] = (), alone: bool = False
) -> Proposal:
    """A proposal, locked, that a body is about to decide, maybe with the bodies that are `joint`, or one for it
    `alone`. NotFound; Refused with every reason."""
    found = desk.work.proposals.get(reference, lock=True)
    if found is None:
        raise NotFound(notice("acts.unknown_reference", reference=reference))
    definition = desk.session.definition(desk.work, found.definition)
    at_once = alone and fires(definition, found.state, Occasion.DECIDED_ALONE, body=charter.name)
    if not (at_once or _comes(desk, charter, found, joint)):
        require_proposal(Reading(desk.session, desk.work), reference)
    reasons = list(_reasons(desk, charter, found, joint))
    if alone:
        reasons = against_alone(desk, charter, found, reasons)
    if reasons:
        raise Refused(*reasons, next_command=f"govflow why {reference}")
    return found


def _reasons(desk: Desk, charter: Charter, proposal: Proposal, joint: Collection[str]) -> Iterator[Notice]:
    """The body is deciding it now, has decided it, or it does not wait for a body that decides: others say what they
    think of it at any time."""
    for ballot in running(desk.work, proposal=proposal.reference, body=charter.name):
        yield notice("register.is_being_decided", proposal=proposal.reference, ballot=ballot)
    items = list(_items(desk, charter.name, proposal.reference))
    definition = desk.session.definition(desk.work, proposal.definition)
    year = fiscal_year(desk.directory.day)
    before = decided_in(desk, proposal.reference, body=charter.name, year=year)
    if before and not any(item.new_facts for item in items):
        yield notice("register.decided_already", proposal=proposal.reference, ballot=before)
    if charter.decides and not _comes(desk, charter, proposal, joint):
        state = definition.states[proposal.state].title
        yield notice("register.does_not_wait", proposal=proposal.reference, body=charter.title, state=state)


def _comes(desk: Desk, charter: Charter, proposal: Proposal, joint: Collection[str]) -> bool:
    """Whether a proposal has come to the body: it is on an agenda, or waits where the body decides."""
    definition = desk.session.definition(desk.work, proposal.definition)
    on_agenda = any(True for _ in _items(desk, charter.name, proposal.reference))
    return on_agenda or _waits(definition, proposal.state, {charter.name, *joint})


def _items(desk: Desk, body: str, proposal: str) -> Iterator[Item]:
    """The items of the body's agendas that are about it and to be decided."""
    for meeting in meetings_of(desk.work, body):
        yield from (item for item in standing(meeting) if item.moves == proposal)


def _waits(definition: Definition, state: str, bodies: Collection[str]) -> bool:
    """Whether it stands where one of the bodies goes on with it. What is decided by a definition that leaves nothing to
    any body is told by hand, wherever it stands but at its end."""
    if not any(role.body for role in definition.roles.values()):
        return not definition.states[state].end
    return any(fires(definition, state, each, body=body) for each in _WAITS for body in bodies)
