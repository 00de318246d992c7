"""Backups beside what others left: nothing is made where SQLite would mix it with that, nor of any other copy."""

from __future__ import annotations

import shutil
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from government import Government

import govflow
from govflow.errors import StoreError
from govflow.store import backup


@pytest.fixture
def kept(cabinet: Government, tmp_path: Path) -> Path:
    cabinet.draft()
    govflow.backup_store(cabinet.url, tmp_path / "kept.db")
    return tmp_path / "kept.db"


LEFT = ("-wal", "-shm", "-journal")
"""What may lie beside a file whose store was interrupted."""


@pytest.mark.parametrize("end", LEFT)
def test_nothing_is_made_beside_what_is_left_of_another_store(
    cabinet: Government, kept: Path, tmp_path: Path, end: str
) -> None:
    """SQLite would take it for the latest writes to the new file."""
    (tmp_path / "live").mkdir()
    file = tmp_path / "live" / "store.db"
    shutil.copy(f"{cabinet.url}-wal", f"{file}{end}")
    for make in (
        lambda: govflow.restore_store(kept, str(file)),
        lambda: govflow.backup_store(cabinet.url, file),
    ):
        with pytest.raises(StoreError) as refused:
            make()
        assert refused.value.code == "backup.beside"
        assert all(f"store.db{end}" in refused.value.sentences(lang)[0] for lang in ("ja", "en"))
        assert [path.name for path in file.parent.iterdir()] == [f"store.db{end}"]


def test_what_comes_to_lie_there_meanwhile_is_seen_before_the_name_is_given(
    cabinet: Government, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "made.db"
    monkeypatch.setattr(backup, "_settle", lambda _: Path(f"{file}-wal").touch())
    with pytest.raises(StoreError) as refused:
        govflow.backup_store(cabinet.url, file)
    assert refused.value.code == "backup.beside"
    assert not file.exists()


def test_the_very_copy_that_agrees_with_the_digest_is_restored(
    kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted = govflow.store_info(str(kept)).digest
    copies: list[Path] = []
    copy_of = backup._copy_of

    def counted(path: Path) -> AbstractContextManager[Path]:
        copies.append(path)
        return copy_of(path)

    monkeypatch.setattr(backup, "_copy_of", counted)
    govflow.restore_store(kept, str(tmp_path / "again.db"), digest=noted)
    assert copies == [kept]


def test_a_backup_may_lie_where_nothing_can_be_written(kept: Path, empty_url: str) -> None:
    copied = kept.parent / "read-only"
    copied.mkdir()
    shutil.copy2(kept, copied / "kept.db")
    (copied / "kept.db").chmod(0o400)
    copied.chmod(0o500)
    try:
        govflow.restore_store(copied / "kept.db", empty_url)
    finally:
        copied.chmod(0o700)
    assert [path.name for path in copied.iterdir()] == ["kept.db"]
    assert govflow.store_info(empty_url).digest == govflow.store_info(str(kept)).digest
