"""A document's number as people give it: `DM-2025-0001`, or as Japanese documents print it, 令和7年度決第1号."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

from govflow.documents.dates import fiscal_year
from govflow.domain.number import Number
from govflow.services.documents.kinds import kinds_known
from govflow.services.session import Session

if TYPE_CHECKING:
    from govflow.store import UnitOfWork

_PRINTED = re.compile(r"(.+年度)(.+)第([0-9]{1,9})号(?:\((.+)\))?")
_FIRST_YEAR = 1873
"""Since then Japan counts its years as everybody does."""


def number_meant(session: Session, work: UnitOfWork, given: str) -> str:
    """The number that the store keeps a document under; what is no number is given back as it came.

    Full-width letters and digits mean the same as narrow ones, and spaces mean nothing.
    """
    plain = "".join(unicodedata.normalize("NFKC", given).split())
    printed = _PRINTED.fullmatch(plain)
    if printed is None:
        return plain or given
    year, series, serial, beside = printed.groups()
    numbers = [
        str(Number(kept, fiscal, int(serial)))
        for fiscal in _years(session, year)
        for kept in _series(session, work, series)
    ]
    meant = (number for number in numbers if beside in (None, number))
    return next((number for number in meant if work.documents.get(number)), given)


def _years(session: Session, printed: str) -> Iterator[int]:
    """The fiscal year that is printed so."""
    years = range(session.today().year, _FIRST_YEAR - 1, -1)
    return (year for year in years if fiscal_year(year, "ja") == printed)


def _series(session: Session, work: UnitOfWork, printed: str) -> list[str]:
    """What a series is called in numbers, by its Japanese name, as every definition and charter says it."""
    found = (kind.series for kind in kinds_known(session, work))
    return list(dict.fromkeys(series.en for series in found if series.ja == printed))
