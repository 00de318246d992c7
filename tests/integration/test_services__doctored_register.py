"""A register rewritten together with the histories of its ballots, with fitting hashes, is found all the same."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from deciding_council import decide, found_council, meeting, put
from doctored_ballots import Told, changing, rewrite
from doctored_rows import doctor, problems
from government import Government

import govflow
from govflow.domain.canonical import canonical, digest_of_text
from govflow.services.council.ballots import emergency

FIRST, SECOND = "CIO-2025-D001", "CIO-2025-D002"


@pytest.fixture
def council(cabinet: Government) -> Government:
    return found_council(cabinet)


def copied(council: Government) -> Path:
    copy = council.folder / "copy.db"
    with closing(sqlite3.connect(council.url)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    return copy


def alone(council: Government) -> None:
    """An emergency decision that waits to be ratified."""
    given = {"body": "cio_council", "question": "回線を遮断する", "reason": "攻撃"}
    govflow.decide_in_emergency(council.person("gcio"), **given)


def lapsed(council: Government) -> Path:
    """A copy of a store in which a decision has lapsed because a meeting did not ratify it."""
    alone(council)
    held = meeting(council, "2025-04-14")
    govflow.end_meeting(council.person("secretariat"), held)
    return copied(council)


def test_a_lapse_that_is_there_holds(council: Government) -> None:
    assert problems(lapsed(council)) == set()


def test_a_lapse_that_was_removed_is_found(council: Government) -> None:
    copy = lapsed(council)
    rewrite(copy, "CIO-2025-B001", lambda told: told[:-1])
    doctor(copy, "DELETE FROM decision_links")
    assert problems(copy) == {"audit.not_lapsed"}


def test_a_lapse_before_its_time_is_found(council: Government, monkeypatch: pytest.MonkeyPatch) -> None:
    """The meeting was open already when it was decided."""
    held = meeting(council, "2025-04-14")
    alone(council)
    with monkeypatch.context() as patched:
        patched.setattr(emergency, "could_ratify", lambda *_: True)
        govflow.end_meeting(council.person("secretariat"), held)
    assert council.problems() == ["audit.decision_link_differs"]


def test_a_ratification_by_an_unrelated_ballot_is_found(council: Government) -> None:
    alone(council)
    decide(council)
    copy = copied(council)
    link = {"later": SECOND, "earlier": FIRST, "kind": "ratifies"}

    def ratifying(told: list[Told]) -> list[Told]:
        told[-1]["changes"] |= {"links": [link]}
        return told

    rewrite(copy, "CIO-2025-B002", ratifying)
    doctor(
        copy,
        f"INSERT INTO decision_links SELECT '{SECOND}', '{FIRST}', 'ratifies', recorded_at FROM decisions"
        f" WHERE number = '{SECOND}'",
    )
    assert problems(copy) == {"audit.decision_link_differs", "audit.rendition_altered"}


def test_a_decision_removed_with_its_number_is_found(council: Government) -> None:
    decide(council)
    decide(council)
    copy = copied(council)

    def undecided(told: list[Told]) -> list[Told]:
        del told[-1]["changes"]["decision"]
        return [*told[:-1], changing(told[-1], decision=None)]

    rewrite(copy, "CIO-2025-B002", undecided)
    doctor(
        copy,
        f"DELETE FROM decisions WHERE number = '{SECOND}'",
        "UPDATE numbering SET last = 1 WHERE series = 'decision:CIO'",
    )
    assert "audit.decision_not_entered" in problems(copy)


@pytest.mark.parametrize("field", ["title", "sentence"])
def test_a_decision_told_in_other_words_is_found(council: Government, field: str) -> None:
    decide(council)
    copy = copied(council)
    with closing(sqlite3.connect(copy)) as connection:
        kept = connection.execute("SELECT content, public FROM decisions").fetchone()
    texts = [canonical({**json.loads(text), field: {"ja": "別", "en": "other"}}) for text in kept]
    digests = [digest_of_text(text) for text in texts]

    def noted(told: list[Told]) -> list[Told]:
        note = told[-1]["changes"]["decision"]
        told[-1]["changes"]["decision"] = {**note, "digest": digests[0], "public_digest": digests[1]}
        return told

    rewrite(copy, "CIO-2025-B001", noted)
    title = ", title = '別', title_en = 'other'" if field == "title" else ""
    doctor(
        copy,
        f"UPDATE decisions SET content = '{texts[0]}', public = '{texts[1]}', digest = '{digests[0]}',"
        f" public_digest = '{digests[1]}'{title}",
    )
    assert "audit.decision_differs" in problems(copy)


def test_a_public_version_that_tells_what_is_closed_is_found(council: Government) -> None:
    decide(council, question="1,200万円の契約", closed={"amount": "入札前", "reason": "交渉中"})
    copy = copied(council)
    with closing(sqlite3.connect(copy)) as connection:
        (kept,) = connection.execute("SELECT public FROM decisions").fetchone()
    text = canonical({**json.loads(kept), "question": "1,200万円の契約"})
    digest = digest_of_text(text)

    def noted(told: list[Told]) -> list[Told]:
        told[-1]["changes"]["decision"] |= {"public_digest": digest}
        return told

    rewrite(copy, "CIO-2025-B001", noted)
    doctor(copy, f"UPDATE decisions SET public = '{text}', public_digest = '{digest}'")
    assert "audit.decision_differs" in problems(copy)


@pytest.mark.parametrize("closed", [{}, {"amount": "別の理由"}, {"amount": "入札前", "reason": "x"}])
def test_a_ballot_that_closes_other_fields_than_its_opening_is_found(
    council: Government, closed: dict[str, str]
) -> None:
    put(council, closed={"amount": "入札前"})
    copy = copied(council)
    assert problems(copy) == set()
    rewrite(copy, "CIO-2025-B001", lambda told: [changing(told[0], closed=closed)])
    assert problems(copy) == {"audit.impossible"}


def test_a_ballot_that_opens_up_what_was_closed_before_is_found(council: Government) -> None:
    held = meeting(council, "2025-04-14")
    desk = council.person("secretariat")
    govflow.add_item(desk, held, title="契約", section="decide")
    govflow.call_item(desk, held, 1)
    for closed in ({"amount": "入札前"}, None):
        ballot = govflow.open_in_sitting(desk, held, 1, closed=closed).reference
        govflow.withdraw_ballot(desk, ballot, reason="資料の誤り")
    copy = copied(council)
    assert problems(copy) == set()
    rewrite(copy, "CIO-2025-B002", lambda told: [changing(told[0], closed={}), *told[1:]])
    assert "audit.impossible" in problems(copy)


def test_a_text_that_does_not_say_what_the_register_has_is_found(council: Government) -> None:
    """Its context was frozen with another digest, and the entry names that one."""
    decide(council)
    copy = copied(council)
    where = "kind = 'decision_text'"
    with closing(sqlite3.connect(copy)) as connection:
        number, kept = connection.execute(f"SELECT number, context FROM documents WHERE {where}").fetchone()
    context = json.loads(kept)
    text = canonical(context | {"decision": context["decision"] | {"digest": "0" * 64}}).replace("'", "''")

    def named(told: list[Told]) -> list[Told]:
        told[-1]["changes"]["documents"] |= {number: digest_of_text(text)}
        return told

    rewrite(copy, "CIO-2025-B001", named)
    digest = digest_of_text(text)
    doctor(copy, f"UPDATE documents SET context = '{text}', context_digest = '{digest}' WHERE {where}")
    assert "audit.document_differs" in problems(copy)


@pytest.mark.parametrize("kind", ["ballot_record", "decision_text"])
def test_a_text_altered_with_its_digest_is_found(council: Government, kind: str) -> None:
    decide(council)
    copy = copied(council)
    where = f"language = 'en' AND number IN (SELECT number FROM documents WHERE kind = '{kind}')"
    with closing(sqlite3.connect(copy)) as connection:
        (text,) = connection.execute(f"SELECT text FROM renditions WHERE {where}").fetchone()
    other = (text + "More.\n").replace("'", "''")
    digest = digest_of_text(text + "More.\n")
    doctor(copy, f"UPDATE renditions SET text = '{other}', text_digest = '{digest}' WHERE {where}")
    assert problems(copy) == {"audit.rendition_altered"}
