"""Bodies at the command line: checked without a store, loaded by the administrator, shown with their seats."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_line import ORGANISATION, Terminal

from govflow.cli.width import cells
from govflow.resources import body_files

ADMINISTRATOR = "--as torizawa.nao"

PANEL = """\
format: 1
name: panel
version: 1
title: {ja: 調整会議, en: coordination panel}
basis: {ja: CIO連絡会議の申合せ, en: an agreement of the CIO council}
purpose: {ja: 府省庁間の調整を行う。, en: to coordinate among ministries}
powers: [propose]
parent: cio_council
secretariat: secretariat
chair: amb
seats:
  chair: {title: {ja: 座長, en: head}, role: amb}
  deputies: {title: {ja: 副CIO, en: Deputy CIOs}, each: deputy_cio}
rule: two_thirds
series: {ja: 調整会議, en: CP}
"""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal in an empty folder."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(tmp_path)
    return Terminal(tmp_path)


@pytest.fixture
def seated(desk: Terminal) -> Terminal:
    """The same with the store of the example."""
    desk.done(f"init --org {ORGANISATION} --demonstration --now 2025-08-01")
    return desk


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("name", body_files())
def test_every_shipped_body_is_shown_within_80_columns(
    name: str, lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from govflow.cli import main

    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(tmp_path)
    assert main(["body", "show", name, "--lang", lang]) == 0
    page = capsys.readouterr().out
    assert name in page
    assert max(map(cells, page.splitlines())) <= 80
    assert main(["body", "check", name, "--lang", lang]) == 0
    assert main(["body", "list", "--lang", lang]) == 0
    assert list(tmp_path.iterdir()) == [], "no store was made"


def test_init_tells_which_bodies_it_set_up(desk: Terminal) -> None:
    ran = desk.done(f"init --org {ORGANISATION} --demonstration --now 2025-08-01")
    assert "Bodies:     cio_council, specialized_committee, technology_committee\n" in ran.out


def test_the_council_of_the_example_has_a_seat_for_every_ministry_cio(seated: Terminal) -> None:
    page = seated.done("body show cio_council").out
    assert "Seats on 2025-08-01: 27 (voting 25, vacant 0)\n" in page
    assert "mofa.cio" in page
    assert "(absent)" in page
    assert max(map(cells, page.splitlines())) <= 80
    found = seated.done("body show cio_council --on 2025-08-09 --json").data()
    assert found["day"] == "2025-08-09"
    assert len([seat for seat in found["seats"] if seat["voting"]]) == 25
    assert found["charter"]["rule"]["preset"] == "simple_majority"


def test_a_body_of_ones_own_is_checked_loaded_and_shown(seated: Terminal) -> None:
    own = seated.file("panel.yaml", PANEL)
    assert seated.done(f"body check {own}").out.startswith(
        "coordination panel (panel, version 1): no problems"
    )
    tried = seated.done(f"body load {own} --dry-run {ADMINISTRATOR}").out
    assert tried.endswith("Dry run: nothing was kept.\n")
    loaded = seated.done(f"body load {own} --from 2025-09-01 {ADMINISTRATOR}")
    assert "is in force from 2025-09-01 on" in loaded.out
    lines = {line["name"]: line for line in seated.done("body list --json").data()}
    assert (lines["panel"]["in_force"], lines["cio_council"]["in_force"]) == (False, True)
    assert seated.run("body show panel").code == 5
    assert "Deputy CIO, MOF" in seated.done("body show panel --on 2025-09-01").out
    assert seated.done("audit verify").out.startswith("The record holds")


def test_what_nobody_can_hold_yet_is_told(seated: Terminal) -> None:
    own = seated.file("panel.yaml", PANEL.replace("secretariat: secretariat", "secretariat: bureau"))
    ran = seated.done(f"body load {own} {ADMINISTRATOR}")
    assert "No office of the organisation has the roles bureau yet" in ran.err


def test_a_body_is_loaded_by_an_administrator_only(seated: Terminal) -> None:
    own = seated.file("panel.yaml", PANEL)
    assert seated.run(f"body load {own} --as uki.chisato").code == 4


def test_every_problem_of_a_charter_is_told_with_its_place(seated: Terminal) -> None:
    bad = (
        PANEL.replace("cio_council", "cio_counsil")
        .replace("chair: amb", "chair: abm")
        .replace("en: CP", "en: CIO")
    )
    ran = seated.run(f"body check {seated.file('bad.yaml', bad)}")
    assert ran.code == 2
    told = " ".join(ran.err.split())
    assert "bad.yaml:8:9: There is no parent body 'cio_counsil' (did you mean 'cio_council'?)." in told
    assert "bad.yaml:10:8: The chair's role 'abm' has no seat (did you mean 'amb'?)." in told
    assert "bad.yaml:15:20: The mark 'CIO' is that of the body 'cio_council'." in told


def test_without_a_store_the_shipped_bodies_are_listed(
    desk: Terminal, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from govflow.cli import main

    assert main(["body", "list", "--lang", "en"]) == 0
    shown = capsys.readouterr()
    assert all(name in shown.out for name in body_files())
    assert "these are the bodies that come with govflow" in shown.err
