"""What every view is told beside the entries."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from datetime import UTC, datetime, tzinfo

from companion.domain.bookmark import Star
from companion.domain.conflicts import Overlap, overlaps
from companion.domain.entry import Entry, EntryRef
from companion.domain.filters import Filter, narrowed
from companion.frozen import frozen
from companion.ui.tokens import SESSION_PALETTE, session_colors


@frozen
class ViewContext:
    """Zones, the present, and what was worked out once for all views.

    Attributes:
        key: of the edition shown.
        title: its title.
        zone: in which times and days are shown.
        event_zone: the conference's own.
        reader_zone: this computer's.
        now: the present, UTC.
        is_sample: whether the talks are invented.
        colors: session id → `#rrggbb`, before it is fitted to a theme.
        overlaps: among the starred talks.
        chosen: which talks the person wants to see.
    """

    key: str = ""
    title: str = ""
    zone: tzinfo = UTC
    event_zone: tzinfo = UTC
    reader_zone: tzinfo = UTC
    now: datetime = datetime(2000, 1, 1, tzinfo=UTC)
    is_sample: bool = False
    colors: Mapping[int, str] = field(default_factory=dict)
    overlaps: Mapping[EntryRef, tuple[Overlap, ...]] = field(default_factory=dict)
    chosen: Filter = field(default_factory=Filter)

    def color_of(self, entry: Entry) -> str:
        """The colour of an entry's session; grey without a session."""
        return self.colors.get(entry.session_id or 0, SESSION_PALETTE[-1])

    def matches(self, entry: Entry) -> bool:
        """Whether the person wants to see a talk."""
        return not self.chosen or self.chosen.matches(entry, self.zone)

    def wanted(self, entries: Sequence[Entry]) -> Sequence[Entry]:
        """All entries, or of a filtered programme the talks that match with their blocks."""
        if not self.chosen:
            return entries
        return _narrowed.of(entries, self.chosen, self.zone)


class _Narrowed:
    """What was narrowed last: the worker ahead of the views, which all ask for the same."""

    def __init__(self) -> None:
        self._last: tuple[Sequence[Entry], Filter, tzinfo, tuple[Entry, ...]] | None = None

    def of(self, entries: Sequence[Entry], chosen: Filter, tz: tzinfo) -> tuple[Entry, ...]:
        """The same as `narrowed`; any thread."""
        last = self._last
        if last and last[0] is entries and last[1] == chosen and last[2] is tz:
            return last[3]
        found = narrowed(entries, chosen, tz)
        self._last = (entries, chosen, tz, found)
        return found


_narrowed = _Narrowed()


def colors_of(entries: Iterable[Entry]) -> dict[int, str]:
    """The colour of each session, dealt in the order of the programme."""
    given: dict[int, str] = {}
    for entry in entries:
        if entry.session_id is not None:
            given[entry.session_id] = given.get(entry.session_id) or entry.color
    return session_colors(given)


def talk_colors(programmes: Iterable[Sequence[Entry]]) -> dict[EntryRef, str]:
    """The colour of each talk of several editions that has a session."""
    found = {}
    for entries in programmes:
        dealt = colors_of(entries)
        found.update({e.ref: dealt[e.session_id] for e in entries if e.session_id in dealt})
    return found


def starred_overlaps(entries: Iterable[Entry]) -> Mapping[EntryRef, tuple[Overlap, ...]]:
    """Overlaps among the talks that the person chose."""
    return overlaps(entry for entry in entries if entry.star is not Star.NONE)
