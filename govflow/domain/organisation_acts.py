"""Acts on an organisation: to appoint, record an absence, delegate, revoke, transfer, each from a day on.

An act is plain data, as its history entry keeps it; days are ISO texts. `apply` makes the next organisation of the
present one, or tells every reason why not. It is pure: the audit makes each version again from the one before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from govflow.domain.organisation import Absence, Appointment, Delegation, Organisation
from govflow.domain.organisation_check import organisation_problems
from govflow.domain.organisation_terms import begun, covers, ended, is_over, joined, term_of, with_vacancies
from govflow.domain.plain import plain, thawed
from govflow.messages import Notice, Title, did_you_mean, notice

Reasons = Iterator[Notice]


class Appoint(NamedTuple):
    """A person comes to hold an office. `newcomer` is the name of one whom the organisation does not know yet,
    `accounts` are that person's."""

    person: str
    office: str
    start: str
    until: str | None = None
    concurrent: bool = False
    newcomer: Title | None = None
    accounts: tuple[str, ...] = ()

    def names(self) -> Names:
        return Names(offices=(self.office,), joining=self.person)

    def against(self, organisation: Organisation) -> Reasons:
        """What stands against the act itself."""
        return iter(())

    def made(self, organisation: Organisation) -> Organisation:
        new = Appointment(self.person, self.office, term_of(self.start, self.until), self.concurrent)
        made = replace(organisation, appointments=(*organisation.appointments, new))
        return joined(made, self.person, newcomer=self.newcomer, accounts=self.accounts)


class Absent(NamedTuple):
    """A person is away: substitutes may act."""

    person: str
    start: str
    until: str | None = None
    reason: str = ""

    def names(self) -> Names:
        return Names(persons=(self.person,))

    def against(self, organisation: Organisation) -> Reasons:
        term = term_of(self.start, self.until)
        for absence in organisation.absences:
            if absence.person == self.person and absence.term.shared_with(term):
                days = {"start": absence.term.start or "–", "until": absence.term.end or "–"}
                yield notice("organisation_act.absent_already", person=self.person, **days)

    def made(self, organisation: Organisation) -> Organisation:
        new = Absence(self.person, term_of(self.start, self.until), self.reason)
        return replace(organisation, absences=(*organisation.absences, new))


class Delegate(NamedTuple):
    """Office `to` decides for `office` from a day on; `triggers` and `kinds` empty mean all."""

    office: str
    to: str
    workflow: str
    start: str
    until: str | None = None
    triggers: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    amount_limit: int | None = None

    def names(self) -> Names:
        return Names(offices=(self.office, self.to))

    def against(self, organisation: Organisation) -> Reasons:
        made = self._delegation()
        for known in organisation.delegations:
            if known._replace(term=made.term) == made and known.term.shared_with(made.term):
                yield notice("organisation_act.delegated_already", office=self.office, to=self.to)

    def made(self, organisation: Organisation) -> Organisation:
        return replace(organisation, delegations=(*organisation.delegations, self._delegation()))

    def _delegation(self) -> Delegation:
        _, _, workflow, start, until, triggers, kinds, limit = self
        return Delegation(self.office, self.to, workflow, triggers, kinds, limit, term_of(start, until))


class RevokeAppointment(NamedTuple):
    """A person no longer holds an office, from a day on."""

    person: str
    office: str
    start: str

    def names(self) -> Names:
        return Names(persons=(self.person,), offices=(self.office,))

    def against(self, organisation: Organisation) -> Reasons:
        if not any(map(self._means, organisation.appointments)):
            said = {"person": self.person, "office": self.office, "day": self.start}
            yield notice("organisation_act.no_appointment", **said)

    def made(self, organisation: Organisation) -> Organisation:
        rows = ended(organisation.appointments, self._means, self.start)
        return replace(organisation, appointments=rows)

    def _means(self, row: Appointment) -> bool:
        return (row.person, row.office) == (self.person, self.office) and covers(row.term, self.start)


class RevokeAbsence(NamedTuple):
    """A person is back, from a day on."""

    person: str
    start: str

    def names(self) -> Names:
        return Names(persons=(self.person,))

    def against(self, organisation: Organisation) -> Reasons:
        if not any(map(self._means, organisation.absences)):
            yield notice("organisation_act.no_absence", person=self.person, day=self.start)

    def made(self, organisation: Organisation) -> Organisation:
        return replace(organisation, absences=ended(organisation.absences, self._means, self.start))

    def _means(self, row: Absence) -> bool:
        return row.person == self.person and covers(row.term, self.start)


class RevokeDelegation(NamedTuple):
    """An office's standing delegations of the day end; `to`, `workflow` and `trigger` narrow which ones."""

    office: str
    start: str
    to: str | None = None
    workflow: str | None = None
    trigger: str | None = None

    def names(self) -> Names:
        return Names(offices=tuple(office for office in (self.office, self.to) if office))

    def against(self, organisation: Organisation) -> Reasons:
        if not any(map(self._means, organisation.delegations)):
            yield notice("organisation_act.no_delegation", office=self.office, day=self.start)

    def made(self, organisation: Organisation) -> Organisation:
        return replace(organisation, delegations=ended(organisation.delegations, self._means, self.start))

    def _means(self, row: Delegation) -> bool:
        return (
            row.office == self.office
            and self.to in (None, row.to)
            and self.workflow in (None, row.workflow)
            and (self.trigger is None or self.trigger in row.triggers)
            and covers(row.term, self.start)
        )


class Transfer(NamedTuple):
    """`to` comes into the offices that a person holds on the day, into all of them where none is named."""

    person: str
    to: str
    start: str
    offices: tuple[str, ...] = ()
    newcomer: Title | None = None
    accounts: tuple[str, ...] = ()

    def names(self) -> Names:
        return Names(persons=(self.person,), offices=self.offices, joining=self.to or None)

    def against(self, organisation: Organisation) -> Reasons:
        """Nobody hands over to nobody, to the same person, or what is not held on the day."""
        if self.to in ("", self.person):
            code = "organisation_act.to_the_same" if self.to else "organisation_act.to_nobody"
            yield notice(code, person=self.person)
        held = dict.fromkeys(row.office for row in organisation.appointments if self._holds(row))
        if not held:
            yield notice("organisation_act.holds_nothing", person=self.person, day=self.start)
        for office in self.offices:
            if held and office not in held:
                said = {"person": self.person, "office": office, "day": self.start, "offices": list(held)}
                yield notice("organisation_act.office_not_held", **said)

    def made(self, organisation: Organisation) -> Organisation:
        """The successor's appointments begin on the day from which the predecessor no longer holds the offices, and end
        as the predecessor's would have."""
        handed = self.handed(organisation)
        kept = ended(organisation.appointments, lambda row: row in handed, self.start)
        new = (row._replace(person=self.to, term=begun(row.term, self.start)) for row in handed)
        made = replace(organisation, appointments=(*kept, *new))
        return joined(made, self.to, newcomer=self.newcomer, accounts=self.accounts)

    def handed(self, organisation: Organisation) -> tuple[Appointment, ...]:
        """The appointments that pass: of each office the one of the day, and the person's later ones."""
        held = {row.office for row in organisation.appointments if self._holds(row)}
        passing = held.intersection(self.offices or held)
        return tuple(
            row
            for row in organisation.appointments
            if row.person == self.person and row.office in passing and not is_over(row.term, self.start)
        )

    def _holds(self, row: Appointment) -> bool:
        return row.person == self.person and covers(row.term, self.start)


OrganisationAct = (
    Appoint | Absent | Delegate | RevokeAppointment | RevokeAbsence | RevokeDelegation | Transfer
)

ACTS: Mapping[str, type[OrganisationAct]] = {
    "appoint": Appoint,
    "absent": Absent,
    "delegate": Delegate,
    "revoke_appointment": RevokeAppointment,
    "revoke_absence": RevokeAbsence,
    "revoke_delegation": RevokeDelegation,
    "transfer": Transfer,
}
"""The acts by their words in the history."""

TRIGGER_OF = {kind: trigger for trigger, kind in ACTS.items()}


class Names(NamedTuple):
    """Whom and what an act is about; `joining` is a person who may be new with it."""

    persons: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    joining: str | None = None


class Applied(NamedTuple):
    """What an act would make of an organisation, and every reason against it."""

    organisation: Organisation
    reasons: tuple[Notice, ...]


def payload_of(act: OrganisationAct) -> dict[str, Any]:
    """The act as its entry keeps it."""
    kept: dict[str, Any] = plain(act)
    return kept


def act_of(trigger: str, payload: Mapping[str, Any]) -> OrganisationAct:
    """The act that an entry tells of. TypeError, ValueError or LookupError where it holds none."""
    kind: type[Any] = ACTS[trigger]
    act: OrganisationAct = thawed(kind, payload)
    return act


def apply(act: OrganisationAct, organisation: Organisation) -> Applied:
    """The next organisation, and every reason against it."""
    made = with_vacancies(act.made(organisation), before=organisation.vacancies)
    reasons = (*_unknown(act, organisation), *_reversed(act), *act.against(organisation), *_of_whole(made))
    return Applied(made, reasons)


def _of_whole(made: Organisation) -> Reasons:
    """What the organisation would no longer be; unknown names have been told."""
    for path, said in organisation_problems(made):
        if path[0] not in ("appointments", "absences", "delegations") or "unknown_" not in said.code:
            yield said


def _unknown(act: OrganisationAct, organisation: Organisation) -> Reasons:
    """Names that the organisation does not know; who is new must not be known yet."""
    persons = {person.code for person in organisation.persons}
    offices = {office.code for office in organisation.offices}
    named, newcomer = act.names(), getattr(act, "newcomer", None)
    for person in named.persons:
        if person not in persons:
            yield notice("organisation_act.unknown_person", name=person, hint=did_you_mean(person, persons))
    if (new := named.joining) is not None and (new in persons) is (newcomer is not None):
        code = "organisation_act.known_already" if newcomer else "organisation_act.unknown_joining"
        yield notice(code, name=new, hint=did_you_mean(new, persons))
    for office in named.offices:
        if office not in offices:
            yield notice("organisation_act.unknown_office", name=office, hint=did_you_mean(office, offices))


def _reversed(act: OrganisationAct) -> Reasons:
    until = getattr(act, "until", None)
    if until is not None and until < act.start:
        yield notice("organisation_act.until_before_from", start=act.start, until=until)
