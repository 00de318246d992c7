"""What the parts of an organisation must be to each other: names known, offices filled, no circles.

Each check yields where (a path into the organisation's file) and what.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from govflow.domain.delegation_loop import delegation_loops
from govflow.domain.organisation import ADMINISTRATOR, AUDITOR, Organisation, Term
from govflow.messages import LANGUAGES, Notice, did_you_mean, notice

Path = tuple[str | int, ...]
Found = Iterator[tuple[Path, Notice]]


HINTS = 100
"""Unknown names for which similar ones are looked for, which takes time: a file with more is another file."""


class Reference(NamedTuple):
    """The items of `section` name one or several of `target` in `field` (None: the item is the name)."""

    section: str
    field: str | None
    target: str


REFERENCES = (
    Reference("ministries", "parent", "ministries"),
    Reference("offices", "role", "roles"),
    Reference("offices", "ministry", "ministries"),
    Reference("appointments", "person", "persons"),
    Reference("appointments", "office", "offices"),
    Reference("absences", "person", "persons"),
    Reference("delegations", "office", "offices"),
    Reference("delegations", "to", "offices"),
    Reference("substitutions", "office", "offices"),
    Reference("substitutions", "deputies", "offices"),
    Reference("vacancies", None, "offices"),
)


def organisation_problems(organisation: Organisation) -> Found:
    """Every problem of an organisation."""
    for check in CHECKS:
        yield from check(organisation)


def _unknown_names(organisation: Organisation) -> Found:
    for section, field, target in REFERENCES:
        known = {item.code for item in getattr(organisation, target)}
        if not known:  # the section is missing or broken, which has been told already
            continue
        unknown = [
            (path, name) for path, name in _names(organisation, section, field=field) if name not in known
        ]
        for number, (path, name) in enumerate(unknown):
            hint = did_you_mean(name, known) if number < HINTS else ""
            yield path, notice(f"organisation.unknown_{_SINGULAR[target]}", name=name, hint=hint)


_SINGULAR = {"ministries": "ministry", "roles": "role", "offices": "office", "persons": "person"}


def _names(organisation: Organisation, section: str, *, field: str | None) -> Iterator[tuple[Path, str]]:
    """Every name an item gives in `field`, with its path; what could not be read is empty and left out."""
    for index, item in enumerate(getattr(organisation, section)):
        at: Path = (section, getattr(item, "code", index))
        value = item if field is None else getattr(item, field)
        names: Sequence[str | None] = value if isinstance(value, tuple) else (value,)
        for position, name in enumerate(names):
            if name:
                path = at if field is None else (*at, field, position)
                yield path, name


def _parent_cycles(organisation: Organisation) -> Found:
    """Each cycle once, at its first ministry in the file."""
    parents = {ministry.code: ministry.parent for ministry in organisation.ministries}
    seen: set[str] = set()  # a large file is gone through once
    for code in parents:
        lineage: dict[str, None] = {}
        at: str | None = code
        while at and at in parents and at not in seen:
            seen.add(at)
            lineage[at] = None
            at = parents[at]
        if at in lineage:
            circle = list(lineage)[list(lineage).index(at) :]
            within = set(circle)
            first = next(name for name in parents if name in within)
            turned = circle[circle.index(first) :] + circle[: circle.index(first)]
            said = notice("organisation.parent_cycle", lineage=_arrows(turned))
            yield ("ministries", first, "parent"), said


def _ambiguous_spellings(organisation: Organisation) -> Found:
    """A name in data has to lead to one ministry."""
    owners: dict[str, str] = {}
    for ministry in organisation.ministries:
        names: dict[Path, str] = {("title", lang): ministry.title.in_language(lang) for lang in LANGUAGES}
        names |= {("spellings", index): text for index, text in enumerate(ministry.spellings)}
        for path, name in names.items():
            other = owners.setdefault(name, ministry.code)
            if name and other != ministry.code:
                said = notice("organisation.spelling_repeated", name=name, other=other)
                yield ("ministries", ministry.code, *path), said


def _shared_accounts(organisation: Organisation) -> Found:
    owners: dict[str, str] = {}
    for person in organisation.persons:
        for index, account in enumerate(person.accounts):
            other = owners.setdefault(account, person.code)
            if other != person.code:
                path = ("persons", person.code, "accounts", index)
                yield path, notice("organisation.account_repeated", account=account, other=other)


def _repeated_appointments(organisation: Organisation) -> Found:
    claims = [((each.office, each.person), each.term) for each in organisation.appointments]
    return _overlaps("appointments", claims, said="organisation.appointment_repeated")


def _repeated_substitutions(organisation: Organisation) -> Found:
    claims = [((each.office,), each.term) for each in organisation.substitutions]
    return _overlaps("substitutions", claims, said="organisation.substitution_repeated")


def _overlaps(section: str, claims: Sequence[tuple[tuple[str, ...], Term]], *, said: str) -> Found:
    """Equal claims (of an office, first) whose terms share a day; told once, at the later one in the file."""
    earlier: dict[tuple[str, ...], list[Term]] = defaultdict(list)
    for index, (claim, term) in enumerate(claims):
        if claim[0] and any(term.shared_with(other) for other in earlier[claim]):
            yield (section, index), notice(said, office=claim[0])
        earlier[claim].append(term)


def _unfilled_offices(organisation: Organisation) -> Found:
    held = {appointment.office for appointment in organisation.appointments}
    for office in organisation.offices:
        if office.code not in held and office.code not in organisation.vacancies:
            yield ("offices", office.code), notice("organisation.office_unheld", office=office.code)


def _filled_vacancies(organisation: Organisation) -> Found:
    held = {appointment.office: appointment.person for appointment in organisation.appointments}
    for index, office in enumerate(organisation.vacancies):
        if office in held:
            said = notice("organisation.vacancy_held", office=office, person=held[office])
            yield ("vacancies", index), said


def _own_delegations(organisation: Organisation) -> Found:
    for index, delegation in enumerate(organisation.delegations):
        if delegation.office and delegation.office == delegation.to:
            said = notice("organisation.delegation_to_itself", office=delegation.office)
            yield ("delegations", index, "to"), said


def _delegation_loops(organisation: Organisation) -> Found:
    for loop in delegation_loops(organisation.delegations):
        first = organisation.delegations[loop[0]]
        offices = [organisation.delegations[index].office for index in loop]
        said = notice("organisation.delegation_loop", workflow=first.workflow, offices=_arrows(offices))
        yield ("delegations", loop[0], "to"), said


def _own_substitutes(organisation: Organisation) -> Found:
    for index, substitution in enumerate(organisation.substitutions):
        for position, deputy in enumerate(substitution.deputies):
            if deputy == substitution.office:
                path = ("substitutions", index, "deputies", position)
                yield path, notice("organisation.substitute_of_itself", office=deputy)


def _no_administrator(organisation: Organisation) -> Found:
    held = {appointment.office for appointment in organisation.appointments}
    administrators = {office.code for office in organisation.offices if office.role == ADMINISTRATOR}
    if organisation.offices and not administrators:
        yield ("offices",), notice("organisation.no_administrator", role=ADMINISTRATOR)
    elif administrators and held.isdisjoint(administrators):
        code = min(administrators)
        yield ("offices", code), notice("organisation.administrator_unheld", office=code)


def _auditors_act(organisation: Organisation) -> Found:
    """Whoever audits acts for nobody: no other office beside it, no delegation, no substitution."""
    auditing = {office.code for office in organisation.offices if office.role == AUDITOR}
    terms = [each for each in organisation.appointments if each.office in auditing]
    for index, other in enumerate(organisation.appointments):
        own = (each for each in terms if each.person == other.person and each.term.shared_with(other.term))
        if other.office not in auditing and any(own):
            said = notice("organisation.auditor_acts", person=other.person, office=other.office)
            yield ("appointments", index, "office"), said
    for section in ("delegations", "substitutions"):
        for index, standing in enumerate(getattr(organisation, section)):
            others = standing.deputies if section == "substitutions" else (standing.to,)
            for office in sorted(auditing.intersection((standing.office, *others))):
                yield (section, index), notice("organisation.auditor_stands_in", office=office)


CHECKS: tuple[Callable[[Organisation], Found], ...] = (
    _unknown_names,
    _parent_cycles,
    _ambiguous_spellings,
    _shared_accounts,
    _repeated_appointments,
    _repeated_substitutions,
    _unfilled_offices,
    _filled_vacancies,
    _own_delegations,
    _delegation_loops,
    _own_substitutes,
    _no_administrator,
    _auditors_act,
)


def _arrows(names: Sequence[str]) -> str:
    return " → ".join((*names, names[0]))
