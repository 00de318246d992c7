"""Whoever reads a part of a proposal is told no more of it by refusals, nor by what is delegated."""

from __future__ import annotations

import pytest
from government import Government
from reading_day import MINISTRY, TO_COUNCIL, marked_proposal, on
from reading_looks import looked_at

import govflow
from govflow.errors import NotAuthorised

COORDINATED = (*MINISTRY, "intake")


def tried(government: Government, person: str, reference: str, trigger: str) -> str:
    """What somebody is told who tries an act."""
    session = government.person(person)
    return looked_at(lambda: govflow.act(session, govflow.Act(reference, trigger), dry_run=True))


def test_whoever_is_asked_is_told_of_no_step_but_the_own(cabinet: Government) -> None:
    government, reference = marked_proposal(cabinet)
    on(government, reference, *COORDINATED)
    told = tried(government, "mhlw_cio", reference, "nothing of it")
    assert "affected_ministry_opinion.no_objection" in told
    assert "duplicate_check" not in told
    before = tried(government, "mhlw_cio", reference, "duplicate_check.none")
    government.act("amb", "duplicate_check.none", reference)
    assert tried(government, "mhlw_cio", reference, "duplicate_check.none") == before
    assert government.act("mhlw_cio", "affected_ministry_opinion.no_objection", reference).seq


def test_what_a_ministry_asks_itself_while_it_redrafts_is_not_told_to_the_centre(cabinet: Government) -> None:
    government, reference = marked_proposal(cabinet)
    on(government, reference, *COORDINATED)
    government.act("amb", "return", reference, note="補うこと")
    on(government, reference, "draft", "pmo_check")
    before = [tried(government, "secretariat", reference, each) for each in ("x", "ciso_concurrence.concur")]
    assert "ciso_concurrence" in tried(government, "mof_clerk", reference, "x")
    assert "ciso_concurrence" not in before[0]
    government.act("mof_ciso", "ciso_concurrence.concur", reference)
    assert before == [
        tried(government, "secretariat", reference, each) for each in ("x", "ciso_concurrence.concur")
    ]


def test_who_acts_for_a_member_by_standing_delegation_is_none_of_the_body(cabinet: Government) -> None:
    government, reference = marked_proposal(cabinet)
    delegation = {"office": "mic.cio", "to": "mic.clerk", "workflow": "it_investment", "from": "2025-04-01"}
    government.organise(delegations=[delegation], more_offices={"cas.auditor": ("auditor", "cas")})
    on(government, reference, *TO_COUNCIL)
    government.fire(reference, "placed", source="CIO連絡会議(第1回)")
    assert govflow.show(government.person("mic_cio"), reference).title
    with pytest.raises(NotAuthorised):
        govflow.show(government.person("mic_clerk"), reference)
    own = government.draft(ministry="mic", by="mic_clerk")
    assert govflow.show(government.person("mic_clerk"), own).whole
