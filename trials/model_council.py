"""The CIO council in the model: one meeting at a time, its items, and decisions that one took alone."""

from __future__ import annotations

from datetime import timedelta

from model_holds import fiscal_year
from model_meaning import DONE
from model_words import OF_COUNCIL
from model_world import STEP, Differs, World

import govflow

SECRETARY, CHAIR = "uki.chisato", "torano.hikari"
BODY = "cio_council"


class Council:
    """What meets, on what, and what waits to be ratified."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.meeting: str | None = None
        self.sits = False
        self.items: dict[int, str] = {}
        self.alone: dict[str, str] = {}
        self.decided: dict[str, int] = {}
        self.seated: list[str] = []
        self.called: int | None = None

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
            placed = [ref for ref in self.items.values() if self.state(ref) == "on_agenda"]
            self._done("cancel", lambda s: govflow.cancel_meeting(s, self.held(), reason="延期"))
            for reference in placed:
                self._happens(reference, "pull")
            self.meeting = None

    def places(self, reference: str) -> None:
        receipt = self._done(
            "add_item",
            lambda s: govflow.add_item(s, self.held(), proposal=reference, new_facts="新たな事情"),
        )
        self.items[int(receipt.told["item"])] = reference
        self._happens(reference, "place", source=self.meeting)

    def removes(self, item: int) -> None:
        self._done("remove_item", lambda s: govflow.remove_item(s, self.held(), item, reason="差替え"))
        self._happens(self.items.pop(item), "pull")

    def decides_alone(self, reference: str) -> None:
        """The Government CIO decides alone what waits for the agenda, not twice in a fiscal year; at the intake it has
        to be whole besides, and a meeting to come that could ratify it."""
        world, proposal = self.world, self.world.model.proposals[reference]
        urgent = proposal["state"] == "intake"
        hindered = urgent and not (proposal["content"].get("purpose") and self._is_to_come())
        barred = any(CHAIR in proposal["deeds"].get(d, ()) for d in ("open", "submit", "accept", "endorse"))
        expected = "Refused" if barred or hindered or self._is_decided(reference) else DONE
        chair = world.session.acting_as(CHAIR)
        receipt = world.tries(
            f"decide_alone on {reference}",
            lambda: govflow.decide_in_emergency(chair, body=BODY, reason="緊急", proposal=reference),
            expected=expected,
        )
        if expected == DONE:
            self.alone[receipt.told["decision"]] = reference
            self._decides(reference)
            for trigger in ("approve_in_emergency",) if urgent else ("place", "call_item", "council_passed"):
                self._happens(reference, trigger, compare=False)
        world.compare(reference)

    def _decides(self, reference: str) -> None:
        self.decided[reference] = fiscal_year(self.world.model.today)

    def _is_decided(self, reference: str) -> bool:
        return self.decided.get(reference) == fiscal_year(self.world.model.today)

    def _is_to_come(self) -> bool:
        """Whether the time for which the meeting was called is still ahead, as somebody acts next."""
        return self.world.moment + STEP < govflow.moment_of(self.at, "Asia/Tokyo")

    def opens(self) -> None:
        self.world.moment = max(self.world.moment, govflow.moment_of(self.at, "Asia/Tokyo"))
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
            "open", lambda s: govflow.open_meeting(s, self.held(), seats=["cas.council_chair", *present])
        )
        self.sits = True
        self.seated = present
        self.counted = set(self.alone)

    def under_way(self) -> list[int]:
        """The item that was called, while its proposal is deliberated."""
        item = self.called
        return [item] if item in self.items and self.state(self.items[item]) == "deliberation" else []

    def calls_item(self, item: int) -> None:
        self._done("call_item", lambda s: govflow.call_item(s, self.held(), item))
        self._happens(self.items[item], "call_item")
        self.called = item

    def comes_to(self, item: int, result: str) -> None:
        if result == "council_carried_over":
            self._done("carry_over", lambda s: govflow.carry_over_item(s, self.held(), item, reason="時間"))
        elif result == "council_returned":
            self._sends_back(item)
        elif result == "council_failed":
            ballot = self._ballot(item, asks=False)
            seat = self.seated[0]
            self._done("cast", lambda s: govflow.cast(s, ballot, "no", seat=seat, recorded_for=True))
            self._done("close_ballot", lambda s: govflow.close_ballot(s, ballot))
        else:
            ballot = self._ballot(item)
            self._done("no_objection", lambda s: govflow.no_objection(s, ballot))
        if result in ("council_passed", "council_failed"):
            self._decides(self.items[item])
        self._happens(self.items.pop(item), result)
        self.called = None

    def items_of(self, reference: str) -> list[int]:
        return [item for item, ref in self.items.items() if ref == reference][-1:]

    def _ballot(self, item: int, **more: bool | int) -> str:
        receipt = self._done(
            "open_in_sitting",
            lambda s: govflow.open_in_sitting(s, self.held(), item, **more),  # type: ignore[arg-type]
        )
        return str(receipt.reference)

    def _sends_back(self, item: int) -> None:
        seat = self.seated[0]
        self._done(
            "amend",
            lambda s: govflow.move_amendment(
                s, self.held(), item, kind="return", text="根拠を示すこと", seat=seat, recorded_for=True
            ),
        )
        ballot = self._ballot(item, amendment=1)
        self._done("no_objection", lambda s: govflow.no_objection(s, ballot))

    def ratifies(self, item: int, number: str) -> None:
        reference = self.alone.pop(number)
        self._done("call_item", lambda s: govflow.call_item(s, self.held(), item))
        ballot = self._ballot(item)
        self._done("no_objection", lambda s: govflow.no_objection(s, ballot))
        kept = self.world.model.proposals[reference]["records"].get("decision", {})
        if self.state(reference) == "approved" and kept.get("trigger") == "approve_in_emergency":
            self._happens(reference, "council_ratified", compare=False)
        self.world.compare(reference)

    def rises(self) -> None:
        """A sitting ends: what was not reached or settled is carried over, and what was not ratified lapses."""
        if self.meeting is None or not self.sits:
            return
        left = {ref: self.state(ref) for ref in self.items.values() if self.state(ref) in LEAVING}
        lapsing = [number for number in self.alone if number in self.counted]
        receipt = self._done("end", lambda s: govflow.end_meeting(s, self.held()))
        if sorted(receipt.told["lapsed"]) != sorted(lapsing):
            raise Differs(f"lapsed: the store has {receipt.told['lapsed']}, the model {lapsing}")
        for reference, state in left.items():
            self._happens(reference, LEAVING[state])
        for number in lapsing:
            reference = self.alone.pop(number)
            self.decided.pop(reference, None)
            if self.state(reference) in OF_COUNCIL["council_lapsed"]:
                self._happens(reference, "council_lapsed", compare=False)
            self.world.compare(reference)
        self.meeting, self.sits, self.called = None, False, None

    # -- what they have in common

    def held(self) -> str:
        assert self.meeting is not None
        return self.meeting

    def state(self, reference: str) -> str:
        return str(self.world.model.proposals[reference]["state"])

    def where(self, *states: str) -> list[str]:
        return [ref for ref, each in self.world.model.proposals.items() if each["state"] in states]

    def undecided(self) -> list[str]:
        """What one may decide alone; of a change there is more to it than the model knows."""
        every = self.world.model.proposals
        return [ref for ref in self.where("intake", "agenda_ready") if "changes" not in every[ref]["content"]]

    def _done(self, what: str, act):  # type: ignore[no-untyped-def]
        session = self.world.session.acting_as(SECRETARY)
        return self.world.tries(f"meeting.{what} {self.meeting}", lambda: act(session), expected=DONE)

    def _happens(self, reference: str, trigger: str, *, compare: bool = True, **given: object) -> None:
        self.world.model.by_council(reference, trigger, dict(given))
        if compare:
            self.world.compare(reference)


LEAVING = {"on_agenda": "pull", "deliberation": "council_carried_over"}
"""What becomes of a proposal whose item a meeting did not settle."""
