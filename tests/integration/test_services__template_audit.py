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


@pytest.fixture
def mended(cabinet: Government, monkeypatch: pytest.MonkeyPatch) -> Government:
    """Issued with a template that makes no document, rendered once it was mended, and changed again since."""
    reference = cabinet.proposal(until="gcio_decision")
    monkeypatch.setenv(
        OVERRIDE, str(with_templates(cabinet.folder / "broken", "decision_memo", "{{ oops }}\n"))
    )
    with pytest.raises(DocumentError):
        cabinet.act("gcio", "approve", reference)
    monkeypatch.delenv(OVERRIDE)
    govflow.render_pending(cabinet.session)
    monkeypatch.setenv(OVERRIDE, str(with_templates(cabinet.folder / "later", "decision_memo", OTHER)))
    return cabinet


def test_a_template_may_be_mended_and_changed_again(mended: Government) -> None:
    assert (mended.problems(), govflow.verify(mended.session).unproven) == ([], (NUMBER,))


def test_what_was_rendered_after_the_mending_is_bound_to_that_rendering(mended: Government) -> None:
    rewritten(mended, template="template_digest")
    assert mended.problems() == ["audit.rendition_altered"]
    rewritten(mended, template=f"'{'0' * 64}'")
    assert mended.problems() == ["audit.rendition_altered"]


def test_a_rendering_that_has_no_text_any_more_is_found(mended: Government) -> None:
    doctor(mended.url, "DELETE FROM renditions WHERE language = 'ja'")
    assert {*mended.problems()} == {"audit.rendition_altered", "audit.rendering_differs"}


def test_a_rendering_of_a_document_that_never_was_is_found(mended: Government) -> None:
    doctor(mended.url, "UPDATE history SET subject = 'DM-2025-0009 ja' WHERE subject = 'DM-2025-0001 ja'")
    assert set(mended.problems()) == {"audit.rendition_altered", "history.altered"}


def test_a_text_whose_rendering_was_taken_out_is_found(mended: Government) -> None:
    doctor(mended.url, "DELETE FROM history WHERE kind = 'rendition' AND subject LIKE '% ja'")
    assert mended.problems() == ["audit.rendition_altered"]


def test_somebody_who_verifies_such_a_text_is_told_that_it_cannot_be_made_again(mended: Government) -> None:
    file = mended.write("memo.md", govflow.document(mended.onlooker, NUMBER, lang="ja").text)
    assert govflow.verify_document(mended.session, file).unproven


def test_what_can_be_made_again_is_proven(issued: Government) -> None:
    file = issued.write("memo.md", govflow.document(issued.onlooker, NUMBER, lang="ja").text)
    assert not govflow.verify_document(issued.session, file).unproven
