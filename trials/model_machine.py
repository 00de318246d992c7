"""The machine: a walk on which one thing happens after another, and each time all is as the model has it."""

from __future__ import annotations

from contextlib import ExitStack
from random import Random

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from model_chances import MINISTRIES
from model_happenings import Happenings
from model_steps import HANDS, STEPS
from model_store import Places
from model_themes import THEMES
from model_world import Tally, World

NUMBER = st.integers(0, 2**32)


class Machine(RuleBasedStateMachine):
    """A walk, of which every number that is drawn decides one thing."""

    places: Places
    tally: Tally
    about = "anything"
    """The theme of the walk."""

    def __init__(self) -> None:
        super().__init__()
        self.open_things = ExitStack()
        self.world = World(self.open_things.enter_context(self.places.store()), self.tally)
        self.open_things.callback(self._close)
        self.happenings = Happenings(self.world, THEMES[self.about])
        self.turn = 0

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

    @initialize(number=NUMBER)
    def some_proposals_are_there(self, number: int) -> None:
        self.happenings.some_are_there(self.chance(number))

    @rule(number=NUMBER)
    def something_happens(self, number: int) -> None:
        self.happenings.something(self.chance(number))

    @invariant()
    def everything_is_as_the_model_has_it(self) -> None:
        if self.has_enough():
            return
        self.turn += 1
        roles = (*dict.fromkeys(HANDS.values()), *(kind.role for kind in STEPS.values()))
        role = roles[self.turn % len(roles)]
        if role == "council":
            return
        person = self.happenings.chances.holder(role, MINISTRIES[self.turn % 2])
        self.world.compare_all(person)
