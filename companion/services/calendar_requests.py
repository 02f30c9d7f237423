"""What a calendar shall hold, gathered from the stores: for files, folders and servers alike."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial

from companion import APP_NAME
from companion.domain.bookmark import Bookmark, Star
from companion.domain.edition import StoredEdition
from companion.domain.event import EventId
from companion.domain.timetable import Programme
from companion.ports.calendar import CalendarEdition, CalendarRequest, ExportLog
from companion.ports.calls import Clock
from companion.ports.programmes import ProgrammeStore
from companion.ports.user import UserStore
from companion.services.editions import EditionsService
from companion.services.scope import (
    ExportSelection,
    chosen_talks,
    one_name,
    people_names,
    session_titles,
)


@dataclass(frozen=True, slots=True)
class CalendarRequests:
    """Makes requests for a calendar writer; reads only."""

    store: ProgrammeStore
    user: UserStore
    editions: EditionsService
    log: ExportLog
    clock: Clock

    def make(self, selection: ExportSelection, target: str = "") -> CalendarRequest:
        """The request for a selection.

        Args:
            selection: which talks.
            target: what is written to, as `ExportLog` names it; empty for nothing to remember.

        Raises:
            UnknownEdition, NoProgramme: no such key, or nothing stored of it.
        """
        is_file = target.endswith(f"#{selection.scope}")
        found = (self._part(selection, item, is_file=is_file) for item in self._of(selection))
        parts = tuple(filter(None, found))
        return CalendarRequest(
            name=calendar_name(parts, selection),
            editions=parts,
            made_dt=self.clock(),
            options=selection.options,
            target=target,
            written=self.log.read(target) if target else (),
            elsewhere=self.log.latest(),
            since_last=selection.since_last,
        )

    def person(self, key: str | None, typed: str) -> str:
        """The name of the person that is meant, in one edition or in all.

        Raises:
            UsageError: nobody, or several people.
        """
        return one_name(typed, people_names(self._programmes(key)))

    def session(self, key: str | None, typed: str) -> str:
        """The title of the session that is meant, in one edition or in all.

        Raises:
            UsageError: no session, or several.
        """
        return one_name(typed, session_titles(self._programmes(key)))

    def _programmes(self, key: str | None) -> Iterable[Programme]:
        stored = self._of(ExportSelection(key))
        found = (self.store.programme(item.address.event_id) for item in stored)
        return filter(None, found)

    def _of(self, selection: ExportSelection) -> tuple[StoredEdition, ...]:
        if selection.refs is not None:
            keys = sorted({ref.edition_key for ref in selection.refs})
            return tuple(dict.fromkeys(map(self.editions.stored, keys)))
        if selection.key:
            return (self.editions.stored(selection.key),)
        return self.store.editions()

    def _part(
        self, selection: ExportSelection, stored: StoredEdition, *, is_file: bool
    ) -> CalendarEdition | None:
        event_id = stored.address.event_id
        programme = self.store.programme(event_id)
        if programme is None:
            return None
        withdrawn = self.store.withdrawn(event_id)
        stars = {mark.db_id: mark.star for mark in self._marks(event_id)}
        meant = _with_its_key(selection, stored)
        choose = partial(
            chosen_talks,
            key=stored.key,
            programme=programme,
            withdrawn=withdrawn,
            stars=frozenset(stars),
        )
        return CalendarEdition(
            address=stored.address,
            programme=programme,
            records=self.store.records(event_id),
            withdrawn=withdrawn,
            stars=stars,
            chosen=choose(meant),
            # a folder is the calendar itself: only what is chosen stays in it
            followed=_on_any_day(meant, choose, programme) if is_file else frozenset(),
        )

    def _marks(self, event_id: EventId) -> Iterable[Bookmark]:
        return (mark for mark in self.user.bookmarks(event_id) if mark.star is not Star.NONE)


def _on_any_day(
    selection: ExportSelection,
    choose: Callable[[ExportSelection], frozenset[int] | None],
    programme: Programme,
) -> frozenset[int]:
    """What would be chosen without the day; nothing where none was."""
    if selection.day is None:
        return frozenset()
    found = choose(replace(selection, day=None))
    every = frozenset(item.db_id for item in programme.contributions)
    return every if found is None else found


def _with_its_key(selection: ExportSelection, stored: StoredEdition) -> ExportSelection:
    """The same talks, also where a kept choice names them by a key that the edition once had."""
    if selection.refs is None:
        return selection
    own = (ref for ref in selection.refs if stored.is_called(ref.edition_key))
    return replace(selection, refs=frozenset(replace(r, edition_key=stored.key) for r in own))


def calendar_name(editions: tuple[CalendarEdition, ...], selection: ExportSelection) -> str:
    """The name that calendar programs show: the event's, and which part of it."""
    titles = [part.programme.event.title for part in editions]
    title = titles[0] if len(titles) == 1 else APP_NAME
    if selection.refs is not None:
        return f"{title} – one talk" if len(selection.refs) == 1 else f"{title} – some talks"
    parts = [selection.person or "", selection.session or ""]
    parts += ["my agenda"] if selection.bookmarked else []
    parts += [selection.day.isoformat()] if selection.day else []
    return " – ".join((title, *filter(None, parts)))
