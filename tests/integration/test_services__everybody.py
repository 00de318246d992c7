"""In a sitting whoever asks, for whichever seat, at every way of being there: the desk takes those votes that the words
of the rules give, each for the person, in the way and by the recorder that they say."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
import yaml
from council_files import charter
from council_words import Ask, Place, World, vote_of
from government import Government
from sitting import DAY, MEETING, MOTION, called, motion, secretariat
from sitting_ballots import BALLOT, put

import govflow
from govflow.errors import NotAuthorised, Refused

SEATS = ("mof.cio", "mhlw.cio")
OFFICES = (*SEATS, "mof.dcio", "mhlw.dcio")
HELD = {office: (office.replace(".", "_"),) for office in OFFICES}
RULE = {
    "base": "yes_no",
    "threshold": "1/2",
    "quorum": {"fraction": "1/9", "count_proxy": True, "count_written": True},
}
PLACES = {seat: (None, seat, seat.replace("cio", "dcio")) for seat in SEATS}
"""A seat is empty, or its holder sits there, or the alternate."""


@pytest.mark.parametrize("proxies", [{}, {"mof.cio": "mhlw.cio"}, {"mhlw.cio": "mof.cio"}])
def test_the_desk_takes_just_the_votes_that_the_words_of_the_rules_give(
    cabinet: Government, proxies: dict[str, str]
) -> None:
    _put_to_the_vote(cabinet, proxies)
    tried = 0
    for places in product(*PLACES.values()):
        there = {seat: office for seat, office in zip(SEATS, places, strict=True) if office}
        _sit(cabinet, there)
        sits = {seat: Place(HELD[office][0], office) for seat, office in there.items()}
        world = World(HELD, sits, proxies)
        people = [*(person for (person,) in HELD.values()), "mof_clerk", "chair", "secretariat"]
        for person, seat in product(people, SEATS):
            ask = Ask(person, seat, recorded=person == "secretariat")
            assert _taken(cabinet, ask) == _said(world, ask), (there, proxies, ask)
            tried += 1
    assert tried == 3**2 * 7 * 2
    assert cabinet.problems() == []


def _put_to_the_vote(government: Government, proxies: dict[str, str]) -> None:
    shipped = next(each.file for each in govflow.shipped_bodies() if each.name == "cio_council")
    seats = yaml.safe_load(Path(shipped).read_text(encoding="utf-8"))["seats"]
    text = charter("cio_council", series="CIO", rule=RULE, proxies={"at_most": 1}, seats=seats)
    govflow.load_body(government.session, str(government.write("cio_council.yaml", text)))
    govflow.load_workflow(government.session, str(government.write("motion.yaml", MOTION)))
    motion(government)
    meeting = called(government)
    govflow.gather_items(secretariat(government), meeting)
    for seat, holder in proxies.items():
        govflow.give_proxy(government.person(HELD[seat][0]), meeting, to=holder)
    government.on(DAY)
    govflow.open_meeting(secretariat(government), meeting, seats=("cas.chair", "mic.cio"))
    govflow.call_item(secretariat(government), meeting, 1)
    put(government, asks=False)


def _sit(government: Government, there: dict[str, str]) -> None:
    """Everybody on their places, and nobody else on these seats."""
    shown = govflow.show_meeting(government.onlooker, MEETING)
    taken = [each.seat for each in shown.seats if each.present and each.seat in SEATS]
    if taken:
        govflow.leave(secretariat(government), MEETING, taken)
    for seat, office in there.items():
        alternate = office if office != seat else None
        govflow.arrive(secretariat(government), MEETING, [seat], alternate=alternate)


def _said(world: World, ask: Ask) -> tuple[str, str, str | None] | None:
    vote = vote_of(world, ask)
    return (vote.person, vote.way, vote.recorder) if vote else None


def _taken(government: Government, ask: Ask) -> tuple[str, str, str | None] | None:
    """What the desk would make of it; nothing is kept."""
    session, asked = government.person(ask.person), {"seat": ask.seat, "recorded_for": ask.recorded}
    try:
        told = govflow.cast(session, BALLOT, "yes", dry_run=True, **asked).told
    except (Refused, NotAuthorised):
        return None
    return told["voter"], told["via"], told["recorder"]
