"""What is given to the store comes back the same, on both databases."""

from __future__ import annotations

import pytest
import store_samples as sample

from govflow.domain.canonical import mapping_of
from govflow.domain.history import GENESIS, chain_problems
from govflow.domain.step import StepState
from govflow.errors import Conflict
from govflow.messages import LANGUAGES
from govflow.store import Store, TrailRow


def test_a_proposal_comes_back_as_it_was_added(store: Store) -> None:
    with store.begin() as work:
        added = sample.add_proposal(work, records={"council": {"day": "2025-06-01", "amount": None}})
        work.commit()
    with store.reading() as work:
        assert work.proposals.get(added.reference) == added
        assert work.proposals.get(added.reference, lock=False) == added
        assert work.proposals.get("MOF-2025-9999") is None
        assert work.proposals.count() == 1


def test_a_proposal_without_amount_role_and_date_keeps_none_apart_from_zero(store: Store) -> None:
    with store.begin() as work:
        none = sample.add_proposal(work, "A-1", amount=None, role=None, due_on=None, part_of="B-1")
        zero = sample.add_proposal(work, "A-2", amount=0)
        most = sample.add_proposal(work, "A-3", amount=10**18)
        assert [work.proposals.get(p.reference) for p in (none, zero, most)] == [none, zero, most]


def test_a_proposal_is_locked_and_saved_over_the_version_read(store: Store) -> None:
    with store.begin() as work:
        before = sample.add_proposal(work)
        work.commit()
    changed = sample.proposal(state="pmo_check", version=2, title="新しい題")
    with store.begin() as work:
        assert work.proposals.get("MOF-2025-0001", lock=True) is not None
        work.proposals.save(changed, before=before)
        assert work.proposals.get("MOF-2025-0001") == changed
        work.commit()


def test_saving_what_has_not_changed_changes_nothing(store: Store) -> None:
    with store.begin() as work:
        before = sample.add_proposal(work)
        work.proposals.save(before, before=before)
        work.steps.add(step := sample.step(1))
        work.steps.save(step, before=step)
        assert work.proposals.get(before.reference) == before
        assert work.steps.of(before.reference) == [step]


def test_a_record_that_is_only_equal_is_written_as_it_is(store: Store) -> None:
    with store.begin() as work:
        before = sample.add_proposal(work, records={"check": {"done": 1}})
        work.proposals.save(before._replace(records={"check": {"done": True}}), before=before)
        kept = work.proposals.get(before.reference)
        assert kept is not None
        assert kept.records["check"]["done"] is True


def test_saving_over_another_version_is_a_conflict_and_changes_nothing(store: Store) -> None:
    with store.begin() as work:
        before = sample.add_proposal(work, version=7)
        with pytest.raises(Conflict) as raised:
            work.proposals.save(before._replace(version=6), before=before._replace(version=5))
        assert raised.value.code == "store.stale_version"
        assert raised.value.notices[0].params == {"reference": before.reference, "expected": 5, "actual": 7}
        assert work.proposals.get(before.reference) == before
        work.commit()


def test_the_same_key_in_one_workflow_is_a_conflict(store: Store) -> None:
    with store.begin() as work:
        sample.add_proposal(work, "A-1", key="same")
        with pytest.raises(Conflict) as raised, work.savepoint():
            sample.add_proposal(work, "A-2", key="same")
        assert raised.value.code == "store.already_there"
        sample.add_proposal(work, "A-2", key="same", workflow="other")
        assert list(work.proposals.references()) == ["A-1", "A-2"]


def test_the_keys_of_a_workflow_tell_what_is_there(store: Store) -> None:
    with store.begin() as work:
        sample.add_proposal(work, "A-1", key="x", revision_digest="1" * 64)
        sample.add_proposal(work, "A-2", key="y", state="closed")
        sample.add_proposal(work, "A-3", key="z", workflow="other")
        assert work.proposals.keys("it_investment") == {
            "x": ("A-1", "1" * 64, "draft"),
            "y": ("A-2", "0" * 64, "closed"),
        }


def test_revisions_are_kept_in_order(store: Store) -> None:
    first, second = sample.revision(title="案"), sample.revision(number=2, title="案の改", amount=None)
    with store.begin() as work:
        sample.add_proposal(work)
        work.revisions.add(first)
        work.revisions.add(second)
        written = work.revisions.alongside().of("MOF-2025-0001")
        assert [each.revision for each in written] == [first, second]
        assert [mapping_of(each.content) for each in written] == [first.content, second.content]
        assert work.revisions.get("MOF-2025-0001", 2) == second
        assert work.revisions.get("MOF-2025-0001", 3) is None


def test_steps_are_asked_and_answered(store: Store) -> None:
    asked = [sample.step(1), sample.step(2, ministry=None, lasting=True, due_on=None)]
    answered = sample.step(
        1, state=StepState.ANSWERED, agrees=False, answer="object", note="反対", office="mof.ciso"
    )
    with store.begin() as work:
        sample.add_proposal(work)
        for step in reversed(asked):
            work.steps.add(step)
        assert work.steps.of("MOF-2025-0001") == asked
        work.steps.save(answered, before=asked[0])
        assert work.steps.of("MOF-2025-0001") == [answered, asked[1]]
        assert work.steps.of("MOF-2025-0001")[0].state is StepState.ANSWERED
        assert work.steps.of("MOF-2025-0002") == []


def test_history_chains_and_comes_back_with_its_hashes(store: Store) -> None:
    first = sample.entry(1)
    second = sample.entry(2, previous=first.hash, trigger="concur", step="ciso")
    with store.begin() as work:
        assert work.history.head(sample.subject()) == (0, GENESIS, "")
        work.history.add(first)
        work.history.add(second)
        assert work.history.head(sample.subject()) == (2, second.hash, sample.AT)
        assert work.history.entries(sample.subject()) == [first, second]
        assert chain_problems(work.history.entries(sample.subject())) == []
        assert work.history.count() == 2


def test_the_trail_names_the_step_that_an_act_answered(store: Store) -> None:
    first = sample.entry(1)
    second = sample.entry(2, previous=first.hash, trigger="concur", step="ciso")
    with store.begin() as work:
        work.history.add(first)
        work.history.add(second)
        assert work.history.trail(sample.subject()) == [
            TrailRow(
                1,
                "submit",
                "kono.haru",
                "draft",
                "pmo_check",
                "2025-05-01",
                None,
                first.recorded_at,
                first.hash,
                role="pmo_clerk",
            ),
            TrailRow(
                2,
                "concur",
                "kono.haru",
                "draft",
                "pmo_check",
                "2025-05-01",
                "ciso",
                second.recorded_at,
                second.hash,
                role="pmo_clerk",
            ),
        ]


def test_every_entry_is_streamed_subject_by_subject_while_other_statements_run(store: Store) -> None:
    entries = [
        sample.entry(seq, subject=name, kind=kind)
        for kind, name in (("definition", "x"), ("proposal", "A-1"), ("proposal", "a-1"), ("proposal", "あ"))
        for seq in (1, 2)
    ]
    with store.begin() as work:
        for entry in reversed(entries):
            work.history.add(entry)
        work.commit()
    with store.reading() as work:
        streamed = []
        for entry in work.history.every():
            assert work.history.head(sample.subject(entry.subject)) is not None
            streamed.append(entry)
    assert streamed == entries


def test_a_stream_left_half_way_does_no_harm(store: Store) -> None:
    with store.begin() as work:
        for seq in (1, 2, 3):
            work.history.add(sample.entry(seq))
        stream = work.history.every()
        assert next(stream).seq == 1
        del stream
        work.commit()
    with store.reading() as work:
        assert work.history.count() == 3


def test_definitions_are_kept_by_digest_and_version(store: Store) -> None:
    with store.begin() as work:
        sample.add_definition(work, digest="a" * 64, version=2)
        sample.add_definition(work, digest="b" * 64, version=1)
        row = work.definitions.get("workflow", "a" * 64)
        assert row is not None
        assert (row.name, row.version, row.source, row.content) == ("it_investment", 2, "source", "{}")
        assert [kept.version for kept in work.definitions.versions("workflow", "it_investment")] == [1, 2]
        assert len(work.definitions.every("workflow")) == 2
        assert work.definitions.get("workflow", "c" * 64) is None
        with pytest.raises(Conflict), work.savepoint():
            sample.add_definition(work, digest="c" * 64, version=2)


def test_the_definition_in_force_is_the_newest_that_has_begun(store: Store) -> None:
    with store.begin() as work:
        for version, digest in enumerate("abc", 1):
            sample.add_definition(work, digest=digest, version=version)
        put = work.definitions.put_in_force
        put("workflow", "it_investment", "2025-04-01", digest="a", recorded_at="2025-03-01T00:00:00.000000Z")
        put("workflow", "it_investment", "2025-10-01", digest="b", recorded_at="2025-09-01T00:00:00.000000Z")
        put("workflow", "it_investment", "2025-10-01", digest="c", recorded_at="2025-09-02T00:00:00.000000Z")
        in_force = [work.definitions.in_force("workflow", "it_investment", day) for day in _DAYS]
        assert in_force == [None, "a", "a", "c"]
        assert [row.digest for row in work.definitions.all_in_force("workflow", "2025-12-01")] == ["c"]
        assert work.definitions.names_in_force("workflow", "2025-03-31") == []
        assert work.definitions.names_in_force("workflow", "2025-04-01") == ["it_investment"]
        assert [row.digest for row in work.definitions.every_in_force()] == ["a", "b", "c"]


_DAYS = ("2025-03-31", "2025-04-01", "2025-09-30", "2025-10-01")


def test_the_present_organisation_is_the_one_numbered_last(store: Store) -> None:
    with store.begin() as work:
        assert work.organisation.latest_number() == 0
        work.organisation.add(1, "a" * 64, content='{"n":1}', recorded_at=sample.AT)
        work.organisation.add(2, "b" * 64, content='{"n":2}', recorded_at=sample.AT)
        assert work.organisation.latest_number() == 2
        assert work.organisation.get(1) == '{"n":1}'
        assert work.organisation.get(3) is None
        assert [row.number for row in work.organisation.every()] == [1, 2]


def test_documents_are_listed_by_proposal_and_by_number(store: Store) -> None:
    first = sample.document()
    second = sample.document("DM-2025-0002", serial=2, seq=3, supersedes=first.number)
    with store.begin() as work:
        sample.add_proposal(work)
        work.documents.add(first)
        work.documents.add(second)
        assert work.documents.of("MOF-2025-0001") == [first, second]
        assert work.documents.get(second.number) == second
        assert work.documents.get("DM-2025-0003") is None
        assert work.documents.list(limit=1) == [first]
        assert work.documents.list(limit=9, after=first.number) == [second]
        assert list(work.documents.every()) == [first, second]


def test_a_document_is_due_in_every_language_until_it_is_rendered(store: Store) -> None:
    row = sample.document()
    with store.begin() as work:
        sample.add_proposal(work)
        work.documents.add(row)
        assert work.documents.unrendered(LANGUAGES) == [(row, "en"), (row, "ja")]
        assert work.documents.unrendered(["ja"]) == [(row, "ja")]
        assert work.documents.unrendered(["ja"], numbers=[row.number, row.number]) == [(row, "ja")]
        assert work.documents.unrendered(LANGUAGES, numbers=["DM-2025-0002"]) == []
        assert work.documents.unrendered(LANGUAGES, numbers=[]) == []
        work.documents.add_rendition(sample.rendition())
        assert work.documents.unrendered(LANGUAGES) == [(row, "en")]
        assert work.documents.rendition(row.number, "ja") == sample.rendition()
        assert work.documents.rendition(row.number, "en") is None
        assert work.documents.renditions_with(sample.rendition().text_digest) == [sample.rendition()]
        assert work.documents.renditions_with("0" * 64) == []
        work.documents.add_rendition(sample.rendition(language="en"))
        assert work.documents.unrendered(LANGUAGES) == []
