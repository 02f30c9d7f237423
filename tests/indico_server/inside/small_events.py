"""Small events that show one thing each."""

from datetime import date, datetime

from indico.core.db import db
from indico.core.db.sqlalchemy.protection import ProtectionMode
from indico.modules.categories import Category
from indico.modules.events import Event
from indico.modules.events.models.events import EventType
from indico.modules.events.models.labels import EventLabel

from tests.indico_server.inside.builder import Builder, new_event

ZURICH = "Europe/Zurich"


def build_small_events(category: Category) -> None:
    """Protected, access key, unpublished, cancelled, odd times, meeting; in this order."""
    _protected(category)
    _with_access_key(category)
    _unpublished(category)
    _cancelled(category)
    _odd_times(category)
    _meeting(category)


def _morning(category: Category, shortcut: str, title: str, day: date) -> Event:
    hours = (
        datetime(day.year, day.month, day.day, 9),
        datetime(day.year, day.month, day.day, 12),
    )
    return new_event(category, shortcut, title, ZURICH, hours)


def _protected(category: Category) -> None:
    day = date(2023, 11, 25)
    event = _morning(category, "closed", "Programme committee meeting (protected)", day)
    event.protection_mode = ProtectionMode.protected
    # an open change of the event's row would block the giving out of friendly ids
    db.session.commit()
    builder = Builder(event)
    builder.contribution("Secret item", 30, start=builder.at(day, "09:00"))


def _with_access_key(category: Category) -> None:
    event = _morning(category, "keyed", "Event with access key", date(2023, 11, 26))
    event.protection_mode = ProtectionMode.protected
    event.access_key = "letmein"
    db.session.commit()


def _unpublished(category: Category) -> None:
    event = new_event(
        category,
        "draft",
        "QTML 2025 (programme not published)",
        "Asia/Singapore",
        (datetime(2025, 11, 24, 9), datetime(2025, 11, 28, 12)),
    )
    builder = Builder(event)
    builder.contribution("Draft talk", 30, start=builder.at(date(2025, 11, 24), "09:00"))


def _cancelled(category: Category) -> None:
    day = date(2023, 11, 27)
    event = _morning(category, "cancelled", "QTML satellite workshop (cancelled)", day)
    event.label = EventLabel(title="Cancelled", color="red", is_event_not_happening=True)
    event.label_message = "Cancelled for lack of participants"
    db.session.commit()
    builder = Builder(event)
    builder.contribution("Talk that will not happen", 30, start=builder.at(day, "09:00"))


def _odd_times(category: Category) -> None:
    """Over midnight, over the end of summer time (29 October 2023), 26 hours long, protected."""
    event = new_event(
        category,
        "edge",
        "Edge cases of time",
        ZURICH,
        (datetime(2023, 10, 28, 9), datetime(2023, 10, 30, 18)),
    )
    builder = Builder(event)
    saturday, sunday, monday = (date(2023, 10, day) for day in (28, 29, 30))
    night = builder.session("Hack night", "HN")
    block = builder.block(night, builder.at(saturday, "22:00"), 360, "Overnight")
    builder.contribution("Before midnight", 60, start=builder.at(saturday, "22:30"), block=block)
    builder.contribution("After midnight", 60, start=builder.at(sunday, "00:30"), block=block)
    builder.contribution("Top-level over midnight", 120, start=builder.at(sunday, "23:00"))
    builder.session("Session without blocks", "NB")
    _protected_session(builder, monday)
    builder.block(builder.session("Block with no talks", "EM"), builder.at(monday, "11:00"), 60)
    builder.contribution("Session but no block, unscheduled", 30, session=night)
    builder.contribution("Long (26 h)", 26 * 60, start=builder.at(saturday, "10:00"))
    db.session.commit()


def _protected_session(builder: Builder, day: date) -> None:
    session = builder.session("Protected session", "PS")
    session.protection_mode = ProtectionMode.protected
    block = builder.block(session, builder.at(day, "09:00"), 60, "closed")
    start = builder.at(day, "09:00")
    builder.contribution("Inherits protected session", 30, start=start, block=block)
    public = builder.contribution(
        "Public talk in protected session", 30, start=builder.at(day, "09:30"), block=block
    )
    public.protection_mode = ProtectionMode.public


def _meeting(category: Category) -> None:
    event = new_event(
        category,
        "meet",
        "QTML steering meeting",
        "Australia/Melbourne",
        (datetime(2024, 11, 24, 9), datetime(2024, 11, 24, 12)),
        type_=EventType.meeting,
    )
    builder = Builder(event)
    start = builder.at(date(2024, 11, 24), "09:00")
    builder.contribution("Minutes of last meeting", 15, start=start)
    db.session.commit()
