"""Calendars on servers that the person publishes into; the password is never among this."""

import json
from dataclasses import dataclass
from datetime import datetime

from companion.errors import UsageError
from companion.ports.calendar import CalendarTargetStore, StoredTarget
from companion.ports.calls import Clock
from companion.ports.publishing import CalendarAccount
from companion.services.kept_choice import kept_selection, options_text, selection_text
from companion.services.scope import ExportSelection

_KIND = "caldav"


@dataclass(frozen=True, slots=True)
class PublishedCalendar:
    """One collection.

    Attributes:
        url: of the collection.
        server: the address as it was typed.
        user: the name there.
        name: of the calendar.
        selection: None if what is stored cannot be read.
        added_dt: when it was published first.
    """

    url: str
    server: str
    user: str
    name: str
    selection: ExportSelection | None
    added_dt: datetime


class PublishedCalendars:
    """The person's list of them, so that they can be published again without typing."""

    def __init__(self, store: CalendarTargetStore, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def all(self) -> tuple[PublishedCalendar, ...]:
        """All of them, oldest first."""
        return tuple(_calendar(item) for item in self._store.all() if item.kind == _KIND)

    def remember(
        self, url: str, account: CalendarAccount, name: str, selection: ExportSelection
    ) -> None:
        """Remember what was published; another choice for the same collection replaces it."""
        place = {"server": account.url, "user": account.user, "name": name}
        form = options_text(selection.options, account=place)
        item = StoredTarget(url, _KIND, selection_text(selection), form, self._clock())
        if item not in self._store.all():
            self._store.set(item)

    def url_of(self, server: str, user: str, name: str) -> str:
        """The collection that was published there; empty for none."""
        for item in self.all():
            if (item.server, item.user, item.name) == (server, user, name):
                return item.url
        return ""

    def forget(self, url: str) -> None:
        """No longer list it; what is on the server stays.

        Raises:
            UsageError: it is not in the list.
        """
        if all(item.url != url for item in self.all()):
            raise UsageError(detail=f"Nothing was published to {url}")
        self._store.remove(url)


def _calendar(item: StoredTarget) -> PublishedCalendar:
    try:
        account = dict(json.loads(item.options)["account"])
    except (ValueError, TypeError, KeyError):
        account = {}
    server, user, name = (str(account.get(part, "")) for part in ("server", "user", "name"))
    return PublishedCalendar(
        item.path, server or item.path, user, name, kept_selection(item), item.added_dt
    )
