"""What has to hold before an act, in the model: one small rule for each name of the table of ways."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from model_steps import HANDS
from model_words import CONCURRENCES, OF_COUNCIL, SCOPE

if TYPE_CHECKING:
    from model_state import State

Proposal = dict[str, Any]
Given = dict[str, Any]
Rule = Callable[["State", Proposal, Given], bool]


def _asked(proposal: Proposal, name: str) -> list[dict[str, Any]]:
    """The askings of a step since the state was entered."""
    return [s for s in proposal["steps"] if s["name"] == name and s["asked"] >= proposal["entered"]]


def _agreed(proposal: Proposal, name: str) -> bool:
    asked = [s for s in _asked(proposal, name) if s["state"] != "closed"]
    return bool(asked) and all(s["state"] == "answered" and s["agrees"] for s in asked)


def _settled(model: State, proposal: Proposal, name: str) -> bool:
    today = model.today.isoformat()
    return all(s["state"] != "open" or bool(s["due"] and s["due"] < today) for s in _asked(proposal, name))


def _here(trigger: str) -> Rule:
    return lambda model, proposal, given: any(
        done[0] == trigger and done[2] >= proposal["entered"] for done in proposal["done"]
    )


def _within(record: str) -> Rule:
    def holds(model: State, proposal: Proposal, given: Given) -> bool:
        kept = proposal["records"].get(record, {}).get("amount")
        return "amount" not in given or (kept is not None and given["amount"] <= kept)

    return holds


def _back_to(state: str) -> Rule:
    def holds(model: State, proposal: Proposal, given: Given) -> bool:
        kept = proposal["records"].get("return")
        if kept is None or kept["state"] != state:
            return False
        return all(kept["content"].get(name) == proposal["content"].get(name) for name in SCOPE)

    return holds


def _to_decision(model: State, proposal: Proposal, given: Given) -> bool:
    council = proposal["records"].get("council", {}).get("trigger")
    return _back_to("gcio_decision")(model, proposal, given) and council in (
        "council_passed",
        "council_failed",
    )


def _complete(model: State, proposal: Proposal, given: Given) -> bool:
    return bool(proposal["content"].get("purpose")) and proposal["content"].get("amount") is not None


def _small(model: State, proposal: Proposal, given: Given) -> bool:
    content = proposal["content"]
    amount, before = content.get("amount"), content.get("previous_amount")
    stated = amount is not None and before is not None
    return content["kind"] == "renewal" and stated and amount <= 50_000_000 and amount <= before


def _replied(model: State, proposal: Proposal, given: Given) -> bool:
    names = ("evaluation_return",) if proposal["state"] == "executing" else ("return", "internal_return")
    return sum(proposal["issues"].get(name, 0) for name in names) == len(given.get("replies", ()))


def _no_duplicate(model: State, proposal: Proposal, given: Given) -> bool:
    asked = [s for s in _asked(proposal, "duplicate_check") if s["state"] == "answered"]
    return bool(asked) and all(s["answer"] in ("none", "share", "justified") for s in asked)


def _heard(model: State, proposal: Proposal, given: Given) -> bool:
    names = ("criteria_opinion", "affected_ministry_opinion", "technology_committee_opinion")
    return all(_settled(model, proposal, name) for name in names)


def _merging(model: State, proposal: Proposal, given: Given) -> bool:
    asked = _asked(proposal, "duplicate_check")
    return all(s["answer"] == "merge" for s in asked) and _agreed(proposal, "merge_agreement")


def _into_stands(model: State, proposal: Proposal, given: Given) -> bool:
    into = proposal.get("into")
    return into is None or model.proposals[into]["state"] in HANDS


def _precedents(model: State, proposal: Proposal, given: Given) -> bool:
    waiting = [c for c in proposal["records"].get("decision", {}).get("conditions", ()) if c.get("precedent")]
    return all(_verified(proposal, condition) for condition in waiting)


def _last_word(proposal: Proposal, condition: dict[str, Any]) -> list[dict[str, Any]]:
    return [s for s in proposal["steps"] if (s["name"], s["subject"]) == ("condition", condition["text"])][
        -1:
    ]


def _verified(proposal: Proposal, condition: dict[str, Any]) -> bool:
    return any(step["agrees"] is True for step in _last_word(proposal, condition))


def _no_breach(model: State, proposal: Proposal, given: Given) -> bool:
    suspending = (
        c
        for c in proposal["records"].get("decision", {}).get("conditions", ())
        if c.get("on_breach") == "suspend"
    )
    return not any(
        s["answer"] in ("not_met", "breached") for c in suspending for s in _last_word(proposal, c)
    )


def _stands(model: State, proposal: Proposal, given: Given) -> bool:
    """What is to be changed is decided, for good, and under way."""
    changed = model.proposals.get(proposal["content"].get("changes", ""))
    if changed is None:
        return True
    decided = changed["records"].get("decision", {}).get("trigger")
    return changed["state"] in OF_COUNCIL["amend"] and decided in _FOR_GOOD


_FOR_GOOD = ("approve", "amend", "council_ratified")


def _year_over(record: str) -> Rule:
    def holds(model: State, proposal: Proposal, given: Given) -> bool:
        kept = proposal["records"][record]
        year = kept["fiscal_year"] or fiscal_year(kept["day"])
        return fiscal_year(model.today) > year

    return holds


def fiscal_year(day: date) -> int:
    """It begins in April."""
    return day.year - (day.month < 4)


HOLDS: dict[str, Rule] = {
    "replied": _replied,
    "amount_stated": lambda model, proposal, given: proposal["content"].get("amount") is not None,
    "concurred": lambda model, proposal, given: all(_agreed(proposal, name) for name in CONCURRENCES),
    "back_to_coordination": _back_to("coordination"),
    "back_to_deliberation": _back_to("deliberation"),
    "back_to_decision": _to_decision,
    "complete": _complete,
    "small": _small,
    "no_duplicate": _no_duplicate,
    "heard": _heard,
    "merging": _merging,
    "into_stands": _into_stands,
    "passed": lambda model, p, given: p["records"].get("council", {}).get("trigger") == "council_passed",
    "within_council": _within("council"),
    "first_time": lambda model, proposal, given: all(done[0] != "refer_back" for done in proposal["done"]),
    "stands": _stands,
    "within_decision": _within("decision"),
    "within_request": _within("request"),
    "within_budget": _within("budget"),
    "requested_here": _here("record_request"),
    "checked_here": _here("check_specification"),
    "evaluated_here": _here("evaluate"),
    "lasting_approval": lambda model, proposal, given: (
        proposal["records"]["decision"]["trigger"] in _FOR_GOOD
    ),
    "precedents_met": _precedents,
    "no_suspending_breach": _no_breach,
    "decision_year_over": _year_over("decision"),
    "budget_year_over": _year_over("budget"),
    "specification_heard": lambda model, proposal, given: _settled(model, proposal, "specification_opinion"),
    "amended": lambda model, proposal, given: any(done[0] == "amend" for done in proposal["done"]),
    "started": lambda model, proposal, given: any(done[0] == "start" for done in proposal["done"]),
}
