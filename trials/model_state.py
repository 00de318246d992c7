"""The model: proposals in plain dicts, who reads them, who may act, and what waits for whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from model_people import Hand, People
from model_steps import HANDS
from model_words import CENTRAL, WAYS

Proposal = dict[str, Any]
Step = dict[str, Any]


class State:
    """Everything there is, in plain dicts."""

    def __init__(self, organisation: Path, today: date) -> None:
        self.people = People(organisation, today)
        self.today = today
        self.proposals: dict[str, Proposal] = {}
        self.keys: dict[str, tuple[object, int]] = {}
        self.went_up: set[tuple[str, str, str]] = set()

    def open(self, reference: str, key: str, person: str, content: dict[str, Any]) -> Proposal:
        """A new draft."""
        proposal: Proposal = {
            "reference": reference,
            "key": key,
            "ministry": content["ministry"],
            "content": content,
            "state": "draft",
            "version": 1,
            "entered": 1,
            "deeds": {"open": {person}},
            "done": [],
            "steps": [],
            "records": {},
            "issues": {},
            "reached": set(),
            "released": 0,  # the last entry that those outside read; None while they read everything
            "due": None,
        }
        self.proposals[reference] = proposal
        return proposal

    # -- reading and authority

    def access(self, proposal: Proposal, person: str) -> str:
        """`inside`, `whole` (as it was released), `part` or `nothing` of a proposal."""
        posts = self._posts(person)
        if any(role == "auditor" for role, _ in posts):
            return "inside"
        own = proposal["ministry"]
        if any(where == own and role not in (*CENTRAL, "administrator") for role, where in posts):
            return "inside"
        if "centre" in proposal["reached"] and any(role in CENTRAL for role, _ in posts):
            return "whole"
        if any(self._put_to(step, posts) for step in proposal["steps"]):
            return "part"
        seats = {"ministry_cio", "deputy_cio", "council_chair", "deputy_government_cio", "secretariat"}
        return "part" if "council" in proposal["reached"] and seats & {r for r, _ in posts} else "nothing"

    def sees(self, proposal: Proposal, person: str, step: Step) -> bool:
        """Whether a step is open to whoever reads a proposal: what was asked until it went back, and what was asked of
        oneself."""
        if self.reads_as_it_stands(proposal, person):
            return True
        until = (proposal["released"] or 0) if self.access(proposal, person) == "whole" else 0
        return bool(step["asked"] <= until) or self._put_to(step, self._posts(person))

    def reads_as_it_stands(self, proposal: Proposal, person: str) -> bool:
        """Whether a person reads everything, until now."""
        access = self.access(proposal, person)
        return access == "inside" or (access == "whole" and proposal["released"] is None)

    def _posts(self, person: str) -> list[tuple[str, str]]:
        return [self.people.offices[code] for code in self.people.represented(person)]

    def _put_to(self, step: Step, posts: list[tuple[str, str]]) -> bool:
        asked = {(step["role"], step["ministry"])}
        return any(
            (role, where) in asked or (role in CENTRAL and (role, "") in asked) for role, where in posts
        )

    def hands(self, proposal: Proposal, role: str, trigger: str, ministry: str = "") -> list[Hand]:
        return [*self.people.hands(role, ministry or proposal["ministry"], trigger, proposal)]

    # -- what is seen

    def missed(self) -> Iterator[tuple[Proposal, str, str, str, str]]:
        """Everything past its date that has not gone up: the proposal, what, the day, whose, of which ministry."""
        today = self.today.isoformat()
        for proposal in self.proposals.values():
            if proposal["state"] in HANDS and proposal["due"] and proposal["due"] < today:
                yield proposal, proposal["state"], proposal["due"], HANDS[proposal["state"]], ""
            for step in proposal["steps"]:
                if step["state"] == "open" and step["due"] and step["due"] < today:
                    what = f"{step['name']}#{step['number']}"
                    yield proposal, what, step["due"], step["role"], step["ministry"]

    def inbox(self, person: str) -> Counter[tuple[str, str | None]]:
        """What waits for a person in the offices held, and in those lent for it."""
        posts = {self.people.offices[code] for code in self.people.posts(person)}
        found: Counter[tuple[str, str | None]] = Counter()
        for reference, proposal in self.proposals.items():
            if self.access(proposal, person) == "nothing":
                continue
            role = HANDS.get(proposal["state"], "")
            acts = [w.trigger for w in WAYS if w.state == proposal["state"] and role in w.roles.split()]
            if self._is_of(posts, role, proposal["ministry"]) or self._lent(proposal, person, role, acts):
                found[reference, None] += 1
            for step in (step for step in proposal["steps"] if step["state"] == "open"):
                lent = self._lent(proposal, person, step["role"], [step["name"]], step["ministry"])
                if self._is_of(posts, step["role"], step["ministry"]) or lent:
                    found[reference, step["name"]] += 1
        return found

    def _lent(self, proposal: Proposal, person: str, role: str, acts: list[str], ministry: str = "") -> bool:
        """Whether a person stands in for an office that something waits for; nobody does for a post review."""
        hands = (hand for act in acts for hand in self.hands(proposal, role, act, ministry))
        return acts != ["post_review"] and any(not hand.own and hand.person == person for hand in hands)

    @staticmethod
    def _is_of(posts: set[tuple[str, str]], role: str, ministry: str) -> bool:
        return any(r == role and (role in CENTRAL or where == ministry) for r, where in posts)

    def tallies(self) -> dict[tuple[str, str], tuple[int, int]]:
        """Proposals and stated yen by ministry and state."""
        found: dict[tuple[str, str], tuple[int, int]] = {}
        for proposal in self.proposals.values():
            place = (proposal["ministry"], proposal["state"])
            count, yen = found.get(place, (0, 0))
            found[place] = (count + 1, yen + (proposal["content"].get("amount") or 0))
        return found
