"""The tables of councils: meetings and ballots, what each seat said, and the register of decisions."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, PrimaryKeyConstraint, UniqueConstraint

from govflow.store.columns import clustered, text, whole
from govflow.store.schema import metadata as metadata  # with all tables, these and those they refer to

meetings = clustered(
    "meetings",
    text("reference"),
    text("body"),
    text("state"),
    text("day"),
    whole("version"),
    text("content"),
    PrimaryKeyConstraint("reference"),
    Index("meetings_by_body", "body", "day"),
)

ballots = clustered(
    "ballots",
    text("reference"),
    text("body"),
    text("meeting", ForeignKey("meetings.reference"), null=True),
    text("proposal", ForeignKey("proposals.reference"), null=True),
    text("about", null=True),
    text("state"),
    text("outcome", null=True),
    text("closes_at", null=True),
    whole("version"),
    text("content"),
    PrimaryKeyConstraint("reference"),
    Index("ballots_by_meeting", "meeting"),
    Index("ballots_by_proposal", "proposal"),
    Index("ballots_by_about", "about"),
)

positions = clustered(
    "positions",
    text("ballot", ForeignKey("ballots.reference")),
    whole("number"),
    whole("round"),
    text("body"),
    text("proposal", null=True),
    text("seat"),
    text("ministry", null=True),
    text("weight"),
    text("person"),
    text("office"),
    text("via"),
    text("recorder", null=True),
    text("position"),
    text("text"),
    text("at"),
    PrimaryKeyConstraint("ballot", "number"),
    Index("positions_by_ministry", "ministry", "at"),
    Index("positions_by_proposal", "proposal", "at"),
)

decisions = clustered(
    "decisions",
    text("number"),
    text("body"),
    whole("fiscal_year"),
    whole("serial"),
    text("decided_on"),
    text("outcome"),
    text("title"),
    text("title_en"),
    text("proposal", ForeignKey("proposals.reference"), null=True),
    text("meeting", ForeignKey("meetings.reference"), null=True),
    text("ballot", ForeignKey("ballots.reference")),
    text("content"),
    text("digest"),
    text("public"),
    text("public_digest"),
    text("recorded_at"),
    PrimaryKeyConstraint("number"),
    UniqueConstraint("body", "fiscal_year", "serial", name="decisions_serial"),
    Index("decisions_by_proposal", "proposal"),
    Index("decisions_by_ballot", "ballot"),
)

decision_links = clustered(
    "decision_links",
    text("later", ForeignKey("decisions.number")),
    text("earlier", ForeignKey("decisions.number")),
    text("kind"),
    text("recorded_at"),
    PrimaryKeyConstraint("later", "earlier"),
    Index("decision_links_by_earlier", "earlier"),
)
