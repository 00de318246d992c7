"""Which tests judge which module: modules by their path below `govflow`, tests without `test_` and `.py`."""

from __future__ import annotations

from collections.abc import Mapping

Judges = Mapping[str, tuple[str, ...]]

COUNCIL: Judges = {
    "domain/council/tally": ("council__tally", "council__properties", "council__settled"),
    "domain/council/ballot_voting": ("ballot__voting", "ballot__room", "ballot__ending", "ballot__everybody"),
    "domain/council/ballot_closing": (
        "ballot__closing",
        "ballot__casting",
        "ballot__ending",
        "ballot__room",
        "ballot__voting",
    ),
    "domain/council/ballot_recusing": (
        "ballot__declaring",
        "ballot__recusing",
        "ballot__ending",
        "ballot__room",
        "ballot__everybody",
    ),
    "domain/council/attendance": ("meeting__presence", "meeting__attendance", "meeting__order"),
    "domain/council/ballot_facts": ("ballot__voting", "ballot__room", "ballot__ending", "ballot__everybody"),
    "domain/council/ballot_proceeding": (
        "ballot__proceeding",
        "ballot__joint",
        "ballot__ending",
        "ballot__room",
        "ballot__voting",
    ),
    "domain/council/meeting_checks": (
        "meeting__acts",
        "meeting__called",
        "meeting__opened",
        "meeting__coming",
        "meeting__order",
        "meeting__attendance",
    ),
    "domain/council/agenda_checks": (
        "meeting__acts",
        "meeting__items",
        "meeting__replies",
        "meeting__papers",
        "meeting__agenda",
        "meeting__order",
        "council__proxies",
    ),
}

RULES: Judges = {
    "workflow/act_checks": ("workflow__act_guards", "workflow__guards"),
    "workflow/content_checks": ("workflow__content_guards", "workflow__guards"),
    "workflow/step_checks": ("workflow__step_guards", "workflow__guards"),
    "workflow/return_checks": ("workflow__return_guards", "workflow__guards"),
    "workflow/guard": (
        "workflow__guards",
        "workflow__lint_guards",
        "workflow__lint_names",
        "workflow__loader",
        "workflow__schema",
    ),
    "workflow/deeds": ("workflow__deeds",),
    "workflow/lint_deeds": ("workflow__deeds",),
    "services/done": ("done__deeds",),
    "domain/authority": ("authority__capacities",),
    "domain/organisation": ("organisation__directory", "authority__capacities"),
    "domain/standing": ("standing__reasons", "standing__ways"),
    "domain/administrators": ("organisation__administrators",),
    "domain/organisation_acts": ("organisation__handing", "organisation__acts"),
    "domain/organisation_gain": ("organisation__gains",),
    "domain/organisation_terms": ("organisation__terms",),
    "domain/organisation_check": ("organisation__auditors", "organisation__check"),
    "domain/delegation_loop": ("delegation_loop__search",),
    "domain/reading_policy": ("reading__policy",),
    "domain/round": ("round__rules",),
    "domain/deadline": ("deadline__working_days", "deadline__named_dates", "deadline__fiscal_years"),
    "domain/pause": ("pause",),
    "domain/condition": ("condition__state",),
    "domain/returned": ("returned__issues",),
}

HISTORY: Judges = {
    "domain/history": ("history__chain",),
    "domain/replay": ("replay__folded",),
    "domain/facts": ("facts__read",),
    "store/chains": ("store__links",),
    "store/history": ("store__history",),
    "store/seals": ("store__seals",),
    "store/tallies": ("store__tallies",),
    "services/acting/keeping": ("keeping__changes", "services__keeping"),
    "services/audit/replaying": ("audit__replaying",),
    "services/audit/proposals": ("services__proposal_audit",),
    "services/audit/registers": ("services__founding_audit",),
    "services/audit/timing": ("audit__timing",),
}
"""Of histories, what is folded and counted from them, and how they are verified."""

MODULES: Judges = {**COUNCIL, **RULES, **HISTORY}
