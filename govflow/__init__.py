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
    from govflow.services.acting.correcting import Correction as Correction
    from govflow.services.acting.correcting import correct as correct
    from govflow.services.acting.payload import read_payload as read_payload
    from govflow.services.acting.receipt import Receipt as Receipt
    from govflow.services.audit.verification import Verification as Verification
    from govflow.services.audit.verification import verify as verify
    from govflow.services.clock import fixed_clock as fixed_clock
    from govflow.services.clock import moment_of as moment_of
    from govflow.services.council.acting.desk import CouncilReceipt as CouncilReceipt
    from govflow.services.council.ballots.acts import abolish_seat as abolish_seat
    from govflow.services.council.ballots.acts import cast as cast
    from govflow.services.council.ballots.acts import casting_vote as casting_vote
    from govflow.services.council.ballots.acts import close_ballot as close_ballot
    from govflow.services.council.ballots.acts import correct_position as correct_position
    from govflow.services.council.ballots.acts import escalate_ballot as escalate_ballot
    from govflow.services.council.ballots.acts import no_objection as no_objection
    from govflow.services.council.ballots.acts import object_to as object_to
    from govflow.services.council.ballots.acts import record_positions as record_positions
    from govflow.services.council.ballots.acts import recuse as recuse
    from govflow.services.council.ballots.acts import unrecuse as unrecuse
    from govflow.services.council.ballots.acts import withdraw_ballot as withdraw_ballot
    from govflow.services.council.ballots.amending import move_amendment as move_amendment
    from govflow.services.council.ballots.appeals import appeal as appeal
    from govflow.services.council.ballots.consenting import pass_consent as pass_consent
    from govflow.services.council.ballots.emergency import decide_in_emergency as decide_in_emergency
    from govflow.services.council.ballots.opening import open_ballot as open_ballot
    from govflow.services.council.ballots.opening import open_in_sitting as open_in_sitting
    from govflow.services.council.ballots.opening import open_written as open_written
    from govflow.services.council.ballots.reconsidering import reconsider as reconsider
    from govflow.services.council.ballots.shown import BallotLine as BallotLine
    from govflow.services.council.ballots.shown import BallotSeatLine as BallotSeatLine
    from govflow.services.council.ballots.shown import BallotView as BallotView
    from govflow.services.council.ballots.shown import CastingShown as CastingShown
    from govflow.services.council.ballots.view import list_ballots as list_ballots
    from govflow.services.council.ballots.view import show_ballot as show_ballot
    from govflow.services.council.charters.bodies import BodyLine as BodyLine
    from govflow.services.council.charters.bodies import check_body as check_body
    from govflow.services.council.charters.bodies import list_bodies as list_bodies
    from govflow.services.council.charters.bodies import load_body as load_body
    from govflow.services.council.charters.bodies import shipped_bodies as shipped_bodies
    from govflow.services.council.charters.bodies import show_body as show_body
    from govflow.services.council.charters.body_view import BodyView as BodyView
    from govflow.services.council.charters.body_view import SeatLine as SeatLine
    from govflow.services.council.charters.rules import RuleExplained as RuleExplained
    from govflow.services.council.charters.rules import RuleLine as RuleLine
    from govflow.services.council.charters.rules import explain_rule as explain_rule
    from govflow.services.council.charters.rules import list_rules as list_rules
    from govflow.services.council.charters.tallying import BallotTally as BallotTally
    from govflow.services.council.charters.tallying import tally as tally
    from govflow.services.council.decisions.commitments import Commitment as Commitment
    from govflow.services.council.decisions.commitments import list_commitments as list_commitments
    from govflow.services.council.decisions.view import DecisionLine as DecisionLine
    from govflow.services.council.decisions.view import DecisionLink as DecisionLink
    from govflow.services.council.decisions.view import DecisionSeat as DecisionSeat
    from govflow.services.council.decisions.view import DecisionView as DecisionView
    from govflow.services.council.decisions.view import VerifiedDecision as VerifiedDecision
    from govflow.services.council.decisions.view import decision_text as decision_text
    from govflow.services.council.decisions.view import list_decisions as list_decisions
    from govflow.services.council.decisions.view import show_decision as show_decision
    from govflow.services.council.decisions.view import verify_decision as verify_decision
    from govflow.services.council.documents.meeting_documents import convoke as convoke
    from govflow.services.council.documents.meeting_documents import issue_document as issue_document
    from govflow.services.council.documents.minutes import add_remark as add_remark
    from govflow.services.council.documents.minutes import circulate_minutes as circulate_minutes
    from govflow.services.council.documents.minutes import correct_minutes as correct_minutes
    from govflow.services.council.documents.minutes import draft_minutes as draft_minutes
    from govflow.services.council.documents.minutes import publish_minutes as publish_minutes
    from govflow.services.council.documents.minutes import sign_minutes as sign_minutes
    from govflow.services.council.documents.minutes_view import CorrectionLine as CorrectionLine
    from govflow.services.council.documents.minutes_view import MinutesView as MinutesView
    from govflow.services.council.documents.minutes_view import RemarkLine as RemarkLine
    from govflow.services.council.documents.minutes_view import SignatureLine as SignatureLine
    from govflow.services.council.documents.minutes_view import show_minutes as show_minutes
    from govflow.services.council.matters.came_to import BodyOutcome as BodyOutcome
    from govflow.services.council.matters.conflicts import DeclaredConflict as DeclaredConflict
    from govflow.services.council.matters.joint_view import JointBody as JointBody
    from govflow.services.council.meetings.agenda_acts import add_item as add_item
    from govflow.services.council.meetings.agenda_acts import move_items as move_items
    from govflow.services.council.meetings.agenda_acts import remove_item as remove_item
    from govflow.services.council.meetings.agenda_acts import take_out_item as take_out_item
    from govflow.services.council.meetings.convening import call_meeting as call_meeting
    from govflow.services.council.meetings.convening import cancel_meeting as cancel_meeting
    from govflow.services.council.meetings.gathering import gather_items as gather_items
    from govflow.services.council.meetings.item_view import ActForAnother as ActForAnother
    from govflow.services.council.meetings.item_view import AgendaItem as AgendaItem
    from govflow.services.council.meetings.item_view import EarlierItem as EarlierItem
    from govflow.services.council.meetings.item_view import ItemBallot as ItemBallot
    from govflow.services.council.meetings.items import call_item as call_item
    from govflow.services.council.meetings.items import carry_over_item as carry_over_item
    from govflow.services.council.meetings.items import note_item as note_item
    from govflow.services.council.meetings.papers import PaperCheck as PaperCheck
    from govflow.services.council.meetings.papers import PaperLine as PaperLine
    from govflow.services.council.meetings.papers import PaperPack as PaperPack
    from govflow.services.council.meetings.papers import add_paper as add_paper
    from govflow.services.council.meetings.papers import check_papers as check_papers
    from govflow.services.council.meetings.papers import list_papers as list_papers
    from govflow.services.council.meetings.replies import AttendanceForecast as AttendanceForecast
    from govflow.services.council.meetings.replies import SeatForecast as SeatForecast
    from govflow.services.council.meetings.replies import forecast as forecast
    from govflow.services.council.meetings.replies import give_proxy as give_proxy
    from govflow.services.council.meetings.replies import reply as reply
    from govflow.services.council.meetings.sitting import arrive as arrive
    from govflow.services.council.meetings.sitting import end_meeting as end_meeting
    from govflow.services.council.meetings.sitting import leave as leave
    from govflow.services.council.meetings.sitting import open_meeting as open_meeting
    from govflow.services.council.meetings.sitting import resume_meeting as resume_meeting
    from govflow.services.council.meetings.sitting import suspend_meeting as suspend_meeting
    from govflow.services.council.meetings.view import AttendanceLine as AttendanceLine
    from govflow.services.council.meetings.view import MeetingLine as MeetingLine
    from govflow.services.council.meetings.view import MeetingView as MeetingView
    from govflow.services.council.meetings.view import PauseLine as PauseLine
    from govflow.services.council.meetings.view import SeatStay as SeatStay
    from govflow.services.council.meetings.view import list_meetings as list_meetings
    from govflow.services.council.meetings.view import show_meeting as show_meeting
    from govflow.services.deadlines.escalating import Escalation as Escalation
    from govflow.services.deadlines.sweep import FailedEscalation as FailedEscalation
    from govflow.services.deadlines.sweep import MissedDate as MissedDate
    from govflow.services.deadlines.sweep import SweepReport as SweepReport
    from govflow.services.deadlines.sweep import sweep_deadlines as sweep_deadlines
    from govflow.services.deadlines.view import WentUp as WentUp
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
    from govflow.services.organisation.acts import Absent as Absent
    from govflow.services.organisation.acts import Appoint as Appoint
    from govflow.services.organisation.acts import Delegate as Delegate
    from govflow.services.organisation.acts import OrganisationChange as OrganisationChange
    from govflow.services.organisation.acts import RevokeAbsence as RevokeAbsence
    from govflow.services.organisation.acts import RevokeAppointment as RevokeAppointment
    from govflow.services.organisation.acts import RevokeDelegation as RevokeDelegation
    from govflow.services.organisation.acts import Transfer as Transfer
    from govflow.services.organisation.acts import change_organisation as change_organisation
    from govflow.services.organisation.log import Handover as Handover
    from govflow.services.organisation.log import OrganisationEntry as OrganisationEntry
    from govflow.services.organisation.log import handover as handover
    from govflow.services.organisation.log import organisation_history as organisation_history
    from govflow.services.organisation.open_work import OpenWork as OpenWork
    from govflow.services.organisation.past import Since as Since
    from govflow.services.organisation.standing import Basis as Basis
    from govflow.services.organisation.standing import Standing as Standing
    from govflow.services.organisation.standing import StandingAsked as StandingAsked
    from govflow.services.organisation.standing import Standings as Standings
    from govflow.services.organisation.standing import StandingView as StandingView
    from govflow.services.organisation.standing import who_could_act as who_could_act
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
    from govflow.services.proposals.changing import change as change
    from govflow.services.proposals.submission import Submission as Submission
    from govflow.services.proposals.submission import SubmittedRow as SubmittedRow
    from govflow.services.proposals.submission import submit as submit
    from govflow.services.proposals.submission import submit_file as submit_file
    from govflow.services.proposals.template import proposal_template as proposal_template
    from govflow.services.rounds.acts import RoundReceipt as RoundReceipt
    from govflow.services.rounds.acts import close_round as close_round
    from govflow.services.rounds.acts import open_round as open_round
    from govflow.services.rounds.acts import reschedule_round as reschedule_round
    from govflow.services.rounds.calls import RoundCall as RoundCall
    from govflow.services.rounds.view import AddresseeLine as AddresseeLine
    from govflow.services.rounds.view import RoundDate as RoundDate
    from govflow.services.rounds.view import RoundLine as RoundLine
    from govflow.services.rounds.view import RoundView as RoundView
    from govflow.services.rounds.view import list_rounds as list_rounds
    from govflow.services.rounds.view import show_round as show_round
    from govflow.services.session import Session as Session
    from govflow.services.session import open_session
    from govflow.services.stores.backups import Backup as Backup
    from govflow.services.stores.backups import Compared as Compared
    from govflow.services.stores.backups import backup_store as backup_store
    from govflow.services.stores.backups import compare_store as compare_store
    from govflow.services.stores.backups import record_digest as record_digest
    from govflow.services.stores.backups import restore_store as restore_store
    from govflow.services.stores.facts import Migration as Migration
    from govflow.services.stores.facts import StoreFacts as StoreFacts
    from govflow.services.stores.facts import caller as caller
    from govflow.services.stores.facts import migrate as migrate
    from govflow.services.stores.facts import store_info as store_info
    from govflow.services.stores.founding import Founding as Founding
    from govflow.services.stores.founding import create as create
    from govflow.services.stores.outbox import OutboxLine as OutboxLine
    from govflow.services.stores.outbox import OutboxPage as OutboxPage
    from govflow.services.stores.outbox import list_outbox as list_outbox
    from govflow.services.stores.outbox import retry_outbox as retry_outbox
    from govflow.services.views.changes import Linked as Linked
    from govflow.services.views.comparison import ComparedField as ComparedField
    from govflow.services.views.comparison import ComparedRevision as ComparedRevision
    from govflow.services.views.comparison import Comparison as Comparison
    from govflow.services.views.comparison import compare as compare
    from govflow.services.views.comparison import comparison_file as comparison_file
    from govflow.services.views.conditions import ConditionLine as ConditionLine
    from govflow.services.views.conditions import ConditionPage as ConditionPage
    from govflow.services.views.conditions import list_conditions as list_conditions
    from govflow.services.views.dossier import Dossier as Dossier
    from govflow.services.views.dossier import history as history
    from govflow.services.views.dossier import show as show
    from govflow.services.views.filters import Filters as Filters
    from govflow.services.views.held_up import OpenIssue as OpenIssue
    from govflow.services.views.held_up import Paused as Paused
    from govflow.services.views.known_acts import knows_act as knows_act
    from govflow.services.views.lists import Page as Page
    from govflow.services.views.lists import WaitingLine as WaitingLine
    from govflow.services.views.lists import inbox as inbox
    from govflow.services.views.lists import list_proposals as list_proposals
    from govflow.services.views.lists import overdue as overdue
    from govflow.services.views.post_reviews import PostReview as PostReview
    from govflow.services.views.post_reviews import PostReviewPage as PostReviewPage
    from govflow.services.views.post_reviews import list_post_reviews as list_post_reviews
    from govflow.services.views.records import KeptRecord as KeptRecord
    from govflow.services.views.refusals import RefusalPage as RefusalPage
    from govflow.services.views.refusals import RefusedAct as RefusedAct
    from govflow.services.views.refusals import list_refusals as list_refusals
    from govflow.services.views.statistics import Stage as Stage
    from govflow.services.views.statistics import Statistics as Statistics
    from govflow.services.views.statistics import Tally as Tally
    from govflow.services.views.statistics import all_stats as all_stats
    from govflow.services.views.statistics import stats as stats
    from govflow.services.views.why import Possibility as Possibility
    from govflow.services.views.why import Why as Why
    from govflow.services.views.why import why as why

    open = open_session


def __getattr__(name: str) -> Any:
    from govflow.services.homes import HOME_OF

    home = HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module 'govflow' has no attribute '{name}'")
    module = import_module(f"govflow.services.{home}")
    value = getattr(module, "open_session" if name == "open" else name)
    globals()[name] = value  # found directly from now on
    return value


def __dir__() -> list[str]:
    from govflow.services.homes import HOME_OF

    return [*HOME_OF, "__version__"]
