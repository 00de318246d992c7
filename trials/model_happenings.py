"""What may happen on a walk: something is done on a proposal, or the council, the organisation or time goes on."""

from __future__ import annotations

from random import Random
from typing import Any

from model_chances import Chances
from model_meaning import DONE, Tried
from model_proceedings import Proceedings
from model_state import Proposal
from model_steps import HANDS, STEPS
from model_themes import OFTEN, Theme
from model_words import OF_COUNCIL, WAYS
from model_world import World

import govflow


class Happenings:
    """Anybody does anything on a few proposals; the theme says how often what."""

    def __init__(self, world: World, theme: Theme) -> None:
        self.world = world
        self.chances = Chances(world, theme)
        self.council = Proceedings(world, theme.likely)
        self.last: tuple[str, Tried] | None = None

    def something(self, chance: Random) -> None:
        """One thing, by its name."""
        likely = self.chances.theme.likely
        [name] = chance.choices([*OFTEN], [often * likely.get(name, 1.0) for name, often in OFTEN.items()])
        getattr(self, name)(chance)

    # -- proposals

    def some_are_there(self, chance: Random) -> None:
        """Two proposals, where the walk begins."""
        for _ in range(2):
            self._opens(chance)
        for proposal in [*self.world.model.proposals.values()]:
            self._brings(proposal, chance.choice(self.chances.theme.first), chance)

    def another_is_opened(self, chance: Random) -> None:
        if len(self.world.model.proposals) < 7:
            self._opens(chance)

    def _opens(self, chance: Random) -> None:
        content = self.chances.content(chance)
        ministry = content["ministry"]
        self.world.opens(self.chances.holder(chance.choice(("pmo_clerk", "pjmo")), ministry), content)

    def a_draft_is_revised(self, chance: Random) -> None:
        proposal = self.chances.one(chance, "draft") if chance.random() < 0.8 else self.chances.one(chance)
        if proposal is None:
            return
        changes: dict[str, Any] = chance.choice(
            (
                {},
                {"amount": chance.randrange(10) * 10_000_000},
                {"bureau": f"第{len(self.world.told)}課"},
                {"purpose": "改める。"},
            )
        )
        who = chance.choice(self.chances.around(proposal))
        self.world.revises(proposal["reference"], who, changes)

    def a_change_is_opened(self, chance: Random) -> None:
        proposal = self.chances.one(chance, *OF_COUNCIL["amend"]) or self.chances.one(chance)
        if proposal and len(self.world.model.proposals) < 9:
            clerk = self.chances.holder("pmo_clerk", proposal["ministry"])
            who = clerk if chance.random() < 0.8 else chance.choice(self.chances.around(proposal))
            self.world.changes(proposal["reference"], who, chance.choice((900_000, 20_000_000)))

    def a_change_is_brought_through(self, chance: Random) -> None:
        alive = [p for p in self.world.model.proposals.values() if p["state"] in HANDS]
        if changes := [p for p in alive if "changes" in p["content"]]:
            self._brings(chance.choice(changes), "approved", chance)

    def one_is_decided_alone(self, chance: Random) -> None:
        if proposal := self.chances.one(chance):
            self._brings(proposal, chance.choice(("intake", "agenda_ready")), chance)
            self.council.hurries(proposal["reference"])

    def one_is_brought_further(self, chance: Random) -> None:
        where = self.chances.theme.where
        if where and (proposal := self.chances.one(chance)):
            self._brings(proposal, chance.choice(where), chance)

    def _brings(self, proposal: Proposal, target: str, chance: Random) -> None:
        """A proposal is brought on until it is where it should be, or further, or nobody can."""
        reference, order = proposal["reference"], [*HANDS]
        for _ in range(40):
            state = proposal["state"]
            if state not in order or order.index(state) >= order.index(target):
                return
            if state == "agenda_ready" or HANDS[state] == "council":
                self.council.brings(reference, target)
            elif onward := self.chances.onward(proposal, chance):
                self.world.act(reference, chance.choice(onward))
            else:
                return

    def one_goes_on(self, chance: Random) -> None:
        self._goes_on(chance, 1)

    def one_goes_on_for_a_while(self, chance: Random) -> None:
        self._goes_on(chance, 6)

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

    def somebody_tries_something(self, chance: Random) -> None:
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

    def somebody_in_office_is_too_early(self, chance: Random) -> None:
        proposal = self.chances.one(chance)
        if proposal and (barred := self.chances.barred(proposal, chance)):
            self.world.act(proposal["reference"], chance.choice(barred))

    def somebody_brings_the_wrong_thing(self, chance: Random) -> None:
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

    def somebody_saw_another_version(self, chance: Random) -> None:
        proposal = self.chances.one(chance)
        possible = [*self.chances.possible(proposal, chance)] if proposal else []
        if proposal and possible:
            version = proposal["version"] + chance.choice((-1, 0, 1))
            self.world.act(proposal["reference"], chance.choice(possible)._replace(version=version, key=""))

    def somebody_says_it_again(self, chance: Random) -> None:
        if self.last is None or not self.last[1].key:
            return
        reference, tried = self.last
        if chance.random() < 0.3:
            tried = tried._replace(trigger="withdraw" if tried.trigger != "withdraw" else "discard", given={})
        self.world.act(reference, tried)

    def somebody_means_what_is_not_there(self, chance: Random) -> None:
        self.world.act("MOF-2026-0999", Tried(self.chances.holder("pmo_head", "mof"), "accept", {}))

    # -- the council

    def the_council_goes_on(self, chance: Random) -> None:
        self.council.goes_on(chance)

    def the_council_meets(self, chance: Random) -> None:
        for _ in range(6):
            self.council.goes_on(chance)

    def somebody_else_calls_the_council(self, chance: Random) -> None:
        self.council.somebody_else_tries(self.chances.holder("pmo_clerk", "mof"))

    # -- the organisation

    def somebody_goes_away_or_comes_back(self, chance: Random) -> None:
        people = self.world.model.people
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

    def an_office_is_lent_or_taken_back(self, chance: Random) -> None:
        people = self.world.model.people
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

    def somebody_has_two_posts(self, chance: Random) -> None:
        people, day = self.world.model.people, self.world.model.today.isoformat()
        person = self.chances.holder("pmo_clerk", "maff")
        for office in ("maff.pmo", "maff.accounts"):
            if person in people.holders[office]:
                self._organised("revoke", govflow.RevokeAppointment(person, office, day))
                people.holders[office].remove(person)
                return
        office = chance.choice(("maff.pmo", "maff.accounts"))
        self._organised("appoint", govflow.Appoint(person, office, day, concurrent=True))
        people.holders[office].append(person)

    def _organised(self, what: str, act: Any) -> None:
        self.world.tries(
            f"org.{what} {act}", lambda: govflow.change_organisation(self.world.session, act), expected=DONE
        )

    # -- time

    def days_pass(self, chance: Random) -> None:
        self.council.rises()
        long = chance.random() < 0.03 * self.chances.theme.likely.get("a long time", 1.0)
        days = 300 if long else chance.choice((1, 1, 3, 14))
        if self.world.model.today.year < 2027:
            self.world.passes(days=days)
            self.council.late()

    def deadlines_are_swept(self, chance: Random) -> None:
        self.world.sweeps(chance.choice(("torizawa.nao", "uki.chisato", "komori.minato")))

    def the_store_is_opened_again(self, chance: Random) -> None:
        self.world.reopen()
