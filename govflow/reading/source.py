"""Files to bytes, text and documents: every way in which that can fail is a clear refusal."""

from __future__ import annotations

from pathlib import Path

from govflow.errors import BadInput
from govflow.messages import Notice, notice
from govflow.reading.json_source import parse_json
from govflow.reading.limits import DOCUMENT_BYTES, refuse_oversize
from govflow.reading.node import Node
from govflow.reading.position import Positions
from govflow.reading.yaml_source import parse_yaml

_PARSERS = {".yaml": parse_yaml, ".yml": parse_yaml, ".json": parse_json}


def read_bytes(path: Path, *, limit: int = DOCUMENT_BYTES) -> bytes:
    """The content of a file of at most `limit` bytes; never reads more than one byte beyond."""
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except (OSError, ValueError) as error:
        raise BadInput.at(None, _why_unreadable(error, path)) from error
    refuse_oversize(len(data), str(path), limit=limit)
    return data


def read_text(path: Path, *, limit: int = DOCUMENT_BYTES) -> str:
    """The UTF-8 text of a file, without its byte order mark."""
    data = read_bytes(path, limit=limit)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # `error.object` is what followed the mark, so its valid part shows the line and column.
        before = error.object[: error.start].decode("utf-8")
        place = Positions(before, file=str(path)).place(len(before))
        byte = f"0x{error.object[error.start]:02X}"
        raise BadInput.at(place, notice("reading.not_utf8", byte=byte)) from error


def read_document(path: Path, *, limit: int = DOCUMENT_BYTES) -> Node:
    """A YAML or JSON file, told apart by its suffix."""
    parse = _PARSERS.get(path.suffix.lower())
    if parse is None:
        raise BadInput.at(None, notice("reading.file_kind_unknown", file=str(path), known=tuple(_PARSERS)))
    return parse(read_text(path, limit=limit), file=str(path), limit=limit)


def _why_unreadable(error: OSError | ValueError, path: Path) -> Notice:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return notice("reading.file_missing", file=str(path))
    if isinstance(error, IsADirectoryError):
        return notice("reading.file_is_directory", file=str(path))
    if isinstance(error, PermissionError):
        return notice("reading.file_forbidden", file=str(path))
    return notice("reading.file_unreadable", file=str(path), detail=str(error))
