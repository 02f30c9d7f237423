"""Calendars on servers that the person publishes into; the password is never among this."""

import json
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from companion.errors import Said, UsageError
from companion.ports.calendar import CalendarTargetStore, StoredTarget
from companion.ports.calls import Clock
from companion.ports.publishing import CalendarAccount
from companion.services.kept_choice import kept_selection, options_text, selection_text
from companion.services.scope import ExportSelection

_KIND, _FOLLOWED = "caldav", "followed"


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
        is_followed: whether it is brought up to date by itself, after syncs and stars.
    """

    url: str
    server: str
    user: str
    name: str
    selection: ExportSelection | None
    added_dt: datetime
    is_followed: bool = True


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
        """Remember what was published; another choice for the same collection replaces it.

        Whether it is brought up to date by itself stays as it was; at first it is.
        """
        place = {"server": account.url, "user": account.user, "name": name}
        known = next((item for item in self.all() if item.url == url), None)
        more = {"account": place, _FOLLOWED: known is None or known.is_followed}
        form = options_text(selection.options, **more)
        added_dt = known.added_dt if known else self._clock()
        item = StoredTarget(url, _KIND, selection_text(selection), form, added_dt)
        if item not in self._store.all():
            self._store.set(item)

    def url_of(self, server: str, user: str, name: str) -> str:
        """The collection that was published there; empty for none."""
        for item in self.all():
            if (item.server, item.user, item.name) == (server, user, name):
                return item.url
        return ""

    def follow(self, url: str, *, is_followed: bool) -> None:
        """Bring it up to date by itself from now on, or only when told to.

        Raises:
            UsageError: it is not in the list.
        """
        item = self._stored(url)
        form = {**_form(item), _FOLLOWED: is_followed}
        self._store.set(replace(item, options=json.dumps(form)))

    def forget(self, url: str) -> None:
        """No longer list it; what is on the server stays.

        Raises:
            UsageError: it is not in the list.
        """
        self._store.remove(self._stored(url).path)

    def _stored(self, url: str) -> StoredTarget:
        for item in self._store.all():
            if item.kind == _KIND and item.path == url:
                return item
        raise UsageError(detail=Said("Nothing was published to {url}", url=url))


def _calendar(item: StoredTarget) -> PublishedCalendar:
    form = _form(item)
    account = form.get("account")
    account = account if isinstance(account, dict) else {}
    server, user, name = (str(account.get(part, "")) for part in ("server", "user", "name"))
    return PublishedCalendar(
        item.path,
        server or item.path,
        user,
        name,
        kept_selection(item),
        item.added_dt,
        is_followed=form.get(_FOLLOWED) is not False,
    )


def _form(item: StoredTarget) -> dict[str, Any]:
    """What stands beside the choice of talks; nothing if it cannot be read."""
    try:
        form = json.loads(item.options)
    except ValueError:
        return {}
    return form if isinstance(form, dict) else {}
