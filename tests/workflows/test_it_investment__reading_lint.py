"""The shipped definition with one fault in its reading policy each: it is refused, and for that reason."""

from __future__ import annotations

import pytest

from govflow.errors import BadInput
from govflow.resources import template_names, workflow_files
from govflow.workflow.loader import load_definition

RESTRICTED = "restricted: [pmo_clerk, pjmo, pmo_head, accounts]"
FAULTS = [
    ("    opens_to: centre\n  - trigger: return", "  - trigger: return", {"acts_unread"}),
    (
        "    issues: [notification]\n    opens_to: council\n",
        "    issues: [notification]\n",
        {"ratified_unread"},
    ),
    ("    opens_to: council\n", "", {"audience_never_opened", "ratified_unread"}),
    (
        "    opens_to: council\n",
        "    opens_to: asked\n",
        {"opened_to_asked", "audience_never_opened", "ratified_unread"},
    ),
    (
        "    opens_to: council\n",
        "    opens_to: public\n",
        {"unknown_name", "audience_never_opened", "ratified_unread"},
    ),
    ("      asked: true\n", "", {"audience_of_nobody"}),
    ("      body: cio_council\n", "      body: panel\n", {"audience_of_no_body", "ratified_unread"}),
    ("      roles: [secretariat, amb,", "      roles: [secretariat, amb, ciso,", {"audience_not_central"}),
    ("        - title\n        - title_en\n", "        - title_en\n", {"audience_without_title"}),
    ("        - system_id\n", "        - planned_price\n", {"audience_reads_restricted"}),
    (RESTRICTED, "restricted: [pmo_clerk, accounts]", {"drafted_unread"}),
    (
        "  risks: {type: prose,",
        "  risks: {type: prose, restricted: [typist],",
        {"unknown_name", "drafted_unread", "audience_reads_restricted"},
    ),
    ("  evidence: {type: prose,", "  evidence: {type: prose, restricted: [ciso],", {"told_anyway"}),
]


def told(text: str) -> set[str]:
    with pytest.raises(BadInput) as refused:
        load_definition(text, file="faulty.yaml", templates=template_names())
    return {notice.code.removeprefix("workflow.") for notice in refused.value.notices}


@pytest.mark.parametrize(("old", "new", "codes"), FAULTS, ids=range(len(FAULTS)))
def test_a_fault_in_the_policy_is_told(old: str, new: str, codes: set[str]) -> None:
    text = workflow_files()["it_investment"].read_text(encoding="utf-8")
    assert old in text
    found = told(text.replace(old, new))
    assert found == codes


def test_what_an_audience_reads_may_be_corrected_unless_a_guard_reads_it() -> None:
    text = workflow_files()["it_investment"].read_text(encoding="utf-8")
    definition = load_definition(text, file="sound.yaml", templates=template_names())
    assert definition.reading is not None
    assert "system_id" in definition.reading.audiences["asked"].fields
    assert definition.fields["system_id"].correctable
    judged = text.replace(
        "  previous_executed: {type: yen,", "  previous_executed: {type: yen, correctable: true,"
    )
    assert told(judged) == {"correctable_decides"}
    read = text.replace("guards: [{complete: [", "guards: [{complete: [system_id, ", 1)
    assert read != text
    assert told(read) == {"correctable_decides"}


def test_a_body_of_two_audiences_reads_as_the_first_what_it_ratifies() -> None:
    text = workflow_files()["it_investment"].read_text(encoding="utf-8")
    whole = (
        "        - marks\n    deciders:\n      title: {ja: 決める者, en: deciders}\n      body: cio_council\n"
    )
    more = text.replace("        - marks\n", whole, 1)
    at = more.index("  - trigger: approve\n")
    more = more[:at] + more[at:].replace("    issues: [", "    opens_to: deciders\n    issues: [", 1)
    load_definition(more, file="two.yaml", templates=template_names())


def test_an_auditor_has_no_role_in_a_workflow() -> None:
    text = workflow_files()["it_investment"].read_text(encoding="utf-8")
    role = "  auditor: {title: {ja: 監査, en: auditor}}\n  pmo_clerk: {title"
    assert "auditor_acts" in told(text.replace("  pmo_clerk: {title", role, 1))
