"""Whatever is recorded under a key says, when its answer is lost, that repeating it with the key is safe."""

from __future__ import annotations

from datetime import date
from types import ModuleType

import pytest

import govflow
from govflow.cli import changing, correcting, council_act, main, organisation_acts, rounds
from govflow.errors import OutcomeUnknown
from govflow.messages import notice

KEYED: dict[str, tuple[ModuleType, list[str]]] = {
    "correct": (correcting, ["correct", "MOF-2025-0001", "--field", "title_en=A", "--note", "slip"]),
    "change": (changing, ["change", "MOF-2025-0001", "--set", "amount=5"]),
    "close_round": (rounds, ["round", "close", "R2026", "--note", "over"]),
    "change_organisation": (organisation_acts, ["org", "absent", "sato.haru", "--from", "2025-04-10"]),
    "withdraw_ballot": (council_act, ["ballot", "withdraw", "CIO-2025-B001", "--reason", "moot"]),
}
"""Functions of the public face, with the command line that calls each and the module that opens the store for it."""


class _Session:
    """A session on no store: opening and closing it does nothing."""

    def __enter__(self) -> _Session:
        return self

    def __exit__(self, *_: object) -> None:
        return None

    def today(self) -> date:
        return date(2025, 4, 10)


def failing(function: str, failure: BaseException, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The command line of a function that fails so."""

    def fail(*_: object, **__: object) -> None:
        raise failure

    module, line = KEYED[function]
    monkeypatch.setattr(module, "opened", lambda call: _Session())
    monkeypatch.setattr(govflow, function, fail, raising=False)
    return [*line, "--key", "k7", "--lang", "en"]


@pytest.mark.parametrize("function", KEYED)
@pytest.mark.parametrize(
    ("failure", "code"),
    [(OutcomeUnknown(notice("store.outcome_unknown")), 8), (KeyboardInterrupt(), 130)],
    ids=["lost", "interrupted"],
)
def test_a_lost_answer_can_be_had_by_repeating_with_the_key(
    function: str,
    failure: BaseException,
    code: int,
    *,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(failing(function, failure, monkeypatch)) == code
    assert "Repeat the same command with --key k7" in capsys.readouterr().err.replace("\n  ", " ")


@pytest.mark.parametrize("function", KEYED)
def test_a_dry_run_kept_nothing_that_could_be_had_again(
    function: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    line = failing(function, OutcomeUnknown(notice("store.outcome_unknown")), monkeypatch)
    assert main([*line, "--dry-run"]) == 8
    assert "--key" not in capsys.readouterr().err
