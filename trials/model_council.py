"""The CIO council in the model: one meeting at a time, its items, and decisions that one took alone."""

from __future__ import annotations

from datetime import timedelta
from random import Random

from model_meaning import DONE
from model_world import Differs, World

import govflow

SECRETARY, CHAIR = "uki.chisato", "torano.hikari"
BODY = "cio_council"


class Council:
    """What meets, on what, and what waits to be ratified."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.meeting: str | None = None
        self.sits = False
        self.opened_after: int = 0
        self.items: dict[int, str] = {}
        self.alone: dict[str, str] = {}
        self.seated: list[str] = []

    def goes_on(self, chance: Random) -> None:
        """One thing of the council's: what is next, or something else that may be."""
        if self.meeting is None:
            self.calls()
        elif not self.sits:
            self._prepares(chance)
        else:
            self._sits(chance)

    def somebody_else_tries(self, person: str) -> None:
        """Whoever is neither secretariat nor chair calls no meeting."""
        session = self.world.session.acting_as(person)
        call = {"body": BODY, "at": self._soon(), "place": "A", "shortened": "x"}
        self.world.tries(
            f"meeting.call by {person}",
            lambda: govflow.call_meeting(session, **call),  # type: ignore[arg-type]
            expected="NotAuthorised",
        )

    def _soon(self) -> str:
        return f"{self.world.moment + timedelta(minutes=30, hours=9):%Y-%m-%dT%H:%M}"

    def calls(self) -> None:
        at = self._soon()
        receipt = self._done(
            "call", lambda s: govflow.call_meeting(s, body=BODY, at=at, place="A", shortened="急ぐため")
        )
        self.meeting, self.sits, self.items = receipt.reference, False, {}
        self.at = at

    def late(self) -> None:
        """Days have passed: a meeting that was called is opened late, or called off."""
        if self.meeting and not self.sits and f"{self.world.model.today}" > self.at[:10]:
            placed = [ref for ref in self.items.values() if self._state(ref) == "on_agenda"]
            self._done("cancel", lambda s: govflow.cancel_meeting(s, self._held(), reason="延期"))
            for reference in placed:
                self._happens(reference, "pull")
            self.meeting = None

    def _prepares(self, chance: Random) -> None:
        ready = self._where("agenda_ready")
        placed = [item for item, ref in self.items.items() if self._state(ref) == "on_agenda"]
        dice = chance.random()
        if ready and dice < 0.6:
            self.places(chance.choice(ready))
        elif placed and dice < 0.7:
            self._removes(chance.choice(placed))
        elif dice < 0.8 and (waiting := self._undecided()):
            self.decides_alone(chance.choice(waiting))
        elif self.items or self.alone or dice > 0.95:
            self._opens()

    def places(self, reference: str) -> None:
        receipt = self._done(
            "add_item",
            lambda s: govflow.add_item(s, self._held(), proposal=reference, new_facts="新たな事情"),
        )
        self.items[int(receipt.told["item"])] = reference
        self._happens(reference, "place", source=self.meeting)

    def _removes(self, item: int) -> None:
        self._done("remove_item", lambda s: govflow.remove_item(s, self._held(), item, reason="差替え"))
        self._happens(self.items.pop(item), "pull")

    def decides_alone(self, reference: str) -> None:
        """The Government CIO decides alone what waits at the intake, or for the agenda."""
        world, proposal = self.world, self.world.model.proposals[reference]
        urgent = proposal["state"] == "intake"
        barred = any(CHAIR in proposal["deeds"].get(d, ()) for d in ("open", "submit", "accept", "endorse"))
        expected = "Refused" if barred or (urgent and not proposal["content"].get("purpose")) else DONE
        chair = world.session.acting_as(CHAIR)
        receipt = world.tries(
            f"decide_alone on {reference}",
            lambda: govflow.decide_in_emergency(chair, body=BODY, reason="緊急", proposal=reference),
            expected=expected,
        )
        if expected == DONE:
            self.alone[receipt.told["decision"]] = reference
            for trigger in ("approve_in_emergency",) if urgent else ("place", "call_item", "council_passed"):
                self._happens(reference, trigger, compare=False)
        world.compare(reference)

    def _opens(self) -> None:
        self.world.moment = govflow.moment_of(self.at, "Asia/Tokyo")
        self.world.model.today = max(self.world.model.today, self.world.moment.date())
        self.seated = [
            code
            for code, (role, _) in self.world.model.people.offices.items()
            if role == "ministry_cio" and self.world.model.people.holders[code]
        ]
        present = [
            code
            for code in self.seated
            if not set(self.world.model.people.holders[code]) & self.world.model.people.absent
        ]
        self._done(
            "open", lambda s: govflow.open_meeting(s, self._held(), seats=["cas.council_chair", *present])
        )
        self.sits = True
        self.seated = present
        self.counted = set(self.alone)

    def _sits(self, chance: Random) -> None:
        waiting = [item for item, ref in self.items.items() if self._state(ref) == "on_agenda"]
        ratifiable = {
            item.item: item.about
            for item in govflow.show_meeting(self.world.onlooker, self._held()).agenda
            if item.about in self.alone
        }
        dice = chance.random()
        if waiting and dice < 0.8:
            self._takes(chance.choice(waiting), chance.random())
        elif ratifiable and dice < 0.7:
            item, number = chance.choice(sorted(ratifiable.items()))
            self._ratifies(item, str(number))
        elif dice > 0.5:
            self._ends()

    def _takes(self, item: int, dice: float) -> None:
        """An item is called, and passes, fails, is carried over or sent back."""
        reference = self.items[item]
        self._done("call_item", lambda s: govflow.call_item(s, self._held(), item))
        self._happens(reference, "call_item")
        if dice < 0.15:
            self._done("carry_over", lambda s: govflow.carry_over_item(s, self._held(), item, reason="時間"))
            self._happens(reference, "council_carried_over")
        elif dice < 0.3:
            self._sends_back(item)
            self._happens(reference, "council_returned")
        elif dice < 0.42:
            ballot = self._ballot(item, asks=False)
            seat = self.seated[0]
            self._done("cast", lambda s: govflow.cast(s, ballot, "no", seat=seat, recorded_for=True))
            self._done("close_ballot", lambda s: govflow.close_ballot(s, ballot))
            self._happens(reference, "council_failed")
        else:
            ballot = self._ballot(item)
            self._done("no_objection", lambda s: govflow.no_objection(s, ballot))
            self._happens(reference, "council_passed")
        del self.items[item]

    def _ballot(self, item: int, **more: bool | int) -> str:
        receipt = self._done(
            "open_in_sitting",
            lambda s: govflow.open_in_sitting(s, self._held(), item, **more),  # type: ignore[arg-type]
        )
        return str(receipt.reference)

    def _sends_back(self, item: int) -> None:
        seat = self.seated[0]
        self._done(
            "amend",
            lambda s: govflow.move_amendment(
                s, self._held(), item, kind="return", text="根拠を示すこと", seat=seat, recorded_for=True
            ),
        )
        ballot = self._ballot(item, amendment=1)
        self._done("no_objection", lambda s: govflow.no_objection(s, ballot))

    def _ratifies(self, item: int, number: str) -> None:
        reference = self.alone.pop(number)
        self._done("call_item", lambda s: govflow.call_item(s, self._held(), item))
        ballot = self._ballot(item)
        self._done("no_objection", lambda s: govflow.no_objection(s, ballot))
        kept = self.world.model.proposals[reference]["records"].get("decision", {})
        if self._state(reference) == "approved" and kept.get("trigger") == "approve_in_emergency":
            self._happens(reference, "council_ratified", compare=False)
        self.world.compare(reference)

    def _ends(self) -> None:
        """What was not reached is carried over, and what was not ratified lapses."""
        left = [ref for ref in self.items.values() if self._state(ref) == "on_agenda"]
        lapsing = [number for number in self.alone if number in self.counted]
        receipt = self._done("end", lambda s: govflow.end_meeting(s, self._held()))
        if sorted(receipt.told["lapsed"]) != sorted(lapsing):
            raise Differs(f"lapsed: the store has {receipt.told['lapsed']}, the model {lapsing}")
        for reference in left:
            self._happens(reference, "pull")
        for number in lapsing:
            reference = self.alone.pop(number)
            if self._state(reference) in LAPSING:
                self._happens(reference, "council_lapsed", compare=False)
            self.world.compare(reference)
        self.meeting = None

    # -- what they have in common

    def _held(self) -> str:
        assert self.meeting is not None
        return self.meeting

    def _state(self, reference: str) -> str:
        return str(self.world.model.proposals[reference]["state"])

    def _where(self, *states: str) -> list[str]:
        return [ref for ref, each in self.world.model.proposals.items() if each["state"] in states]

    def _undecided(self) -> list[str]:
        """What one may decide alone; of a change there is more to it than the model knows."""
        every = self.world.model.proposals
        return [
            ref for ref in self._where("intake", "agenda_ready") if "changes" not in every[ref]["content"]
        ]

    def _done(self, what: str, act):  # type: ignore[no-untyped-def]
        session = self.world.session.acting_as(SECRETARY)
        return self.world.tries(f"meeting.{what} {self.meeting}", lambda: act(session), expected=DONE)

    def _happens(self, reference: str, trigger: str, *, compare: bool = True, **given: object) -> None:
        self.world.model.by_council(reference, trigger, dict(given))
        if compare:
            self.world.compare(reference)


LAPSING = ("draft", "pmo_check", "ministry_review", "gcio_decision", "approved", "budgeted", "executing")
