"""A CIO council of three ministries with a panel for appeals, and motions that it decides."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from council_files import by_a_day
from government import Government
from sample_council import COUNCIL

import govflow

CIOS = ("mof_cio", "mhlw_cio", "mic_cio")
PANEL = """\
format: 1
name: panel
version: 1
title: {ja: 審査会, en: panel}
basis: {ja: 設置要綱, en: its charter}
purpose: {ja: 不服を審査する。, en: to hear appeals}
powers: [decide]
secretariat: secretariat
chair: amb
seats:
  chair: {title: {ja: 会長, en: head}, role: amb}
  adviser: {title: {ja: 委員, en: member}, role: cio_adviser}
  expert: {title: {ja: 委員, en: member}, role: technology_committee}
  accounts: {title: {ja: 委員, en: member}, office: mof.accounts}
rule: present_majority
publication: {positions: true}
series: {ja: 審査会, en: PAN}
"""
PANELLISTS = ("amb", "gadviser", "committee", "mof_accounts")


def charter(**changes: str) -> str:
    """The shipped charter with other values, questions by a day, and appeals to the panel; a key given as None is left
    out."""
    text = by_a_day().replace("panel: ministers_council", "panel: panel")
    for key, value in changes.items():
        lines = (f"{key}: {value}" if line.startswith(f"{key}:") else line for line in text.splitlines())
        text = "\n".join(lines) + "\n"
    return text


def found_council(government: Government, *, panel: bool = True, **changes: str) -> Government:
    """The council in force, its panel, and the workflow of motions that it decides."""
    session = government.session
    if panel:
        govflow.load_body(session, str(government.write("panel.yaml", PANEL)))
    text = charter(**changes)
    if not panel:
        text = text.replace("panel: panel", "panel: ministers_council")
    govflow.load_body(session, str(government.write("council.yaml", text)))
    motions = COUNCIL.replace("body: town_council", "body: cio_council")
    motions = motions.replace("    may_take: [note]\n", "    may_take: [note, amount]\n").replace(
        "steps:\n", "  amount: {type: yen, title: {ja: 金額, en: amount}}\nsteps:\n", 1
    )
    govflow.load_workflow(session, str(government.write("motion.yaml", motions)))
    return government


def motion(council: Government, *, key: str = "m1", amount: int = 500) -> str:
    """A motion that waits for the council's agenda."""
    content: dict[str, Any] = {"title": "動議", "ministry": "mof", "fiscal_year": 2025, "amount": amount}
    clerk = council.person("mof_clerk")
    return govflow.submit(clerk, content, key=key, workflow="motion").reference


def put(council: Government, question: str = "共通基盤を採用する", **more: Any) -> str:
    """A question put to the council outside a sitting."""
    secretariat = council.person("secretariat")
    return govflow.open_ballot(secretariat, body="cio_council", question=question, **more).reference


def vote(council: Government, ballot: str, answers: Iterable[str], *, by: Iterable[str] = CIOS) -> None:
    """An answer of each in turn; `-` for none."""
    for person, answer in zip(by, answers, strict=False):
        position, _, text = answer.partition(":")
        if position != "-":
            govflow.cast(council.person(person), ballot, position, text=text)


def decide(council: Government, answers: Iterable[str] = ("yes", "yes", "no"), **more: Any) -> str:
    """A question decided: the number of its decision."""
    ballot = put(council, **more)
    vote(council, ballot, answers)
    return close(council, ballot)


def close(council: Government, ballot: str, *, by: str = "secretariat") -> str:
    """The number of what a ballot decided."""
    return str(govflow.close_ballot(council.person(by), ballot).told["decision"])


def meeting(council: Government, day: str) -> str:
    """A meeting of the council that is open on a day, with everybody there and the agenda gathered."""
    secretariat = council.person("secretariat")
    called = govflow.call_meeting(
        secretariat, body="cio_council", at=f"{day}T13:00", place="第一会議室", shortened="急ぐため"
    )
    govflow.gather_items(secretariat, called.reference)
    council.on(f"{day}T13:00")
    seats = [person.replace("_", ".") for person in CIOS]
    govflow.open_meeting(secretariat, called.reference, seats=["cas.chair", *seats])
    return called.reference
