"""Opening a joint decision: what all of its bodies put to the vote is the same, and each of them can put it."""

from __future__ import annotations

from collections.abc import Iterator

from govflow.domain.council.ballot_opened import together
from govflow.domain.council.ballot_opening import Opening
from govflow.domain.council.charter import Charter
from govflow.domain.council.item import Item
from govflow.domain.council.occasion import Occasion
from govflow.messages import Notice, notice
from govflow.services.council.acting.desk import Desk
from govflow.services.council.charters.bodies import charter_in_force
from govflow.services.council.charters.rules import content_for, rule_in


def with_partners(desk: Desk, opening: Opening, charter: Charter, item: Item | None) -> Opening:
    """The opening with all bodies that decide it; on an item that is only discussed here it carries the proposal, as
    the ballots of the others do."""
    content = content_for(charter, opening)
    joint = together(opening, rule_in(content) if content else None)
    proposal = item.put(jointly=True) if joint and item else opening.proposal
    return opening._replace(joint=joint, proposal=proposal, stage=desk.stage(proposal))


def cannot_put(desk: Desk, opening: Opening) -> Iterator[Notice]:
    """The bodies that cannot put a proposal to the vote: they have no rule; or they decide, the proposal's workflow
    brings it on no agenda of theirs, and they decide nothing in writing."""
    in_force = desk.work.definitions.names_in_force("body", desk.directory.day.isoformat())
    for body in opening.joint if opening.proposal else ():
        if body in in_force and body != opening.body:
            partner = charter_in_force(desk.session, desk.work, body)
            in_a_meeting = partner.rule and (not partner.decides or _placed(desk, opening.proposal, body))
            if not (in_a_meeting or partner.written_rule()):
                yield notice("voting.cannot_put", body=partner.title, proposal=opening.proposal)


def _placed(desk: Desk, reference: str | None, body: str) -> bool:
    """Whether the proposal's workflow brings it on the agenda of a body somewhere."""
    found = desk.work.proposals.get(reference or "")
    if found is None:
        return False
    definition = desk.session.definition(desk.work, found.definition)
    states = definition.states
    return any(definition.transitions_on(Occasion.PLACED, state=name, body=body) for name in states)
