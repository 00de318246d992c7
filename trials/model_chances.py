"""What may be done next by the model, by whom, and what it brings: out of which the rules choose."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

from model_meaning import DONE, Tried
from model_state import Proposal, Step
from model_steps import HANDS, STEPS, TAKEN
from model_themes import Theme
from model_words import CENTRAL, WAYS
from model_world import World

import govflow

MINISTRIES = ("mof", "maff")
GIVEN: dict[str, Any] = {
    "note": "理由",
    "question": "単価は何に基づくか",
    "reply": "見積り",
    "evidence": "見積書",
    "issues": ["根拠を示すこと", "amount: 内訳を示すこと"],
    "chair_consent": "6月2日",
    "executed": 1,
    "kpi_results": "達成",
    "usage": "九割",
    "satisfaction": "良好",
    "savings": 0,
}
CONDITIONS: tuple[dict[str, Any], ...] = (
    {
        "text": "仕様書を公開すること",
        "owner": "pjmo",
        "precedent": True,
        "evidence": "仕様書",
        "on_breach": "suspend",
    },
    {"text": "利用状況を報告すること", "owner": "pmo_head", "due": 20, "on_breach": "lapse"},
    {"text": "安全対策を報告すること", "owner": "ciso", "on_breach": "suspend"},
)
LESS = {"withdraw": 0.03, "discard": 0.02, "decline": 0.03, "terminate": 0.05, "lapse": 0.5, "return": 0.25}
LESS |= {
    "inquire": 0.15,
    "reject": 0.15,
    "refer_back": 0.2,
    "record_request": 0.7,
    "review": 0.3,
    "carry_over": 0.4,
}
LESS |= {"suspend": 0.3, "evaluate": 0.6, "check_specification": 0.6}
"""How much less often something is done than anything else, so that proposals come to their end and not too soon."""

ONWARD = {"submit", "accept", "fast_track", "endorse", "complete", "approve"}
ONWARD |= {"record_request", "record_budget", "check_specification", "start"}
"""What brings a proposal nearer to its execution; so does every answer that agrees."""


class Chances:
    """What there is to do in a world, on a walk with a theme."""

    def __init__(self, world: World, theme: Theme) -> None:
        self.world, self.theme = world, theme

    def content(self, chance: Random) -> dict[str, Any]:
        """What a new proposal says."""
        ministry = chance.choice(MINISTRIES)
        content: dict[str, Any] = {
            "title": f"案件{len(self.world.told)}",
            "ministry": ministry,
            "fiscal_year": 2026,
            "kind": chance.choice(("new", "renewal")),
        }
        if chance.random() < 0.9:
            content["amount"] = chance.choice((10_000_000, 40_000_000, 100_000_000))
        if chance.random() < 0.9:
            content["purpose"] = "記録を正確に保つ。"
        if chance.random() < 0.6:
            content["previous_amount"] = 40_000_000
        if chance.random() < 0.5:
            content["affected_ministries"] = ["mic"]
        if chance.random() < 0.3:
            content["standards_concerned"] = True
        if chance.random() < 0.2:
            content["marks"] = ["important"]
        return content

    def holder(self, role: str, ministry: str) -> str:
        people = self.world.model.people
        [office, *_] = people.offices_of(role, ministry)
        return people.holders[office][0]

    @staticmethod
    def _done(proposal: Proposal, tried: Tried) -> bool:
        """Whether it was done since the proposal came where it is."""
        return any(one[0] == tried.trigger and one[2] >= proposal["entered"] for one in proposal["done"])

    def weight(self, proposal: Proposal, tried: Tried) -> float:
        less = LESS.get(tried.trigger, 1.0) * (0.05 if self._done(proposal, tried) else 1.0)
        likely = self.theme.likely
        less *= likely.get(f"{proposal['state']}.{tried.trigger}", likely.get(tried.trigger, 1.0))
        no = tried.trigger.endswith((".object", ".not_met", ".refuse", ".breached"))
        return less * (0.1 if no else 1.0)

    def possible(self, proposal: Proposal, chance: Random) -> Iterator[Tried]:
        """What somebody may do by the model, each with a person who may; what was answered is rarely said anew."""
        model, reference = self.world.model, proposal["reference"]
        for tried in self._in_office(proposal, chance):
            if model.meant(reference, tried).kind == DONE:
                yield tried

    def onward(self, proposal: Proposal, chance: Random) -> list[Tried]:
        """What brings the proposal on and was not done here: an act, or else an answer that it may wait for."""
        possible = [*self.possible(proposal, chance)]
        acts = [one for one in possible if one.trigger in ONWARD and not self._done(proposal, one)]
        return acts or [one for one in possible if one.number and self._agrees(proposal, one)]

    @staticmethod
    def _agrees(proposal: Proposal, tried: Tried) -> bool:
        """Whether it agrees to what is open, and is no word on a condition for which nothing waits."""
        name, _, answer = tried.trigger.partition(".")
        step = proposal["steps"][tried.number - 1]
        waited_for = step.get("condition", {"precedent": True}).get("precedent")
        return bool(step["state"] == "open" and STEPS[name].answers[answer] is True and waited_for)

    def barred(self, proposal: Proposal, chance: Random) -> list[Tried]:
        """What the model refuses though the office is right: for one thing alone, of those who did something on it
        before, or for whatever it is."""
        model, reference = self.world.model, proposal["reference"]
        every = [
            tried._replace(key="")
            for tried in self._in_office(proposal, chance)
            if model.meant(reference, tried).kind != DONE
        ]
        before = {person for persons in proposal["deeds"].values() for person in persons}
        nearly = [tried for tried in every if model.wants_one(reference, tried)]
        own = [tried for tried in every if tried.person in before]
        return chance.choice([some for some in (nearly, own, every) if some] or [every])

    def _in_office(self, proposal: Proposal, chance: Random) -> Iterator[Tried]:
        """Everything that a state knows, by everybody in an office for it."""
        for way in [w for w in WAYS if w.state == proposal["state"]]:
            hands = [
                h for role in way.roles.split() for h in self.world.model.hands(proposal, role, way.trigger)
            ]
            for hand in hands:
                given = self.given(proposal, way.trigger, chance)
                yield Tried(hand.person, way.trigger, given, key=f"k{len(self.world.told)}")
        for step in proposal["steps"]:
            if step["state"] == "open" or chance.random() < 0.05:
                yield from self._answers(proposal, step, chance)

    def _answers(self, proposal: Proposal, step: Step, chance: Random) -> Iterator[Tried]:
        for answer in STEPS[step["name"]].answers:
            trigger = f"{step['name']}.{answer}"
            role, ministry = (
                (step["asker"], "") if answer == "taken_back" else (step["role"], step["ministry"])
            )
            for hand in self.world.model.hands(proposal, role, step["name"], ministry) if role else ():
                given = self.given(proposal, trigger, chance)
                if answer != "merge" or "into" in given:
                    yield Tried(hand.person, trigger, given, step["number"])

    def given(self, proposal: Proposal, trigger: str, chance: Random) -> dict[str, Any]:
        """What an act of that name has to bring, and sometimes what it may."""
        wanted = {
            v for w in WAYS if (w.state, w.trigger) == (proposal["state"], trigger) for v in w.takes.split()
        }
        wanted |= {TAKEN[trigger]} if trigger in TAKEN else set()
        given = {name: GIVEN[name] for name in sorted(wanted) if name in GIVEN}
        if "fiscal_year" in wanted:
            given["fiscal_year"] = chance.choice((2025, 2026))
        if "amount" in wanted or (trigger in ("approve",) and chance.random() < 0.3):
            given["amount"] = chance.choice((1_000_000, 9_000_000))
        if trigger == "approve" and chance.random() < 0.5 * self.theme.likely.get("conditions", 1.0):
            given["conditions"] = [dict(c) for c in chance.sample(CONDITIONS, chance.randint(1, 3))]
        if "into" in wanted:
            others = [r for r in self.world.model.proposals if r != proposal["reference"]]
            if others:
                given["into"] = chance.choice(others)
        if trigger in ("submit", "complete"):
            given |= self._replies(proposal, trigger)
        return given

    def _replies(self, proposal: Proposal, trigger: str) -> dict[str, Any]:
        if not any(proposal["issues"].values()):
            return {}
        issues = govflow.show(self.world.onlooker, proposal["reference"]).issues
        replies = {str(issue.number): "補った。" for issue in issues if issue.trigger == trigger}
        return {"replies": replies} if replies else {}

    def one(self, chance: Random, *states: str) -> Proposal | None:
        """A proposal, rather one that is under way."""
        every = [p for p in self.world.model.proposals.values() if not states or p["state"] in states]
        alive = [p for p in every if p["state"] in HANDS]
        near = [p for p in alive if p["state"] in self.theme.where]
        if near and chance.random() < 0.6:
            return chance.choice(near)
        return chance.choice(alive if alive and chance.random() < 0.95 else every) if every else None

    def around(self, proposal: Proposal) -> list[str]:
        """Persons of the ministry and the centre, of another ministry, and some who act on nothing."""
        people = self.world.model.people
        near = [
            person
            for office, (role, ministry) in people.offices.items()
            if ministry in (proposal["ministry"], "mic") or role in CENTRAL
            for person in people.holders[office]
        ]
        return [*near, self.holder("pmo_clerk", "mhlw"), "ino.sumi", "torizawa.nao"]
