"""A charter that uses every key, and the bodies around it."""

from __future__ import annotations

from govflow.domain.council.charter import Charter
from govflow.resources import rule_files
from govflow.services.council.charters.rules import read_rule
from govflow.workflow.council.charter_file import load_charter
from govflow.workflow.council.charter_lint import Body

FILE = "council.yaml"

CHARTER = """\
format: 1
name: sample_council
version: 1
title: {ja: 見本会議, en: sample council}
basis: {ja: 設置要綱, en: its charter}
purpose: {ja: 見本を示す。, en: to be a sample}
powers: [decide, evaluate]
parent: cabinet
secretariat: office
chair: head
deputies: [second]
seats:
  chair: {title: {ja: 議長, en: chair}, role: head, voting: false}
  second: {title: {ja: 代理, en: second}, role: second}
  members:
    title: {ja: 構成員, en: members}
    each: member
    weight: "2.5"
    alternates: [deputy]
    from: 2025-04-01
    until: 2027-03-31
rule: simple_majority
objection_first: true
other_rules:
  override: two_thirds
  reconsideration:
    base: present
    threshold: 2/3
    inclusive: true
    quorum: {base: seats, fraction: 1/2, inclusive: true, count_written: true}
    requires: [cabinet]
own_ministry_recused: true
notice: {working_days: 3}
written_procedure: {working_days: 5, response: 1/2, rule: no_objection}
emergency: {decider: head, ratify_within_meetings: 2}
appeal: {by: [proposer, members], working_days: 10, panel: cabinet}
publication: {minutes: false, positions: true}
series: {ja: 見本, en: SMP}
proxies: {at_most: 2}
"""

PRESETS = {name: read_rule(name).rule for name in rule_files()}
BODIES = {
    "cabinet": Body(None, "CAB"),
    "below": Body("sample_council", "BEL"),
    "far_below": Body("below", "FAR"),
}


def charter(text: str = CHARTER) -> Charter:
    return load_charter(text, file=FILE, presets=PRESETS, bodies=BODIES)


def spoiled(old: str, new: str, *, text: str = CHARTER) -> str:
    """The sample with one thing changed."""
    assert text.count(old) == 1, old
    return text.replace(old, new)
