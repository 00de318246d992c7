"""Words of the catalogue may change: what was recorded and issued in other words holds all the same."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from balloting import CIOS, close, load, load_council, vote
from government import Government
from test_services__redaction import cio as cio
from test_services__redaction import decided_in_a_sitting, with_minutes

import govflow
from govflow import messages
from govflow.documents.renderer import templates_in
from govflow.documents.sources import sources_in
from govflow.messages import Title


@pytest.fixture(autouse=True)
def _as_shipped() -> Iterator[None]:
    """No other test sees the templates with other words."""
    yield
    for kept in (sources_in, templates_in):
        kept.cache_clear()


def reword(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on every text of the catalogue ends otherwise."""
    written = messages._area

    def otherwise(area: str) -> dict[str, Title]:
        return {name: Title(f"{ja}※", f"{en} *") for name, (ja, en) in written(area).items()}

    monkeypatch.setattr(messages, "_area", otherwise)
    for kept in (sources_in, templates_in):
        kept.cache_clear()


def test_a_decision_with_conditions_and_closed_parts_holds(
    cio: Government, monkeypatch: pytest.MonkeyPatch
) -> None:
    decided_in_a_sitting(cio)
    with_minutes(cio)
    reword(monkeypatch)
    assert cio.problems() == []


def test_a_joint_decision_holds(cabinet: Government, monkeypatch: pytest.MonkeyPatch) -> None:
    load_council(cabinet)
    load(cabinet, "panel")
    for body, other in (("cio_council", "panel"), ("panel", "cio_council")):
        chosen = {"question": "採用するか", "jointly_with": [other], "body": body}
        ballot = govflow.open_ballot(cabinet.person("secretariat"), **chosen).reference
        for person in CIOS:
            vote(cabinet, person, "yes", ballot=ballot)
        close(cabinet, ballot)
    reword(monkeypatch)
    assert cabinet.problems() == []
