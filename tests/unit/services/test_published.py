from dataclasses import replace

import pytest

from companion.errors import UsageError
from companion.ports.calendar import StoredTarget
from companion.ports.publishing import CalendarAccount
from companion.services.export import ExportSelection
from companion.services.published import PublishedCalendars
from tests.support.programmes import KEY, NOW
from tests.unit.services.conftest import Desk

URL = "https://dav.example.org/ada/qtml/"
ACCOUNT = CalendarAccount("https://dav.example.org", "ada", "geheim")
MINE = ExportSelection(KEY, bookmarked=True)


def published(desk: Desk) -> PublishedCalendars:
    return PublishedCalendars(desk.database.targets, desk.clock)


def test_a_calendar_is_remembered_once_without_its_password(desk: Desk) -> None:
    calendars = published(desk)
    calendars.remember(URL, ACCOUNT, "QTML agenda", MINE)
    calendars.remember(URL, ACCOUNT, "QTML agenda", MINE)
    (item,) = calendars.all()
    assert (item.url, item.server, item.user, item.name) == (URL, ACCOUNT.url, "ada", "QTML agenda")
    assert (item.selection, item.added_dt) == (MINE, NOW)
    assert not any("geheim" in str(stored) for stored in desk.database.targets.all())
    assert calendars.url_of(ACCOUNT.url, "ada", "QTML agenda") == URL
    assert calendars.url_of(ACCOUNT.url, "bob", "QTML agenda") == ""
    assert desk.calendar_targets.all() == ()
    assert item.is_followed
    calendars.follow(URL, is_followed=False)
    desk.wait(hours=1)
    calendars.remember(URL, ACCOUNT, "QTML agenda", MINE)
    assert calendars.all() == (replace(item, is_followed=False),)
    calendars.forget(URL)
    assert calendars.all() == ()
    with pytest.raises(UsageError, match=URL):
        calendars.forget(URL)


def test_what_cannot_be_read_is_listed_by_its_address(desk: Desk) -> None:
    odd = StoredTarget(URL, "caldav", "{}", "{}", NOW)
    for number, options in enumerate(("{}", "[", '{"account": 5}', "[]")):
        desk.database.targets.set(replace(odd, path=f"{URL}{number}", options=options))
    for item in published(desk).all():
        assert (item.server, item.user, item.selection) == (item.url, "", None)
    published(desk).follow(f"{URL}2", is_followed=False)
    assert [item.is_followed for item in published(desk).all()] == [True, True, False, True]
