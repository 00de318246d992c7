"""A meeting of the CIO council in which everything happens that documents tell of; titles and texts may be replaced."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from govflow.domain.council.ballot import (
    Ballot,
    BallotSeat,
    BallotState,
    Given,
    Matter,
    Mode,
    Purpose,
    Recusal,
    Via,
)
from govflow.domain.council.charter import Charter
from govflow.domain.council.item import Amendment, AmendmentKind, Item, ItemState, Part, Section
from govflow.domain.council.meeting import Meeting, MeetingSeat, MeetingState, Paper, Pause, Stay
from govflow.domain.council.minutes import Correction, Minutes, Remark, Signature
from govflow.domain.council.occasion import Occasion
from govflow.domain.council.position import Objection, Position
from govflow.domain.council.roll import ONE
from govflow.domain.council.tally import Outcome
from govflow.domain.organisation import Directory
from govflow.services.council.charters.bodies import shipped_charters
from govflow.services.council.charters.rules import read_rule
from govflow.services.organisation.file import read_organisation
from govflow.workflow.council.rule_file import content_of

ORGANISATION = Path(__file__).parents[2] / "examples" / "organisation.yaml"
MEETING = "CIO-2025-M003"
SEATS = ("cas.cio", "cao.cio", "digital.cio", "mof.cio")
CHAIR = "cas.council_chair"
PAPER_DIGEST, CONTENT_DIGEST = "ab" * 32, "cd" * 32

TITLE = "税関業務システムの更改"

Json = dict[str, Any]


@cache
def charter() -> Charter:
    return next(each for each in shipped_charters() if each.name == "cio_council")


@cache
def directory() -> Directory:
    return Directory.on(read_organisation(ORGANISATION), date(2025, 9, 3))


def holder(office: str) -> str:
    return directory().holders(office)[0]


def at(time: str) -> str:
    """A time of the meeting's day in Japan, as the store keeps it."""
    hour, minute = time.split(":")
    return f"2025-09-03T{int(hour) - 9:02}:{minute}:00.000000Z"


def seat(office: str, *, voting: bool = True) -> MeetingSeat:
    title = directory().offices[office].title
    ministry = directory().offices[office].ministry
    return MeetingSeat(office, *title, voting, ONE, ministry, directory().holders(office), ())


def stay(number: int, office: str, since: str, until: str | None, *, sits: str | None = None) -> Stay:
    sits = sits or office
    return Stay(number, office, sits, holder(sits), at(since), at(until) if until else None)


def items(title: str, text: str) -> Iterable[Item]:
    decide = {"section": Section.DECIDE, "part": Part.DISCUSSION}
    yield Item(
        number=1,
        place=1,
        **decide,
        title=title,
        title_en="Renewal of the customs system",
        proposal="MOF-2025-0012",
        ministry="mof",
        amount=1_234_567_890,
        new_facts=text,
        earlier=("CIO-2025-M002/4",),
        state=ItemState.DONE,
        called_at=at("10:05"),
        present=SEATS,
        amendments={
            "1": Amendment(
                1, AmendmentKind.AMOUNT, "cao.cio", text, 1_000_000_000, None, "CIO-2025-B007", Outcome.PASSED
            ),
            "2": Amendment(2, AmendmentKind.AMOUNT, "digital.cio", text, 11 * 10**8, moot=True),
            "3": Amendment(3, AmendmentKind.CONDITION, "digital.cio", text, None, {"text": text}),
        },
        ballots=("CIO-2025-B007", "CIO-2025-B008"),
        outcome=Occasion.PASSED,
        decision="CIO-2025-D012",
    )
    yield Item(
        number=2,
        place=2,
        **decide,
        title=title,
        state=ItemState.CARRIED_OVER,
        called_at=at("11:00"),
        present=SEATS[:2],
        note=text,
    )
    yield Item(
        3, 1, Section.REPORT, Part.DISCUSSION, title, state=ItemState.DONE, called_at=at("11:20"), note=text
    )
    yield Item(
        4,
        1,
        Section.DECIDE,
        Part.CONSENT,
        title,
        proposal="CAO-2025-0001",
        ministry="cao",
        state=ItemState.DONE,
        ballots=("CIO-2025-B009",),
    )
    yield Item(5, 1, Section.DISCUSS, Part.DISCUSSION, title)


def meeting(
    title: str = "税関業務システムの更改", text: str = "費用の内訳について質疑があった。", **changes: Any
) -> Meeting:
    """The meeting after it ended, its minutes signed."""
    offices = (CHAIR, *SEATS)
    stays = (
        stay(1, CHAIR, "10:00", "11:40"),
        stay(2, "cas.cio", "10:00", "11:40"),
        stay(3, "cao.cio", "10:00", "10:50", sits="cao.dcio"),
        stay(4, "digital.cio", "10:10", "11:40"),
    )
    whole = Meeting(
        reference=MEETING,
        body="cio_council",
        charter=charter().digest,
        day="2025-09-03",
        starts_at=at("10:00"),
        place=title,
        called_at="2025-08-25T01:00:00.000000Z",
        seats=tuple(seat(office, voting=office != CHAIR) for office in offices),
        chairs=(CHAIR,),
        shortened=text,
        on_paper=text,
        state=MeetingState.ENDED,
        opened_at=at("10:00"),
        ended_at=at("11:40"),
        chair=CHAIR,
        items={str(item.number): item for item in items(title, text)},
        papers={
            "1": Paper(1, None, title, "agenda.pdf", PAPER_DIGEST, 1024, at("9:00")),
            "2": Paper(2, 1, title, "old.pdf", "00" * 32, 1024, at("9:00")),
            "3": Paper(3, 1, title, "new.pdf", PAPER_DIGEST, 2048, at("10:20"), tabled=True, replaces=2),
        },
        stays={str(each.number): each for each in stays},
        pauses=(Pause(at("10:50"), text, quorum=True, until=at("11:10")),),
        minutes=Minutes(
            document="CIO-MN-2025-0003",
            remarks=(
                Remark(1, text, False, holder(CHAIR), at("12:00"), number=1),
                Remark(1, f"非公開：{text}", True, holder(CHAIR), at("12:00"), number=2),
            ),
            corrections=(Correction(holder("mof.cio"), "mof.cio", text, at("13:00"), "CIO-MN-2025-0002", 1),),
            signatures=(
                Signature(holder("cas.cio"), "cas.cio", at("14:00")),
                Signature(holder("digital.cio"), "digital.cio", at("15:00")),
            ),
        ),
    )
    return whole._replace(**changes)


def ballot(
    title: str = "税関業務システムの更改", text: str = "費用の根拠が足りない。", **changes: Any
) -> Ballot:
    """A ballot that passed: a yes in person, one by an alternate, a no told to the secretariat, a recusal."""

    def given(number: int, seat: str, position: Position, **more: Any) -> Given:
        said = {
            "person": holder(seat),
            "office": seat,
            "via": Via.OWN,
            "recorder": None,
            "text": "",
            **more,
        }
        return Given(seat, position, at=at("10:30"), number=number, round=1, **said)

    positions = (
        given(1, "cas.cio", Position.YES),
        given(2, "cao.cio", Position.YES, office="cao.dcio", person=holder("cao.dcio"), via=Via.ALTERNATE),
        given(3, "digital.cio", Position.NO, text=text, recorder=holder("cas.secretariat")),
    )
    condition = {
        "text": text,
        "due": "2026-03-31",
        "owner": "pmo_head",
        "precedent": True,
        "on_breach": "suspend",
    }
    whole = Ballot(
        reference="CIO-2025-B008",
        body="cio_council",
        charter=charter().digest,
        mode=Mode.SITTING,
        purpose=Purpose.QUESTION,
        matter=Matter(title, "mof", 1_000_000_000, (condition, {"text": text}), {"3": PAPER_DIGEST}),
        rule=content_of(read_rule("simple_majority").rule),
        seats=tuple(BallotSeat(office, directory().holders(office), ONE) for office in SEATS),
        chairs=(CHAIR,),
        opened_at=at("10:20"),
        meeting=MEETING,
        item=1,
        proposal="MOF-2025-0012",
        present=SEATS,
        reason=text,
        state=BallotState.CLOSED,
        given=3,
        positions={each.seat: each for each in positions},
        asked_at=at("10:20"),
        objection=Objection("digital.cio", holder("digital.cio"), None, text, at("10:25")),
        recused={"mof.cio": Recusal(text, at("10:20"), holder("mof.cio"))},
        outcome=Outcome.PASSED,
        closed_at=at("10:40"),
        remained=SEATS,
        decision="CIO-2025-D012",
    )
    return whole._replace(**changes)


def assented(**more: Any) -> Ballot:
    """Nobody objected."""
    said = {
        office: Given(office, Position.ASSENT, holder(office), office, Via.OWN, None, "", at("10:40"), 1, 1)
        for office in SEATS
    }
    return ballot(
        **more, reference="CIO-2025-B009", positions=said, recused={}, objection=None, item=4, decision=None
    )
