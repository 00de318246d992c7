"""What stands beside the histories is verified on both databases: the schema, seals, and the search index."""

from __future__ import annotations

from pathlib import Path

import pytest
from database_tools import insider
from government import CONTENT, Government

import govflow

ROOT = Path(govflow.__file__).parents[1]


def found(cabinet: Government) -> list[str]:
    return [problem.code for problem in govflow.verify(cabinet.session).problems]


def test_a_row_with_a_seal_that_is_not_its_own_is_found(either: Government) -> None:
    either.draft()
    insider(either.url, "INSERT INTO seals VALUES ('refusals', '[7]', 'x')")
    assert found(either) == ["audit.seal_broken"]


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_missing_trigger_is_found(either: Government) -> None:
    insider(either.url, "DROP TRIGGER history_no_delete")
    assert found(either) == ["audit.schema_differs"]


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_an_index_of_the_same_columns_in_another_order_is_found(either: Government) -> None:
    other = "CREATE INDEX steps_by_due ON steps (due_on, state)"
    insider(either.url, "DROP INDEX steps_by_due", other)
    assert found(either) == ["audit.schema_differs"]


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    "change",
    [
        "type = CAST(type AS BLOB)",
        "name = CAST(name AS BLOB)",
        "tbl_name = CAST(tbl_name AS BLOB)",
        "sql = CAST(sql AS BLOB)",
        "sql = replace(sql, 'append-only: h', 'append-only:\"h')",
        "sql = replace(sql, '(ABORT', '(' || char(13) || 'ABORT')",
        "sql = replace(sql, ': history', ': \"history\"')",
        "sql = replace(sql, ': history', ':  history')",
    ],
)
def test_a_schema_that_is_kept_or_worded_otherwise_is_found(either: Government, change: str) -> None:
    insider(
        either.url,
        "PRAGMA writable_schema = ON",
        f"UPDATE sqlite_master SET {change} WHERE name = 'history_no_delete'",
    )
    assert found(either) == ["audit.schema_differs"]


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
@pytest.mark.parametrize(
    "statement",
    [
        "DROP TRIGGER history_no_change ON history",
        "ALTER TABLE history DISABLE TRIGGER history_no_change",
        "CREATE OR REPLACE FUNCTION govflow_append_only() RETURNS trigger LANGUAGE plpgsql"
        " AS $$BEGIN RETURN NEW; END$$",
        "DROP INDEX steps_by_due",
        "ALTER TABLE steps ALTER COLUMN note DROP NOT NULL",
        "ALTER TABLE tallies DROP CONSTRAINT tallies_sums",
    ],
)
def test_a_schema_that_is_not_the_programs_is_found(either: Government, statement: str) -> None:
    insider(either.url, statement)
    assert found(either) == ["audit.schema_differs"]


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_a_text_that_is_found_by_other_words_is_found(either: Government) -> None:
    either.draft()
    assert found(either) == []
    insider(either.url, "UPDATE proposal_search SET grams = '''xy'':1'")
    assert found(either) == ["audit.search_differs"]


INDEXES = {
    "a text beside its index": "UPDATE proposal_search_content SET c0 = c0 || ' xy' WHERE id = 1",
    "another text of the same pairs": "UPDATE proposal_search_content"
    " SET c0 = substr(c0, 4) || ' ' || substr(c0, 1, 2)",
    "another pair": "UPDATE proposal_search_data SET block = CAST(replace(block, '件', '仲') AS BLOB)"
    " WHERE id > 10",
    "a pair with the same checksum by FTS5's own check": "UPDATE proposal_search_data"
    " SET block = CAST(replace(block, '件', '伭') AS BLOB) WHERE id > 10",
    "looked for on a page too far on": "UPDATE proposal_search_idx SET term ="
    " (SELECT CAST(before.term || x'01' AS BLOB) FROM proposal_search_idx before"
    " WHERE before.segid = proposal_search_idx.segid AND before.pgno < proposal_search_idx.pgno"
    " ORDER BY before.pgno DESC) WHERE pgno = (SELECT max(pgno) FROM proposal_search_idx)",
}


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
@pytest.mark.parametrize("change", INDEXES.values(), ids=INDEXES)
def test_an_index_that_does_not_lead_to_its_texts_is_found(either: Government, change: str) -> None:
    either.draft()
    either.draft(title="別の件", purpose="".join(map(chr, range(0x4E00, 0x5600))))  # several pages of pairs
    assert found(either) == []
    insider(either.url, change)
    assert "audit.search_differs" in found(either)


OTHERWISE_INDEXED = {
    "a text that is not there": (
        "INSERT INTO proposal_search (rowid, grams) VALUES (77, 'xy')",
        "DELETE FROM proposal_search_content WHERE id = 77",
    ),
    "behind the end of the longest text": (
        "UPDATE proposal_search SET grams = grams || ' xy' WHERE rowid = 2",
        "UPDATE proposal_search_content SET c0 = substr(c0, 1, length(c0) - 3) WHERE id = 2",
    ),
    "two pairs in each other's places": (
        "UPDATE proposal_search SET grams = substr(grams, 4, 3) || substr(grams, 1, 3) || substr(grams, 7)",
        "UPDATE proposal_search_content SET c0 = substr(c0, 4, 3) || substr(c0, 1, 3) || substr(c0, 7)",
    ),
    "two texts in each other's places": (
        "UPDATE proposal_search SET rowid = 77 WHERE rowid = 1",
        "UPDATE proposal_search SET rowid = 1 WHERE rowid = 2",
        "UPDATE proposal_search SET rowid = 2 WHERE rowid = 77",
        "UPDATE proposal_search_content SET id = 77 WHERE id = 1",
        "UPDATE proposal_search_content SET id = 1 WHERE id = 2",
        "UPDATE proposal_search_content SET id = 2 WHERE id = 77",
    ),
}
"""What is added to the index or moved in it while its texts stay as they are."""


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
@pytest.mark.parametrize("changes", OTHERWISE_INDEXED.values(), ids=OTHERWISE_INDEXED)
def test_an_index_that_leads_where_no_text_says_so_is_found(
    either: Government, changes: tuple[str, ...]
) -> None:
    either.draft()
    either.draft(title="別の件", purpose="長い目的を二つ目の件だけに書いておく")
    insider(either.url, *changes)
    assert found(either) == ["audit.search_differs"]


@pytest.mark.parametrize("at", ["redrafted", "endorsed"])
def test_a_redraft_is_found_by_what_others_read_too(either: Government, at: str) -> None:
    reference = either.proposal(until="intake")
    either.act("secretariat", "return", reference, issues=[{"text": "目的が足りない"}])
    clerk = either.person("mof_clerk")
    content = {**CONTENT, "title": "書き直した件名"}
    govflow.submit(clerk, content, key=govflow.show(clerk, reference).key, draft=True)
    if at == "endorsed":
        either.lead(reference, "intake")
    assert found(either) == []
    words = "書き直した件名" if at == "redrafted" else CONTENT["title"]
    with either.session.writing() as work:
        work.proposals.reindex(reference, words)
        work.commit()
    assert found(either) == ["audit.search_differs"]


def test_a_store_founded_while_the_clock_runs_holds(tmp_path: Path) -> None:
    """What is recorded of the founding has one time, however long it takes."""
    path = tmp_path / "running.db"
    govflow.create(
        str(path),
        organisation=ROOT / "examples" / "town.yaml",
        workflows=["town_purchase"],
        account="mayor",
    )
    with govflow.open(str(path), account="mayor") as session:
        assert govflow.verify(session).problems == ()
