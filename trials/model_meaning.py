"""What an act comes to in the model: it is done, or meets one kind of refusal."""

from __future__ import annotations

from typing import Any, NamedTuple

from model_holds import HOLDS
from model_people import Hand
from model_state import Proposal, State, Step
from model_steps import HANDS, STEPS, TAKEN
from model_words import OF_COUNCIL, SEPARATED, WAYS, Way

DONE, REFUSED, DENIED, CONFLICT, BAD = "done", "Refused", "NotAuthorised", "Conflict", "BadInput"
REPEATED, UNKNOWN = "repeated", "NotFound"


class Tried(NamedTuple):
    """An act as it is tried: `way` or `step` is found by the model."""

    person: str
    trigger: str
    given: dict[str, Any]
    number: int = 0
    version: int | None = None
    key: str = ""
    bad: bool = False


class Meant(NamedTuple):
    """What the model says of it: the kind, and what would be done."""

    kind: str
    way: Way | None = None
    hand: Hand | None = None
    step: Step | None = None


def said(reference: str, tried: Tried) -> object:
    """What a key stands for."""
    return reference, tried.person, tried.trigger, tried.number, repr(tried.given)


def _ways(proposal: Proposal, tried: Tried) -> list[Way]:
    """What may be meant by an act where a proposal stands."""
    return [w for w in WAYS if (w.state, w.trigger) == (proposal["state"], tried.trigger)]


class Meaning(State):
    """What is meant by an act, as everything stands."""

    def meant(self, reference: str, tried: Tried) -> Meant:
        """What an act comes to."""
        if reference not in self.proposals:
            return Meant(UNKNOWN)
        if tried.key in self.keys:
            same = self.keys[tried.key][0] == said(reference, tried)
            return Meant(REPEATED if same else CONFLICT)
        return self._of_new(self.proposals[reference], tried)

    def _of_new(self, proposal: Proposal, tried: Tried) -> Meant:
        """What an act comes to that nobody has done under its key."""
        by_council = proposal["state"] in OF_COUNCIL.get(tried.trigger, ())
        ways = _ways(proposal, tried)
        reads = self.access(proposal, tried.person)
        if reads == "nothing" or (reads == "part" and ways and not by_council):
            return Meant(DENIED)
        if not (ways or by_council or self._told(proposal, tried)):
            return Meant(REFUSED)
        if tried.version not in (None, proposal["version"]):
            return Meant(CONFLICT)
        if by_council:
            return Meant(REFUSED)
        if ways:
            return self._of_ways(proposal, ways, tried)
        return self._of_steps(proposal, tried)

    def _of_ways(self, proposal: Proposal, ways: list[Way], tried: Tried) -> Meant:
        if tried.bad:
            return Meant(BAD)
        mine = [(way, self._hand(proposal, way.roles, tried)) for way in ways]
        for way, hand in mine:
            if hand and not self._hindrances(proposal, way, tried):
                lacking = [value for value in way.takes.split() if value not in tried.given]
                return Meant(REFUSED) if lacking else Meant(DONE, way, hand)
        return Meant(REFUSED if any(hand for _, hand in mine) else DENIED)

    def wants_one(self, reference: str, tried: Tried) -> bool:
        """Whether one thing alone stands against a way that is not open to somebody in office."""
        proposal = self.proposals[reference]
        ways = _ways(proposal, tried)
        return any(
            self._hand(proposal, way.roles, tried) and self._hindrances(proposal, way, tried) == 1
            for way in ways
        )

    def _hindrances(self, proposal: Proposal, way: Way, tried: Tried) -> int:
        """How many things stand against a way."""
        not_by = SEPARATED.get((way.state, way.trigger), way.not_by)
        did_before = any(tried.person in proposal["deeds"].get(deed, ()) for deed in not_by)
        lacking = [name for name in way.holds.split() if not HOLDS[name](self, proposal, tried.given)]
        return did_before + len(lacking)

    def _of_steps(self, proposal: Proposal, tried: Tried) -> Meant:
        name, _, answer = tried.trigger.partition(".")
        fitting = self._fitting(proposal, tried)
        if not fitting:
            return Meant(REFUSED)
        mine = [(step, hand) for step in fitting if (hand := self._answers(proposal, step, answer, tried))]
        mine = [one for one in mine if one[0]["state"] == "open"] or mine
        if not mine:
            return Meant(DENIED)
        step, hand = mine[0]
        again = (step["answer"], step["person"]) == (answer, tried.person)
        barred = any(tried.person in proposal["deeds"].get(deed, ()) for deed in STEPS[name].not_by)
        lacking = TAKEN.get(tried.trigger, "") not in ("", *tried.given)
        if (
            len(mine) > 1
            or again
            or barred
            or lacking
            or not self._of_condition(proposal, step, answer, tried)
        ):
            return Meant(REFUSED)
        return Meant(DONE, None, hand, step)

    def _told(self, proposal: Proposal, tried: Tried) -> bool:
        """Whether a person is not told that there is no such step, although there may be one."""
        if self.reads_as_it_stands(proposal, tried.person):
            return True
        return any(self.sees(proposal, tried.person, step) for step in self._fitting(proposal, tried))

    def _fitting(self, proposal: Proposal, tried: Tried) -> list[Step]:
        """The steps that an answer may be of."""
        name, _, answer = tried.trigger.partition(".")
        if name not in STEPS or answer not in STEPS[name].answers:
            return []
        return [
            step
            for step in proposal["steps"]
            if step["name"] == name and tried.number in (0, step["number"]) and self._takes(proposal, step)
        ]

    def _of_condition(self, proposal: Proposal, step: Step, answer: str, tried: Tried) -> bool:
        """What stands against an answer about a condition, or about a proposal to merge into."""
        if answer == "merge":
            return bool(HANDS.get(self.proposals[tried.given["into"]]["state"]))
        if step["name"] != "condition":
            return True
        condition = step["condition"]
        owners = self.people.offices_of(condition["owner"], proposal["ministry"])
        if any(tried.person in self.people.holders[office] for office in owners):
            return False
        reports = [
            s for s in proposal["steps"] if (s["name"], s["subject"]) == ("condition_report", step["subject"])
        ]
        reported = any(s["answer"] == "fulfilled" for s in reports[-1:])
        return {
            "verified": reported or not condition.get("evidence"),
            "breached": bool(step["due"]) and step["due"] < self.today.isoformat(),
        }.get(answer, True)

    def _takes(self, proposal: Proposal, step: Step) -> bool:
        """Whether a step still takes an answer."""
        if step["state"] == "open":
            return True
        if step["state"] != "answered" or step["name"] in ("inquiry", "drafter_inquiry"):
            return False
        if STEPS[step["name"]].lasting:
            return step["agrees"] is False
        return bool(step["asked"] >= proposal["entered"])

    def _answers(self, proposal: Proposal, step: Step, answer: str, tried: Tried) -> Hand | None:
        role = step["asker"] if answer == "taken_back" else step["role"]
        if not role:
            return None
        ministry = proposal["ministry"] if answer == "taken_back" else step["ministry"]
        found = [h for h in self.hands(proposal, role, step["name"], ministry) if h.person == tried.person]
        found = [h for h in found if h.own or step["name"] != "post_review"]
        return min(found, key=lambda hand: not hand.own, default=None)

    def _hand(self, proposal: Proposal, roles: str, tried: Tried) -> Hand | None:
        """In which hand a person does it, the own offices first."""
        found = [
            h
            for r in roles.split()
            for h in self.hands(proposal, r, tried.trigger)
            if h.person == tried.person
        ]
        return min(found, key=lambda hand: not hand.own, default=None)
