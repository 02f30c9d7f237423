"""All that is worked out of a programme before it is shown.

In the worker where a programme is read: of 2,000 talks it would take the window's own thread a
noticeable moment.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from companion.domain.entry import Entry
from companion.domain.filters import Filter
from companion.domain.times import zone
from companion.errors import UsageError
from companion.frozen import frozen
from companion.services.agenda import Agenda
from companion.services.editions import EditionInfo
from companion.services.tally import Tally, whole_tally
from companion.services.zones import EVENT, LOCAL, reader_zone_name, shown_zone
from companion.ui.context import ViewContext, colors_of, starred_overlaps
from companion.ui.control.filter_memory import FilterMemory
from companion.ui.words import prepare_formulas

if TYPE_CHECKING:
    from companion.services.registry import Services


@frozen
class Prepared:
    """A programme, ready to be shown.

    Attributes:
        entries: all of it.
        context: for them.
        tally: how much of each they are.
        agenda: what of them is wanted, by days; None if views shall sort it at their first use.
    """

    entries: tuple[Entry, ...] = ()
    context: ViewContext = ViewContext()
    tally: Tally = Tally()
    agenda: Agenda | None = None


@frozen
class Zones:
    """In which zone times are shown: `event`, `local` or a name; and the reader's own."""

    name: str
    reader: tzinfo

    def shown(self, event_zone: tzinfo) -> tzinfo:
        """The zone for an edition."""
        if self.name == EVENT:
            return event_zone
        if self.name == LOCAL:
            return self.reader
        try:
            return shown_zone(self.name, "UTC")
        except UsageError:
            return event_zone


def context_for(
    info: EditionInfo | None,
    entries: Sequence[Entry],
    zones: Zones,
    *,
    now: datetime,
    chosen: Filter,
) -> ViewContext:
    """What views are told of an edition."""
    event_zone = zone(info.timezone) if info and info.timezone else zones.reader
    return ViewContext(
        key=info.key if info else "",
        title=info.title if info else "",
        zone=zones.shown(event_zone),
        event_zone=event_zone,
        reader_zone=zones.reader,
        now=now,
        is_sample=bool(info and info.is_sample),
        colors=colors_of(entries),
        overlaps=starred_overlaps(entries),
        chosen=chosen,
    )


def prepared(entries: tuple[Entry, ...], context: ViewContext) -> Prepared:
    """Work out the rest."""
    agenda = Agenda(context.wanted(entries), context.zone)
    return Prepared(entries, context, whole_tally(entries), agenda)


def sharing(shown: tuple[Entry, ...], fresh: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The fresh entries, with those shown in place of equal ones; if all are, the very same tuple.

    What stayed is then recognised at a glance, not compared field by field.
    """
    known = {entry.ref: entry for entry in shown}
    mixed = tuple(before if (before := known.get(entry.ref)) == entry else entry for entry in fresh)
    is_same = len(mixed) == len(shown) and all(
        one is other for one, other in zip(mixed, shown, strict=True)
    )
    return shown if is_same else mixed


@frozen
class Wish:
    """What the worker is asked for; `shown` was shown then."""

    key: str | None
    zones: Zones
    asks_zone: bool
    filters: FilterMemory
    shown: tuple[Entry, ...]


@frozen
class Loaded:
    """What it gave, and to which wish."""

    wish: Wish
    editions: tuple[EditionInfo, ...]
    key: str | None
    zones: Zones
    programme: Prepared


def load(services: "Services", wish: Wish) -> Loaded:
    """Runs in the database lane."""
    prepare_formulas()
    editions = services.editions.list()
    keys = {info.key: info for info in editions}
    key = wish.key if wish.key in keys else services.editions.default_key(services.clock())
    info = keys.get(key) if key else None
    has_programme = info is not None and info.stored is not None
    entries = services.programme.entries(key) if key and has_programme else ()
    zones = replace(wish.zones, reader=zone(reader_zone_name())) if wish.asks_zone else wish.zones
    entries = sharing(wish.shown, entries)
    chosen = wish.filters.of(key)
    context = context_for(info, entries, zones, now=services.clock(), chosen=chosen)
    return Loaded(wish, editions, key, zones, prepared(entries, context))
