"""A talk as text, for the clipboard and for drags."""

from collections.abc import Iterable
from datetime import tzinfo

from companion.domain.entry import Entry
from companion.domain.times import day_of
from companion.ui.format import long_day_text, time_range, zone_city
from companion.ui.i18n import translate
from companion.ui.words import place_line, speakers_line, talk_title


def talk_text(entry: Entry, zone: tzinfo, url: str = "") -> str:
    """Title, day and time with the city of its clocks, room, people, link: a line each."""
    place = place_line(entry.room_name, entry.venue_name)
    lines = (talk_title(entry.title), when_text(entry, zone), place, speakers_line(entry), url)
    return "\n".join(line for line in lines if line)


def when_text(entry: Entry, zone: tzinfo) -> str:
    """`Tuesday 26 November 2024, 10:30 – 11:10, Melbourne time`."""
    if entry.start_dt is None or entry.end_dt is None:
        return translate("Row", "not yet scheduled")
    return translate("TalkMenu", "{day}, {times}, {city} time").format(
        day=long_day_text(day_of(entry.start_dt, zone)),
        times=time_range(entry.start_dt, entry.end_dt, zone),
        city=zone_city(zone),
    )


def talks_text(entries: Iterable[Entry], zone: tzinfo) -> str:
    """Several of them, an empty line between."""
    return "\n\n".join(talk_text(entry, zone) for entry in entries)


def file_stem(entries: tuple[Entry, ...]) -> str:
    """How a file of these talks is called, on every system."""
    if len(entries) != 1:
        return translate("TalkMenu", "%n talk(s)", "", len(entries))
    letters = (c if c.isalnum() or c in " -_" else " " for c in talk_title(entries[0].title))
    return " ".join("".join(letters).split())[:60].strip() or "talk"
