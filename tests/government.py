"""A small government for the tests of the services: three ministries, an agency, the centre, one person a post.

Persons are named after their posts (`mof_cio` holds `mof.cio`), so that a test reads as who does what. The clock
stands where the test puts it. Everything goes through the public API; `rows` alone looks into the tables.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import govflow
from govflow.errors import GovflowError

Json = dict[str, Any]

WORKFLOW = "it_investment"
FOUNDED = "2025-04-01"
TODAY = "2025-04-10"
ADMINISTRATOR = "admin"

MINISTRIES = {
    "cas": ("内閣官房", "Cabinet Secretariat"),
    "mof": ("財務省", "Ministry of Finance"),
    "nta": ("国税庁", "National Tax Agency"),
    "mhlw": ("厚生労働省", "Ministry of Health"),
    "mic": ("総務省", "Ministry of Internal Affairs"),
}
POSTS = {
    "clerk": "pmo_clerk",
    "pjmo": "pjmo",
    "pmo": "pmo_head",
    "cio": "ministry_cio",
    "dcio": "deputy_cio",
    "ciso": "ciso",
    "accounts": "accounts",
    "adviser": "executive_adviser",
}
"""The posts of each ministry (the agency has none of its own) and their roles."""

CENTRE = {
    "secretariat": "secretariat",
    "amb": "amb",
    "gadviser": "cio_adviser",
    "committee": "technology_committee",
    "chair": "council_chair",
    "gcio": "government_cio",
    "admin": "administrator",
}


def person_of(office: str) -> str:
    return office.replace("cas.", "").replace(".", "_")


def _titled(ja: str, en: str) -> Json:
    return {"title": {"ja": ja, "en": en}}


def _offices() -> dict[str, tuple[str, str]]:
    own = {f"{m}.{post}": (role, m) for m in ("mof", "mhlw", "mic") for post, role in POSTS.items()}
    return own | {f"cas.{post}": (role, "cas") for post, role in CENTRE.items()}


def organisation(**changes: Any) -> Json:
    """The organisation as an organisation file says it.

    `persons` and `appointments` add to those of the posts; `without` are offices nobody holds; `accounts` maps
    persons to their accounts; other sections are taken as they are.
    """
    offices = _offices()
    accounts = changes.pop("accounts", {})
    without = set(changes.pop("without", ()))
    persons = {person_of(office): person_of(office) for office in offices}
    persons |= {code: code for code in changes.pop("persons", ())}
    held = [
        {"person": person_of(office), "office": office, "from": "2025-04-01"}
        for office in offices
        if office not in without
    ]
    filled = {str(appointment["office"]) for appointment in changes.get("appointments", ())}
    return {
        "format": 1,
        "name": {"ja": "小さな政府", "en": "A small government"},
        "ministries": {
            code: _titled(*titles) | ({"parent": "mof"} if code == "nta" else {})
            for code, titles in MINISTRIES.items()
        },
        "roles": {role: _titled(role, role) for role in (*POSTS.values(), *CENTRE.values())},
        "offices": {
            code: _titled(f"職{code}", f"office {code}") | {"role": role, "ministry": ministry}
            for code, (role, ministry) in offices.items()
        },
        "persons": {
            code: {"name": {"ja": f"甲 {name}", "en": f"Ko {name}"}, "accounts": accounts.get(code, [])}
            for code, name in persons.items()
        },
        "appointments": [*held, *changes.pop("appointments", ())],
        "vacancies": sorted(without - filled),
        **changes,
    }


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
    "agenda_ready": (("secretariat", "place", {"part": "discussion"}),),
    "on_agenda": (("chair", "call_item", {}),),
    "deliberation": (("secretariat", "council_passed", COUNCIL),),
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
"""What leads on from each state on the straight way, by whom (`{m}` is the ministry)."""

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
        self.session = govflow.open(url, person=ADMINISTRATOR, clock=lambda: self.moment)

    def close(self) -> None:
        self.session.store.close()

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
                self.act(person.format(m=self.ministry(reference)), trigger, reference, **payload)

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

    def state(self, reference: str) -> str:
        return self.shown(reference).state

    def shown(self, reference: str) -> govflow.Dossier:
        return govflow.show(self.session, reference)

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
        """What verification finds wrong, by code."""
        return [problem.code for problem in govflow.verify(self.session).problems]


def rows(path: str | Path, *, without: Iterable[str] = ()) -> dict[str, list[tuple[Any, ...]]]:
    """Everything an SQLite store holds, by table."""
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        names = [name for (name,) in found if name not in without]
        return {name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr) for name in names}


def codes(error: GovflowError) -> list[str]:
    """The codes of everything an error says."""
    return [notice.code for notice in error.notices]


def _responsible(ministry: str) -> str:
    return "mof" if ministry == "nta" else ministry


def _moment(text: str) -> datetime:
    return govflow.moment_of(text if "T" in text else f"{text}T10:00", "Asia/Tokyo")
