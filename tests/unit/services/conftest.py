"""A desk: all services over a real database, and a site whose answers the test decides."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from companion.domain.edition import Edition
from companion.domain.event import SAMPLE_HOST, EventAddress, EventId
from companion.domain.timetable import Programme
from companion.errors import CompanionError, NotAnAddress
from companion.ical.read import IcalReader
from companion.ical.write import IcalWriter
from companion.ports.calls import CancelCheck, Progress, never_cancelled, no_progress
from companion.ports.fetching import FetchedProgramme, Quarantined, RawAnswer
from companion.services.bookmarks import BookmarksService
from companion.services.calendar_import import CalendarImport
from companion.services.calendar_targets import CalendarTargets
from companion.services.changes import ChangesService
from companion.services.editions import EditionsService
from companion.services.export import ExportService
from companion.services.programme import ProgrammeService
from companion.services.search import SearchService
from companion.services.sync import SyncService
from companion.settings import Settings
from companion.storage.database import Database, open_database
from companion.storage.refused import RefusedFolder
from tests.support.programmes import ADDRESS, KEY, NOW, make_programme

ELSEWHERE = Edition(key="qtml2022", title="QTML 2022", year=2022, website="https://example.org/")
NEXT = Edition(
    key="qtml2100", title="QTML 2100", start_day=date(2100, 5, 1), end_day=date(2100, 5, 4)
)
SAMPLE = Edition(
    key="sample-2024",
    title="Sample",
    year=2024,
    address=EventAddress(EventId(SAMPLE_HOST, 1), f"https://{SAMPLE_HOST}"),
)


@dataclass
class Site:
    """A source whose answers are queued; the last one repeats."""

    answers: list[FetchedProgramme | CompanionError] = field(default_factory=list)
    asked: list[bool] = field(default_factory=list)

    def resolve(
        self,
        text: str,
        *,
        progress: Progress = no_progress,
        cancelled: CancelCheck = never_cancelled,
    ) -> EventAddress:
        progress("connect", 0, None)
        if cancelled() or not text.startswith("https://"):
            raise NotAnAddress(text=text)
        host, _, number = text.removeprefix("https://").partition("/event/")
        return EventAddress(EventId(host, int(number)), f"https://{host}")

    def check(self, text: str) -> None:
        self.resolve(text)

    def fetch(
        self,
        address: EventAddress,
        *,
        refresh: bool = False,
        progress: Progress = no_progress,
        cancelled: CancelCheck = never_cancelled,
    ) -> FetchedProgramme:
        progress("event", 0, None)
        assert not cancelled()
        self.asked.append(refresh)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, CompanionError):
            raise answer
        event = replace(answer.programme.event, event_id=address.event_id)
        return replace(answer, address=address, programme=replace(answer.programme, event=event))


def answer(programme: Programme, *, quarantined: tuple[Quarantined, ...] = ()) -> FetchedProgramme:
    """An answer that holds a programme."""
    ids = frozenset(item.db_id for item in programme.contributions)
    return FetchedProgramme(
        address=ADDRESS,
        programme=programme,
        generated_dt=NOW,
        quarantined=quarantined,
        requests=2,
        size=1000,
        answers=(RawAnswer("event", "https://example.org", b'{"emailHash": "abc"}'),),
        event_ids=ids,
        timetable_ids=ids,
    )


@dataclass
class Desk:
    """Services as the program wires them, with a clock that tests move."""

    folder: Path
    database: Database
    site: Site = field(default_factory=Site)
    now: datetime = NOW

    def clock(self) -> datetime:
        return self.now

    def wait(self, **span: float) -> None:
        self.now += timedelta(**span)

    def publish(self, *programmes: Programme) -> None:
        self.site.answers = [answer(programme) for programme in programmes]

    @property
    def editions(self) -> EditionsService:
        own = Edition(key=KEY, title="QTML 2099", year=2099, address=ADDRESS)
        return EditionsService(
            lambda: (ELSEWHERE, own, NEXT), lambda: (SAMPLE,), self.database.programmes
        )

    @property
    def sync(self) -> SyncService:
        refused = RefusedFolder(self.folder / "refused")
        store, checks = self.database.programmes, self.database.checks
        return SyncService(self.site, store, checks, refused, self.editions, self.clock)

    @property
    def programme(self) -> ProgrammeService:
        return ProgrammeService(self.database.programmes, self.editions)

    @property
    def bookmarks(self) -> BookmarksService:
        return BookmarksService(self.database.programmes, self.database.user, self.clock)

    @property
    def search(self) -> SearchService:
        return SearchService(self.database.programmes, self.editions)

    @property
    def settings(self) -> Settings:
        return Settings(self.folder / "settings.json")

    @property
    def changes(self) -> ChangesService:
        store, user = self.database.programmes, self.database.user
        return ChangesService(store, user, self.editions, self.settings, self.clock)

    @property
    def export(self) -> ExportService:
        database = self.database
        return ExportService(
            database.programmes,
            database.user,
            self.editions,
            IcalWriter(),
            database.exports,
            self.clock,
        )

    @property
    def calendar_targets(self) -> CalendarTargets:
        return CalendarTargets(self.database.targets, lambda: self.export, self.clock)

    @property
    def calendar_import(self) -> CalendarImport:
        return CalendarImport(self.database.programmes, self.bookmarks, IcalReader())


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    database = open_database(tmp_path)
    made = Desk(tmp_path, database)
    made.publish(make_programme(talks=20))
    yield made
    database.close()


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[misc, arg-type]  # a moment's parts
