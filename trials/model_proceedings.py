"""What the council does next: by chance, or to bring a proposal on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from random import Random
from typing import Any

from model_council import Council
from model_themes import COUNCIL
from model_world import World

import govflow

Choice = tuple[str, Sequence[Any], Callable[[Any], None]]


class Proceedings(Council):
    """The council, and how likely it does what."""

    def __init__(self, world: World, likely: Mapping[str, float]) -> None:
        super().__init__(world)
        self.likely = likely

    def goes_on(self, chance: Random) -> None:
        """One thing of the council's: what is next, or something else that may be."""
        if self.meeting is None:
            self.calls()
        elif not self.sits:
            self._prepares(chance)
        else:
            self._sits(chance)

    def _one(self, chance: Random, *choices: Choice) -> None:
        """One of several things, each with what it may be done with."""
        there = [one for one in choices if one[1]]
        if there:
            weights = [COUNCIL[name] * self.likely.get(name, 1) for name, _, _ in there]
            [(_, things, act)] = chance.choices(there, weights)
            act(chance.choice(things))

    def _prepares(self, chance: Random) -> None:
        placed = [item for item, ref in self.items.items() if self.state(ref) == "on_agenda"]
        worth = self.items or self.alone or chance.random() < 0.05
        self._one(
            chance,
            ("place", self.where("agenda_ready"), self.places),
            ("pull", placed, self.removes),
            ("decide_alone", self.undecided(), self.decides_alone),
            ("open", [self.meeting] if worth else [], lambda _: self.opens()),
        )

    def _sits(self, chance: Random) -> None:
        waiting = [item for item, ref in self.items.items() if self.state(ref) == "on_agenda"]
        ratifiable = [
            (item.item, str(item.about))
            for item in govflow.show_meeting(self.world.onlooker, self.held()).agenda
            if item.about in self.alone
        ]
        called = self.under_way()
        self._one(
            chance,
            ("settle", called, lambda item: self._settles(item, chance)),
            ("call_item", [] if called else waiting, self.calls_item),
            ("ratify", [] if called else ratifiable, lambda one: self.ratifies(*one)),
            ("end", [self.meeting], lambda _: self.rises()),
        )

    def _settles(self, item: int, chance: Random) -> None:
        """What was called passes, fails, is carried over or sent back."""
        results = ("council_passed", "council_failed", "council_carried_over", "council_returned")
        self._one(chance, *((name, [name], lambda how: self.comes_to(item, how)) for name in results))

    def brings(self, reference: str, target: str) -> None:
        """A proposal that is ready is placed, called and passed, and no further than to a state."""
        if self.state(reference) == "agenda_ready":
            self.rises()
            if self.meeting is None:
                self.calls()
            self.places(reference)
        if target == "on_agenda" or self.under_way() not in ([], self.items_of(reference)):
            return
        if self.state(reference) == "on_agenda":
            if not self.sits:
                self.opens()
            self.calls_item(*self.items_of(reference))
        if target != "deliberation":
            self.comes_to(*self.items_of(reference), "council_passed")

    def hurries(self, reference: str) -> None:
        """What waits is decided alone, before a meeting that is called."""
        if reference in self.undecided():
            self.rises()
            if self.meeting is None:
                self.calls()
            self.decides_alone(reference)
