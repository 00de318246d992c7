"""A tiny town: one step, three persons in seven offices; nothing is wired to the big definition."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

import govflow
from govflow.errors import NotAuthorised, Refused
from govflow.resources import bundled

NANA, YUKI, MAYOR = "sankaku.nana", "shikaku.yuki", "marui.hajime"
ADMINISTRATOR = MAYOR
DESK: dict[str, Any] = {
    "title": "相談窓口の机",
    "ministry": "maruyama",
    "fiscal_year": 2025,
    "amount": 48_000,
}


def at(text: str) -> datetime:
    return govflow.moment_of(text, "Asia/Tokyo")


@pytest.fixture
def town(empty_url: str) -> Iterator[govflow.Session]:
    """The town's store in the mayor's hands, on either database."""
    clock = govflow.fixed_clock(at("2025-06-02T09:00"))
    founded = govflow.create(
        empty_url, organisation=bundled("examples") / "town.yaml", demonstration=True, clock=clock
    )
    assert founded.workflows == ("town_purchase",)
    with govflow.open(empty_url, person=MAYOR, clock=clock) as session:
        yield session


def request(town: govflow.Session, *, by: str = NANA, **content: Any) -> str:
    """A purchase somebody asks for."""
    acting = town.acting_as(by)
    reference = govflow.submit(acting, {**DESK, **content}, key=str(content or by)).reference
    govflow.act(acting, govflow.Act(reference, "request"))
    return reference


def act(town: govflow.Session, person: str, trigger: str, reference: str, **more: Any) -> govflow.Receipt:
    return govflow.act(town.acting_as(person), govflow.Act(reference, trigger, **more))


def test_a_purchase_is_asked_for_confirmed_and_decided(town: govflow.Session) -> None:
    reference = request(town)
    assert [line.step for line in govflow.inbox(town.acting_as(YUKI)).lines] == ["funds"]
    act(town, YUKI, "funds.available", reference)
    receipt = act(town, MAYOR, "decide", reference)
    assert (receipt.state, receipt.documents) == ("decided", ("PD-2025-0001",))
    assert "相談窓口の机" in govflow.memo(town, reference, lang="ja").text
    assert govflow.verify(town).holds


def test_it_waits_for_the_request_and_the_funds(town: govflow.Session) -> None:
    reference = govflow.submit(town.acting_as(NANA), DESK, key="k").reference
    with pytest.raises(Refused) as refused:
        act(town, MAYOR, "decide", reference)
    assert [notice.code for notice in refused.value.notices] == ["guard.not_done", "guard.not_concurred"]


def test_lacking_funds_leave_only_the_refusal(town: govflow.Session) -> None:
    reference = request(town)
    act(town, YUKI, "funds.lacking", reference)
    with pytest.raises(Refused):
        act(town, MAYOR, "decide", reference)
    assert act(town, MAYOR, "decline", reference, note="予算がない。").state == "declined"


def test_the_clerk_may_confirm_the_funds_as_accountant_but_never_decide(town: govflow.Session) -> None:
    reference = request(town)
    assert act(town, NANA, "funds.available", reference).office == "accountant"
    with pytest.raises(NotAuthorised):
        act(town, NANA, "decide", reference)
    assert act(town, MAYOR, "decide", reference).state == "decided"


def test_another_content_has_to_be_asked_for_and_confirmed_again(town: govflow.Session) -> None:
    reference = request(town)
    act(town, YUKI, "funds.available", reference)
    revised = govflow.submit(town.acting_as(NANA), {**DESK, "amount": 98_000}, key=NANA)
    assert (revised.reference, revised.result) == (reference, "revised")
    with pytest.raises(Refused) as refused:
        act(town, MAYOR, "decide", reference)
    assert [notice.code for notice in refused.value.notices] == ["guard.not_done", "guard.not_concurred"]
    funds = [step["state"] for step in govflow.show(town, reference).steps if step["name"] == "funds"]
    assert funds == ["answered", "open"]
    act(town, NANA, "request", reference)
    act(town, YUKI, "funds.available", reference)
    assert act(town, MAYOR, "decide", reference).state == "decided"
    assert govflow.verify(town).holds


def test_what_nobody_had_confirmed_yet_is_asked_about_the_new_content_only(town: govflow.Session) -> None:
    reference = request(town)
    govflow.submit(town.acting_as(NANA), {**DESK, "amount": 98_000}, key=NANA)
    funds = [step["state"] for step in govflow.show(town, reference).steps if step["name"] == "funds"]
    assert funds == ["cancelled", "open"]
    assert [line.step for line in govflow.inbox(town.acting_as(YUKI)).lines] == ["funds"]
    assert govflow.verify(town).holds


def test_whoever_revised_a_purchase_never_decides_it_in_the_mayors_place(
    town: govflow.Session, tmp_path: Path
) -> None:
    reference = request(town, by=YUKI)
    govflow.submit(town.acting_as(NANA), {**DESK, "amount": 98_000}, key=YUKI)
    act(town, YUKI, "request", reference)
    act(town, YUKI, "funds.available", reference)
    govflow.load_organisation(town, without_the_mayor(tmp_path))
    with pytest.raises(Refused) as refused:
        act(town, NANA, "decide", reference)
    assert [notice.code for notice in refused.value.notices] == ["guard.same_person"]


def without_the_mayor(folder: Path) -> Path:
    """The town while its mayor is away."""
    text = (bundled("examples") / "town.yaml").read_text(encoding="utf-8")
    away = folder / "away.yaml"
    away.write_text(text + "\nabsences:\n  - {person: marui.hajime, from: 2025-06-02}\n", encoding="utf-8")
    return away


def test_standing_in_for_the_mayor_does_not_let_one_decide_on_the_own_request(
    town: govflow.Session, tmp_path: Path
) -> None:
    own, other = request(town), request(town, by=YUKI, title="椅子")
    for reference in (own, other):
        act(town, YUKI, "funds.available", reference)
    govflow.load_organisation(town, without_the_mayor(tmp_path))
    with pytest.raises(Refused) as refused:
        act(town, NANA, "decide", own)
    assert [notice.code for notice in refused.value.notices] == ["guard.same_person"]
    receipt = act(town, NANA, "decide", other)
    assert (receipt.via, receipt.on_behalf_of) == ("substitution", "mayor")
    assert [line.step for line in govflow.inbox(town).lines if line.reference == other] == ["post_review"]
    with pytest.raises(NotAuthorised, match="without an end"):
        act(town, MAYOR, "reviewed", other)
    back = govflow.RevokeAbsence(MAYOR, "2025-06-02")
    govflow.change_organisation(town.acting_as(ADMINISTRATOR), back)
    act(town, MAYOR, "reviewed", other)
    assert govflow.verify(town).holds
