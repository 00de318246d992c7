"""Progress is one living line on a terminal and a few plain ones elsewhere."""

from __future__ import annotations

import io

import pytest

from govflow.cli.output import Output
from govflow.cli.progress import Progress
from govflow.cli.speech import Speech
from govflow.messages import notice


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [0.0]
    monkeypatch.setattr("govflow.cli.progress.time.monotonic", lambda: now[0])
    return now


def run(clock: list[float], *, live: bool, seconds_each: float, total: int) -> list[str]:
    written: list[str] = []
    with Progress("Importing", written.append, total=total, live=live) as progress:
        for _ in range(total):
            clock[0] += seconds_each
            progress.advance()
    return written


def test_on_a_terminal_one_line_is_rewritten_and_ended(clock: list[float]) -> None:
    assert run(clock, live=True, seconds_each=0.06, total=3) == [
        "\r\x1b[KImporting 0/3",
        "\r\x1b[KImporting 2/3",
        "\r\x1b[KImporting 3/3",
        "\n",
    ]


def test_elsewhere_lines_come_at_the_start_every_five_seconds_and_at_the_end(clock: list[float]) -> None:
    assert run(clock, live=False, seconds_each=3, total=3) == [
        "Importing 0/3\n",
        "Importing 2/3\n",
        "Importing 3/3\n",
    ]


def test_a_failure_leaves_the_line_ended_where_it_was(clock: list[float]) -> None:
    written: list[str] = []
    progress = Progress("Importing", written.append, total=2, live=True)

    def broken_import() -> None:
        with progress:
            progress.advance()
            raise KeyError

    with pytest.raises(KeyError):
        broken_import()
    assert written == ["\r\x1b[KImporting 0/2", "\r\x1b[KImporting 1/2", "\n"]


def test_progress_goes_to_stderr_so_that_json_stays_one_document() -> None:
    stdout, stderr = io.StringIO(), io.StringIO()
    out = Output(Speech("en", True), stdout=stdout, stderr=stderr)
    with out.progress(notice("cli.exit_meaning"), total=1) as progress:
        progress.advance()
    assert (stdout.getvalue(), stderr.getvalue()) == ("", "Meaning 0/1\nMeaning 1/1\n")
