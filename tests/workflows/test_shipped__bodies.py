"""The shipped charters: sound, called like their files, in both languages, with the powers the sources give them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import govflow
from govflow.domain.council.charter import Charter
from govflow.errors import BadInput
from govflow.messages import LANGUAGES
from govflow.resources import body_files, workflow_files
from govflow.services.council.charters.bodies import fitting_charters, shipped_charters

CHARTERS = {charter.name: charter for charter in shipped_charters()}
NAMES = sorted(body_files())

POWERS = {
    "cio_council": "decide",
    "ministers_council": "decide",
    "specialized_committee": "evaluate",
    "technology_committee": "propose",
    "saitama_headquarters": "decide",
    "saitama_steering": "propose",
    "saitama_project_team": "advise",
    "saitama_working_group": "propose",
}


def test_each_is_sound_and_called_like_its_file() -> None:
    assert sorted(CHARTERS) == NAMES
    assert [line.name for line in govflow.shipped_bodies()] == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_each_has_the_power_that_the_sources_give_it(name: str) -> None:
    assert [power.value for power in CHARTERS[name].powers] == [POWERS[name]]


def test_of_the_four_levels_of_saitama_the_highest_alone_decides() -> None:
    level: str | None = "saitama_working_group"
    levels: list[Charter] = []
    while level is not None:
        levels.append(CHARTERS[level])
        level = levels[-1].parent
    assert [charter.name.removeprefix("saitama_") for charter in levels] == [
        "working_group",
        "project_team",
        "steering",
        "headquarters",
    ]
    assert [charter.decides for charter in levels] == [False, False, False, True]
    assert CHARTERS["saitama_project_team"].rule is None, "no approval level"


def test_every_ministry_cio_votes_in_the_cio_council_and_is_not_recused_there() -> None:
    council = CHARTERS["cio_council"]
    voting = [seat for seat in council.seats.values() if seat.voting]
    assert [(seat.each, seat.alternates) for seat in voting] == [("ministry_cio", ("deputy_cio",))]
    assert council.objection_first
    assert not council.own_ministry_recused


def test_nobody_evaluates_the_own_ministrys_plan() -> None:
    committee = CHARTERS["specialized_committee"]
    assert (committee.chair, committee.own_ministry_recused) == ("government_cio", True)


def test_the_technology_committee_proposes_to_the_cio_council() -> None:
    assert CHARTERS["technology_committee"].parent == "cio_council"


def test_the_chief_cabinet_secretary_leads_the_ministers_council() -> None:
    assert CHARTERS["ministers_council"].chair == "chief_cabinet_secretary"


@pytest.mark.parametrize("name", NAMES)
def test_titles_are_in_the_language_they_claim(name: str) -> None:
    charter = CHARTERS[name]
    titles = [charter.title, charter.basis, charter.purpose, *(seat.title for seat in charter.seats.values())]
    assert all(not re.search("[ぁ-んァ-ヶ一-龠]", title.en) for title in titles)
    assert all(title.ja != title.en for title in titles)


@pytest.mark.parametrize("name", NAMES)
def test_anybodys_copy_at_any_path_is_the_same_charter(name: str, tmp_path: Path) -> None:
    copy = tmp_path / "somewhere else.yaml"
    copy.write_text(body_files()[name].read_text(encoding="utf-8"), encoding="utf-8")
    assert govflow.check_body(str(copy)).digest == CHARTERS[name].digest


@pytest.mark.parametrize("name", NAMES)
def test_each_is_linted_like_any_other(name: str, tmp_path: Path) -> None:
    copy = tmp_path / "copy.yaml"
    text = re.sub("^chair: .*$", "chair: nobody", body_files()[name].read_text(encoding="utf-8"), flags=re.M)
    copy.write_text(text, encoding="utf-8")
    with pytest.raises(BadInput) as bad:
        govflow.check_body(str(copy))
    assert bad.value.code == "body.chair_without_seat"


def test_rules_are_told_in_both_languages() -> None:
    for name in NAMES:
        found = govflow.show_body(name)
        assert set(found.rules) == {".".join(path) for path, _ in CHARTERS[name].rulings()}
        assert all(sentence[lang] for sentence in found.rules.values() for lang in LANGUAGES)


def test_bodies_come_into_force_where_their_roles_and_those_of_their_parents_are() -> None:
    roles = {role for charter in CHARTERS.values() for role in charter.roles}
    assert len(fitting_charters(roles)) == len(NAMES)
    central = {role for name in ("cio_council", "technology_committee") for role in CHARTERS[name].roles}
    assert [charter.name for charter in fitting_charters(central)] == ["cio_council", "technology_committee"]
    assert fitting_charters(central - {"deputy_cio"}) == []
    assert fitting_charters([]) == []


def test_bodies_and_workflows_are_different_files() -> None:
    assert body_files().keys() & workflow_files().keys() == set()
