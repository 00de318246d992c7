"""Post reviews (後閲): what substitutes did, for whom, by when it is to be reviewed, and what has been."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from govflow.domain.step import Step, StepState
from govflow.services.access import Reading
from govflow.services.case import Case
from govflow.services.names import Pair, act_title, named, pair, titled
from govflow.services.paging import PAGE, first_of
from govflow.services.session import Session
from govflow.workflow.reserved import POST_REVIEW

if TYPE_CHECKING:
    from govflow.store import UnitOfWork
    from govflow.store.cursors import Place


@dataclass(frozen=True, slots=True)
class PostReview:
    """One act of a substitute. `act` was done by `substitute` in `office` for `acted_for` on `acted_on`; `late` counts
    working days past the due date. Once done: `answer`, by `reviewer`, on `reviewed_on`. Dates are local."""

    reference: str
    title: str
    number: int
    seq: int
    act: Pair
    substitute: Pair | None
    office: Pair | None
    acted_for: Pair | None
    acted_on: str
    due_on: str | None
    late: int
    holders: tuple[Pair, ...]
    state: str
    answer: Pair | None
    reviewer: Pair | None
    reviewed_on: str | None


@dataclass(frozen=True, slots=True)
class PostReviewPage:
    """A page of post reviews; `more` is the cursor to go on after it, None at the end."""

    reviews: tuple[PostReview, ...]
    more: str | None


def list_post_reviews(
    session: Session,
    *,
    overdue: bool = False,
    done: bool = False,
    limit: int = PAGE,
    after: str | None = None,
) -> PostReviewPage:
    """The open post reviews of what the caller reads, the earliest due first: only those past their due date, if
    `overdue`; those that are done instead, if `done`."""
    with session.reading() as work:
        reading = Reading(session, work)

        def page(limit: int, after: str | None) -> list[Place]:
            return work.reviews.page(
                POST_REVIEW,
                state=StepState.ANSWERED if done else StepState.OPEN,
                due_before=session.today().isoformat() if overdue else None,
                limit=limit,
                after=after,
            )

        def fits(row: Place) -> bool:
            return _step(reading, row) is not None

        found = first_of(page, fits, limit=limit, after=after)
        read = (_step(reading, row) for row in found.rows)
        return PostReviewPage(tuple(_review(session, work, *each) for each in read if each), found.more)


def _step(reading: Reading, row: Place) -> tuple[Case, Step] | None:
    """The step of a review with its proposal, where the reader may read both."""
    if not reading.sees(row.reference):
        return None
    case = reading.case(row.reference).case
    return next(((case, step) for step in case.steps if step.number == row.number), None)


def _review(session: Session, work: UnitOfWork, case: Case, step: Step) -> PostReview:
    directory = case.directory
    entry = next(e for e in work.history.entries(case.subject) if e.seq == step.asked_seq)
    answers = case.definition.steps[step.name].answers
    holders = dict.fromkeys(holder.person for holder in case.step_holders(step))
    return PostReview(
        reference=step.reference,
        title=case.proposal.title,
        number=step.number,
        seq=entry.seq,
        act=act_title(case.definition, entry),
        substitute=named(directory, entry.person),
        office=titled(directory, entry.office),
        acted_for=titled(directory, entry.on_behalf_of),
        acted_on=entry.effective_on,
        due_on=step.due_on,
        late=_late(case, step),
        holders=tuple(pair(directory.persons[person].name) for person in holders),
        state=step.state.value,
        answer=pair(answers[step.answer].title) if step.answer else None,
        reviewer=named(directory, step.person),
        reviewed_on=step.answered_on,
    )


def _late(case: Case, step: Step) -> int:
    """Working days past the due date: until today, or until it was done."""
    if step.due_on is None:
        return 0
    until = date.fromisoformat(step.answered_on) if step.answered_on else case.today
    return max(-case.calendar.days_left(date.fromisoformat(step.due_on), until), 0)
