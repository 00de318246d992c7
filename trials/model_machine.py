"""The machine: what anybody might do next, as rules that draw one number each."""

from __future__ import annotations

from contextlib import ExitStack
from random import Random
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from model_chances import MINISTRIES, Chances
from model_council import Council
from model_meaning import DONE, Tried
from model_steps import HANDS, STEPS
from model_store import Places
from model_words import OF_COUNCIL, WAYS
from model_world import Tally, World

import govflow

NUMBER = st.integers(0, 2**32)


class Machine(RuleBasedStateMachine):
    """Anybody does anything on a few proposals."""

    places: Places
    tally: Tally

    def __init__(self) -> None:
        super().__init__()
        self.open_things = ExitStack()
        self.world = World(self.open_things.enter_context(self.places.store()), self.tally)
        self.open_things.callback(self._close)
        self.chances = Chances(self.world)
        self.council = Council(self.world)
        self.turn = 0
        self.last: tuple[str, Tried] | None = None

    def _close(self) -> None:
        self.world.close()  # of the world's sessions by then: it may have been opened again

    def has_enough(self) -> bool:
        """Whether as many steps were taken as were asked for: then nothing more is."""
        return False

    def chance(self, number: int) -> Random:
        self.turn += 1
        return Random(f"{number}/{self.turn}")

    def teardown(self) -> None:
        try:
            for reference in self.world.model.proposals:
                self.world.compare_history(reference)
            self.world.verify()
            self.world.count_ways()
        finally:
            self.open_things.close()

    # -- proposals

    @initialize(number=NUMBER)
    def some_proposals_are_there(self, number: int) -> None:
        chance = self.chance(number)
        for _ in range(2):
            self._opens(chance)

    @rule(number=NUMBER)
    def another_is_opened(self, number: int) -> None:
        if len(self.world.model.proposals) < 7:
            self._opens(self.chance(number))

    def _opens(self, chance: Random) -> None:
        content = self.chances.content(chance)
        ministry = content["ministry"]
        self.world.opens(self.chances.holder(chance.choice(("pmo_clerk", "pjmo")), ministry), content)

    @rule(number=NUMBER)
    def a_draft_is_revised(self, number: int) -> None:
        chance = self.chance(number)
        proposal = self.chances.one(chance, "draft") if chance.random() < 0.8 else self.chances.one(chance)
        if proposal is None:
            return
        changes: dict[str, Any] = chance.choice(
            (
                {},
                {"amount": chance.randrange(10) * 10_000_000},
                {"bureau": f"第{self.turn}課"},
                {"purpose": "改める。"},
            )
        )
        who = chance.choice(self.chances.around(proposal))
        self.world.revises(proposal["reference"], who, changes)

    @rule(number=NUMBER)
    def a_change_is_opened(self, number: int) -> None:
        chance = self.chance(number)
        proposal = self.chances.one(chance, *OF_COUNCIL["amend"]) or self.chances.one(chance)
        if proposal and len(self.world.model.proposals) < 9:
            clerk = self.chances.holder("pmo_clerk", proposal["ministry"])
            who = clerk if chance.random() < 0.8 else chance.choice(self.chances.around(proposal))
            self.world.changes(proposal["reference"], who, chance.choice((900_000, 20_000_000)))

    @rule(number=NUMBER)
    def one_goes_on(self, number: int) -> None:
        self._goes_on(self.chance(number), 1)

    @rule(number=NUMBER)
    def one_goes_on_for_a_while(self, number: int) -> None:
        self._goes_on(self.chance(number), 6)

    @rule(number=NUMBER)
    def one_comes_out_of_the_ministry(self, number: int) -> None:
        self._goes_on(self.chance(number), 10)

    def _goes_on(self, chance: Random, times: int) -> None:
        proposal = self.chances.one(chance)
        for _ in range(times):
            possible = [*self.chances.possible(proposal, chance)] if proposal else []
            if proposal is None or not possible:
                return
            weights = [self.chances.weight(proposal, one) for one in possible]
            [chosen] = chance.choices(possible, weights)
            self.last = (proposal["reference"], chosen)
            self.world.act(proposal["reference"], chosen)

    # -- what should not succeed, mostly

    @rule(number=NUMBER)
    def somebody_tries_something(self, number: int) -> None:
        chance = self.chance(number)
        if proposal := self.chances.one(chance):
            possible = [w.trigger for w in WAYS if w.state == proposal["state"]]
            every = [*OF_COUNCIL, *(w.trigger for w in WAYS), "bogus"]
            answers = [f"{s['name']}.{a}" for s in proposal["steps"] for a in STEPS[s["name"]].answers]
            trigger = chance.choice(chance.choice([each for each in (possible, every, answers) if each]))
            given = self.chances.given(proposal, trigger, chance)
            if trigger == "duplicate_check.merge" and "into" not in given:
                return
            self.world.act(
                proposal["reference"], Tried(chance.choice(self.chances.around(proposal)), trigger, given)
            )

    @rule(number=NUMBER)
    def somebody_in_office_is_too_early(self, number: int) -> None:
        chance = self.chance(number)
        proposal = self.chances.one(chance)
        if proposal and (barred := self.chances.barred(proposal, chance)):
            self.world.act(proposal["reference"], chance.choice(barred))

    @rule(number=NUMBER)
    def somebody_brings_the_wrong_thing(self, number: int) -> None:
        chance = self.chance(number)
        proposal = self.chances.one(chance)
        possible = [one for one in self.chances.possible(proposal, chance) if one.given] if proposal else []
        if proposal is None or not possible:
            return
        tried = chance.choice(possible)
        wrong = chance.choice(("lacking", "grown", "bad"))
        given = dict(tried.given)
        if wrong == "grown" and "amount" in given:
            given["amount"] = 10**12
        elif wrong == "bad" and "amount" in given and not tried.number:
            given.pop("amount")
            self.world.act(proposal["reference"], tried._replace(given=given, key="", bad=True))
            return
        else:
            given.pop(chance.choice(sorted(given)))
        if tried.trigger == "duplicate_check.merge":
            return
        self.world.act(proposal["reference"], tried._replace(given=given, key=""))

    @rule(number=NUMBER)
    def somebody_saw_another_version(self, number: int) -> None:
        chance = self.chance(number)
        proposal = self.chances.one(chance)
        possible = [*self.chances.possible(proposal, chance)] if proposal else []
        if proposal and possible:
            version = proposal["version"] + chance.choice((-1, 0, 1))
            self.world.act(proposal["reference"], chance.choice(possible)._replace(version=version, key=""))

    @rule(number=NUMBER)
    def somebody_says_it_again(self, number: int) -> None:
        if self.last is None or not self.last[1].key:
            return
        reference, tried = self.last
        if self.chance(number).random() < 0.3:
            tried = tried._replace(trigger="withdraw" if tried.trigger != "withdraw" else "discard", given={})
        self.world.act(reference, tried)

    @rule(number=NUMBER)
    def somebody_means_what_is_not_there(self, number: int) -> None:
        self.world.act("MOF-2026-0999", Tried(self.chances.holder("pmo_head", "mof"), "accept", {}))

    # -- the council

    @rule(number=NUMBER)
    def the_council_goes_on(self, number: int) -> None:
        self.council.goes_on(self.chance(number))

    @rule(number=NUMBER)
    def the_council_meets(self, number: int) -> None:
        chance = self.chance(number)
        for _ in range(6):
            self.council.goes_on(chance)

    @rule(number=NUMBER)
    def somebody_else_calls_the_council(self, number: int) -> None:
        self.council.somebody_else_tries(self.chances.holder("pmo_clerk", "mof"))

    # -- the organisation

    @rule(number=NUMBER)
    def somebody_goes_away_or_comes_back(self, number: int) -> None:
        chance, people = self.chance(number), self.world.model.people
        who = (
            self.chances.holder("ministry_cio", "mof")
            if chance.random() < 0.5
            else self.chances.holder("pmo_head", "maff")
        )
        day = self.world.model.today.isoformat()
        if who in people.absent:
            self._organised("back", govflow.RevokeAbsence(who, day))
            people.absent.discard(who)
        elif chance.random() < 0.4:
            self._organised("absent", govflow.Absent(who, day))
            people.absent.add(who)

    @rule(number=NUMBER)
    def an_office_is_lent_or_taken_back(self, number: int) -> None:
        chance, people = self.chance(number), self.world.model.people
        day = self.world.model.today.isoformat()
        lent = [each for each in people.delegations if each["office"] == "mof.pmo"]
        if lent:
            self._organised("revoke", govflow.RevokeDelegation("mof.pmo", day))
            people.delegations = [each for each in people.delegations if each["office"] != "mof.pmo"]
        elif chance.random() < 0.4:
            triggers = ("accept", "record_request")
            act = govflow.Delegate("mof.pmo", "mof.ciso", "it_investment", day, triggers=triggers)
            self._organised("delegate", act)
            people.delegations.append({"office": "mof.pmo", "to": "mof.ciso", "triggers": triggers})

    @rule(number=NUMBER)
    def somebody_has_two_posts(self, number: int) -> None:
        people, day = self.world.model.people, self.world.model.today.isoformat()
        person = self.chances.holder("pmo_clerk", "maff")
        for office in ("maff.pmo", "maff.accounts"):
            if person in people.holders[office]:
                self._organised("revoke", govflow.RevokeAppointment(person, office, day))
                people.holders[office].remove(person)
                return
        office = self.chance(number).choice(("maff.pmo", "maff.accounts"))
        self._organised("appoint", govflow.Appoint(person, office, day, concurrent=True))
        people.holders[office].append(person)

    def _organised(self, what: str, act: Any) -> None:
        self.world.tries(
            f"org.{what} {act}", lambda: govflow.change_organisation(self.world.session, act), expected=DONE
        )

    # -- time

    @rule(number=NUMBER)
    def days_pass(self, number: int) -> None:
        chance = self.chance(number)
        if self.council.sits and self.council.meeting:
            return
        days = chance.choice((1, 1, 3, 14)) if chance.random() < 0.97 else 300
        if self.world.model.today.year < 2027:
            self.world.passes(days=days)
            self.council.late()

    @rule(number=NUMBER)
    def deadlines_are_swept(self, number: int) -> None:
        self.world.sweeps(self.chance(number).choice(("torizawa.nao", "uki.chisato", "komori.minato")))

    @rule()
    def the_store_is_opened_again(self) -> None:
        self.world.reopen()

    @invariant()
    def everything_is_as_the_model_has_it(self) -> None:
        if self.has_enough():
            return
        self.turn += 1
        roles = (*dict.fromkeys(HANDS.values()), *(kind.role for kind in STEPS.values()))
        role = roles[self.turn % len(roles)]
        if role == "council":
            return
        person = self.chances.holder(role, MINISTRIES[self.turn % 2])
        self.world.compare_all(person)
