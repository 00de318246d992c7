"""The command line: `main` runs one command and turns whatever happens into an answer and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from govflow.cli.exit_codes import READER_GONE
from govflow.cli.group import LazyGroup
from govflow.cli.output import Output
from govflow.cli.speech import Speech
from govflow.cli.tree import root

_COMPLETE = "_GOVFLOW_COMPLETE"


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line (by default this process's) and give its exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    if _COMPLETE in os.environ:
        return _complete(os.environ[_COMPLETE])
    out = Output(Speech.of(words))
    try:
        code = _answered(root(), words, out)
    except BrokenPipeError:
        out.abandon()
        code = READER_GONE
    out.log(code)
    return code


def _answered(tree: LazyGroup, words: list[str], out: Output) -> int:
    try:
        code = _run(tree, words, out)
        out.flush()
        return code
    except BrokenPipeError:
        raise
    except (Exception, KeyboardInterrupt) as error:
        from govflow.cli.failure import report

        return report(error, out)


def _run(tree: LazyGroup, words: list[str], out: Output) -> int:
    # Not `Command.main`: it would answer interrupts and broken pipes in its own way and language.
    try:
        with tree.make_context("govflow", words, obj=out) as context:
            return int(tree.invoke(context) or 0)
    except click.exceptions.Exit as done:
        return int(done.exit_code)


def _complete(instruction: str) -> int:
    """The shell asks what may follow; `_GOVFLOW_COMPLETE=bash_source govflow` teaches it to ask."""
    from click.shell_completion import shell_complete

    return shell_complete(root(), {}, "govflow", _COMPLETE, instruction)
