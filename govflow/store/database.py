"""What the two databases do differently, behind one protocol. Everything else of the store is the same for both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any, Protocol

from sqlalchemy.engine import Dialect

from govflow.store.address import Address

Row = tuple[Any, ...]


class Cursor(Protocol):
    """The part of a DBAPI cursor that the store uses."""

    @property
    def rowcount(self) -> int: ...
    def execute(self, text: str, params: Any = ..., /) -> Any: ...
    def executemany(self, text: str, params: Any, /) -> Any: ...
    def fetchone(self) -> Any: ...
    def fetchall(self) -> list[Any]: ...
    def close(self) -> None: ...


class Access(Enum):
    """What a transaction is for. `ALONE`: no other writes while it lasts, and none begins on what it will change."""

    READ = "read"
    WRITE = "write"
    ALONE = "alone"


class Database(Protocol):
    """One held connection and the words its database understands."""

    address: Address
    dialect: Dialect
    errors: tuple[type[Exception], ...]
    cursor: Cursor

    def begin(self, access: Access) -> None:
        """Begin a transaction; one that writes waits for its turn."""

    def ended(self) -> None:
        """The transaction is over, and the next writer may go."""

    def in_transaction(self) -> bool:
        """Whether a transaction is open and the connection stands."""

    def committed(self) -> bool:
        """Whether the COMMIT just sent was one; a failed transaction's is a rollback."""

    def kind(self, error: Exception) -> str:
        """The kind of failure a driver's error is."""

    def chunks(self, text: str, params: Mapping[str, Any]) -> Iterator[list[Row]]:
        """Rows fetched some at a time as they are taken, beside the held cursor."""

    def take_any_text(self, *, on: bool) -> None:
        """Whether bytes that are no text are read, as lone surrogates, or refused."""

    def close(self) -> None: ...
