"""Correcting the content: who reads it reads it put right, nobody changes what is voted on, and the audit compares
what a correction says with the revision that it makes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from deciding_council import CIOS, PANEL, charter, vote
from forging import told, unhindered
from government import Government, codes, refused

import govflow
from govflow.domain.canonical import canonical, digest_of, mapping_of
from govflow.domain.history import Entry
from govflow.errors import Refused

MISSPELT, TITLE = "年禁記録システムの更改", "年金記録システムの更改"
READERS = ("amb", "secretariat", "gcio", "mof_clerk")


@pytest.fixture
def office(cabinet: Government) -> Government:
    """The cabinet, with a second clerk and a second head of the portfolio office in a ministry."""
    posts = {"second_clerk": "mof.clerk", "second_pmo": "mof.pmo"}
    cabinet.organise(
        persons=[*posts],
        appointments=[{"person": p, "office": o, "from": "2025-04-01"} for p, o in posts.items()],
    )
    return cabinet


def correct(office: Government, reference: str, *, by: str = "second_clerk", **more: Any) -> govflow.Receipt:
    return govflow.correct(office.person(by), govflow.Correction(reference, "誤字", **more))


def retitled(office: Government, until: str) -> tuple[str, int]:
    reference = office.proposal(until=until, title=MISSPELT)
    return reference, correct(office, reference, fields={"title": TITLE}).seq


def rewritten(office: Government, reference: str, seq: int, **said: Any) -> None:
    """The entry of a correction and the revision that it made, as somebody would rather have them: a `payload`, and
    fields of the `content`."""
    with unhindered(Path(office.url)) as connection:
        where = "reference = ? AND number = 2"
        row = connection.execute(f"SELECT content FROM revisions WHERE {where}", [reference]).fetchone()
        content = {**mapping_of(row[0]), **said.get("content", {})}
        digest = digest_of(content)

        def alter(entries: list[Entry]) -> list[Entry]:
            entry = entries[seq - 1]
            changes = {**entry.read("changes")}
            changes["proposal"] = {**changes["proposal"], "revision_digest": digest, **said.get("row", {})}
            payload = canonical(said.get("payload", entry.read("payload")))
            new = entry._replace(changes=canonical(changes), revision=digest, payload=payload)
            return [*entries[: seq - 1], new, *entries[seq:]]

        told(connection, reference, alter, messages=True)
        connection.execute(
            f"UPDATE revisions SET content = ?, digest = ? WHERE {where}",
            [canonical(content), digest, reference],
        )
        for name, value in {"revision_digest": digest, **said.get("row", {})}.items():
            connection.execute(f"UPDATE proposals SET {name} = ? WHERE reference = ?", [value, reference])


@pytest.mark.parametrize("until", ["coordination", "gcio_decision"])
def test_those_outside_read_what_they_decide_on_as_it_was_put_right(office: Government, until: str) -> None:
    reference, seq = retitled(office, until)
    for person in READERS:
        session = office.person(person)
        shown = govflow.show(session, reference)
        assert (shown.title, shown.revision["number"]) == (TITLE, 2), person
        assert len(shown.steps) == len(office.shown(reference).steps), person
        assert govflow.history(session, reference)[-1]["seq"] == seq, person
    waits = {"coordination": "amb", "gcio_decision": "gcio"}[until]
    assert {line.title for line in govflow.inbox(office.person(waits)).lines} == {TITLE}
    assert office.problems() == []


def test_what_is_decided_is_read_as_it_is_printed(office: Government) -> None:
    reference, _ = retitled(office, "gcio_decision")
    gcio = office.person("gcio")
    numbers = office.act("gcio", "approve", reference).documents
    assert govflow.show(gcio, reference).title == TITLE
    assert all(TITLE in govflow.document(gcio, number, lang="ja").text for number in numbers)
    assert office.problems() == []


def test_what_has_opened_to_nobody_stays_so(office: Government) -> None:
    reference, seq = retitled(office, "pmo_check")
    rewritten(office, reference, seq, row={"released": 2})
    assert "audit.opening_differs" in office.problems()


def test_who_goes_on_reading_what_was_before_is_found(office: Government) -> None:
    reference, seq = retitled(office, "coordination")
    rewritten(office, reference, seq, row={"released": 1})
    assert "audit.opening_differs" in office.problems()


FORGED: dict[str, dict[str, Any]] = {
    "more than the correction says": {"content": {"purpose": "別の目的"}},
    "another title": {"content": {"title": "別の件名"}},
    "another title on the row": {"row": {"title": "別の件名"}},
    "another field": {"payload": {"entry": 1, "fields": {"bureau": {"from": "甲", "to": "乙"}}}},
    "another title before": {"payload": {"entry": 1, "fields": {"title": {"from": "甲", "to": TITLE}}}},
}


@pytest.mark.parametrize("what", FORGED)
@pytest.mark.parametrize("until", ["pmo_check", "coordination"])
def test_a_revision_that_is_not_what_the_correction_says_is_found(
    office: Government, until: str, what: str
) -> None:
    reference, seq = retitled(office, until)
    rewritten(office, reference, seq)
    assert office.problems() == []
    rewritten(office, reference, seq, **FORGED[what])
    assert "audit.correction_differs" in office.problems()


def test_who_wrote_the_field_does_not_correct_it_whoever_revised_others_since(office: Government) -> None:
    reference = office.draft(title=MISSPELT, key="k")
    office.draft(by="second_clerk", title=MISSPELT, outline="概要を書き足した。", key="k")
    wanted = {"fields": {"title": TITLE}}
    assert refused(Refused, correct, office, reference, by="mof_clerk", **wanted) == ["correct.same_person"]
    assert correct(office, reference, by="second_clerk", **wanted).trigger == "correct"
    again = {"fields": {"title": MISSPELT}}
    for person in ("mof_clerk", "second_clerk"):
        assert refused(Refused, correct, office, reference, by=person, **again) == ["correct.same_person"]
    assert correct(office, reference, by="second_pmo", **again).trigger == "correct"
    assert office.problems() == []


def test_who_has_put_a_field_right_does_not_do_it_again_after_another_was_revised(office: Government) -> None:
    reference = office.draft(title=MISSPELT, key="k")
    correct(office, reference, fields={"title": TITLE})
    office.draft(title=TITLE, outline="概要を書き足した。", key="k")
    again = {"fields": {"title": MISSPELT}}
    assert refused(Refused, correct, office, reference, **again) == ["correct.same_person"]


def test_the_audit_finds_who_corrects_the_own_field(office: Government) -> None:
    reference = office.draft(title=MISSPELT, key="k")
    office.draft(by="second_clerk", title=MISSPELT, outline="概要を書き足した。", key="k")
    seq = correct(office, reference, by="second_pmo", fields={"title": TITLE}).seq
    with unhindered(Path(office.url)) as connection:

        def by_the_writer(entries: list[Entry]) -> list[Entry]:
            new = entries[seq - 1]._replace(person="mof_clerk", office="mof.clerk", role="pmo_clerk")
            return [*entries[: seq - 1], new]

        told(connection, reference, by_the_writer, messages=True)
        connection.execute(
            "UPDATE revisions SET person = 'mof_clerk' WHERE reference = ? AND number = 3", [reference]
        )
    assert office.problems() == ["audit.correction_differs"]


@pytest.fixture
def council(office: Government) -> Government:
    for name, text in (("panel.yaml", PANEL), ("council.yaml", charter())):
        govflow.load_body(office.session, str(office.write(name, text)))
    return office


def put_to_the_vote(council: Government) -> tuple[str, str]:
    """A proposal that the council votes on in a sitting, and the ballot."""
    reference = council.proposal(until="agenda_ready", title=MISSPELT)
    secretariat = council.person("secretariat")
    called = {"body": "cio_council", "at": "2025-04-14T13:00", "place": "第一会議室", "shortened": "急ぐため"}
    meeting = govflow.call_meeting(secretariat, **called).reference
    govflow.add_item(secretariat, meeting, proposal=reference)
    council.on("2025-04-14T13:00")
    seats = ["cas.chair", *(person.replace("_", ".") for person in CIOS)]
    govflow.open_meeting(secretariat, meeting, seats=seats)
    govflow.call_item(secretariat, meeting, 1)
    return reference, govflow.open_in_sitting(secretariat, meeting, 1, asks=False).reference


def test_nothing_is_changed_in_what_a_body_is_voting_on(council: Government) -> None:
    reference, ballot = put_to_the_vote(council)
    vote(council, ballot, ["yes"] * 2)
    with pytest.raises(Refused) as refusal:
        correct(council, reference, fields={"title": TITLE})
    assert codes(refusal.value) == ["correct.voted_on"]
    assert refusal.value.next_command == f"govflow ballot show {ballot}"
    vote(council, ballot, ["yes"], by=CIOS[2:])
    govflow.close_ballot(council.person("secretariat"), ballot)
    assert correct(council, reference, fields={"title": TITLE}).state == "gcio_decision"
    assert council.problems() == []


def test_the_issues_of_a_return_are_put_right_and_the_audit_agrees(office: Government) -> None:
    reference = office.proposal(until="pmo_check")
    seq = office.act("mof_pmo", "return", reference, issues=["amount: 根拠を示すこと。"]).seq
    issues = ["amount: 単価の根拠を示すこと。"]
    corrected = correct(office, reference, by="second_pmo", entry=seq, values={"issues": issues}).seq
    [issue] = office.shown(reference).records["internal_return"]["issues"]
    assert issue["text"] == "単価の根拠を示すこと。"
    assert office.problems() == []
    office.lead(reference, "ministry_review")
    assert office.problems() == []
    with unhindered(Path(office.url)) as connection:

        def milder(entries: list[Entry]) -> list[Entry]:
            entry = entries[corrected - 1]
            new = entry._replace(changes=entry.changes.replace("単価の根拠を示すこと。", "誤字を直すこと。"))
            return [*entries[: corrected - 1], new, *entries[corrected:]]

        told(connection, reference, milder, messages=True)
    assert "audit.correction_differs" in office.problems()


def test_what_was_replied_to_an_issue_is_not_corrected(office: Government) -> None:
    reference = office.proposal(until="pmo_check")
    office.act("mof_pmo", "return", reference, issues=["amount: 根拠を示すこと。"])
    seq = office.act("mof_clerk", "submit", reference, replies={"1": "補った。"}).seq
    wanted = {"entry": seq, "values": {"replies": {"1": "別の回答"}}}
    assert refused(Refused, correct, office, reference, **wanted) == ["correct.replied"]


def test_the_question_that_was_put_to_others_is_not_corrected(office: Government) -> None:
    reference = office.proposal(until="pmo_check")
    seq = office.act("mof_pmo", "inquire", reference, question="単価の根拠は可か。").seq
    wanted = {"by": "second_pmo", "entry": seq, "values": {"question": "単価の根拠は何か。"}}
    assert refused(Refused, correct, office, reference, **wanted) == ["correct.asked_about"]
