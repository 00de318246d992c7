"""Where hostile inputs go in: a demonstration store, the command line in this process, and what is looked at then."""

from __future__ import annotations

import io
import json
import os
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from bounded import fault_of

from govflow.cli import main
from govflow.cli.exit_codes import BUG

ROOT = Path(__file__).parents[1]
TOWN = ROOT / "examples" / "town.yaml"
CLERK, ACCOUNTANT, MAYOR = "shikaku.yuki", "sankaku.nana", "marui.hajime"
HIDDEN = frozenset({"Cc", "Cf", "Cn", "Cs", "Zl", "Zp"})


class Answer(NamedTuple):
    """What a command line came to; `fault`: what must not be, whatever the input."""

    code: int
    out: str
    err: str
    fault: str

    @property
    def plain(self) -> Any:
        return json.loads(self.out)

    @property
    def reasons(self) -> frozenset[str]:
        """The codes of everything that a refusal with --json says, those within others too."""
        return frozenset(_codes(self.plain.get("error", self.plain)))


def ran(*words: str) -> Answer:
    """Run one command line."""
    codes: list[int] = []
    with _streams() as (out, err):
        fault = fault_of(lambda: codes.append(main(words)))
    answer = Answer(codes[-1] if codes else -1, _text(out), _text(err), fault)
    if not fault and answer.code == BUG:
        fault = "a defect of the program: " + " ".join(answer.err.split())[-160:]
    return answer._replace(fault=fault or _unsafe(answer))


def founded(folder: Path) -> None:
    """A demonstration store of the town in `folder`, which all commands then use."""
    os.environ.update(GOVFLOW_STORE=str(folder / "hostile.db"), GOVFLOW_DEBUG="1", GOVFLOW_LANG="en")
    with _streams() as (_, err):  # without bounds: this is where everything is loaded
        code = main(("init", "--org", str(TOWN), "--demonstration", "--now", "2025-06-02T10:00"))
    if code:
        raise RuntimeError(_text(err))


def _unsafe(answer: Answer) -> str:
    """A hidden character in what a terminal gets."""
    for name, text in (("stdout", answer.out), ("stderr", answer.err)):
        for char in text:
            if char != "\n" and unicodedata.category(char) in HIDDEN:
                return f"{name} has U+{ord(char):04X}"
    return ""


def _codes(said: Any) -> Iterator[str]:
    if isinstance(said, dict):
        if isinstance(said.get("code"), str):
            yield said["code"]
        for value in said.values():
            yield from _codes(value)
    elif isinstance(said, list):
        for value in said:
            yield from _codes(value)


@contextmanager
def _streams() -> Iterator[tuple[io.BytesIO, io.BytesIO]]:
    out, err = io.BytesIO(), io.BytesIO()
    kept: Sequence[Any] = (sys.stdout, sys.stderr)
    sys.stdout, sys.stderr = (
        io.TextIOWrapper(one, encoding="utf-8", write_through=True) for one in (out, err)
    )
    try:
        yield out, err
    finally:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
            stream.detach()  # type: ignore[attr-defined]  # a TextIOWrapper's
        sys.stdout, sys.stderr = kept


def _text(stream: io.BytesIO) -> str:
    return stream.getvalue().decode("utf-8", "backslashreplace")
