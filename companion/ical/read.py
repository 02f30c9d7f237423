"""Reading calendar files from anywhere: whatever can be read is, the rest is named.

Files in the wild end lines in bare LF, fold inside characters, lack `END:VEVENT` or put raw text
between properties. So entries are cut out first, only the properties asked for are handed to
icalendar, and one bad entry costs only itself.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from icalendar import Component, Event

from companion.domain.calendar import EntryStatus, IndicoUid, ReadCalendar, ReadEntry
from companion.errors import CannotReadFile, Said
from companion.ical import uid as uids

SIZE_LIMIT = 32 * 2**20

_WANTED = frozenset({"UID", "SUMMARY", "DTSTART", "STATUS", "SEQUENCE", "METHOD", "RELATED-TO"})
_NAME = re.compile(r"\s*([A-Za-z0-9-]+)\s*[:;]")


@dataclass(slots=True)
class _Found:
    """The wanted lines of one VEVENT, and whether the whole file takes entries back."""

    lines: list[str] = field(default_factory=list)
    is_cancelled: bool = False


@dataclass(frozen=True, slots=True)
class _Numbered:
    entry: ReadEntry
    sequence: int


class IcalReader:
    """`companion.ports.calendar.CalendarReader`; keeps nothing between calls."""

    def read(self, data: bytes, *, name: str) -> ReadCalendar:
        """All entries that can be read.

        Raises:
            CannotReadFile: `name` is no calendar file, or larger than any agenda.
        """
        if len(data) > SIZE_LIMIT:
            raise CannotReadFile(
                path=name, detail=Said("it is larger than {limit} MiB", limit=SIZE_LIMIT >> 20)
            )
        lines = list(_lines(data))
        if not any(_is(line, "BEGIN:VCALENDAR") or _is(line, "BEGIN:VEVENT") for line in lines):
            raise CannotReadFile(path=name, detail="it is not a calendar file")
        problems: list[str] = []
        entries = list(_entries(_events(lines), problems))
        return ReadCalendar(_newest(entries, problems), tuple(problems))


def _lines(data: bytes) -> Iterator[str]:
    """Unfolded before they are decoded: some folds stand inside a character."""
    data = data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    for raw in re.sub(rb"\n[ \t]", b"", data).split(b"\n"):
        try:
            yield raw.decode()
        except UnicodeDecodeError:
            yield raw.decode("latin-1")


def _is(line: str, what: str) -> bool:
    return line.strip().upper() == what


def _events(lines: Iterable[str]) -> Iterator[_Found]:
    """The wanted lines of each VEVENT; one that is not ended ends where the next begins."""
    found: _Found | None = None
    inner = 0
    is_cancelled = False
    for line in lines:
        if _is(line, "BEGIN:VEVENT"):
            if found is not None:
                yield found
            found, inner = _Found(is_cancelled=is_cancelled), 0
        elif found is None:
            is_cancelled = is_cancelled or _is(line, "METHOD:CANCEL")
        elif _is(line, "END:VEVENT") or _is(line, "END:VCALENDAR"):
            yield found
            found = None
        else:
            inner = _take(found, line, inner)
    if found is not None:
        yield found


def _take(found: _Found, line: str, inner: int) -> int:
    """Keep a wanted line, unless it is of something inside the entry; returns the new depth."""
    start = line.strip().upper()
    if start.startswith("BEGIN:"):
        return inner + 1
    if start.startswith("END:"):
        return max(inner - 1, 0)
    name = _NAME.match(line)
    if name and not inner and name[1].upper() in _WANTED:
        found.lines.append(line.strip())
    return inner


def _entries(events: Iterable[_Found], problems: list[str]) -> Iterator[_Numbered]:
    for number, found in enumerate(events, start=1):
        try:
            event = Event.from_ical("\r\n".join(("BEGIN:VEVENT", *found.lines, "END:VEVENT", "")))
            yield _entry(event, is_cancelled=found.is_cancelled)
        except (ValueError, OverflowError) as error:
            problems.append(
                Said("Entry {number} cannot be read ({error}).", number=number, error=error)
            )


def _entry(event: Component, *, is_cancelled: bool) -> _Numbered:
    uid = _text(event, "UID")
    status = _status(event, is_cancelled=is_cancelled)
    children = tuple(known for known in _children(event) if known is not None)
    entry = ReadEntry(
        uid=uid,
        title=" ".join(_text(event, "SUMMARY").split()),
        start_dt=_start(event),
        status=status,
        identity=uids.parse(uid),
        children=children,
    )
    sequence = _text(event, "SEQUENCE")
    return _Numbered(entry, int(sequence) if re.fullmatch(r"[0-9]{1,9}", sequence) else 0)


def _values(event: Component, name: str) -> list[object]:
    value = event.get(name)
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [value]


def _text(event: Component, name: str) -> str:
    """The first value; a second one is a fault of the file."""
    values = _values(event, name)
    return str(values[0]).strip() if values else ""


def _status(event: Component, *, is_cancelled: bool) -> EntryStatus:
    word = _text(event, "STATUS").upper()
    if is_cancelled or word == "CANCELLED" or _text(event, "METHOD").upper() == "CANCEL":
        return EntryStatus.CANCELLED
    return EntryStatus.TENTATIVE if word == "TENTATIVE" else EntryStatus.CONFIRMED


def _start(event: Component) -> datetime | None:
    moment = next((getattr(value, "dt", None) for value in _values(event, "DTSTART")), None)
    if isinstance(moment, datetime) and moment.tzinfo is not None:
        return moment.astimezone(UTC)
    return None


def _children(event: Component) -> Iterator[IndicoUid | None]:
    for value in _values(event, "RELATED-TO"):
        if str(getattr(value, "params", {}).get("RELTYPE", "")).upper() == "CHILD":
            yield uids.parse(str(value))


def _newest(found: list[_Numbered], problems: list[str]) -> tuple[ReadEntry, ...]:
    """Of several entries of one talk only the newest counts; strangers are all listed."""
    count = Counter(item.entry.uid for item in found if item.entry.uid)
    for uid, times in count.items():
        if times > 1:
            problems.append(Said("{times} entries have the same UID {uid}.", times=times, uid=uid))
    best: dict[str, _Numbered] = {}
    for item in found:
        known = best.get(item.entry.uid)
        if known is None or item.sequence >= known.sequence:
            best[item.entry.uid] = item
    return tuple(
        item.entry
        for item in found
        if best[item.entry.uid] is item or not (item.entry.identity or item.entry.children)
    )
