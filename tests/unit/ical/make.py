"""Requests for calendar files of invented programmes, and reading their files with vobject."""

from collections.abc import Collection, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import vobject

from companion.domain.bookmark import Star
from companion.domain.calendar import CalendarOptions, CalendarPlan, ExportedItem
from companion.domain.event import Event, EventAddress, EventId
from companion.domain.timetable import Contribution, Programme
from companion.ical.write import IcalWriter
from companion.ports.calendar import CalendarEdition, CalendarRequest
from companion.ports.programmes import TalkRecord
from tests.support.programmes import (
    ADDRESS,
    HOST,
    START,
    make_block,
    make_break,
    make_contribution,
    make_event,
    make_session,
)

SEEN = datetime(2099, 1, 2, 3, 4, 5, 678_901, tzinfo=UTC)
NOW = datetime(2099, 10, 1, 12, 0, 0, 999_999, tzinfo=UTC)
LATER = NOW + timedelta(days=1)
TARGET = "agenda.ics"
SAMPLE = EventAddress(EventId("sample.invalid", 1), "https://sample.invalid")


def uid(db_id: int) -> str:
    return f"indico-contribution-{db_id}@{HOST}"


def record(sequence: int = 0, **fields: Any) -> TalkRecord:
    return TalkRecord(**({"first_seen_dt": SEEN, "changed_dt": SEEN} | fields), sequence=sequence)


def edition(
    *talks: Contribution,
    event: Event | None = None,
    address: EventAddress = ADDRESS,
    records: Mapping[int, TalkRecord] | None = None,
    stars: Mapping[int, Star] | None = None,
    withdrawn: tuple[Contribution, ...] = (),
    chosen: Collection[int] | None = None,
) -> CalendarEdition:
    """One session of two poster blocks and coffee on both days, and the talks given."""
    programme = Programme(
        event=event or make_event(),
        sessions=(make_session(1), make_session(2, title="Posters", is_poster=True)),
        session_blocks=(
            make_block(1),
            make_block(21, session_id=2, title="", start_dt=START, end_dt=START + HOUR),
            make_block(
                22,
                session_id=2,
                title="Second sitting",
                start_dt=START + DAY,
                end_dt=START + DAY + HOUR,
            ),
        ),
        contributions=talks,
        breaks=(make_break(1), make_break(2)),
    )
    known = {talk.db_id: record() for talk in (*talks, *withdrawn)} if records is None else records
    return CalendarEdition(
        address=address,
        programme=programme,
        records=known,
        withdrawn=withdrawn,
        stars=stars or {},
        chosen=None if chosen is None else frozenset(chosen),
    )


def request(
    *editions: CalendarEdition, made_dt: datetime = NOW, target: str = TARGET, **fields: Any
) -> CalendarRequest:
    if options := {key: fields.pop(key) for key in list(fields) if key in _OPTIONS}:
        fields["options"] = CalendarOptions(**options)
    return CalendarRequest(
        name=fields.pop("name", "QTML 2099"),
        editions=editions,
        made_dt=made_dt,
        target=target,
        **fields,
    )


def planned(*editions: CalendarEdition, **fields: Any) -> CalendarPlan:
    return IcalWriter().plan(request(*editions, **fields))


def written(*editions: CalendarEdition, **fields: Any) -> bytes:
    return IcalWriter().write(planned(*editions, **fields))


def again(
    before: CalendarPlan, *editions: CalendarEdition, made_dt: datetime = LATER, **fields: Any
) -> CalendarPlan:
    """The next export to the same target."""
    return planned(*editions, made_dt=made_dt, written=before.exported, **fields)


def latest(*plans: CalendarPlan) -> dict[str, ExportedItem]:
    """What a log of all these exports says of the highest sequences."""
    best: dict[str, ExportedItem] = {}
    for item in (item for plan in plans for item in plan.exported):
        if item.uid not in best or item.sequence >= best[item.uid].sequence:
            best[item.uid] = item
    return best


def judged(data: bytes) -> dict[str, Any]:
    """The entries as vobject reads them, by UID; none may come twice."""
    # vobject keeps the first definition of a zone for all later files; each is judged on its own
    zones = vars(vobject.icalendar)["__tzidMap"]
    for name in set(zones) - {"UTC"}:
        del zones[name]
    calendar = vobject.readOne(data.decode())
    entries = calendar.contents.get("vevent", [])
    found = {entry.uid.value: entry for entry in entries}
    assert len(found) == len(entries)
    return found


def poster(db_id: int, **fields: Any) -> Contribution:
    """A poster in the first sitting."""
    values: dict[str, Any] = {
        "title": f"Poster {db_id}",
        "start_dt": START,
        "end_dt": START + HOUR,
        "session_id": 2,
        "session_title": "Posters",
        "block_id": 21,
        "is_poster": True,
        "board_number": str(db_id - 100),
        "room_name": "Foyer",
    }
    return make_contribution(db_id, **(values | fields))


HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
_OPTIONS = frozenset(CalendarOptions.__dataclass_fields__)
