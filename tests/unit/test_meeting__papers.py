"""A paper belongs to the meeting or to an item that is not decided, and is put in place of another once."""

from __future__ import annotations

from sample_meeting import START, item, minute, sitting_of
from sample_reasons import codes, only

from govflow.domain.council.agenda import with_items
from govflow.domain.council.agenda_checks import cannot_add_paper
from govflow.domain.council.item import ItemState
from govflow.domain.council.meeting import Meeting, Paper

OPEN, CALLED, SETTLED, UNKNOWN = 1, 2, 3, 9
FIGURES = Paper(1, OPEN, "figures", "figures.pdf", "ab", 1, START)
CORRECTED = FIGURES._replace(number=2, digest="cd", replaces=1)
PLAN = FIGURES._replace(number=3, digest="12")
AGAIN = FIGURES._replace(number=4, digest="ef")


def with_papers(*papers: Paper) -> Meeting:
    found = with_items(sitting_of("chair", "a", "b", "c"), [item("one"), item("two"), item("three")])
    found = found.calling(CALLED, at=minute(0), present=()).settling(SETTLED, ItemState.DONE)
    return found._replace(papers={str(paper.number): paper for paper in papers})


def against(paper: Paper, *known: Paper) -> list[str]:
    return codes(cannot_add_paper(with_papers(*known), paper))


def test_a_paper_has_a_title() -> None:
    assert against(FIGURES) == []
    assert against(FIGURES._replace(title="")) == ["no_title"]


def test_a_paper_is_of_the_meeting_or_of_an_item_that_is_not_decided() -> None:
    assert against(FIGURES._replace(item=None)) == []
    assert against(FIGURES._replace(item=CALLED)) == []
    assert against(FIGURES._replace(item=SETTLED)) == ["item_settled"]
    assert against(FIGURES._replace(item=UNKNOWN)) == ["unknown_item"]


def test_a_paper_is_put_in_place_of_one_that_is_there() -> None:
    assert against(CORRECTED, FIGURES) == []
    why = only(cannot_add_paper(with_papers(FIGURES), CORRECTED._replace(replaces=UNKNOWN)))
    assert why.code == "meeting.unknown_paper"
    assert why.params == {"paper": UNKNOWN, "meeting": "TC-2025-M001"}


def test_a_paper_is_put_in_place_of_the_newest() -> None:
    assert against(AGAIN._replace(replaces=2), FIGURES, CORRECTED, PLAN) == []
    assert against(AGAIN._replace(replaces=3), FIGURES, CORRECTED, PLAN) == []
    why = only(cannot_add_paper(with_papers(FIGURES, CORRECTED, PLAN), AGAIN._replace(replaces=1)))
    assert (why.code, why.params) == ("meeting.replaced_already", {"paper": 1, "newer": 2})


def test_a_paper_is_put_in_place_of_another_content() -> None:
    assert against(CORRECTED._replace(digest="ab"), FIGURES) == ["same_paper"]
    assert against(CORRECTED._replace(digest="ab", replaces=3), FIGURES, PLAN) == []
