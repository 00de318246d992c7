"""The receipt of an act: what happened, the new state, who is next and by when. Kept under the act's key."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from govflow.domain.proposal import Proposal
from govflow.services.acting.decided import Decided
from govflow.services.acting.keeping import Kept
from govflow.services.case import Case
from govflow.services.names import Pair, act_title, named, pair, titled
from govflow.workflow.definition import FilledBy


class Receipt(NamedTuple):
    """Plain data; bilingual names are `{"ja", "en"}`. `repeated`: the key had been used, this is the first result.

    `due_on` is a local ISO date, `recorded_at` UTC; `by` is the name of `person`, `next` are those who may act now.
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
    role = case.definition.roles[after.role] if after.role else None
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
        next_role=pair(role.title) if role else None,
        next=next_persons(case, after),
        due_on=after.due_on,
        documents=kept.documents,
        amount=amount,
        as_asked=amount is not None and amount == after.amount,
        filled_by=(role.filled_by if role else FilledBy.OFFICE).value,
    )


def _amount_kept(records: Mapping[str, Any]) -> int | None:
    """The amount of the record that an act kept."""
    amounts = (record.get("amount") for record in records.values())
    return next((amount for amount in amounts if amount is not None), None)


def next_persons(case: Case, after: Proposal) -> tuple[Pair, ...]:
    """The names of those who may act on the proposal in its state, each once."""
    names = dict.fromkeys(holder.person for holder in case.holders_in(after.state))
    return tuple(pair(case.directory.persons[code].name) for code in names)
