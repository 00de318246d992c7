"""`govflow why` reads like somebody explaining it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from printed import printed

import govflow
from govflow.cli.output import Output
from govflow.cli.why import Present, show_why
from govflow.cli.width import cells
from govflow.messages import notice


def pair(ja: str, en: str) -> dict[str, str]:
    return {"ja": ja, "en": en}


def holder(person: str, **more: Any) -> dict[str, Any]:
    name = pair(person, person.title())
    return {"person": person, "name": name, "office": "mof.pmo", "via": "own", "absent": False, **more}


PRESENT = Present(date(2025, 4, 11), {"mof.pmo": pair("財務省PMO責任者", "Head of PMO, MOF")})
ACCEPT = govflow.Possibility(
    trigger="accept",
    title=pair("受付", "accept"),
    to=pair("府省庁内審査", "ministry review"),
    moves=True,
    roles=(pair("PMO責任者", "PMO head"),),
    who=(holder("haru"),),
    takes=(),
    needs=(),
)
STEP = {
    "number": 2,
    "title": pair("情報セキュリティの合議", "concurrence on security"),
    "role": pair("CISO", "CISO"),
    "subject": "",
    "due_on": "2025-04-25",
    "answers": ["ciso.concur", "ciso.object"],
    "asker": None,
    "asker_answers": [],
    "paused_left": None,
    "who": (),
}
WHY = govflow.Why(
    reference="MOF-2025-0001",
    title="台帳の更改",
    titles=pair("台帳の更改", "Renewal of the ledger"),
    state="pmo_check",
    state_title=pair("PMO確認", "PMO check"),
    since="2025-04-08",
    waited=3,
    due_on="2025-04-22",
    overdue=0,
    responsible=pair("PMO責任者", "PMO head"),
    filled_by="office",
    who=(holder("haru"),),
    open_steps=(),
    possible=(ACCEPT,),
)


@pytest.fixture(autouse=True)
def _eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def shown(found: govflow.Why, lang: str = "en") -> str:
    def show(out: Output) -> None:
        show_why(out, found, PRESENT)

    return printed(show, lang)


def test_it_says_where_since_when_by_when_and_whose_turn_it_is() -> None:
    assert shown(WHY) == (
        "MOF-2025-0001  Renewal of the ledger\n"
        "MOF-2025-0001 has been in 'PMO check' for 3 working days (since 2025-04-08).\n"
        "It is due on 2025-04-22.\n"
        "Responsible is the PMO head: Haru (Head of PMO, MOF).\n"
        "\n"
        "Possible acts:\n"
        "  accept → ministry review\n"
        "      by: Haru (Head of PMO, MOF)\n"
        "      nothing more is needed.\n"
    )


def test_it_says_the_same_in_japanese() -> None:
    text = shown(WHY, "ja")
    assert "MOF-2025-0001 は「PMO確認」になって3営業日です（2025-04-08から）。" in text
    assert "  accept（受付） → 府省庁内審査\n" in text


COUNCIL = pair("CIO連絡会議", "CIO council")
PASSED = replace(ACCEPT, trigger="council_passed", roles=(COUNCIL,), who=(), occasion="passed")


def test_where_a_body_is_waited_for_nobody_is_missed() -> None:
    waiting = replace(WHY, responsible=COUNCIL, filled_by="body", who=(), possible=(PASSED,))
    text = shown(waiting)
    assert "Responsible is the CIO council: its proceedings lead on.\n" in text
    assert "by: CIO council\n      happens when it is passed; nobody does it by hand.\n" in text
    assert "nothing more is needed" not in text
    assert "可決されたときに行われます（人の手では行いません）。" in shown(waiting, "ja")


def test_what_follows_of_itself_is_nobodys_turn() -> None:
    breach = replace(WHY, responsible=pair("条件違反", "breach"), filled_by="itself", who=())
    assert "Responsible is the breach: what follows of itself leads on." in shown(breach)


def test_what_still_hinders_a_body_is_told() -> None:
    need = notice("guard.amount_not_stated")
    text = shown(replace(WHY, possible=(replace(PASSED, needs=(need,)),)))
    assert "needs: " in text
    assert "happens when it is passed" in text


def test_one_day_is_one_day() -> None:
    assert "for 1 working day (" in shown(replace(WHY, waited=1))


def test_what_is_late_says_by_how_much() -> None:
    late = replace(WHY, overdue=10)
    assert "It was due on 2025-04-22 and is overdue by 10 working days." in shown(late)


def test_what_an_act_still_needs_stands_under_it() -> None:
    need = notice("why.carry", value="amount", title="金額")
    text = shown(replace(WHY, possible=(replace(ACCEPT, needs=(need,)),)))
    assert "      needs: 金額 (--set amount=…)\n" in text
    assert "nothing more is needed" not in text


def test_a_reason_is_given_as_the_note() -> None:
    need = notice("why.carry", value="note", title="reason")
    assert "needs: reason (--note)\n" in shown(replace(WHY, possible=(replace(ACCEPT, needs=(need,)),)))


def test_what_one_trigger_may_lead_to_is_one_act_with_its_variants() -> None:
    need = notice("why.carry", value="part", title="part")
    text = shown(replace(WHY, possible=(replace(ACCEPT, needs=(need,)), ACCEPT)))
    assert text.endswith(
        "  accept → ministry review\n"
        "      by: Haru (Head of PMO, MOF)\n"
        "      either:\n"
        "        needs: part (--set part=…)\n"
        "      or:\n"
        "        nothing more is needed.\n"
    )


def test_variants_that_lead_to_different_states_by_different_persons_say_so() -> None:
    other = replace(ACCEPT, to=pair("起案中", "draft"), moves=False, who=(holder("nao"),))
    assert shown(replace(WHY, possible=(ACCEPT, other))).endswith(
        "  accept\n"
        "      either:\n"
        "        → ministry review\n"
        "        by: Haru (Head of PMO, MOF)\n"
        "        nothing more is needed.\n"
        "      or:\n"
        "        → the state stays\n"
        "        by: Nao (Head of PMO, MOF)\n"
        "        nothing more is needed.\n"
    )


def test_the_way_out_stands_under_what_is_in_the_way() -> None:
    blocked = replace(
        ACCEPT,
        needs=(notice("guard.amount_not_stated"),),
        ways_out=(notice("why.give_back", who=["CIO"], acts=["return"]),),
    )
    text = shown(replace(WHY, possible=(blocked,)))
    assert "      way out: The proposal can be sent back to be changed (by CIO): return\n" in text


def test_an_office_that_the_day_does_not_know_keeps_its_code() -> None:
    assert "Haru (mof.old)." in shown(replace(WHY, who=(holder("haru", office="mof.old"),)))


def test_an_act_that_nobody_can_do_names_the_role() -> None:
    assert "      by: PMO head\n" in shown(replace(WHY, possible=(replace(ACCEPT, who=()),)))


def test_somebody_entitled_twice_is_named_once() -> None:
    twice = replace(WHY, who=(holder("haru"), holder("haru")))
    assert shown(twice).count("Haru (Head of PMO, MOF)") == shown(WHY).count("Haru (Head of PMO, MOF)")


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ({"absent": True}, "Haru (Head of PMO, MOF, absent)"),
        ({"via": "substitution"}, "Haru (Head of PMO, MOF, substitute)"),
        ({"via": "delegation"}, "Haru (Head of PMO, MOF, by standing delegation)"),
    ],
)
def test_how_somebody_comes_to_act_is_said(how: dict[str, Any], said: str) -> None:
    assert f"Responsible is the PMO head: {said}." in shown(replace(WHY, who=(holder("haru", **how),)))


def test_an_open_step_says_what_can_be_answered() -> None:
    text = shown(replace(WHY, open_steps=(STEP, {**STEP, "number": 3, "subject": "監査"})))
    assert "  #2 concurrence on security, due 2025-04-25\n      by: CISO\n" in text
    assert "      answer with: ciso.concur, ciso.object\n" in text
    assert "  #3 concurrence on security: 監査, due 2025-04-25\n" in text


def test_a_step_past_its_due_date_says_so() -> None:
    late = shown(replace(WHY, open_steps=({**STEP, "due_on": "2025-04-10"},)))
    assert "  #2 concurrence on security, was due on 2025-04-10 and is overdue\n" in late
    assert "overdue" not in shown(replace(WHY, open_steps=({**STEP, "due_on": "2025-04-11"},)))
    assert "#2 concurrence on security\n" in shown(replace(WHY, open_steps=({**STEP, "due_on": None},)))


def test_an_end_has_no_due_date_to_speak_of() -> None:
    ended = replace(WHY, responsible=None, who=(), possible=(), due_on=None)
    assert shown(ended).splitlines()[1:] == [
        "MOF-2025-0001 has reached its end: 'PMO check' since 2025-04-08."
    ]


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_nothing_is_wider_than_the_terminal(lang: str) -> None:
    need = notice("why.carry", value="amount", title="金額" * 60)
    steps = (STEP, {**STEP, "subject": "条件" * 60})
    text = shown(replace(WHY, open_steps=steps, possible=(replace(ACCEPT, needs=(need,)),)), lang)
    assert max(map(cells, text.splitlines())) <= 80
