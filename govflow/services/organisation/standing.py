"""Who could act for an office on any day, past or future, and why: as it is known now, and as it was known then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from govflow.domain.authority import offices_for
from govflow.domain.organisation import Directory
from govflow.domain.plain import plain
from govflow.domain.standing import SECTION_OF, Asked, Row, standings
from govflow.domain.standing import Standing as DomainStanding
from govflow.errors import BadInput, NotFound
from govflow.messages import Notice, did_you_mean, notice
from govflow.services.access import Reading
from govflow.services.case import Case
from govflow.services.names import Pair, named, titled
from govflow.services.organisation.past import Since, Version, known_on, since, versions
from govflow.services.session import Session

if TYPE_CHECKING:
    from govflow.store import UnitOfWork


@dataclass(frozen=True, slots=True)
class StandingAsked:
    """Who is asked about: an office, a person, or a proposal; and for what, as far as it matters."""

    office: str | None = None
    person: str | None = None
    reference: str | None = None
    workflow: str | None = None
    trigger: str | None = None
    kind: str | None = None
    amount: int | None = None
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Basis:
    """What a standing goes by: a row of a `section`, since when the organisation has it, and since when it has it as
    it is (`changed` None: from the beginning)."""

    section: str
    row: Mapping[str, Any]
    since: Since
    changed: Since | None


@dataclass(frozen=True, slots=True)
class Standing:
    """A way for a person (None: the office held is vacant) to act for `office`; without `reasons` it is open."""

    office: str
    title: Pair
    person: str | None
    name: Pair | None
    held: str
    held_title: Pair
    via: str
    reasons: tuple[Notice, ...]
    basis: tuple[Basis, ...]


@dataclass(frozen=True, slots=True)
class Standings:
    """By one version: who could act, and who could not."""

    number: int
    recorded_at: str
    able: tuple[Standing, ...]
    unable: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class StandingView:
    """The answer. `then` is by the version that was known on a past day, None where nothing was; `differs`: somebody
    who could act by one of the two could not by the other."""

    day: str
    past: bool
    asked: StandingAsked
    offices: tuple[str, ...]
    now: Standings
    then: Standings | None
    differs: bool


def who_could_act(session: Session, asked: StandingAsked, *, day: date | None = None) -> StandingView:
    """Who could act on a day (today when none is given), and why. NotFound for an unknown office, person, proposal;
    NotAuthorised for whoever does not read the whole proposal; BadInput unless exactly one of them is asked about."""
    if sum(each is not None for each in (asked.office, asked.person, asked.reference)) != 1:
        raise BadInput.at(None, notice("standing.ask_for_one"))
    with session.reading() as work:
        today = session.today()
        day = day or today
        past = versions(work)
        present = past[-1]
        known = known_on(past, day, session.store.info.timezone) if day < today else None
        told = [Directory.on(each.organisation, day) for each in (present, known) if each]
        wanted, offices = _offices(session, work, told, asked)
        now = _standings(session, past, present, day=day, asked=wanted, offices=offices)
        then = _standings(session, past, known, day=day, asked=wanted, offices=offices) if known else None
    return StandingView(
        day=day.isoformat(),
        past=day < today,
        asked=wanted,
        offices=offices,
        now=now,
        then=then,
        differs=day < today and _ways(now) != (_ways(then) if then else set()),
    )


def _ways(found: Standings) -> set[tuple[str, str | None, str, str]]:
    return {(s.office, s.person, s.held, s.via) for s in found.able}


def _offices(
    session: Session, work: UnitOfWork, told: list[Directory], asked: StandingAsked
) -> tuple[StandingAsked, tuple[str, ...]]:
    """The offices that are asked about, and for what: of a proposal, those that its state waits for. An office or a
    person is known where one of the versions knows it, by which the day is `told`."""
    offices = dict.fromkeys(code for directory in told for code in directory.offices)
    if asked.office is not None:
        _known(asked.office, offices, code="standing.unknown_office")
        return asked, (asked.office,)
    if asked.person is not None:
        persons = dict.fromkeys(code for directory in told for code in directory.persons)
        _known(asked.person, persons, code="standing.unknown_person")
        return asked, tuple(offices)
    case = Reading(session, work).whole_case(asked.reference or "", what=notice("read.authority")).case
    matter = case.matter(asked.trigger or "")
    wanted = StandingAsked(
        reference=asked.reference,
        workflow=matter.workflow,
        trigger=asked.trigger,
        kind=asked.kind or matter.kind,
        amount=matter.amount if asked.amount is None else asked.amount,
        marks=asked.marks or tuple(sorted(matter.marks)),
    )
    duties = case.duties(_roles(case, asked.trigger))
    found = (office.code for directory in told for duty in duties for office in offices_for(directory, duty))
    return wanted, tuple(dict.fromkeys(found))


def _roles(case: Case, trigger: str | None) -> Iterable[str]:
    """The roles that may do an act where a proposal stands; without an act, the one that its state waits for."""
    if trigger is not None:
        transitions = case.definition.transitions_of(trigger, state=case.proposal.state)
        steps = (s.role for s in case.open_steps if s.name == trigger.partition(".")[0].partition("#")[0])
        found = [*(role for each in transitions for role in each.roles), *steps]
        if not found:
            raise NotFound(notice("standing.no_such_act", reference=case.proposal.reference, trigger=trigger))
        return found
    return [case.proposal.role] if case.proposal.role else []


def _known(name: str, known: Iterable[str], *, code: str) -> None:
    known = list(known)
    if name not in known:
        raise NotFound(notice(code, name=name, hint=did_you_mean(name, known)))


def _standings(
    session: Session,
    past: list[Version],
    version: Version,
    *,
    day: date,
    asked: StandingAsked,
    offices: tuple[str, ...],
) -> Standings:
    directory = Directory.on(version.organisation, day)
    told = _Told(session, past, version, directory)
    matter = Asked(asked.workflow, asked.trigger, asked.kind, asked.amount, frozenset(asked.marks))
    found = [
        told.standing(each)
        for office in offices
        if office in directory.offices
        for each in standings(directory, office, matter)
        if asked.person in (None, each.person)
    ]
    return Standings(
        number=version.number,
        recorded_at=version.entry.recorded_at,
        able=tuple(s for s in found if not s.reasons),
        unable=tuple(s for s in found if s.reasons),
    )


class _Told:
    """How standings are told by one version."""

    def __init__(self, session: Session, past: list[Version], version: Version, directory: Directory) -> None:
        self._session = session
        self._past = past
        self._version = version
        self._directory = directory
        self._bases: dict[Row, Basis] = {}

    def standing(self, found: DomainStanding) -> Standing:
        directory = self._directory
        return Standing(
            office=found.office,
            title=titled(directory, found.office) or {},
            person=found.person,
            name=named(directory, found.person),
            held=found.held,
            held_title=titled(directory, found.held) or {},
            via=found.via.value,
            reasons=found.reasons,
            basis=tuple(self._all(dict.fromkeys(found.rows))),
        )

    def _all(self, rows: Iterable[Row]) -> Iterator[Basis]:
        for row in rows:
            if row not in self._bases:
                first, changed = since(self._session, self._past, self._version, row)
                own = changed if changed.number != first.number else None
                self._bases[row] = Basis(SECTION_OF[type(row)], row_told(row), first, own)
            yield self._bases[row]


def row_told(row: Row) -> Mapping[str, Any]:
    """A row as plain data, its term as two days."""
    start, end = row.term
    fields = {name: plain(value) for name, value in row._asdict().items() if name != "term"}
    return {**fields, "from": start and start.isoformat(), "until": end and end.isoformat()}
