"""Who reads what of a proposal of the Ministry of Finance that affects the Ministry of Health, by persons."""

from __future__ import annotations

from small_organisation import CENTRE, POSTS

_NAMED = {
    "planned_price": {"clerk", "pjmo", "pmo", "accounts"},
    "vulnerabilities": {"clerk", "pjmo", "pmo", "ciso", "adviser", "gadviser"},
}
_ASKED = {"title", "title_en", "amount", "purpose", "outline", "users", "schedule", "system_id"}
_COUNCIL = {
    *("title", "title_en", "amount", "previous_amount", "legal_basis", "problem", "purpose", "outline"),
    *("options", "users", "kpis", "schedule", "risks"),
}
_MINISTRY_ONLY = {"draft", "pmo_check", "ministry_review"}
_BEFORE_ASKING = _MINISTRY_ONLY | {"intake"}
_BEFORE_THE_AGENDA = _BEFORE_ASKING | {"coordination", "agenda_ready"}
_JUDGING = {"secretariat", "amb", "gadviser", "committee", "gcio"}

READERS = (
    *(f"{ministry}_{post}" for ministry in ("mof", "mhlw", "mic") for post in POSTS),
    *CENTRE,
    "auditor",
)


def may_read(person: str, state: str, field: str) -> bool:
    """The rules, said plainly, for persons named after their posts."""
    ministry, _, post = person.rpartition("_")
    named = field not in _NAMED or post in _NAMED[field]
    if person == "auditor" or (ministry == "mof" and named):
        return True
    if person in _JUDGING:
        return state not in _MINISTRY_ONLY and named
    asked = person == "mhlw_cio" and state not in _BEFORE_ASKING
    seated = (post in ("cio", "dcio") or person == "chair") and state not in _BEFORE_THE_AGENDA
    return (asked and field in _ASKED) or (seated and field in _COUNCIL)
