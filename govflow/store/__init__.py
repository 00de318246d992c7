"""The store: proposals, their history and everything beside them, on SQLite or PostgreSQL.

It owns SQLAlchemy, Alembic and psycopg. Importing it costs the import of SQLAlchemy: do so when a store
is about to be opened.
"""

from govflow.store.decisions import DecisionRow, LinkRow
from govflow.store.definitions import DefinitionRow, Kind
from govflow.store.documents import DocumentRow, Rendition
from govflow.store.history import TrailRow
from govflow.store.opening import Store, StoreInfo, create_store, migrate_store, open_store
from govflow.store.positions import PositionRow
from govflow.store.queries import WaitingRow
from govflow.store.tallies import StageTally, StateTally
from govflow.store.unit_of_work import UnitOfWork

__all__ = [
    "DecisionRow",
    "DefinitionRow",
    "DocumentRow",
    "Kind",
    "LinkRow",
    "PositionRow",
    "Rendition",
    "StageTally",
    "StateTally",
    "Store",
    "StoreInfo",
    "TrailRow",
    "UnitOfWork",
    "WaitingRow",
    "create_store",
    "migrate_store",
    "open_store",
]
