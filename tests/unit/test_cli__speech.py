"""The language and the form of an answer are known before the command is."""

from __future__ import annotations

import pytest

from govflow.cli.speech import Speech


@pytest.mark.parametrize(
    ("words", "speech"),
    [
        ("list --lang ja", ("ja", False)),
        ("--lang=ja list --json", ("ja", True)),
        ("nonsense --lang ja --no-such", ("ja", False)),
        ("list --lang fr", ("en", False)),
        ("list --lang", ("en", False)),
        ("list -- --lang ja --json", ("en", False)),
    ],
)
def test_it_is_read_anywhere_on_the_command_line(
    words: str, speech: tuple[str, bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GOVFLOW_LANG", "en")
    assert Speech.of(words.split()) == speech


def test_without_the_option_the_environment_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOVFLOW_LANG", "ja")
    assert Speech.of(["list"]).lang == "ja"
    assert Speech.of(["list", "--lang", "en"]).lang == "en"
