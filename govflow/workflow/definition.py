"""A definition: states, transitions, roles, steps, fields and documents of one workflow, frozen.

Every part knows its place in the file. The digest is the SHA-256 of the resolved content's canonical JSON
(places and source text left out) together with the format number.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from govflow.domain.authority import Duty
from govflow.domain.council.occasion import Occasion
from govflow.domain.deadline import NamedDate
from govflow.domain.reading_policy import Policy, Reading, unstated_audiences
from govflow.errors import Place
from govflow.messages import Title
from govflow.workflow.rounds import Rounds
from govflow.workflow.value import Value

FORMAT = 1


class FilledBy(StrEnum):
    """Who fills a role: offices; a body, whose proceedings do its acts; or nobody, as they follow of themselves."""

    OFFICE = "office"
    BODY = "body"
    ITSELF = "itself"


@dataclass(frozen=True, slots=True)
class Role:
    """A kind of office, for which persons act; or nobody's, with the acts of a `body` or `automatic` ones.

    `central`: any office of the role acts on any proposal; else its ministry's. What is nobody's is central by nature.
    `escalates_to` is the role one office up, which is told of dates that this one misses.
    """

    name: str
    title: Title
    central: bool
    body: str | None
    automatic: bool
    escalates_to: str | None
    place: Place

    @property
    def filled_by(self) -> FilledBy:
        if self.body is not None:
            return FilledBy.BODY
        return FilledBy.ITSELF if self.automatic else FilledBy.OFFICE

    @property
    def held(self) -> bool:
        """Whether offices hold it, so that somebody may act in it."""
        return self.filled_by is FilledBy.OFFICE

    def duty(self, ministry: str) -> Duty:
        """What the role means for a proposal of a ministry."""
        return Duty(self.name, ministry if self.held and not self.central else None)


@dataclass(frozen=True, slots=True)
class Due:
    """When something is due: the earliest of what is given. `reason` alone: deliberately never.

    `working_days` and `months` count from the day of entry, `date` is the next occurrence of a named date,
    `fiscal_year_end_of` is the last day of the fiscal year of a record (`fiscal_year`, else its day).
    """

    working_days: int | None
    months: int | None
    date: str | None
    fiscal_year_end_of: str | None
    reason: Title | None
    place: Place


@dataclass(frozen=True, slots=True)
class GuardUse:
    """A guard of the closed registry with its parameter."""

    name: str
    parameter: Any
    place: Place


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer a step may get. `agrees` None: it neither agrees nor objects. `asks` opens further steps, `issues`
    documents. `breach`: it says that the condition is broken, and what the condition says follows from it. `guards` are
    its own, beside those of the step. `by_asker`: it is given by the role whose act asked."""

    name: str
    title: Title
    agrees: bool | None
    takes: tuple[str, ...]
    may_take: tuple[str, ...]
    asks: tuple[str, ...]
    issues: tuple[str, ...]
    breach: bool
    guards: tuple[GuardUse, ...]
    by_asker: bool
    place: Place


@dataclass(frozen=True, slots=True)
class StepKind:
    """A question asked beside the state.

    `for_each` names a value with ministries (or `conditions`): one step for each; or a `reference`: put to the
    ministry of that proposal. `own_ministry`: the proposal's own ministry is asked before the others. `to_owner`: put
    to the condition's owner, and to `role` where that is nobody who could answer. `when` are guards that say whether it
    is asked at all. `lasting` steps outlive the state they began in. `about` names the text of the act that is asked
    about. While a step that `pauses` is open, the clocks of the proposal and of its state's other steps stand still.
    """

    name: str
    title: Title
    role: str
    due: Due
    answers: Mapping[str, Answer]
    for_each: str | None
    when: tuple[GuardUse, ...]
    guards: tuple[GuardUse, ...]
    lasting: bool
    own_ministry: bool
    to_owner: bool
    about: str | None
    pauses: bool
    place: Place


@dataclass(frozen=True, slots=True)
class State:
    """A state. `role` is who must act next (None in an end state); `asks` are the steps opened on entry."""

    name: str
    title: Title
    end: bool
    role: str | None
    due: Due | None
    asks: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Transition:
    """`trigger` by one of `roles` from `source` to `target` (the same state: an act that moves nothing).

    `takes`/`may_take` name values given with the act; `records` keeps them under a name; `builds_on` names an
    earlier record whose amount and conditions carry over; `asks` opens steps, `issues` documents; `due`
    replaces the target state's due date. `occasion` is what brings it about where the role is nobody's. What `returns`
    keeps the issues under that name, with the state and the revision that are sent back. `opens_to` is the audience
    that reads the proposal from then on.
    """

    trigger: str
    source: str
    target: str
    roles: tuple[str, ...]
    guards: tuple[GuardUse, ...]
    takes: tuple[str, ...]
    may_take: tuple[str, ...]
    records: str | None
    builds_on: str | None
    asks: tuple[str, ...]
    issues: tuple[str, ...]
    due: Due | None
    occasion: Occasion | None
    returns: str | None
    opens_to: str | None
    place: Place

    @property
    def moves(self) -> bool:
        return self.source != self.target


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """A document the workflow issues: `template` is its file's name, `series` the mark of its number. The audiences
    that it `opens_to` read it even where they do not read the whole proposal."""

    name: str
    title: Title
    template: str
    series: Title
    opens_to: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Definition:
    """A whole workflow. `initial` is where a proposal begins; mappings keep the order of the file."""

    name: str
    version: int
    title: Title
    initial: str
    roles: Mapping[str, Role]
    fields: Mapping[str, Value]
    values: Mapping[str, Value]
    dates: Mapping[str, NamedDate]
    triggers: Mapping[str, Title]
    steps: Mapping[str, StepKind]
    states: Mapping[str, State]
    transitions: tuple[Transition, ...]
    documents: Mapping[str, DocumentKind]
    rounds: Rounds | None
    reading: Reading | None
    source: str
    file: str
    digest: str
    policy: Policy = field(init=False, repr=False, compare=False)
    returns: tuple[str, ...] = field(init=False, repr=False, compare=False)
    pausing: frozenset[str] = field(init=False, repr=False, compare=False)
    _leaving: Mapping[str, tuple[Transition, ...]] = field(init=False, repr=False, compare=False)
    _ways: Mapping[tuple[str, str], tuple[Transition, ...]] = field(init=False, repr=False, compare=False)
    _leading: Mapping[tuple[str, str, str], tuple[Transition, ...]] = field(
        init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        """What is asked for of every act is worked out once: who reads what (`policy`), the records that `returns` keep
        in the order of the file, and the steps that stop the clock while they are open (`pausing`)."""
        leaving: dict[str, tuple[Transition, ...]] = {}
        ways: dict[tuple[str, str], tuple[Transition, ...]] = {}
        leading: dict[tuple[str, str, str], tuple[Transition, ...]] = {}
        for one in self.transitions:
            leaving[one.source] = (*leaving.get(one.source, ()), one)
            ways[one.trigger, one.source] = (*ways.get((one.trigger, one.source), ()), one)
            path = (one.trigger, one.source, one.target)
            leading[path] = (*leading.get(path, ()), one)
        worked_out = {
            "policy": self._policy(),
            "returns": tuple(dict.fromkeys(t.returns for t in self.transitions if t.returns)),
            "pausing": frozenset(step.name for step in self.steps.values() if step.pauses),
            "_leaving": leaving,
            "_ways": ways,
            "_leading": leading,
        }
        for name, value in worked_out.items():
            object.__setattr__(self, name, value)

    def transitions_from(self, state: str) -> tuple[Transition, ...]:
        """What may happen in a state, in the order of the file; every act asks for it several times."""
        return self._leaving.get(state, ())

    def _policy(self) -> Policy:
        central = tuple(role.name for role in self.roles.values() if role.central)
        return Policy(
            workflow=self.name,
            fields=frozenset(self.fields),
            audiences=tuple(self.reading.audiences.values()) if self.reading else unstated_audiences(central),
            central=frozenset(central),
            restricted={name: field.restricted for name, field in self.fields.items() if field.restricted},
            restricted_values={name: v.restricted for name, v in self.values.items() if v.restricted},
            stated=self.reading is not None,
        )

    def each_condition(self, kind: StepKind) -> bool:
        """Whether a step is asked for each of some conditions. A field and a value may share a name."""
        named = (self.fields.get(kind.for_each or ""), self.values.get(kind.for_each or ""))
        return any(value is not None and value.type == "conditions" for value in named)

    @property
    def waiting(self) -> Mapping[str, Title]:
        """The acts that wait until conditions are verified, in the order of the file."""
        waiting = (t for t in self.transitions if any(use.name == "conditions_verified" for use in t.guards))
        return {transition.trigger: self.triggers[transition.trigger] for transition in waiting}

    def transitions_of(self, trigger: str, *, state: str) -> tuple[Transition, ...]:
        """What a trigger may lead to in a state, in the order of the file."""
        return self._ways.get((trigger, state), ())

    def ways(self, trigger: str, *, source: str | None, target: str | None) -> tuple[Transition, ...]:
        """The transitions that an act may have been which led from one state to another, in the order of the file."""
        return self._leading.get((trigger, source or "", target or ""), ())

    def transitions_on(self, occasion: Occasion, *, state: str, body: str | None) -> tuple[Transition, ...]:
        """What an occasion does in a state, in the order of the file: one of the body, or of none."""
        leaving = (t for t in self.transitions_from(state) if t.occasion is occasion)
        return tuple(t for t in leaving if any(self.roles[role].body == body for role in t.roles))
