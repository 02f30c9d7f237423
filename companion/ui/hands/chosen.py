"""The entries behind references, of whatever edition."""

from collections.abc import Mapping
from datetime import tzinfo
from typing import TYPE_CHECKING

from companion.domain.entry import Entry, EntryRef
from companion.domain.times import zone

if TYPE_CHECKING:
    from companion.services.registry import Services
    from companion.ui.control.library import Library

Chosen = tuple[Entry, ...]


Known = Mapping[EntryRef, Entry]


def known_entries(library: "Library", refs: tuple[EntryRef, ...]) -> Known:
    """Those that the window has already, so that nobody need read them."""
    wanted = frozenset(refs)
    return {entry.ref: entry for entry in library.entries if entry.ref in wanted}


def chosen_entries(services: "Services", refs: tuple[EntryRef, ...], known: Known) -> Chosen:
    """Entries in the order of their references. Runs in the database lane.

    Raises:
        UnknownEdition, NoProgramme: an edition was removed meanwhile.
    """
    found = dict(known)
    for key in dict.fromkeys(ref.edition_key for ref in refs if ref not in known):
        found.update((entry.ref, entry) for entry in services.programme.entries(key))
    return tuple(found[ref] for ref in refs if ref in found)


def zone_of(library: "Library", ref: EntryRef) -> tzinfo:
    """In which a talk's times are told: the zone shown; its conference's own for another one."""
    context, info = library.context, library.info_of(ref.edition_key)
    if ref.edition_key == context.key or context.zone != context.event_zone:
        return context.zone
    return zone(info.timezone) if info and info.timezone else context.zone
