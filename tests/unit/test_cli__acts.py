"""When something goes wrong around an act, the answer says what became of it and how to go on."""

from __future__ import annotations

from typing import Any

import pytest

import govflow
from govflow.cli import acts, main
from govflow.errors import DocumentError, GovflowError, OutcomeUnknown
from govflow.messages import notice


class _Session:
    """A session on no store: opening and closing it does nothing."""

    def __enter__(self) -> _Session:
        return self

    def __exit__(self, *_: object) -> None:
        return None


@pytest.fixture
def acting(monkeypatch: pytest.MonkeyPatch) -> list[govflow.Act]:
    """Every act that reaches the service."""
    done: list[govflow.Act] = []
    monkeypatch.setattr(acts, "opened", lambda call: _Session())
    return done


def failing(error: GovflowError, done: list[govflow.Act]) -> Any:
    def act(session: object, wanted: govflow.Act, *, dry_run: bool = False) -> govflow.Receipt:
        done.append(wanted)
        raise error

    return act


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (OutcomeUnknown(notice("store.outcome_unknown")), 8, "Repeat the same command with --key k7:"),
        (
            DocumentError(notice("documents.unknown", number="DM-1")),
            9,
            "with --key k7 to see the receipt of what was recorded",
        ),
    ],
)
def test_an_answer_that_was_lost_can_be_had_by_repeating_with_the_key(
    error: GovflowError,
    code: int,
    said: str,
    *,
    acting: list[govflow.Act],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(govflow, "act", failing(error, acting), raising=False)
    assert main(["act", "MOF-2025-0001", "accept", "--key", "k7", "--lang", "en"]) == code
    assert said in capsys.readouterr().err
    assert [wanted.key for wanted in acting] == ["k7"]


def test_a_key_that_was_made_is_told_before_the_act_and_used_in_it(
    acting: list[govflow.Act], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    error = OutcomeUnknown(notice("store.outcome_unknown"))
    monkeypatch.setattr(govflow, "act", failing(error, acting), raising=False)
    main(["act", "MOF-2025-0001", "accept", "--lang", "en"])
    told = capsys.readouterr().err.splitlines()[0]
    key = acting[0].key
    assert told.startswith(f"Key of this act: {key} ")
    assert f"repeat the same command with --key {key}" in told
