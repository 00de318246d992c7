"""The sitting: the consent part, then item by item, each in its way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from meeting_day.agenda import AGENDA, Planned, Way
from meeting_day.convening import PAPERS
from meeting_day.day import ALTERNATES, CHAIR, HELD, LEAVING, MEETING, VOTING, WRITTEN, Day

EACH = 5
"""The minutes that an item takes."""

TAKES_OUT, OBJECTS, RETURNS, REDUCES = "mof.cio", "meti.cio", "digital.cio", "mof.cio"
REDUCED_TO = 400_000_000
CONDITION = "連携に参加する事業所の数を四半期ごとに報告すること"
DUE = "2025-12-26"

EVENLY: Mapping[str, str] = dict(zip(VOTING, ["yes"] * 7 + ["no"] * 7 + ["abstain"], strict=True))
CARRIED: Mapping[str, str] = dict(zip(VOTING, ["yes"] * 10 + ["no"] * 3 + ["abstain"] * 2, strict=True))
LOST: Mapping[str, str] = dict(zip(VOTING, ["no"] * 9 + ["yes"] * 6, strict=True))
AGREED: Mapping[str, str] = dict.fromkeys(VOTING[:10], "yes")
"""How the seats vote where votes are counted."""


def the_meeting_opens_with_a_quorum(day: Day) -> None:
    day.on(HELD)
    assert day.refused("meeting open", MEETING, seats=[CHAIR, "mof.cio"]) == ["meeting.no_quorum"]
    day.do("meeting open", MEETING, as_replied=True)
    shown = day.meeting()
    assert (shown["state"], shown["attending"], shown["needed"]) == ("open", 15, 13)
    (stay,) = next(seat for seat in shown["seats"] if seat["seat"] in ALTERNATES)["stays"]
    assert stay["alternate"] == ALTERNATES["mofa.cio"]


def the_result_in_writing_is_noted(day: Day) -> None:
    (item,) = (item for item in day.meeting()["agenda"] if item["section"] == "report")
    day.do("meeting note-item", MEETING, item["item"], note="留保の理由を確認した。")
    assert next(i for i in day.meeting()["agenda"] if i["item"] == item["item"])["state"] == "done"


def the_consent_part_goes_through_without_one_item(day: Day) -> None:
    """One question over all of them; each has its own ballot and number. What a seat takes out is discussed first."""
    out = day.number(day.one(Way.TAKEN_OUT))
    day.do("meeting take-out", MEETING, out, by=TAKES_OUT)
    day.do("meeting move", MEETING, out, to=1)
    day.do("ballot consent", MEETING)
    items = day.items()
    consented = [items[plan.programme] for plan in day.going(Way.CONSENT)]
    assert {(item["state"], item["outcome"], len(item["ballots"])) for item in consented} == {
        ("done", "passed", 1)
    }
    taken = items[day.one(Way.TAKEN_OUT).programme]
    assert (taken["part"], taken["state"]) == ("discussion", "listed")


def every_other_item_goes_its_way(day: Day) -> None:
    """In the order of the agenda."""
    items = day.items()
    others = [plan for plan in AGENDA if plan.way in WAYS]
    for plan in sorted(others, key=lambda plan: items[plan.programme]["place"]):
        day.in_minutes(EACH)
        day.do("meeting call-item", MEETING, day.number(plan))
        assert day.states()[plan.programme] == "deliberation"
        WAYS[plan.way](day, plan)


def _undisputed(day: Day, plan: Planned) -> None:
    """The chair asks, and nobody objects: everybody in the room assents."""
    ballot = _put(day, plan)
    day.do("ballot no-objection", ballot, by=CHAIR)
    shown = day.see("ballot show", ballot)
    assert {seat["position"] for seat in shown["seats"] if seat["seat"] in VOTING} == {"assent"}
    assert (shown["tally"]["counts"]["assent"], shown["tally"]["counts"]["O"]) == (15, 10)


def _counted(day: Day, plan: Planned) -> None:
    """The secretariat writes down what is said, but for the alternate, who votes in person."""
    ballot = _put(day, plan, asks=False)
    _take(day, ballot, CARRIED)
    shown = day.see("ballot show", ballot)
    seats = {seat["seat"]: seat for seat in shown["seats"]}
    assert (seats["mofa.cio"]["via"], seats["mofa.cio"]["recorder"]) == ("alternate", None)
    assert seats["mof.cio"]["recorder"] is not None
    assert _counts(shown) == {"Y": 10, "N": 3, "A": 2, "O": 10}


def _objected(day: Day, plan: Planned) -> None:
    """One objection, and the votes are counted."""
    ballot = _put(day, plan)
    day.do("ballot object", ballot, text="代替案の比較が足りない。", by=OBJECTS)
    _take(day, ballot, LOST)
    assert _counts(day.see("ballot show", ballot)) == {"Y": 6, "N": 9, "A": 0, "O": 10}


def _tied(day: Day, plan: Planned) -> None:
    """The meeting cannot end before the chair has cast."""
    ballot = _put(day, plan, asks=False)
    _take(day, ballot, EVENLY)
    assert day.see("ballot show", ballot)["outcome"] == "TIE_PENDING_CHAIR"
    assert day.states()[plan.programme] == "deliberation"
    assert day.refused("meeting end", MEETING) == ["meeting.ballots_open"]
    assert day.refused("ballot casting-vote", ballot, "yes", reason="急ぐ。", by=OBJECTS) == [
        "voting.not_chair"
    ]
    day.do("ballot casting-vote", ballot, "yes", reason="災害時の物流を早く備えるため。", by=CHAIR)
    assert _counts(day.see("ballot show", ballot)) == {"Y": 7, "N": 7, "A": 1, "O": 10}


def _reduced(day: Day, plan: Planned) -> None:
    """What departs furthest comes first; then the amended text is put to the vote."""
    item = day.number(plan)
    condition = {"condition": CONDITION, "due": DUE, "owner": "pmo_head", "precedent": "start"}
    day.do("meeting amend", MEETING, item, kind="condition", text=CONDITION, by=RETURNS, **condition)
    day.do(
        "meeting amend", MEETING, item, kind="amount", amount=REDUCED_TO, text="単価を見直す。", by=REDUCES
    )
    assert day.refused("ballot open", meeting=MEETING, item=item) == ["voting.amendment_first"]
    for amendment in (2, 1):
        day.do("ballot no-objection", _put(day, plan, amendment=amendment))
    _undisputed(day, plan)
    decided = day.see("ballot show", day.item(plan)["ballots"][-1]["ballot"])
    assert (decided["amount"], [each["text"] for each in decided["conditions"]]) == (REDUCED_TO, [CONDITION])


def _returned(day: Day, plan: Planned) -> None:
    day.do("meeting amend", MEETING, day.number(plan), kind="return", text="利用計画を補うこと。", by=RETURNS)
    day.do("ballot no-objection", _put(day, plan, amendment=1))
    assert day.states()[plan.programme] == "draft"


def _replaced(day: Day, plan: Planned) -> None:
    """A paper is replaced while it is voted on: nothing that was said is carried over."""
    ballot = _put(day, plan, asks=False)
    _take(day, ballot, {"mof.cio": "no", "mlit.cio": "yes"}, closes=False)
    paper = day.hands.file("papers/replaced.md", f"{PAPERS[Way.REPLACED]}(第2版)\n")
    day.do("meeting paper", MEETING, str(paper), replaces=2)
    shown = day.see("ballot show", ballot)
    assert (shown["round"], {seat["position"] for seat in shown["seats"]}) == (2, {None})
    first, second = (p for p in day.see("meeting papers", MEETING)["papers"] if p["item"] == shown["item"])
    assert (first["replaced_by"], second["tabled"]) == (second["paper"], True)
    _take(day, ballot, AGREED)


def _unblocked(day: Day, plan: Planned) -> None:
    """Two thirds lift the block that was put in writing; then the proposal itself is carried."""
    override = _put(day, plan, override=WRITTEN)
    _take(day, override, AGREED)
    written = day.see("ballot show", WRITTEN)
    assert (written["overridden"], written["tally"]["outcome"]) == (override, "BLOCKED")
    assert day.states()[plan.programme] == "deliberation"
    _undisputed(day, plan)


def _interrupted(day: Day, plan: Planned) -> None:
    """Some leave, and the meeting stops by itself; they come back, and it goes on."""
    ballot = _put(day, plan)
    day.do("meeting leave", MEETING, *LEAVING)
    shown = day.meeting()
    assert (shown["state"], shown["attending"], shown["pauses"][-1]["quorum"]) == ("suspended", 11, True)
    assert day.refused("ballot no-objection", ballot) == ["voting.not_in_session"]
    assert day.refused("meeting resume", MEETING) == ["meeting.no_quorum"]
    day.in_minutes(EACH)
    day.do("meeting arrive", MEETING, *LEAVING)
    day.do("meeting resume", MEETING)
    stays = {seat["seat"]: [stay["until"] for stay in seat["stays"]] for seat in day.meeting()["seats"]}
    assert all(len(stays[seat]) == 2 and stays[seat][1] is None for seat in LEAVING)
    day.do("ballot no-objection", ballot)


def _dispersed(day: Day, plan: Planned) -> None:
    """They leave for good: the ballot that was open comes to nothing."""
    ballot = _put(day, plan, asks=False)
    _take(day, ballot, {"cas.cio": "yes", "cao.cio": "yes"}, closes=False)
    day.do("meeting leave", MEETING, *LEAVING)
    day.do("ballot close", ballot)
    assert day.see("ballot show", ballot)["outcome"] == "NO_QUORUM"


def _put(day: Day, plan: Planned, **how: Any) -> str:
    """The number of the ballot to which an item, or an amendment of it, is put."""
    day.do("ballot open", meeting=MEETING, item=day.number(plan), **how)
    return str(day.item(plan)["ballots"][-1]["ballot"])


def _take(day: Day, ballot: str, votes: Mapping[str, str], *, closes: bool = True) -> None:
    for seat, position in votes.items():
        if seat in ALTERNATES:
            day.do("ballot cast", ballot, position, by=ALTERNATES[seat])
        else:
            day.do("ballot cast", ballot, position, seat=seat, recorded_for=True)
    if closes:
        day.do("ballot close", ballot)


def _counts(ballot: Any) -> dict[str, int]:
    return {column: ballot["tally"]["counts"][column] for column in "YNAO"}


WAYS: Mapping[Way, Callable[[Day, Planned], None]] = {
    Way.TAKEN_OUT: _undisputed,
    Way.UNDISPUTED: _undisputed,
    Way.COUNTED: _counted,
    Way.OBJECTED: _objected,
    Way.TIED: _tied,
    Way.REDUCED: _reduced,
    Way.RETURNED: _returned,
    Way.REPLACED: _replaced,
    Way.UNBLOCKED: _unblocked,
    Way.INTERRUPTED: _interrupted,
    Way.DISPERSED: _dispersed,
}
"""How an item goes once it was called."""
