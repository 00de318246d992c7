"""A small sound definition in which a body decides, and a breach ends what it decided."""

from __future__ import annotations

COUNCIL = """\
format: 1
name: motion
version: 1
title: {ja: 議案, en: motion}
initial: draft
roles:
  pmo_clerk: {title: {ja: 担当, en: clerk}}
  council: {title: {ja: 議会, en: council}, body: town_council}
  breach: {title: {ja: 条件違反, en: breach}, automatic: true}
fields:
  title: {type: text, required: true, title: {ja: 件名, en: title}}
  ministry: {type: ministry, required: true, title: {ja: 町, en: town}}
  fiscal_year: {type: year, required: true, title: {ja: 年度, en: year}}
  amount: {type: yen, title: {ja: 金額, en: amount}}
values:
  note: {type: prose, title: {ja: 理由, en: note}}
  source: {type: text, title: {ja: 典拠, en: source}}
steps:
  remark:
    title: {ja: 所見, en: remark}
    role: pmo_clerk
    due: {working_days: 5}
    answers: {seen: {title: {ja: 了知, en: seen}}}
  follow_up:
    title: {ja: 履行確認, en: follow-up}
    role: pmo_clerk
    lasting: true
    due: {working_days: 60}
    answers: {met: {title: {ja: 履行, en: met}}}
documents:
  resolution: {title: {ja: 議決書, en: resolution}, template: decision_memo, series: {ja: 議, en: RS}}
triggers:
  submit: {ja: 提出, en: submit}
  place: {ja: 議題登録, en: place}
  pull: {ja: 取消, en: pull}
  call: {ja: 付議, en: call}
  pass: {ja: 可決, en: pass}
  fail: {ja: 否決, en: fail}
  carry_over: {ja: 継続, en: carry over}
  carry_out: {ja: 執行, en: carry out}
  lapse: {ja: 議決の失効, en: lapse}
  stop: {ja: 失効, en: stop}
states:
  draft: {title: {ja: 起案, en: draft}, role: pmo_clerk, due: {none: {ja: 随時, en: any time}}}
  ready: {title: {ja: 付議待ち, en: ready}, role: pmo_clerk, due: {working_days: 20}}
  agenda: {title: {ja: 議題, en: agenda}, role: council, due: {working_days: 10}}
  debate: {title: {ja: 審議, en: debate}, role: council, due: {working_days: 0}, asks: [remark]}
  passed: {title: {ja: 可決, en: passed}, role: pmo_clerk, due: {working_days: 30}}
  done: {title: {ja: 完了, en: done}, end: true}
transitions:
  - {trigger: submit, from: draft, to: ready, roles: [pmo_clerk]}
  - {trigger: place, from: ready, to: agenda, roles: [council], occasion: placed}
  - {trigger: pull, from: agenda, to: ready, roles: [council], occasion: removed}
  - {trigger: call, from: agenda, to: debate, roles: [council], occasion: called}
  - trigger: pass
    from: debate
    to: passed
    roles: [council]
    occasion: passed
    guards: [amount_stated, {different_person_from: [carry_out]}]
    takes: [source]
    may_take: [note]
    records: resolution
    asks: [follow_up]
    issues: [resolution]
  - {trigger: fail, from: debate, to: done, roles: [council], occasion: failed}
  - {trigger: carry_over, from: debate, to: ready, roles: [council], occasion: carried_over}
  - {trigger: carry_out, from: passed, to: done, roles: [pmo_clerk], takes: [note]}
  - {trigger: lapse, from: passed, to: ready, roles: [council], occasion: lapsed}
  - {trigger: stop, from: passed, to: done, roles: [breach], occasion: breach_lapses, may_take: [note]}
"""
