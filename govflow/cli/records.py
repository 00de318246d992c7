"""What acts have kept with a proposal, for people: each record under the act that kept it, a line a value.

Names and codes are told by the titles of the definition; what it does not know stands as it was kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from govflow.cli.amount import exact
from govflow.cli.output import Output
from govflow.cli.prose import listed
from govflow.cli.table import Column
from govflow.messages import Notice, Title, notice

Kept = Mapping[str, Any]
"""One record, or one value of several parts, as JSON keeps it."""


class Terms(NamedTuple):
    """How a definition calls what acts carry: its values and roles by name."""

    values: Mapping[str, Any]
    roles: Mapping[str, Any]


_COLUMNS = (
    Column("heading.record", fit="wrap"),
    Column("heading.day"),
    Column("heading.field", fit="wrap"),
    Column("heading.value", fit="wrap"),
)
_HEAD = ("trigger", "day")
_COUNTS = ("seats", "present", "absent", "yes", "no", "abstain", "recused")
"""What is counted in any council, in the order in which it is read out."""


def show_records(
    out: Output, records: Mapping[str, Kept], *, acts: Mapping[str, Title], terms: Terms
) -> None:
    """A table of all records in the order of days; `acts` names what the triggers do."""
    rows: list[tuple[object, ...]] = []
    for name, kept in sorted(records.items(), key=lambda record: str(record[1].get("day"))):
        head: tuple[object, ...] = (acts.get(kept.get("trigger", ""), name), kept.get("day"))
        for detail in list(_details(kept, terms, out.lang)) or [("", "")]:
            rows.append((*head, *detail))
            head = ("", "")
    out.table(_COLUMNS, rows)


def _details(kept: Kept, terms: Terms, lang: str) -> Iterator[tuple[object, object]]:
    """Title and value; the title stands at the first item of a list. What was left empty is left out."""
    for name, plain in sorted(kept.items()):
        if name in _HEAD or plain in (None, "", []):
            continue
        value = terms.values.get(name)
        tell: Callable[..., object] = _TELLERS.get(value.type if value else name, _as_it_is)
        title = value.title if value else name
        for at, item in enumerate(plain if isinstance(plain, list) else [plain]):
            yield ("" if at else title), tell(item, value, terms=terms, lang=lang)


def _as_it_is(item: Any, _value: Any, **_how: Any) -> object:
    return str(item)


def _yen(item: Any, _value: Any, *, lang: str, **_how: Any) -> object:
    return exact(item, lang)


def _year(item: Any, _value: Any, **_how: Any) -> object:
    return notice("answer.fiscal_year", year=item)


def _flag(item: Any, _value: Any, **_how: Any) -> object:
    return bool(item)


def _choice(item: Any, value: Any, **_how: Any) -> object:
    return value.choices.get(item, str(item))


def _counts(item: Kept, _value: Any, **_how: Any) -> object:
    """The usual counts in words, then any others by the names they were given."""
    usual = {name: notice(f"answer.count.{name}") for name in _COUNTS if name in item}
    names: dict[str, Notice | str] = {**usual, **{name: name for name in sorted(item) if name not in usual}}
    return listed([notice("answer.counted", what=what, count=item[name]) for name, what in names.items()])


def _condition(condition: Kept, _value: Any, *, terms: Terms, **_how: Any) -> object:
    """Its text, and when, by whom and in which order it is to be met."""
    said = list(_condition_terms(condition, terms))
    text = str(condition["text"])
    return notice("answer.condition", text=text, terms=said) if said else text


def _condition_terms(condition: Kept, terms: Terms) -> Iterator[Notice]:
    if due := condition.get("due"):
        yield notice("answer.condition_due", value=due)
    if owner := condition.get("owner"):
        role = terms.roles.get(owner)
        yield notice("answer.condition_owner", value=role.title if role else owner)
    if condition.get("precedent"):
        yield notice("answer.condition_precedent")


_TELLERS: Mapping[str, Callable[..., object]] = {
    "yen": _yen,
    "year": _year,
    "flag": _flag,
    "choice": _choice,
    "names": _choice,
    "counts": _counts,
    "conditions": _condition,
    "amount": _yen,
}
"""By the type of a value; without a definition, by the names `amount`, `counts` and `conditions`."""
