"""Lines for people: all that is said of one talk, session or break."""

from collections.abc import Iterable, Iterator
from datetime import tzinfo

from companion.cli.lines import entry_line
from companion.domain.entry import Entry
from companion.domain.materials import Material, Reference
from companion.domain.people import PersonLink
from companion.domain.times import local
from companion.domain.timetable import Subcontribution
from companion.services.programme import TalkDetail
from companion.text.plain import title_text, to_text


def talk_lines(detail: TalkDetail, tz: tzinfo) -> Iterator[str]:
    """A talk with its people, texts, parts and links."""
    item = detail.contribution
    yield from entry_lines(detail.entry, tz)
    if item.keywords:
        yield f"  Keywords: {', '.join(item.keywords)}"
    yield from (f"  {_person(link)}" for link in item.people)
    for text in (to_text(item.description), to_text(item.note)):
        if text:
            yield ""
            yield text
    more = [
        *map(_part, item.subcontributions),
        *map(_reference, item.references),
        *map(_material, item.materials),
    ]
    yield from ("", *more) if more else ()
    if detail.url:
        yield detail.url


def entry_lines(entry: Entry, tz: tzinfo) -> Iterator[str]:
    """What a list says of an entry, then its day, session, place and other facts."""
    yield entry_line(entry, tz)
    yield f"  {_when(entry, tz)}"
    facts = {
        "Session": _session(entry) if entry.is_contribution else "",
        "Chaired by": ", ".join(map(_person, entry.conveners)),
        "Place": ", ".join(filter(None, (entry.room_name, entry.venue_name))),
        "Track": entry.track,
        "Type": entry.type,
        "Code": entry.code,
        "Board": entry.board_number,
    }
    yield from (f"  {name}: {value}" for name, value in facts.items() if value)


def _when(entry: Entry, tz: tzinfo) -> str:
    if entry.start_dt is None or entry.end_dt is None:
        return "Not yet scheduled"
    start, end = local(entry.start_dt, tz), local(entry.end_dt, tz)
    until = f"{end:%H:%M}" if start.date() == end.date() else f"{end:%A %d %B %Y, %H:%M}"
    return f"{start:%A %d %B %Y, %H:%M}–{until} ({tz})"


def _session(entry: Entry) -> str:
    """Its title and that of the block, once where the latter repeats it."""
    session, block = entry.session_title or "", entry.block_title or ""
    titles = (block,) if block.startswith(session) and block else (session, block)
    return " – ".join(title_text(title) for title in titles if title)


def _person(link: PersonLink) -> str:
    return f"{link.name}, {link.affiliation}" if link.affiliation else link.name


def _names(links: Iterable[PersonLink]) -> str:
    return ", ".join(link.name for link in links)


def _part(part: Subcontribution) -> str:
    names = _names(part.speakers)
    return f"  Part: {title_text(part.title)}" + (f" · {names}" if names else "")


def _reference(item: Reference) -> str:
    return f"  {item.type}: {item.value}" + (f" ({item.url})" if item.url else "")


def _material(item: Material) -> str:
    where = item.url or ("protected" if item.is_protected else "no link")
    return f"  {item.title}: {where}"
