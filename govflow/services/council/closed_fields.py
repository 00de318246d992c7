"""Closed fields: what somebody keeps out of the public version of a decision, with the reasons."""

from __future__ import annotations

from collections.abc import Mapping

from govflow.domain.council.register import CLOSABLE
from govflow.errors import BadInput, Problem
from govflow.messages import did_you_mean, notice
from govflow.reading.text import text_problem


def closed_fields(given: Mapping[str, str] | None) -> dict[str, str]:
    """The fields and why, each once. BadInput with every field that is none and every reason that is missing."""
    problems: list[Problem] = []
    for field, reason in (given or {}).items():
        if field not in CLOSABLE:
            hint = did_you_mean(field, CLOSABLE)
            said = notice("register.not_closable", field=field, hint=hint, known=CLOSABLE)
            problems.append(Problem(None, said))
        elif not reason.strip():
            problems.append(Problem(None, notice("register.closed_without_reason", field=field)))
        elif why := text_problem(reason, multiline=False):
            problems.append(Problem(None, notice("acts.bad_text", name=field, why=why)))
    if problems:
        raise BadInput(problems)
    return {field: reason.strip() for field, reason in (given or {}).items()}
