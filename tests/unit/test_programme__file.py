"""A programme file is read through its own mapping, and every fault of either is told where it stands."""

from pathlib import Path

import pytest

from govflow.domain.organisation import Ministry
from govflow.domain.programme import Programme
from govflow.errors import BadInput
from govflow.messages import LANGUAGES, Title, catalogue_text
from govflow.messages.programme import TEXTS
from govflow.services.programmes.file import read_programmes

MINISTRIES = (
    Ministry("digital", Title("デジタル庁", "Digital Agency")),
    Ministry("mof", Title("財務省", "Ministry of Finance")),
    Ministry("jta", Title("観光庁", "Japan Tourism Agency"), spellings=("国土交通省観光庁",)),
)
MAPPING = """\
format: 1
source: RS2025
fiscal_year: 2025
licence: facts only
columns:
  key: id
  title: name
  ministry: ministry
  bureau: bureau
  start_year: start
  end_year: end
  budget: budget
  executed: executed
not_stated:
  budget: ["0"]
spellings:
  mof: [大蔵省]
umbrella: {programme: "4", suffix: (整備費)}
owners:
  - {programme: "11", owner: mof, basis: name}
"""
ROWS = """\
id,name,ministry,bureau,start,end,budget,executed
4,情報システムの整備(整備費),デジタル庁,戦略,2021,,100,60
11,財務省LAN(整備費),デジタル庁,,1996,2026,0,20
12,旅行案内,国土交通省観光庁,,,,0,0
13,国債,大蔵省,,,,7,
"""


def read(folder: Path, *, rows: str = ROWS, mapping: str = MAPPING) -> tuple[Programme, ...]:
    (folder / "p.csv").write_text(rows, encoding="utf-8")
    (folder / "p.yaml").write_text(mapping, encoding="utf-8")
    return read_programmes(folder / "p.csv", folder / "p.yaml", ministries=MINISTRIES)


def problems(folder: Path, *, rows: str = ROWS, mapping: str = MAPPING) -> list[tuple[str, str]]:
    """Code and place (file:line:column) of every problem."""
    with pytest.raises(BadInput) as refusal:
        read(folder, rows=rows, mapping=mapping)
    assert all(sentence for lang in LANGUAGES for sentence in refusal.value.sentences(lang))
    return [(said.code, str(place).removeprefix(f"{folder}/")) for place, said in refusal.value.problems]


def test_rows_become_programmes_by_the_mapping(tmp_path: Path) -> None:
    umbrella, part, tourism, bonds = read(tmp_path)
    expected = Programme(
        "4", "情報システムの整備", "digital", "digital", "戦略", 2021, None, 100, 60, None, "RS2025"
    )
    assert umbrella == expected
    assert part == Programme("11", "財務省LAN", "mof", "digital", None, 1996, 2026, None, 20, "4", "RS2025")
    assert (tourism.owner, tourism.holder, tourism.part_of) == ("jta", "jta", None)
    assert bonds.owner == "mof"


def test_only_the_mapping_turns_a_zero_into_not_stated(tmp_path: Path) -> None:
    tourism = read(tmp_path)[2]
    assert (tourism.budget, tourism.executed) == (None, 0)
    plain = MAPPING.replace('not_stated:\n  budget: ["0"]\n', "")
    assert read(tmp_path, mapping=plain)[2].budget == 0


def test_an_empty_cell_is_not_stated(tmp_path: Path) -> None:
    bonds = read(tmp_path)[3]
    assert (bonds.bureau, bonds.start_year, bonds.budget, bonds.executed) == (None, None, 7, None)


def test_a_mapping_needs_neither_umbrella_nor_owners(tmp_path: Path) -> None:
    short = "\n".join(
        line for line in MAPPING.split("umbrella:", maxsplit=1)[0].splitlines() if "大蔵省" not in line
    )
    rows = ROWS.replace("大蔵省", "財務省")
    programmes = read(tmp_path, rows=rows, mapping=short.replace("spellings:", "") + "\n")
    assert [p.part_of for p in programmes] == [None] * 4
    assert programmes[1].title == "財務省LAN(整備費)"


@pytest.mark.parametrize(
    ("old", "new", "code", "place"),
    [
        ("12,旅行", "11,旅行", "programme.key_repeated", "p.csv:4:1"),
        ("12,旅行", ",旅行", "reading.required", "p.csv:4:1"),
        ("旅行案内", "", "reading.required", "p.csv:4:2"),
        ("国土交通省観光庁", "国土交通省", "programme.unknown_spelling", "p.csv:4:3"),
        ("1996,2026", "1996,1995", "programme.years_reversed", "p.csv:3:6"),
        ("1996,2026", "1996,2910", "reading.integer_out_of_range", "p.csv:3:6"),
        ("100,60", "-100,60", "reading.yen_negative", "p.csv:2:7"),
        ("100,60", "1.5,60", "reading.number_fraction", "p.csv:2:7"),
        ("100,60", "1000000000000000001,60", "reading.yen_too_large", "p.csv:2:7"),
        ("budget,executed", "budgets,executed", "reading.column_missing", "p.csv:1:1"),
    ],
)
def test_a_wrong_row_is_told_to_the_cell(tmp_path: Path, old: str, new: str, code: str, place: str) -> None:
    assert (code, place) in problems(tmp_path, rows=ROWS.replace(old, new))


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("format: 1", "format: 2", "reading.integer_out_of_range"),
        ("owner: mof", "owner: mod", "programme.unknown_ministry"),
        ("basis: name", "basis: guess", "reading.not_a_choice"),
        ('{programme: "11"', '{programme: "99"', "programme.unknown_programme"),
        ('{programme: "4"', '{programme: "99"', "programme.unknown_programme"),
        ("  mof: [大蔵省]", "  mod: [大蔵省]", "programme.unknown_ministry"),
        ("  mof: [大蔵省]", "  mof: [観光庁]", "programme.spelling_repeated"),
        ('  budget: ["0"]', '  budgets: ["0"]', "reading.key_unknown"),
        ('["0"]', "[0]", "reading.not_text"),
        ("  title: name\n", "", "reading.required"),
        ("licence:", "license:", "reading.key_unknown"),
        (
            "basis: name}\n",
            'basis: name}\n  - {programme: "11", owner: jta, basis: known}\n',
            "programme.owner_repeated",
        ),
    ],
)
def test_a_wrong_mapping_is_told(tmp_path: Path, old: str, new: str, code: str) -> None:
    found = problems(tmp_path, mapping=MAPPING.replace(old, new, 1))
    assert code in [each for each, _ in found]
    assert all(place.startswith("p.yaml:") for _, place in found)


def test_all_wrong_rows_are_told_at_once(tmp_path: Path) -> None:
    rows = ROWS.replace("100,60", "x,60").replace("大蔵省", "大倉省")
    found = problems(tmp_path, rows=rows)
    assert found == [("reading.not_a_number", "p.csv:2:7"), ("programme.unknown_spelling", "p.csv:5:3")]


def test_every_text_of_the_catalogue_exists_in_both_languages() -> None:
    assert all(all(catalogue_text(f"programme.{name}")) for name in TEXTS)
