"""The demonstration: real programmes taken through the process by a scenario file, day by day.

It acts through the public use cases only, as persons would: who acts is found by asking `why`. The scenario says when
and what; the engine decides, and a story that does not end where the scenario says is an error.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from govflow.errors import NotAuthorised, Refused
from govflow.messages import LANGUAGES, Notice, Title, notice
from govflow.resources import bundled
from govflow.services.acting.acts import act
from govflow.services.acting.command import Act
from govflow.services.audit.verification import Verification, verify
from govflow.services.clock import fixed_clock
from govflow.services.demonstration import sittings
from govflow.services.demonstration.minuting import Minuting
from govflow.services.demonstration.planned_meeting import PlannedMeeting, PlannedMinutes
from govflow.services.demonstration.scenario import PlannedAct, Scenario, Story, read_scenario
from govflow.services.demonstration_clock import put_demonstration_clock
from govflow.services.documents.reading import as_html, document, list_documents
from govflow.services.programmes.inventory import CarryOver, Imported, carry_over, import_programmes
from govflow.services.proposals.submission import submit
from govflow.services.session import Session, open_session
from govflow.services.stores.founding import create
from govflow.services.views.dossier import show
from govflow.services.views.why import why

Report = Callable[[Notice], None]


@dataclass(frozen=True, slots=True)
class Told:
    """One story as it went: the proposal, its title, where it ended, and how many acts that took."""

    reference: str
    title: str
    ministry: str
    story: Title
    state: Mapping[str, str]
    acts: int


@dataclass(frozen=True, slots=True)
class Demonstration:
    """What a demonstration left behind."""

    store: str
    folder: str
    imported: Imported
    carried: tuple[CarryOver, ...]
    stories: tuple[Told, ...]
    documents: int
    verification: Verification


def demonstrate(
    url: str, folder: Path, *, scenario: Path | None = None, report: Report = lambda _: None
) -> Demonstration:
    """Create a demonstration store at `url`, tell every story of the scenario, and leave the documents in `folder`.

    Raises StoreError when the store exists, and whatever an act that the scenario asks for is refused with.
    """
    told = read_scenario(scenario or bundled("examples") / "scenario.yaml")
    return _Telling(url, folder, told, report).tell()


class _Plan(NamedTuple):
    """What happens on a day; `rank` orders what is planned for the same one."""

    day: date
    rank: int
    perform: Callable[[datetime], None]

    @property
    def turn(self) -> tuple[date, int]:
        return self.day, self.rank


class _Telling:
    """One run of a scenario."""

    def __init__(self, url: str, folder: Path, scenario: Scenario, report: Report) -> None:
        self.url = url
        self.folder = folder
        self.scenario = scenario
        self.report = report
        self.references: dict[str, str] = {}

    def tell(self) -> Demonstration:
        start = self._moment(self.scenario.start, 0)
        examples = bundled("examples")
        founded = create(
            self.url,
            organisation=examples / self.scenario.organisation,
            workflows=[self.scenario.workflow],
            demonstration=True,
            clock=fixed_clock(start),
        )
        self.founder = founded.founder
        self.report(
            notice("demo.founded", url=founded.url, ministries=founded.ministries, persons=founded.persons)
        )
        with open_session(self.url, person=founded.founder, clock=fixed_clock(start)) as session:
            imported = import_programmes(
                session, examples / self.scenario.programmes, examples / self.scenario.mapping
            )
            self.report(notice("demo.imported", count=imported.totals.programmes))
            carried = self._carry_over(session)
            self._play(session)
            stories = tuple(self._told(session, story) for story in self.scenario.stories)
            count = self._export(session.acting_as("", clock=session.clock))
            verification = verify(session)
            put_demonstration_clock(session.store, self._moment(self.scenario.end, 0))
        return Demonstration(founded.url, str(self.folder), imported, carried, stories, count, verification)

    def _carry_over(self, session: Session) -> tuple[CarryOver, ...]:
        """Each ministry's clerk carries over the ministry's own programmes."""
        results: list[CarryOver] = []
        for ministry, clerk in self._clerks(session).items():
            acting = session.acting_as(clerk)
            results.append(carry_over(acting, fiscal_year=self.scenario.fiscal_year, ministry=ministry))
        opened = sum(len(result.submission.rows) for result in results)
        self.report(notice("demo.carried", count=opened, ended=sum(result.ended for result in results)))
        for result in results:
            for row in result.submission.rows:
                self.references[row.key.split("/")[-2]] = row.reference
        return tuple(results)

    def _clerks(self, session: Session) -> dict[str, str]:
        """For each ministry that owns a programme, who opens its proposals."""
        with session.reading() as work:
            directory = session.directory(work)
            owners = dict.fromkeys(programme.owner for programme in work.programmes.all())
        found: dict[str, str] = {}
        for owner in owners:
            offices = directory.responsible_offices(self.scenario.clerk, owner)
            found[owner] = next(person for office in offices for person in directory.holders(office.code))
        return found

    def _play(self, session: Session) -> None:
        """Every planned act of every story and every meeting, in the order of days: a meeting is called, or held in
        the afternoon, when the day's other work is done."""
        planned = sorted([*self._acts(session), *self._meetings(session)], key=lambda plan: plan.turn)
        acts = sum(len(story.acts) for story in self.scenario.stories)
        meetings = len(self.scenario.meetings)
        self.report(notice("demo.playing", stories=len(self.scenario.stories), acts=acts, meetings=meetings))
        today, minute = self.scenario.start, 0
        for plan in planned:
            minute = minute + 1 if plan.day == today else 0
            today = plan.day
            plan.perform(self._moment(plan.day, minute))

    def _acts(self, session: Session) -> Iterator[_Plan]:
        with session.reading() as work:
            calendar = session.calendar(work)
        for story in self.scenario.stories:
            for day, step in story.days(self.scenario.start, calendar):
                yield _Plan(day, 0, partial(self._perform, session, story, step))

    def _meetings(self, session: Session) -> Iterator[_Plan]:
        called: dict[int, str] = {}

        def call(number: int, plan: PlannedMeeting, moment: datetime) -> None:
            called[number] = sittings.called(self._at(session, moment), plan, self.references)

        def hold(number: int, plan: PlannedMeeting, moment: datetime) -> None:
            begins = datetime.combine(moment, sittings.BEGINS, tzinfo=moment.tzinfo)
            sittings.held(self._at(session, begins), plan, called[number], self.references)

        for number, plan in enumerate(self.scenario.meetings):
            yield _Plan(plan.called, 1, partial(call, number, plan))
            yield _Plan(plan.held, 2, partial(hold, number, plan))
            if plan.minutes:
                yield from self._minutes(session, plan, plan.minutes, partial(called.__getitem__, number))

    def _minutes(
        self, session: Session, plan: PlannedMeeting, minutes: PlannedMinutes, called: Callable[[], str]
    ) -> Iterator[_Plan]:
        """What is written of a meeting: its notice on the day of the call, the minutes afterwards."""

        def perform(step: Callable[[Minuting], None], moment: datetime) -> None:
            step(Minuting.of(self._at(session, moment), plan.body, called(), minutes))

        yield _Plan(plan.called, 2, partial(perform, Minuting.announce))
        yield _Plan(minutes.drafted, 1, partial(perform, Minuting.draft))
        yield _Plan(minutes.corrected, 1, partial(perform, Minuting.correct))
        yield _Plan(minutes.signed, 1, partial(perform, Minuting.sign))

    def _at(self, session: Session, moment: datetime) -> Session:
        return session.acting_as(self.founder, clock=fixed_clock(moment))

    def _perform(self, session: Session, story: Story, step: PlannedAct, moment: datetime) -> None:
        reference = self.references[story.programme]
        present = session.acting_as("", clock=fixed_clock(moment))
        if step.content is not None:
            self._write(present, reference, step.content)
            return
        payload = {name: self._resolved(value) for name, value in step.payload.items()}
        trigger, candidates = self._candidates(present, reference, step.trigger)
        command = Act(reference, trigger, payload=payload, note=step.note)
        self._first_that_may(present, command, [step.person] if step.person else candidates)

    def _first_that_may(self, session: Session, command: Act, candidates: list[str]) -> None:
        """Let the first person act whom the rules allow; where nobody may, the last refusal is the story's error."""
        refusal: Refused = NotAuthorised(
            notice("demo.nobody", reference=command.reference, trigger=command.trigger)
        )
        for person in candidates:
            try:
                act(session.acting_as(person, clock=session.clock), command)
                return
            except Refused as refused:
                refusal = refused
        raise refusal

    def _candidates(self, session: Session, reference: str, trigger: str) -> tuple[str, list[str]]:
        """The trigger in full and who may do it, as `why` says; of several open steps the first is meant."""
        answer = why(session, reference)
        for possible in answer.possible:
            if possible.trigger == trigger:
                return trigger, _present(possible.who)
        name, _, given = trigger.rpartition(".")
        for step in answer.open_steps:
            if step["name"] == name:
                return f"{name}#{step['number']}.{given}", _present(step["who"])
        return trigger, []

    def _write(self, session: Session, reference: str, content: Mapping[str, Any]) -> None:
        """The owner completes the draft: what is known stays, what the story says is added."""
        shown = show(session, reference)
        known = {field["name"]: field["value"] for field in shown.fields}
        written = {name: self._resolved(value) for name, value in content.items()}
        clerk = self._clerks(session)[known["ministry"]]
        acting = session.acting_as(clerk, clock=session.clock)
        submit(acting, {**known, **written}, key=shown.key, draft=True)

    def _resolved(self, value: Any) -> Any:
        """`programme:770` in a scenario stands for that programme's proposal."""
        if isinstance(value, str) and value.startswith("programme:"):
            return self.references[value.removeprefix("programme:")]
        return value

    def _told(self, session: Session, story: Story) -> Told:
        reference = self.references[story.programme]
        shown = show(session.acting_as("", clock=session.clock), reference)
        if shown.state != story.end:
            raise Refused(
                notice("demo.other_end", reference=reference, expected=story.end, state=shown.state)
            )
        acts = sum(step.content is None for step in story.acts)
        return Told(reference, shown.title, shown.ministry["ja"], story.title, shown.state_title, acts)

    def _export(self, session: Session) -> int:
        """Every document as Markdown and HTML, in a folder for each language."""
        rows = list_documents(session, limit=10_000)
        for language in LANGUAGES:
            target = self.folder / language
            target.mkdir(parents=True, exist_ok=True)
            for row in rows:
                issued = document(session, row["number"], lang=language)
                name = f"{row['reference']}-{row['kind']}-{row['number']}"
                (target / f"{name}.md").write_text(issued.text, encoding="utf-8")
                (target / f"{name}.html").write_text(as_html(issued), encoding="utf-8")
        self.report(notice("demo.exported", count=len(rows), folder=str(self.folder)))
        return len(rows)

    def _moment(self, day: date, minute: int) -> datetime:
        opening = datetime.combine(day, time(9), tzinfo=ZoneInfo("Asia/Tokyo"))
        return opening + timedelta(minutes=minute)


def _present(who: Iterable[Mapping[str, Any]]) -> list[str]:
    """The persons who are there today, each once."""
    return list(dict.fromkeys(row["person"] for row in who if not row["absent"]))
