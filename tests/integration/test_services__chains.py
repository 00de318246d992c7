"""The chains alone: whatever the full verification finds of them, and rows that do not stand where a history ends."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest
from doctored_rows import DOCTORED, ENTRY, ONE, doctor
from government import Government
from government_fixtures import founded
from store_samples import entry

import govflow
from govflow.services.audit.chains import Chains
from govflow.services.audit.findings import Findings
from govflow.store import Store


@pytest.fixture(scope="module")
def decided_original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("chains")
    path = Path(shutil.copy2(founded(tmp_path_factory.getbasetemp()), folder / "store.db"))
    cabinet = Government(str(path), folder)
    cabinet.proposal(until="approved")
    second = cabinet.proposal(until="pmo_check", key="second")
    cabinet.act("mof_pmo", "return", second, note="やり直し。")
    cabinet.draft(key="second", purpose="書き直した。")
    cabinet.organise(persons=["newcomer"])
    cabinet.close()
    return path


@pytest.fixture
def decided(decided_original: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy2(decided_original, tmp_path / "store.db"))


def verified(path: Path, *, replay: bool = False) -> govflow.Verification:
    with govflow.open(str(path), account="auditor") as session:
        return govflow.verify(session, replay=replay)


def of_chains(found: govflow.Verification) -> Counter[str]:
    """The problems of chains, each as it is told."""
    return Counter(str(problem) for problem in found.problems if problem.code.startswith("history."))


def test_chains_hold_without_anything_being_replayed(decided: Path) -> None:
    chains, everything = verified(decided), verified(decided, replay=True)
    assert chains.holds
    assert not chains.replayed
    assert (chains.subjects, chains.entries, chains.proposals) == (
        everything.subjects,
        everything.entries,
        everything.proposals,
    )


@pytest.mark.parametrize("what", [what for what, (statement, _) in DOCTORED.items() if statement])
def test_the_chains_alone_show_what_the_full_verification_finds_of_them(decided: Path, what: str) -> None:
    doctor(decided, DOCTORED[what][0])
    assert of_chains(verified(decided)) == of_chains(verified(decided, replay=True))


@pytest.mark.parametrize(
    "forged",
    [
        "note = 'approved'",
        "note = CAST(x'ff' AS TEXT)",
        "note = x'00'",
        "recorded_at = x'00'",
        "payload = '{\"a\":1}'",
        "subject = 'MOF-2026-0007'",
        "seq = 99",
        "previous = hash",
        "hash = upper(hash)",
    ],
)
def test_no_field_can_be_forged(decided: Path, forged: str) -> None:
    doctor(decided, f"UPDATE history SET {forged} WHERE {ENTRY} = 5")
    assert {problem.code.partition(".")[0] for problem in verified(decided).problems} >= {"history"}


@pytest.mark.parametrize(
    "forged",
    [
        f"UPDATE proposals SET version = version - 1 WHERE {ONE}",
        f"DELETE FROM proposals WHERE {ONE}",
        "DELETE FROM history WHERE subject = 'MOF-2026-0001'",
        f"DELETE FROM history WHERE {ENTRY} = (SELECT max(seq) FROM history WHERE subject = 'MOF-2026-0001')",
    ],
)
def test_a_row_stands_where_its_history_ends(decided: Path, forged: str) -> None:
    doctor(decided, forged)
    (problem,) = verified(decided).problems
    assert (problem.code, dict(problem.params)) == (
        "audit.stray",
        {"kind": "proposal", "reference": "MOF-2026-0001"},
    )


def test_a_history_and_a_row_that_miss_each_other_are_both_told(decided: Path) -> None:
    doctor(decided, f"UPDATE proposals SET reference = 'MOF-2026-0009' WHERE {ONE}")
    assert [problem.params["reference"] for problem in verified(decided).problems] == [
        "MOF-2026-0009",
        "MOF-2026-0001",
    ]


def test_chains_are_checked_alike_on_both_databases(store: Store) -> None:
    with store.begin() as work:
        work.history.add(entry(1))
        for quickly in (True, False):
            chains = Chains(work, Findings(), quickly=quickly)
            chains.verify()
            assert (chains.entries, chains.subjects.total()) == (1, 1)
            assert [problem.code for problem in chains.findings.problems] == ["audit.stray"]
