"""Definitions in a store: anybody's own has the same rights, and what runs stays on what it began under."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from government import Government, codes, rows

import govflow
from govflow.errors import BadInput, Conflict, NotFound, Refused

LEAVE = """\
format: 1
name: paper_leave
version: {version}
title: {{ja: 休暇願, en: leave}}
initial: asked
roles:
  pmo_clerk: {{title: {{ja: 担当者, en: clerk}}}}
  pmo_head: {{title: {{ja: 長, en: head}}}}
fields:
  title: {{type: text, required: true, title: {{ja: 件名, en: title}}}}
  ministry: {{type: ministry, required: true, title: {{ja: 府省, en: ministry}}}}
  fiscal_year: {{type: year, required: true, title: {{ja: 年度, en: year}}}}
  days: {{type: integer, title: {{ja: 日数, en: days}}}}
values:
  note: {{type: prose, title: {{ja: 理由, en: reason}}}}
triggers:
  submit: {{ja: 提出, en: submit}}
  {trigger}: {{ja: 許可, en: grant}}
  refuse: {{ja: 不許可, en: refuse}}
states:
  asked: {{title: {{ja: 申請, en: asked}}, role: pmo_clerk, due: {{working_days: 1}}}}
  waiting: {{title: {{ja: 待ち, en: waiting}}, role: pmo_head, due: {{working_days: 2}}}}
  granted: {{title: {{ja: 許可, en: granted}}, end: true}}
  refused: {{title: {{ja: 不許可, en: refused}}, end: true}}
transitions:
  - {{trigger: submit, from: asked, to: waiting, roles: [pmo_clerk]}}
  - trigger: {trigger}
    from: waiting
    to: granted
    roles: [pmo_head]
    guards: [{{different_person_from: [submit]}}]
  - {{trigger: refuse, from: waiting, to: refused, roles: [pmo_head], takes: [note]}}
"""


def leave(cabinet: Government, *, version: int = 1, trigger: str = "grant", name: str = "leave.yaml") -> str:
    """The path of a small definition of somebody's own."""
    return str(cabinet.write(name, LEAVE.format(version=version, trigger=trigger)))


def ask(cabinet: Government, key: str) -> str:
    content = {"title": "休暇", "ministry": "mof", "fiscal_year": 2025, "days": 3}
    return govflow.submit(cabinet.person("mof_clerk"), content, key=key, workflow="paper_leave").reference


def test_a_definition_of_ones_own_is_loaded_from_its_path_and_runs(either: Government) -> None:
    line = govflow.load_workflow(either.session, leave(either))
    assert (line.name, line.states, line.in_force) == ("paper_leave", 4, True)
    reference = ask(either, "k")
    assert either.state(reference) == "waiting"
    assert either.act("mof_pmo", "grant", reference).state == "granted"
    assert govflow.verify(either.session).holds


def test_it_has_the_same_rights_as_a_shipped_one(cabinet: Government) -> None:
    govflow.load_workflow(cabinet.session, leave(cabinet))
    reference = ask(cabinet, "k")
    with pytest.raises(Refused) as refused:
        cabinet.act("mof_pmo", "refuse", reference)
    assert codes(refused.value) == ["acts.missing_note"]
    assert {line.name for line in govflow.list_workflows(cabinet.session)} == {"it_investment", "paper_leave"}
    assert (
        govflow.workflow_matrix("paper_leave", session=cabinet.session).cell("waiting", "pmo_head").triggers
    )
    assert "waiting" in govflow.workflow_diagram("paper_leave", lang="en", session=cabinet.session)
    assert govflow.stats(cabinet.onlooker, workflow="paper_leave").total.count == 1
    inbox = govflow.inbox(cabinet.person("mof_pmo")).lines
    assert [line.reference for line in inbox] == [reference]


def test_with_several_in_force_one_has_to_be_chosen(cabinet: Government) -> None:
    govflow.load_workflow(cabinet.session, leave(cabinet))
    with pytest.raises(BadInput) as bad:
        cabinet.draft()
    assert codes(bad.value) == ["session.choose_workflow"]
    with pytest.raises(NotFound, match="did you mean 'paper_leave'"):
        govflow.stats(cabinet.onlooker, workflow="paper_leaves")


def test_a_running_proposal_stays_on_the_definition_it_began_under(cabinet: Government) -> None:
    govflow.load_workflow(cabinet.session, leave(cabinet))
    old = ask(cabinet, "old")
    govflow.load_workflow(cabinet.session, leave(cabinet, version=2, trigger="allow"))
    new = ask(cabinet, "new")
    with pytest.raises(Refused):
        cabinet.act("mof_pmo", "allow", old)
    assert cabinet.act("mof_pmo", "grant", old).state == "granted"
    assert cabinet.act("mof_pmo", "allow", new).state == "granted"
    versions = [cabinet.shown(reference).definition["version"] for reference in (old, new)]
    assert versions == [1, 2]
    assert govflow.verify(cabinet.session).holds


def test_a_draft_is_read_and_revised_by_the_definition_it_began_under(cabinet: Government) -> None:
    days = {"title": "休暇", "ministry": "mof", "fiscal_year": 2025, "days": 3}
    hours = {**days, "hours": 24}
    del hours["days"]
    clerk = cabinet.person("mof_clerk")
    govflow.load_workflow(cabinet.session, leave(cabinet))
    begun = govflow.submit(clerk, days, key="k", workflow="paper_leave", draft=True).reference
    text = LEAVE.format(version=2, trigger="grant").replace("days: {type", "hours: {type")
    govflow.load_workflow(cabinet.session, str(cabinet.write("hours.yaml", text)))
    with pytest.raises(BadInput) as bad:
        govflow.submit(clerk, hours, key="k", workflow="paper_leave", draft=True)
    assert codes(bad.value) == ["submission.unknown_field"]
    shown = cabinet.shown(begun)
    assert (shown.definition["version"], shown.revision["number"]) == (1, 1)


def test_a_draft_is_revised_by_the_newer_form_where_both_have_its_fields(cabinet: Government) -> None:
    content = {"title": "休暇", "ministry": "mof", "fiscal_year": 2025, "days": 3}
    clerk = cabinet.person("mof_clerk")
    govflow.load_workflow(cabinet.session, leave(cabinet))
    begun = govflow.submit(clerk, content, key="k", workflow="paper_leave", draft=True).reference
    govflow.load_workflow(cabinet.session, leave(cabinet, version=2, trigger="allow"))
    again = govflow.submit(clerk, {**content, "days": 4}, key="k", workflow="paper_leave")
    assert (again.reference, again.result, again.state) == (begun, "revised", "waiting")
    shown = cabinet.shown(begun)
    assert (shown.definition["version"], shown.revision["number"]) == (1, 2)
    assert cabinet.act("mof_pmo", "grant", begun).state == "granted"
    assert govflow.verify(cabinet.session).holds


def test_a_definition_comes_into_force_on_its_day(cabinet: Government) -> None:
    govflow.load_workflow(cabinet.session, leave(cabinet))
    govflow.load_workflow(
        cabinet.session, leave(cabinet, version=2, trigger="allow"), from_day=date(2025, 5, 1)
    )
    before = ask(cabinet, "before")
    after = ask(cabinet.on("2025-05-01"), "after")
    assert [cabinet.shown(r).definition["version"] for r in (before, after)] == [1, 2]


def test_no_definition_comes_into_force_in_the_past(cabinet: Government) -> None:
    with pytest.raises(BadInput) as bad:
        govflow.load_workflow(cabinet.session, leave(cabinet), from_day=date(2025, 4, 9))
    assert codes(bad.value) == ["administration.backdated"]


def test_the_same_version_with_other_content_is_refused(either: Government) -> None:
    govflow.load_workflow(either.session, leave(either))
    with pytest.raises(Conflict) as conflict:
        govflow.load_workflow(either.session, leave(either, trigger="allow"))
    assert codes(conflict.value) == ["administration.same_version"]


def test_loading_what_is_in_force_already_changes_nothing(cabinet: Government) -> None:
    govflow.load_workflow(cabinet.session, leave(cabinet))
    before = rows(cabinet.url)
    assert govflow.load_workflow(cabinet.session, leave(cabinet)).in_force
    assert govflow.load_workflow(cabinet.session, "it_investment").in_force
    assert rows(cabinet.url) == before


def test_comments_and_layout_make_no_other_definition(cabinet: Government) -> None:
    line = govflow.load_workflow(cabinet.session, leave(cabinet))
    text = Path(leave(cabinet)).read_text(encoding="utf-8")
    other = cabinet.write(
        "other.yaml", "# 注\n" + text.replace("due: {working_days: 2}", "due:  {working_days: 2}")
    )
    assert govflow.load_workflow(cabinet.session, str(other)).digest == line.digest


def test_roles_that_no_office_has_yet_are_named_when_a_definition_is_loaded(cabinet: Government) -> None:
    line = govflow.load_workflow(cabinet.session, "town_purchase")
    assert (line.in_force, line.lacking_roles) == (True, ("town_clerk", "town_accountant", "mayor"))
    assert govflow.load_workflow(cabinet.session, leave(cabinet)).lacking_roles == ()


def test_a_dry_run_puts_nothing_into_force(cabinet: Government) -> None:
    before = rows(cabinet.url)
    govflow.load_workflow(cabinet.session, leave(cabinet), dry_run=True)
    assert rows(cabinet.url) == before


def test_a_definition_with_problems_is_never_loaded(cabinet: Government) -> None:
    text = (
        LEAVE.format(version=1, trigger="grant")
        .replace("to: granted", "to: grantd")
        .replace("role: pmo_head", "role: boss")
    )
    path = cabinet.write("broken.yaml", text)
    with pytest.raises(BadInput) as bad:
        govflow.load_workflow(cabinet.session, str(path))
    assert len(bad.value.problems) >= 2
    assert all(problem.place and problem.place.file == str(path) for problem in bad.value.problems)


def test_a_file_that_is_nowhere_is_said_with_what_was_meant() -> None:
    with pytest.raises(NotFound, match="did you mean 'it_investment'") as missing:
        govflow.check_workflow("it_invesment")
    assert codes(missing.value) == ["administration.unknown_workflow_file"]


def test_what_is_stored_is_what_was_read(cabinet: Government) -> None:
    shipped = govflow.show_workflow("it_investment")
    stored = govflow.show_workflow("it_investment", session=cabinet.session)
    assert stored.digest == shipped.digest
    assert govflow.workflow_content("it_investment", session=cabinet.session) == govflow.workflow_content(
        "it_investment"
    )
