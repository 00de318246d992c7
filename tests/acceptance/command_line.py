"""Real command lines, run in this process as a person would type them, on a store of the test's own."""

from __future__ import annotations

import contextlib
import io
import json
import shlex
from pathlib import Path
from typing import Any, NamedTuple

from govflow.cli import main

EXAMPLES = Path(__file__).parents[2] / "examples"
ORGANISATION = EXAMPLES / "organisation.yaml"

REFERENCE = "MOF-2025-0001"
"""What the proposal below becomes when it is the first of its ministry."""

PROPOSAL = """\
key: mof-ledger-2025
title: 国有財産台帳システムの更改
ministry: mof
fiscal_year: 2025
kind: renewal
amount: 1234567890
purpose: 国有財産の台帳を一つにする。
"""


class Ran(NamedTuple):
    """What became of a command."""

    code: int
    out: str
    err: str

    @property
    def told(self) -> str:
        """What it said that it did, without the next steps it proposes."""
        lines = self.out.splitlines(keepends=True)
        return "".join(line for line in lines if not line.startswith("Next: "))

    def data(self) -> Any:
        return json.loads(self.out)


class Terminal:
    """Somebody's terminal in a folder with a store."""

    def __init__(self, folder: Path, store: str = "govflow.db") -> None:
        self.folder = folder
        self.store = folder / store

    def run(self, line: str, *more: str) -> Ran:
        """One command line; English unless it says otherwise."""
        words = [*shlex.split(line), *more, "--store", str(self.store)]
        if "--lang" not in words:
            words += ["--lang", "en"]
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = main(words)
        return Ran(code, out.getvalue(), err.getvalue())

    def done(self, line: str, *more: str) -> Ran:
        """A command that has to succeed."""
        ran = self.run(line, *more)
        assert ran.code == 0, ran.err
        return ran

    def file(self, name: str, text: str) -> str:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return str(path)
