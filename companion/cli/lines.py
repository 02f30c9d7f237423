"""Lines for people: programmes, talks and editions without a window."""

from collections.abc import Iterable, Iterator
from datetime import tzinfo

from companion.cli.shapes import kind_word
from companion.domain.bookmark import Star
from companion.domain.edition import StoredEdition
from companion.domain.entry import Entry, EntryKind, EntryState
from companion.domain.times import day_of, local
from companion.text.plain import title_text

STARS = {Star.NONE: " ", Star.TENTATIVE: "☆", Star.STARRED: "★"}


def edition_line(stored: StoredEdition, tz: tzinfo) -> str:
    """Which programme is shown, and in which zone."""
    invented = ", a sample with invented talks" if stored.address.event_id.is_sample else ""
    return f"{title_text(stored.title)} [{stored.key}]{invented}; times in {tz}"


def programme_lines(entries: Iterable[Entry], tz: tzinfo) -> Iterator[str]:
    """The entries grouped by day."""
    day: object = ""
    for entry in entries:
        current = day_of(entry.start_dt, tz) if entry.start_dt else None
        if current != day:
            day = current
            yield ""
            yield current.strftime("%A %d %B %Y") if current else "Not yet scheduled"
        yield entry_line(entry, tz)


def entry_line(entry: Entry, tz: tzinfo) -> str:
    """One entry on one line, with its reference at the end."""
    if entry.kind is EntryKind.CONTRIBUTION:
        return f"{STARS[entry.star]} {_span(entry, tz)}  {_talk(entry)}  [{entry.ref}]"
    words = [title_text(entry.title)]
    if entry.block_title and entry.block_title != entry.title:
        words.append(title_text(entry.block_title))
    head = f"{kind_word(entry.kind)}: {' – '.join(words)}"
    return f"  {_span(entry, tz)}  {head}" + (f" ({entry.room_name})" if entry.room_name else "")


def _talk(entry: Entry) -> str:
    parts = [title_text(entry.title)]
    if entry.speakers:
        parts.append(", ".join(link.name for link in entry.speakers))
    if entry.room_name:
        parts.append(entry.room_name)
    if entry.board_number:
        parts.append(f"board {entry.board_number}")
    if entry.state is EntryState.WITHDRAWN:
        parts.append("no longer in the programme")
    return " · ".join(parts)


def _span(entry: Entry, tz: tzinfo) -> str:
    if entry.start_dt is None or entry.end_dt is None:
        return " " * 11
    return f"{local(entry.start_dt, tz):%H:%M}–{local(entry.end_dt, tz):%H:%M}"
