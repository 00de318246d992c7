"""A proposal with a marker in every field, on its way to the council and in a sitting of it."""

from __future__ import annotations

from datetime import date

from government import BODY, ROUTE, Government
from reading_marks import MARKED
from sitting import DAY, MEETING, called, secretariat

import govflow

BALLOT = "CIO-2025-B001"


def on(government: Government, reference: str, *states: str) -> None:
    for state in states:
        assert government.state(reference) == state
        if state == "coordination":
            government.act("mhlw_cio", "affected_ministry_opinion.no_objection", reference)
        for person, trigger, payload in ROUTE[state]:
            given = {**payload, **government.replies(reference, trigger)}
            government.act(person.format(m="mof"), trigger, reference, **given)


def led_on(government: Government, reference: str, state: str) -> None:
    """On from a state, past the council by the shortcut."""
    if ROUTE[state][0][0] != BODY:
        on(government, reference, state)
        return
    for _, occasion, payload in ROUTE[state]:
        government.fire(reference, occasion, **payload)


MINISTRY = ("draft", "pmo_check", "ministry_review")


TO_COUNCIL = (*MINISTRY, "intake", "coordination")


def marked_proposal(cabinet: Government) -> tuple[Government, str]:
    """A proposal of the round, with a marker in every field; one office has passed to somebody else since."""
    auditor = {"more_offices": {"cas.auditor": ("auditor", "cas")}}
    cabinet.organise(**auditor)
    govflow.load_body(cabinet.session, BODY)
    dates = {"submission": date(2025, 5, 29), "endorsement": date(2025, 6, 27)}
    govflow.open_round(cabinet.person("secretariat"), "R2026", fiscal_year=2026, dates=dates)
    reference = cabinet.draft(**MARKED, affected_ministries=["mhlw"])
    govflow.change_organisation(cabinet.session, govflow.Transfer("mof_clerk", "mof_pjmo", "2025-04-30"))
    return cabinet, reference


def sat(government: Government, reference: str) -> None:
    """The council has it on its agenda, with a paper, and votes."""
    on(government, reference, *TO_COUNCIL)
    sitting(government)


def sitting(government: Government, *, note: str = "") -> None:
    """A meeting takes up what waits, with a paper, and votes on it; a member has replied with a `note`."""
    called(government)
    govflow.reply(government.person("mic_cio"), MEETING, attends=True, note=note)
    chair = secretariat(government)
    govflow.gather_items(chair, MEETING)
    paper = government.write("paper.md", MARKED["title"])
    govflow.add_paper(chair, MEETING, paper, title=MARKED["title"], item=1)
    government.on(DAY)
    govflow.open_meeting(chair, MEETING, everybody=True)
    govflow.call_item(chair, MEETING, 1)
    govflow.open_in_sitting(chair, MEETING, 1, asks=False)


def decided(government: Government) -> None:
    for person in ("mof_cio", "mhlw_cio", "mic_cio"):
        govflow.cast(government.person(person), BALLOT, "yes")
    govflow.close_ballot(secretariat(government), BALLOT)
