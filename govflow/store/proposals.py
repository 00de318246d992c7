"""Proposals as they stand, found by reference, saved only over the version read."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import bindparam, func, select

from govflow.domain.proposal import Proposal
from govflow.errors import Conflict
from govflow.messages import notice
from govflow.store.alongside import Alongside
from govflow.store.record import JSON, Record
from govflow.store.schema import proposals
from govflow.store.search import INDEXES, grams
from govflow.store.session import Session
from govflow.store.statement import Saving, Statement

RECORD = Record(Proposal, {"records": JSON})

_all = select(*RECORD.columns(proposals))
_GET = Statement(lambda: _all.where(proposals.c.reference == bindparam("reference")))
_GET_LOCKED = Statement(lambda: _all.where(proposals.c.reference == bindparam("reference")).with_for_update())
_KEYS = Statement(
    lambda: select(
        proposals.c.key, proposals.c.reference, proposals.c.revision_digest, proposals.c.state
    ).where(proposals.c.workflow == bindparam("workflow"))
)
_STANDING = Statement(
    lambda: _all.where(
        proposals.c.role == bindparam("role"),
        proposals.c.definition == bindparam("definition"),
        proposals.c.state == bindparam("state"),
    ).order_by(proposals.c.reference)
)
_CHANGING = Statement(
    lambda: _all.where(proposals.c.changes == bindparam("reference")).order_by(proposals.c.reference)
)
_ADD = Statement(proposals.insert)
_SAVING = Saving(proposals, "reference", "version")
_REFERENCES = Statement(lambda: select(proposals.c.reference).order_by(proposals.c.reference))
_EVERY = Statement(lambda: _all.order_by(proposals.c.reference))
_COUNT = Statement(lambda: select(func.count()).select_from(proposals))
_VERSION = Statement(
    lambda: select(proposals.c.version).where(proposals.c.reference == bindparam("reference"))
)


class Proposals:
    """The proposals of the store."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._search = INDEXES[session.database.address.dialect]

    def get(self, reference: str, *, lock: bool = False) -> Proposal | None:
        """The proposal; with `lock`, nobody else may change it until this transaction ends."""
        row = self._session.one(_GET_LOCKED if lock else _GET, {"reference": reference})
        return RECORD.of(row) if row else None

    def alongside(self) -> Alongside[Proposal]:
        """Every proposal in the order of the references, each exactly as it was written."""
        return Alongside(self._session.stream(_EVERY), RECORD.exactly)

    def standing(self, definition: str, *, state: str, role: str) -> list[Proposal]:
        """The proposals under a definition in a state, which waits for `role`, in the order of their references."""
        params = {"definition": definition, "state": state, "role": role}
        return [RECORD.of(row) for row in self._session.rows(_STANDING, params)]

    def changing(self, reference: str) -> list[Proposal]:
        """The proposals that change another one, the first one first."""
        return [RECORD.of(row) for row in self._session.rows(_CHANGING, {"reference": reference})]

    def references(self) -> Iterator[str]:
        """Every reference in order, fetched as they are taken."""
        return (reference for (reference,) in self._session.stream(_REFERENCES))

    def count(self) -> int:
        row = self._session.one(_COUNT)
        return int(row[0]) if row else 0

    def keys(self, workflow: str) -> dict[str, tuple[str, str, str]]:
        """Every key of a workflow, with reference, digest of the present revision and state."""
        rows = self._session.rows(_KEYS, {"workflow": workflow})
        return {key: (reference, digest, state) for key, reference, digest, state in rows}

    def add(self, proposal: Proposal, words: str) -> None:
        """A new proposal; `words` is the plain text it is found by."""
        self._session.run(_ADD, RECORD.params(proposal))
        self._index(proposal.reference, words, statements=self._search.add)

    def save(self, after: Proposal, *, before: Proposal) -> None:
        """Save what an act has made of a proposal, its next version. Conflict when somebody was first."""
        changed = RECORD.changed(before, after) | {"version": after.version}
        params = {**changed, "of_reference": before.reference, "of_version": before.version}
        if self._session.run(_SAVING.of(changed), params) == 0:
            actual = self._session.one(_VERSION, {"reference": before.reference}) or (0,)
            raise Conflict(
                notice(
                    "store.stale_version",
                    reference=before.reference,
                    expected=before.version,
                    actual=actual[0],
                )
            )

    def reindex(self, reference: str, words: str) -> None:
        """Find the proposal by other words from now on."""
        self._index(reference, words, statements=self._search.replace)

    def _index(self, reference: str, words: str, *, statements: tuple[Statement, ...]) -> None:
        params = {"reference": reference, "grams": self._search.content(grams(words))}
        for statement in statements:
            self._session.run(statement, params)
