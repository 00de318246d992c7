"""Every command of govflow, by section, in the order of the help page; each is imported when it runs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from govflow.cli.group import LazyGroup, loaded
from govflow.cli.helppage import Entries, Section

if TYPE_CHECKING:
    from govflow.cli.frame import FramedCommand

SECTIONS = (
    Section(
        "cli.section.job",
        {
            "init": "govflow.cli.founding:init",
            "submit": "govflow.cli.submission:submit",
            "act": "govflow.cli.acts:act",
            "correct": "govflow.cli.correcting:correct",
            "change": "govflow.cli.changing:change",
            "why": "govflow.cli.why:why",
            "round": {
                "open": "govflow.cli.rounds:open_",
                "show": "govflow.cli.rounds:show",
                "list": "govflow.cli.rounds:list_",
                "reschedule": "govflow.cli.rounds:reschedule",
                "close": "govflow.cli.rounds:close",
            },
            "deadlines": {
                "sweep": "govflow.cli.deadlines:sweep",
            },
            "demo": "govflow.cli.demonstration:demo",
        },
    ),
    Section(
        "cli.section.views",
        {
            "inbox": "govflow.cli.views:inbox",
            "list": "govflow.cli.views:list_",
            "show": "govflow.cli.dossier:show",
            "history": "govflow.cli.dossier:history",
            "compare": "govflow.cli.compare:compare",
            "overdue": "govflow.cli.views:overdue",
            "stats": "govflow.cli.statistics:stats",
            "condition": {
                "list": "govflow.cli.conditions:list_",
            },
            "memo": "govflow.cli.documents:memo",
            "document": {
                "list": "govflow.cli.documents:list_",
                "show": "govflow.cli.documents:show",
                "render": "govflow.cli.documents:render",
                "verify": "govflow.cli.documents:verify",
            },
        },
    ),
    Section(
        "cli.section.council",
        {
            "body": {
                "check": "govflow.cli.bodies:check",
                "list": "govflow.cli.bodies:list_",
                "show": "govflow.cli.bodies:show",
                "load": "govflow.cli.bodies:load",
            },
            "meeting": {
                "call": "govflow.cli.convening:call_",
                "cancel": "govflow.cli.convening:cancel",
                "gather": "govflow.cli.convening:gather",
                "add": "govflow.cli.convening:add",
                "move": "govflow.cli.convening:move",
                "take-out": "govflow.cli.convening:take_out",
                "remove": "govflow.cli.convening:remove",
                "reply": "govflow.cli.convening:reply",
                "proxy": "govflow.cli.convening:proxy",
                "forecast": "govflow.cli.meetings:forecast",
                "paper": "govflow.cli.convening:paper",
                "papers": "govflow.cli.meetings:papers",
                "check-papers": "govflow.cli.meetings:check_papers",
                "open": "govflow.cli.sitting:open_",
                "arrive": "govflow.cli.sitting:arrive",
                "leave": "govflow.cli.sitting:leave",
                "suspend": "govflow.cli.sitting:suspend",
                "resume": "govflow.cli.sitting:resume",
                "call-item": "govflow.cli.sitting:call_item",
                "note-item": "govflow.cli.sitting:note_item",
                "amend": "govflow.cli.ballot_opening:amend",
                "carry-over": "govflow.cli.sitting:carry_over",
                "end": "govflow.cli.sitting:end",
                "convoke": "govflow.cli.minutes:convoke",
                "issue": "govflow.cli.minutes:issue",
                "show": "govflow.cli.meetings:show",
                "list": "govflow.cli.meetings:list_",
            },
            "minutes": {
                "draft": "govflow.cli.minutes:draft",
                "remark": "govflow.cli.minutes:remark",
                "circulate": "govflow.cli.minutes:circulate",
                "correct": "govflow.cli.minutes:correct",
                "sign": "govflow.cli.minutes:sign",
                "publish": "govflow.cli.minutes:publish",
                "show": "govflow.cli.minutes:show",
            },
            "ballot": {
                "open": "govflow.cli.ballot_opening:open_",
                "cast": "govflow.cli.balloting:cast",
                "record": "govflow.cli.balloting:record",
                "object": "govflow.cli.balloting:object_",
                "no-objection": "govflow.cli.balloting:no_objection",
                "consent": "govflow.cli.balloting:consent",
                "recuse": "govflow.cli.balloting:recuse",
                "unrecuse": "govflow.cli.balloting:unrecuse",
                "close": "govflow.cli.balloting:close",
                "casting-vote": "govflow.cli.balloting:casting_vote",
                "correct": "govflow.cli.balloting:correct",
                "withdraw": "govflow.cli.balloting:withdraw",
                "escalate": "govflow.cli.balloting:escalate",
                "abolish": "govflow.cli.balloting:abolish",
                "show": "govflow.cli.ballots:show",
                "list": "govflow.cli.ballots:list_",
                "tally": "govflow.cli.ballots:tally",
            },
            "decision": {
                "list": "govflow.cli.decisions:list_",
                "show": "govflow.cli.decisions:show",
                "text": "govflow.cli.decisions:text",
                "verify": "govflow.cli.decisions:verify",
                "commitments": "govflow.cli.decisions:commitments",
                "reconsider": "govflow.cli.deciding:reconsider",
                "appeal": "govflow.cli.deciding:appeal",
                "emergency": "govflow.cli.deciding:emergency",
            },
            "rules": {
                "list": "govflow.cli.rules:list_",
                "explain": "govflow.cli.rules:explain",
            },
        },
    ),
    Section(
        "cli.section.rules",
        {
            "org": {
                "check": "govflow.cli.organisation:check",
                "load": "govflow.cli.organisation:load",
                "show": "govflow.cli.organisation:show",
                "why": "govflow.cli.organisation_why:why",
                "history": "govflow.cli.organisation_past:history",
                "appoint": "govflow.cli.organisation_acts:appoint",
                "absent": "govflow.cli.organisation_acts:absent",
                "delegate": "govflow.cli.organisation_acts:delegate",
                "transfer": "govflow.cli.organisation_acts:transfer",
                "revoke": {
                    "appointment": "govflow.cli.organisation_acts:revoke_appointment",
                    "absence": "govflow.cli.organisation_acts:revoke_absence",
                    "delegation": "govflow.cli.organisation_acts:revoke_delegation",
                },
                "handover": "govflow.cli.organisation_past:handover",
                "reviews": "govflow.cli.organisation_past:reviews",
            },
            "workflow": {
                "check": "govflow.cli.workflows:check",
                "list": "govflow.cli.workflows:list_",
                "show": "govflow.cli.workflows:show",
                "diagram": "govflow.cli.workflows:diagram",
                "matrix": "govflow.cli.workflows:matrix",
                "load": "govflow.cli.workflows:load",
            },
            "programme": {
                "import": "govflow.cli.programmes:import_",
                "list": "govflow.cli.programmes:list_",
                "carry-over": "govflow.cli.programmes:carry_over",
            },
        },
    ),
    Section(
        "cli.section.store",
        {
            "store": {
                "info": "govflow.cli.stores:info",
                "migrate": "govflow.cli.stores:migrate",
                "backup": "govflow.cli.backups:backup",
                "restore": "govflow.cli.backups:restore",
                "compare": "govflow.cli.backups:compare",
            },
            "outbox": {
                "list": "govflow.cli.outbox:list_",
                "retry": "govflow.cli.outbox:retry",
            },
            "audit": {
                "verify": "govflow.cli.stores:verify",
                "refusals": "govflow.cli.refusals:refusals",
            },
        },
    ),
    Section(
        "cli.section.about",
        {
            "help": "govflow.cli.about:help_",
            "version": "govflow.cli.about:version",
        },
    ),
)


def root() -> LazyGroup:
    """The command `govflow`."""
    return LazyGroup("", SECTIONS)


def every_command() -> Iterator[tuple[str, FramedCommand]]:
    """Every command with its path, loaded: for tests and the reference of the documentation."""
    for section in SECTIONS:
        yield from _commands("", section.entries)


def _commands(path: str, entries: Entries) -> Iterator[tuple[str, FramedCommand]]:
    for name, entry in entries.items():
        at = f"{path} {name}".strip()
        if isinstance(entry, str):
            yield at, loaded(entry)
        else:
            yield from _commands(at, entry)
