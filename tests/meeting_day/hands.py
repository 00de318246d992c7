"""The hands that the story is told by: whoever acts and looks, at a command line or through the Python API.

Acts and views have the names that the command line gives them, and options the names of the API.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Protocol


class Hands(Protocol):
    """Acts as persons, and looks."""

    folder: Path

    def on(self, moment: str) -> None:
        """From now on it is this moment."""

    def do(self, person: str, command: str, *words: str | int, **options: Any) -> None:
        """What a person does; it has to succeed."""

    def refused(self, person: str, command: str, *words: str | int, **options: Any) -> list[str]:
        """The codes of every reason why it is not done."""

    def see(self, view: str, *words: str | int, **options: Any) -> Any:
        """What a view shows, as plain data."""

    def read(self, document: str, lang: str) -> str:
        """The text of a document."""

    def file(self, name: str, text: str) -> Path:
        """A file that somebody has written."""
