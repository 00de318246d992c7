"""govflow: a governance workflow engine.

The public API. Open a session on a store and call one function per act:

    with govflow.open("govflow.db") as session:
        receipt = govflow.act(session, govflow.Act("MOF-2025-0001", "endorse"))

Names load on first use, so that importing govflow costs nothing. docs/api.md lists them with an example.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:  # the same names for readers and type checkers; a test compares the two lists
    from govflow.services.acting.acts import act as act
    from govflow.services.acting.bulk import ActResult as ActResult
    from govflow.services.acting.bulk import ActsReport as ActsReport
    from govflow.services.acting.bulk import act_file as act_file
    from govflow.services.acting.command import Act as Act
    from govflow.services.acting.payload import read_payload as read_payload
    from govflow.services.acting.receipt import Receipt as Receipt
    from govflow.services.audit.verification import Verification as Verification
    from govflow.services.audit.verification import verify as verify
    from govflow.services.clock import fixed_clock as fixed_clock
    from govflow.services.clock import moment_of as moment_of
    from govflow.services.council.ballot_acts import cast as cast
    from govflow.services.council.ballot_acts import casting_vote as casting_vote
    from govflow.services.council.ballot_acts import close_ballot as close_ballot
    from govflow.services.council.ballot_acts import recuse as recuse
    from govflow.services.council.ballot_acts import withdraw_ballot as withdraw_ballot
    from govflow.services.council.ballot_opening import open_ballot as open_ballot
    from govflow.services.council.ballot_view import BallotLine as BallotLine
    from govflow.services.council.ballot_view import BallotSeatLine as BallotSeatLine
    from govflow.services.council.ballot_view import BallotView as BallotView
    from govflow.services.council.ballot_view import list_ballots as list_ballots
    from govflow.services.council.ballot_view import show_ballot as show_ballot
    from govflow.services.council.ballots import BallotTally as BallotTally
    from govflow.services.council.ballots import tally as tally
    from govflow.services.council.bodies import BodyLine as BodyLine
    from govflow.services.council.bodies import check_body as check_body
    from govflow.services.council.bodies import list_bodies as list_bodies
    from govflow.services.council.bodies import load_body as load_body
    from govflow.services.council.bodies import shipped_bodies as shipped_bodies
    from govflow.services.council.bodies import show_body as show_body
    from govflow.services.council.body_view import BodyView as BodyView
    from govflow.services.council.body_view import SeatLine as SeatLine
    from govflow.services.council.desk import CouncilReceipt as CouncilReceipt
    from govflow.services.council.rules import RuleExplained as RuleExplained
    from govflow.services.council.rules import RuleLine as RuleLine
    from govflow.services.council.rules import explain_rule as explain_rule
    from govflow.services.council.rules import list_rules as list_rules
    from govflow.services.definitions import DefinitionLine as DefinitionLine
    from govflow.services.definitions import check_workflow as check_workflow
    from govflow.services.definitions import due_words as due_words
    from govflow.services.definitions import list_workflows as list_workflows
    from govflow.services.definitions import load_workflow as load_workflow
    from govflow.services.definitions import shipped_workflows as shipped_workflows
    from govflow.services.definitions import show_workflow as show_workflow
    from govflow.services.definitions import workflow_content as workflow_content
    from govflow.services.definitions import workflow_diagram as workflow_diagram
    from govflow.services.definitions import workflow_matrix as workflow_matrix
    from govflow.services.demonstration.telling import Demonstration as Demonstration
    from govflow.services.demonstration.telling import demonstrate as demonstrate
    from govflow.services.documents.reading import IssuedDocument as IssuedDocument
    from govflow.services.documents.reading import as_html as as_html
    from govflow.services.documents.reading import document as document
    from govflow.services.documents.reading import list_documents as list_documents
    from govflow.services.documents.reading import memo as memo
    from govflow.services.documents.rendering import render_pending as render_pending
    from govflow.services.documents.verifying import VerifiedDocument as VerifiedDocument
    from govflow.services.documents.verifying import verify_document as verify_document
    from govflow.services.organisation.versions import Loaded as Loaded
    from govflow.services.organisation.versions import OfficeLine as OfficeLine
    from govflow.services.organisation.versions import OrganisationView as OrganisationView
    from govflow.services.organisation.versions import check_organisation as check_organisation
    from govflow.services.organisation.versions import load_organisation as load_organisation
    from govflow.services.organisation.versions import show_organisation as show_organisation
    from govflow.services.programmes.inventory import CarryOver as CarryOver
    from govflow.services.programmes.inventory import Imported as Imported
    from govflow.services.programmes.inventory import carry_over as carry_over
    from govflow.services.programmes.inventory import import_programmes as import_programmes
    from govflow.services.programmes.inventory import list_programmes as list_programmes
    from govflow.services.proposals.submission import Submission as Submission
    from govflow.services.proposals.submission import SubmittedRow as SubmittedRow
    from govflow.services.proposals.submission import submit as submit
    from govflow.services.proposals.submission import submit_file as submit_file
    from govflow.services.proposals.template import proposal_template as proposal_template
    from govflow.services.session import Session as Session
    from govflow.services.session import open_session
    from govflow.services.stores.facts import Migration as Migration
    from govflow.services.stores.facts import StoreFacts as StoreFacts
    from govflow.services.stores.facts import migrate as migrate
    from govflow.services.stores.facts import store_info as store_info
    from govflow.services.stores.founding import Founding as Founding
    from govflow.services.stores.founding import create as create
    from govflow.services.views.dossier import Dossier as Dossier
    from govflow.services.views.dossier import history as history
    from govflow.services.views.dossier import show as show
    from govflow.services.views.filters import Filters as Filters
    from govflow.services.views.known_acts import knows_act as knows_act
    from govflow.services.views.lists import Page as Page
    from govflow.services.views.lists import WaitingLine as WaitingLine
    from govflow.services.views.lists import inbox as inbox
    from govflow.services.views.lists import list_proposals as list_proposals
    from govflow.services.views.lists import overdue as overdue
    from govflow.services.views.records import KeptRecord as KeptRecord
    from govflow.services.views.refusals import RefusalPage as RefusalPage
    from govflow.services.views.refusals import RefusedAct as RefusedAct
    from govflow.services.views.refusals import list_refusals as list_refusals
    from govflow.services.views.statistics import Stage as Stage
    from govflow.services.views.statistics import Statistics as Statistics
    from govflow.services.views.statistics import Tally as Tally
    from govflow.services.views.statistics import stats as stats
    from govflow.services.views.why import Possibility as Possibility
    from govflow.services.views.why import Why as Why
    from govflow.services.views.why import why as why

    open = open_session

_HOMES = {
    "acting.acts": ("act",),
    "acting.bulk": ("ActResult", "ActsReport", "act_file"),
    "acting.command": ("Act",),
    "acting.payload": ("read_payload",),
    "acting.receipt": ("Receipt",),
    "audit.verification": ("Verification", "verify"),
    "clock": ("fixed_clock", "moment_of"),
    "council.ballot_acts": ("cast", "casting_vote", "close_ballot", "recuse", "withdraw_ballot"),
    "council.ballot_opening": ("open_ballot",),
    "council.ballot_view": ("BallotLine", "BallotSeatLine", "BallotView", "list_ballots", "show_ballot"),
    "council.ballots": ("BallotTally", "tally"),
    "council.bodies": ("BodyLine", "check_body", "list_bodies", "load_body", "shipped_bodies", "show_body"),
    "council.body_view": ("BodyView", "SeatLine"),
    "council.desk": ("CouncilReceipt",),
    "council.rules": ("RuleExplained", "RuleLine", "explain_rule", "list_rules"),
    "definitions": (
        "DefinitionLine",
        "check_workflow",
        "due_words",
        "list_workflows",
        "load_workflow",
        "shipped_workflows",
        "show_workflow",
        "workflow_content",
        "workflow_diagram",
        "workflow_matrix",
    ),
    "demonstration.telling": ("Demonstration", "demonstrate"),
    "documents.reading": ("IssuedDocument", "as_html", "document", "list_documents", "memo"),
    "documents.rendering": ("render_pending",),
    "documents.verifying": ("VerifiedDocument", "verify_document"),
    "organisation.versions": (
        "Loaded",
        "OfficeLine",
        "OrganisationView",
        "check_organisation",
        "load_organisation",
        "show_organisation",
    ),
    "programmes.inventory": ("CarryOver", "Imported", "carry_over", "import_programmes", "list_programmes"),
    "proposals.submission": ("Submission", "SubmittedRow", "submit", "submit_file"),
    "proposals.template": ("proposal_template",),
    "session": ("Session", "open"),
    "stores.facts": ("Migration", "StoreFacts", "migrate", "store_info"),
    "stores.founding": ("Founding", "create"),
    "views.dossier": ("Dossier", "history", "show"),
    "views.filters": ("Filters",),
    "views.known_acts": ("knows_act",),
    "views.lists": ("Page", "WaitingLine", "inbox", "list_proposals", "overdue"),
    "views.records": ("KeptRecord",),
    "views.refusals": ("RefusalPage", "RefusedAct", "list_refusals"),
    "views.statistics": ("Stage", "Statistics", "Tally", "stats"),
    "views.why": ("Possibility", "Why", "why"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module 'govflow' has no attribute '{name}'")
    module = import_module(f"govflow.services.{home}")
    value = getattr(module, "open_session" if name == "open" else name)
    globals()[name] = value  # found directly from now on
    return value


def __dir__() -> list[str]:
    return [*_HOME_OF, "__version__"]
