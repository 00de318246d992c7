"""The secretariat's meeting day at the command line, some of it in processes of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from command_line import Ran, Terminal
from meeting_day.day import FOUNDED, MEETING, NEXT, WRITTEN, Day, organisation
from meeting_day.story import tell

from govflow.cli.width import cells

FRONT_DOOR = Path(__file__).parents[2] / "cli.py"
IN_PROCESSES = ("ballot consent", "audit verify")
"""The commands that are started anew each time, as from a shell; the others run in this process."""

OPTIONS = {"seats": "--seat"}
SPELT = {("asks", False): "--counted", ("attends", False): "--attends=no"}
"""Options that are not called as the parameters of the API are."""

RECEIPTS: Mapping[str, str] = {
    "meeting gather": "Items put on the agenda of CIO-2025-M001: 31",
    "meeting convoke": "Replies by 2025-08-22.",
    "meeting open": "The meeting CIO-2025-M001 is open: 15 of 25 voting seats there, 13 needed",
    "meeting take-out": "is taken out into discussion for the seat mof.cio.",
    "ballot consent": "Decided by consent in the meeting CIO-2025-M001: 18 items.",
    "ballot open": "The chair asks whether anybody objects.",
    "ballot object": "The seat meti.cio objects in the ballot CIO-2025-B021: the votes are counted now.",
    "ballot no-objection": "Proposal MLIT-2026-0004 is now in 'Government CIO's decision'.",
    "ballot casting-vote": "Outcome: passed Decision: CIO-2025-D025",
    "meeting paper": "Ballots that begin anew on the new paper: CIO-2025-B031",
    "meeting leave": "11 of 25 voting seats there, 13 needed; suspended.",
    "meeting end": "Items carried over to the next one: 2.",
    "minutes publish": "are published as CIO-MP-2025-0001; the full ones are CIO-MN-2025-0002.",
}
"""What commands say that they have done."""

PAGES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    f"meeting show {MEETING}": {
        "ja": (
            "議決（一括審議）",
            "修正案 CIO-2025-B024：可決",
            "留保解除 CIO-2025-B027",
            "差戻し",
            "定足数を欠いたため",
        ),
        "en": (
            "consent part",
            "amendment CIO-2025-B024:",
            "override CIO-2025-B027:",
            "returned",
            "too few were left for a quorum",
        ),
    },
    f"meeting show {NEXT}": {"ja": (MEETING,), "en": ("Returns: item", MEETING)},
    f"meeting forecast {MEETING}": {"ja": ("代理出席",), "en": ("15 of 25 seats, 13 needed: held",)},
    f"meeting papers {MEETING}": {"ja": ("差替え",), "en": ("tabled on the day",)},
    f"ballot show {WRITTEN}": {
        "ja": ("保留です", "留保を解いた採決: CIO-2025-B027"),
        "en": ("Blocked", "Block lifted by: CIO-2025-B027"),
    },
    "ballot show CIO-2025-B029": {"ja": ("議長が可と裁決",), "en": ("recorded by", "(alternate)")},
    "ballot show SC-2025-B001": {"ja": ("除斥",), "en": ("recused: proposal of the",)},
    "decision show CIO-2025-D023": {"ja": ("400,000,000円",), "en": ("¥400,000,000",)},
    "decision show CIO-2025-D020 --public": {"ja": ("否決です", "非公開"), "en": ("Not passed",)},
    "decision list": {"ja": ("可決", "有効"), "en": ("CIO-2025-D029",)},
    "decision commitments --ministry mof": {"ja": ("留保",), "en": ("block",)},
    "condition list": {
        "ja": ("先行条件（執行開始まで）",),
        "en": ("precedent (before: start)", "due 2025-12-26"),
    },
    f"minutes show {MEETING}": {"ja": ("CIO-MP-2025-0001",), "en": ("Deputy CIO, MOFA",)},
    "history MHLW-2026-0007": {"ja": ("CIO-2025-B026",), "en": ("CIO council (ballot CIO-2025-B026)",)},
}
"""What the pages say in the end, in both languages."""


class Typist:
    """Hands that type commands."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.terminal = Terminal(folder)
        self.moment = FOUNDED
        self.told: list[tuple[str, str]] = []
        whole = self.file("organisation.yaml", organisation())
        self._typed(
            ["init", "--org", str(whole), "--workflow", "it_investment", "--demonstration", "--now", FOUNDED]
        )

    def on(self, moment: str) -> None:
        self.moment = moment

    def do(self, person: str, command: str, *words: str | int, **options: Any) -> None:
        ran = self._run(command, words, options, ["--as", person, *self._when()])
        assert ran.code == 0, ran.err
        self.told.append((command, ran.out))

    def refused(self, person: str, command: str, *words: str | int, **options: Any) -> list[str]:
        ran = self._run(command, words, options, ["--as", person, "--json", *self._when()])
        assert ran.code != 0
        return [reason["code"] for reason in ran.data()["error"]["reasons"]]

    def see(self, view: str, *words: str | int, **options: Any) -> Any:
        when = self._when() if view == "org show" else []
        ran = self._run(view, words, options, ["--json", *when])
        assert ran.code == 0, ran.out
        return ran.data()

    def read(self, document: str, lang: str) -> str:
        return self.terminal.done("document show", document, "--lang", lang).out

    def file(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def page(self, line: str, lang: str) -> str:
        """What a command prints for people."""
        return self.terminal.done(line, "--lang", lang).out

    def _when(self) -> list[str]:
        """Acts put the clock; a look from then on is at that time, unless it comes before them."""
        return ["--now", self.moment]

    def _run(
        self, command: str, words: tuple[str | int, ...], options: dict[str, Any], more: list[str]
    ) -> Ran:
        given = [word for name, value in options.items() for word in _spelt(name, value)]
        line = [*command.split(), *map(str, words), *given, *more]
        return self._typed(line) if command in IN_PROCESSES else self.terminal.run("", *line)

    def _typed(self, words: list[str]) -> Ran:
        store = ["--store", str(self.terminal.store), "--lang", "en"]
        done = subprocess.run(
            [sys.executable, str(FRONT_DOOR), *words, *store],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "PYTHONUTF8": "1", "COLUMNS": "80"},
        )
        return Ran(done.returncode, done.stdout, done.stderr)


def _spelt(name: str, value: Any) -> Iterator[str]:
    """An option as it is typed."""
    option = OPTIONS.get(name, f"--{name.replace('_', '-')}")
    if value is True:
        yield option
    elif value is False:
        yield SPELT[name, value]
    else:
        for one in value if isinstance(value, list) else [value]:
            yield from (option, str(one))


@pytest.fixture
def typist(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Typist:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(tmp_path)
    return Typist(tmp_path)


def test_the_secretariats_meeting_day(typist: Typist) -> None:
    day = Day(typist)
    tell(day)
    for command, words in RECEIPTS.items():
        told = " ".join(word for done, text in typist.told if done == command for word in text.split())
        assert words in told
    for line, looks in PAGES.items():
        for lang, words in looks.items():
            page = typist.page(line, lang)
            assert [word for word in words if word not in page] == [], line
            assert [row for row in page.splitlines() if cells(row) > 80] == [], line
    assert [line for _, told in typist.told for line in told.splitlines() if cells(line) > 80] == []
