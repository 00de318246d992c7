"""Who must never judge what, in words: as the rules of each process say it, and never read from its guards.

Whoever put a proposal forward is never among those who judge it, through whichever office, delegation or substitution.
To put forward is to write, to submit, to answer what is asked about it (照会), or to send up the line (回議); who is
asked beside the line (合議) only judges, and may judge again. To ask judges nothing, but whoever acts for the centre,
be it to ask, is none of those who put the proposal forward. Two pairs of acts by one person are permitted: the
endorsing CIO votes in the council, and its chair decides as Government CIO. A vote is cast on a ballot and is no act on
the proposal, and the chair's acts are the council's: neither is among the acts below, and nothing here bars whoever
has done it. Who decides alone in an emergency judges, and is asked like anybody else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

Acts = tuple[str, ...]
"""`state.trigger`, the name of a step, `open` or `revise`; a trigger alone means it in every state."""


class Words(NamedTuple):
    """By an act that judges: the deeds that it judges. By a reason: the acts that judge nothing."""

    judged: Mapping[str, Acts]
    free: Mapping[str, Acts]

    def bar(self, act: str, deeds: Iterable[str]) -> bool:
        """Whether who has done these deeds may not do the act."""
        judged = {deed for name in named(act) for deed in self.judged.get(name, ())}
        return any(name in judged for deed in deeds for name in named(deed))

    def say(self, act: str) -> bool:
        """Whether anything is said about the act."""
        return any(
            name in self.judged or any(name in acts for acts in self.free.values()) for name in named(act)
        )


def named(act: str) -> Acts:
    """What an act goes by: `intake.accept` is an `accept` too."""
    return (act, act.rpartition(".")[2]) if "." in act else (act,)


AUTHORS = ("open", "revise", "submit")
PREPARERS = (*AUTHORS, "pmo_check.accept")

DRAFTERS = (*AUTHORS, "drafter_inquiry")
MINISTRY = (*DRAFTERS, "pmo_check.accept", "inquiry")
ENDORSED = (*MINISTRY, "endorse")

JUDGES = (
    *("adviser_opinion", "ciso_concurrence", "accounts_concurrence", "deputy_cio_concurrence"),
    *("duplicate_check", "criteria_opinion", "affected_ministry_opinion", "technology_committee_opinion"),
    "merge_agreement",
)

RIGHTED = "puts right what another said, and has from then on said it"

IT_INVESTMENT = Words(
    judged={
        # who has judged prepares nothing afterwards
        "inquiry": JUDGES,
        "drafter_inquiry": JUDGES,
        # inside the ministry
        "pmo_check.accept": DRAFTERS,
        "adviser_opinion": MINISTRY,
        "ciso_concurrence": MINISTRY,
        "accounts_concurrence": MINISTRY,
        "deputy_cio_concurrence": MINISTRY,
        "endorse": (
            *MINISTRY,
            "intake.accept",
        ),  # nor does who took it in at the centre take responsibility for it
        # outside it
        "intake.accept": ENDORSED,
        "fast_track": ENDORSED,
        "intake.return": ENDORSED,
        "approve_in_emergency": ENDORSED,
        "duplicate_check": ENDORSED,
        "criteria_opinion": ENDORSED,
        "affected_ministry_opinion": ENDORSED,
        "technology_committee_opinion": ENDORSED,
        "merge_agreement": ENDORSED,
        "coordination.complete": ENDORSED,
        "coordination.return": ENDORSED,
        "approve": ENDORSED,
        "reject": ENDORSED,
        "refer_back": ENDORSED,
        "gcio_decision.return": ENDORSED,
        "resume": ENDORSED,
        **{
            f"{state}.inquire": ENDORSED
            for state in (
                *("intake", "coordination", "agenda_ready"),
                *("on_agenda", "deliberation", "gcio_decision"),
            )
        },
        # after the decision
        "condition": (*ENDORSED, "condition_report"),
        # the entry is held against the request alone: who put the proposal forward, or a change of it, may make it
        "record_budget": ("record_request",),
        "review_decision": ("review",),
        "evaluate": ("executing.complete",),
        "close": ("executing.complete", "evaluate"),
    },
    free={
        "puts forward": ("open", "revise", "submit", "record_request", "condition_report", "review"),
        "answers what is asked, and so puts forward": ("inquiry", "drafter_inquiry"),
        "asks in the ministry, which is no judgement": ("pmo_check.inquire", "ministry_review.inquire"),
        RIGHTED: ("correct",),
        "takes one's own back": (
            "discard",
            "withdraw",
            "decline",
            "merge",
            "pmo_check.return",
            "ministry_review.return",
        ),
        "carries out what was decided": ("check_specification", "start", "carry_over", "executing.complete"),
        "advises on what no act of the proposal wrote": ("specification_opinion",),
        "stops or ends, and lets nothing pass": ("suspend", "terminate", "lapse", "evaluation.return"),
        "tells and takes note": (
            *("notification", "receipt", "escalation", "breach_report", "lapse_report"),
            *("post_review", "overdue_report"),
        ),
        "is done by nobody": (
            *("place", "call_item", "pull", "suspend_for_breach", "lapse_for_breach"),
            *(
                "council_passed",
                "council_failed",
                "council_carried_over",
                "council_returned",
                "council_lapsed",
                "council_ratified",
            ),
            *("apply", "amend"),
        ),
    },
)

TOWN_PURCHASE = Words(
    judged={"decide": ("open", "revise", "request", "funds")},
    free={
        "puts forward": ("open", "revise", "request"),
        "confirms a figure, which the clerk may as accountant": ("funds",),
        "ends it": ("decline",),
        "takes note": ("post_review",),
        RIGHTED: ("correct",),
    },
)

AGREED = (*PREPARERS, "agree")  # the Deputy CIO is in the line: what is agreed to goes up to the CIO
PLANNED = (*AGREED, "decide")

MID_LONG_TERM_PLAN = Words(
    judged={
        "accept": AUTHORS,
        "agree": PREPARERS,
        "decide": AGREED,
        "advice": PLANNED,
        "renew": (*PLANNED, "report_progress"),
    },
    free={
        "answers for somebody's missed date": ("overdue_report",),
        "puts forward": ("open", "revise", "submit", "report_progress"),
        "takes one's own back": ("discard", "return"),
        "carries out what was decided": ("publish",),
        "ends it": ("discontinue",),
        "takes note": ("post_review",),
        RIGHTED: ("correct",),
    },
)

WORDS: Mapping[str, Words] = {
    "it_investment": IT_INVESTMENT,
    "town_purchase": TOWN_PURCHASE,
    "mid_long_term_plan": MID_LONG_TERM_PLAN,
}
