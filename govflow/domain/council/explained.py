"""A rule in sentences: when it passes, who has to take part, and what becomes of ties, blocks and silence."""

from __future__ import annotations

from collections.abc import Iterator

from govflow.domain.council.rule import QuorumRule, Recusal, Rule, Silence
from govflow.messages import Notice, notice


def explained(rule: Rule) -> tuple[Notice, ...]:
    """The sentences, the threshold first."""
    return tuple(_sentences(rule))


def _sentences(rule: Rule) -> Iterator[Notice]:
    yield _threshold(rule)
    yield from _limits(rule)
    if rule.quorum:
        yield from _quorum(rule.quorum)
    if rule.can_tie:
        yield notice(f"rule.says_tie_{rule.tie}", tie=notice(f"rule.tied_{rule.tie_definition}"))
    if rule.silence is not Silence.NONE:
        yield notice(f"rule.says_silence_{rule.silence}")
    if rule.requires:
        yield notice("rule.says_requires", bodies=rule.requires)
    customs = (
        (rule.casts_only, "casting_only"),
        (rule.recusal is Recusal.ABSENT, "recused_absent"),
        (rule.revote, "revote"),
    )
    yield from (notice(f"rule.says_{code}") for applies, code in customs if applies)


def _limits(rule: Rule) -> Iterator[Notice]:
    """What a passing question must have or must not have, beside the threshold."""
    if rule.min_yes > 1:
        yield notice("rule.says_min_yes", min_yes=rule.min_yes)
    if rule.max_no is not None:
        yield notice("rule.says_max_no" if rule.max_no else "rule.says_no_against", max_no=rule.max_no)
    if rule.blocking:
        yield notice("rule.says_blocking")


def _threshold(rule: Rule) -> Notice:
    """The whole of a base is said as such: nobody says "at least 1 of"."""
    if rule.threshold == 1:
        return notice("rule.says_all", base=notice(f"ballot.base_{rule.base}"))
    code = "rule.says_at_least" if rule.inclusive else "rule.says_more_than"
    return notice(code, fraction=str(rule.threshold), base=notice(f"ballot.base_{rule.base}"))


def _quorum(quorum: QuorumRule) -> Iterator[Notice]:
    code = "rule.says_quorum_at_least" if quorum.inclusive else "rule.says_quorum_more_than"
    yield notice(code, fraction=str(quorum.fraction), base=notice(f"ballot.base_{quorum.base}"))
    counted = [name for name in ("proxy", "written") if getattr(quorum, f"count_{name}")]
    if counted:
        yield notice("rule.says_counted", counted=[notice(f"rule.counted_{name}") for name in counted])
