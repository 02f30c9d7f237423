"""Builds one event: people, sessions, blocks, breaks, contributions."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

import pytz
from flask import session
from indico.core.db import db
from indico.core.db.sqlalchemy.descriptions import RenderMode
from indico.modules.categories import Category
from indico.modules.events import Event
from indico.modules.events.contributions.models.contributions import Contribution
from indico.modules.events.contributions.models.persons import AuthorType, ContributionPersonLink
from indico.modules.events.contributions.operations import create_contribution
from indico.modules.events.models.events import EventType
from indico.modules.events.models.persons import EventPerson
from indico.modules.events.operations import create_event
from indico.modules.events.sessions.models.blocks import SessionBlock
from indico.modules.events.sessions.models.persons import SessionBlockPersonLink
from indico.modules.events.sessions.models.sessions import Session
from indico.modules.events.sessions.operations import create_session
from indico.modules.events.timetable.operations import (
    create_break_entry,
    create_session_block_entry,
)
from indico.modules.users.models.users import UserTitle

from tests.indico_server.series.tables import Person

Fields = dict[str, Any]
INHERIT: Mapping[str, bool] = {"inheriting": True}
LATE_FIELDS = ("organizer_info", "contact_title", "contact_emails", "contact_phones")
"""Stored as settings of an event, so the event must exist first."""


def minutes(number: int) -> timedelta:
    """A duration."""
    return timedelta(minutes=number)


def at_room(venue: str, room: str, address: str = "") -> Fields:
    """A location of its own."""
    return {"inheriting": False, "venue_name": venue, "room_name": room, "address": address}


def new_event(
    category: Category,
    shortcut: str,
    title: str,
    timezone: str,
    hours: tuple[datetime, datetime],
    *,
    type_: EventType = EventType.conference,
    **fields: Any,
) -> Event:
    """An event; `hours` are its first and last moment in its own zone."""
    zone = pytz.timezone(timezone)
    start, end = hours
    data = {
        "creator": session.user,
        "title": title,
        "timezone": timezone,
        "start_dt": zone.localize(start),
        "end_dt": zone.localize(end),
        "url_shortcut": shortcut,
        "description": "",
        "location_data": INHERIT,
    }
    late = {name: fields.pop(name) for name in LATE_FIELDS if name in fields}
    event = create_event(category, type_, data | fields)
    # friendly ids are given out in a transaction of their own, which must see the event
    db.session.commit()
    event.populate_from_dict(late)
    return event


class Builder:
    """Fills one event."""

    def __init__(self, event: Event) -> None:
        self.event = event
        self._people: dict[Person, EventPerson] = {}

    def at(self, day: date, clock: str) -> datetime:
        """A moment on the event's own clocks, such as `14:30`."""
        return self.event.tzinfo.localize(datetime.combine(day, time.fromisoformat(clock)))

    def person(self, person: Person, title: UserTitle = UserTitle.none) -> EventPerson:
        """The one record of a person in this event; every ninth has no e-mail address."""
        if person not in self._people:
            count = len(self._people)
            email = "" if count % 9 == 8 else f"p{count}.e{self.event.id}@example.org"
            record = EventPerson(
                event=self.event,
                first_name=person.first_name,
                last_name=person.last_name,
                affiliation=person.affiliation,
                email=email,
            )
            record.title = title
            db.session.add(record)
            self._people[person] = record
        return self._people[person]

    def authors(self, people: Iterable[Person]) -> dict[ContributionPersonLink, bool]:
        """The first is primary author and speaks, the others are co-authors."""
        return {
            ContributionPersonLink(
                person=self.person(person),
                is_speaker=index == 0,
                author_type=AuthorType.secondary if index else AuthorType.primary,
                display_order=index + 1,
            ): False
            for index, person in enumerate(people)
        }

    def speakers(self, people: Iterable[Person]) -> dict[ContributionPersonLink, bool]:
        """People who speak without being authors."""
        return {
            ContributionPersonLink(
                person=self.person(person),
                is_speaker=True,
                author_type=AuthorType.none,
                display_order=index + 1,
            ): False
            for index, person in enumerate(people)
        }

    def session(self, title: str, code: str = "", **fields: Any) -> Session:
        """A session; `type` may say that it is a poster session."""
        data = {
            "title": title,
            "code": code,
            "description": "",
            "default_contribution_duration": minutes(20),
            "type": None,
            "location_data": INHERIT,
        }
        return create_session(self.event, data | fields)

    def block(
        self,
        session_: Session,
        start: datetime,
        length: int,
        title: str = "",
        *,
        conveners: Iterable[Person] = (),
        location: Mapping[str, Any] = INHERIT,
        code: str = "",
    ) -> SessionBlock:
        """A block of `length` minutes in the timetable."""
        links = [SessionBlockPersonLink(person=self.person(person)) for person in conveners]
        data = {
            "start_dt": start,
            "duration": minutes(length),
            "title": title,
            "code": code,
            "location_data": location,
            "person_links": links,
        }
        return create_session_block_entry(session_, data).session_block

    def pause(
        self,
        title: str,
        start: datetime,
        length: int,
        *,
        block: SessionBlock | None = None,
        description: str = "",
        location: Mapping[str, Any] = INHERIT,
    ) -> None:
        """A break, perhaps inside a block."""
        data = {
            "title": title,
            "description": description,
            "duration": minutes(length),
            "start_dt": start,
            "location_data": location,
        }
        create_break_entry(self.event, data, session_block=block)

    def contribution(
        self,
        title: str,
        length: int,
        *,
        start: datetime | None = None,
        block: SessionBlock | None = None,
        people: Mapping[ContributionPersonLink, bool] | None = None,
        location: Mapping[str, Any] = INHERIT,
        **fields: Any,
    ) -> Contribution:
        """A contribution of `length` minutes; without `start` it is not scheduled."""
        data = {
            "title": title,
            "duration": minutes(length),
            "location_data": location,
            "description": "",
            "person_link_data": dict(people or {}),
        }
        if start is not None:
            data["start_dt"] = start
        return create_contribution(self.event, data | fields, session_block=block)


def as_html(contribution: Contribution, text: str) -> None:
    """The description was entered as HTML."""
    contribution.render_mode = RenderMode.html
    contribution.description = text
