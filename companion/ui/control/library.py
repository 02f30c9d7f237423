"""The editions, the programme shown, its zone and its stars.

Values are shown at once and stored behind: a star is painted when it is clicked, and taken back if
it could not be written.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, tzinfo
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from companion.domain.bookmark import Star
from companion.domain.edition import Edition, EditionState, StoredEdition
from companion.domain.entry import Entry, EntryRef
from companion.domain.event import Event
from companion.domain.filters import Filter
from companion.domain.times import zone
from companion.errors import UsageError
from companion.frozen import frozen
from companion.services.agenda import Agenda, with_star
from companion.services.editions import EditionInfo
from companion.services.zones import EVENT, LOCAL, reader_zone_name, shown_zone
from companion.ui.context import ViewContext, colors_of, starred_overlaps
from companion.ui.control.filter_memory import FilterMemory
from companion.ui.tasks import Lane, TaskRunner
from companion.ui.words import prepare_formulas

if TYPE_CHECKING:
    from companion.services.registry import Services


class FirstData(Protocol):
    """What was read with plain sqlite3 before the window is shown.

    Attributes:
        editions: all that are stored.
        shown: the one to show first; None on a first start.
        entries: its programme.
    """

    @property
    def editions(self) -> tuple[StoredEdition, ...]: ...

    @property
    def shown(self) -> StoredEdition | None: ...

    @property
    def entries(self) -> tuple[Entry, ...]: ...


@frozen
class _Loaded:
    editions: tuple[EditionInfo, ...]
    key: str | None
    entries: tuple[Entry, ...]
    reader_zone: tzinfo | None = None


class Library(QObject):
    """See the module.

    Attributes:
        editions: all known editions, latest first, samples last.
        key: of the edition shown; None before the first is chosen.
        entries: its whole programme.
        context: zones, now, colours, overlaps, filter of what is shown.
        filters: of all editions.

    Signals:
        editions_changed: the list of editions, or the state of one of them.
        programme_changed: entries or context.
        edition_opened: another edition is shown.
        star_failed: stars could not be stored; holds the exception.
        stars_set: stars were asked for; holds the references, the new star and the old stars.
    """

    editions_changed = Signal()
    programme_changed = Signal()
    edition_opened = Signal()
    star_failed = Signal(object)
    stars_set = Signal(object, object, object)

    def __init__(
        self,
        services: "Services",
        runner: TaskRunner,
        *,
        reader_zone: tzinfo | None,
        zone_name: str,
    ) -> None:
        super().__init__()
        self._services = services
        self._runner = runner
        # Asking the system takes 10 ms: in the worker, unless it is needed for the first picture.
        if reader_zone is None and zone_name == LOCAL:
            reader_zone = zone(reader_zone_name())
        self._is_zone_known = reader_zone is not None
        self._reader_zone = reader_zone or UTC
        self.zone_name = zone_name
        self.filters = FilterMemory(services.settings)
        self.editions: tuple[EditionInfo, ...] = ()
        self.key: str | None = None
        self.entries: tuple[Entry, ...] = ()
        self.context = ViewContext(now=services.clock(), reader_zone=self._reader_zone)
        self.is_loaded = False

    # --- loading -------------------------------------------------------------------------------

    def adopt(self, first: FirstData) -> None:
        """Show what was read before the window, without opening the database."""
        self.editions = tuple(_info(item) for item in first.editions)
        if first.shown is not None:
            self.key = first.shown.key
            self.entries = first.entries
            self._recompute()
            if not any(self.context.matches(e) for e in self.entries if e.is_contribution):
                # Of a large programme only one day is here yet: what matches may come behind it.
                self.context = replace(self.context, chosen=Filter())

    def reload(self, key: str | None = None) -> None:
        """Read editions and programme again (after the first paint, and after each sync).

        Args:
            key: the edition to show afterwards; the one shown now, or the natural one, if None.
        """
        wanted, services, asks_zone = key or self.key, self._services, not self._is_zone_known
        self._runner.run(
            Lane.DATABASE,
            lambda _task: _load(services, wanted, asks_zone=asks_zone),
            self._on_loaded,
            key="library",
        )

    def open(self, key: str) -> None:
        """Show another edition."""
        if key != self.key:
            self.key = key
            self.reload(key)

    def _on_loaded(self, loaded: _Loaded) -> None:
        is_other = loaded.key != self.context.key
        self.is_loaded = True
        if loaded.reader_zone is not None:
            self._reader_zone, self._is_zone_known = loaded.reader_zone, True
        self.editions, self.key, self.entries = loaded.editions, loaded.key, loaded.entries
        self._recompute()
        self.editions_changed.emit()
        if is_other:
            self.edition_opened.emit()
        self.programme_changed.emit()

    # --- what is shown -------------------------------------------------------------------------

    @property
    def info(self) -> EditionInfo | None:
        """The edition shown."""
        return self.info_of(self.key) if self.key else None

    def info_of(self, key: str) -> EditionInfo | None:
        """An edition by its key."""
        return next((info for info in self.editions if info.key == key), None)

    @property
    def has_programmes(self) -> bool:
        """Whether anything at all is stored."""
        return any(info.stored for info in self.editions)

    def entry(self, ref: EntryRef) -> Entry | None:
        """An entry of the programme shown."""
        return next((entry for entry in self.entries if entry.ref == ref), None)

    def context_of(self, event: Event, key: str) -> ViewContext:
        """The context for a talk of another edition than the one shown."""
        if key == self.context.key:
            return self.context
        event_zone = zone(event.timezone)
        return replace(
            self.context,
            key=key,
            title=event.title,
            event_zone=event_zone,
            zone=self._shown_zone(event_zone),
            is_sample=event.event_id.is_sample,
            colors={},
            overlaps={},
            chosen=Filter(),
        )

    def set_zone(self, name: str) -> None:
        """Show times in the conference's zone (`event`), the reader's (`local`) or another."""
        self.zone_name = name
        self._recompute()
        self.programme_changed.emit()

    def set_filter(self, chosen: Filter) -> None:
        """Show only some talks of this edition."""
        if chosen != self.context.chosen:
            self.filters.remember(self.context.key, chosen)
            self.context = replace(self.context, chosen=chosen)
            self.programme_changed.emit()

    def tick(self) -> None:
        """A minute has passed."""
        self.context = replace(self.context, now=self._services.clock())
        self.programme_changed.emit()

    def event_days(self) -> tuple[date | None, ...]:
        """Days of the programme in the conference's zone."""
        return Agenda(self.entries, self.context.event_zone).days

    @property
    def now(self) -> datetime:
        """The present as the services see it."""
        return self._services.clock()

    def _recompute(self) -> None:
        info = self.info
        event_zone = zone(info.timezone) if info and info.timezone else self._reader_zone
        self.context = ViewContext(
            key=self.key or "",
            title=info.title if info else "",
            zone=self._shown_zone(event_zone),
            event_zone=event_zone,
            reader_zone=self._reader_zone,
            now=self.now,
            is_sample=bool(info and info.is_sample),
            colors=colors_of(self.entries),
            overlaps=starred_overlaps(self.entries),
            chosen=self.filters.of(self.key),
        )

    def _shown_zone(self, event_zone: tzinfo) -> tzinfo:
        if self.zone_name == EVENT:
            return event_zone
        if self.zone_name == LOCAL:
            return self._reader_zone
        try:
            return shown_zone(self.zone_name, "UTC")
        except UsageError:
            return event_zone

    # --- stars ---------------------------------------------------------------------------------

    def set_star(self, refs: Iterable[EntryRef], star: Star) -> None:
        """Show stars at once and store them behind; refused ones are taken back."""
        self.set_stars({star: refs})

    def set_stars(self, stars: Mapping[Star, Iterable[EntryRef]]) -> None:
        """The same for several kinds of stars, shown in one go."""
        wanted = {star: frozenset(refs) for star, refs in stars.items()}
        wanted = {star: refs for star, refs in wanted.items() if refs}
        if not wanted:
            return
        chosen = frozenset().union(*wanted.values())
        before = {entry.ref: entry.star for entry in self.entries if entry.ref in chosen}
        self._show_stars(wanted)
        for star, refs in wanted.items():
            self.stars_set.emit(tuple(sorted(refs)), star, before)
            self._store_stars(refs, star)

    def _store_stars(self, refs: frozenset[EntryRef], star: Star) -> None:
        services = self._services
        self._runner.run(
            Lane.DATABASE,
            lambda _task: services.bookmarks.set_star(refs, star),
            failed=self._on_star_failed,
        )

    def _show_stars(self, stars: Mapping[Star, frozenset[EntryRef]]) -> None:
        for star, refs in stars.items():
            self.entries = with_star(self.entries, refs, star)
        self.context = replace(self.context, overlaps=starred_overlaps(self.entries))
        self.programme_changed.emit()

    def _on_star_failed(self, error: Exception) -> None:
        self.reload()
        self.star_failed.emit(error)


def _load(services: "Services", wanted: str | None, *, asks_zone: bool) -> _Loaded:
    """Runs in the database lane."""
    prepare_formulas()
    editions = services.editions.list()
    keys = {info.key: info for info in editions}
    key = wanted if wanted in keys else services.editions.default_key(services.clock())
    has_programme = key is not None and keys[key].stored is not None
    entries = services.programme.entries(key) if key and has_programme else ()
    return _Loaded(editions, key, entries, zone(reader_zone_name()) if asks_zone else None)


def _info(stored: StoredEdition) -> EditionInfo:
    """An edition of which only the stored side is known yet."""
    is_sample = stored.address.event_id.is_sample
    state = EditionState.SAMPLE if is_sample else EditionState.DOWNLOADED
    edition = Edition(key=stored.key, title=stored.title, timezone=stored.timezone)
    return EditionInfo(edition, state, stored)
