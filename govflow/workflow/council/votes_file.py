"""A file of votes: the roll of one ballot, read under its rule, every problem of it at once."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from govflow.domain.council.position import CASTING_TOKENS, TOKENS, Position
from govflow.domain.council.roll import Roll, Seat
from govflow.domain.council.roll_checks import Fault, faults
from govflow.domain.council.rule import Rule
from govflow.errors import Place
from govflow.reading import Node, Reader, Record
from govflow.workflow.council.exact import read_weight


def roll_of(root: Node, rule: Rule) -> Roll:
    """The roll that a document states. Raises BadInput with every problem at its place."""
    reader = Reader()
    record = reader.record(root)
    records = record.records("seats")
    roll = Roll(
        seats=tuple(map(_seat, records)),
        chair=record.optional_text("chair"),
        casting_vote=_token(record, "casting_vote", CASTING_TOKENS) if record.has("casting_vote") else None,
    )
    record.finish()
    told = {problem.place for problem in reader.problems}
    for fault in faults(roll, rule):
        _tell(fault, record if fault.seat is None else records[fault.seat], told)
    reader.raise_if_any()
    return roll


def _tell(fault: Fault, at: Record, told: Collection[Place | None]) -> None:
    """What could not be read has been told: it must not seem wrong twice, nor the roll as a whole for its sake."""
    if at.place_of(fault.field) not in told and not (fault.seat is None and told):
        at.problem(fault.field, fault.said)


def _seat(record: Record) -> Seat:
    seat = Seat(
        name=record.text("seat"),
        position=_position(record),
        weight=read_weight(record, "weight"),
        present=record.flag("present", default=True),
        recused=record.flag("recused", default=False),
        written=record.flag("written", default=False),
        proxy_for=_principals(record),
    )
    record.finish()
    return seat


def _principals(record: Record) -> tuple[str, ...]:
    """One seat, a list of them, or none."""
    node = record.node("proxy_for")
    if node is not None and node.items is not None:
        return record.texts("proxy_for")
    name = record.optional_text("proxy_for")
    return () if name is None else (name,)


def _position(record: Record) -> Position:
    """A seat that says nothing has not answered."""
    node = record.node("position")
    stated = node is not None and node.plain() is not None
    return _token(record, "position", TOKENS) if stated else Position.NONE


def _token(record: Record, key: str, tokens: Mapping[str, Position]) -> Position:
    return tokens[record.choice(key, tokens)]
