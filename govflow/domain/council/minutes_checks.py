"""What may not be done to the minutes of a meeting: every reason of an act at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from govflow.domain.canonical import digest_of
from govflow.domain.council.ballot import Ballot
from govflow.domain.council.charter import Charter
from govflow.domain.council.meeting import Meeting, MeetingState
from govflow.domain.council.minutes import Minutes, Remark
from govflow.domain.plain import plain
from govflow.messages import Notice, notice

HELD = (MeetingState.OPEN, MeetingState.SUSPENDED, MeetingState.ENDED)
"""The states of a meeting that has begun."""


class Draft(NamedTuple):
    """The minutes as they are, beside the record as it is: a draft holds as long as both say the same."""

    meeting: Meeting
    record: str

    @property
    def minutes(self) -> Minutes:
        return self.meeting.minutes


def record_of(meeting: Meeting, ballots: list[Ballot]) -> str:
    """The digest of everything that minutes are drawn up from: the sitting, its ballots, remarks and corrections. What
    later meetings do to a ballot is theirs to tell, as is what a joint decision came to in the end."""
    minutes = Minutes(remarks=meeting.minutes.remarks, corrections=meeting.minutes.corrections)
    joint = {ballot.item for ballot in ballots if ballot.joint}
    for item in [each for each in meeting.items.values() if each.number in joint]:
        meeting = meeting.with_item(item._replace(outcome=None, decision=None))
    voted = [plain(_then(ballot)) for ballot in ballots]
    return digest_of([plain(meeting._replace(minutes=minutes)), voted])


def _then(ballot: Ballot) -> Ballot:
    """A ballot without what came of it after its meeting."""
    alone = ballot._replace(jointly=None, together=(), decision=None) if ballot.joint else ballot
    return alone._replace(overridden=None, noted_in=None)


def cannot_draft(meeting: Meeting) -> Iterator[Notice]:
    """Every reason why no draft is drawn up."""
    if meeting.state is not MeetingState.ENDED:
        yield notice("minutes.not_ended", meeting=meeting.reference)
    yield from _fixed(meeting)


def cannot_remark(meeting: Meeting, remark: Remark) -> Iterator[Notice]:
    """Every reason why a remark is not added."""
    if meeting.state not in HELD:
        yield notice("minutes.not_opened", meeting=meeting.reference)
    items = {item.number for item in meeting.agenda()}
    if remark.item not in items:
        yield notice("minutes.no_item", meeting=meeting.reference, item=remark.item, items=sorted(items))
    if remark.replaces not in (None, *(each.number for each in meeting.minutes.remarks_on(remark.item))):
        yield notice("minutes.no_remark", item=remark.item, number=remark.replaces)
    yield from _said(remark.text)
    yield from _fixed(meeting)


def cannot_circulate(draft: Draft, *, until: str, today: str) -> Iterator[Notice]:
    """Every reason why the draft does not go round."""
    yield from _outdated(draft)
    if until < today:
        yield notice("minutes.until_past", until=until, today=today)
    yield from _fixed(draft.meeting)


def cannot_correct(meeting: Meeting, text: str, *, today: str) -> Iterator[Notice]:
    """Every reason why a member's correction is not taken."""
    until = meeting.minutes.until
    if until is None:
        yield notice("minutes.not_circulated", meeting=meeting.reference)
    elif until < today:
        yield notice("minutes.too_late", until=until)
    yield from _said(text)
    yield from _fixed(meeting)


def cannot_sign(draft: Draft, *, person: str, secretariat: bool, today: str) -> Iterator[Notice]:
    """Every reason why somebody does not sign."""
    meeting, minutes = draft.meeting, draft.minutes
    if secretariat:
        yield notice("minutes.own_draft")
    if any(signature.person == person for signature in minutes.signatures):
        yield notice("minutes.signed_by_you", meeting=meeting.reference)
    if minutes.complete:
        yield notice("minutes.signed_by_all", meeting=meeting.reference, signers=len(minutes.signatures))
    if minutes.until is None:
        yield notice("minutes.not_circulated", meeting=meeting.reference)
    elif today <= minutes.until:
        yield notice("minutes.still_circulated", until=minutes.until)
    yield from _outdated(draft)


def cannot_publish(meeting: Meeting, charter: Charter) -> Iterator[Notice]:
    """Every reason why the minutes are not published."""
    minutes = meeting.minutes
    if not charter.publication.minutes:
        yield notice("minutes.not_public", body=charter.title)
    if not minutes.complete:
        yield notice("minutes.not_signed", meeting=meeting.reference, signed=len(minutes.signatures))
    if minutes.published:
        yield notice("minutes.published_already", meeting=meeting.reference, document=minutes.published)


def _outdated(draft: Draft) -> Iterator[Notice]:
    """A draft that is missing, or says something else than the record."""
    if draft.minutes.document is None:
        yield notice("minutes.no_draft", meeting=draft.meeting.reference)
    elif draft.minutes.record != draft.record:
        yield notice(
            "minutes.record_changed", meeting=draft.meeting.reference, document=draft.minutes.document
        )


def _said(text: str) -> Iterator[Notice]:
    if not text:
        yield notice("minutes.no_text")


def _fixed(meeting: Meeting) -> Iterator[Notice]:
    """Since the first signature nothing changes any more."""
    if meeting.minutes.signatures:
        yield notice("minutes.signed_already", meeting=meeting.reference)
