"""The minutes of a meeting: drafted, remarked on, sent round, corrected, signed and published by recorded acts."""

from __future__ import annotations

from datetime import date
from typing import Any, Unpack

from govflow.domain.authority import Capacity
from govflow.domain.council.ballot import Ballot
from govflow.domain.council.meeting import Meeting
from govflow.domain.council.minutes import Correction, Minutes, Remark, Signature
from govflow.domain.council.minutes_checks import (
    Draft,
    cannot_circulate,
    cannot_correct,
    cannot_draft,
    cannot_publish,
    cannot_remark,
    cannot_sign,
    record_of,
)
from govflow.errors import NotAuthorised, NotFound
from govflow.messages import LANGUAGES, notice
from govflow.services.council.acting.desk import CouncilReceipt, Desk, How, Said, Told, at_desk
from govflow.services.council.acting.proceedings import refuse, secretary
from govflow.services.council.documents.beside import recusals_told
from govflow.services.council.documents.minuting import minutes_told
from govflow.services.council.matters.joint_view import others_titles
from govflow.services.council.matters.redactions import redactions_in
from govflow.services.session import Session

JsonDict = dict[str, Any]


def draft_minutes(session: Session, meeting: str, **how: Unpack[How]) -> CouncilReceipt:
    """Draw up the minutes from the record as it is: an act of the secretariat, once the meeting has ended. A further
    draft supersedes the one before and takes up what changed, such as remarks and corrections.

    Raises NotFound, NotAuthorised, Refused (every reason), Conflict (the key, a stale version); DocumentError when it
    was done but could not be rendered.
    """

    def act(desk: Desk) -> Told:
        before = desk.meeting(meeting)
        capacity = secretary(desk, desk.charter(before))
        refuse(desk, before, cannot_draft(before))
        told = _told(desk, before, public=False)
        # Their digests are published: without something random in them, closed remarks could be tried out.
        number = desk.issue(before, "minutes", {**told, "nonce": session.new_key()})
        minutes = before.minutes.drafted(number, record=record_of(before, _ballots(desk, before)))
        return _recorded(desk, before, minutes, capacity=capacity, told={"document": number})

    said = Said("meeting", meeting, "draft_minutes", {}, session.new_key()).asked(**how)
    return at_desk(session, said, act)


def add_remark(
    session: Session,
    meeting: str,
    item: int,
    *,
    text: str,
    closed: bool = False,
    replaces: int | None = None,
    **how: Unpack[How],
) -> CouncilReceipt:
    """Add words to an item, for the next draft: an act of the secretariat. A `closed` remark is not published;
    `replaces` names the remark in whose place it stands. Raises as `draft_minutes` does."""
    values = {"item": item, "text": text, "closed": closed, "replaces": replaces}

    def act(desk: Desk) -> Told:
        before = desk.meeting(meeting)
        capacity = secretary(desk, desk.charter(before))
        new = Remark(item, text.strip(), closed, desk.person, desk.at, replaces)
        refuse(desk, before, cannot_remark(before, new))
        minutes = before.minutes.remarked(new)
        told = {"item": item, "number": len(minutes.remarks)}
        return _recorded(desk, before, minutes, capacity=capacity, told=told)

    said = Said("meeting", meeting, "remark", values, session.new_key()).asked(**how)
    return at_desk(session, said, act)


def circulate_minutes(session: Session, meeting: str, *, until: date, **how: Unpack[How]) -> CouncilReceipt:
    """Send the draft round: members may ask for corrections until a day. An act of the secretariat. Raises as
    `draft_minutes` does."""
    day = until.isoformat()

    def act(desk: Desk) -> Told:
        before = desk.meeting(meeting)
        capacity = secretary(desk, desk.charter(before))
        refuse(desk, before, cannot_circulate(_draft(desk, before), until=day, today=_today(desk)))
        minutes = before.minutes._replace(circulated_at=desk.at, until=day)
        told = {"document": minutes.document, "until": day}
        return _recorded(desk, before, minutes, capacity=capacity, told=told)

    said = Said("meeting", meeting, "circulate_minutes", {"until": day}, session.new_key()).asked(**how)
    return at_desk(session, said, act)


def correct_minutes(session: Session, meeting: str, *, text: str, **how: Unpack[How]) -> CouncilReceipt:
    """Ask for a correction of the draft that goes round: an act of a member, or of who attended. A further draft takes
    it up. Raises as `draft_minutes` does."""

    def act(desk: Desk) -> Told:
        before = desk.meeting(meeting)
        capacity = _member(desk, before)
        refuse(desk, before, cannot_correct(before, text.strip(), today=_today(desk)))
        new = Correction(desk.person, capacity.office, text.strip(), desk.at)
        minutes = before.minutes.corrected(new)
        told = {"document": minutes.document, "number": len(minutes.corrections)}
        return _recorded(desk, before, minutes, capacity=capacity, told=told)

    said = Said("meeting", meeting, "correct_minutes", {"text": text}, session.new_key()).asked(**how)
    return at_desk(session, said, act)


def sign_minutes(session: Session, meeting: str, **how: Unpack[How]) -> CouncilReceipt:
    """Sign the minutes: an act of a member who attended and is not of the secretariat. Two different ones have to;
    since the first signature nothing about the record of the sitting changes. Raises as `draft_minutes` does."""

    def act(desk: Desk) -> Told:
        before = desk.meeting(meeting)
        capacity, draft = _attended(desk, before), _draft(desk, before)
        roles = {office.role for office in desk.directory.offices_of(desk.person)}
        own = desk.charter(before).secretariat in roles
        refuse(desk, before, cannot_sign(draft, person=desk.person, secretariat=own, today=_today(desk)))
        minutes = before.minutes.signed(Signature(desk.person, capacity.office, desk.at))
        told = {"document": minutes.document, "signed": len(minutes.signatures)}
        return _recorded(desk, before, minutes, capacity=capacity, told=told)

    said = Said("meeting", meeting, "sign_minutes", {}, session.new_key()).asked(**how)
    return at_desk(session, said, act)


def publish_minutes(session: Session, meeting: str, **how: Unpack[How]) -> CouncilReceipt:
    """Issue the public version (議事要旨) of signed minutes, without what is closed: an act of the secretariat. It
    tells the digests of the full ones. Raises as `draft_minutes` does."""

    def act(desk: Desk) -> Told:
        before = desk.meeting(meeting)
        charter = desk.charter(before)
        capacity = secretary(desk, charter)
        refuse(desk, before, cannot_publish(before, charter))
        source = _source(desk, before.minutes.document or "")
        number = desk.issue(
            before, "published_minutes", {**_told(desk, before, public=True), "source": source}
        )
        minutes = before.minutes._replace(published=number)
        told = {"document": number, "full": source["number"], "full_digest": source["context_digest"]}
        done = _recorded(desk, before, minutes, capacity=capacity, told=told)
        digest = desk.entries[-1].read("changes")["documents"][number]
        return done._replace(values={**told, "digest": digest})

    said = Said("meeting", meeting, "publish_minutes", {}, session.new_key()).asked(**how)
    return at_desk(session, said, act)


def _recorded(desk: Desk, before: Meeting, minutes: Minutes, *, capacity: Capacity, told: JsonDict) -> Told:
    """The meeting with its minutes as they are now."""
    after = desk.record(before, before._replace(minutes=minutes), capacity=capacity, payload=told)
    return Told(after, capacity, told)


def _ballots(desk: Desk, meeting: Meeting) -> list[Ballot]:
    return [kept.value for kept in desk.work.ballots.found(meeting=meeting.reference)]


def _draft(desk: Desk, meeting: Meeting) -> Draft:
    return Draft(meeting, record_of(meeting, _ballots(desk, meeting)))


def _today(desk: Desk) -> str:
    return desk.directory.day.isoformat()


def _told(desk: Desk, meeting: Meeting, *, public: bool) -> JsonDict:
    ballots, charter = _ballots(desk, meeting), desk.charter(meeting)
    redactions = redactions_in(desk.work, meeting)
    told = minutes_told(meeting, ballots, charter, desk.directory, redactions=redactions, public=public)
    titles = {item["number"]: item["title"] for item in told["items"]}
    joint = {each.reference: others_titles(desk.session, desk.work, each) for each in ballots}
    for ballot in (each for item in told["items"] for each in item["ballots"]):
        ballot["joint"] = joint[ballot["reference"]]
    out = recusals_told(desk.work, meeting, desk.directory, redactions=redactions)
    return told | {"recusals": [{**each, "title": titles[each["item"]]} for each in out]}


def _member(desk: Desk, meeting: Meeting) -> Capacity:
    """In which capacity the caller is a member: the office of a seat, or one in which the caller sat there."""
    offices = (*(seat.name for seat in meeting.seats), *_sat(desk, meeting))
    found = next((held for office in offices if (held := desk.office(office))), None)
    if found is None:
        raise NotAuthorised(notice("minutes.not_member", person=desk.name, meeting=meeting.reference))
    return found


def _attended(desk: Desk, meeting: Meeting) -> Capacity:
    """In which capacity the caller attended."""
    found = next((held for office in _sat(desk, meeting) if (held := desk.office(office))), None)
    if found is None:
        raise NotAuthorised(notice("minutes.not_attended", person=desk.name, meeting=meeting.reference))
    return found


def _sat(desk: Desk, meeting: Meeting) -> tuple[str, ...]:
    """The offices in which the caller sat in the meeting."""
    return tuple(stay.office for stay in meeting.every_stay() if stay.person == desk.person)


def _source(desk: Desk, number: str) -> JsonDict:
    """The signed minutes by their digests. NotFound where their text was not rendered yet."""
    row = desk.work.documents.get(number)
    texts = {lang: desk.work.documents.rendition(number, lang) for lang in LANGUAGES}
    if row is None or None in texts.values():
        raise NotFound(notice("documents.not_rendered", number=number))
    return {
        "number": number,
        "context_digest": row.context_digest,
        "text_digests": {lang: text.text_digest for lang, text in texts.items() if text},
    }
