"""The context of every kind of document of a body, as the services make it of the sample meeting and its ballots."""

from __future__ import annotations

from sample_held_meeting import (
    CHAIR,
    CONTENT_DIGEST,
    PAPER_DIGEST,
    Json,
    assented,
    at,
    ballot,
    charter,
    directory,
    holder,
    meeting,
)

from govflow.domain.council.meeting import Meeting
from govflow.domain.council.position import Casting, Position
from govflow.domain.council.redaction import Redaction
from govflow.domain.council.tally import Outcome
from govflow.services.council.documents.minuting import minutes_told
from govflow.services.council.documents.sitting import (
    agenda_told,
    attendance_told,
    meeting_told,
    papers_told,
    withheld_told,
)
from govflow.services.council.documents.voting import ballot_told
from govflow.services.documents.kinds import COUNCIL_KINDS
from govflow.services.names import named, pair, titled

RECUSAL: Json = {
    "item": 1,
    "title": {"ja": "税関業務システムの更改", "en": "Renewal of the customs system"},
    "person": named(directory(), holder("mof.cio")),
    "office": titled(directory(), "mof.cio"),
    "ballot": "CIO-2025-B003",
}
CAME_TO: Json = {
    "item": 1,
    "proposal": "MOF-2025-0012",
    "body": {"ja": "技術委員会", "en": "Technology Committee"},
    "outcome": {"ja": "可決", "en": "passed"},
    "day": "2025-08-20",
    "ballot": "TC-2025-B001",
    "decision": None,
}


def nothing_closed(of: Meeting) -> dict[int, Redaction]:
    """What is taken out of each item where nothing is closed."""
    return {item.number: Redaction() for item in of.agenda()}


def contexts(*, positions: bool = False, **words: str) -> dict[str, Json]:
    """The context of every kind of document, as the service makes it; `words` replace titles and texts."""
    of, voted = meeting(**words), ballot(**words)
    tied = ballot(
        **words,
        casting=Casting(Position.YES, holder(CHAIR), CHAIR, None, "2025-04-10T01:00:00.000000Z", "急ぐため"),
        reference="CIO-2025-B010",
        item=2,
        outcome=Outcome.PASSED,
    )
    told = {"meeting": meeting_told(of, charter(), directory())}
    open_charter = charter()._replace(publication=charter().publication._replace(positions=positions))
    ballots = [voted, assented(**words), tied]
    full, public = (
        minutes_told(of, ballots, open_charter, directory(), redactions=nothing_closed(of), public=public)
        | {"positions_published": positions, "recusals": [RECUSAL]}
        for public in (False, True)
    )
    texts = dict.fromkeys(("ja", "en"), CONTENT_DIGEST)
    source = {"number": "CIO-MN-2025-0003", "context_digest": CONTENT_DIGEST, "text_digests": texts}
    record = {"ballot": ballot_told(voted, directory(), positions=positions)}
    agenda = {**told, "items": agenda_told(of, directory()), "came_to": [CAME_TO], "recusals": [RECUSAL]}
    return {
        "convocation": {
            **told,
            "items": agenda["items"],
            "papers": papers_told(of),
            "reply_by": "2025-09-02",
        },
        "agenda": agenda,
        "papers": {**told, "papers": papers_told(of)},
        "attendance": {
            **told,
            "attendance": attendance_told(of, directory()),
            "recusals": [RECUSAL],
        },
        "commitments": {
            **told,
            "ballots": [ballot_told(each, directory(), positions=True) for each in ballots],
            "positions_published": positions,
        },
        "minutes": full,
        "published_minutes": {**public, "source": source},
        "ballot_record": record,
        "decision_text": {
            **record,
            "decision": decision(words.get("title", "税関"), words.get("text", "理由")),
        },
    }


def decision(title: str, text: str) -> Json:
    return {
        "number": "CIO-2025-D012",
        "printed": {"ja": "令和7年度CIO連絡会議決定第12号（CIO-2025-D012）", "en": "CIO-2025-D012"},
        "title": {"ja": title, "en": title},
        "day": "2025-09-03",
        "amount": 1_000_000_000,
        "reason": text,
        "conditions": [],
        "provisional": True,
        "joint": [
            {
                "body": {"ja": "審査会", "en": "panel"},
                "ballot": "PN-2025-B001",
                "outcome": {"ja": "可決", "en": "passed"},
            },
        ],
        "jointly": {"ja": "可決", "en": "passed"},
        "withheld": withheld_told({"positions": "publication.positions", "conditions.2": text}),
        "digest": CONTENT_DIGEST,
        "public_digest": PAPER_DIGEST,
    }


def context(kind: str, *, positions: bool = False, demonstration: bool = False, **words: str) -> Json:
    """A whole context, as rendering gets it."""
    _, title, mark = COUNCIL_KINDS[kind]
    person, office = holder("cas.secretariat"), "cas.secretariat"
    return {
        **contexts(positions=positions, **words)[kind],
        "number": {"ja": f"令和7年度CIO連絡会議{mark.ja}第3号", "en": f"CIO-{mark.en}-2025-0003"},
        "kind": kind,
        "title": pair(title),
        "demonstration": demonstration,
        "issued_on": "2025-09-03",
        "issued_at": at("16:00"),
        "store": {"id": "gf-7c1e42d9"},
        "act": {
            "trigger": "issue",
            "title": {"ja": "文書の発行", "en": "issue of a document"},
            "day": "2025-09-03",
            "recorded_at": at("16:00"),
            "person": named(directory(), person),
            "office": titled(directory(), office),
            "via": "own",
            "on_behalf_of": None,
        },
        "body": {"name": "cio_council", "title": pair(charter().title)},
        "charter": {"version": 1, "digest": charter().digest},
        "history": {"seq": 15, "hash": "d4" * 32},
    }
