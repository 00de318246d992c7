"""Texts are bound to the templates of their issue: what was made with no such template is found."""

from __future__ import annotations

import hashlib

import pytest
from doctored_rows import doctor
from government import Government
from templating import with_templates

import govflow
from govflow.errors import DocumentError
from govflow.resources import OVERRIDE

NUMBER = "DM-2025-0001"
OTHER = "もう一つの様式\n"


@pytest.fixture
def issued(cabinet: Government) -> Government:
    cabinet.proposal(until="approved")
    return cabinet


def rewritten(cabinet: Government, *, template: str) -> None:
    """Another text with a digest that fits, said to be made with this template."""
    said = (
        f"text = '{OTHER}', text_digest = '{hashlib.sha256(OTHER.encode()).hexdigest()}', "
        f"template_digest = {template}"
    )
    doctor(cabinet.url, f"UPDATE renditions SET {said} WHERE number = '{NUMBER}' AND language = 'ja'")


@pytest.mark.parametrize("template", ["template_digest", f"'{'0' * 64}'", "''"])
def test_a_text_rewritten_with_its_digests_is_found(issued: Government, template: str) -> None:
    rewritten(issued, template=template)
    assert issued.problems() == ["audit.rendition_altered"]
    assert govflow.verify(issued.session).unproven == ()


@pytest.mark.parametrize("template", [f"'{'0' * 64}'", "''"])
def test_it_is_found_where_the_templates_are_others_by_now(
    issued: Government, template: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    rewritten(issued, template=template)
    monkeypatch.setenv(OVERRIDE, str(with_templates(issued.folder, "decision_memo", "別の様式\n")))
    assert issued.problems() == ["audit.rendition_altered"]


def test_what_is_not_installed_any_more_cannot_be_rendered_again_and_is_no_error(
    issued: Government, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(OVERRIDE, str(with_templates(issued.folder, "decision_memo", "別の様式\n")))
    found = govflow.verify(issued.session)
    assert (issued.problems(), found.unproven) == ([], (NUMBER,))


def test_what_is_rendered_later_with_newer_templates_holds(
    cabinet: Government, monkeypatch: pytest.MonkeyPatch
) -> None:
    reference = cabinet.proposal(until="gcio_decision")
    monkeypatch.setenv(OVERRIDE, str(with_templates(cabinet.folder, "decision_memo", "{{ oops }}\n")))
    with pytest.raises(DocumentError):
        cabinet.act("gcio", "approve", reference)
    monkeypatch.delenv(OVERRIDE)
    govflow.render_pending(cabinet.session)
    found = govflow.verify(cabinet.session)
    assert (cabinet.problems(), found.unproven, found.pending) == ([], (), ())


def test_a_template_that_cannot_be_read_lets_the_act_stand(
    cabinet: Government, monkeypatch: pytest.MonkeyPatch
) -> None:
    reference = cabinet.proposal(until="gcio_decision")
    monkeypatch.setenv(OVERRIDE, str(with_templates(cabinet.folder, "decision_memo", "{% if %}\n")))
    with pytest.raises(DocumentError):
        cabinet.act("gcio", "approve", reference)
    assert cabinet.state(reference) == "approved"
    assert govflow.verify(cabinet.session).pending == (NUMBER,)
