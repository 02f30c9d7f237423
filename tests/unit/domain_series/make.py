"""Small editions of invented people and talks."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from companion.domain.event import EventId
from companion.domain.people import PersonLink
from companion.domain.series.edition import PreparedEdition, prepare
from companion.domain.timetable import Contribution, Programme
from tests.unit.domain.make import event

THEN = EventId("indico.example.org", 23)
NOW = EventId("indico.example.org", 24)
START = datetime(2024, 11, 24, 22, tzinfo=UTC)
DECIDED = datetime(2024, 12, 1, tzinfo=UTC)


def person(first: str, last: str, affiliation: str = "", ident: int | None = None) -> PersonLink:
    return PersonLink(first, last, affiliation, person_id=ident)


def talk(db_id: int, title: str, *people: PersonLink, **values: Any) -> Contribution:
    made = Contribution(
        db_id=db_id,
        friendly_id=db_id,
        title=title,
        start_dt=START,
        end_dt=START + timedelta(minutes=30),
        speakers=people[:1],
        primary_authors=people,
    )
    return replace(made, **values)


def programme(talks: Iterable[Contribution], event_id: EventId = NOW, **values: Any) -> Programme:
    return replace(Programme(event(event_id=event_id), contributions=tuple(talks)), **values)


def then(*talks: Contribution) -> PreparedEdition:
    return prepare("qtml2023", programme(talks, THEN))


def now(*talks: Contribution) -> PreparedEdition:
    return prepare("qtml2024", programme(talks, NOW))
