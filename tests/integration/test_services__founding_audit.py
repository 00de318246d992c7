"""What is in force, the organisations and the founding are as their histories tell, or verification finds it."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from doctored_rows import doctor, findings, rewritten
from government import Government
from government_fixtures import founded
from sample_council import COUNCIL

import govflow
from govflow.domain.history import Entry

ALTERED, MISSING, DIFFERS = (
    f"audit.{code}" for code in ("definition_altered", "definition_missing", "in_force_differs")
)
ORGANISATION, FOUNDING = "audit.organisation_altered", "audit.founding_differs"
EARLY = "'2025-03-01T00:00:00.000000Z'"
AFTER = "strftime('%Y-%m-%dT%H:%M:%S', recorded_at) || '.000007Z'"
MOTION = "name = 'motion'"
SECOND = f"{MOTION} AND recorded_at LIKE '%000001Z'"


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that took a workflow in, its second version and the first again, all for one day while the clock stood,
    and a second organisation."""
    folder = tmp_path_factory.mktemp("registers")
    path = Path(shutil.copy2(founded(tmp_path_factory.getbasetemp()), folder / "store.db"))
    cabinet = Government(str(path), folder)
    for version in (1, 2, 1):
        text = COUNCIL.replace("version: 1", f"version: {version}")
        govflow.load_workflow(
            cabinet.session, str(cabinet.write("motion.yaml", text)), from_day=date(2026, 4, 1)
        )
    cabinet.organise(persons=["newcomer"])
    cabinet.close()
    return path


@pytest.fixture
def store(original: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy2(original, tmp_path / "store.db"))


def found(path: Path, *statements: str) -> list[str]:
    return [problem.code for problem in findings(path, *statements)]


def test_what_came_into_force_on_one_day_while_the_clock_stood_holds(store: Path) -> None:
    assert found(store) == []


@pytest.mark.parametrize(
    "change",
    [
        "version = 7 WHERE name = 'motion' AND version = 2",
        "name = 'notion' WHERE name = 'motion' AND version = 2",
        "content = content || ' ' WHERE name = 'motion' AND version = 2",
        "content = replace(content, '議案', '議題') WHERE name = 'motion' AND version = 2",
        "content = '{' WHERE name = 'motion' AND version = 2",
        "content = '[]' WHERE name = 'motion' AND version = 2",
    ],
)
def test_a_definition_is_what_its_name_version_and_digest_say(store: Path, change: str) -> None:
    codes = found(store, f"UPDATE definitions SET {change}")
    assert [code for code in codes if code in (ALTERED, MISSING)] == [ALTERED, MISSING]


def test_a_definition_of_another_kind_is_not_the_one_put_in_force(store: Path) -> None:
    codes = found(store, "UPDATE definitions SET kind = 'body' WHERE name = 'motion'")
    assert [code for code in codes if code in (ALTERED, MISSING)] == [MISSING]


@pytest.mark.parametrize(
    "statement",
    [
        f"DELETE FROM definitions_in_force WHERE {SECOND}",
        f"DELETE FROM definitions_in_force WHERE {MOTION}",
        f"INSERT INTO definitions_in_force SELECT kind, name, '2027-04-01', recorded_at, digest"
        f" FROM definitions_in_force WHERE {SECOND}",
        f"UPDATE definitions_in_force SET from_day = '2026-04-02' WHERE {MOTION}",
        f"UPDATE definitions_in_force SET kind = 'body' WHERE {MOTION}",
        f"UPDATE definitions_in_force SET digest = (SELECT digest FROM definitions WHERE {MOTION} AND version = 1)"
        f" WHERE {SECOND}",
        f"UPDATE definitions_in_force SET recorded_at = {EARLY} WHERE {MOTION} AND recorded_at LIKE '%000000Z'",
        f"UPDATE definitions_in_force SET recorded_at = replace(recorded_at, '000002Z', '000003Z') WHERE {MOTION}",
    ],
)
def test_what_is_in_force_is_what_was_put_in_force_when_it_was(store: Path, statement: str) -> None:
    assert {*found(store, statement)} == {DIFFERS}


def test_only_what_is_in_force_otherwise_is_named(store: Path) -> None:
    doctor(store, "DELETE FROM definitions_in_force WHERE name = 'it_investment'")
    with govflow.open(str(store), account="auditor") as session:
        named = [problem.params["name"] for problem in govflow.verify(session).problems]
    assert named == ["it_investment"]


def test_whatever_is_in_force_otherwise_is_named(store: Path) -> None:
    doctor(store, "UPDATE definitions_in_force SET from_day = '2026-04-02'")
    with govflow.open(str(store), account="auditor") as session:
        named = [problem.params["name"] for problem in govflow.verify(session).problems]
    assert named == ["it_investment", "motion"]


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM organisations WHERE number = 2",
        "INSERT INTO organisations SELECT 3, digest, content, recorded_at FROM organisations WHERE number = 1",
        "UPDATE organisations SET digest = (SELECT digest FROM organisations WHERE number = 1) WHERE number = 2",
        "UPDATE organisations SET content = content || ' ' WHERE number = 2",
        f"UPDATE organisations SET recorded_at = {EARLY} WHERE number = 2",
        "UPDATE organisations SET content = (SELECT content FROM organisations WHERE number = 1),"
        " digest = (SELECT digest FROM organisations WHERE number = 1) WHERE number = 2",
    ],
)
def test_an_organisation_is_the_one_that_was_loaded_when_it_was(store: Path, statement: str) -> None:
    assert [code for code in found(store, statement) if code == ORGANISATION] == [ORGANISATION]


def test_a_demonstration_may_move_its_clock(store: Path) -> None:
    moved = "INSERT INTO store_info VALUES ('demonstration_now', '2025-04-10T01:00:00.000000Z')"
    assert found(store, moved) == []


def test_the_founding_of_another_store_beside_its_own_is_found(store: Path) -> None:
    same = ", ".join(f'"{name}"' for name in Entry._fields[2:-1])
    other = f"SELECT kind, 'zzz', {same}, 'x' FROM history WHERE kind = 'store'"
    codes = found(store, f"INSERT INTO history {other}")
    assert codes.count(FOUNDING) == 1
    assert "audit.founding_missing" not in codes


@pytest.mark.parametrize("name", ["timezone", "demonstration"])
def test_the_store_is_what_it_was_founded_as(store: Path, name: str) -> None:
    other = rewritten(store, "kind = 'store' AND seq = 1", "changes", {name: False})
    assert FOUNDING in found(store, other)


@pytest.mark.parametrize("moved", [True, False])
def test_the_clock_of_a_real_store_was_never_moved(store: Path, moved: bool) -> None:
    real = rewritten(store, "kind = 'store' AND seq = 1", "changes", {"demonstration": False})
    doctor(store, real, "UPDATE store_info SET value = '0' WHERE name = 'demonstration'")
    clock = "INSERT INTO store_info VALUES ('demonstration_now', '2025-04-10T01:00:00.000000Z')"
    assert (FOUNDING in found(store, *[clock] * moved)) is moved


def test_a_store_that_nobody_founded_is_none(store: Path) -> None:
    assert "audit.founding_missing" in found(store, "DELETE FROM history WHERE kind = 'store'")
