"""Who reads what of a proposal of the Ministry of Finance that affects the Ministry of Health, by persons."""

from __future__ import annotations

from reading_marks import ACTS, PROCEEDINGS
from small_organisation import CENTRE, POSTS

_NAMED = {
    "planned_price": {"clerk", "pjmo", "pmo", "accounts"},
    "vulnerabilities": {"clerk", "pjmo", "pmo", "ciso", "adviser", "gadviser"},
}
_ASKED = {
    *("title", "title_en", "ministry", "fiscal_year", "kind", "amount", "purpose", "outline", "users"),
    *("schedule", "system_id", "affected_ministries"),
}
_COUNCIL = {
    *("title", "title_en", "ministry", "fiscal_year", "kind", "amount", "previous_amount", "start_year"),
    *("end_year", "legal_basis", "problem", "purpose", "outline", "options", "users", "kpis", "schedule"),
    *("procurement", "risks", "affected_ministries", "standards_concerned", "marks"),
}
_MINISTRY_ONLY = {"draft", "pmo_check", "ministry_review", "discarded", "not put forward", "withdrawn"}
_IN_EMERGENCY = {"provisional", "not ratified"}
_BEFORE_ASKING = _MINISTRY_ONLY | {"intake", "returned"} | _IN_EMERGENCY
_BEFORE_THE_AGENDA = (_BEFORE_ASKING - _IN_EMERGENCY) | {"coordination", "agenda_ready", "merged"}
"""States of the straight way, and the situations beside it by their names; all others are open to the council, too."""

_JUDGING = {"secretariat", "amb", "gadviser", "committee", "gcio"}

READERS = (
    *(f"{ministry}_{post}" for ministry in ("mof", "mhlw", "mic") for post in POSTS),
    *CENTRE,
    "auditor",
)


def may_read(person: str, state: str, field: str) -> bool:
    """The rules, said plainly, for persons named after their posts; what acts carry
    and what a body says count as fields, too."""
    ministry, _, post = person.rpartition("_")
    if field == PROCEEDINGS:
        return is_seated(person) or person in ("secretariat", "gcio", "auditor")  # gcio decides alone for it
    named = field not in _NAMED or post in _NAMED[field]
    if person == "auditor" or (ministry == "mof" and named):
        return True
    if person in _JUDGING:
        return state not in _MINISTRY_ONLY and named
    asked = person in _asked(state)
    seated = is_seated(person) and state not in _BEFORE_THE_AGENDA
    return field != ACTS and ((asked and field in _ASKED) or (seated and field in _COUNCIL))


def is_seated(person: str) -> bool:
    """Whether somebody is one of the council."""
    return person.endswith(("_cio", "_dcio")) or person == "chair"


def _asked(state: str) -> set[str]:
    """Who was asked a step: of a merge the owner of the other proposal, too."""
    if state in _BEFORE_ASKING:
        return set()
    return {"mhlw_cio", "mic_cio"} if state == "merged" else {"mhlw_cio"}


def kind_of(person: str, state: str, fields: tuple[str, ...]) -> tuple[object, ...]:
    """Those of one kind read the same, and hold the same kind of place: in a ministry, a body, the centre."""
    open_fields = tuple(field for field in fields if may_read(person, state, field))
    return open_fields, is_seated(person), person in CENTRE and (person in _JUDGING or person)
