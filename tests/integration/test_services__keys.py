"""Keys make repeating safe, versions keep two people from acting over each other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from government import Government, codes, refused, rows

import govflow
from govflow.errors import BadInput, Conflict, Refused


def test_the_same_key_and_command_give_the_first_result(either: Government) -> None:
    reference = either.draft()
    first = either.act("mof_clerk", "submit", reference, command={"key": "k"})
    entries = len(govflow.history(either.onlooker, reference))
    again = either.on("2025-04-11").act("mof_clerk", "submit", reference, command={"key": "k"})
    assert again == first._replace(repeated=True)
    assert len(govflow.history(either.onlooker, reference)) == entries


def test_a_repetition_gives_the_first_result_even_after_others_acted(cabinet: Government) -> None:
    reference = cabinet.draft()
    first = cabinet.act("mof_clerk", "submit", reference, command={"key": "k", "expected_version": 1})
    cabinet.lead(reference, "intake")
    again = cabinet.act("mof_clerk", "submit", reference, command={"key": "k", "expected_version": 1})
    assert (again.state, again.seq, again.repeated) == ("pmo_check", first.seq, True)


@pytest.mark.parametrize(
    "other",
    [
        {"trigger": "discard"},
        {"note": "別の備考"},
        {"person": "mof_pjmo"},
        {"office": "mof.clerk"},
        {"command": {"effective_on": date(2025, 4, 10)}},
        {"reference": "another"},
    ],
    ids=lambda other: next(iter(other)),
)
def test_the_same_key_with_another_command_is_a_conflict(cabinet: Government, other: dict[str, Any]) -> None:
    reference, another = cabinet.draft(), cabinet.draft()
    said: dict[str, Any] = {"person": "mof_clerk", "trigger": "submit", "reference": reference, "note": ""}
    cabinet.act(**said, command={"key": "k"})
    before = rows(cabinet.url)
    command = {"key": "k", **other.pop("command", {})}
    if "reference" in other:
        other = {"reference": another}
    with pytest.raises(Conflict) as conflict:
        cabinet.act(**{**said, **other}, command=command)
    assert codes(conflict.value) == ["acts.key_used"]
    assert rows(cabinet.url) == before


def test_another_payload_under_a_key_is_a_conflict(cabinet: Government) -> None:
    reference = cabinet.proposal(until="approved")
    cabinet.act("mof_clerk", "record_request", reference, command={"key": "k"}, amount=1)
    with pytest.raises(Conflict):
        cabinet.act("mof_clerk", "record_request", reference, command={"key": "k"}, amount=2)


def test_a_refusal_is_evaluated_anew_under_its_key(cabinet: Government) -> None:
    reference = cabinet.proposal(until="ministry_review")
    with pytest.raises(Refused):
        cabinet.act("mof_cio", "endorse", reference, command={"key": "k"})
    for post, step in (("ciso", "ciso"), ("accounts", "accounts"), ("dcio", "deputy_cio")):
        cabinet.act(f"mof_{post}", f"{step}_concurrence.concur", reference)
    receipt = cabinet.act("mof_cio", "endorse", reference, command={"key": "k"})
    assert (receipt.state, receipt.repeated) == ("intake", False)


def test_a_dry_run_does_not_use_its_key(cabinet: Government) -> None:
    reference = cabinet.draft()
    cabinet.act("mof_clerk", "submit", reference, command={"key": "k"}, dry_run=True)
    assert not cabinet.act("mof_clerk", "submit", reference, command={"key": "k"}).repeated


def test_without_a_key_one_is_made_and_told(cabinet: Government) -> None:
    first, second = cabinet.draft(), cabinet.draft()
    keys = {cabinet.act("mof_clerk", "submit", reference).key for reference in (first, second)}
    assert len(keys) == 2
    assert all(keys)


def test_a_stale_version_is_a_conflict_and_changes_nothing(either: Government) -> None:
    reference = either.draft()
    version = either.shown(reference).version
    either.act("mof_clerk", "submit", reference, command={"expected_version": version})
    with pytest.raises(Conflict) as conflict:
        either.act("mof_pmo", "accept", reference, command={"expected_version": version})
    assert codes(conflict.value) == ["store.stale_version"]
    assert either.state(reference) == "pmo_check"


def test_each_act_makes_the_version_one_higher(cabinet: Government) -> None:
    reference = cabinet.proposal(until="approved")
    assert cabinet.shown(reference).version == len(govflow.history(cabinet.onlooker, reference))


UNCLEAR = ("a\0b", "a\u202eb", "\ud800")
"""A control character, one that turns the writing around, half of a character."""


@pytest.mark.parametrize("key", UNCLEAR, ids=ascii)
def test_whatever_is_done_under_a_key_refuses_one_that_does_not_read_as_it_is(
    cabinet: Government, key: str
) -> None:
    reference = cabinet.draft()
    clerk, admin = cabinet.person("mof_clerk"), cabinet.person("admin")
    keyed: list[Callable[[], object]] = [
        lambda: govflow.act(clerk, govflow.Act(reference, "submit", key=key)),
        lambda: govflow.correct(
            clerk, govflow.Correction(reference, "誤り", fields={"title_en": "A"}, key=key)
        ),
        lambda: govflow.change(clerk, reference, key=key),
        lambda: govflow.close_round(clerk, "R2026", note="締切", key=key),
        lambda: govflow.change_organisation(
            admin, govflow.Absent("mof_clerk", "2025-04-10", "2025-04-11"), key=key
        ),
    ]
    for doing in keyed:
        assert refused(BadInput, doing) == ["acts.bad_text"]


@pytest.mark.parametrize("said", [{"\ud800": 1}, {"title_en": "\ud800"}], ids=ascii)
def test_what_cannot_be_written_is_said_in_the_same_words_by_every_act(
    cabinet: Government, said: dict[str, Any]
) -> None:
    reference, clerk = cabinet.draft(), cabinet.person("mof_clerk")
    wanted = govflow.Correction(reference, "誤り", fields=said)
    for doing in (
        lambda: govflow.act(clerk, govflow.Act(reference, "submit", payload=said)),
        lambda: govflow.correct(clerk, wanted),
        lambda: govflow.change(clerk, reference, values=said),
    ):
        assert refused(BadInput, doing) == ["acts.bad_values"]


def test_a_note_is_of_the_same_length_at_most_whatever_it_is_said_with(cabinet: Government) -> None:
    reference, clerk, long = cabinet.draft(), cabinet.person("mof_clerk"), "長" * 20_001
    for doing, code in (
        (lambda: govflow.act(clerk, govflow.Act(reference, "submit", note=long)), "acts.bad_note"),
        (
            lambda: govflow.correct(clerk, govflow.Correction(reference, long, fields={"title_en": "A"})),
            "acts.bad_note",
        ),
        (lambda: govflow.close_round(clerk, "R2026", note=long), "acts.bad_text"),
    ):
        assert refused(BadInput, doing) == [code]
