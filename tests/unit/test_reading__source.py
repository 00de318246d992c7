"""Files: each way of not being readable has its own answer."""

import os
from pathlib import Path

import pytest

from govflow.errors import BadInput, Place
from govflow.reading import read_bytes, read_document, read_text


def code(caught: pytest.ExceptionInfo[BadInput]) -> str:
    return caught.value.code.removeprefix("reading.")


def test_the_suffix_chooses_the_format(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"\xef\xbb\xbfa: yes\n")
    (tmp_path / "a.YML").write_text("a: 1\n", encoding="utf-8")
    (tmp_path / "a.json").write_bytes(b'\xef\xbb\xbf{"a": true}')
    assert read_document(tmp_path / "a.yaml").plain() == {"a": "yes"}
    assert read_document(tmp_path / "a.YML").plain() == {"a": 1}
    assert read_document(tmp_path / "a.json").plain() == {"a": True}


def test_a_document_is_placed_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("a: 1\n", encoding="utf-8")
    assert read_document(path).place == Place(str(path), 1, 1)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("none.yaml", "file_missing"),
        ("file.txt/x.yaml", "file_missing"),
        ("folder", "file_is_directory"),
        ("a\0b", "file_unreadable"),
        ("x" * 300, "file_unreadable"),
    ],
)
def test_what_is_no_readable_file_is_told_apart(tmp_path: Path, name: str, expected: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file.txt").touch()
    with pytest.raises(BadInput) as caught:
        read_bytes(tmp_path / name)
    assert code(caught) == expected
    assert caught.value.exit_code == 2


def test_a_forbidden_file_is_told_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def deny(*_: object, **__: object) -> None:
        raise PermissionError(13, os.strerror(13))

    monkeypatch.setattr(Path, "open", deny)
    with pytest.raises(BadInput) as caught:
        read_bytes(tmp_path / "a.yaml")
    assert code(caught) == "file_forbidden"


def test_an_unknown_suffix_is_refused_before_reading(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as caught:
        read_document(tmp_path / "a.toml")
    assert code(caught) == "file_kind_unknown"


def test_no_more_than_the_limit_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"x" * 11)
    assert len(read_bytes(path, limit=11)) == 11
    with pytest.raises(BadInput) as caught:
        read_bytes(path, limit=10)
    assert code(caught) == "too_large"


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_byte_that_is_not_utf8_has_line_and_column(tmp_path: Path, mark: bytes) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(mark + "a: 1\r\n題: ".encode() + b"\x93\xfa")
    with pytest.raises(BadInput) as caught:
        read_text(path)
    assert code(caught) == "not_utf8"
    assert caught.value.problems[0].place == Place(str(path), 2, 4)
