"""Background checks: which edition, when, how politely, and what a person is told."""

from datetime import datetime, timedelta

import pytest

from companion.domain.bookmark import Star
from companion.domain.event import SAMPLE_HOST, EventAddress, EventId
from companion.errors import Cancelled, NoNetwork, UnknownEdition
from companion.services.sync_report import SyncStatus
from companion.services.watching import CRAWL_DELAY, WatchService
from tests.support.programmes import (
    EVENT_ID,
    HOST,
    KEY,
    START,
    make_event,
    make_programme,
    make_update,
    with_talk,
)
from tests.unit.services.conftest import Desk

DURING = START + timedelta(hours=2)


class Watch:
    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.spreads = [0.0]
        database = desk.database
        self.service = WatchService(
            database.programmes,
            database.checks,
            desk.sync,
            desk.changes,
            desk.clock,
            lambda: self.spreads[0],
        )

    def due_in(self) -> timedelta:
        due = self.service.next_due()
        assert due is not None
        return due.at_dt - self.desk.now


@pytest.fixture
def watch(desk: Desk) -> Watch:
    """A conference that is running and was checked just now."""
    desk.now = DURING
    desk.sync.sync(KEY)
    return Watch(desk)


def store(desk: Desk, event_id: EventId, key: str) -> None:
    event = make_event(event_id=event_id)
    programme = make_programme(3, event=event)
    address = EventAddress(event_id, f"https://{event_id.host}")
    update = make_update(programme, key=key, address=address, seen_dt=desk.now)
    desk.database.programmes.apply(update)


def test_nothing_stored_is_nothing_to_watch(desk: Desk) -> None:
    assert Watch(desk).service.next_due() is None


def test_a_running_conference_is_checked_every_half_hour_with_spread(watch: Watch) -> None:
    assert watch.due_in() == timedelta(minutes=30)
    watch.spreads = [1.0]
    assert watch.due_in() == timedelta(minutes=30)
    watch.desk.wait(minutes=31)
    watch.service.run_check(KEY)
    assert watch.due_in() == timedelta(minutes=33)


def test_a_past_edition_and_a_sample_are_left_alone(watch: Watch) -> None:
    store(watch.desk, EventId(SAMPLE_HOST, 1), "sample-2024")
    due = watch.service.next_due()
    assert due is not None
    assert due.key == KEY
    watch.desk.wait(days=30)
    assert watch.service.next_due() is None


def test_a_check_passes_through_the_cache_of_the_server(watch: Watch) -> None:
    watch.desk.wait(minutes=31)
    outcome = watch.service.run_check(KEY)
    assert (outcome.report.status, outcome.mine) == (SyncStatus.UNCHANGED, ())
    assert watch.desk.site.asked[-1] is False


def test_a_doubtful_answer_is_neither_believed_nor_asked_for_past_the_cache(watch: Watch) -> None:
    watch.desk.publish(make_programme(talks=2))
    for _ in range(2):
        watch.desk.wait(minutes=31)
        outcome = watch.service.run_check(KEY)
        assert (outcome.report.status, outcome.mine) == (SyncStatus.REFUSED, ())
    assert watch.desk.site.asked == [False] * 3
    stored = watch.desk.database.programmes.programme(EVENT_ID)
    assert stored is not None
    assert len(stored.contributions) == 20


def test_a_check_that_is_stopped_is_due_as_before(watch: Watch) -> None:
    watch.desk.wait(minutes=31)
    watch.desk.site.answers = [Cancelled()]
    with pytest.raises(Cancelled):
        watch.service.run_check(KEY)
    assert watch.due_in() == CRAWL_DELAY


def test_only_a_changed_starred_talk_is_told(watch: Watch) -> None:
    watch.desk.database.user.set_star(EVENT_ID, [2], Star.STARRED, watch.desk.now)
    watch.desk.wait(minutes=31)
    first = with_talk(make_programme(talks=20), 1, room_name="Elsewhere")
    watch.desk.publish(first)
    outcome = watch.service.run_check(KEY)
    assert (outcome.report.status, outcome.mine) == (SyncStatus.UPDATED, ())
    watch.desk.wait(minutes=31)
    watch.desk.publish(with_talk(first, 2, room_name="Room Z"))
    outcome = watch.service.run_check(KEY)
    assert [(item.ref_text, item.change.new) for item in outcome.mine] == [(f"{KEY}/2", "Room Z")]
    watch.desk.wait(minutes=31)
    assert watch.service.run_check(KEY).mine == ()


def test_a_failure_is_not_tried_again_at_once(watch: Watch) -> None:
    watch.desk.wait(minutes=31)
    watch.desk.site.answers = [NoNetwork(host=HOST)]
    assert watch.due_in() == timedelta(0)
    assert watch.service.run_check(KEY).report.status is SyncStatus.UNREACHABLE
    assert watch.due_in() == timedelta(minutes=30)
    watch.desk.wait(hours=2)
    assert watch.due_in() == timedelta(0)


def test_two_editions_of_one_host_are_not_asked_in_one_breath(watch: Watch) -> None:
    store(watch.desk, EventId(HOST, 8), f"{HOST}-8")
    watch.desk.wait(minutes=31)
    first = watch.service.next_due()
    assert first is not None
    watch.service.run_check(first.key)
    second = watch.service.next_due()
    assert second is not None
    assert second.key != first.key
    assert second.at_dt - watch.desk.now == CRAWL_DELAY


def test_a_clock_set_back_stops_nothing(watch: Watch) -> None:
    watch.desk.wait(minutes=31)
    watch.service.run_check(KEY)
    watch.desk.wait(hours=-1)
    assert watch.due_in() == timedelta(0)


def test_an_edition_that_was_removed_is_named(watch: Watch) -> None:
    with pytest.raises(UnknownEdition):
        watch.service.run_check("gone")


def test_due_is_never_in_the_past(watch: Watch) -> None:
    watch.desk.wait(days=1)
    due = watch.service.next_due()
    assert due is not None
    assert isinstance(due.at_dt, datetime)
    assert due.at_dt == watch.desk.now
