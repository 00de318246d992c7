"""Issues and replies as somebody states them: read strictly from positioned input, every problem told.

Each is a mapping, or a text: `field: what is to be mended`, `number=reply`. A cell or option divides several by `;`;
replies may be a mapping of texts by number.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from govflow.messages import notice
from govflow.reading.node import Entry, Node
from govflow.reading.record import Reader, Record
from govflow.services.ground import Ground
from govflow.services.spelling import Spellings, coded, hint
from govflow.workflow.value import Value

Parse = Callable[[Node], Node]
"""Makes a mapping of one text."""

_LABELLED = re.compile(r"\s*([^\s:：=]{1,100})\s*[:：=]\s*(.+)", re.DOTALL)


def read_issues(record: Record, value: Value, ground: Ground) -> list[dict[str, Any]]:
    """The issues of a list, each with its `text`, and the `field` that it is about where it names one."""
    fields = Spellings(ground.fields)

    def parse(node: Node) -> Node:
        """A word that is no field's name belongs to the text."""
        found = _LABELLED.fullmatch(str(node.value))
        known = found and fields.meant(found[1])
        return _part(found[2], node, field=known) if found and known else _part(str(node.value), node)

    def one(issue: Record) -> dict[str, Any]:
        read = {"text": issue.text("text", multiline=True).strip()}
        if field := issue.optional_text("field"):
            read["field"] = fields.meant(field) or field
            if read["field"] not in ground.fields:
                near = hint(coded(name, ground.fields[name]) for name in fields.nearest(field))
                issue.problem("field", notice("values.issue_of_no_field", field=field, hint=near))
        return read

    found = _read(record, value.name, parse, one)
    if len({issue["text"] for issue in found}) < len(found):
        record.problem(value.name, notice("values.issue_repeated"))
    return found


def read_replies(record: Record, value: Value, ground: Ground) -> list[dict[str, Any]]:
    """The replies of a list, in the order of the issues that they answer."""

    def parse(node: Node) -> Node:
        found = _LABELLED.fullmatch(str(node.value))
        return _part(found[2], node, issue=found[1]) if found else _part(str(node.value), node)

    def one(reply: Record) -> dict[str, Any]:
        return {
            "issue": reply.integer("issue", minimum=1),
            "text": reply.text("text", multiline=True).strip(),
        }

    found = _read(record, value.name, parse, one)
    numbers = [reply["issue"] for reply in found]
    for number in dict.fromkeys(each for each in numbers if numbers.count(each) > 1):
        record.problem(value.name, notice("values.reply_repeated", number=number))
    return sorted(found, key=lambda reply: int(reply["issue"]))


def _read(
    record: Record, key: str, parse: Parse, one: Callable[[Record], dict[str, Any]]
) -> list[dict[str, Any]]:
    """Each part of a value; what is wrong with one is told of the whole."""
    node, reader = record.node(key), Reader(lenient_scalars=True)
    found: list[dict[str, Any]] = []
    for part in _parts(node, parse) if node else ():
        inner = reader.record(part)
        found.append(one(inner))
        inner.finish()
    for problem in reader.problems:
        record.problem(key, problem.notice)
    return found


def _parts(node: Node, parse: Parse) -> Iterator[Node]:
    """The mappings of a list, of a mapping by number, or of a text in which several stand."""
    if node.entries is not None:
        yield from (_part(str(entry.node.value), node, issue=name) for name, entry in node.entries.items())
        return
    texts = [part for part in str(node.value).split(";") if part.strip()]
    items = node.items if node.items is not None else tuple(Node(text, node.place, text) for text in texts)
    yield from (item if item.entries is not None else parse(item) for item in items)


def _part(text: str, node: Node, **more: str) -> Node:
    given = {**more, "text": text.strip()}
    entries = {name: Entry(node.place, Node(each, node.place, each)) for name, each in given.items()}
    return Node(entries, node.place)
