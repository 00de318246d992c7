"""A ministry's plan over two years: decided inside the ministry, advised, published, followed, overdue, and renewed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import govflow
from govflow.errors import BadInput, Refused
from govflow.resources import bundled

CLERK, HEAD, DEPUTY, CIO, SECRETARIAT = (
    "kohama.aoi",
    "heitake.kei",
    "tsuchikawa.wakaba",
    "chohata.shinobu",
    "uki.chisato",
)
PUBLISHED = {"published_on": "2025-08-25", "published_at": "省のウェブサイト"}


class Desk:
    """A store of the example's organisation, on a clock of its own."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.on("2025-08-04")
        founded = govflow.create(
            url,
            organisation=bundled("examples") / "organisation.yaml",
            demonstration=True,
            clock=lambda: self.moment,
        )
        self.workflows = founded.workflows
        self.session = govflow.open(url, clock=lambda: self.moment)

    def on(self, day: str) -> None:
        self.moment = govflow.moment_of(f"{day}T09:00", "Asia/Tokyo")

    def submit(self) -> str:
        file = bundled("examples") / "mid_long_term_plan.yaml"
        return govflow.submit_file(self.session.acting_as(CLERK), file).rows[0].reference

    def act(self, person: str, trigger: str, reference: str, **payload: object) -> govflow.Receipt:
        note = str(payload.pop("note", ""))
        return govflow.act(
            self.session.acting_as(person), govflow.Act(reference, trigger, payload=payload, note=note)
        )

    def decided(self) -> str:
        reference = self.submit()
        for person, trigger in ((HEAD, "accept"), (DEPUTY, "agree"), (CIO, "decide")):
            self.act(person, trigger, reference)
        return reference

    @property
    def overdue(self) -> list[str]:
        return [line.reference for line in govflow.overdue(self.session).lines]


@pytest.fixture
def desk(empty_url: str) -> Iterator[Desk]:
    opened = Desk(empty_url)
    with opened.session:
        yield opened


def test_it_is_in_force_where_the_offices_are(desk: Desk) -> None:
    assert desk.workflows == ("it_investment", "mid_long_term_plan")


def test_a_plan_is_overdue_after_a_year_until_progress_and_renewal_are_recorded(desk: Desk) -> None:
    plan = desk.decided()
    desk.act(SECRETARIAT, "advice.given", plan, advice="KPIを足すこと。")
    assert desk.act(HEAD, "publish", plan, **PUBLISHED, reply="次の改定で足す。").due_on == "2026-08-04"
    desk.on("2026-08-04")
    assert desk.overdue == []
    desk.on("2026-08-05")
    assert desk.overdue == [plan]
    other = govflow.submit(
        desk.session.acting_as(CLERK),
        {"title": "改定", "ministry": "mhlw", "fiscal_year": 2026, "predecessor": plan},
        key="next",
        workflow="mid_long_term_plan",
    ).reference
    with pytest.raises(Refused) as refused:
        desk.act(SECRETARIAT, "renew", plan, successor=other)
    assert [notice.code for notice in refused.value.notices] == ["guard.not_done"]
    desk.act(CLERK, "report_progress", plan, progress="予定どおり。")
    with pytest.raises(BadInput):
        desk.act(SECRETARIAT, "renew", plan, successor=plan)
    assert desk.act(SECRETARIAT, "renew", plan, successor=other).state == "renewed"
    assert desk.overdue == []
    assert govflow.verify(desk.session).holds


def test_advice_that_does_not_come_is_recorded_as_none(desk: Desk) -> None:
    plan = desk.decided()
    with pytest.raises(Refused):
        desk.act(HEAD, "publish", plan, **PUBLISHED)
    desk.on("2025-09-03")
    assert desk.act(HEAD, "publish", plan, **PUBLISHED).state == "published"
    (step,) = govflow.show(desk.session, plan).steps
    assert (step["name"], step["state"]) == ("advice", "unanswered")
    assert govflow.verify(desk.session).holds


def test_a_plan_taken_back_after_the_advice_goes_the_whole_line_again(desk: Desk) -> None:
    plan = desk.decided()
    desk.act(SECRETARIAT, "advice.given", plan, advice="目標を数で示すこと。")
    assert desk.act(CIO, "return", plan, note="助言を取り入れる。").state == "draft"
    desk.act(CLERK, "submit", plan)
    desk.act(HEAD, "accept", plan)
    desk.act(DEPUTY, "agree", plan)
    assert desk.act(CIO, "decide", plan).documents == ("PL-2025-0002",)


@pytest.mark.parametrize(
    ("lang", "said"), [("ja", "本計画を次のとおり決定した"), ("en", "decided this plan on")]
)
def test_the_decided_plan_is_a_document_with_its_circulation(desk: Desk, lang: str, said: str) -> None:
    plan = desk.decided()
    text = govflow.document(desk.session, "PL-2025-0001", lang=lang).text
    assert said in text
    assert "年金記録の照会を個人向けの窓口に一本化する" in text
    assert "要求額" not in text
    assert "Amount" not in text
    assert plan in text
