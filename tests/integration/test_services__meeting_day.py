"""The secretariat's meeting day through the Python API, on both databases."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from government import codes
from meeting_day.day import FOUNDED, Day, organisation
from meeting_day.story import tell

import govflow
from govflow.cli.jsonable import jsonable
from govflow.errors import GovflowError

ACTS: Mapping[str, Callable[..., Any]] = {
    "act": lambda session, *one, **many: (
        govflow.act(session, govflow.Act(*one)) if one else _many(session, **many)
    ),
    "submit": lambda session, file: govflow.submit_file(session, Path(file)),
    "meeting call": lambda session, body, **said: govflow.call_meeting(session, body=body, **said),
    "meeting gather": govflow.gather_items,
    "meeting add": lambda session, meeting, proposal: govflow.add_item(session, meeting, proposal=proposal),
    "meeting move": lambda session, meeting, *items, **to: govflow.move_items(session, meeting, items, **to),
    "meeting take-out": govflow.take_out_item,
    "meeting reply": govflow.reply,
    "meeting paper": lambda session, meeting, file, **of: govflow.add_paper(
        session, meeting, Path(file), **of
    ),
    "meeting convoke": lambda session, meeting, *, reply_by: govflow.convoke(
        session, meeting, reply_by=date.fromisoformat(reply_by)
    ),
    "meeting issue": govflow.issue_document,
    "meeting open": govflow.open_meeting,
    "meeting arrive": lambda session, meeting, *seats: govflow.arrive(session, meeting, seats),
    "meeting leave": lambda session, meeting, *seats: govflow.leave(session, meeting, seats),
    "meeting resume": govflow.resume_meeting,
    "meeting call-item": govflow.call_item,
    "meeting note-item": govflow.note_item,
    "meeting end": govflow.end_meeting,
    "meeting amend": lambda *on, **said: govflow.move_amendment(*on, **_condition(said)),
    "ballot open": lambda session, **said: _open(said)(session, **said),
    "ballot cast": govflow.cast,
    "ballot object": govflow.object_to,
    "ballot no-objection": govflow.no_objection,
    "ballot consent": govflow.pass_consent,
    "ballot recuse": govflow.recuse,
    "ballot close": govflow.close_ballot,
    "ballot casting-vote": govflow.casting_vote,
    "minutes draft": govflow.draft_minutes,
    "minutes remark": govflow.add_remark,
    "minutes circulate": lambda session, meeting, *, until: govflow.circulate_minutes(
        session, meeting, until=date.fromisoformat(until)
    ),
    "minutes correct": govflow.correct_minutes,
    "minutes sign": govflow.sign_minutes,
    "minutes publish": govflow.publish_minutes,
}
"""What each command calls."""

VIEWS: Mapping[str, Callable[..., Any]] = {
    "org show": govflow.show_organisation,
    "list": govflow.list_proposals,
    "show": govflow.show,
    "history": govflow.history,
    "meeting show": govflow.show_meeting,
    "meeting list": govflow.list_meetings,
    "meeting forecast": govflow.forecast,
    "meeting papers": govflow.list_papers,
    "meeting check-papers": lambda session, meeting, folder: {
        "complete": govflow.check_papers(session, meeting, Path(folder)).complete
    },
    "ballot show": govflow.show_ballot,
    "minutes show": govflow.show_minutes,
    "decision list": govflow.list_decisions,
    "decision show": govflow.show_decision,
    "decision commitments": govflow.list_commitments,
    "condition list": govflow.list_conditions,
    "document list": govflow.list_documents,
    "audit verify": govflow.verify,
}


def _many(session: govflow.Session, *, file: str, batch: int) -> None:
    report = govflow.act_file(session, Path(file), batch=batch)
    assert [result.reasons for result in report.results if result.outcome != "done"] == []


def _condition(said: Mapping[str, Any]) -> dict[str, Any]:
    """The command line states a condition in options of its own."""
    parts = {"condition": "text", "due": "due", "owner": "owner", "precedent": "precedent"}
    condition = {part: said[name] for name, part in parts.items() if name in said}
    return {name: value for name, value in said.items() if name not in parts} | {
        "condition": condition or None
    }


def _open(said: dict[str, Any]) -> Callable[..., Any]:
    if "meeting" in said:
        return govflow.open_in_sitting
    return govflow.open_written if said.pop("written", False) else govflow.open_ballot


class Programmer:
    """Hands that call the Python API."""

    def __init__(self, url: str, folder: Path) -> None:
        self.folder = folder
        self.on(FOUNDED)
        whole = self.file("organisation.yaml", organisation())
        govflow.create(
            url,
            organisation=whole,
            workflows=["it_investment"],
            demonstration=True,
            clock=lambda: self.moment,
        )
        self.session = govflow.open(url, clock=lambda: self.moment)

    def on(self, moment: str) -> None:
        self.moment = govflow.moment_of(moment, "Asia/Tokyo")

    def do(self, person: str, command: str, *words: str | int, **options: Any) -> None:
        ACTS[command](self.session.acting_as(person), *words, **options)

    def refused(self, person: str, command: str, *words: str | int, **options: Any) -> list[str]:
        with pytest.raises(GovflowError) as told:
            self.do(person, command, *words, **options)
        return codes(told.value)

    def see(self, view: str, *words: str | int, **options: Any) -> Any:
        return jsonable(VIEWS[view](self.session, *words, **options), "en")

    def read(self, document: str, lang: str) -> str:
        return govflow.document(self.session, document, lang=lang).text

    def file(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path


@pytest.fixture
def day(empty_url: str, tmp_path: Path) -> Iterator[Day]:
    hands = Programmer(empty_url, tmp_path)
    yield Day(hands)
    hands.session.store.close()


def test_the_secretariats_meeting_day(day: Day) -> None:
    tell(day)
