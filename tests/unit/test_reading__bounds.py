"""What is too much of anything is refused at once, and says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from govflow.errors import BadInput
from govflow.messages import LANGUAGES, did_you_mean
from govflow.reading import Problems, parse_csv
from govflow.reading.limits import BLOCK_LENGTH, COLUMNS, LINE_LENGTH, PROBLEMS
from govflow.reading.text import saying_problem
from govflow.services.organisation.file import read_organisation
from govflow.services.proposals.file import plain_workflow
from govflow.services.stores.calendars import read_calendar

ROOT = Path(__file__).parents[2]


def codes(refusal: BadInput) -> list[str]:
    assert all(refusal.sentences(lang) for lang in LANGUAGES)
    return [problem.notice.code for problem in refusal.problems]


def test_of_many_problems_the_rest_is_not_looked_for() -> None:
    problems = Problems()
    for _ in range(PROBLEMS - 1):
        problems.note(None, "csv_empty")
    with pytest.raises(BadInput) as refusal:
        problems.note(None, "csv_empty")
    assert codes(refusal.value) == [*["reading.csv_empty"] * PROBLEMS, "reading.too_many_problems"]


def test_a_table_of_too_many_columns_is_told_as_one_thing() -> None:
    with pytest.raises(BadInput) as refusal:
        parse_csv(b"," * COLUMNS + b"\nx\n", file="f")
    assert codes(refusal.value) == ["reading.csv_many_columns"]


def test_a_table_of_just_so_many_columns_is_read() -> None:
    names = ",".join(f"c{number}" for number in range(COLUMNS))
    assert len(parse_csv(f"{names}\n{names}\n".encode(), file="f").rows) == 1


def test_a_quote_without_an_end_is_refused_in_one_go() -> None:
    with pytest.raises(BadInput) as refusal:
        parse_csv(b'a\n"' + b'""' * 500_000, file="f")
    assert codes(refusal.value) == ["reading.csv_unclosed_quote"]


@pytest.mark.parametrize(("multiline", "limit"), [(False, LINE_LENGTH), (True, BLOCK_LENGTH)])
def test_what_comes_with_an_act_has_an_end(multiline: bool, limit: int) -> None:
    assert saying_problem("あ" * limit, multiline=multiline) is None
    said = saying_problem("あ" * (limit + 1), multiline=multiline)
    assert said is not None
    assert said.code == "reading.saying_too_long"


def test_names_are_compared_where_somebody_may_have_mistyped_one() -> None:
    assert did_you_mean("mof1", ["mof"]) != ""
    assert did_you_mean("mof" * 100, ["mof" * 99]) == ""
    assert did_you_mean("mof1", ["mof", *map(str, range(1000))]) == ""


def test_a_circle_of_parents_is_told_once_wherever_it_is_entered(tmp_path: Path) -> None:
    text = (ROOT / "examples" / "town.yaml").read_text("utf-8")
    parents = {"a": "c", "b": "c", "c": "d", "d": "e", "e": "c", "f": "f"}
    lines = (
        f"  {code}: {{title: {{ja: {code}, en: {code}}}, parent: {parent}}}\n"
        for code, parent in parents.items()
    )
    file = tmp_path / "circle.yaml"
    file.write_text(text.replace("ministries:\n", "ministries:\n" + "".join(lines)), "utf-8")
    with pytest.raises(BadInput) as refusal:
        read_organisation(file)
    told = [problem.notice.params["lineage"] for problem in refusal.value.problems]
    assert told == ["c → d → e → c", "f → f"]


def test_a_workflow_that_is_no_text_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "proposal.yaml"
    file.write_text("workflow: [a]\n", "utf-8")
    with pytest.raises(BadInput) as refusal:
        plain_workflow(file)
    assert codes(refusal.value) == ["reading.not_text"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("country: JP", "country: ZZ", "calendars.unknown_country"),
        ("Asia/Tokyo", "Asia/Nowhere", "calendars.unknown_timezone"),
    ],
)
def test_a_calendar_names_a_country_and_a_time_zone_that_there_are(
    tmp_path: Path, old: str, new: str, code: str
) -> None:
    text = (ROOT / "workflows" / "calendars" / "japan.yaml").read_text("utf-8")
    assert old in text
    file = tmp_path / "calendar.yaml"
    file.write_text(text.replace(old, new), "utf-8")
    with pytest.raises(BadInput) as refusal:
        read_calendar(file)
    assert codes(refusal.value) == [code]
