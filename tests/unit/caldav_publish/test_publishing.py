"""An agenda on a real Radicale: created, updated, cancelled, and after every kind of fault."""

import logging
from collections.abc import Callable
from dataclasses import replace
from html import escape
from typing import Any

import pytest
import vobject

from companion.caldav_publish.publisher import CaldavServers
from companion.domain.bookmark import Star
from companion.domain.calendar import Action
from companion.domain.entry import EntryKind, EntryRef
from companion.errors import (
    CalendarBusy,
    CalendarConflict,
    CalendarElsewhere,
    CalendarForbidden,
    CalendarLogin,
    CalendarNotFound,
    CalendarRefused,
    CalendarUnreachable,
    InsecureAddress,
    PublishingFailed,
    PublishingStopped,
    UsageError,
)
from companion.ical.write import IcalWriter
from companion.services.export import ExportSelection
from companion.services.publishing import PublishingService, PublishReport
from tests.support.programmes import KEY, make_programme
from tests.unit.caldav_publish.conftest import FOREIGN, PASSWORD, USER, Radicale, cut
from tests.unit.services.conftest import Desk

FULL = make_programme(talks=8)
MINE = ExportSelection(KEY, bookmarked=True)
FOLDER = f"/{USER}/qtml-companion-qtml-agenda/"


class Publisher:
    """A person who publishes the starred talks of a desk."""

    def __init__(self, desk: Desk, radicale: Radicale) -> None:
        self.desk = desk
        self.radicale = radicale
        desk.publish(FULL)
        desk.sync.sync(KEY)
        self.star(1, 2, 3)

    def star(self, *db_ids: int, star: Star = Star.STARRED) -> None:
        refs = [EntryRef(KEY, EntryKind.CONTRIBUTION, n) for n in db_ids]
        self.desk.bookmarks.set_star(refs, star)

    def change(self, db_id: int, **fields: Any) -> None:
        talks = [replace(t, **fields) if t.db_id == db_id else t for t in FULL.contributions]
        self.desk.publish(replace(FULL, contributions=tuple(talks)))
        self.desk.wait(hours=1)
        self.desk.sync.sync(KEY)

    @property
    def service(self) -> PublishingService:
        log = self.desk.database.exports
        return PublishingService(self.desk.export.requests, IcalWriter(), log, CaldavServers())

    def publish(self, path: str = "/", name: str = "QTML agenda", **fields: Any) -> PublishReport:
        options = {key: fields.pop(key) for key in ("progress", "cancelled") if key in fields}
        account = self.radicale.account(path, **fields)
        return self.service.publish(MINE, account, name, **options)

    def there(self) -> dict[str, tuple[str, int, str]]:
        """What the server has: UID → (status, sequence, place)."""
        _, body = self.radicale.ask("GET", FOLDER)
        found = {}
        for event in vobject.readOne(body.decode()).contents.get("vevent", []):
            assert event.uid.value not in found, "a double"
            sequence = int(event.sequence.value) if "sequence" in event.contents else 0
            place = event.location.value if "location" in event.contents else ""
            status = event.status.value if "status" in event.contents else ""
            found[event.uid.value] = (status, sequence, place)
        return found

    def writes(self) -> list[tuple[str, str]]:
        known = {"PROPFIND", "REPORT", "GET", "OPTIONS"}
        found = [item for item in self.radicale.requests if item[0] not in known]
        self.radicale.requests.clear()
        return found


@pytest.fixture
def publisher(desk: Desk, radicale: Radicale) -> Publisher:
    return Publisher(desk, radicale)


def uid(db_id: int) -> str:
    return f"indico-contribution-{db_id}@indico.example.org"


def resource(db_id: int) -> str:
    return f"{FOLDER}indico-contribution-{db_id}_indico.example.org.ics"


PLACE = "Room A, Lakeside Hall"


def test_an_agenda_is_created_updated_and_cancelled(publisher: Publisher) -> None:
    before = publisher.radicale.files()
    report = publisher.publish()
    assert (report.written, report.url) == (3, publisher.radicale.base + FOLDER)
    assert publisher.there() == {uid(n): ("CONFIRMED", 0, PLACE) for n in (1, 2, 3)}
    publisher.change(1, room_name="Aula")
    publisher.star(2, star=Star.NONE)
    publisher.star(4, star=Star.TENTATIVE)
    asked = publisher.radicale.requests.copy()
    foreseen = publisher.service.plan(MINE, report.url)
    assert publisher.radicale.requests == asked
    assert publisher.service.plan(MINE, "").of(Action.CANCELLED) == ()
    after = publisher.publish()
    assert (after.written, after.plan) == (3, foreseen)
    assert publisher.there() == {
        uid(1): ("CONFIRMED", 1, "Aula, Lakeside Hall"),
        uid(2): ("CANCELLED", 1, PLACE),
        uid(3): ("CONFIRMED", 0, PLACE),
        uid(4): ("TENTATIVE", 0, PLACE),
    }
    assert publisher.radicale.files() == before
    assert {path for _, path in publisher.writes()} <= {FOLDER, *map(resource, (1, 2, 3, 4))}


def test_nothing_changed_means_nothing_written(publisher: Publisher) -> None:
    publisher.publish()
    publisher.writes()
    memory = publisher.desk.database.path.read_bytes()
    publisher.desk.wait(days=7)
    report = publisher.publish()
    assert (report.written, publisher.writes()) == (0, [])
    assert publisher.desk.database.path.read_bytes() == memory


def test_a_foreign_calendar_of_the_same_name_is_left_alone(publisher: Publisher) -> None:
    radicale = publisher.radicale
    body = (
        b'<?xml version="1.0"?><propertyupdate xmlns="DAV:"><set><prop>'
        b"<displayname>QTML agenda</displayname></prop></set></propertyupdate>"
    )
    assert radicale.ask("PROPPATCH", f"/{USER}/private/", body)[0] == 207
    before = radicale.files()
    assert publisher.publish().url.endswith(FOLDER)
    assert radicale.files() == before


def test_our_calendar_is_found_by_its_mark_wherever_it_was_moved(publisher: Publisher) -> None:
    publisher.publish()
    folder = publisher.radicale.storage / "collection-root" / USER
    (folder / "qtml-companion-qtml-agenda").rename(folder / "elsewhere")
    report = publisher.publish()
    assert report.url.endswith(f"/{USER}/elsewhere/")


def test_another_name_is_another_calendar(publisher: Publisher) -> None:
    publisher.publish()
    assert publisher.publish(name="★").url.endswith(f"/{USER}/qtml-companion/")


# --- conflicts, lost memory, weeks offline ----------------------------------------------------


def test_what_was_deleted_on_the_phone_comes_back_and_cancelled_entries_do_not(
    publisher: Publisher,
) -> None:
    publisher.publish()
    publisher.radicale.ask("DELETE", resource(1))
    assert publisher.publish().written == 1
    publisher.star(2, star=Star.NONE)
    publisher.publish()
    publisher.radicale.ask("DELETE", resource(2))
    assert publisher.publish().written == 0
    assert set(publisher.there()) == {uid(1), uid(3)}


def test_what_somebody_changed_stays_until_the_talk_changes(publisher: Publisher) -> None:
    publisher.publish()
    _, body = publisher.radicale.ask("GET", resource(1))
    mine = body.replace(b"LOCATION:", b"LOCATION:Front row\\, ")
    assert publisher.radicale.ask("PUT", resource(1), mine)[0] == 204
    assert publisher.publish().written == 0
    assert publisher.there()[uid(1)][2].startswith("Front row")
    publisher.change(1, room_name="Aula")
    publisher.publish()
    assert publisher.there()[uid(1)] == ("CONFIRMED", 1, "Aula, Lakeside Hall")


def other(sequence: int = 0) -> bytes:
    lines = f"UID:{uid(1)}\r\nSEQUENCE:{sequence}".encode()
    return FOREIGN.replace(b"UID:dentist", lines).replace(b"Dentist", b"Other")


def test_after_a_conflict_it_is_read_again_and_applied_again(publisher: Publisher) -> None:
    publisher.publish()
    publisher.change(1, room_name="Aula")
    publisher.radicale.put_before(resource(1), other())
    publisher.writes()
    assert publisher.publish().written == 1
    assert [path for _, path in publisher.writes()] == [resource(1)] * 2
    assert publisher.there()[uid(1)] == ("CONFIRMED", 1, "Aula, Lakeside Hall")


def test_an_entry_that_somebody_made_first_is_taken_over(publisher: Publisher) -> None:
    publisher.radicale.put_before(resource(1), other())
    assert publisher.publish().written == 3
    assert publisher.there()[uid(1)][0] == "CONFIRMED"


def test_an_endless_conflict_ends_in_a_sentence_and_the_rest_is_remembered(
    publisher: Publisher,
) -> None:
    publisher.publish()
    publisher.change(3, room_name="Aula")
    publisher.radicale.put_before(resource(3), other().replace(b"on-1@", b"on-3@"), times=9)
    with pytest.raises(CalendarConflict, match="keeps changing"):
        publisher.publish()
    publisher.radicale.faults.clear()
    publisher.publish()
    assert publisher.there()[uid(3)] == ("CONFIRMED", 1, "Aula, Lakeside Hall")


def test_a_lost_memory_never_lowers_a_number(publisher: Publisher) -> None:
    publisher.publish()
    publisher.radicale.ask("PUT", resource(1), other(7))
    publisher.desk.database.exports.write(publisher.radicale.base + FOLDER, ())
    publisher.publish()
    assert publisher.there()[uid(1)][:2] == ("CONFIRMED", 8)
    assert set(publisher.there()) == {uid(1), uid(2), uid(3)}


def test_entries_of_others_in_our_calendar_stay(publisher: Publisher) -> None:
    publisher.publish()
    publisher.radicale.ask("PUT", f"{FOLDER}dentist.ics", FOREIGN)
    publisher.star(1, 2, 3, star=Star.NONE)
    publisher.publish()
    assert set(publisher.there()) == {uid(1), uid(2), uid(3), "dentist"}


def test_it_can_be_stopped_and_goes_on(publisher: Publisher) -> None:
    steps: list[int] = []

    def progress(step: str, done: int, _total: int | None) -> None:
        if step == "publish":
            steps.append(done)

    with pytest.raises(PublishingStopped, match="after 2 of 3"):
        publisher.publish(progress=progress, cancelled=lambda: len(steps) == 2)
    assert len(publisher.there()) == 2
    report = publisher.publish()
    assert (report.written, len(publisher.there())) == (1, 3)


# --- faults -----------------------------------------------------------------------------------


def on(method: str, status: str, *headers: tuple[str, str]) -> Callable[[dict[str, Any]], Any]:
    return lambda environ: (status, list(headers)) if environ["REQUEST_METHOD"] == method else None


def test_a_wrong_password_is_told_without_showing_it(
    publisher: Publisher, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with pytest.raises(CalendarLogin, match="does not accept") as told:
        publisher.publish(password="verkehrt")
    assert told.value.exit_code == 4
    publisher.publish()
    for secret in ("verkehrt", PASSWORD):
        assert secret not in caplog.text
        assert secret not in repr(publisher.radicale.account(password=secret))
    assert PASSWORD.encode() not in publisher.desk.database.path.read_bytes()


@pytest.mark.parametrize(
    ("status", "expected", "code"),
    [
        ("403 Forbidden", CalendarForbidden, 4),
        ("503 Service Unavailable", CalendarBusy, 3),
        ("429 Too Many Requests", CalendarBusy, 3),
        ("409 Conflict", (CalendarRefused, CalendarNotFound), 4),
    ],
)
def test_every_refusal_has_its_sentence_and_harms_nothing(
    publisher: Publisher, status: str, expected: Any, code: int
) -> None:
    before = publisher.radicale.files()
    for method in ("PROPFIND", "MKCALENDAR", "REPORT", "PUT"):
        publisher.radicale.faults = [on(method, status, ("Content-Type", "text/html"))]
        with pytest.raises(expected) as told:
            publisher.publish()
        assert isinstance(told.value, PublishingFailed)
        assert told.value.exit_code == code
        assert "127.0.0.1" in told.value.message
    if status.startswith("409"):
        assert "did not take “Quantum kernels on noisy hardware (1)”" in told.value.message
    publisher.radicale.faults.clear()
    assert publisher.publish().written == 3
    assert len(publisher.there()) == 3
    assert publisher.radicale.files() == before


@pytest.mark.parametrize("after", [False, True])
def test_a_connection_cut_in_the_middle_loses_and_doubles_nothing(
    publisher: Publisher, after: bool
) -> None:
    """Before the server has stored the second entry, or after it and before its answer."""
    puts = 0

    def fault(environ: dict[str, Any]) -> None:
        nonlocal puts
        if environ["REQUEST_METHOD"] == "PUT":
            puts += 1
            if puts == 2:
                if after:
                    publisher.radicale._store(environ["PATH_INFO"], other().replace(b"-1@", b"-2@"))
                cut(environ)

    publisher.radicale.faults.append(fault)
    with pytest.raises(CalendarUnreachable) as told:
        publisher.publish()
    assert told.value.exit_code == 3
    assert len(publisher.there()) == 1 + after
    publisher.radicale.faults.clear()
    publisher.publish()
    assert {status for status, _, _ in publisher.there().values()} == {"CONFIRMED"}
    assert len(publisher.there()) == 3


def test_a_server_that_is_off_is_told(publisher: Publisher) -> None:
    publisher.publish()
    base = publisher.radicale.base
    publisher.radicale.stop()
    try:
        with pytest.raises(CalendarUnreachable, match="cannot be reached"):
            publisher.publish(url=base)
    finally:
        publisher.radicale.stop = lambda: None  # type: ignore[method-assign]  # it is stopped


# --- addresses --------------------------------------------------------------------------------


def test_a_wrong_path_is_led_right_by_the_well_known_address(publisher: Publisher) -> None:
    moved = ("301 Moved Permanently", [("Location", "/")])
    publisher.radicale.faults.append(
        lambda environ: moved if environ["PATH_INFO"] == "/.well-known/caldav" else None
    )
    publisher.radicale.faults.append(
        lambda environ: ("404 Not Found", []) if environ["PATH_INFO"] == "/wrong/way" else None
    )
    assert publisher.publish("/wrong/way").written == 3
    assert ("PROPFIND", "/.well-known/caldav") in publisher.radicale.requests


def test_the_address_of_a_calendar_of_theirs_will_do(publisher: Publisher) -> None:
    assert publisher.publish(f"/{USER}/private/").url.endswith(FOLDER)


@pytest.mark.parametrize("status", ["404 Not Found", "405 Method Not Allowed", "200 OK"])
def test_a_server_without_caldav_is_told(
    publisher: Publisher, status: str, caplog: pytest.LogCaptureFixture
) -> None:
    publisher.radicale.faults.append(on("PROPFIND", status, ("Content-Type", "text/html")))
    with pytest.raises(CalendarNotFound, match="is not a CalDAV address"):
        publisher.publish()
    assert "html" not in caplog.text


def test_a_server_that_turns_in_circles_is_told(publisher: Publisher) -> None:
    publisher.radicale.faults.append(on("PROPFIND", "302 Found", ("Location", "/again")))
    with pytest.raises(CalendarNotFound):
        publisher.publish()


def test_the_password_goes_to_nobody_else(publisher: Publisher) -> None:
    target = "http://localhost:1/dav/"
    publisher.radicale.faults.append(on("PROPFIND", "302 Found", ("Location", target)))
    with pytest.raises(CalendarElsewhere, match="localhost:1"):
        publisher.publish()


@pytest.mark.parametrize("url", ["http://dav.example.org/", "HTTP://dav.example.org/"])
def test_plain_http_is_refused_but_to_this_computer(publisher: Publisher, url: str) -> None:
    with pytest.raises(InsecureAddress):
        publisher.publish(url=url)


@pytest.mark.parametrize("url", ["", "https://", "ftp://x/", "https://ada:pw@x/", "http://[::1"])
def test_what_is_no_address_is_refused(publisher: Publisher, url: str) -> None:
    with pytest.raises(UsageError, match="not the address"):
        publisher.publish(url=url)


def multistatus(prop: str) -> tuple[str, list[tuple[str, str]], bytes]:
    body = (
        '<multistatus xmlns="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><response><href>/</href>'
        f"<propstat><prop>{prop}</prop><status>HTTP/1.1 200 OK</status></propstat>"
        "<propstat><prop><displayname/></prop><status>HTTP/1.1 404 Not Found</status></propstat>"
        "</response></multistatus>"
    )
    return "207 Multi-Status", [("Content-Type", "text/xml")], body.encode()


HOME = "<c:calendar-home-set><href>/ada/</href></c:calendar-home-set>"
WHO = "<current-user-principal><href>/ada/</href></current-user-principal>"
EMPTY = "<c:calendar-home-set/>"


def test_an_address_that_names_the_home_itself_is_enough(publisher: Publisher) -> None:
    publisher.radicale.faults.append(
        lambda environ: multistatus(HOME) if environ["PATH_INFO"] == "/me" else None
    )
    assert publisher.publish("/me").written == 3
    assert ("PROPFIND", "/") not in publisher.radicale.requests


@pytest.mark.parametrize("prop", [WHO, EMPTY, ""])
def test_an_address_that_leads_nowhere_is_told(publisher: Publisher, prop: str) -> None:
    publisher.radicale.faults.append(lambda _environ: multistatus(prop))
    with pytest.raises(CalendarNotFound):
        publisher.publish()


def test_entries_outside_of_our_calendar_are_never_written(publisher: Publisher) -> None:
    """A server that lists an entry of another calendar among ours."""
    publisher.publish()
    _, body = publisher.radicale.ask("GET", resource(1))
    prop = f'<getetag>"1"</getetag><c:calendar-data>{escape(body.decode())}</c:calendar-data>'
    publisher.change(1, room_name="Aula")
    publisher.writes()
    publisher.radicale.faults.append(
        lambda environ: multistatus(prop) if environ["REQUEST_METHOD"] == "REPORT" else None
    )
    with pytest.raises(CalendarConflict):
        publisher.publish()
    assert {path for _, path in publisher.writes()} == {resource(1)}


def test_a_way_to_log_in_that_nobody_knows_is_told(publisher: Publisher) -> None:
    strange = ("401 Unauthorized", [("WWW-Authenticate", "Negotiate")])
    publisher.radicale.faults.append(lambda _environ: strange)
    with pytest.raises(CalendarLogin):
        publisher.publish()
    assert publisher.radicale.login_at == []
