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
    from govflow.services.acts import act as act
    from govflow.services.audit import Verification as Verification
    from govflow.services.audit import verify as verify
    from govflow.services.bulk import ActResult as ActResult
    from govflow.services.bulk import ActsReport as ActsReport
    from govflow.services.bulk import act_file as act_file
    from govflow.services.clock import fixed_clock as fixed_clock
    from govflow.services.clock import moment_of as moment_of
    from govflow.services.command import Act as Act
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
    from govflow.services.demonstration import Demonstration as Demonstration
    from govflow.services.demonstration import demonstrate as demonstrate
    from govflow.services.documents import IssuedDocument as IssuedDocument
    from govflow.services.documents import as_html as as_html
    from govflow.services.documents import document as document
    from govflow.services.documents import list_documents as list_documents
    from govflow.services.documents import memo as memo
    from govflow.services.documents import render_pending as render_pending
    from govflow.services.dossier import Shown as Shown
    from govflow.services.dossier import history as history
    from govflow.services.dossier import show as show
    from govflow.services.founding import Founding as Founding
    from govflow.services.founding import create as create
    from govflow.services.organisations import Loaded as Loaded
    from govflow.services.organisations import OfficeLine as OfficeLine
    from govflow.services.organisations import OrganisationView as OrganisationView
    from govflow.services.organisations import check_organisation as check_organisation
    from govflow.services.organisations import load_organisation as load_organisation
    from govflow.services.organisations import show_organisation as show_organisation
    from govflow.services.payload import read_payload as read_payload
    from govflow.services.programmes import CarryOver as CarryOver
    from govflow.services.programmes import Imported as Imported
    from govflow.services.programmes import carry_over as carry_over
    from govflow.services.programmes import import_programmes as import_programmes
    from govflow.services.programmes import list_programmes as list_programmes
    from govflow.services.receipt import Receipt as Receipt
    from govflow.services.session import Session as Session
    from govflow.services.session import open_session
    from govflow.services.statistics import Stage as Stage
    from govflow.services.statistics import Statistics as Statistics
    from govflow.services.statistics import Tally as Tally
    from govflow.services.statistics import stats as stats
    from govflow.services.stores import Migration as Migration
    from govflow.services.stores import StoreFacts as StoreFacts
    from govflow.services.stores import migrate as migrate
    from govflow.services.stores import store_info as store_info
    from govflow.services.submission import Submission as Submission
    from govflow.services.submission import SubmittedRow as SubmittedRow
    from govflow.services.submission import submit as submit
    from govflow.services.submission import submit_file as submit_file
    from govflow.services.views import Filters as Filters
    from govflow.services.views import Line as Line
    from govflow.services.views import Lines as Lines
    from govflow.services.views import inbox as inbox
    from govflow.services.views import list_proposals as list_proposals
    from govflow.services.views import overdue as overdue
    from govflow.services.why import Possibility as Possibility
    from govflow.services.why import Why as Why
    from govflow.services.why import why as why

    open = open_session

_HOMES = {
    "acts": ("act",),
    "audit": ("Verification", "verify"),
    "bulk": ("ActResult", "ActsReport", "act_file"),
    "clock": ("fixed_clock", "moment_of"),
    "command": ("Act",),
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
    "demonstration": ("Demonstration", "demonstrate"),
    "documents": ("IssuedDocument", "as_html", "document", "list_documents", "memo", "render_pending"),
    "dossier": ("Shown", "history", "show"),
    "founding": ("Founding", "create"),
    "organisations": (
        "Loaded",
        "OfficeLine",
        "OrganisationView",
        "check_organisation",
        "load_organisation",
        "show_organisation",
    ),
    "payload": ("read_payload",),
    "programmes": ("CarryOver", "Imported", "carry_over", "import_programmes", "list_programmes"),
    "receipt": ("Receipt",),
    "session": ("Session", "open"),
    "statistics": ("Stage", "Statistics", "Tally", "stats"),
    "stores": ("Migration", "StoreFacts", "migrate", "store_info"),
    "submission": ("Submission", "SubmittedRow", "submit", "submit_file"),
    "views": ("Filters", "Line", "Lines", "inbox", "list_proposals", "overdue"),
    "why": ("Possibility", "Why", "why"),
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
