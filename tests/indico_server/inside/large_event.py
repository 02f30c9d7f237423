"""An event of 2,000 talks in 20 rooms."""

from datetime import date, datetime, timedelta
from itertools import cycle, islice

from indico.core.db import db
from indico.modules.categories import Category
from indico.modules.events import Event
from indico.modules.events.contributions.models.contributions import Contribution
from indico.modules.events.contributions.models.types import ContributionType
from indico.modules.events.sessions.models.blocks import SessionBlock
from indico.modules.events.sessions.models.sessions import Session
from indico.modules.events.timetable.models.entries import TimetableEntry

from tests.indico_server.inside.builder import Builder, at_room, minutes, new_event
from tests.indico_server.series.programme import Talk, local_people, programme

DAYS = tuple(date(2025, 6, day) for day in range(2, 7))
HALVES = {"09:00": "AM", "14:00": "PM"}
ROOMS, PER_BLOCK, LENGTH = 20, 10, 20


class LargeEvent:
    """Built in bulk: Indico's operations would take five minutes for it."""

    def __init__(self, event: Event) -> None:
        self._builder = Builder(event)
        self._type = ContributionType(event=event, name="Talk", description="")
        self._texts = cycle(talk for year in (2023, 2024) for talk in programme(year))
        self._people = cycle(local_people(2023) + local_people(2024))
        self._number = 0
        db.session.add(self._type)
        db.session.flush()
        Contribution.allocate_friendly_ids(event, ROOMS * PER_BLOCK * len(DAYS) * len(HALVES))

    def room(self, number: int) -> None:
        """A session that has one room all week."""
        code = f"S{number:02d}"
        session = self._builder.session(f"Stream {number:02d}", code)
        place = at_room("Congress Centre", f"Room {number:02d}")
        for day in DAYS:
            for clock, half in HALVES.items():
                start = self._builder.at(day, clock)
                block = self._builder.block(
                    session, start, PER_BLOCK * LENGTH, half, location=place
                )
                self._talks(session, block, start)
        db.session.commit()

    def _talks(self, session: Session, block: SessionBlock, start: datetime) -> None:
        with db.session.no_autoflush:
            for index, text in enumerate(islice(self._texts, PER_BLOCK)):
                self._talk(session, block, start + timedelta(minutes=index * LENGTH), text)
        db.session.flush()

    def _talk(self, session: Session, block: SessionBlock, start: datetime, text: Talk) -> None:
        self._number += 1
        event = self._builder.event
        contribution = Contribution(
            event=event,
            title=f"{text.title} #{self._number}",
            description=text.description,
            duration=minutes(LENGTH),
            session=session,
            session_block=block,
            type=self._type,
        )
        for link in self._builder.authors(islice(self._people, 3)):
            contribution.person_links.append(link)
        TimetableEntry(
            event=event, parent=block.timetable_entry, contribution=contribution, start_dt=start
        )

    def lunch(self) -> None:
        """Every day."""
        for day in DAYS:
            self._builder.pause("Lunch", self._builder.at(day, "12:20"), 100)


def build_large_event(category: Category) -> None:
    """Takes about a minute."""
    event = new_event(
        category,
        "large",
        "Large conference (2,000 contributions)",
        "Europe/Zurich",
        (datetime(2025, 6, 2, 8), datetime(2025, 6, 6, 19)),
        location_data=at_room("Congress Centre", "Hall 1"),
    )
    large = LargeEvent(event)
    for number in range(1, ROOMS + 1):
        large.room(number)
    large.lunch()
    db.session.commit()
