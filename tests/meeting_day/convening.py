"""The meeting is called: its agenda, papers and notice, who will come, and whether that is enough."""

from __future__ import annotations

from meeting_day.agenda import AGENDA, Way
from meeting_day.day import (
    ALTERNATES,
    AWAY,
    BODY,
    CALLED,
    HELD,
    MEETING,
    PRESIDING,
    VOTING,
    WRITTEN,
    Day,
)

IN_CONSENT = (Way.CONSENT, Way.TAKEN_OUT)
LAST = (Way.INTERRUPTED, Way.DISPERSED, Way.UNREACHED)
"""The ways that go through the consent part, and those at the end of the day."""

PLACE = "中央合同庁舎第8号館"
PAPERS = {Way.REDUCED: "機器と運用の見積り", Way.REPLACED: "港湾の対策の見積り"}


def the_meeting_is_called_in_time(day: Day) -> None:
    day.on(CALLED)
    soon = {"at": "2025-08-19T13:30", "place": PLACE}
    assert day.refused("meeting call", BODY, **soon) == ["meeting.short_notice"]
    day.do("meeting call", BODY, at=HELD, place=PLACE)
    assert [line["state"] for line in day.see("meeting list", body=BODY)] == ["called"]


def what_waits_comes_onto_the_agenda(day: Day) -> None:
    """Thirty proposals, the one that was blocked in writing among them, and the result of that ballot to be noted."""
    day.do("meeting gather", MEETING)
    agenda = day.meeting()["agenda"]
    sections = [item["section"] for item in agenda]
    assert (sections.count("decide"), sections.count("report")) == (30, 1)
    assert {item["about"] for item in agenda if item["section"] == "report"} == {WRITTEN}
    assert set(day.states().values()) == {"on_agenda"}
    day.numbers = {programme: item["item"] for programme, item in day.items().items()}
    day.do("meeting move", MEETING, *map(day.number, day.going(*IN_CONSENT)), part="consent")
    day.do("meeting move", MEETING, *map(day.number, day.going(*LAST)), to=11)
    items = day.items()
    parts = {plan.way: items[plan.programme]["part"] for plan in AGENDA}
    assert {way for way, part in parts.items() if part == "consent"} == {*IN_CONSENT}
    order = sorted(items, key=lambda programme: items[programme]["place"])
    assert order[-3:] == [plan.programme for plan in day.going(*LAST)]


def papers_are_put_into_the_pack(day: Day) -> None:
    """The digests of the files are kept; a folder is checked against them."""
    for way, title in PAPERS.items():
        paper = day.hands.file(f"papers/{way.name.lower()}.md", f"{title}(第1版)\n")
        day.do("meeting paper", MEETING, str(paper), item=day.number(day.one(way)), title=title)
    pack = day.see("meeting papers", MEETING)
    assert [paper["title"] for paper in pack["papers"]] == [*PAPERS.values()]
    folder = day.hands.folder / "papers"
    assert day.see("meeting check-papers", MEETING, str(folder))["complete"]


def the_notice_goes_out(day: Day) -> None:
    day.do("meeting convoke", MEETING, reply_by="2025-08-22")
    (notice,) = day.see("document list", reference=MEETING)
    for lang, words in (
        ("ja", ("令和7年8月25日", PLACE, *PAPERS.values())),
        ("en", ("25 August 2025", PLACE)),
    ):
        text = day.hands.read(notice["number"], lang)
        assert [word for word in words if word not in text] == []


def the_replies_forecast_a_quorum(day: Day) -> None:
    """Most come, one sends the deputy, one is away, the others do not answer."""
    for seat in (*PRESIDING, *VOTING):
        if seat in ALTERNATES:
            day.do("meeting reply", MEETING, alternate=ALTERNATES[seat], by=seat)
        else:
            day.do("meeting reply", MEETING, by=seat)
    day.do("meeting reply", MEETING, attends=False, note="国会対応のため", by=AWAY)
    found = day.see("meeting forecast", MEETING)
    assert (found["of"], found["needed"], found["attending"], found["held"]) == (25, 13, 15, True)
    assert (found["alternates"], found["away"]) == ([*ALTERNATES], [AWAY])
    assert len(found["silent"]) == 9
