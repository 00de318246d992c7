"""The receipt of an act: what happened, the new state, who is next and by when. Kept under the act's key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from govflow.domain.authority import Holder
from govflow.services.acting.decided import Decided
from govflow.services.acting.keeping import Kept
from govflow.services.acting.pausing import waited_for
from govflow.services.case import Case
from govflow.services.names import Pair, act_title, named, pair, titled
from govflow.workflow.definition import FilledBy, Role


class Receipt(NamedTuple):
    """Plain data; bilingual names are `{"ja", "en"}`. `repeated`: the key had been used, this is the first result.

    `due_on` is a local ISO date, `recorded_at` UTC; `by` is the name of `person`, `next` are those who may act now.
    While the clock stands still these are who has to answer, and by when.
    What nobody did by hand has no key and no person.
    `filled_by` says of the next role: `office`; `body`, whose proceedings are waited for; `itself`.
    `consequence` says what followed from a broken condition.
    `amount` is what the act kept in yen, None where it kept none; `as_asked` where that is what the proposal asks for.
    """

    key: str
    reference: str
    title: str
    trigger: str
    act: Pair
    moved: bool
    state: str
    state_title: Pair
    person: str
    by: Pair | None
    office: str | None
    office_title: Pair | None
    via: str | None
    on_behalf_of: str | None
    on_behalf_title: Pair | None
    seq: int
    recorded_at: str
    next_role: Pair | None
    next: tuple[Pair, ...]
    due_on: str | None
    documents: tuple[str, ...]
    amount: int | None = None
    as_asked: bool = False
    filled_by: str = FilledBy.OFFICE
    consequence: Pair | None = None
    repeated: bool = False

    def plain(self) -> dict[str, Any]:
        return self._asdict()

    @classmethod
    def again(cls, plain: Mapping[str, Any]) -> Receipt:
        """The receipt kept under a key, marked as repeated."""
        lists = {name: tuple(plain[name]) for name in ("next", "documents")}
        return cls(**{**plain, **lists, "repeated": True})


def receipt_of(case: Case, decided: Decided, *, kept: Kept, key: str) -> Receipt:
    """The receipt of what was decided, once it is kept."""
    after, entry = decided.after, kept.entry
    coming = _coming(case, decided)
    amount = _amount_kept(decided.records)
    return Receipt(
        key=key,
        reference=after.reference,
        title=after.title,
        trigger=entry.trigger,
        act=act_title(case.definition, entry),
        moved=entry.from_state != entry.to_state,
        state=after.state,
        state_title=pair(case.definition.states[after.state].title),
        person=entry.person or "",
        by=named(case.directory, entry.person),
        office=entry.office,
        office_title=titled(case.directory, entry.office),
        via=entry.via,
        on_behalf_of=entry.on_behalf_of,
        on_behalf_title=titled(case.directory, entry.on_behalf_of),
        seq=entry.seq,
        recorded_at=entry.recorded_at,
        next_role=pair(coming.role.title) if coming.role else None,
        next=_named(case, coming.holders),
        due_on=coming.due_on,
        documents=kept.documents,
        amount=amount,
        as_asked=amount is not None and amount == after.amount,
        filled_by=(coming.role.filled_by if coming.role else FilledBy.OFFICE).value,
    )


class _Coming(NamedTuple):
    """Who is next, and by when."""

    role: Role | None
    holders: Iterable[Holder]
    due_on: str | None


def _coming(case: Case, decided: Decided) -> _Coming:
    """Whoever the state waits for; while the clock stands still, who has to answer first."""
    after, roles = decided.after, case.definition.roles
    waiting = waited_for(case, decided)
    if waiting:
        first = min(waiting, key=lambda step: (step.due_on is None, step.due_on, step.number))
        return _Coming(roles[first.role], case.step_holders(first), first.due_on)
    return _Coming(roles[after.role] if after.role else None, case.holders_in(after.state), after.due_on)


def _amount_kept(records: Mapping[str, Any]) -> int | None:
    """The amount of the record that an act kept."""
    amounts = (record.get("amount") for record in records.values())
    return next((amount for amount in amounts if amount is not None), None)


def _named(case: Case, holders: Iterable[Holder]) -> tuple[Pair, ...]:
    """The names of those who may act, each once."""
    codes = dict.fromkeys(holder.person for holder in holders)
    return tuple(pair(case.directory.persons[code].name) for code in codes)
