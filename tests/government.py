"""A small government for the tests of the services: three ministries, an agency, the centre, one person a post.

Persons are named after their posts (`mof_cio` holds `mof.cio`), so that a test reads as who does what. The clock
stands where the test puts it. Everything goes through the public API; `rows` alone looks into the tables.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from small_organisation import Json, organisation

import govflow
from govflow.domain.council.occasion import Occasion
from govflow.errors import GovflowError
from govflow.messages import Notice
from govflow.services.acting.firing import fire
from govflow.services.documents.rendering import render_pending

WORKFLOW = "it_investment"
BODY, PROCEEDINGS = "cio_council", "proceedings of the council"
"""The council, and what a shortcut names as its cause: no ballot and no meeting."""

FOUNDED = "2025-04-01"
TODAY = "2025-04-10"
ADMINISTRATOR = "admin"

COUNCIL: Json = {"source": "CIO連絡会議(第1回)", "record": "議事録1", "counts": {"yes": 20, "no": 1}}

ROUTE: Mapping[str, tuple[tuple[str, str, Json], ...]] = {
    "draft": (("{m}_clerk", "submit", {}),),
    "pmo_check": (("{m}_pmo", "accept", {}),),
    "ministry_review": (
        ("{m}_ciso", "ciso_concurrence.concur", {}),
        ("{m}_accounts", "accounts_concurrence.concur", {}),
        ("{m}_dcio", "deputy_cio_concurrence.concur", {}),
        ("{m}_cio", "endorse", {}),
    ),
    "intake": (("secretariat", "accept", {}),),
    "coordination": (
        ("amb", "duplicate_check.none", {}),
        ("gadviser", "criteria_opinion.meets", {}),
        ("amb", "complete", {}),
    ),
    "agenda_ready": ((BODY, "placed", {"source": "CIO連絡会議(第1回)"}),),
    "on_agenda": ((BODY, "called", {}),),
    "deliberation": ((BODY, "passed", COUNCIL),),
    "gcio_decision": (("gcio", "approve", {}),),
    "approved": (
        ("{m}_clerk", "record_request", {"amount": 100_000_000}),
        ("{m}_accounts", "record_budget", {"amount": 100_000_000, "fiscal_year": 2026}),
    ),
    "budgeted": (
        ("{m}_adviser", "specification_opinion.favourable", {}),
        ("{m}_clerk", "check_specification", {}),
        ("{m}_pmo", "start", {"amount": 100_000_000}),
    ),
    "executing": (("{m}_pjmo", "complete", {}),),
    "evaluation": (
        (
            "{m}_pmo",
            "evaluate",
            {"kpi_results": "達成", "usage": "九割", "satisfaction": "良好", "savings": 0},
        ),
        ("{m}_cio", "close", {}),
    ),
}
"""What leads on from each state on the straight way, by whom (`{m}` is the ministry); of BODY on which occasion."""

OF_REFUSALS = ("refusals", "seals")
"""The tables in which a refusal leaves anything: the log, and the seal of its row. What else is sealed has rows of its
own that tell."""

CONTENT: Json = {
    "title": "年金記録システムの更改",
    "ministry": "mof",
    "fiscal_year": 2026,
    "kind": "renewal",
    "amount": 100_000_000,
    "purpose": "記録を正確に保つ。",
}


class Government:
    """An open demonstration store with this organisation, and the persons who act in it."""

    def __init__(self, url: str, folder: Path) -> None:
        self.url = url
        self.folder = folder
        self.moment = _moment(TODAY)
        self.serial = 0
        self.shortcuts: list[str] = []
        self.session = govflow.open(url, person=ADMINISTRATOR, clock=lambda: self.moment)
        self.onlooker = govflow.open(url, clock=lambda: self.moment)

    def close(self) -> None:
        self.session.store.close()
        self.onlooker.store.close()

    def on(self, day: str) -> Government:
        """From now on it is ten o'clock of this day."""
        self.moment = _moment(day)
        return self

    def person(self, person: str, *, office: str | None = None) -> govflow.Session:
        """The store in the hands of a person."""
        return self.session.acting_as(person, office=office)

    def organise(self, **changes: Any) -> None:
        """Replace the organisation: the administrator's act."""
        path = self.write("organisation.json", json.dumps(organisation(**changes), ensure_ascii=False))
        govflow.load_organisation(self.session, path)

    def write(self, name: str, text: str | bytes) -> Path:
        path = self.folder / name
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    def draft(self, *, by: str | None = None, key: str | None = None, **content: Any) -> str:
        """A new draft and its reference; a field given as None is left out."""
        self.serial += 1
        whole = {name: value for name, value in {**CONTENT, **content}.items() if value is not None}
        clerk = by or f"{_responsible(whole['ministry'])}_clerk"
        key = key or f"key-{self.serial}"
        return govflow.submit(self.person(clerk), whole, key=key, draft=True).reference

    def proposal(self, *, until: str = "draft", **content: Any) -> str:
        """A new proposal that has gone the straight way as far as the state `until`."""
        reference = self.draft(**content)
        self.lead(reference, until)
        return reference

    def lead(self, reference: str, until: str) -> None:
        """Go on along the straight way as far as `until`."""
        while (state := self.state(reference)) != until:
            for person, trigger, payload in ROUTE[state]:
                if person == BODY:
                    self.fire(reference, trigger, **payload)
                else:
                    given = {**payload, **self.replies(reference, trigger)}
                    self.act(person.format(m=self.ministry(reference)), trigger, reference, **given)

    def replies(self, reference: str, trigger: str) -> Json:
        """A reply to each issue that an act has to answer."""
        issues = [issue for issue in self.shown(reference).issues if issue.trigger == trigger]
        return {"replies": {str(issue.number): "補った。" for issue in issues}} if issues else {}

    def act(
        self,
        person: str,
        trigger: str,
        reference: str,
        *,
        note: str = "",
        office: str | None = None,
        dry_run: bool = False,
        command: Mapping[str, Any] | None = None,
        **payload: Any,
    ) -> govflow.Receipt:
        """One act of a person; `command` is more for the command itself, such as its key."""
        order = govflow.Act(reference, trigger, payload=payload, note=note, **(command or {}))
        return govflow.act(self.person(person, office=office), order, dry_run=dry_run)

    def fire(
        self,
        reference: str,
        occasion: str,
        *,
        body: str | None = BODY,
        cause: str = PROCEEDINGS,
        **payload: Any,
    ) -> govflow.Receipt:
        """What no person does, as the proceedings of a body would do it, in a transaction of its own. Nothing has
        brought it about: it is a shortcut to what comes after, and verification has to find each."""
        on = Occasion(occasion)
        with self.session.writing() as work:
            receipt = fire(self.session, work, reference, on, body=body, cause=cause, payload=payload)
            work.commit()
        self.shortcuts += [reference] if is_shortcut(cause) else []
        if receipt.documents:
            render_pending(self.session, numbers=receipt.documents)
        return receipt

    def state(self, reference: str) -> str:
        return self.shown(reference).state

    def shown(self, reference: str) -> govflow.Dossier:
        return govflow.show(self.onlooker, reference)

    def ministry(self, reference: str) -> str:
        with self.session.store.reading() as work:
            proposal = work.proposals.get(reference)
        assert proposal is not None
        return _responsible(proposal.ministry)

    def steps(self, reference: str, name: str) -> list[Mapping[str, Any]]:
        """Every asking of a step, oldest first."""
        return [step for step in self.shown(reference).steps if step["name"] == name]

    def answers(self, reference: str, name: str) -> list[tuple[str, str | None]]:
        """State and answer of every asking of a step."""
        return [
            (step["state"], step["answer"] and step["answer"]["en"]) for step in self.steps(reference, name)
        ]

    def problems(self) -> list[str]:
        """What verification finds wrong, by code, beside the shortcuts that were taken: of those it has to find every
        one, and no other."""
        found = govflow.verify(self.session).problems
        beside = beside_shortcuts(found)
        told = [str(problem.params["reference"]) for problem in found if problem not in beside]
        assert sorted(told) == sorted(self.shortcuts)
        return [problem.code for problem in beside]


def beside_shortcuts(problems: Iterable[Notice]) -> list[Notice]:
    """What verification finds, but for the shortcuts."""
    return [
        problem
        for problem in problems
        if problem.code != "audit.cause_differs" or not is_shortcut(str(problem.params["cause"]))
    ]


def is_shortcut(cause: str) -> bool:
    return "proceedings" in cause


def rows(path: str | Path, *, without: Iterable[str] = ()) -> dict[str, list[tuple[Any, ...]]]:
    """Everything an SQLite store holds, by table."""
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        names = [name for (name,) in found if name not in without]
        return {name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr) for name in names}


def codes(error: GovflowError) -> list[str]:
    """The codes of everything an error says."""
    return [notice.code for notice in error.notices]


def refused(error: type[GovflowError], act: Callable[..., Any], *args: Any, **more: Any) -> list[str]:
    """The codes with which an act is refused, by this error and no other."""
    with pytest.raises(error) as told:
        act(*args, **more)
    assert type(told.value) is error
    return codes(told.value)


def _responsible(ministry: str) -> str:
    return "mof" if ministry == "nta" else ministry


def _moment(text: str) -> datetime:
    return govflow.moment_of(text if "T" in text else f"{text}T10:00", "Asia/Tokyo")
