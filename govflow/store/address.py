"""Addresses of stores: a file name, `sqlite:///path` or `postgresql://…`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple, Self

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from govflow.errors import StoreError
from govflow.messages import notice

_NOT_KEPT = ":memory:"
"""SQLite's name for a database that is gone when it is closed."""

_PASSWORD = re.compile(r"(?<=:)[^:/@]+(?=@)")


class Address(NamedTuple):
    """Where a store is. `shown` is the address as people may see it: without the password."""

    dialect: str
    url: URL
    shown: str

    @classmethod
    def of(cls, text: str) -> Self:
        """Read an address; StoreError `store.bad_url` when it is none."""
        if "://" not in text:
            if text in ("", _NOT_KEPT):
                raise _unreadable(text)
            return cls("sqlite", URL.create("sqlite", database=text), text)
        try:
            url = make_url(text)
        except (ArgumentError, ValueError) as error:
            raise _unreadable(_PASSWORD.sub("***", text)) from error
        dialect = url.drivername.partition("+")[0]
        shown = url.render_as_string(hide_password=True)
        if dialect not in ("sqlite", "postgresql") or not url.database or url.database == _NOT_KEPT:
            raise _unreadable(shown)
        return cls(dialect, url, (url.database if dialect == "sqlite" else shown))

    @property
    def path(self) -> Path:
        """The file of a SQLite store."""
        return Path(self.url.database or "")


def _unreadable(text: str) -> StoreError:
    return StoreError(notice("store.bad_url", url=text))
