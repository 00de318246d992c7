"""Somebody with the database's own tools, on either of the two."""

from __future__ import annotations

from sqlalchemy import NullPool, create_engine


def insider(url: str, *statements: str) -> None:
    address = url.replace("postgresql://", "postgresql+psycopg://")
    engine = create_engine(address if "://" in address else f"sqlite:///{address}", poolclass=NullPool)
    with engine.begin() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)
