"""What the record of minutes may not hold: each step of a history is asked what its act would have been asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from govflow.domain.council.charter import Charter
from govflow.domain.council.meeting import Meeting
from govflow.domain.council.minutes import Minutes
from govflow.domain.council.minutes_checks import (
    Draft,
    cannot_circulate,
    cannot_correct,
    cannot_draft,
    cannot_publish,
    cannot_remark,
    cannot_sign,
)
from govflow.messages import Notice, notice


class MinutesStep(NamedTuple):
    """One entry of a meeting's history: who made of `before` what `after` has as its minutes, on which day, issuing
    which `documents`."""

    before: Meeting
    after: Minutes
    charter: Charter
    trigger: str
    person: str
    office: str
    at: str
    today: str
    documents: tuple[str, ...] = ()

    @property
    def minutes(self) -> Minutes:
        return self.before.minutes

    @property
    def draft(self) -> Draft:
        """The draft as it stood; that it was up to date is seen at the end, since signed minutes do not change."""
        return Draft(self.before, self.minutes.record)


Made = tuple[Minutes, Iterable[Notice]]
"""The minutes as the act would have made them, and every reason why it would not."""


def minutes_impossible(step: MinutesStep) -> Iterator[Notice]:
    """Every reason why a step cannot have happened as it is recorded. Acts of other names leave the minutes alone."""
    made = _ACTS.get(step.trigger)
    try:
        expected, reasons = made(step) if made else (step.minutes, ())
    except IndexError:  # nothing was added where something had to be
        expected, reasons = step.minutes, (notice("minutes.record_empty"),)
    yield from reasons
    if expected != step.after:
        yield notice("minutes.record_otherwise")


def _drafted(step: MinutesStep) -> Made:
    after = step.minutes.drafted(step.after.document or "", record=step.after.record)
    return after, [*cannot_draft(step.before), *_issued(step, step.after.document)]


def _remarked(step: MinutesStep) -> Made:
    new = step.after.remarks[-1]
    new = new._replace(person=step.person, at=min(new.at, step.at))
    return step.minutes.remarked(new), cannot_remark(step.before, new)


def _circulated(step: MinutesStep) -> Made:
    until, at = step.after.until or "", min(step.after.circulated_at or "", step.at)
    after = step.minutes._replace(circulated_at=at, until=until)
    return after, cannot_circulate(step.draft, until=until, today=step.today)


def _corrected(step: MinutesStep) -> Made:
    new = step.after.corrections[-1]
    new = new._replace(person=step.person, office=step.office, at=min(new.at, step.at))
    return step.minutes.corrected(new), cannot_correct(step.before, new.text, today=step.today)


def _signed(step: MinutesStep) -> Made:
    new = step.after.signatures[-1]
    new = new._replace(person=step.person, office=step.office, at=min(new.at, step.at))
    reasons = cannot_sign(step.draft, person=step.person, secretariat=False, today=step.today)
    return step.minutes.signed(new), [*reasons, *_attended(step)]


def _published(step: MinutesStep) -> Made:
    after = step.minutes._replace(published=step.after.published)
    return after, [*cannot_publish(step.before, step.charter), *_issued(step, step.after.published)]


def _issued(step: MinutesStep, document: str | None) -> Iterator[Notice]:
    if document not in step.documents:
        yield notice("minutes.record_document", document=document)


def _attended(step: MinutesStep) -> Iterator[Notice]:
    stays = {(stay.person, stay.office) for stay in step.before.every_stay()}
    if (step.person, step.office) not in stays:
        yield notice("minutes.not_attended", person=step.person, meeting=step.before.reference)


_ACTS: Mapping[str, Callable[[MinutesStep], Made]] = {
    "draft_minutes": _drafted,
    "remark": _remarked,
    "circulate_minutes": _circulated,
    "correct_minutes": _corrected,
    "sign_minutes": _signed,
    "publish_minutes": _published,
}
