"""Returns, inquiries and comparisons as people type and read them, at 80 and at 120 columns."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from command_line import PROPOSAL, REFERENCE, Terminal

from govflow.cli.width import cells

RETURN = ("--issue", "amount: 見積りの根拠を示すこと。", "--issue", "利用者の見込みを書くこと。")
REPLIES = ("--reply", "1=三社の見積りを添えた。", "--reply", "2=年間三百万人。")


@pytest.fixture
def at_intake(endorsed: Terminal, tmp_path: Path) -> Terminal:
    copy = Terminal(tmp_path)
    shutil.copy2(endorsed.store, copy.store)
    return copy


def test_issues_are_given_shown_and_answered(at_intake: Terminal) -> None:
    at_intake.done(f"act {REFERENCE} return --as uki.chisato", *RETURN)
    for look in ("why", "show"):
        told = at_intake.done(f"{look} {REFERENCE}").out
        assert "It was sent back from 'intake' on 2025-04-15." in told
        assert "1. amount requested: 見積りの根拠を示すこと。" in told
    refused = at_intake.run(f"act {REFERENCE} submit --as komori.minato", *REPLIES[:2])
    assert (refused.code, "2 '利用者の見込みを書くこと。'" in refused.err.replace("\n", "")) == (3, True)
    proposal = at_intake.file("proposal.yaml", PROPOSAL.replace("一つにする", "一つにまとめる"))
    done = at_intake.done(f"submit {proposal} --as komori.minato", *REPLIES)
    assert "revised" in done.out
    told = at_intake.done(f"--lang ja show {REFERENCE}").out.replace("\n", "").replace(" ", "")
    assert "2.利用者の見込みを書くこと。→回答：年間三百万人。" in told


def test_a_reply_without_a_number_is_a_misunderstanding(at_intake: Terminal) -> None:
    ran = at_intake.run(f"act {REFERENCE} submit --as komori.minato --reply 添えた")
    assert (ran.code, "--reply" in ran.err) == (2, True)


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_two_revisions_stand_side_by_side(
    at_intake: Terminal, monkeypatch: pytest.MonkeyPatch, width: int, lang: str
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    at_intake.done(f"act {REFERENCE} return --as uki.chisato", *RETURN)
    text = PROPOSAL.replace("一つにする", "一つにまとめる").replace("1234567890", "1200000000")
    at_intake.done(f"submit {at_intake.file('p.yaml', text)} --draft --as komori.minato")
    shown = at_intake.done(f"compare {REFERENCE} --lang {lang}").out
    assert max(map(cells, shown.splitlines())) <= width
    assert "[+" in shown
    assert "[-" in shown
    heading = next(line for line in shown.splitlines() if line.startswith(("項目", "Item")))
    first, second = ("改正後", "改正前") if lang == "ja" else ("Before", "After")
    assert heading.index(first) < heading.index(second)
    answer = at_intake.done(f"compare {REFERENCE} --json").data()
    assert [field["name"] for field in answer["fields"]] == ["amount", "purpose"]
    assert "govflow compare" in at_intake.done(f"show {REFERENCE}").err
    saved = at_intake.folder / "taishohyo.html"
    at_intake.done(f"compare {REFERENCE} --lang {lang} --output {saved}")
    assert saved.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_an_inquiry_is_told_wherever_the_proposal_is(at_intake: Terminal) -> None:
    at_intake.done(f"act {REFERENCE} inquire --as uki.chisato --set question=単価は何に基づくか")
    for look in ("why", "show"):
        told = at_intake.done(f"{look} {REFERENCE}").out.replace("\n", " ")
        assert "The clock has stood still since 2025-04-15, waiting for an answer from: PMO head." in told
        assert "3 working days are left" in told
    assert "paused, 3 left" in at_intake.done("list --state intake").out
    assert "単価は何に基づくか" in at_intake.done(f"why {REFERENCE}").out
    at_intake.done(f"act {REFERENCE} inquiry.answered --as heisato.haru --set reply=見積り --now 2025-05-20")
    assert "It is due on 2025-05-23." in at_intake.done(f"why {REFERENCE}").out
    told = at_intake.done(f"history {REFERENCE}").out
    assert "question: 単価は何に基づくか" in told
    assert "reply: 見積り" in told
    assert at_intake.done("audit verify").code == 0


def test_a_list_of_drafts_says_what_each_lacks(at_intake: Terminal) -> None:
    bare = PROPOSAL.replace("kind: renewal\n", "").replace("mof-ledger-2025", "bare")
    at_intake.done(f"submit {at_intake.file('bare.yaml', bare)} --draft --as komori.minato")
    assert "Still missing" in at_intake.done("list --state draft").out
    assert "Still missing for submission: kind" in at_intake.done("why MOF-2025-0002").out
