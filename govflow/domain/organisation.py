"""The organisation: ministries, offices, persons, and who holds, stands in for or decides for which office.

`Organisation` is the content with all its dates; `Directory` answers for one day. Both ends of a term count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, TypeVar

from govflow.messages import Title

K = TypeVar("K")
V = TypeVar("V")

ADMINISTRATOR = "administrator"
"""The role whose offices load organisations and put definitions into force; every organisation has one."""

AUDITOR = "auditor"
"""The role whose holders read everything and act on nothing: no workflow and no body gives it anything to do."""


class Term(NamedTuple):
    """The days from `start` to `end`, both included; None is open."""

    start: date | None
    end: date | None

    def covers(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    def shared_with(self, other: Term) -> Term | None:
        """The days of both terms, None when they share no day."""
        start = max((day for day in (self.start, other.start) if day), default=None)
        end = min((day for day in (self.end, other.end) if day), default=None)
        return None if start and end and end < start else Term(start, end)


class Ministry(NamedTuple):
    """A ministry or agency. `parent` is the body it belongs to; `spellings` are other names seen in data."""

    code: str
    title: Title
    parent: str | None = None
    corporate_number: str | None = None
    spellings: tuple[str, ...] = ()


class Role(NamedTuple):
    """The kind of an office."""

    code: str
    title: Title


class Office(NamedTuple):
    """A post (職) of a ministry; people hold it for a term."""

    code: str
    title: Title
    role: str
    ministry: str


class Person(NamedTuple):
    """Somebody who acts. `accounts` are operating-system accounts; each belongs to one person."""

    code: str
    name: Title
    accounts: tuple[str, ...] = ()


class Appointment(NamedTuple):
    """A person holds an office for a term; `concurrent` marks 併任."""

    person: str
    office: str
    term: Term
    concurrent: bool = False


class Absence(NamedTuple):
    """A recorded absence: while it lasts the substitutes of the person's offices may act."""

    person: str
    term: Term
    reason: str = ""


class Delegation(NamedTuple):
    """Standing delegation (専決): office `to` decides for `office`, with the same effect.

    `triggers` and `kinds` empty mean all; `amount_limit` is in yen, None without limit.
    """

    office: str
    to: str
    workflow: str
    triggers: tuple[str, ...]
    kinds: tuple[str, ...]
    amount_limit: int | None
    term: Term


class Substitution(NamedTuple):
    """Absence substitution (代決): the first of `deputies` with somebody present acts for `office`."""

    office: str
    deputies: tuple[str, ...]
    term: Term


@dataclass(frozen=True, slots=True)
class Organisation:
    """Everything an organisation file says."""

    name: Title
    ministries: tuple[Ministry, ...]
    roles: tuple[Role, ...]
    offices: tuple[Office, ...]
    persons: tuple[Person, ...]
    appointments: tuple[Appointment, ...]
    absences: tuple[Absence, ...] = ()
    delegations: tuple[Delegation, ...] = ()
    substitutions: tuple[Substitution, ...] = ()
    vacancies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Directory:
    """The organisation as it stands on one day. Build it with `Directory.on`."""

    day: date
    organisation: Organisation
    ministries: dict[str, Ministry]
    offices: dict[str, Office]
    persons: dict[str, Person]
    roles: dict[str, Role]
    _holders: dict[str, tuple[str, ...]]
    _held: dict[str, tuple[str, ...]]
    _with_role: dict[str, tuple[Office, ...]]
    _by_role: dict[tuple[str, str], tuple[Office, ...]]
    _delegations: dict[str, tuple[Delegation, ...]]
    _substitutions: dict[str, Substitution]
    _absent: frozenset[str]
    _accounts: dict[str, str]

    @classmethod
    def on(cls, organisation: Organisation, day: date) -> Directory:
        """The directory of `organisation` on `day`."""
        current = [a for a in organisation.appointments if a.term.covers(day)]
        return cls(
            day=day,
            organisation=organisation,
            ministries={m.code: m for m in organisation.ministries},
            offices={o.code: o for o in organisation.offices},
            persons={p.code: p for p in organisation.persons},
            roles={r.code: r for r in organisation.roles},
            _holders=_grouped((a.office, a.person) for a in current),
            _held=_grouped((a.person, a.office) for a in current),
            _with_role=_grouped((o.role, o) for o in organisation.offices),
            _by_role=_grouped(((o.role, o.ministry), o) for o in organisation.offices),
            _delegations=_grouped((d.office, d) for d in organisation.delegations if d.term.covers(day)),
            _substitutions={  # of several orders in force the first counts
                s.office: s for s in reversed(organisation.substitutions) if s.term.covers(day)
            },
            _absent=frozenset(a.person for a in organisation.absences if a.term.covers(day)),
            _accounts={account: p.code for p in organisation.persons for account in p.accounts},
        )

    def person_of_account(self, account: str) -> Person | None:
        """The one person an operating-system account belongs to."""
        code = self._accounts.get(account)
        return self.persons[code] if code else None

    def offices_of(self, person: str) -> tuple[Office, ...]:
        """The offices a person holds today, in the order of the appointments."""
        return tuple(self.offices[code] for code in self._held.get(person, ()))

    def holders(self, office: str) -> tuple[str, ...]:
        """Who holds the office today, absent or not; empty when it is vacant."""
        return self._holders.get(office, ())

    def present_holders(self, office: str) -> tuple[str, ...]:
        """The holders who are not recorded absent today."""
        return tuple(person for person in self.holders(office) if person not in self._absent)

    def is_absent(self, person: str) -> bool:
        return person in self._absent

    def offices_with(self, role: str) -> tuple[Office, ...]:
        """Every office of a role, whatever its ministry."""
        return self._with_role.get(role, ())

    def responsible_offices(self, role: str, ministry: str) -> tuple[Office, ...]:
        """The offices of `role` that answer for `ministry`: its own, else its parent's, and so upwards."""
        for code in self.lineage(ministry):
            found = self._by_role.get((role, code))
            if found:
                return found
        return ()

    def lineage(self, ministry: str) -> Iterator[str]:
        """The ministry, its parent body, and so upwards."""
        code: str | None = ministry
        while code in self.ministries:
            yield code
            code = self.ministries[code].parent

    def delegations_of(self, office: str) -> tuple[Delegation, ...]:
        """The standing delegations in force for an office."""
        return self._delegations.get(office, ())

    def substitution_of(self, office: str) -> Substitution | None:
        """The order of substitutes in force for an office."""
        return self._substitutions.get(office)


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    groups: dict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        if value not in groups[key]:
            groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}
