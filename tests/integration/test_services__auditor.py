"""An auditor, who reads everything, acts on nothing: every public function that acts is tried and refused."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Set
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from government import BODY, Government, rows
from reading_day import BALLOT, decided, marked_proposal, sat
from reading_views import ACTS
from sitting import DAY, MEETING

import govflow
from govflow.errors import Refused
from govflow.resources import bundled

View = Callable[[], Any]


@pytest.fixture
def marked(cabinet: Government) -> tuple[Government, str]:
    return marked_proposal(cabinet)


def acts(session: govflow.Session, reference: str, folder: Path) -> Iterator[tuple[str, View]]:
    """Every public function that acts, with what it would need."""
    day, moment, text = date(2025, 5, 1), f"{DAY}T18:00", {"text": "意見"}
    acts_file, file = folder / "acts.csv", folder / "file"
    acts_file.write_text(f"reference,trigger\n{reference},approve\n", encoding="utf-8")
    file.write_text("{}", encoding="utf-8")
    council: dict[str, tuple[tuple[Any, ...], dict[str, Any]]] = {
        **{name: ((MEETING,), {}) for name in ("convoke", "draft_minutes", "end_meeting", "gather_items")},
        **{name: ((MEETING,), {}) for name in ("open_meeting", "pass_consent", "publish_minutes")},
        **{name: ((MEETING,), {}) for name in ("resume_meeting", "sign_minutes")},
        **{
            name: ((MEETING, 1), {})
            for name in ("call_item", "note_item", "take_out_item", "open_in_sitting")
        },
        **{name: ((MEETING, 1), {"reason": "理由"}) for name in ("carry_over_item", "remove_item")},
        **{name: ((MEETING,), {"reason": "理由"}) for name in ("cancel_meeting", "suspend_meeting")},
        **{name: ((MEETING, ["mof.cio"]), {}) for name in ("arrive", "leave")},
        **{name: ((BALLOT,), {}) for name in ("close_ballot", "no_objection", "object_to")},
        **{name: ((BALLOT,), {"reason": "理由"}) for name in ("escalate_ballot", "recuse", "unrecuse")},
        "withdraw_ballot": ((BALLOT,), {"reason": "理由"}),
        "abolish_seat": ((BALLOT, "mof.cio"), {"reason": "理由"}),
        "cast": ((BALLOT, "yes"), {}),
        "casting_vote": ((BALLOT, "yes"), {"reason": "理由"}),
        "correct_position": ((BALLOT, "mof.cio", "no"), {"reason": "理由"}),
        "record_positions": ((BALLOT, {"yes": ["mof.cio"]}), {}),
        "add_item": ((MEETING,), {"title": "報告"}),
        "add_paper": ((MEETING, file), {"title": "資料"}),
        "add_remark": ((MEETING, 1), text),
        "appeal": (("CIO-2025-D001",), {"asks": "overrule", "grounds": "理由"}),
        "call_meeting": ((), {"body": BODY, "at": "2025-05-30T10:00", "place": "会議室"}),
        "circulate_minutes": ((MEETING,), {"until": day}),
        "correct_minutes": ((MEETING,), text),
        "decide_in_emergency": ((), {"body": BODY, "reason": "理由", "question": "件"}),
        "give_proxy": ((MEETING,), {"to": "mof.cio"}),
        "issue_document": ((MEETING, "agenda"), {}),
        "move_amendment": ((MEETING, 1), {"kind": "amount", "text": "減額", "amount": 1}),
        "move_items": ((MEETING, [1]), {"to": 1}),
        "open_ballot": ((), {"body": BODY, "question": "件", "closes_at": moment}),
        "open_written": ((), {"body": BODY, "closes_at": moment, "reason": "理由", "question": "件"}),
        "reconsider": (("CIO-2025-D001",), {"new_facts": "新事実", "meeting": MEETING}),
        "reply": ((MEETING,), {"attends": True}),
    }
    for name, (args, more) in council.items():
        yield name, lambda name=name, args=args, more=more: getattr(govflow, name)(session, *args, **more)  # type: ignore[misc]
    order = govflow.Act(reference, "approve", payload={"amount": 1})
    slip = govflow.Correction(reference, "誤記", fields={"title": "別の件名"})
    transfer = govflow.Transfer("mof_cio", "mof_dcio", "2025-05-30")
    content = {"title": "件", "ministry": "mof", "fiscal_year": 2026, "kind": "new", "amount": 1}
    yield "act", lambda: govflow.act(session, order)
    yield "act_file", lambda: govflow.act_file(session, acts_file)
    yield "change", lambda: govflow.change(session, reference)
    yield "change_organisation", lambda: govflow.change_organisation(session, transfer)
    yield "correct", lambda: govflow.correct(session, slip)
    yield "close_round", lambda: govflow.close_round(session, "R2026", note="終了")
    yield "open_round", lambda: govflow.open_round(session, "R", fiscal_year=2028, dates={"submission": day})
    dates = {"submission": date(2025, 6, 2)}
    yield "reschedule_round", lambda: govflow.reschedule_round(session, "R2026", dates=dates, note="延期")
    yield "retry_outbox", lambda: govflow.retry_outbox(session, failed=True)
    yield "submit", lambda: govflow.submit(session, content, key="of the auditor", draft=True)
    proposals = folder / "proposals.json"
    proposals.write_text(json.dumps({"key": "k", **content}), encoding="utf-8")
    yield "submit_file", lambda: govflow.submit_file(session, proposals, draft=True)
    yield "sweep_deadlines", lambda: govflow.sweep_deadlines(session)
    yield "load_body", lambda: govflow.load_body(session, "ministers_council")
    yield "load_workflow", lambda: govflow.load_workflow(session, "town_purchase")
    organised = folder / "organisation.json"  # as it is
    yield "load_organisation", lambda: govflow.load_organisation(session, organised)
    examples = bundled("examples")
    yield (
        "import_programmes",
        lambda: govflow.import_programmes(
            session, examples / "it_programmes_fy2025.csv", examples / "it_programmes_fy2025.mapping.yaml"
        ),
    )
    yield "carry_over", lambda: govflow.carry_over(session, fiscal_year=2026, ministry="mof")


ON_A_DECISION = {"appeal", "reconsider"}


NOTHING_CAME: dict[str, Callable[[Any], bool]] = {
    "act_file": lambda report: report.count("refused") == len(report.results) == 1,
    "carry_over": lambda carried: carried.submission.rows == (),
}
"""Acts that tell of refusals in a report, or find nothing to do: how one sees that nothing came of them."""


def test_an_auditor_is_refused_every_act(marked: tuple[Government, str]) -> None:
    government, reference = marked
    sat(government, reference)
    refused_to_the_auditor(government, reference, ACTS - ON_A_DECISION)
    decided(government)
    refused_to_the_auditor(government, reference, ON_A_DECISION)


def refused_to_the_auditor(government: Government, reference: str, names: Set[str]) -> None:
    """An auditor tries these acts and is refused each, and nothing is changed in the record."""
    before, refused = rows(government.url, without=["refusals", "seals"]), set[str]()
    for name, act in acts(government.person("auditor"), reference, government.folder):
        if name not in names:
            continue
        try:
            came_of_it = act()
        except Refused:
            refused.add(name)
            continue
        refused |= {name} if name in NOTHING_CAME and NOTHING_CAME[name](came_of_it) else set()
    assert refused == names
    assert rows(government.url, without=["refusals", "seals"]) == before
