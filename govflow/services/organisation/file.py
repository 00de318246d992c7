"""The organisation file: strict reading of its YAML into an `Organisation`, every problem at once.

What the parts must be to each other is checked in `check`.
"""

from __future__ import annotations

import re
from pathlib import Path

from govflow.domain.organisation import (
    Absence,
    Appointment,
    Delegation,
    Ministry,
    Office,
    Organisation,
    Person,
    Role,
    Substitution,
    Term,
)
from govflow.messages import Title, notice
from govflow.reading import LARGE_DOCUMENT_BYTES, Node, Reader, Record, parse_yaml, read_document
from govflow.services.organisation.check import check

FORMAT = 1


def read_organisation(path: Path) -> Organisation:
    """The organisation in a YAML or JSON file; BadInput with every problem of it."""
    return _organisation(read_document(path, limit=LARGE_DOCUMENT_BYTES))


def parse_organisation(text: str, *, file: str) -> Organisation:
    """The organisation in a YAML text; BadInput with every problem of it, placed in `file`."""
    return _organisation(parse_yaml(text, file=file, limit=LARGE_DOCUMENT_BYTES))


def _organisation(root: Node) -> Organisation:
    reader = Reader()
    organisation = _sections(reader.record(root), reader)
    for problem in check(organisation, root):
        reader.problem(*problem)
    reader.raise_if_any()
    return organisation


def _sections(record: Record, reader: Reader) -> Organisation:
    """The parts in the order of the file; after a problem a part holds what could be read."""
    if record.has("format"):
        record.integer("format", minimum=FORMAT, maximum=FORMAT)
    else:
        record.problem("format", notice("organisation.format_missing", format=FORMAT))
    organisation = Organisation(
        name=record.title("name"),
        ministries=tuple(_ministry(code, each, reader) for code, each in record.entries("ministries")),
        roles=tuple(_role(code, each) for code, each in record.entries("roles")),
        offices=tuple(_office(code, each) for code, each in record.entries("offices")),
        persons=tuple(_person(code, each, reader) for code, each in record.entries("persons")),
        appointments=tuple(map(_appointment, record.records("appointments"))),
        absences=tuple(map(_absence, record.records("absences", default=()))),
        delegations=tuple(map(_delegation, record.records("delegations", default=()))),
        substitutions=tuple(map(_substitution, record.records("substitutions", default=()))),
        vacancies=record.names("vacancies", default=()),
    )
    record.finish()
    return organisation


def _ministry(code: str, record: Record, reader: Reader) -> Ministry:
    ministry = Ministry(
        code=code,
        title=record.title("title"),
        parent=record.optional_name("parent"),
        corporate_number=_corporate_number(record),
        spellings=record.texts("spellings"),
    )
    record.finish()
    return ministry


def _corporate_number(record: Record) -> str | None:
    number = record.optional_text("corporate_number")
    if number and not _is_corporate_number(number):
        record.problem("corporate_number", notice("organisation.corporate_number", number=number))
    return number


def _is_corporate_number(number: str) -> bool:
    """Thirteen digits, the first of which checks the others (the rule of the corporate number ordinance)."""
    if not re.fullmatch("[1-9][0-9]{12}", number):
        return False
    weighted = sum(int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(number[1:])))
    return int(number[0]) == 9 - weighted % 9


def _role(code: str, record: Record) -> Role:
    role = Role(code, record.title("title"))
    record.finish()
    return role


def _office(code: str, record: Record) -> Office:
    title = record.title("title")
    office = Office(code, title, role=record.name("role"), ministry=record.name("ministry"))
    record.finish()
    return office


def _person(code: str, record: Record, reader: Reader) -> Person:
    name: Title = record.title("name")
    person = Person(code, name, accounts=record.texts("accounts"))
    record.finish()
    return person


def _appointment(record: Record) -> Appointment:
    appointment = Appointment(
        person=record.name("person"),
        office=record.name("office"),
        term=_term(record),
        concurrent=record.flag("concurrent", default=False),
    )
    record.finish()
    return appointment


def _absence(record: Record) -> Absence:
    absence = Absence(record.name("person"), _term(record), record.optional_text("reason") or "")
    record.finish()
    return absence


def _delegation(record: Record) -> Delegation:
    delegation = Delegation(
        office=record.name("office"),
        to=record.name("to"),
        workflow=record.name("workflow"),
        triggers=record.names("triggers", default=()),
        kinds=record.names("kinds", default=()),
        amount_limit=record.yen("amount_limit"),
        term=_term(record),
    )
    record.finish()
    return delegation


def _substitution(record: Record) -> Substitution:
    deputies = record.names("deputies")
    if not deputies:
        record.problem("deputies", notice("organisation.no_deputies"))
    substitution = Substitution(record.name("office"), deputies, _term(record))
    record.finish()
    return substitution


def _term(record: Record) -> Term:
    term = Term(record.optional_date("from"), record.optional_date("until"))
    if term.start and term.end and term.end < term.start:
        record.problem("until", notice("organisation.term_reversed", start=term.start, end=term.end))
    return term
