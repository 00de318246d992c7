"""Statistics: how many proposals stand where, what they ask for, and how long each stage takes.

All figures come from tallies kept in the acts' own transactions, so they cost the same at any size.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol, Self

from govflow.domain.reading_policy import Reader
from govflow.messages import Title
from govflow.services.names import Pair, pair
from govflow.services.readers import reader_of
from govflow.services.session import Session
from govflow.workflow.ways import unopened_states

if TYPE_CHECKING:
    from govflow.store import UnitOfWork
    from govflow.workflow.definition import Definition


@dataclass(frozen=True, slots=True)
class Tally:
    """Proposals of one ministry or state: `stated` and `unstated` count amounts, `amount` sums the stated ones in
    yen. `part_amount` is what lies within an umbrella's amount and is therefore not in `amount`."""

    name: str
    title: Pair
    count: int
    stated: int
    unstated: int
    amount: int
    part_amount: int


@dataclass(frozen=True, slots=True)
class Stage:
    """How long proposals stayed in a state: completed stays and their mean in working days."""

    state: str
    title: Pair
    visits: int
    working_days: int

    @property
    def mean(self) -> float:
        return self.working_days / self.visits if self.visits else 0.0


@dataclass(frozen=True, slots=True)
class Statistics:
    """One workflow's figures."""

    workflow: str
    title: Pair
    total: Tally
    ministries: tuple[Tally, ...]
    states: tuple[Tally, ...]
    stages: tuple[Stage, ...]


def stats(session: Session, *, workflow: str | None = None) -> Statistics:
    """The figures of a workflow (of the only one in force when none is named), of what the caller reads: the own
    ministries, and for those at the centre every state in which all proposals have opened to them."""
    with session.reading() as work:
        definition = session.definition_in_force(work, workflow)
        return _statistics(session, work, definition)


def all_stats(session: Session) -> tuple[Statistics, ...]:
    """The figures of each workflow in force, by name: the same as `stats` has of each."""
    with session.reading() as work:
        names = work.definitions.names_in_force("workflow", session.today().isoformat())
        return tuple(_statistics(session, work, session.definition_in_force(work, name)) for name in names)


def _statistics(session: Session, work: UnitOfWork, definition: Definition) -> Statistics:
    directory = session.directory(work)
    figured = Figured.of(definition, reader_of(session, work))
    rows = [row for row in work.tallies.states() if row.workflow == definition.name and figured.has(row)]
    by_ministry: dict[str, list[tuple[int, ...]]] = defaultdict(list)
    by_state: dict[str, list[tuple[int, ...]]] = defaultdict(list)
    for row in rows:
        figures = (row.proposals, row.proposals - row.unstated, row.unstated, row.amount, row.part_amount)
        by_ministry[row.ministry].append(figures)
        by_state[row.state].append(figures)
    everything = [figures for group in by_state.values() for figures in group]
    return Statistics(
        workflow=definition.name,
        title=pair(definition.title),
        total=_tally("total", Title("合計", "total"), everything),
        ministries=_tallies(by_ministry, {m.code: m.title for m in directory.ministries.values()}),
        states=_tallies(by_state, {name: state.title for name, state in definition.states.items()}),
        stages=_stages(work, definition, figured),
    )


def _tallies(rows: Mapping[str, list[tuple[int, ...]]], titles: Mapping[str, Title]) -> tuple[Tally, ...]:
    """The tallies in the order of `titles`, then what only earlier versions know: the sums must add up."""
    known = [name for name in titles if name in rows]
    earlier = [name for name in rows if name not in titles]
    return tuple(_tally(name, titles.get(name, Title(name, name)), rows[name]) for name in (*known, *earlier))


class Figured(NamedTuple):
    """What figures are of: all, or the own `ministries` and the `open_states` in which nothing is closed."""

    everything: bool
    ministries: frozenset[str]
    open_states: frozenset[str]

    @classmethod
    def of(cls, definition: Definition, reader: Reader) -> Self:
        """What a reader is told figures of."""
        policy = definition.policy
        posts = reader.within(definition.name)
        own = (post for post in posts if post.role not in policy.central)
        places = [
            at if policy.stated else 0
            for at, each in enumerate(policy.audiences, start=1)
            if any(post.role in each.roles for post in posts)
        ]
        nearest = min(places, default=0)
        closed = unopened_states(definition, nearest) if nearest else frozenset[str]()
        return cls(
            reader.everything,
            frozenset(
                ministry for post in own for ministry in post.ministries if post.role in definition.roles
            ),
            frozenset(definition.states) - closed if places else frozenset(),
        )

    @property
    def central(self) -> bool:
        """Whether the reader is of the centre, or reads everything."""
        return self.everything or bool(self.open_states)

    def has(self, row: Figures) -> bool:
        """Whether the reader reads everything that a figure is of."""
        return self.everything or row.ministry in self.ministries or row.state in self.open_states


class Figures(Protocol):
    """A tally of a ministry in a state."""

    @property
    def ministry(self) -> str: ...
    @property
    def state(self) -> str: ...


def _stages(work: UnitOfWork, definition: Definition, figured: Figured) -> tuple[Stage, ...]:
    stays: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for row in work.tallies.stages():
        if row.workflow == definition.name and figured.has(row):
            stays[row.state][0] += row.visits
            stays[row.state][1] += row.working_days
    return tuple(
        Stage(name, pair(state.title), *stays[name])
        for name, state in definition.states.items()
        if name in stays
    )


def _tally(name: str, title: Title, rows: list[tuple[int, ...]]) -> Tally:
    count, stated, unstated, amount, part = (
        (sum(column) for column in zip(*rows, strict=True)) if rows else (0,) * 5
    )
    return Tally(name, pair(title), count, stated, unstated, amount, part)
