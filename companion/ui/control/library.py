"""The editions, the programme shown, its zone and its stars.

Values are shown at once and stored behind: a star is painted when it is clicked, and taken back if
it could not be written.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from companion.domain.bookmark import Star
from companion.domain.entry import Entry, EntryRef
from companion.domain.event import Event
from companion.domain.filters import Filter
from companion.domain.times import zone
from companion.services.agenda import Agenda, with_star
from companion.services.editions import EditionInfo
from companion.services.tally import Tally, first_tally
from companion.services.zones import LOCAL, reader_zone_name
from companion.ui.context import ViewContext, starred_overlaps
from companion.ui.control.edition_names import first_info, remembered_names
from companion.ui.control.filter_memory import FilterMemory
from companion.ui.control.prepared import Loaded, Prepared, Wish, Zones, context_for, load
from companion.ui.tasks import Lane, TaskRunner

if TYPE_CHECKING:
    from companion.services.registry import Services
    from companion.ui.control.first_data import FirstData


class Library(QObject):
    """See the module.

    Attributes:
        editions: all known editions, latest first, samples last.
        key: of the edition shown; None before the first is chosen.
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
        self._zones = Zones(zone_name, reader_zone or UTC)
        self.filters = FilterMemory(services.settings)
        self.editions: tuple[EditionInfo, ...] = ()
        self.key: str | None = None
        context = ViewContext(now=services.clock(), reader_zone=self._zones.reader)
        self._programme = Prepared(context=context)
        self.is_loaded = False

    # --- loading -------------------------------------------------------------------------------

    def adopt(self, first: "FirstData") -> None:
        """Show what was read before the window, without opening the database."""
        names = remembered_names(self._services.settings)
        self.editions = tuple(first_info(item, names) for item in first.editions)
        if first.shown is None:
            return
        self.key, entries = first.shown.key, first.entries
        context = context_for(
            self.info, entries, self._zones, now=self.now, chosen=self.filters.of(self.key)
        )
        if not any(context.matches(e) for e in entries if e.is_contribution):
            # Of a large programme only one day is here yet: what matches may come behind it.
            context = replace(context, chosen=Filter())
        self._programme = Prepared(entries, context, first_tally(entries))

    def reload(self, key: str | None = None) -> None:
        """Read editions and programme again (after the first paint, and after each sync).

        Args:
            key: the edition to show afterwards; the one shown now, or the natural one, if None.
        """
        services = self._services
        wish = Wish(
            key or self.key, self._zones, not self._is_zone_known, self.filters, self.entries
        )
        self._runner.run(
            Lane.DATABASE,
            lambda _task: load(services, wish),
            self._on_loaded,
            key="library",
        )

    def open(self, key: str) -> None:
        """Show another edition."""
        if key != self.key:
            self.key = key
            self.reload(key)

    def _on_loaded(self, loaded: Loaded) -> None:
        is_other = loaded.key != self.context.key
        if not is_other and self.entries is not loaded.wish.shown:
            # A star was set while this was read: now it is stored, too.
            self.reload()
            return
        is_news = not self.is_loaded or loaded.key != self.key or not self._is_shown(loaded)
        self.is_loaded = True
        if not self._is_zone_known:
            self._is_zone_known = True
            self._zones = replace(self._zones, reader=loaded.zones.reader)
        self.editions, self.key = loaded.editions, loaded.key
        if is_news:
            self._take(loaded)
        self.editions_changed.emit()
        if is_other:
            self.edition_opened.emit()
        if is_news:
            self.programme_changed.emit()

    def _is_shown(self, loaded: Loaded) -> bool:
        """Whether all that was read is what is shown already."""
        ready = loaded.programme
        is_same = ready.entries is self.entries
        return is_same and replace(ready.context, now=self.context.now) == self.context

    def _take(self, loaded: Loaded) -> None:
        """Show what was read; the person may have chosen zone or filter otherwise since."""
        ready = loaded.programme
        context = replace(ready.context, now=self.now, chosen=self.filters.of(self.key))
        self._programme = replace(ready, context=context)
        if loaded.zones != self._zones:
            self._rezone()

    # --- what is shown -------------------------------------------------------------------------

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The whole programme of the edition shown."""
        return self._programme.entries

    @property
    def context(self) -> ViewContext:
        """Zones, now, colours, overlaps, filter of what is shown."""
        return self._programme.context

    @property
    def tally(self) -> Tally:
        """How much of each the programme holds."""
        return self._programme.tally

    @property
    def agenda(self) -> Agenda | None:
        """What is wanted of the programme, by days; None if it is not worked out."""
        return self._programme.agenda

    @property
    def zone_name(self) -> str:
        """In which zone times are shown: `event`, `local` or a name."""
        return self._zones.name

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
            zone=self._zones.shown(event_zone),
            is_sample=event.event_id.is_sample,
            colors={},
            overlaps={},
            chosen=Filter(),
        )

    def set_zone(self, name: str) -> None:
        """Show times in the conference's zone (`event`), the reader's (`local`) or another."""
        self._zones = replace(self._zones, name=name)
        self._rezone()
        self.programme_changed.emit()

    def set_filter(self, chosen: Filter) -> None:
        """Show only some talks of this edition."""
        if chosen != self.context.chosen:
            self.filters.remember(self.context.key, chosen)
            self._set_context(replace(self.context, chosen=chosen))
            self.programme_changed.emit()

    def tick(self) -> None:
        """A minute has passed."""
        self._set_context(replace(self.context, now=self.now))
        self.programme_changed.emit()

    def event_days(self) -> tuple[date | None, ...]:
        """Days of the programme in the conference's zone."""
        agenda, zone_ = self.agenda, self.context.event_zone
        if agenda is not None and agenda.entries is self.entries and agenda.tz is zone_:
            return agenda.days
        return Agenda(self.entries, zone_).days

    @property
    def now(self) -> datetime:
        """The present as the services see it."""
        return self._services.clock()

    def _set_context(self, context: ViewContext) -> None:
        self._programme = replace(self._programme, context=context)

    def _rezone(self) -> None:
        context, zones = self.context, self._zones
        info = self.info
        event_zone = context.event_zone if info and info.timezone else zones.reader
        self._set_context(
            replace(
                context,
                zone=zones.shown(event_zone),
                event_zone=event_zone,
                reader_zone=zones.reader,
                now=self.now,
            )
        )

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
        entries, before = self.entries, self._programme
        for star, refs in stars.items():
            entries = with_star(entries, refs, star)
        context = replace(before.context, overlaps=starred_overlaps(entries))
        self._programme = Prepared(entries, context, before.tally.starred_anew(entries))
        self.programme_changed.emit()

    def _on_star_failed(self, error: Exception) -> None:
        self.reload()
        self.star_failed.emit(error)
