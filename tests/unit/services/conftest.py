"""A desk: all services over a real database, and a site whose answers the test decides."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from companion.app import Companion
from companion.domain.edition import Edition
from companion.domain.event import SAMPLE_HOST, EventAddress, EventId
from companion.domain.timetable import Programme
from companion.errors import CompanionError, NotAnAddress
from companion.paths import locate
from companion.ports.calls import CancelCheck, Progress, never_cancelled, no_progress
from companion.ports.fetching import FetchedProgramme, Quarantined, RawAnswer, Resolved
from companion.services.editions import EditionsService
from companion.storage.database import Database
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
    ) -> Resolved:
        progress("connect", 0, None)
        if cancelled() or not text.startswith("https://"):
            raise NotAnAddress(text=text)
        host, _, number = text.removeprefix("https://").partition("/event/")
        return Resolved(EventAddress(EventId(host, int(number)), f"https://{host}"))

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


class Desk(Companion):
    """Services as the program wires them, with few editions, the site, and a clock to be moved."""

    def __init__(self, folder: Path) -> None:
        super().__init__(locate(folder), lambda: self.now)
        self.folder = folder
        self.site = Site()
        self.now = NOW

    def wait(self, **span: float) -> None:
        self.now += timedelta(**span)

    def publish(self, *programmes: Programme) -> None:
        self.site.answers = [answer(programme) for programme in programmes]

    def _editions_in(self, database: Database) -> EditionsService:
        own = Edition(key=KEY, title="QTML 2099", year=2099, address=ADDRESS)
        return EditionsService(
            lambda: (ELSEWHERE, own, NEXT), lambda: (SAMPLE,), database.programmes
        )

    @property
    def _source(self) -> Site:
        return self.site


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    made.publish(make_programme(talks=20))
    yield made
    made.close()


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[misc, arg-type]  # a moment's parts
