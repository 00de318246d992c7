"""The model beside the store: an act is tried on both, and what comes of it and how everything stands is compared."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from model_doing import Model
from model_meaning import DONE, Tried
from model_state import Proposal
from model_steps import HANDS
from model_store import ADMINISTRATOR, BEGINS, ORGANISATION, moment
from model_words import OF_COUNCIL

import govflow
from govflow.domain.history import Subject, chain_problems
from govflow.errors import GovflowError

WORKFLOW = "it_investment"
STEP = timedelta(seconds=10)
"""How much later each next thing is tried."""


class Differs(AssertionError):
    """The store and the model are not of one mind."""


class Tally:
    """What was done and refused in all runs, and which ways were taken. `burst`: an error of no kind of the program's
    own, which is a fault, but not the one that a doctored product was given."""

    def __init__(self) -> None:
        self.steps = 0
        self.burst = ""
        self.kinds: Counter[tuple[str, str]] = Counter()
        self.ways: Counter[tuple[str, str, str]] = Counter()

    def add(self, other: Tally) -> None:
        self.steps += other.steps
        self.kinds += other.kinds
        self.ways += other.ways


class World:
    """A store, and what it should be."""

    def __init__(self, url: str, tally: Tally) -> None:
        self.url, self.tally = url, tally
        self.moment = moment(BEGINS)
        self.model = Model(ORGANISATION, self.moment.date())
        self.told: list[str] = []
        self.serial = itertools.count(1)
        self.session, self.onlooker = self._opened()

    def _opened(self) -> tuple[govflow.Session, govflow.Session]:
        clock = self.now
        return govflow.open(self.url, person=ADMINISTRATOR, clock=clock), govflow.open(self.url, clock=clock)

    def now(self) -> datetime:
        return self.moment

    def close(self) -> None:
        self.session.store.close()
        self.onlooker.store.close()

    def reopen(self) -> None:
        self.close()
        self.session, self.onlooker = self._opened()

    def passes(self, *, days: int) -> None:
        """Days go by: it is ten o'clock again."""
        self.moment = moment(f"{self.model.today + timedelta(days=days):%Y-%m-%d}T10:00")
        self.model.today += timedelta(days=days)
        self.told.append(f"-- {self.model.today}")

    # -- trying

    def tries(self, what: str, act: Callable[[], Any], *, expected: str) -> Any:
        """Try something on the store; what it says has to be what the model says."""
        self.moment += STEP
        self.tally.steps += 1
        try:
            receipt = act()
            found = "repeated" if getattr(receipt, "repeated", False) else DONE
        except GovflowError as error:
            receipt, found = error, type(error).__name__
        except Exception as error:  # whatever it is, it should have been one of the above
            receipt, found = error, repr(error)
            self.tally.burst = self.tally.burst or found
        self.told.append(f"{what}: {found}")
        self.tally.kinds[what.partition(" ")[0], "done" if found == DONE else "refused"] += 1
        if found != expected:
            raise Differs(f"{what}: the store says {found} ({receipt}), the model {expected}")
        return receipt

    def act(self, reference: str, tried: Tried) -> str:
        """Try an act of a person on a proposal."""
        meant = self.model.meant(reference, tried)
        trigger = tried.trigger
        if tried.number:
            trigger = trigger.replace(".", f"#{tried.number}.", 1)
        payload = {**tried.given, **({"amount": "many"} if tried.bad else {})}
        order = govflow.Act(
            reference, trigger, payload=payload, key=tried.key or None, expected_version=tried.version
        )
        session = self.session.acting_as(tried.person)
        what = f"{tried.trigger} of {reference} by {tried.person} {tried.given or ''}"
        receipt = self.tries(what, lambda: govflow.act(session, order), expected=meant.kind)
        if meant.kind == DONE:
            self.model.do(reference, tried, meant)
        if meant.kind == "repeated" and receipt.seq != self.model.keys[tried.key][1]:
            raise Differs(f"{what}: the first result was another one")
        for each in (reference, self._changed(reference)):
            if each in self.model.proposals:
                self.compare(each)
        return meant.kind

    def _changed(self, reference: str) -> str:
        proposal = self.model.proposals.get(reference, {"content": {}})
        return str(proposal["content"].get("changes", ""))

    def changes(self, reference: str, person: str, amount: int) -> None:
        """Open a change of what is decided."""
        changed = self.model.proposals[reference]
        earlier = [p for p in self.model.proposals.values() if p["content"].get("changes") == reference]
        running = any(p["state"] in HANDS for p in earlier)
        allowed = changed["state"] in OF_COUNCIL["amend"] and not running
        expected = (
            (DONE if allowed else "Refused") if self._drafts(person, changed["ministry"]) else "NotAuthorised"
        )
        session = self.session.acting_as(person)
        row = self.tries(
            f"change {reference} by {person}",
            lambda: govflow.change(session, reference, values={"amount": amount}),
            expected=expected,
        )
        if expected == DONE:
            content = {**changed["content"], "amount": amount, "changes": reference}
            self.model.open(row.reference, f"{reference}/change-{len(earlier) + 1}", person, content)
            self.compare(row.reference)

    def _drafts(self, person: str, ministry: str) -> bool:
        """Whether a person drafts for a ministry: whoever moves a draft on, or out."""
        drafters = {(role, ministry) for role in ("pmo_clerk", "pjmo", "pmo_head")}
        hands = (self.model.people.offices[code] for code in self.model.people.posts(person))
        return bool(drafters & set(hands)) and person not in self.model.people.absent

    def opens(self, person: str, content: dict[str, Any]) -> str | None:
        """Open a draft."""
        key = f"p{next(self.serial)}"
        expected = DONE if self._drafts(person, content["ministry"]) else "NotAuthorised"
        session = self.session.acting_as(person)
        row = self.tries(
            f"open {key} by {person}",
            lambda: govflow.submit(session, content, key=key, workflow=WORKFLOW, draft=True),
            expected=expected,
        )
        if expected != DONE:
            return None
        self.model.open(row.reference, key, person, content)
        self.compare(row.reference)
        return str(row.reference)

    def revises(self, reference: str, person: str, changes: dict[str, Any]) -> None:
        """Send a proposal again with other content."""
        proposal = self.model.proposals[reference]
        content = {**proposal["content"], **changes}
        expected = self._revised(proposal, person, content)
        session = self.session.acting_as(person)
        row = self.tries(
            f"revise {reference} by {person} {changes}",
            lambda: govflow.submit(session, content, key=proposal["key"], workflow=WORKFLOW, draft=True),
            expected=expected,
        )
        if expected == DONE and content != proposal["content"]:
            proposal["version"] += 1
            proposal["deeds"].setdefault("revise", set()).add(person)
            proposal["content"] = content
            if row.result != "revised":
                raise Differs(f"revise {reference}: {row.result}")
        self.compare(reference)

    def _revised(self, proposal: Proposal, person: str, content: dict[str, Any]) -> str:
        if not self._drafts(person, proposal["ministry"]):
            return "NotAuthorised"
        return DONE if content == proposal["content"] or proposal["state"] == "draft" else "BadInput"

    def sweeps(self, person: str) -> None:
        """Let deadlines be swept: nobody but the centre and administrators may."""
        central = person != "komori.minato"
        report = self.tries(
            f"sweep by {person}",
            lambda: govflow.sweep_deadlines(self.session.acting_as(person)),
            expected=DONE if central else "NotAuthorised",
        )
        if not central:
            return
        found = [
            one for one in (*report.escalated, *report.at_the_top) if one.reference in self.model.proposals
        ]
        self._same("escalated", len(found), self.model.sweep())
        self._same("failed", report.failed, ())
        for reference in self.model.proposals:
            self.compare(reference)

    # -- comparing

    def compare(self, reference: str) -> None:
        """A proposal as it is shown against the model's; due dates are taken over."""
        proposal, shown = self.model.proposals[reference], govflow.show(self.onlooker, reference)
        self._same(f"{reference} state", shown.state, proposal["state"])
        self._same(f"{reference} version", shown.version, proposal["version"])
        self._same(
            f"{reference} steps",
            [(s["number"], s["name"], _standing(s["state"])) for s in shown.steps],
            [(s["number"], s["name"], s["state"]) for s in proposal["steps"]],
        )
        waits = shown.issues and sum(proposal["issues"].values())
        self._same(f"{reference} issues", len(shown.issues), waits or 0)
        for step, told in zip(proposal["steps"], shown.steps, strict=True):
            step["due"] = told["due_on"]
        proposal["due"] = shown.due_on if proposal["state"] in HANDS else None

    def compare_all(self, person: str) -> None:
        """What holds of all: the inbox of a person, the sums, each history's length and chain."""
        page = govflow.inbox(self.session.acting_as(person), limit=500)
        found = Counter((line.reference, line.step) for line in page.lines)
        self._same(f"inbox of {person}", found, self.model.inbox(person))
        sums = govflow.stats(self.onlooker, workflow=WORKFLOW)
        told = self.model.tallies()
        for lines, at in ((sums.ministries, 0), (sums.states, 1)):
            model: Counter[str] = Counter()
            yen: Counter[str] = Counter()
            for place, (count, amount) in told.items():
                model[place[at]] += count
                yen[place[at]] += amount
            self._same("tallies", {t.name: t.count for t in lines if t.count}, dict(model))
            self._same(
                "sums", {t.name: t.amount for t in lines if t.amount}, {k: v for k, v in yen.items() if v}
            )

    def compare_history(self, reference: str) -> None:
        """The history of a proposal is as long as its version, and its chain holds."""
        with self.onlooker.reading() as work:
            entries = work.history.entries(Subject("proposal", reference))
        self._same(f"{reference} history", len(entries), self.model.proposals[reference]["version"])
        self._same(f"{reference} chain", chain_problems(entries), [])
        source: str | None = None
        for entry in entries:
            self._same(f"{reference} entry {entry.seq} from", entry.from_state, source)
            source = entry.to_state

    def verify(self) -> None:
        found = govflow.verify(self.session)
        self._same("audit", [str(problem) for problem in found.problems], [])

    def count_ways(self) -> None:
        """Which transitions were taken, for the coverage."""
        for reference in self.model.proposals:
            with self.onlooker.reading() as work:
                for entry in work.history.entries(Subject("proposal", reference)):
                    self.tally.ways[entry.from_state or "", entry.trigger, entry.to_state or ""] += 1

    @staticmethod
    def _same(what: str, store: object, model: object) -> None:
        if store != model:
            raise Differs(f"{what}: the store has {store}, the model {model}")


def _standing(state: str) -> str:
    return state if state in ("open", "answered") else "closed"
