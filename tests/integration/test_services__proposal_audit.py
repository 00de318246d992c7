"""Whatever stands beside the history of a proposal is what that comes to: row, steps, revisions, numbers, tallies."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from doctored_rows import ONE, findings
from forging import unhindered
from government import Government
from government_fixtures import founded
from rechained import last_told_anew

from govflow.domain.canonical import canonical
from govflow.domain.history import Entry

CHECKED = "WHERE state = 'pmo_check'"
OF_FIRST = "subject = 'MOF-2026-0001'"
SUBMITTED = "WHERE reference = 'MOF-2026-0001' AND number = 1"


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with a proposal that was asked about, returned and revised, one that states no amount, and a discarded
    one of another ministry."""
    folder = tmp_path_factory.mktemp("proposals")
    path = Path(shutil.copy2(founded(tmp_path_factory.getbasetemp()), folder / "store.db"))
    cabinet = Government(str(path), folder)
    first = cabinet.proposal(until="pmo_check", key="first")
    cabinet.on("2025-04-14").act("mof_pmo", "inquire", first, question="単価の根拠は何か。")
    cabinet.on("2025-04-16").act("mof_clerk", "drafter_inquiry.answered", first, reply="三社です。")
    cabinet.on("2025-04-17").act("mof_pmo", "return", first, note="やり直し。")
    cabinet.draft(key="first", purpose="書き直した。")
    cabinet.draft(key="second", amount=None)
    cabinet.act("mhlw_clerk", "discard", cabinet.draft(ministry="mhlw"))
    cabinet.close()
    return path


@pytest.fixture
def store(original: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy2(original, tmp_path / "store.db"))


def found(path: Path, *statements: str) -> set[str]:
    return {problem.code.removeprefix("audit.") for problem in findings(path, *statements)}


def test_what_was_asked_returned_and_revised_holds(store: Path) -> None:
    assert found(store) == set()


@pytest.mark.parametrize(
    ("column", "value"),
    [("amount", "NULL"), ("title", "'別'"), ("due_on", "'2030-01-01'"), ("key", "'k'"), ("reach", "1")],
)
def test_every_field_of_the_row_is_what_the_history_says(store: Path, column: str, value: str) -> None:
    told = findings(store, f"UPDATE proposals SET {column} = {value} WHERE {ONE}")
    (differing,) = [problem for problem in told if problem.code == "audit.proposal_differs"]
    assert (differing.params["reference"], differing.params["fields"]) == ("MOF-2026-0001", [column])


def test_a_proposal_without_its_row_and_one_without_its_history_are_named(store: Path) -> None:
    told = findings(
        store, f"DELETE FROM proposals WHERE {ONE}", "DELETE FROM history WHERE subject = 'MOF-2026-0002'"
    )
    named = [(problem.code, problem.params.get("reference")) for problem in told]
    assert ("audit.proposal_missing", "MOF-2026-0001") in named
    assert ("audit.no_history", "MOF-2026-0002") in named
    assert ("audit.no_history", "MHLW-2026-0001") not in named


@pytest.mark.parametrize(
    "statement",
    [
        f"UPDATE steps SET note = '別' {SUBMITTED}",
        f"DELETE FROM steps {SUBMITTED}",
        f"UPDATE steps SET number = 7 {SUBMITTED}",
    ],
)
def test_every_step_is_what_the_history_says(store: Path, statement: str) -> None:
    told = findings(store, statement)
    numbers = [problem.params["number"] for problem in told if problem.code == "audit.step_differs"]
    assert numbers == ([1, 7] if "7" in statement else [1])


def _answered_last(path: Path) -> None:
    """The history of the first proposal up to where its question was answered."""
    last = f"SELECT max(seq) FROM history WHERE {OF_FIRST} AND step IS NOT NULL"
    with unhindered(path) as connection:
        connection.execute(f"DELETE FROM history WHERE {OF_FIRST} AND seq > ({last})")


_TEXTS = (
    "name",
    "role",
    "ministry",
    "subject",
    "asked_on",
    "due_on",
    "answer",
    "note",
    "person",
    "office",
    "answered_on",
)


@pytest.mark.parametrize(
    "change",
    [
        *(f"{name} = '別'" for name in _TEXTS),
        *(f"{name} = coalesce({name}, 1) + 1" for name in ("asked_seq", "paused_left")),
        *(f"{name} = NULL" for name in ("ministry", "answer", "person", "office", "answered_on")),
        "asked_seq = 'x'",
        "lasting = 1 - lasting",
        "agrees = CASE WHEN agrees IS NULL THEN 0 END",
        "state = 'cancelled'",
    ],
)
def test_every_field_of_a_step_is_what_the_history_says(store: Path, change: str) -> None:
    assert "step_differs" in found(store, f"UPDATE steps SET {change} {SUBMITTED}")


@pytest.mark.parametrize(
    "told",
    [
        {"asked_seq": 3.0},
        {"number": True},
        {"lasting": 0},
        {"paused_left": None},
        {"paused_left": 2},
        {"more": None},
        {"note": None},
    ],
    ids=str,
)
def test_a_history_that_tells_of_a_step_otherwise_than_acts_do_is_found(
    store: Path, told: dict[str, object]
) -> None:
    def alter(entry: Entry) -> Entry:
        changes = entry.read("changes")
        (answered,) = changes["steps"]
        return entry._replace(changes=canonical({**changes, "steps": [{**answered, **told}]}))

    _answered_last(store)
    assert "step_differs" not in found(store)
    last_told_anew(store, "MOF-2026-0001", alter)
    assert "step_differs" in found(store)


@pytest.mark.parametrize("name", ["ministry", "person", "answer"])
def test_a_history_that_does_not_tell_everything_of_a_step_is_found(store: Path, name: str) -> None:
    def alter(entry: Entry) -> Entry:
        changes = entry.read("changes")
        (answered,) = changes["steps"]
        lacking = {of: each for of, each in answered.items() if of != name}
        return entry._replace(changes=canonical({**changes, "steps": [{**lacking, "other": None}]}))

    _answered_last(store)
    last_told_anew(store, "MOF-2026-0001", alter)
    assert "step_differs" in found(store)


def test_a_step_of_another_number_is_named_and_the_others_are_not(store: Path) -> None:
    columns = "name, role, ministry, subject, state, asked_seq, asked_on, due_on, lasting, answer, agrees, note, person"
    more = "office, answered_on, paused_left"
    told = findings(
        store,
        f"INSERT INTO steps (reference, number, {columns}, {more}) SELECT reference, 2, {columns}, {more} FROM steps"
        f" {SUBMITTED}",
    )
    assert [problem.params["number"] for problem in told if problem.code == "audit.step_differs"] == [2]


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        (
            f"UPDATE revisions SET content = replace(content, '100000000', '1') {SUBMITTED}",
            "revision_altered",
        ),
        (f"UPDATE revisions SET digest = 'x' {SUBMITTED}", "revision_altered"),
        (f"UPDATE revisions SET digest = 'x' {SUBMITTED}", "revisions_differ"),
        (f"UPDATE revisions SET number = 3 {SUBMITTED}", "revisions_differ"),
        (f"DELETE FROM revisions {SUBMITTED}", "revisions_differ"),
        (f"UPDATE revisions SET person = 'gcio' {SUBMITTED}", "revision_differs"),
        (f"UPDATE revisions SET recorded_at = '2025-03-01T00:00:00.000000Z' {SUBMITTED}", "revision_differs"),
    ],
)
def test_every_revision_is_what_was_written_by_whom_and_when(store: Path, statement: str, code: str) -> None:
    assert code in found(store, statement)


def test_numbers_follow_each_other_and_the_counter_stands_at_the_last(store: Path) -> None:
    gone = [f"DELETE FROM {table} WHERE {ONE}" for table in ("steps", "revisions", "proposals")]
    assert "numbers_have_gaps" in found(store, *gone, "DELETE FROM history WHERE subject = 'MOF-2026-0001'")


@pytest.mark.parametrize("last", ["last + 1", "last - 1"])
def test_a_counter_that_stands_elsewhere_is_named(store: Path, last: str) -> None:
    told = findings(store, f"UPDATE numbering SET last = {last} WHERE series = 'reference:mof'")
    assert [(problem.code, problem.params["series"]) for problem in told] == [
        ("audit.counter_differs", "reference:mof")
    ]


@pytest.mark.parametrize("count", ["proposals", "unstated", "amount", "part_amount"])
def test_tallies_count_the_proposals_and_their_amounts(store: Path, count: str) -> None:
    assert found(store, f"UPDATE tallies SET {count} = {count} + 1 WHERE proposals = 1") == {"tallies_differ"}


def test_amounts_where_nothing_stands_and_sums_that_no_tally_holds_are_found(store: Path) -> None:
    assert found(store, f"UPDATE tallies SET amount = 5 {CHECKED}") == {"tallies_differ"}
    assert "tallies_differ" in found(store, "UPDATE proposals SET amount = 9223372036854775807")


@pytest.mark.parametrize("change", ["visits = visits + 1", "working_days = working_days + 1"])
def test_stays_are_those_that_the_histories_tell(store: Path, change: str) -> None:
    assert found(store, f"UPDATE tallies SET {change} {CHECKED}") == {"stays_differ"}


def test_where_a_history_cannot_be_read_nothing_is_said_of_its_stay(store: Path) -> None:
    broken = "UPDATE history SET facts = '{' WHERE subject = 'MOF-2026-0001' AND seq = 2"
    assert found(store, broken) == {"store.unreadable"}
