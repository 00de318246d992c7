"""What follows in the model from an act, from the council's proceedings and from time."""

from __future__ import annotations

from typing import Any

from model_meaning import Meaning, Meant, Tried, said
from model_people import Hand
from model_state import Proposal, Step
from model_steps import ABOVE, ASKED_IN, HANDS, LAPSES_TO, STEPS
from model_words import CENTRAL, OF_COUNCIL, Way


class Model(Meaning):
    """Everything there is, and what becomes of it."""

    def do(self, reference: str, tried: Tried, meant: Meant) -> None:
        """Do what was meant."""
        proposal = self.proposals[reference]
        if tried.key:
            self.keys[tried.key] = (said(reference, tried), proposal["version"] + 1)
        if meant.way:
            self._move(proposal, meant.way, tried, meant.hand)
        elif meant.step:
            self._answer(proposal, meant.step, tried, meant.hand)

    def _move(self, proposal: Proposal, way: Way, tried: Tried, hand: Hand | None) -> None:
        self._issues(proposal, way, tried)
        self.keep(proposal, way.keeps, way.trigger, tried.given)
        self.enter(proposal, way.trigger, way.target, person=tried.person)
        if way.trigger == "endorse":
            proposal["reached"].add("centre")
            proposal["released"] = None
        asker = hand.role if hand else ""
        if way.asks:
            self.ask(proposal, way.asks, asker=asker)
        if way.trigger == "approve":
            self.ask_conditions(proposal, proposal["records"]["decision"]["conditions"])
        self._reviewed(proposal, hand)
        if way.trigger == "approve" and proposal["content"].get("changes"):
            self._applied(proposal, self.proposals[proposal["content"]["changes"]])

    def _applied(self, change: Proposal, changed: Proposal) -> None:
        """A change that is approved is done with; what it changes has its amount and its new conditions."""
        self.enter(change, "apply", "applied")
        self.ask(change, "notification")
        decision, known = change["records"]["decision"], self._conditions(changed)
        new = [each for each in decision["conditions"] if each["text"] not in known]
        before = changed["records"]["decision"]["conditions"]
        self.keep(changed, "decision", "amend", {"amount": decision["amount"], "conditions": [*before, *new]})
        self.enter(changed, "amend", "")
        self.ask_conditions(changed, new)

    @staticmethod
    def _conditions(proposal: Proposal) -> set[str]:
        return {each["text"] for kept in proposal["records"].values() for each in kept["conditions"]}

    def _issues(self, proposal: Proposal, way: Way, tried: Tried) -> None:
        if way.trigger == "return":
            proposal["issues"][way.keeps] = len(tried.given["issues"])
        elif way.holds == "replied":
            names = ("evaluation_return",) if way.trigger == "complete" else ("return", "internal_return")
            for name in names:
                proposal["issues"].pop(name, None)

    def keep(self, proposal: Proposal, name: str, trigger: str, given: dict[str, Any]) -> None:
        """Keep a record."""
        if not name:
            return
        base = proposal["records"].get({"decision": "council", "budget": "budget"}.get(name, ""), {})
        carried = base if trigger in ("approve", "carry_over", "council_ratified") else {}
        proposal["records"][name] = {
            "trigger": trigger,
            "day": self.today,
            "state": proposal["state"],
            "content": dict(proposal["content"]),
            "amount": given.get("amount", carried.get("amount", proposal["content"].get("amount"))),
            "fiscal_year": given.get("fiscal_year"),
            "conditions": [*carried.get("conditions", ()), *given.get("conditions", ())],
        }

    def enter(self, proposal: Proposal, trigger: str, target: str, *, person: str = "") -> None:
        """An entry: the act is counted, and where it leads to another state the old one's steps end."""
        source = proposal["state"]
        proposal["version"] += 1
        for deed in (trigger, f"{source}.{trigger}"):
            proposal["deeds"].setdefault(deed, set()).add(person)
        proposal["done"].append((trigger, source, proposal["version"]))
        if not target:
            return
        lapsed = trigger == "council_lapsed" and target in ("intake", "agenda_ready")
        for step in proposal["steps"]:
            if step["state"] == "open" and (not STEPS[step["name"]].lasting or target not in HANDS or lapsed):
                step["state"] = "closed"
        if target == "draft" and proposal["released"] is None:
            proposal["released"] = proposal["version"]
        proposal |= {"state": target, "entered": proposal["version"]}
        for name in ASKED_IN.get(target, ()):
            self.ask(proposal, name)

    def ask(self, proposal: Proposal, name: str, *, asker: str = "", **more: Any) -> None:
        """Ask a step of its office, or of each ministry that it concerns."""
        content, kind = proposal["content"], STEPS[name]
        if name == "technology_committee_opinion" and not content.get("standards_concerned"):
            return
        ministries = ["" if kind.role in CENTRAL else proposal["ministry"]]
        affected = [m for m in content.get("affected_ministries", ()) if m != proposal["ministry"]]
        if name == "affected_ministry_opinion":
            ministries = affected
        elif name == "receipt":
            ministries += affected
        for ministry in ministries:
            step = {
                "name": name,
                "number": len(proposal["steps"]) + 1,
                "role": kind.role,
                "ministry": ministry,
            }
            step |= {
                "state": "open",
                "answer": None,
                "agrees": None,
                "person": None,
                "asker": asker,
                "subject": "",
            }
            proposal["steps"].append(step | {"asked": proposal["version"], "due": None, **more})

    def ask_conditions(self, proposal: Proposal, conditions: list[dict[str, Any]]) -> None:
        """The reports on conditions, then their verification."""
        for name in ("condition_report", "condition"):
            for condition in conditions:
                self._ask_about(proposal, name, condition)

    def _ask_about(self, proposal: Proposal, name: str, condition: dict[str, Any]) -> None:
        role = {"role": condition["owner"]} if name == "condition_report" else {}
        self.ask(proposal, name, condition=condition, subject=condition["text"], **role)

    def _reviewed(self, proposal: Proposal, hand: Hand | None) -> None:
        if hand and hand.substitute_for:
            role, ministry = self.people.offices[hand.substitute_for]
            self.ask(proposal, "post_review", role=role, ministry="" if role in CENTRAL else ministry)

    def _answer(self, proposal: Proposal, step: Step, tried: Tried, hand: Hand | None) -> None:
        name, answer = step["name"], tried.trigger.partition(".")[2]
        proposal["version"] += 1
        proposal["deeds"].setdefault(name, set()).add(tried.person)
        proposal["done"].append((f"{name}.{answer}", proposal["state"], proposal["version"]))
        step |= {"state": "answered", "answer": answer, "agrees": STEPS[name].answers[answer]}
        step |= {"person": tried.person}
        self._taken_back(proposal, step)
        if answer == "merge":
            owner = self.proposals[tried.given["into"]]["ministry"]
            proposal["into"] = tried.given["into"]
            self.ask(proposal, "merge_agreement", ministry=owner, subject=tried.given["into"])
        elif answer == "notified":
            self.ask(proposal, "receipt")
        elif name == "condition" and answer != "verified":
            self._of_breach(proposal, step, answer)
        self._reviewed(proposal, hand)
        if name == "condition" and answer in ("not_met", "breached"):
            self._follows(proposal, step["condition"])

    def _taken_back(self, proposal: Proposal, answered: Step) -> None:
        """What an earlier answer had asked and nobody has answered."""
        moot = {
            "duplicate_check": ("merge_agreement",),
            "condition": ("condition_report", "breach_report"),
        }.get(answered["name"], ())
        for step in proposal["steps"]:
            if (
                step["name"] in moot
                and step["state"] == "open"
                and answered["subject"] in ("", step["subject"])
            ):
                step["state"] = "closed"

    def _of_breach(self, proposal: Proposal, step: Step, answer: str) -> None:
        names = ("condition_report",) if answer == "unproven" else ("breach_report", "condition_report")
        for name in names:
            self._ask_about(
                proposal, name, {**step["condition"]}
            ) if name == "condition_report" else self.ask(proposal, name, subject=step["subject"])

    def _follows(self, proposal: Proposal, condition: dict[str, Any]) -> None:
        """What a breach brings about."""
        if condition.get("on_breach") == "suspend" and proposal["state"] == "executing":
            self.enter(proposal, "suspend_for_breach", "suspended")
        elif condition.get("on_breach") == "lapse" and proposal["state"] in OF_COUNCIL["lapse_for_breach"]:
            self.enter(proposal, "lapse_for_breach", "lapsed")
            self.ask(
                proposal, "breach_report"
            )  # of the end, not of an answer: it has no condition of its own

    # -- what the council does

    def by_council(self, reference: str, trigger: str, given: dict[str, Any] | None = None) -> None:
        """What the council's proceedings do to a proposal."""
        proposal, given = self.proposals[reference], given or {}
        state = proposal["state"]
        target = {
            "place": "on_agenda",
            "call_item": "deliberation",
            "pull": "agenda_ready",
            "council_passed": "gcio_decision",
            "council_failed": "gcio_decision",
            "council_carried_over": "agenda_ready",
            "council_returned": "draft",
            "approve_in_emergency": "approved",
        }.get(trigger, "")
        if trigger == "council_lapsed":
            alone = proposal["records"].get("decision", {}).get("trigger") == "approve_in_emergency"
            target = "intake" if state == "approved" and alone else LAPSES_TO.get(state, "")
        decides = ("approve_in_emergency", "council_ratified")
        if trigger == "council_returned":
            self.keep(proposal, "return", trigger, given)
            proposal["issues"]["return"] = 1
        if trigger in decides:
            self.keep(proposal, "decision", trigger, given)
        elif trigger.startswith("council_") and (trigger != "council_lapsed" or not target):
            self.keep(proposal, "council", trigger, given)
        if trigger in ("place", "approve_in_emergency"):
            proposal["reached"].add("council")
        times = sum(done[0] == "council_carried_over" for done in proposal["done"])
        self.enter(proposal, trigger, target)
        if trigger == "approve_in_emergency":
            self.ask(proposal, "notification")
        if trigger == "council_lapsed" and target == "suspended":
            self.ask(proposal, "lapse_report")
        if trigger == "council_carried_over" and times >= 2:
            self.ask(proposal, "escalation")

    # -- what follows from time

    def sweep(self) -> int:
        """Everything missed goes one office up; how much did."""
        count = 0
        for proposal, what, day, role, ministry in sorted(
            self.missed(), key=lambda m: (m[2], m[0]["reference"], int(m[1].partition("#")[2] or 0))
        ):
            if (proposal["reference"], what, day) in self.went_up:
                continue
            self.went_up.add((proposal["reference"], what, day))
            proposal["version"] += 1
            count += 1
            above = ABOVE.get(role)
            if above:
                where = "" if above in CENTRAL else ministry or proposal["ministry"]
                self.ask(proposal, "overdue_report", role=above, ministry=where)
        return count
