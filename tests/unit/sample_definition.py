"""A small sound definition for tests, and the means to spoil it: a mark `¦` shows where a problem is expected."""

from __future__ import annotations

from collections.abc import Collection

from govflow.errors import BadInput
from govflow.workflow.definition import Definition
from govflow.workflow.loader import load_definition

FILE = "sample.yaml"
TEMPLATES = frozenset({"letter", "decision_memo"})
MARK = "¦"

SAMPLE = """\
format: 1
name: sample
version: 1
title: {ja: 見本, en: sample}
initial: draft
roles:
  clerk: {title: {ja: 担当, en: clerk}}
  head: {title: {ja: 長, en: head}}
  centre: {title: {ja: 中央, en: centre}, central: true}
fields:
  title: {type: text, required: true, title: {ja: 件名, en: title}, aliases: [件名]}
  ministry: {type: ministry, required: true, title: {ja: 府省, en: ministry}}
  fiscal_year: {type: year, required: true, title: {ja: 年度, en: year}}
  amount: {type: yen, title: {ja: 金額, en: amount}}
  previous: {type: yen, title: {ja: 前年度額, en: previous amount}}
  urgent: {type: flag, title: {ja: 至急, en: urgent}}
  kind: {type: choice, title: {ja: 区分, en: kind}, choices: {new: {ja: 新規, en: new}, old: {ja: 継続, en: old}}}
values:
  note: {type: prose, title: {ja: 理由, en: note}}
  amount: {type: yen, title: {ja: 金額, en: amount}}
  conditions: {type: conditions, title: {ja: 条件, en: conditions}}
  others: {type: ministries, title: {ja: 相手, en: others}}
  way: {type: choice, title: {ja: 方法, en: way}, choices: {paper: {ja: 書面, en: paper}, met: {ja: 会議, en: met}}}
dates:
  closing: {month: 5, day: 31}
steps:
  opinion:
    title: {ja: 意見, en: opinion}
    role: head
    due: {working_days: 10}
    answers:
      agree: {title: {ja: 同意, en: agrees}, agrees: true}
      refuse: {title: {ja: 不同意, en: refuses}, agrees: false}
      pass_on: {title: {ja: 照会, en: passes on}, takes: [others], asks: [consultation]}
  consultation:
    title: {ja: 協議, en: consultation}
    role: head
    for_each: others
    due: {working_days: 5, date: closing}
    when: [{field_is: {urgent: [false]}}]
    answers:
      agree: {title: {ja: 同意, en: agrees}, agrees: true}
  condition:
    title: {ja: 条件確認, en: condition}
    role: centre
    for_each: conditions
    lasting: true
    due: {none: {ja: 条件ごと, en: one for each}}
    guards: [{different_person_from: [submit]}]
    answers:
      met: {title: {ja: 済, en: met}, agrees: true}
documents:
  notice: {title: {ja: 通知, en: notice}, template: letter, series: {ja: 通, en: N}}
triggers:
  submit: {ja: 提出, en: submit}
  return: {ja: 差戻し, en: return}
  decide: {ja: 決定, en: decide}
  remark: {ja: 備考, en: remark}
states:
  draft: {title: {ja: 起案, en: draft}, role: clerk, due: {none: {ja: 随時, en: any time}}}
  review: {title: {ja: 審査, en: review}, role: head, due: {working_days: 5}, asks: [opinion]}
  done: {title: {ja: 完了, en: done}, end: true}
transitions:
  - {trigger: submit, from: draft, to: review, roles: [clerk], guards: [amount_stated]}
  - {trigger: return, from: review, to: draft, roles: [head, centre], takes: [note]}
  - {trigger: remark, from: [draft, review], roles: [clerk], may_take: [note, way]}
  - trigger: decide
    from: review
    to: done
    roles: [head]
    guards:
      - {concurred: [opinion]}
      - {different_person_from: [draft.submit]}
      - {amount_within: decision}
    may_take: [amount, conditions]
    records: decision
    builds_on: decision
    asks: [condition]
    issues: [notice]
    due: {fiscal_year_end_of: decision}
"""


def sample(text: str = SAMPLE, *, templates: Collection[str] = TEMPLATES) -> Definition:
    return load_definition(text, file=FILE, templates=templates)


def spoiled(old: str, new: str, *, text: str = SAMPLE) -> str:
    """The sample with one passage replaced; the passage has to be there exactly once."""
    assert text.count(old) == 1, f"{text.count(old)} times: {old}"
    return text.replace(old, new)


def expected(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its marks, and the line and column of each."""
    lines, places = [], []
    for number, line in enumerate(marked.splitlines(), start=1):
        while MARK in line:
            places.append((number, line.index(MARK) + 1))
            line = line.replace(MARK, "", 1)  # noqa: PLW2901 (the next mark's column counts without this one)
        lines.append(line)
    return "\n".join(lines) + "\n", places


def problems(text: str, *, templates: Collection[str] = TEMPLATES) -> list[tuple[int, int, str]]:
    """Line, column and code of everything wrong with a definition."""
    return [(line, column, code) for line, column, code, _ in told(text, templates=templates)]


def told(text: str, *, templates: Collection[str] = TEMPLATES) -> list[tuple[int, int, str, str]]:
    """The same with the English sentence, place included."""
    try:
        sample(text, templates=templates)
    except BadInput as bad:
        found = []
        for problem in bad.problems:
            assert problem.place is not None
            assert problem.place.file == FILE
            assert problem.sentence("ja")
            line, column = problem.place.line, problem.place.column
            found.append((line, column, problem.notice.code, problem.sentence("en")))
        return found
    return []
