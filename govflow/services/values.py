"""Typed values: a proposal's fields and what acts carry, read strictly from positioned input by their definition.

The result is plain data that JSON keeps: integers, texts, ISO dates, lists. An absent value is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from govflow.domain.organisation import Directory
from govflow.errors import NotFound, Place
from govflow.messages import Notice, Title, did_you_mean, notice
from govflow.reading.node import Entry, Node, node_of
from govflow.reading.record import Reader, Record
from govflow.services.ground import Ground
from govflow.services.spelling import Spellings, coded, hint
from govflow.services.stated_conditions import read_conditions
from govflow.services.stated_issues import read_issues, read_replies
from govflow.workflow.value import Value

Read = Callable[[Record, Value, Ground], Any]


def payload_node(payload: Mapping[str, Any], *, source: str) -> Node:
    """Values handed over in Python (or as `--set name=value` texts) as positioned input."""
    return Node(
        {name: _entry(value, Place(f"{source}.{name}", 1, 1)) for name, value in payload.items()},
        Place(source, 1, 1),
    )


def _entry(value: Any, place: Place) -> Entry:
    return Entry(place, node_of(value, place))


def read_values(record: Record, values: Iterable[Value], ground: Ground) -> dict[str, Any]:
    """Every one of `values` that the record gives, by name."""
    found: dict[str, Any] = {}
    for value in values:
        if record.has(value.name):
            record.call(value.name, coded(value.name, value.title))
            plain = READERS[value.type](record, value, ground)
            if plain not in (None, [], {}, ""):
                found[value.name] = plain
    return found


def ministry_code(name: str, directory: Directory) -> str | None:
    """The code of a ministry given by its code, either title, or a known spelling, in any case."""
    wanted = name.strip()
    if wanted in directory.ministries:
        return wanted
    for ministry in directory.ministries.values():
        if wanted in (ministry.title.ja, ministry.title.en, *ministry.spellings):
            return ministry.code
    spelled = {code: (*m.title, *m.spellings) for code, m in directory.ministries.items()}
    return Spellings(spelled).meant(wanted)


def known_ministry(name: str, directory: Directory) -> str:
    """As `ministry_code`; NotFound, with what was probably meant, where there is no such ministry."""
    code = ministry_code(name, directory)
    if code is None:
        raise NotFound(unknown_ministry(name, directory))
    return code


def unknown_ministry(name: str, directory: Directory) -> Notice:
    """That no ministry goes by a name, and which one was perhaps meant."""
    names = [known for m in directory.ministries.values() for known in (m.code, m.title.ja, m.title.en)]
    return notice("values.unknown_ministry", name=name, hint=did_you_mean(name, names))


def _ministry(record: Record, value: Value, ground: Ground) -> str:
    return _ministry_named(record.text(value.name), record, value, ground)


def _ministry_named(name: str, record: Record, value: Value, ground: Ground) -> str:
    code = ministry_code(name, ground.directory)
    if code is None and name:
        record.problem(value.name, unknown_ministry(name, ground.directory))
    return code or ""


def _ministries(record: Record, value: Value, ground: Ground) -> list[str]:
    named = (_ministry_named(name, record, value, ground) for name in record.texts(value.name))
    return list(dict.fromkeys(named))


def _choice(record: Record, value: Value, ground: Ground) -> str:
    return _chosen(record.text(value.name), record, value)


def _chosen(given: str, record: Record, value: Value) -> str:
    """The choice meant by its name or either title, in any case; where a value has no choices, what was given."""
    if not given or not value.choices or given in value.choices:
        return given
    spellings = Spellings(value.choices)
    chosen = spellings.meant(given)
    if chosen is None:
        labels = choice_labels(value)
        near = hint(labels[name] for name in spellings.nearest(given))
        said = {"key": record.label(value.name), "value": given, "choices": list(labels.values())}
        record.problem(value.name, notice("values.unknown_choice", hint=near, **said))
    return chosen or given


def choice_labels(value: Value) -> dict[str, Title]:
    """What people are offered, by name."""
    return {name: coded(name, title) for name, title in value.choices.items()}


def _names(record: Record, value: Value, ground: Ground) -> list[str]:
    return list(dict.fromkeys(_chosen(name, record, value) for name in record.texts(value.name)))


def _date(record: Record, value: Value, ground: Ground) -> str | None:
    found = record.optional_date(value.name)
    return found.isoformat() if found else None


def _conditions(record: Record, value: Value, ground: Ground) -> list[dict[str, Any]]:
    return read_conditions(record.records(value.name), ground)


COUNTS = ("seats", "present", "absent", "yes", "no", "abstain", "recused")
"""What is counted in a council."""

_VOTES = ("yes", "no", "abstain")


def _counts(record: Record, value: Value, ground: Ground) -> dict[str, int]:
    counts = record.record(value.name)
    read = {name: counts.optional_integer(name, minimum=0) for name in COUNTS}
    counts.finish()
    given = {name: count for name, count in read.items() if count is not None}
    votes = sum(given.get(name, 0) for name in _VOTES)
    if votes > given.get("present", votes):
        said = {"key": record.label(value.name), "votes": votes, "present": given["present"]}
        record.problem(value.name, notice("values.more_votes_than_present", **said))
    return given


READERS: Mapping[str, Read] = {
    "text": lambda record, value, _: record.text(value.name),
    "prose": lambda record, value, _: record.text(value.name, multiline=True).rstrip("\n"),
    "yen": lambda record, value, _: record.yen(value.name),
    "integer": lambda record, value, _: record.optional_integer(value.name),
    "year": lambda record, value, _: record.year(value.name),
    "date": _date,
    "flag": lambda record, value, _: record.flag(value.name, default=False),
    "choice": _choice,
    "ministry": _ministry,
    "ministries": _ministries,
    "reference": lambda record, value, _: record.text(value.name),
    "conditions": _conditions,
    "counts": _counts,
    "names": _names,
    "issues": read_issues,
    "replies": read_replies,
}
"""How each of `govflow.workflow.definition.VALUE_TYPES` is read."""


def reader_over(node: Node) -> tuple[Reader, Record]:
    """A lenient reader (numbers may come as text, as from a cell or `--set`) and its record over `node`."""
    reader = Reader(lenient_scalars=True)
    return reader, reader.record(node)
