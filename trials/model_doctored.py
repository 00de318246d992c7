"""The product put wrong in one place at a time, while it runs: each has to be found out by the model."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from importlib import import_module
from typing import Any

Doctoring = Callable[[], tuple[object, str, object]]


def _instead(module: str, name: str, stand_in: object) -> Doctoring:
    """A function of a module, or of a class in it, replaced by another."""

    def doctoring() -> tuple[object, str, object]:
        place, _, attribute = name.rpartition(".")
        owner: object = import_module(f"govflow.{module}")
        return (getattr(owner, place) if place else owner), attribute, stand_in

    return doctoring


def _nothing(*_: object, **__: object) -> tuple[object, ...]:
    return ()


def _none(*_: object, **__: object) -> None:
    return None


def _without_version() -> tuple[object, str, object]:
    acts = import_module("govflow.services.acting.acts")
    whole = acts.perform

    def perform(session: Any, work: Any, command: Any, *, key: str) -> Any:
        return whole(session, work, replace(command, expected_version=None), key=key)

    return acts, "perform", perform


def _without_guard(*names: str) -> Doctoring:
    """Guards that say yes to everything."""

    def doctoring() -> tuple[object, str, object]:
        engine = import_module("govflow.workflow.engine")
        guards = {**engine.REGISTRY}
        for name in names:
            guards[name] = replace(guards[name], check=_none)
        return engine, "REGISTRY", guards

    return doctoring


DOCTORED: Mapping[str, Doctoring] = {
    "an act that expects another version is done": _without_version,
    "the sums do not move": _instead("store.tallies", "Tallies.move", _none),
    "leaving a state leaves its steps open": _instead("services.acting.moving", "closed_steps", _nothing),
    "a key is forgotten": _instead("services.acting.acts", "first_result", _none),
    "whoever put it forward may judge it": _without_guard("different_person_from"),
    "who was to concur is not waited for": _without_guard("concurred"),
    "opinions are not waited for": _without_guard("settled"),
    "an amount may grow": _without_guard("amount_within", "amount_within_percent"),
    "issues need no replies": _without_guard("issues_answered"),
    "conditions need not be met": _without_guard("conditions_verified"),
    "a returned proposal never goes back to where it was": _instead(
        "services.acting.moving", "returning", lambda *_: {}
    ),
    "everybody may act on what is closed to them": _instead("services.acting.acts", "refuse_closed", _none),
    "who is away may act": _instead("domain.authority", "Directory.is_absent", lambda *_: False),
    "a standing delegation reaches everything": _instead("domain.authority", "_first_bar", _none),
    "who is stood in for reviews nothing": _instead("services.acting.effects", "_post_review", _nothing),
    "a missed date goes up again": _instead("services.deadlines.gone_up", "GoneUp.has", lambda *_: False),
    "what lapses leaves its steps open": _instead("services.acting.effects", "takes_back", lambda *_: False),
    "nothing follows from a breach": _instead("services.acting.answering", "breach_of", _none),
    "a change is approved and changes nothing": _instead(
        "services.acting.acts", "applied", lambda *_, receipt: receipt
    ),
    "an emergency decision never lapses": _instead("services.council.meetings.sitting", "lapse", _nothing),
}
"""What is put wrong, and how."""

THEME_OF: Mapping[str, str] = {
    "conditions need not be met": "conditions, broken early",
    "a missed date goes up again": "years",
    "what lapses leaves its steps open": "decided alone, and sent back",
    "nothing follows from a breach": "conditions, broken early",
    "a change is approved and changes nothing": "changes",
    "an emergency decision never lapses": "decided alone, and sent back",
}
"""What can be found out in few themes only: on the walks of which one it is looked for."""


@contextmanager
def doctored(title: str) -> Iterator[None]:
    """The product with one thing wrong, and as it was afterwards."""
    owner, name, stand_in = DOCTORED[title]()
    before = owner.__dict__[name]
    setattr(owner, name, stand_in)
    try:
        yield
    finally:
        setattr(owner, name, before)
