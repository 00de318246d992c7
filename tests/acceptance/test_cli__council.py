"""Ballots and rules at the command line: no store anywhere, and both languages within 80 columns."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command_line import Terminal

from govflow.cli.width import cells
from govflow.resources import rule_files

VOTES = {
    "seats": [
        {
            "seat": seat,
            "position": position,
            "weight": "1",
            "present": True,
            "recused": False,
            "written": False,
            "proxy_for": None,
        }
        for seat, position in (("mof", "yes"), ("mext", "賛成"), ("mhlw", "no"), ("meti", "none"))
    ],
    "chair": "gcio",
    "casting_vote": None,
}


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal in an empty folder."""
    monkeypatch.setenv("COLUMNS", "80")
    return Terminal(tmp_path)


@pytest.fixture
def votes(desk: Terminal) -> str:
    return desk.file("votes.json", json.dumps(VOTES, ensure_ascii=False))


def test_a_tally_says_the_outcome_with_its_numbers_in_both_languages(desk: Terminal, votes: str) -> None:
    found = desk.done(f"ballot tally --rule simple_majority --votes {votes} --json").data()
    assert list(found) == ["outcome", "counts", "base", "needed", "quorum", "sentence"]
    assert (found["outcome"], found["base"], found["needed"]) == ("PASSED", 3, 2)
    heads = {letter: found["counts"][letter] for letter in "SYNAORDC"}
    assert heads == {"S": 4, "Y": 2, "N": 1, "A": 0, "O": 1, "R": 0, "D": 0, "C": 0}
    assert found["quorum"] == {
        "base": "seats",
        "of": 4,
        "needed": 2,
        "attending": 4,
        "held": True,
        "answers": False,
    }
    assert found["sentence"]["en"].startswith("Passed: 2 in favour")
    assert found["sentence"]["ja"].startswith("可決です")
    assert [path.name for path in desk.folder.iterdir()] == ["votes.json"], "no store was made"


@pytest.mark.parametrize(("lang", "words"), [("ja", "可決です"), ("en", "Passed: 2 in favour")])
def test_a_tally_reads_well_on_a_terminal(desk: Terminal, votes: str, lang: str, words: str) -> None:
    ran = desk.done(f"ballot tally --rule simple_majority --votes {votes} --lang {lang}")
    assert ran.out.startswith(words)
    assert all(cells(line) <= 80 for line in ran.out.splitlines())


def test_a_rule_of_ones_own_may_be_yaml_or_json(desk: Terminal, votes: str) -> None:
    yaml = desk.file("rule.yaml", "base: seats\nthreshold: 2/3\n")
    same = desk.file("rule.json", '{"base": "seats", "threshold": "2/3"}')
    ran = [desk.done(f"ballot tally --rule {rule} --votes {votes} --json") for rule in (yaml, same)]
    assert ran[0].data() == ran[1].data()
    assert ran[0].data()["outcome"] == "FAILED"


def test_every_problem_of_the_votes_is_told_with_its_place(desk: Terminal) -> None:
    bad = desk.file("bad.yaml", "seats:\n  - {seat: mof, position: yess, weight: 0.5}\n")
    ran = desk.run(f"ballot tally --rule unanimity --votes {bad}")
    assert ran.code == 2
    told = " ".join(ran.err.split())
    assert "bad.yaml:2:27: 'position' cannot be 'yess' (did you mean 'yes'?)" in told
    assert "bad.yaml:2:41: 'weight': 0.5 as a number is not exact. Put it in quotes: \"0.5\"." in told


def test_an_unknown_rule_is_not_found(desk: Terminal, votes: str) -> None:
    ran = desk.run(f"ballot tally --rule unanimty --votes {votes}")
    assert ran.code == 5
    assert "did you mean 'unanimity'?" in ran.err


def test_the_list_has_every_shipped_rule(desk: Terminal) -> None:
    names = sorted(rule_files())
    assert [line["name"] for line in desk.done("rules list --json").data()] == names
    shown = desk.done("rules list").out
    assert all(name in shown for name in names)


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("seats", [1, 5, 9])
@pytest.mark.parametrize("name", rule_files())
def test_every_rule_is_explained_within_80_columns(desk: Terminal, name: str, seats: int, lang: str) -> None:
    page = desk.done(f"rules explain {name} --seats {seats} --lang {lang}").out
    assert max(map(cells, page.splitlines())) <= 80
    rows = [line for line in page.splitlines() if line.startswith("  ")]
    assert len(rows) in (2 * (seats + 2), 3 * seats + 5), "a heading and a line for each number of yes"


def test_the_whole_truth_table_is_in_json(desk: Terminal) -> None:
    found = desk.done("rules explain two_thirds --seats 3 --json").data()
    assert len(found["table"]) == 20
    assert found["table"][0] == {
        "yes": 3,
        "no": 0,
        "abstain": 0,
        "block": 0,
        "none": 0,
        "outcome": "PASSED",
    }
    assert found["rule"]["threshold"] == "2/3"


def test_a_table_of_too_many_seats_is_refused(desk: Terminal) -> None:
    ran = desk.run("rules explain unanimity --seats 10")
    assert ran.code == 2
    assert "A truth table has 1 to 9 seats, not 10" in ran.err
