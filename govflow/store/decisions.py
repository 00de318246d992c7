"""The decision register: every decision in both versions, and how later ones bear on earlier ones. Append-only."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from sqlalchemy import bindparam, or_, select

from govflow.domain.canonical import canonical, digest_of_text, mapping_of
from govflow.domain.council.register import Decision, DecisionNumber
from govflow.domain.plain import plain, thawed
from govflow.errors import StoreError
from govflow.messages import notice
from govflow.store.council_schema import decision_links, decisions
from govflow.store.record import Record
from govflow.store.session import Session
from govflow.store.statement import Statement


class DecisionRow(NamedTuple):
    """A decision as it is kept: `content` and `public` are the canonical JSON of its two versions. It goes by the title
    that everybody may read, also in what later decisions say of it."""

    number: str
    body: str
    fiscal_year: int
    serial: int
    decided_on: str
    outcome: str
    title: str
    title_en: str
    proposal: str | None
    meeting: str | None
    ballot: str
    content: str
    digest: str
    public: str
    public_digest: str
    recorded_at: str

    @classmethod
    def of(cls, full: Decision, public: Decision, *, recorded_at: str) -> DecisionRow:
        """The row that a decision has to have."""
        number = DecisionNumber.of(full.number)
        content, open_content = canonical(plain(full)), canonical(plain(public))
        return cls(
            number=full.number,
            body=full.body,
            fiscal_year=number.year,
            serial=number.serial,
            decided_on=full.decided_on,
            outcome=full.outcome.value,
            title=public.title.ja,
            title_en=public.title.en,
            proposal=full.proposal,
            meeting=full.meeting,
            ballot=full.ballot,
            content=content,
            digest=digest_of_text(content),
            public=open_content,
            public_digest=digest_of_text(open_content),
            recorded_at=recorded_at,
        )

    @property
    def full(self) -> Decision:
        """The decision. StoreError `store.unreadable` where the row holds none."""
        return self._thawed("content", self.content)

    @property
    def published(self) -> Decision:
        """Its public version, likewise."""
        return self._thawed("public", self.public)

    def _thawed(self, field: str, text: str) -> Decision:
        try:
            return thawed(Decision, mapping_of(text))
        except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
            where = {"table": decisions.name, "key": [self.number], "field": field}
            raise StoreError(notice("store.unreadable", **where)) from error


class LinkRow(NamedTuple):
    """What a later decision does to an earlier one."""

    later: str
    earlier: str
    kind: str
    recorded_at: str


_DECISION = Record(DecisionRow)
_LINK = Record(LinkRow)
_all = select(*_DECISION.columns(decisions))
_links = select(*_LINK.columns(decision_links))
_ADD = Statement(decisions.insert)
_GET = Statement(lambda: _all.where(decisions.c.number == bindparam("number")))
_ADD_LINK = Statement(decision_links.insert)
_LINKS = Statement(
    lambda: _links.where(
        or_(
            decision_links.c.later == bindparam("number"),
            decision_links.c.earlier == bindparam("number"),
        )
    ).order_by(decision_links.c.recorded_at, decision_links.c.later)
)
_EVERY_LINK = Statement(lambda: _links.order_by(decision_links.c.later, decision_links.c.earlier))


class Decisions:
    """The decisions of every body, and their links."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, row: DecisionRow) -> None:
        self._session.run(_ADD, _DECISION.params(row))

    def get(self, number: str) -> DecisionRow | None:
        row = self._session.one(_GET, {"number": number})
        return _DECISION.of(row) if row else None

    def find(self, **wanted: str | int | None) -> list[DecisionRow]:
        """Those whose columns have the values that are not None, by body, year and number."""
        given = {name: value for name, value in wanted.items() if value is not None}
        return [_DECISION.of(row) for row in self._session.rows(_found(tuple(sorted(given))), given)]

    def link(self, row: LinkRow) -> None:
        self._session.run(_ADD_LINK, _LINK.params(row))

    def links_of(self, number: str) -> list[LinkRow]:
        """What a decision does to earlier ones, and later ones to it, in the order they came about."""
        return [_LINK.of(row) for row in self._session.rows(_LINKS, {"number": number})]

    def every_link(self) -> list[LinkRow]:
        return [_LINK.of(row) for row in self._session.rows(_EVERY_LINK)]


@cache
def _found(columns: tuple[str, ...]) -> Statement:
    """The decisions with these columns as given; made once for each choice of them."""
    where = [decisions.c[name] == bindparam(name) for name in columns]
    order = (decisions.c.body, decisions.c.fiscal_year, decisions.c.serial)
    return Statement(lambda: _all.where(*where).order_by(*order))


def links_by_earlier(rows: list[LinkRow]) -> Mapping[str, list[LinkRow]]:
    """Links by the decision that they bear on, in the order they came about."""
    found: dict[str, list[LinkRow]] = {}
    for row in sorted(rows, key=lambda row: (row.recorded_at, row.later)):
        found.setdefault(row.earlier, []).append(row)
    return found
