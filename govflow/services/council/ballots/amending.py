"""Amending: a seat moves an amendment of an item that was called; it is voted on before the main question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Unpack

from govflow.domain.council.amendments import cannot_amend, carried, pending, with_amendment
from govflow.domain.council.attendance import sitting
from govflow.domain.council.ballot import Purpose
from govflow.domain.council.item import Amendment, AmendmentKind, Item
from govflow.domain.council.meeting import Meeting
from govflow.domain.council.occasion import Occasion
from govflow.errors import Place
from govflow.messages import Notice, Title, notice
from govflow.reading.node import Entry, Node
from govflow.services.acting.firing import fires
from govflow.services.case import load_case
from govflow.services.council.acting.desk import CouncilReceipt, Desk, Held, Said, Told, at_desk
from govflow.services.council.acting.happening import happened, wrong_time
from govflow.services.council.acting.proceedings import refuse, speaker, word
from govflow.services.ground import Ground
from govflow.services.session import Session
from govflow.services.values import payload_node, read_values, reader_over
from govflow.workflow.guards import REGISTRY
from govflow.workflow.value import Value

_CONDITIONS = Value(
    "conditions", Title("条件", "conditions"), "conditions", {}, False, (), (), Place("", 1, 1)
)


def move_amendment(
    session: Session,
    meeting: str,
    item: int,
    *,
    kind: str,
    text: str,
    seat: str | None = None,
    amount: int | None = None,
    condition: Mapping[str, Any] | None = None,
    recorded_for: bool = False,
    **how: Unpack[Held],
) -> CouncilReceipt:
    """Move an amendment: to `return` or `defer` the item, to reduce the `amount` (in yen), or to add a `condition`. By
    who speaks for a seat in the room, or with `recorded_for` written down by the secretariat.

    Raises BadInput, NotFound, NotAuthorised, Refused (every reason), Conflict (the key, a stale version).
    """
    asked = word(AmendmentKind, kind) or AmendmentKind.RETURN

    def act(desk: Desk) -> Told:
        before = desk.meeting(meeting)
        who = speaker(desk, before, seat, recorded_for=recorded_for)
        found = before.item(item)
        number = len(found.amendments) + 1 if found else 1
        read = _condition(condition, _ground(desk, found)) if condition else None
        moved = Amendment(number, asked, who.seat, text.strip(), amount, read)
        amendment = moved._replace(at=happened(desk, before))
        reasons = [*wrong_time(desk, before)]
        reasons += cannot_amend(before, found, amendment, voting=_put(desk, before, item))
        reasons += _leads_nowhere(desk, before, found, asked)
        if found and not reasons:
            reasons += _not_passable(desk, found, amendment)
        if sitting(before, who.seat) is None:
            reasons.append(notice("voting.nobody_there", seat=who.seat))
        refuse(desk, before, reasons)
        after = with_amendment(before, before.items[str(item)], amendment)
        desk.record(before, after, capacity=who.capacity, note=amendment.text)
        return Told(after, who.capacity, {"item": item, "amendment": number, "seat": who.seat})

    values = {"item": item, "kind": kind, "text": text, "seat": seat, "amount": amount}
    values |= {"condition": condition and dict(condition), "recorded_for": recorded_for}
    return at_desk(session, Said("meeting", meeting, "amend", values, session.new_key()).held(**how), act)


def _not_passable(desk: Desk, item: Item, amendment: Amendment) -> Iterator[Notice]:
    """Why the proposal could not take what the amendment adds, once the main question is passed."""
    if item.proposal is None or amendment.condition is None:
        return
    others = (a.condition for a in (*pending(item), *carried(item)) if a.condition)
    conditions = [*others, amendment.condition]
    if any(other["text"] == amendment.condition["text"] for other in conditions[:-1]):
        yield notice("voting.condition_repeated", text=amendment.condition["text"])
    case = load_case(desk.session, desk.work, item.proposal)
    facts = case.facts(person=None, payload={"conditions": conditions})
    body, state = desk.charter(desk.meeting(desk.said.reference)).name, case.proposal.state
    for way in case.definition.transitions_on(Occasion.PASSED, state=state, body=body):
        about = [use for use in way.guards if "conditions" in REGISTRY[use.name].payload]
        yield from case.kernel.reasons(about, facts)


def _put(desk: Desk, meeting: Meeting, item: int) -> bool:
    """The main question of the item was put to the vote."""
    found = meeting.item(item)
    ballots = (desk.work.ballots.get(each) for each in (found.ballots if found else ()))
    return any(kept.value.purpose is Purpose.QUESTION for kept in ballots if kept)


def _leads_nowhere(desk: Desk, meeting: Meeting, item: Item | None, kind: AmendmentKind) -> Iterator[Notice]:
    """A return that the workflow of the proposal does not know: it would wait for the body for good."""
    kept = desk.work.proposals.get(item.moves, lock=True) if item and item.moves else None
    if kept is None or kind is not AmendmentKind.RETURN:
        return
    definition = desk.session.definition(desk.work, kept.definition)
    part = any(role.body == meeting.body for role in definition.roles.values())
    if part and not fires(definition, kept.state, Occasion.RETURNED, body=meeting.body):
        yield notice("voting.no_return", proposal=kept.reference)


def _ground(desk: Desk, item: Item | None) -> Ground:
    """What a condition on an item is read against: owners and acts are those of the proposal's workflow."""
    kept = desk.work.proposals.get(item.proposal) if item and item.proposal else None
    if kept is None:
        return Ground(desk.directory, {}, {}, first_due=desk.directory.day)
    definition = desk.session.definition(desk.work, kept.definition)
    return Ground.of(desk.directory, definition, first_due=desk.directory.day)


def _condition(stated: Mapping[str, Any], ground: Ground) -> Mapping[str, Any]:
    """A condition as proposals keep them. BadInput with every problem."""
    parts = payload_node(stated, source="condition")
    conditions_node = Node((parts,), parts.place)
    reader, record = reader_over(Node({"conditions": Entry(parts.place, conditions_node)}, parts.place))
    read = read_values(record, [_CONDITIONS], ground)
    reader.raise_if_any()
    conditions: list[Mapping[str, Any]] = read.get("conditions", [])
    return conditions[0] if conditions else {}
