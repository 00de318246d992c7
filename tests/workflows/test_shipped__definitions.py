"""Every shipped definition is sound, can be walked through to each of its states, and has no rights beyond others'."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from shipped_definition import shipped

from govflow.errors import BadInput
from govflow.messages import LANGUAGES
from govflow.resources import template_names, workflow_files
from govflow.workflow.definition import Definition
from govflow.workflow.diagram import mermaid
from govflow.workflow.loader import load_definition
from govflow.workflow.matrix import matrix

NAMES = sorted(workflow_files())


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_definition_is_sound_and_called_like_its_file(name: str) -> None:
    assert shipped(name).name == name


def _ways(definition: Definition, start: str) -> set[str]:
    found, ahead = {start}, [start]
    while ahead:
        for transition in definition.transitions_from(ahead.pop()):
            if transition.target not in found:
                found.add(transition.target)
                ahead.append(transition.target)
    return found


@pytest.mark.parametrize("name", NAMES)
def test_every_state_is_reached_and_reaches_an_end(name: str) -> None:
    definition = shipped(name)
    assert _ways(definition, definition.initial) == set(definition.states)
    for state in definition.states:
        assert any(definition.states[reached].end for reached in _ways(definition, state))


@pytest.mark.parametrize("name", NAMES)
def test_every_role_has_something_to_do(name: str) -> None:
    definition = shipped(name)
    found = matrix(definition)
    busy = {role for _, role in found.cells}
    assert busy == set(definition.roles)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_shipped_definition_can_be_drawn(name: str, lang: str) -> None:
    lines = mermaid(shipped(name), lang=lang).splitlines()
    grammar = re.compile(r'    (direction TB|state "[^"]+" as \w+|(\[\*\]|\w+) --> (\[\*\]|\w+)( : [^:]+)?)')
    assert lines[0] == "stateDiagram-v2"
    assert all(grammar.fullmatch(line) for line in lines[1:])


@pytest.mark.parametrize("name", NAMES)
def test_titles_differ_between_the_languages(name: str) -> None:
    definition = shipped(name)
    for named in (definition.states, definition.steps, definition.documents):
        for part in named.values():
            assert not re.search("[ぁ-んァ-ヶ一-龠]", part.title.en)


@pytest.mark.parametrize("name", NAMES)
def test_anybodys_copy_at_any_path_is_the_same_definition(name: str, tmp_path: Path) -> None:
    copy = tmp_path / "somewhere else.yaml"
    copy.write_text(workflow_files()[name].read_text(encoding="utf-8"), encoding="utf-8")
    own = load_definition(copy.read_text(encoding="utf-8"), file=str(copy), templates=template_names())
    assert own.digest == shipped(name).digest


def test_anybodys_own_definition_loads_from_any_path(tmp_path: Path) -> None:
    text = workflow_files()["town_purchase"].read_text(encoding="utf-8")
    own = tmp_path / "village.yaml"
    own.write_text(text.replace("name: town_purchase", "name: village_purchase"), encoding="utf-8")
    definition = load_definition(own.read_text(encoding="utf-8"), file=str(own), templates=template_names())
    assert definition.name == "village_purchase"
    assert definition.digest != shipped("town_purchase").digest


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_definition_is_linted_like_any_other(name: str) -> None:
    text = workflow_files()[name].read_text(encoding="utf-8").replace("initial: draft", "initial: drafd")
    with pytest.raises(BadInput) as caught:
        load_definition(text, file="copy.yaml", templates=template_names())
    assert "workflow.unknown_name" in {problem.notice.code for problem in caught.value.problems}


@pytest.mark.parametrize("name", NAMES)
def test_who_counts_as_author_is_written_once(name: str) -> None:
    assert workflow_files()[name].read_text(encoding="utf-8").count("[open, revise") == 1
