"""A word in two scripts that look alike may be taken for another; Japanese beside them deceives nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

import govflow
from govflow.domain.scripts import mixed_words

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("text", "mixed"),
    [
        ("p\u0430ypal の更改", ("p\u0430ypal",)),
        ("\u03a4est", ("\u03a4est",)),
        ("plain", ()),
        ("αテストとABCシステム", ()),
        ("Система учёта", ()),
        ("Ωmega one, два", ("Ωmega",)),
        ("ＡＢＣ５年度", ()),
        ("café", ()),
    ],
)
def test_words_of_several_scripts_are_named(text: str, mixed: tuple[str, ...]) -> None:
    assert mixed_words(text) == mixed


def test_a_title_with_such_a_word_is_kept_and_told(tmp_path: Path) -> None:
    store, file = str(tmp_path / "store.db"), tmp_path / "proposal.yaml"
    clock = govflow.fixed_clock(govflow.moment_of("2025-06-02T10:00", "Asia/Tokyo"))
    govflow.create(store, organisation=ROOT / "examples" / "town.yaml", demonstration=True, clock=clock)
    file.write_text("key: k\ntitle: p\u0430ypal\nministry: maruyama\nfiscal_year: 2025\namount: 5\n", "utf-8")
    with govflow.open(store, person="shikaku.yuki", clock=clock) as session:
        taken = govflow.submit_file(session, file, draft=True)
    assert [warning.code for warning in taken.warnings] == ["submission.mixed_scripts"]
    assert taken.rows[0].title == "p\u0430ypal"
