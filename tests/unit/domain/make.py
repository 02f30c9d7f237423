"""Small records for tests of the domain."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from companion.domain.event import Event, EventId
from companion.domain.timetable import Contribution, Programme

NINE = datetime(2024, 11, 24, 22, tzinfo=UTC)
"""Nine in the morning of Monday 25 November 2024 in Melbourne."""


def event(**values: object) -> Event:
    """An event of a week."""
    made = Event(
        event_id=EventId("indico.example.org", 1),
        title="QTML 2024",
        timezone="Australia/Melbourne",
        start_dt=NINE,
        end_dt=NINE + timedelta(days=5),
    )
    return replace(made, **values)  # type: ignore[arg-type]  # tests name real fields


def talk(db_id: int, **values: object) -> Contribution:
    """A talk of half an hour at nine."""
    made = Contribution(
        db_id=db_id,
        friendly_id=db_id - 100,
        title=f"Talk {db_id}",
        start_dt=NINE,
        end_dt=NINE + timedelta(minutes=30),
    )
    return replace(made, **values)  # type: ignore[arg-type]  # tests name real fields


def programme(*talks: Contribution, **values: object) -> Programme:
    """A programme with these talks."""
    return replace(Programme(event(), contributions=talks), **values)  # type: ignore[arg-type]  # as above
