"""What guards check about a return: where it came from, what was changed since, and whether its issues are answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from govflow.domain.facts import Facts
from govflow.domain.returned import open_issues
from govflow.messages import Notice, notice
from govflow.workflow.content_checks import named
from govflow.workflow.definition import Definition


def returned_from(facts: Facts, wanted: Mapping[str, Sequence[str]], definition: Definition) -> Notice | None:
    """Each return was last made from one of the states named for it."""
    other = [name for name, states in wanted.items() if facts.read("records", name, "state") not in states]
    states = [definition.states[state].title for name in other for state in wanted[name]]
    return notice("guard.not_returned_from", states=states) if other else None


def unchanged_since(
    facts: Facts, fields: Mapping[str, Sequence[str]], definition: Definition
) -> Notice | None:
    """None of the fields named for a return has changed since the revision that was sent back."""
    changed: dict[str, None] = {}
    for record, names in fields.items():
        found = facts.read("changed", record)
        if found is None:
            return notice("guard.never_returned")
        changed |= dict.fromkeys(name for name in names if name in found)
    titles = [named(definition.fields[name].title, name) for name in changed]
    return notice("guard.changed_since", fields=titles) if changed else None


def issues_answered(facts: Facts, records: Sequence[str], definition: Definition) -> Notice | None:
    """Every issue of these returns has its reply, by now or with the act; no reply is to anything else."""
    kept = {name: {"issues": facts.read("records", name, "issues")} for name in records}
    asked = {each.number: each.issue for each in open_issues(kept, records)}
    given = {reply["issue"] for reply in facts.read("payload", "replies") or ()}
    if unknown := sorted(given - asked.keys()):
        return notice("guard.no_such_issue", numbers=unknown, count=len(asked))
    missing = [
        notice("guard.issue", number=number, text=issue["text"])
        for number, issue in asked.items()
        if number not in given
    ]
    return notice("guard.issues_unanswered", issues=missing) if missing else None
