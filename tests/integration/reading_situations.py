"""Situations: a proposal with a marker in every field, in every state of its definition and where it may be beside
them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from government import BODY, Government
from reading_day import led_on
from reading_marks import EVERY, HOLDER, NOTE
from sitting import DAY, MEETING, QUORUM, called, secretariat
from small_organisation import MINISTRIES, Json

import govflow

Acts = tuple[tuple[str, str, Json], ...]

OTHER = "MIC-2026-0001"
_NOTE = {"note": NOTE}
_DAYS = {"lapse": "2026-04-01"}
"""Acts that wait for a day."""

STRAIGHT = (
    *("draft", "pmo_check", "ministry_review", "intake", "coordination", "agenda_ready", "on_agenda"),
    *("deliberation", "gcio_decision", "approved", "budgeted", "executing", "evaluation", "closed"),
)

BESIDE: Mapping[str, tuple[str, str, Acts]] = {
    "discarded": ("discarded", "draft", (("mof_clerk", "discard", {}),)),
    "withdrawn": ("withdrawn", "pmo_check", (("mof_pmo", "withdraw", _NOTE),)),
    "not put forward": ("not_put_forward", "ministry_review", (("mof_cio", "decline", _NOTE),)),
    "returned": ("draft", "intake", (("secretariat", "return", {"issues": [{"text": NOTE}], **_NOTE}),)),
    "merged": (
        "merged",
        "coordination",
        (
            ("amb", "duplicate_check.merge", {"into": OTHER}),
            ("mic_cio", "merge_agreement.agree", {}),
            ("mof_cio", "merge", {}),
        ),
    ),
    "withdrawn from the agenda": ("withdrawn", "on_agenda", (("mof_cio", "withdraw", _NOTE),)),
    "carried over": ("agenda_ready", "deliberation", ((BODY, "carried_over", {"source": "第一回"}),)),
    "referred back": ("coordination", "gcio_decision", (("gcio", "refer_back", _NOTE),)),
    "rejected": ("rejected", "gcio_decision", (("gcio", "reject", _NOTE),)),
    "lapsed": ("lapsed", "approved", (("secretariat", "lapse", {}),)),
    "suspended": ("suspended", "executing", (("mof_cio", "suspend", _NOTE),)),
    "terminated": ("terminated", "executing", (("gcio", "terminate", _NOTE),)),
}
"""Situations off the straight way: the state that they are in, where they leave the way, and by what acts."""


def begun(government: Government, *, part_of: str | None = EVERY["part_of"], **organised: object) -> str:
    """A draft with a marker in every field; what went before it was discarded, and another ministry has one, too."""
    more = {"cas.auditor": ("auditor", "cas")}
    titles = {code: {"title": {"ja": ja, "en": en}} for code, (ja, en) in MINISTRIES.items()}
    titles["nta"]["parent"] = "mof"  # type: ignore[assignment]  # an agency names its parent beside its titles
    government.organise(more_offices=more, ministries={**titles, **HOLDER}, **organised)
    govflow.load_body(government.session, BODY)
    assert government.draft() == EVERY["predecessor"]
    government.act("mof_clerk", "discard", EVERY["predecessor"])
    assert government.draft(ministry="mic", amount=5) == OTHER
    return government.draft(**{**EVERY, "part_of": part_of})


def along(government: Government, reference: str) -> Iterator[str]:
    """The states of the straight way, one after the other; the proposal is in each as it is named."""
    for state in STRAIGHT:
        assert government.state(reference) == state
        yield state
        if state == "coordination":
            government.act("committee", "technology_committee_opinion.conforms", reference)
        if state != STRAIGHT[-1]:
            led_on(government, reference, state)


def off(government: Government, name: str) -> str:
    """A proposal in a situation beside the straight way."""
    ended, start, acts = BESIDE[name]
    reference = begun(government)
    assert start in along(government, reference)
    for person, trigger, payload in acts:
        government.on(_DAYS.get(trigger, "2025-04-10"))
        if person == BODY:
            government.fire(reference, trigger, **payload)
        else:
            government.act(person, trigger, reference, **payload)
    assert government.state(reference) == ended
    return reference


def provisional(government: Government) -> str:
    """Decided in an emergency by the Government CIO alone."""
    reference = begun(government)
    assert "intake" in along(government, reference)
    called(government)
    alone = {"body": BODY, "proposal": reference, "reason": "大規模な障害が発生した。"}
    govflow.decide_in_emergency(government.person("gcio"), **alone)
    return reference


def lapsed(government: Government) -> str:
    """Decided in an emergency, and back where it was: the council's meeting did not ratify it."""
    reference = provisional(government)
    government.on(DAY)
    govflow.open_meeting(secretariat(government), MEETING, seats=QUORUM)
    assert govflow.end_meeting(secretariat(government), MEETING).told["lapsed"]
    return reference


def changed(government: Government) -> str:
    """Approved, and grown since by a change that was approved, too."""
    reference = begun(government)
    assert "approved" in along(government, reference)
    more = {"title": "大きくした件", "amount": 130_000_001}
    change = govflow.change(government.person("mof_clerk"), reference, values=more).reference
    assert "gcio_decision" in along(government, change)
    government.act("gcio", "approve", change)
    return reference


def applied(government: Government) -> str:
    """A change that was approved, and so has been applied to what it changes."""
    begun(government)
    base = government.proposal(until="approved")
    content = {name: value for name, value in EVERY.items() if name not in ("ministry", "fiscal_year")}
    clerk = government.person("mof_clerk")
    reference = govflow.change(clerk, base, values=content).reference
    assert "gcio_decision" in along(government, reference)
    government.act("gcio", "approve", reference)
    return reference


MADE: Mapping[str, tuple[str, Callable[[Government], str]]] = {
    "provisional": ("approved", provisional),
    "not ratified": ("intake", lapsed),
    "changed": ("approved", changed),
    "applied": ("applied", applied),
}
