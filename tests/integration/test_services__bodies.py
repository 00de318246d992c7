"""Bodies in a store: put into force by an administrator's recorded act, with the seats that the organisation fills."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from doctored_rows import doctor
from government import Government, codes, rows

import govflow
from govflow.domain.canonical import digest_of_text
from govflow.errors import BadInput, Conflict, NotAuthorised, NotFound
from govflow.resources import body_files


def council(cabinet: Government, *changes: tuple[str, str], name: str = "council.yaml") -> str:
    """The path of the shipped council's charter with something changed."""
    text = body_files()["cio_council"].read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return str(cabinet.write(name, text))


SECOND = ("version: 1", "version: 2")


def seats(cabinet: Government, *, day: date | None = None) -> dict[str, govflow.SeatLine]:
    found = govflow.show_body("cio_council", session=cabinet.session, day=day)
    assert found.seats is not None
    return {seat.seat: seat for seat in found.seats}


def test_a_shipped_body_comes_into_force_and_its_history_says_so(either: Government) -> None:
    line = govflow.load_body(either.session, "cio_council")
    assert (line.name, line.powers, line.in_force) == ("cio_council", ("decide",), True)
    assert line.lacking_roles == ("deputy_government_cio",)
    with either.session.reading() as work:
        [entry] = [e for e in work.history.every() if e.kind == "body"]
    assert (entry.subject, entry.trigger, entry.person, entry.definition) == (
        "cio_council",
        "put_in_force",
        "admin",
        line.digest,
    )
    file = body_files()["cio_council"]
    assert entry.read("changes") == {
        "from_day": "2025-04-10",
        "version": 1,
        "digest": line.digest,
        "file": file.name,
        "source": digest_of_text(file.read_text(encoding="utf-8")),
    }
    assert govflow.verify(either.session).holds


def test_its_seats_are_those_of_the_day_with_holders_vacancies_and_alternates(either: Government) -> None:
    govflow.load_body(either.session, "cio_council")
    found = seats(either)
    assert list(found) == ["cas.chair", "deputy_government_cio", "mof.cio", "mhlw.cio", "mic.cio"]
    assert [seat.voting for seat in found.values()] == [False, False, True, True, True]
    assert found["mof.cio"].holders == ("mof_cio",)
    assert found["mof.cio"].names == ({"ja": "甲 mof_cio", "en": "Ko mof_cio"},)
    assert found["mof.cio"].alternates == ("mof.dcio",)
    assert found["deputy_government_cio"].office is None
    assert found["deputy_government_cio"].holders == ()
    either.organise(
        without=["mhlw.cio"], absences=[{"person": "mof_cio", "from": "2025-05-01", "until": "2025-05-31"}]
    )
    assert seats(either)["mhlw.cio"].holders == ()
    assert seats(either)["mof.cio"].absent == ()
    assert seats(either, day=date(2025, 5, 1))["mof.cio"].absent == ("mof_cio",)


def test_a_successor_takes_the_seat_on_the_day_of_the_office(cabinet: Government) -> None:
    govflow.load_body(cabinet.session, "cio_council")
    cabinet.organise(
        persons=["mof_new"],
        without=["mof.cio"],
        appointments=[
            {"person": "mof_cio", "office": "mof.cio", "from": "2025-04-01", "until": "2025-06-30"},
            {"person": "mof_new", "office": "mof.cio", "from": "2025-07-01"},
        ],
    )
    held = [seats(cabinet, day=date(2025, 6, 30)), seats(cabinet, day=date(2025, 7, 1))]
    assert [found["mof.cio"].holders for found in held] == [("mof_cio",), ("mof_new",)]


def test_a_body_may_have_the_name_of_a_workflow(either: Government) -> None:
    own = council(either, ("name: cio_council", "name: it_investment"))
    line = govflow.load_body(either.session, own)
    shown = govflow.show_workflow("it_investment", session=either.session)
    assert govflow.show_body("it_investment", session=either.session).digest == line.digest != shown.digest
    assert [w.name for w in govflow.list_workflows(either.session)] == ["it_investment"]
    assert [b.name for b in govflow.list_bodies(either.session)] == ["it_investment"]
    either.proposal(until="pmo_check")
    assert govflow.verify(either.session).holds


def test_a_later_charter_replaces_the_earlier_one_from_its_day(either: Government) -> None:
    govflow.load_body(either.session, "cio_council")
    newer = council(either, SECOND, ("working_days: 3}", "working_days: 7}"))
    line = govflow.load_body(either.session, newer, from_day=date(2025, 5, 1))
    assert not line.in_force
    shown = [
        govflow.show_body("cio_council", session=either.session, day=day).version
        for day in (date(2025, 4, 30), date(2025, 5, 1))
    ]
    assert shown == [1, 2]
    assert [(b.version, b.in_force) for b in govflow.list_bodies(either.session)] == [(1, True), (2, False)]
    assert govflow.verify(either.session).holds


def test_two_charters_of_one_day_the_later_one_holds(cabinet: Government) -> None:
    govflow.load_body(cabinet.session, "cio_council")
    govflow.load_body(cabinet.session, council(cabinet, SECOND))
    assert govflow.show_body("cio_council", session=cabinet.session).version == 2
    assert govflow.verify(cabinet.session).holds


def test_a_child_is_loaded_after_its_parent(either: Government) -> None:
    with pytest.raises(BadInput) as bad:
        govflow.load_body(either.session, "technology_committee")
    assert codes(bad.value) == ["body.unknown_parent"]
    govflow.load_body(either.session, "cio_council", from_day=date(2025, 5, 1))
    with pytest.raises(BadInput):
        govflow.load_body(either.session, "technology_committee")
    govflow.load_body(either.session, "technology_committee", from_day=date(2025, 5, 1))
    with pytest.raises(BadInput) as loop:
        govflow.load_body(
            either.session,
            council(either, SECOND, ("powers: [decide]", "powers: [decide]\nparent: technology_committee")),
            from_day=date(2025, 5, 1),
        )
    assert codes(loop.value) == ["body.circular"]


def test_with_a_session_a_file_is_checked_among_the_bodies_of_the_store(cabinet: Government) -> None:
    with pytest.raises(BadInput):
        govflow.check_body("technology_committee", session=cabinet.session)
    govflow.load_body(cabinet.session, "cio_council")
    line = govflow.check_body("technology_committee", session=cabinet.session)
    assert (line.parent, line.in_force) == ("cio_council", False)


def test_loading_the_same_again_and_a_dry_run_change_nothing(cabinet: Government) -> None:
    before = rows(cabinet.url)
    assert govflow.load_body(cabinet.session, "cio_council", dry_run=True).in_force
    assert rows(cabinet.url) == before
    govflow.load_body(cabinet.session, "cio_council")
    before = rows(cabinet.url)
    govflow.load_body(cabinet.session, "cio_council")
    assert rows(cabinet.url) == before


def test_the_same_version_with_other_content_is_refused(either: Government) -> None:
    govflow.load_body(either.session, "cio_council")
    with pytest.raises(Conflict) as conflict:
        govflow.load_body(either.session, council(either, ("positions: false", "positions: true")))
    assert codes(conflict.value) == ["administration.same_version"]


def test_only_an_administrator_loads_and_whoever_else_tries_is_noted(either: Government) -> None:
    with pytest.raises(NotAuthorised):
        govflow.load_body(either.person("mof_cio"), "cio_council")
    with either.session.reading() as work:
        [refusal] = work.refusals.latest(9)
    assert (refusal.trigger, refusal.person) == ("put_in_force", "mof_cio")
    assert govflow.list_bodies(either.session) == []


def test_no_charter_comes_into_force_in_the_past(cabinet: Government) -> None:
    with pytest.raises(BadInput) as bad:
        govflow.load_body(cabinet.session, "cio_council", from_day=date(2025, 4, 9))
    assert codes(bad.value) == ["administration.backdated"]


def test_what_only_the_organisation_can_tell_is_told_at_once(cabinet: Government) -> None:
    chair = "role: council_chair, voting: false}"
    own = council(
        cabinet,
        (chair, "role: ministry_cio, voting: false}"),
        ("chair: council_chair", "chair: ministry_cio"),
        ("role: deputy_government_cio,", "office: mof.ci,"),
        ("each: ministry_cio", "office: mof.cio"),
        ("deputies: [deputy_government_cio]\n", ""),
    )
    with pytest.raises(BadInput) as bad:
        govflow.load_body(cabinet.session, own)
    assert codes(bad.value) == ["body.several_offices", "body.unknown_office", "body.office_twice"]
    assert "did you mean 'mof.cio'" in str(bad.value)


def test_an_unknown_body_is_not_found_with_what_was_meant(cabinet: Government) -> None:
    govflow.load_body(cabinet.session, "cio_council")
    with pytest.raises(NotFound, match="did you mean 'cio_council'"):
        govflow.show_body("cio_counsil", session=cabinet.session)
    with pytest.raises(NotFound, match="did you mean 'cio_council'"):
        govflow.check_body("cio_counsil")
    with pytest.raises(NotFound):
        govflow.show_body("cio_council", session=cabinet.session, day=date(2025, 4, 9))


def test_a_stored_charter_is_the_one_that_was_read(cabinet: Government) -> None:
    govflow.load_body(cabinet.session, "cio_council")
    stored, shipped = (
        govflow.show_body("cio_council", session=cabinet.session),
        govflow.show_body("cio_council"),
    )
    assert (stored.digest, stored.charter, stored.rules) == (shipped.digest, shipped.charter, shipped.rules)
    assert (shipped.day, shipped.seats) == (None, None)


def test_a_new_store_has_the_bodies_that_its_organisation_has_roles_for(tmp_path: Path) -> None:
    examples = Path(__file__).parents[2] / "examples"
    founded = govflow.create(
        str(tmp_path / "g.db"),
        organisation=examples / "organisation.yaml",
        demonstration=True,
        now="2025-04-07",
    )
    assert founded.bodies == ("cio_council", "specialized_committee", "technology_committee")
    with govflow.open(founded.url) as session:
        assert {line.name for line in govflow.list_bodies(session) if line.in_force} == set(founded.bodies)
        shown = govflow.show_body("cio_council", session=session)
        assert govflow.verify(session).holds
    assert sum(seat.voting for seat in shown.seats or ()) == 25
    town = govflow.create(
        str(tmp_path / "t.db"), organisation=examples / "town.yaml", demonstration=True, now="2025-04-07"
    )
    assert town.bodies == ()


DOCTORED = {
    "content": "UPDATE definitions SET content = replace(content, '\"voting\":false', '\"voting\":true')"
    " WHERE kind = 'body'",
    "rule": "UPDATE definitions SET content = replace(content, '2/3', '1/3') WHERE kind = 'body'",
    "day": "UPDATE definitions_in_force SET from_day = '2025-04-02' WHERE kind = 'body'",
    "kind": "UPDATE definitions_in_force SET kind = 'workflow' WHERE kind = 'body'",
    "removed": "DELETE FROM definitions_in_force WHERE kind = 'body'",
    "definition removed": "DELETE FROM definitions WHERE kind = 'body'",
    "history": "DELETE FROM history WHERE kind = 'body'",
    "its kind": "UPDATE definitions SET kind = 'workflow' WHERE kind = 'body'",
}


@pytest.mark.parametrize("what", DOCTORED)
def test_verification_covers_bodies_as_it_covers_workflows(cabinet: Government, what: str) -> None:
    govflow.load_body(cabinet.session, "cio_council")
    copy = cabinet.folder / "copy.db"
    with closing(sqlite3.connect(cabinet.url)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    doctor(copy, DOCTORED[what])
    with govflow.open(str(copy), account="auditor") as session:
        found = {problem.code for problem in govflow.verify(session).problems}
    assert found & {"audit.definition_altered", "audit.in_force_differs", "audit.definition_missing"}
