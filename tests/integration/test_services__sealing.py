"""What is restricted cannot be found out by trying what the digest of the content fits."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import Any

import pytest
from government import CONTENT, Government

import govflow
from govflow.domain.canonical import digest_of

PRICE = 71_000_017


@pytest.fixture
def priced(cabinet: Government) -> tuple[Government, str]:
    clerk = {"person": "second_clerk", "office": "mof.clerk", "from": "2025-04-01"}
    cabinet.organise(persons=["second_clerk"], appointments=[clerk])
    return cabinet, cabinet.draft(planned_price=PRICE)


def seals(government: Government) -> list[str | None]:
    """What seals the revisions of the one proposal, oldest first."""
    with closing(sqlite3.connect(government.url)) as connection:
        return [seal for (seal,) in connection.execute("SELECT seal FROM revisions ORDER BY number")]


def revised(government: Government, reference: str, **changes: Any) -> str:
    """The clerk's content again, with what has changed."""
    clerk = government.person("mof_clerk")
    key = govflow.show(clerk, reference).key
    return govflow.submit(clerk, {**CONTENT, **changes}, key=key, draft=True).result


def test_knowing_all_but_the_planned_price_the_digest_does_not_tell_it(
    priced: tuple[Government, str],
) -> None:
    government, reference = priced
    whole = {**CONTENT, "planned_price": PRICE}
    told = govflow.show(government.person("mof_clerk"), reference)
    assert told.revision["digest"] != digest_of(whole)
    (seal,) = seals(government)
    assert seal is not None
    assert seal not in str(told)


def test_where_nothing_restricted_is_stated_anybody_can_make_the_digest_again(cabinet: Government) -> None:
    reference = cabinet.draft()
    assert govflow.show(cabinet.person("mof_clerk"), reference).revision["digest"] == digest_of(CONTENT)


def test_the_same_content_again_is_unchanged_and_another_price_is_a_revision(
    priced: tuple[Government, str],
) -> None:
    government, reference = priced
    assert revised(government, reference, planned_price=PRICE) == "unchanged"
    assert revised(government, reference, planned_price=PRICE + 1) == "revised"
    assert revised(government, reference) == "revised"
    assert govflow.verify(government.session).holds


def test_a_correction_of_another_field_is_sealed_anew(priced: tuple[Government, str]) -> None:
    government, reference = priced
    government.lead(reference, "ministry_review")
    slip = govflow.Correction(reference, "a slip of the pen", fields={"title_en": "Another title"})
    govflow.correct(government.person("second_clerk"), slip)
    first, second = seals(government)
    assert second not in (first, None)
    assert govflow.verify(government.session).holds
