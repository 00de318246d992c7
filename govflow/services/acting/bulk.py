"""Many acts from one file: each guarded and recorded in its own right, committed singly or in batches."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from govflow.errors import BadInput, Conflict, DocumentError, GovflowError, NotFound, Refused, StoreError
from govflow.messages import Notice, notice
from govflow.reading import CSV_BYTES, Columns, Node, Reader, parse_cell, parse_csv, read_bytes
from govflow.services.acting.acts import perform
from govflow.services.acting.command import Act
from govflow.services.acting.receipt import Receipt
from govflow.services.documents.rendering import render_pending
from govflow.services.refusal_log import log_refusal
from govflow.services.session import Session
from govflow.services.turn import in_turn

if TYPE_CHECKING:
    from govflow.store import UnitOfWork

COLUMNS = Columns(("reference", "trigger"), ("office", "note", "person", "data"))
"""The columns of an acts file; `data` is a JSON object of values, `person` is for demonstration stores."""


@dataclass(frozen=True, slots=True)
class ActResult:
    """What became of one line. `outcome`: `done`, `repeated`, `refused` or `not_run` (after a stop)."""

    line: int
    reference: str
    trigger: str
    outcome: str
    receipt: Receipt | None
    reasons: tuple[Notice, ...]
    code: str | None


@dataclass(frozen=True, slots=True)
class ActsReport:
    """All results, in the file's order. Repeating the file with the same `key` repeats nothing done.

    `unrendered` says which documents of these acts could not be rendered; the acts stand.
    """

    key: str
    results: tuple[ActResult, ...]
    unrendered: tuple[Notice, ...] = ()

    def count(self, outcome: str) -> int:
        return sum(result.outcome == outcome for result in self.results)


class Order(NamedTuple):
    """One line of the file: the act and who does it."""

    line: int
    command: Act
    office: str | None
    person: str | None


def act_file(
    session: Session,
    path: Path,
    *,
    batch: int = 1,
    stop_at_refusal: bool = False,
    key: str | None = None,
    encoding: str = "utf-8",
    report: Callable[[ActResult], None] = lambda _: None,
) -> ActsReport:
    """Do every act of a file, `batch` savepoints to a commit; `report` hears each result after its commit.

    Raises BadInput for the file itself (nothing is done then) and StoreError; refusals are results, not errors, and
    so are documents that cannot be rendered.
    """
    key = key or session.new_key()
    orders = read_orders(session, path, key=key, encoding=encoding)
    results: list[ActResult] = []
    stopped = False
    for chunk in _chunks(orders, batch):
        done = (
            [_not_run(order) for order in chunk]
            if stopped
            else in_turn(partial(_commit, session, chunk, stop=stop_at_refusal))
        )
        stopped = stopped or (stop_at_refusal and any(result.outcome == "refused" for result in done))
        for result in done:
            report(result)
        results += done
    return ActsReport(key, tuple(results), _rendered(session, results))


def _rendered(session: Session, results: Iterable[ActResult]) -> tuple[Notice, ...]:
    """Render what these acts issued; what is said of those that could not be."""
    numbers = [number for result in results if result.receipt for number in result.receipt.documents]
    try:
        render_pending(session, numbers=numbers)
    except DocumentError as failure:
        return failure.notices
    return ()


def read_orders(session: Session, path: Path, *, key: str, encoding: str = "utf-8") -> tuple[Order, ...]:
    """The acts of a file, each with a key of its own made from the file's key and its line."""
    reader = Reader(lenient_scalars=True)
    table = parse_csv(
        read_bytes(path, limit=CSV_BYTES), file=str(path), encoding=encoding, columns=COLUMNS, problems=reader
    )
    orders = tuple(_order(reader, row, key) for row in table.rows)
    for row, order in zip(table.rows, orders, strict=True):
        if order.person and not session.store.info.demonstration:
            reader.problem(row.place, notice("session.demonstration_only", option="person"))
    reader.raise_if_any()
    return orders


def _order(reader: Reader, row: Node, key: str) -> Order:
    record = reader.record(row)
    command = Act(
        reference=record.text("reference"),
        trigger=record.text("trigger"),
        payload=_data(reader, record.node("data")),
        note=record.text("note", default="", multiline=True),
        key=f"{key}:{row.place.line}",
    )
    order = Order(row.place.line, command, record.optional_text("office"), record.optional_text("person"))
    record.finish()
    return order


def _data(reader: Reader, node: Node | None) -> Node | dict[str, Any]:
    if node is None or not str(node.value or "").strip():
        return {}
    try:
        return parse_cell(node)
    except BadInput as bad:
        reader.problems += bad.problems
        return {}


def _chunks(orders: Sequence[Order], size: int) -> Iterator[list[Order]]:
    remaining = iter(orders)
    while chunk := list(islice(remaining, max(size, 1))):
        yield chunk


def _commit(session: Session, chunk: Sequence[Order], *, stop: bool) -> list[ActResult]:
    """One transaction: a savepoint for each act, one commit, then the refusals are logged."""
    results: list[ActResult] = []
    refusals: list[tuple[Order, Refused]] = []
    with session.writing() as work:
        for order in chunk:
            if stop and any(result.outcome == "refused" for result in results):
                results.append(_not_run(order))
                continue
            result, refusal = _one(session, work, order)
            results.append(result)
            refusals += [(order, refusal)] if refusal else []
        if any(result.receipt for result in results):
            work.commit()
    for order, refusal in refusals:
        command = order.command
        acting = _actor_session(session, order)
        log_refusal(acting, refusal, trigger=command.trigger, reference=command.reference)
    return results


def _one(session: Session, work: UnitOfWork, order: Order) -> tuple[ActResult, Refused | None]:
    try:
        with work.savepoint():
            acting = _actor_session(session, order)
            receipt = perform(acting, work, order.command, key=order.command.key or "")
    except Refused as refusal:
        return _refused(order, refusal), refusal
    except (BadInput, NotFound, Conflict) as error:
        return _refused(order, error), None
    except StoreError as error:
        if error.code != "store.sum_too_large":  # a fault of this one act; any other is the store's
            raise
        return _refused(order, error), None
    return _result(order, "repeated" if receipt.repeated else "done", receipt=receipt), None


def _actor_session(session: Session, order: Order) -> Session:
    if order.person:
        return session.acting_as(order.person, office=order.office)
    return session.in_office(order.office) if order.office else session


def _refused(order: Order, error: GovflowError) -> ActResult:
    return _result(order, "refused", reasons=error.notices, code=error.code)


def _not_run(order: Order) -> ActResult:
    return _result(order, "not_run")


def _result(
    order: Order,
    outcome: str,
    *,
    receipt: Receipt | None = None,
    reasons: tuple[Notice, ...] = (),
    code: str | None = None,
) -> ActResult:
    return ActResult(
        order.line, order.command.reference, order.command.trigger, outcome, receipt, reasons, code
    )
