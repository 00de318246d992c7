"""The two streams of one command. Everything printed passes here and is escaped here.

Results go to stdout, in JSON as exactly one document; notes, progress and failures go to stderr.
"""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TextIO

from govflow.cli.escape import printable, printable_json
from govflow.cli.journal import STDERR, Journal, keep
from govflow.cli.speech import Speech
from govflow.cli.width import cells, padded, wrap
from govflow.cli.wording import worded, worded_lines
from govflow.messages import Notice, notice, say

if TYPE_CHECKING:  # imported where they are used: a help page pays for none of them
    import click

    from govflow.cli.lost import OutputLost
    from govflow.cli.progress import Progress
    from govflow.cli.table import Column


_COMMAND = re.compile(r"[:\uff1a] ?(govflow (?:(?!\. ).)+)$")
"""A command that a sentence leads up to."""


class Output:
    """`answer` gives a command's result; `say`, `fields`, `table` and `text` are its form for people.

    `store` is what --store named; a command that is hinted at has to name it too.
    """

    def __init__(self, speech: Speech, *, stdout: TextIO | None = None, stderr: TextIO | None = None) -> None:
        self.lang, self.json = speech
        self.store = ""
        self.journal = Journal()
        self._stdout = stdout or sys.stdout
        self._stderr = stderr or sys.stderr
        for stream in (self._stdout, self._stderr):
            if isinstance(stream, io.TextIOWrapper):
                # A character the terminal's encoding lacks must not cost the whole answer.
                stream.reconfigure(errors="backslashreplace")

    @classmethod
    def of(cls, context: click.Context) -> Output:
        """The command line's own; a command that is run by itself gets one in the environment's language."""
        return context.find_object(cls) or cls(Speech.of([]))

    def answer(self, value: Any, show: Callable[[], None]) -> None:
        """The result: with `--json` the document of `value`, else whatever `show` prints."""
        self.journal.answered(value)
        if self.json:
            self.document(value)
        else:
            show()

    def document(self, value: Any) -> None:
        """One JSON document on stdout."""
        import json

        from govflow.cli.jsonable import jsonable

        text = json.dumps(jsonable(value, self.lang), ensure_ascii=False, indent=2, allow_nan=False)
        self._write(self._stdout, printable_json(text) + "\n")

    def exact(self, text: str) -> None:
        """A text of which the digest is known, byte for byte: without even a line end."""
        self._write(self._stdout, text)

    def say(self, said: Notice) -> None:
        """One sentence of the result."""
        self.text(printable(say(said, self.lang)))

    def text(self, body: str) -> None:
        """Text of several lines as it stands (a memo, a help page), escaped."""
        self._print(printable(body, keep="\n\t").removesuffix("\n") + "\n")

    def fields(self, pairs: Iterable[tuple[str, Any]]) -> None:
        """A `key: value` block; the keys are catalogue codes, a list takes a line an item."""
        entries = [(self._heading(code) + ":", self._value_lines(value)) for code, value in pairs]
        left = max((cells(key) for key, _ in entries), default=0)
        for key, values in entries:
            first, *more = [line for value in values for line in wrap(value, self.width - left - 1)]
            self.text(f"{padded(key, left)} {first}".rstrip())
            for line in more:
                self.text(f"{'':{left}} {line}")

    def table(self, columns: Sequence[Column], rows: Iterable[Sequence[Any]]) -> None:
        """Rows for people; a sentence when there are none."""
        from govflow.cli.table import rendered

        forms = [worded_lines if column.fit == "wrap" else worded for column in columns]
        cells_of_rows = [
            [form(value, self.lang) for form, value in zip(forms, row, strict=True)] for row in rows
        ]
        if not cells_of_rows:
            self.say(notice("cli.nothing"))
            return
        headings = [self._heading(column.heading) for column in columns]
        page = rendered(columns, headings, cells_of_rows, width=self.width, colour=self._colour)
        self._print(page)

    def note(self, said: Notice) -> None:
        """One sentence beside the result, on stderr."""
        self.complain(say(said, self.lang))

    def complain(self, sentence: str, *, hanging: int = 0) -> None:
        """One sentence on stderr, in lines of the terminal's width; all but the first are indented by `hanging`. A
        command at its end is not broken, as somebody may want to copy it."""
        text, command = printable(sentence), _COMMAND.search(printable(sentence))
        if command is None or cells(text) <= self.width:
            first, *more = wrap(text, self.width, hanging=hanging)
        else:
            first, *more = wrap(text[: command.start(1)], self.width, hanging=hanging)
            more.append(command[1])
        self._tell("".join(f"{line}\n" for line in [first, *(" " * hanging + line for line in more)]))

    def verbatim(self, line: str) -> None:
        """One line on stderr as it stands, such as a command to copy."""
        self._tell(printable(line) + "\n")

    def runnable(self, command: str) -> str:
        """A `govflow …` command as it has to be typed to go on with the same store."""
        import shlex

        return f"{command} --store {shlex.quote(self.store)}" if self.store and command else command

    def progress(self, said: Notice, *, total: int) -> Progress:
        """`with out.progress(notice(…), total=609) as progress: … progress.advance()`."""
        from govflow.cli.progress import Progress

        live = self._stderr.isatty() and os.environ.get("TERM") != "dumb"
        return Progress(printable(say(said, self.lang)), self._tell, total=total, live=live)

    def flush(self) -> None:
        """Send what is still buffered."""
        self._write(self._stdout, "", flush=True)

    def log(self, exit_code: int) -> None:
        """Note the command in the log, if there is one. What was done is done by now, also when the log fails."""
        target = self.journal.target
        try:
            if target == STDERR:
                self._tell(self.journal.line(exit_code))
            elif target:
                keep(self.journal.line(exit_code), target)
        except OSError as error:
            with suppress(OSError):  # nor does a closed stderr
                self.note(notice("cli.log_failed", file=target, reason=error.strerror or ""))

    def abandon(self) -> None:
        """Nobody takes stdout any more: the interpreter's own last flush must not complain about it."""
        os.dup2(os.open(os.devnull, os.O_WRONLY), self._stdout.fileno())

    @property
    def width(self) -> int:
        """Columns to fill: COLUMNS, else the terminal's, else 80."""
        given = os.environ.get("COLUMNS", "")
        if given.isdecimal() and int(given):
            return max(int(given), 20)
        return max(_terminal_columns(self._stdout), 20)

    @property
    def _colour(self) -> bool:
        return self._stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"

    def _heading(self, code: str) -> str:
        return worded(notice(code), self.lang)

    def _value_lines(self, value: Any) -> list[str]:
        if isinstance(value, str):
            value = value.split("\n")
        items = value if isinstance(value, (list, tuple)) and not hasattr(value, "_fields") else [value]
        return [worded(item, self.lang) for item in items] or [""]

    def _print(self, page: str) -> None:
        """For people, escaped already."""
        if self.json:
            raise RuntimeError("with --json a command prints one document: call Output.answer")
        self._write(self._stdout, page)

    def _tell(self, text: str) -> None:
        self._write(self._stderr, text, flush=True)

    def _write(self, stream: TextIO, text: str, *, flush: bool = False) -> None:
        try:
            stream.write(text)
            if flush:
                stream.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise _lost(error) from error


def _lost(error: OSError) -> OutputLost:
    from govflow.cli.lost import OutputLost

    return OutputLost(notice("cli.output_lost", reason=error.strerror or type(error).__name__))


def _terminal_columns(stream: TextIO) -> int:
    try:
        return os.get_terminal_size(stream.fileno()).columns or 80
    except (OSError, ValueError):  # not a terminal, or not a file at all
        return 80
