"""A proposal is what its entries say, applied in order, and nothing else."""

from __future__ import annotations

from typing import Any

from sample_entry import entry

from govflow.domain.history import Entry
from govflow.domain.replay import Folded, fold, folding

FIRST, SECOND = "1" * 64, "2" * 64


def changing(seq: int = 1, **changes: Any) -> Entry:
    return entry(seq, changes=changes)


def moving(*ways: tuple[str | None, str]) -> Folded:
    """What is left of a proposal that went these ways."""
    return fold(entry(seq, from_state=source, to_state=to) for seq, (source, to) in enumerate(ways, 1))


def revised(*digests: str | None) -> list[str]:
    return [*fold(entry(seq, revision=digest) for seq, digest in enumerate(digests, 1)).revisions]


def test_a_proposal_without_an_entry_is_closed_to_other_readers_and_nothing_else() -> None:
    assert fold([]) == Folded(row={"reach": 0, "released": None})


def test_a_later_entry_overrides_the_fields_that_it_names_and_leaves_the_others() -> None:
    first = changing(1, proposal={"title": "旧", "amount": 5, "reach": 1})
    second = changing(2, proposal={"title": "新"})
    assert fold([first, second]).row == {"title": "新", "amount": 5, "reach": 1, "released": None}


def test_records_steps_and_documents_are_kept_by_their_names_and_numbers() -> None:
    asked, answered = {"number": 1, "state": "open"}, {"number": 1, "state": "answered"}
    first = changing(1, records={"a": {"amount": 1}, "b": {}}, steps=[asked, {"number": 2}])
    second = changing(2, records={"a": {"amount": 2}}, steps=[answered], documents={"DM-1": "d"})
    folded = fold([first, second, changing(3, documents={"DM-2": "e"})])
    assert folded.records == {"a": {"amount": 2}, "b": {}}
    assert folded.steps == {1: answered, 2: {"number": 2}}
    assert folded.documents == {"DM-1": "d", "DM-2": "e"}


def test_a_proposal_has_been_where_it_left_and_not_where_it_came_from_nowhere_or_stands() -> None:
    gone = moving((None, "draft"), ("draft", "draft"), ("draft", "review"), ("review", "review"))
    assert gone.left == {"draft"}
    assert (gone.been("draft"), gone.been("review")) == (True, False)


def test_an_act_that_moves_nothing_leaves_no_state() -> None:
    assert moving(("draft", "draft")).left == set()


def test_each_revision_counts_once_and_again_only_after_another() -> None:
    assert revised(FIRST, FIRST, SECOND, SECOND, FIRST) == [FIRST, SECOND, FIRST]


def test_an_entry_without_a_revision_makes_none() -> None:
    assert revised(None, FIRST, None, FIRST) == [FIRST]


def test_a_proposal_is_shown_as_it_was_before_each_entry() -> None:
    entries = [changing(seq, proposal={"title": str(seq)}) for seq in (1, 2, 3)]
    assert [before.row.get("title") for before in folding(entries)] == [None, "1", "2"]


def test_what_it_was_stays_what_it_was() -> None:
    first = {
        "proposal": {"title": "1"},
        "records": {"a": 1},
        "steps": [{"number": 1}],
        "documents": {"d": "x"},
    }
    second = {
        "proposal": {"title": "2"},
        "records": {"a": 2},
        "steps": [{"number": 2}],
        "documents": {"e": "y"},
    }
    entries = [changing(1, **first), changing(2, **second), changing(3)]
    _, before, after = folding(entries)
    assert before == fold(entries[:1])
    assert (before.row["title"], before.records, [*before.steps], [*before.documents]) == (
        "1",
        {"a": 1},
        [1],
        ["d"],
    )
    assert (after.row["title"], after.records, [*after.steps], [*after.documents]) == (
        "2",
        {"a": 2},
        [1, 2],
        ["d", "e"],
    )
