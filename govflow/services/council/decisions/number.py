"""A decision's number as documents print it, 令和7年度CIO連絡会議決定第12号, and which decision one means."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from govflow.documents.dates import fiscal_year as fiscal_year_in
from govflow.domain.council.register import Decision, DecisionNumber
from govflow.errors import NotFound
from govflow.messages import LANGUAGES, Title, did_you_mean, notice, say
from govflow.services.names import Pair
from govflow.services.session import Session

if TYPE_CHECKING:
    from govflow.store import DecisionRow, UnitOfWork

_SERIAL = re.compile(r"第([0-9]{1,9})号|No\.([0-9]{1,9})of", re.IGNORECASE)


def printed(session: Session, work: UnitOfWork, decision: Decision) -> Pair:
    """The number as documents print it."""
    charter = session.charter(work, decision.charter)
    number = DecisionNumber.of(decision.number)
    said = notice(
        "register.printed",
        year=Title(fiscal_year_in(number.year, "ja"), f"fiscal {number.year}"),
        body=Title(charter.series.ja, charter.title.en),
        serial=number.serial,
    )
    return {lang: say(said, lang) for lang in LANGUAGES}


def decision_meant(session: Session, work: UnitOfWork, given: str) -> DecisionRow:
    """The decision of a number, or of one as it is printed; full-width characters mean the same as narrow ones, and
    spaces mean nothing. NotFound with what was probably meant."""
    plain = _plain(given)
    row = work.decisions.get(plain) or _printed_so(session, work, plain)
    if row is None:
        numbers = [each.number for each in work.decisions.find()]
        raise NotFound(notice("register.unknown", number=given, hint=did_you_mean(given, numbers)))
    return row


def _printed_so(session: Session, work: UnitOfWork, plain: str) -> DecisionRow | None:
    found = _SERIAL.search(plain)
    if found is None:
        return None
    rows = work.decisions.find(serial=int(found[1] or found[2]))
    forms = ((row, printed(session, work, row.full).values()) for row in rows)
    return next((row for row, texts in forms if plain in map(_plain, texts)), None)


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())
