"""The event itself: JSON → domain."""

import re
from datetime import datetime

import msgspec

from companion.domain.event import Event, EventAddress, EventLabel
from companion.domain.times import zone
from companion.errors import DamagedAnswer, Said, UsageError
from companion.indico.links import Links
from companion.indico.materials import materials, references
from companion.indico.moments import first_instant
from companion.indico.payloads import EventIn, LabelIn
from companion.indico.people import people
from companion.indico.records import UNREADABLE, BadField, Quarantine, explained

_ESSENTIAL = frozenset({"id", "startDate", "endDate", "contributions"})


def read_event(raw: msgspec.Raw, host: str, quarantine: Quarantine) -> EventIn:
    """Decode the event; a field that cannot be read is set aside.

    Raises:
        DamagedAnswer: it is no event, or a field is bad without which there is none.
    """
    try:
        return msgspec.json.decode(raw, type=EventIn)
    except UNREADABLE:
        return _read_rest(raw, host, quarantine)


def _read_rest(raw: msgspec.Raw, host: str, quarantine: Quarantine) -> EventIn:
    try:
        fields = msgspec.json.decode(raw, type=dict[str, msgspec.Raw])
        while True:
            try:
                return msgspec.json.decode(msgspec.json.encode(fields), type=EventIn)
            except msgspec.ValidationError as error:
                where, reason = explained(error)
                name = re.split(r"[.\[]", where.removeprefix("."))[0]
                if name in _ESSENTIAL or name not in fields:
                    raise
            quarantine.add(f"event{where}", reason)
            del fields[name]
    except UNREADABLE as error:
        raise _damaged(host, error) from error


def _damaged(host: str, error: Exception) -> DamagedAnswer:
    where, reason = explained(error)
    return DamagedAnswer(
        host=host, detail=Said("event{where}: {reason}", where=where, reason=reason)
    )


def map_event(
    record: EventIn, address: EventAddress, links: Links, quarantine: Quarantine
) -> Event:
    """The event as the domain knows it.

    Raises:
        DamagedAnswer: it has no usable dates.
    """
    start_dt, end_dt = _dates(record, address)
    return Event(
        event_id=address.event_id,
        title=record.title or "",
        timezone=_timezone(record.timezone, quarantine),
        start_dt=start_dt,
        end_dt=end_dt,
        description=record.description or "",
        venue_name=record.location or "",
        room_name=record.room or "",
        address=record.address or "",
        url=links.absolute(record.url),
        category=record.category or "",
        organizer=record.organizer or "",
        note=(record.note.html or "") if record.note else "",
        label=_label(record.label),
        chairs=people(record.chairs),
        keywords=tuple(record.keywords or ()),
        references=references(record.references, links),
        materials=materials(record.folders, links),
    )


def _dates(record: EventIn, address: EventAddress) -> tuple[datetime, datetime]:
    try:
        start_dt = first_instant(record.start_date, "startDate")
        end_dt = first_instant(record.end_date, "endDate")
    except BadField as error:
        detail = Said("{field} of the event: {reason}", field=error.field, reason=error.reason)
        raise DamagedAnswer(host=address.event_id.host, detail=detail) from error
    return start_dt, max(start_dt, end_dt)


def _timezone(name: str | None, quarantine: Quarantine) -> str:
    try:
        return zone(name or "").key
    except UsageError:
        quarantine.add("event.timezone", Said("no such time zone; times are shown in UTC"))
        return "UTC"


def _label(label: LabelIn | None) -> EventLabel | None:
    if label is None:
        return None
    return EventLabel(
        title=label.title or "",
        is_event_not_happening=bool(label.is_event_not_happening),
        message=label.message or "",
    )
