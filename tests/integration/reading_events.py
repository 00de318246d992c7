"""A proposal to which much has happened: sent back and written anew, endorsed by a substitute, decided in a sitting and
under a condition, refused something, late, and handed over."""

from __future__ import annotations

from datetime import date

import pytest
from government import ROUTE, Government
from reading_day import decided, on, sitting
from reading_marks import EVERY, NOTE, SAID
from reading_situations import begun
from sitting import MEETING, secretariat

import govflow
from govflow.errors import Refused

AWAY = {
    "substitutions": [{"office": "mof.cio", "deputies": ["mof.dcio"], "from": "2025-04-01"}],
    "absences": [{"person": "mof_cio", "from": "2025-04-10", "until": "2025-04-10"}],
}
CONDITION = {"text": NOTE, "owner": "pmo_head", "due": "2025-06-30", "evidence": NOTE}


def eventful(government: Government) -> str:
    """It is approved, and late."""
    reference = begun(government, part_of=None, **AWAY)
    dates = {"submission": date(2025, 5, 29), "endorsement": date(2025, 6, 27)}
    govflow.open_round(government.person("secretariat"), "R2026", fiscal_year=2026, dates=dates)
    govflow.change_organisation(government.session, govflow.Transfer("mof_clerk", "mof_pjmo", "2025-04-30"))
    _endorsed(government, reference)
    _written_anew(government, reference)
    _endorsed(government, reference)
    on(government, reference, "intake")
    government.act("committee", "technology_committee_opinion.conforms", reference)
    on(government, reference, "coordination")
    _sat(government)
    government.act("gcio", "approve", reference, conditions=[CONDITION], note=NOTE)
    with pytest.raises(Refused):
        government.act("mof_clerk", "record_request", reference, amount=EVERY["amount"] + 1)
    government.on("2025-10-01")
    return reference


def _written_anew(government: Government, reference: str) -> None:
    """Sent back, and written anew."""
    government.act("secretariat", "return", reference, issues=[{"text": NOTE}], note=NOTE)
    clerk = government.person("mof_clerk")
    content = {**EVERY, "problem": "改めた課題"}
    del content["part_of"]
    govflow.submit(clerk, content, key=govflow.show(clerk, reference).key, draft=True)


def _endorsed(government: Government, reference: str) -> None:
    """Endorsed by the substitute of the Ministry CIO."""
    on(government, reference, "draft", "pmo_check")
    for person, trigger, _ in ROUTE["ministry_review"][:-1]:
        government.act(person.format(m="mof"), trigger, reference)
    government.act("mof_dcio", "endorse", reference)


def _sat(government: Government) -> None:
    """The council's sitting; its members have said something."""
    sitting(government, note=SAID)
    decided(government)
    chair = secretariat(government)
    govflow.end_meeting(chair, MEETING)
    govflow.add_remark(chair, MEETING, 1, text=SAID, closed=True)
    govflow.draft_minutes(chair, MEETING)
