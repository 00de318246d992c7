"""When something goes wrong around an act, the answer says what became of it and how to go on."""

from __future__ import annotations

from typing import Any

import pytest

import govflow
from govflow.cli import acts, main
from govflow.errors import DocumentError, GovflowError, OutcomeUnknown, Refused, StoreError
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
    monkeypatch.setattr(govflow, "knows_act", lambda *asked: True, raising=False)
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
        (StoreError(notice("store.missing", url="x")), 7, "Repeat the same command with --key k7:"),
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
    assert said in capsys.readouterr().err.replace("\n  ", " ")
    assert [wanted.key for wanted in acting] == ["k7"]


def test_a_key_that_was_made_is_told_before_the_act_and_used_in_it(
    acting: list[govflow.Act], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    error = OutcomeUnknown(notice("store.outcome_unknown"))
    monkeypatch.setattr(govflow, "act", failing(error, acting), raising=False)
    main(["act", "MOF-2025-0001", "accept", "--lang", "en"])
    told = capsys.readouterr().err.splitlines()[0]
    assert told == f"Key: {acting[0].key}"
    assert len(told) <= 60


def test_a_key_is_not_told_before_what_is_no_act(
    acting: list[govflow.Act], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(govflow, "knows_act", lambda *asked: False, raising=False)
    monkeypatch.setattr(
        govflow, "act", failing(Refused(notice("acts.nothing_possible")), acting), raising=False
    )
    main(["act", "MOF-2025-0001", "acept", "--lang", "en"])
    assert "Key" not in capsys.readouterr().err


def test_an_interrupted_act_can_be_repeated_with_its_key(
    acting: list[govflow.Act], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(govflow, "act", interrupted, raising=False)
    assert main(["act", "MOF-2025-0001", "accept", "--key", "k7", "--lang", "en"]) == 130
    assert "Repeat the same command with --key k7" in capsys.readouterr().err


def next_command(
    line: list[str],
    *,
    suggested: str,
    acting: list[govflow.Act],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> str:
    refused = Refused(notice("acts.nothing_possible"), next_command=suggested)
    monkeypatch.setattr(govflow, "act", failing(refused, acting), raising=False)
    assert main([*line, "--lang", "en"]) == 3
    return capsys.readouterr().err.splitlines()[-1].removeprefix("Next: ")


def test_the_next_command_keeps_what_was_given_and_adds_what_is_missing(
    acting: list[govflow.Act], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    given = "--set|amount=5|--set|part=two words|--note|理由|--effective-on|2025-04-07"
    caller = "--as|uki.chisato|--office|cas.amb|--now|2025-04-08"
    told = next_command(
        ["act", "mof-2025-0001", "place", *given.split("|"), *caller.split("|")],
        suggested="govflow act MOF-2025-0001 place --set source=…",
        acting=acting,
        monkeypatch=monkeypatch,
        capsys=capsys,
    )
    assert told == (
        "govflow act MOF-2025-0001 place --set amount=5 --set 'part=two words' --note '理由'"
        " --effective-on 2025-04-07 --as uki.chisato --office cas.amb --now 2025-04-08 --set source=…"
    )


def test_a_look_that_is_suggested_keeps_the_time(
    acting: list[govflow.Act], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    told = next_command(
        ["act", "MOF-2025-0001", "place", "--note", "x", "--now", "2025-04-08"],
        suggested="govflow why MOF-2025-0001",
        acting=acting,
        monkeypatch=monkeypatch,
        capsys=capsys,
    )
    assert told == "govflow why MOF-2025-0001 --now 2025-04-08"


def test_a_reference_is_typed_in_any_case(acting: list[govflow.Act], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        govflow, "act", failing(Refused(notice("acts.nothing_possible")), acting), raising=False
    )
    main(["act", "mof-2025-0001", "place"])
    assert [wanted.reference for wanted in acting] == ["MOF-2025-0001"]
