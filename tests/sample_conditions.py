"""A small workflow in which conditions are broken: what is under way may be paused and lapse, what is granted not."""

GRANT = """\
format: 1
name: grant
version: 1
title: {ja: 補助, en: grant}
initial: draft
roles:
  pmo_clerk: {title: {ja: 担当者, en: clerk}}
  pmo_head: {title: {ja: 責任者, en: head}}
  secretariat: {title: {ja: 事務局, en: secretariat}, central: true}
  government_cio: {title: {ja: 政府CIO, en: Government CIO}, central: true}
  breach: {title: {ja: 条件違反, en: breach}, automatic: true}
fields:
  title: {type: text, required: true, title: {ja: 件名, en: title}}
  ministry: {type: ministry, required: true, title: {ja: 府省庁, en: ministry}}
  fiscal_year: {type: year, required: true, title: {ja: 年度, en: fiscal year}}
values:
  note: {type: prose, title: {ja: 理由, en: reason}}
  conditions: {type: conditions, title: {ja: 条件, en: conditions}}
  evidence: {type: prose, title: {ja: 証拠, en: evidence}}
steps:
  report:
    title: {ja: 履行報告, en: report}
    role: pmo_head
    to_owner: true
    for_each: conditions
    lasting: true
    due: {none: {ja: 条件ごと, en: one for each}}
    answers: {fulfilled: {title: {ja: 履行, en: fulfilled}, agrees: true, takes: [evidence]}}
  check:
    title: {ja: 履行確認, en: check}
    role: secretariat
    for_each: conditions
    lasting: true
    due: {none: {ja: 条件ごと, en: one for each}}
    guards: [not_the_owner, {different_person_from: [report]}]
    answers:
      met: {title: {ja: 履行, en: met}, agrees: true, issues: [memo]}
      broken:
        title: {ja: 違反, en: broken}
        agrees: false
        may_take: [note]
        breach: true
        asks: [told]
        issues: [memo]
  told:
    title: {ja: 違反の報告, en: report of a breach}
    role: government_cio
    lasting: true
    due: {working_days: 5}
    answers: {noted: {title: {ja: 了知, en: noted}}}
documents:
  memo: {title: {ja: 追跡メモ, en: follow-up memo}, template: follow_up, series: {ja: 補追, en: GM}}
triggers:
  grant: {ja: 交付, en: grant}
  extend: {ja: 追加, en: extend}
  begin: {ja: 開始, en: begin}
  pause: {ja: 停止, en: pause}
  lapse: {ja: 失効, en: lapse}
  go_on: {ja: 再開, en: go on}
  finish: {ja: 完了, en: finish}
states:
  draft: {title: {ja: 起案, en: draft}, role: pmo_clerk, due: {none: {ja: 随時, en: any time}}}
  granted: {title: {ja: 交付済み, en: granted}, role: pmo_head, due: {working_days: 20}}
  running: {title: {ja: 実施中, en: running}, role: pmo_head, due: {working_days: 60}}
  paused: {title: {ja: 停止中, en: paused}, role: government_cio, due: {working_days: 10}}
  lapsed: {title: {ja: 失効, en: lapsed}, end: true}
  done: {title: {ja: 完了, en: done}, end: true}
transitions:
  - trigger: grant
    from: draft
    to: granted
    roles: [pmo_clerk]
    may_take: [conditions]
    records: decision
    asks: [report, check]
  - {trigger: extend, from: granted, roles: [pmo_head], may_take: [conditions], records: decision, builds_on: decision}
  - {trigger: begin, from: granted, to: running, roles: [pmo_head]}
  - {trigger: finish, from: running, to: done, roles: [pmo_head]}
  - {trigger: pause, from: running, to: paused, roles: [breach], occasion: breach_suspends, may_take: [note]}
  - {trigger: go_on, from: paused, to: running, roles: [government_cio]}
  - trigger: lapse
    from: [running, paused]
    to: lapsed
    roles: [breach]
    occasion: breach_lapses
    guards: [{times_at_most: {go_on: 0}}]
    asks: [told]
"""
