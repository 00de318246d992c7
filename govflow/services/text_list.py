"""Lists of short texts in input files: spellings, accounts, cell values; anything but identifiers."""

from __future__ import annotations

from govflow.errors import BadInput
from govflow.messages import notice
from govflow.reading import Node, Reader, Record
from govflow.reading.limits import LINE_LENGTH
from govflow.reading.scalar import text_of


def texts(record: Record, key: str, *, reader: Reader) -> tuple[str, ...]:
    """The texts listed under `key`, none when it is not stated; every unfit or repeated one is a problem."""
    node = record.node(key)
    if node is None or node.value is None:
        return ()
    if node.items is None:
        reader.problem(node.place, notice("reading.not_a_list", key=key, kind=node.kind))
        return ()
    found: dict[str, Node] = {}
    for item in node.items:
        text = _text(item, key, reader=reader)
        first = found.setdefault(text, item)
        if first is not item and text:
            said = notice("reading.name_repeated", key=key, name=text, first=str(first.place))
            reader.problem(item.place, said)
    return tuple(text for text in found if text)


def _text(item: Node, key: str, *, reader: Reader) -> str:
    try:
        text = text_of(item, key, multiline=False, max_length=LINE_LENGTH)
    except BadInput as bad:
        reader.problems.extend(bad.problems)
        return ""
    if not text.strip():
        reader.problem(item.place, notice("reading.required", key=key))
    return text.strip() and text
