"""The charter of a body (設置要綱): what it may do, who sits on it, and the rules by which it comes to a decision."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from govflow.domain.council.roll import ONE
from govflow.domain.council.rule import Rule
from govflow.domain.organisation import Term
from govflow.messages import Title


class Power(StrEnum):
    """What a body may do with a matter."""

    DECIDE = "decide"
    EVALUATE = "evaluate"
    PROPOSE = "propose"
    ADVISE = "advise"


class Question(StrEnum):
    """The questions that may have a rule of their own."""

    AMENDMENT = "amendment"
    OVERRIDE = "override"
    RECONSIDERATION = "reconsideration"


class SeatKind(NamedTuple):
    """Seats bound to offices: one for `each` office of a role, or one alone, that of a `role` or of an `office`.

    `alternates` are the roles that may sit in for the holder, in order; the seat is there from `start` to `end`.
    """

    name: str
    title: Title
    each: str | None = None
    role: str | None = None
    office: str | None = None
    voting: bool = True
    weight: int = ONE
    alternates: tuple[str, ...] = ()
    start: date | None = None
    end: date | None = None

    @property
    def term(self) -> Term:
        return Term(self.start, self.end)

    @property
    def of_role(self) -> str | None:
        """The role of the seat's offices, None where one office is named."""
        return self.each or self.role


class Ruling(NamedTuple):
    """A rule where it applies. `preset` is what it is called, if it came with govflow."""

    preset: str | None
    rule: Rule


class OtherRules(NamedTuple):
    """The rules of questions that are not decided by the body's own."""

    amendment: Ruling | None = None
    override: Ruling | None = None
    reconsideration: Ruling | None = None


class Convening(NamedTuple):
    """How a meeting is called: so many working days before it."""

    working_days: int


class Proxies(NamedTuple):
    """Seats that are away may let another vote in their place (委任状), which speaks for so many at most."""

    at_most: int = 1


class WrittenProcedure(NamedTuple):
    """Deciding by circulation (書面・持ち回り): time to answer, the part of the seats that has to, and the rule
    (None: the body's own). `exclusive`: outside a sitting the body decides in no other way."""

    working_days: int
    response: Fraction
    rule: Ruling | None = None
    exclusive: bool = True


class Emergency(NamedTuple):
    """One role decides alone, and the body ratifies within so many of its meetings, or it lapses."""

    decider: str
    ratify_within_meetings: int = 1


class Appellant(StrEnum):
    """Who may appeal: the ministry whose proposal was decided, or who has a vote in the body."""

    PROPOSER = "proposer"
    MEMBERS = "members"


class Appeal(NamedTuple):
    """Against a decision, within so many working days, to another body: without those who took part in it."""

    by: tuple[Appellant, ...]
    working_days: int
    panel: str


class Publication(NamedTuple):
    """What is published of a meeting once its minutes are signed."""

    minutes: bool = True
    positions: bool = False


class Charter(NamedTuple):
    """A whole charter. `series` is the mark in the numbers of the body's meetings, ballots and decisions; `chair`,
    `deputies` (in their order) and `secretariat` are roles. Mappings keep the order of the file."""

    name: str
    version: int
    title: Title
    basis: Title
    purpose: Title
    powers: tuple[Power, ...]
    parent: str | None
    secretariat: str
    chair: str
    deputies: tuple[str, ...]
    seats: Mapping[str, SeatKind]
    rule: Ruling | None
    objection_first: bool
    other_rules: OtherRules
    own_ministry_recused: bool
    notice: Convening | None
    proxies: Proxies | None
    written_procedure: WrittenProcedure | None
    emergency: Emergency | None
    appeal: Appeal | None
    publication: Publication
    series: Title
    source: str
    file: str
    digest: str

    @property
    def decides(self) -> bool:
        return Power.DECIDE in self.powers

    @property
    def presiding(self) -> tuple[str, ...]:
        """The roles that may preside, in their order."""
        return (self.chair, *self.deputies)

    @property
    def officers(self) -> tuple[str, ...]:
        """The roles that run its proceedings."""
        return (self.secretariat, *self.presiding)

    @property
    def roles(self) -> tuple[str, ...]:
        """Every role that it names, each once."""
        return tuple(dict.fromkeys(self._named_roles()))

    def rule_for(self, question: Question | None = None) -> Ruling | None:
        """The rule of a question: its own where it has one, else the body's."""
        own: Ruling | None = getattr(self.other_rules, question) if question else None
        return own or self.rule

    def written_rule(self) -> Ruling | None:
        """The rule by which answers on paper are counted; None where the body does nothing in writing."""
        written = self.written_procedure
        return (written.rule or self.rule) if written else None

    def rulings(self) -> Iterator[tuple[tuple[str, ...], Ruling]]:
        """Every rule that it states, with the keys that lead to it."""
        if self.rule:
            yield ("rule",), self.rule
        for question in Question:
            if ruling := getattr(self.other_rules, question):
                yield ("other_rules", question.value), ruling
        if self.written_procedure and self.written_procedure.rule:
            yield ("written_procedure", "rule"), self.written_procedure.rule

    def _named_roles(self) -> Iterator[str]:
        yield from self.presiding
        for seat in self.seats.values():
            yield from (seat.of_role,) if seat.of_role else ()
            yield from seat.alternates
        yield self.secretariat
        if self.emergency:
            yield self.emergency.decider
