"""Rows of an organisation and open work, told in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from govflow.cli.output import Output
from govflow.cli.prose import blank, paragraph
from govflow.cli.table import Column
from govflow.messages import Notice, notice

_TERMED = ("appointments", "absences", "delegations", "substitutions")

_WORK = (
    Column("heading.office"),
    Column("heading.reference"),
    Column("heading.title", fit="wrap"),
    Column("heading.awaited", fit="wrap"),
    Column("heading.due"),
)


def rows_told(changed: Mapping[str, Any]) -> Iterator[Notice]:
    """What came and what went, of each section; a new end of a term is told as one change."""
    for section, rows in changed.items():
        went = list(rows["went"])
        for row in rows["came"]:
            before = next((old for old in went if _same(section, old, row)), None)
            if before is not None:
                went.remove(before)
            code = "organisation_act.changes" if before else "organisation_act.comes"
            yield notice(code, row=row_told(section, row))
        for row in went:
            yield notice("organisation_act.goes", row=row_told(section, row))


def _same(section: str, old: Any, new: Any) -> bool:
    """Whether two rows differ by nothing but their ends."""
    if section not in _TERMED:
        return False
    return {**old, "term": old["term"][0]} == {**new, "term": new["term"][0]}


def row_told(section: str, row: Any) -> Notice:
    """One row; its term is a pair of days, or stands in `from` and `until`."""
    if not isinstance(row, Mapping):
        return notice("organisation_act.row_vacancies", office=row)
    if section not in _TERMED:
        return notice(f"organisation_act.row_{section}", code=row["code"])
    start, end = row["term"] if "term" in row else (row["from"], row["until"])
    return _ROWS[section](row, _days(start, end))


def _days(start: str | None, end: str | None) -> Notice:
    code = "days" if start and end else "days_from" if start else "days_until" if end else "days_open"
    return notice(f"organisation_act.{code}", start=start, end=end)


def _appointment(row: Mapping[str, Any], days: Notice) -> Notice:
    code = "organisation_act.row_concurrent" if row["concurrent"] else "organisation_act.row_appointments"
    return notice(code, person=row["person"], office=row["office"], days=days)


def _absence(row: Mapping[str, Any], days: Notice) -> Notice:
    said = {"person": row["person"], "days": days, "reason": row["reason"]}
    return notice(
        "organisation_act.row_absence_reason" if row["reason"] else "organisation_act.row_absences", **said
    )


def _delegation(row: Mapping[str, Any], days: Notice) -> Notice:
    scope: list[object] = [row["workflow"], *row["triggers"], *row["kinds"]]
    if row["amount_limit"] is not None:
        scope.append(notice("organisation_act.up_to", limit=row["amount_limit"]))
    return notice(
        "organisation_act.row_delegations", office=row["office"], to=row["to"], scope=scope, days=days
    )


def _substitution(row: Mapping[str, Any], days: Notice) -> Notice:
    said = {"office": row["office"], "deputies": row["deputies"], "days": days}
    return notice("organisation_act.row_substitutions", **said)


_ROWS = {
    "appointments": _appointment,
    "absences": _absence,
    "delegations": _delegation,
    "substitutions": _substitution,
}


def work_told(out: Output, work: Sequence[Mapping[str, Any]]) -> None:
    """The list that is handed over (引継ぎ)."""
    blank(out)
    if not work:
        paragraph(out, notice("organisation_act.nothing_open"))
        return
    paragraph(out, notice("organisation_act.handed_over", count=len(work)))
    rows = [(w["office"], _which(w), w["title"], _awaited(w), w["due_on"]) for w in work]
    out.table(_WORK, rows)


def _which(work: Mapping[str, Any]) -> str:
    return f"{work['reference']}#{work['number']}" if work["number"] else str(work["reference"])


def _awaited(work: Mapping[str, Any]) -> object:
    return work["state"]
