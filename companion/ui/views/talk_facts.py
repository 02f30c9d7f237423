"""When and where a talk is, in words, for the facts of its page."""

from dataclasses import dataclass
from datetime import datetime, tzinfo

from companion.domain.entry import Entry, EntryState
from companion.domain.times import day_of, local
from companion.services.agenda import Phase, phase_of
from companion.ui.context import ViewContext
from companion.ui.format import (
    ago_text,
    day_text,
    length_text,
    offset_text,
    time_range,
    time_text,
    zone_city,
)
from companion.ui.i18n import translate
from companion.ui.words import place_line, title_of


@dataclass(frozen=True, slots=True)
class Fact:
    """One line: a label, the fact, and what is said beside it in a fainter voice."""

    label: str
    value: str
    note: str = ""


def facts(entry: Entry, context: ViewContext) -> tuple[Fact, ...]:
    """What is known; a line only for what is."""
    found = list(_times(entry, context))
    add = [
        (translate("Facts", "Room"), place_line(entry.room_name, entry.venue_name)),
        (translate("Facts", "Track"), entry.track or ""),
        (translate("Facts", "Type"), entry.type or ""),
        (translate("Facts", "Board"), entry.board_number),
    ]
    found += [Fact(label, value) for label, value in add if value]
    if entry.state is EntryState.WITHDRAWN:
        found.append(Fact(translate("Facts", "State"), *_gone(entry.withdrawn_dt, context)))
    elif entry.changed_dt is not None:
        ago = ago_text(entry.changed_dt, context.now)
        found.append(Fact(translate("Facts", "Changed"), ago))
    return tuple(found)


def _gone(withdrawn_dt: datetime | None, context: ViewContext) -> tuple[str, str]:
    if withdrawn_dt is None:
        return translate("Facts", "no longer in the programme"), ""
    tz = context.zone
    when = f"{day_text(day_of(withdrawn_dt, tz))}, {time_text(withdrawn_dt, tz)}"
    words = translate("Facts", "no longer in the programme since {when}").format(when=when)
    return words, ago_text(withdrawn_dt, context.now)


def _times(entry: Entry, context: ViewContext) -> tuple[Fact, ...]:
    start, end = entry.start_dt, entry.end_dt
    if start is None or end is None:
        return (Fact(translate("Facts", "Time"), translate("Facts", "not yet scheduled")),)
    city = zone_city(context.event_zone)
    notes = [length_text(start, end)]
    if phase_of(entry, context.now) is Phase.RUNNING:
        notes.append(translate("Facts", "running now"))
    if phase_of(entry, context.now) is Phase.PAST:
        notes.append(translate("Facts", "over"))
    there = Fact(city, _when(start, end, context.event_zone), ", ".join(notes))
    reader = context.reader_zone
    if not offset_text(start, reader, context.event_zone):
        return (there,)
    label = translate("Facts", "For you")
    return (there, Fact(label, _when(start, end, reader), _difference(start, context)))


def _when(start_dt: datetime, end_dt: datetime, zone: tzinfo) -> str:
    return f"{day_text(day_of(start_dt, zone))}, {time_range(start_dt, end_dt, zone)}"


def _difference(start_dt: datetime, context: ViewContext) -> str:
    """`in Zurich, 10 h earlier, the day before`."""
    reader, there = context.reader_zone, context.event_zone
    text = translate("Facts", "in {city}, {difference}").format(
        city=zone_city(reader), difference=offset_text(start_dt, reader, there)
    )
    days = (local(start_dt, reader).date() - local(start_dt, there).date()).days
    if days < 0:
        return translate("Facts", "{text}, the day before").format(text=text)
    return translate("Facts", "{text}, the day after").format(text=text) if days else text


def both_clocks(entry: Entry, context: ViewContext) -> str:
    """`Mon 25 Nov 09:00 in Melbourne, Sun 24 Nov 23:00 for you`; for copying and reminders."""
    if entry.start_dt is None:
        return translate("Facts", "not yet scheduled")
    there = translate("Facts", "{when} in {city}").format(
        when=_instant(entry.start_dt, context.event_zone), city=zone_city(context.event_zone)
    )
    if not offset_text(entry.start_dt, context.reader_zone, context.event_zone):
        return there
    return translate("Facts", "{there}, {when} for you").format(
        there=there, when=_instant(entry.start_dt, context.reader_zone)
    )


def _instant(start_dt: datetime, zone: tzinfo) -> str:
    moment = local(start_dt, zone)
    return f"{day_text(moment.date())} {moment.hour:02}:{moment.minute:02}"


def kicker(entry: Entry) -> str:
    """`Theory of learning · THY-3`."""
    code = entry.code or (f"#{entry.friendly_id}" if entry.friendly_id else "")
    return " · ".join(part for part in (title_of(entry.session_title or ""), code) if part)
