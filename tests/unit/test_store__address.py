"""Addresses of stores: file names, URLs, and what people see of them."""

from __future__ import annotations

import pytest

from govflow.errors import StoreError
from govflow.store.address import Address


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("demo.db", "demo.db"),
        ("/var/lib/案件.db", "/var/lib/案件.db"),
        ("50%?#.db", "50%?#.db"),
        ("sqlite:///demo.db", "demo.db"),
        ("sqlite:////var/lib/demo.db", "/var/lib/demo.db"),
    ],
)
def test_a_file_is_named_plainly_or_by_url(text: str, path: str) -> None:
    address = Address.of(text)
    assert (address.dialect, str(address.path), address.shown) == ("sqlite", path, path)


@pytest.mark.parametrize("scheme", ["postgresql", "postgresql+psycopg"])
def test_a_password_is_hidden(scheme: str) -> None:
    address = Address.of(f"{scheme}://gov:kagi@db.example/flow")
    assert address.dialect == "postgresql"
    assert address.shown == f"{scheme}://gov:***@db.example/flow"
    assert address.url.password == "kagi"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "mysql://host/db",
        "sqlite://",
        "sqlite:///:memory:",
        ":memory:",
        "postgresql://host",
        "x y://z",
        "postgresql://h:port/db",
    ],
)
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(StoreError) as raised:
        Address.of(text)
    assert raised.value.code == "store.bad_url"


@pytest.mark.parametrize("text", ["mysql://gov:kagi@host/db", "postgresql://gov:kagi@host:port/db"])
def test_a_refused_address_does_not_show_its_password(text: str) -> None:
    with pytest.raises(StoreError) as raised:
        Address.of(text)
    assert "kagi" not in str(raised.value)
