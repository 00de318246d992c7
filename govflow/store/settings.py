"""Settings: the few names and values that the store keeps about itself."""

from __future__ import annotations

from sqlalchemy import bindparam, select

from govflow.store.schema import store_info
from govflow.store.session import Session
from govflow.store.statement import Statement, Upsert

_GET = Statement(lambda: select(store_info.c.value).where(store_info.c.name == bindparam("name")))
_ALL = Statement(lambda: select(store_info.c.name, store_info.c.value))
_PUT = Upsert(store_info, lambda new: {"value": new.value})


class Settings:
    """Names and values."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, name: str) -> str | None:
        row = self._session.one(_GET, {"name": name})
        return row[0] if row else None

    def put(self, name: str, value: str) -> None:
        self._session.run(_PUT, {"name": name, "value": value})

    def all(self) -> dict[str, str]:
        return {name: value for name, value in self._session.rows(_ALL)}
