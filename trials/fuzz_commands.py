"""Command lines by chance: every real command that takes no file to write, with values that are right and hostile."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import click
from fuzz_mutations import HOSTILE
from hostile_ground import ran

from govflow.cli.tree import every_command

_LEFT_OUT = frozenset({"init", "demo", "store migrate"})
_NOT_GIVEN = frozenset({"--store", "--output", "--report", "--folder", "--template"})
"""What would write beside the store of the trial."""

_RIGHT = (
    "MARUYAMA-2025-0001", "MARUYAMA-2025-0002", "request", "decide", "available", "town_purchase", "maruyama", "mayor", "draft",
    "shikaku.yuki", "marui.hajime", "2025-06-02", "2025-06-02T10:00", "PD-2025-0001", "decision_memo", "simple_majority", "1", "2",
    "note=x", "amount=5", "cio_council", "yes", "proposal.yaml", "rows.csv",
)  # fmt: skip
"""Values that commands may expect; the files are in the folder where the trial runs."""


def commands() -> Sequence[tuple[str, click.Command]]:
    return [(path, command) for path, command in every_command() if path not in _LEFT_OUT]


def made(chance: Random, known: Sequence[tuple[str, click.Command]]) -> tuple[str, ...]:
    """One command line."""
    path, command = chance.choice(known)
    words = path.split()
    for param in command.params:
        if isinstance(param, click.Option):
            words += _option(param, chance)
        elif chance.random() < 0.95:
            words.append(_value(chance))
    if chance.random() < 0.1:
        words.insert(chance.randrange(len(words) + 1), _value(chance))
    return tuple(words)


def _option(option: click.Option, chance: Random) -> list[str]:
    name = option.opts[0]
    likely = 0.6 if name == "--as" or option.required else 0.15
    if name in _NOT_GIVEN or chance.random() > likely:
        return []
    if option.is_flag and option.flag_value is not None and option.type is click.BOOL:
        return [name]
    person = name == "--as" and chance.random() < 0.8
    return [
        name,
        chance.choice(("shikaku.yuki", "sankaku.nana", "marui.hajime")) if person else _value(chance),
    ]


def _value(chance: Random) -> str:
    return chance.choice(_RIGHT) if chance.random() < 0.7 else chance.choice(HOSTILE)


def take(words: tuple[str, ...]) -> None:
    """Run it. A sound store fails nobody."""
    answer = ran(*words)
    if answer.fault or (answer.code == 7 and "sqlite3" in answer.err):
        raise RuntimeError(answer.fault or answer.err)
