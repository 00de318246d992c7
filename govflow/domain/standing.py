"""Standing: who could act for an office on a day, by what, and who could not and why; of the organisation alone.

`authority` answers for one matter. Here what is not asked is left open: a delegation then reaches whatever it covers.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from govflow.domain.authority import Matter, Via, delegation_bars
from govflow.domain.organisation import Absence, Appointment, Delegation, Directory, Substitution, Term
from govflow.messages import Notice, notice

Row = Appointment | Absence | Delegation | Substitution

SECTION_OF: dict[type[Row], str] = {
    Appointment: "appointments",
    Absence: "absences",
    Delegation: "delegations",
    Substitution: "substitutions",
}


class Asked(NamedTuple):
    """What is to be done, as far as it is asked."""

    workflow: str | None = None
    trigger: str | None = None
    kind: str | None = None
    amount: int | None = None
    marks: frozenset[str] = frozenset()

    def matter(self, delegation: Delegation) -> Matter:
        """The matter to hold against a delegation: what is not asked is as the delegation has it."""
        first = (delegation.triggers or ("",))[0], (delegation.kinds or ("",))[0]
        return Matter(
            workflow=self.workflow or delegation.workflow,
            trigger=first[0] if self.trigger is None else self.trigger,
            kind=first[1] if self.kind is None else self.kind,
            amount=delegation.amount_limit if self.amount is None else self.amount,
            marks=self.marks,
        )


class Standing(NamedTuple):
    """A way for a person to act for `office`, in the office `held`; nobody's where `person` is None. `reasons` are all
    that stand against it, `rows` what it goes by."""

    office: str
    person: str | None
    held: str
    via: Via
    reasons: tuple[Notice, ...]
    rows: tuple[Row, ...]


def standings(directory: Directory, office: str, asked: Asked) -> Iterator[Standing]:
    """Every way to act for an office on the directory's day: holders, delegates, substitutes."""
    yield from _holders(directory, office)
    for delegation in directory.organisation.delegations:
        if delegation.office == office:
            yield from _delegates(directory, delegation, asked)
    for substitution in directory.organisation.substitutions:
        if substitution.office == office:
            yield from _substitutes(directory, substitution, asked)


def _holders(directory: Directory, office: str) -> Iterator[Standing]:
    """Each who ever holds the office once, by the appointment of the day if there is one."""
    appointments = [a for a in directory.organisation.appointments if a.office == office]
    for person in dict.fromkeys(a.person for a in appointments):
        own = [a for a in appointments if a.person == person]
        row = next((a for a in own if a.term.covers(directory.day)), own[-1])
        out = _out_of_term(row.term, directory)
        reasons = (out,) if out else tuple(_away(directory, person))
        yield Standing(office, person, office, Via.OWN, reasons, (row, *_absences(directory, person)))


def _delegates(directory: Directory, delegation: Delegation, asked: Asked) -> Iterator[Standing]:
    out = _out_of_term(delegation.term, directory)
    barred = [out] if out else list(delegation_bars(delegation, asked.matter(delegation)))
    for person, rows, reasons in _people(directory, delegation.to):
        against = (*barred, *reasons)
        yield Standing(delegation.office, person, delegation.to, Via.DELEGATION, against, (delegation, *rows))


def _substitutes(directory: Directory, order: Substitution, asked: Asked) -> Iterator[Standing]:
    """In their order; the first with somebody present acts, while nobody who holds the office is there."""
    out = _out_of_term(order.term, directory)
    barred = [out] if out else list(_no_substitution(directory, order, asked))
    causes = [a for person in directory.holders(order.office) for a in _absences(directory, person)]
    earlier: str | None = None
    for deputy in order.deputies:
        first = [notice("standing.earlier_deputy", office=earlier)] if earlier else []
        for person, rows, reasons in _people(directory, deputy):
            against = (*barred, *first, *reasons)
            yield Standing(order.office, person, deputy, Via.SUBSTITUTION, against, (order, *causes, *rows))
        if earlier is None and directory.present_holders(deputy):
            earlier = deputy


def _no_substitution(directory: Directory, order: Substitution, asked: Asked) -> Iterator[Notice]:
    present = directory.present_holders(order.office)
    if directory.substitution_of(order.office) != order:
        yield notice("standing.other_order")
    if present:
        yield notice("standing.holder_present", names=[directory.persons[p].name for p in present])
    if "important" in asked.marks:
        yield notice("standing.important")


def _people(
    directory: Directory, office: str
) -> Iterator[tuple[str | None, tuple[Row, ...], tuple[Notice, ...]]]:
    """Who holds an office on the day, by what, and whether they are away; a vacancy is a reason too."""
    for person in directory.holders(office):
        rows = [
            a
            for a in directory.organisation.appointments
            if (a.person, a.office) == (person, office) and a.term.covers(directory.day)
        ]
        yield person, (*rows, *_absences(directory, person)), tuple(_away(directory, person))
    if not directory.holders(office):
        yield None, (), (notice("standing.vacant", office=office),)


def _absences(directory: Directory, person: str) -> tuple[Absence, ...]:
    return tuple(
        a for a in directory.organisation.absences if a.person == person and a.term.covers(directory.day)
    )


def _away(directory: Directory, person: str) -> Iterator[Notice]:
    for absence in _absences(directory, person):
        start, end = absence.term
        yield notice("standing.absent", start=start or "–", until=end or "–")


def _out_of_term(term: Term, directory: Directory) -> Notice | None:
    """Why a term has nothing to say on the day."""
    if term.end is not None and term.end < directory.day:
        return notice("standing.ended", day=term.end)
    if term.start is not None and term.start > directory.day:
        return notice("standing.begins", day=term.start)
    return None
