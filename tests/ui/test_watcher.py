"""Checks by themselves: only when due, only if the line allows it, a word only about my talks."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from threading import Event
from typing import Any

from pytestqt.qtbot import QtBot

from companion.errors import Cancelled, DatabaseBusy
from companion.services.sync_report import SyncReport, SyncStatus
from companion.services.watching import CheckOutcome, Due
from companion.ui.tasks import Lane, Task, TaskRunner
from companion.ui.watcher import LOOK, PAUSE, Watcher, line_allows

NOW = datetime(2026, 11, 20, tzinfo=UTC)
QUIET = CheckOutcome(SyncReport("qtml2026", SyncStatus.UNCHANGED, ""))


@dataclass
class Services:
    """A watch whose answers the test decides; after its list is used up nothing is due."""

    due: list[Any] = field(default_factory=list)
    outcome: Any = QUIET
    ran: list[str] = field(default_factory=list)

    @property
    def watching(self) -> "Services":
        return self

    def clock(self) -> datetime:
        return NOW

    def next_due(self) -> Due | None:
        found = self.due.pop(0) if self.due else None
        if isinstance(found, Exception):
            raise found
        return found

    def run_check(self, key: str, **_options: Any) -> CheckOutcome:
        self.ran.append(key)
        return self.outcome


def watch(qtbot: QtBot, services: Services, *, allowed: bool = True) -> Watcher:
    runner = TaskRunner()
    made = Watcher(services, runner, allowed=lambda: allowed, parent=runner)
    made.start()
    qtbot.waitUntil(lambda: made.waiting_ms >= 0, timeout=5000)
    made.stop()
    assert runner.shut_down()
    runner.deleteLater()
    return made


def after(qtbot: QtBot, services: Services) -> int:
    runner = TaskRunner()
    made = Watcher(services, runner, allowed=lambda: True, parent=runner)
    made.look()
    qtbot.waitUntil(lambda: made.waiting_ms >= 0, timeout=5000)
    waited = made.waiting_ms
    runner.shut_down()
    runner.deleteLater()
    return waited


def test_what_is_due_is_checked_then_the_next_is_waited_for(qtbot: QtBot) -> None:
    services = Services([Due("qtml2026", NOW), Due("qtml2026", NOW + timedelta(minutes=3))])
    assert after(qtbot, services) == 180_000
    assert services.ran == ["qtml2026"]


def test_a_long_wait_is_cut_into_looks(qtbot: QtBot) -> None:
    look_ms = LOOK.total_seconds() * 1000
    assert after(qtbot, Services([Due("qtml2026", NOW + timedelta(days=1))])) == look_ms
    assert after(qtbot, Services()) == look_ms


def test_offline_or_metered_nothing_is_asked(qtbot: QtBot) -> None:
    services = Services([Due("qtml2026", NOW)])
    watch(qtbot, services, allowed=False)
    assert (services.ran, len(services.due)) == ([], 1)


def test_a_failure_is_quiet_and_tried_later(qtbot: QtBot) -> None:
    assert after(qtbot, Services([DatabaseBusy()])) == LOOK.total_seconds() * 1000


class Slow(Services):
    """A check that waits three seconds for its site, or until somebody stops it."""

    def run_check(self, key: str, **options: Any) -> CheckOutcome:
        self.ran.append(key)
        for _ in range(3000):
            if options["cancelled"]():
                raise Cancelled
            Event().wait(0.001)
        return QUIET


def test_a_check_gives_way_to_what_the_person_wants_of_the_network(qtbot: QtBot) -> None:
    services, runner = Slow([Due("qtml2026", NOW)]), TaskRunner()
    made = Watcher(services, runner, allowed=lambda: True, parent=runner)
    made.look()
    qtbot.waitUntil(lambda: bool(services.ran), timeout=5000)
    done: list[str] = []

    def work(_task: Task) -> str:
        return "exported"

    runner.run(Lane.NETWORK, work, done.append)
    qtbot.waitUntil(lambda: bool(done) and made.waiting_ms >= 0, timeout=5000)
    assert made.waiting_ms == PAUSE.total_seconds() * 1000
    runner.shut_down()
    runner.deleteLater()


def test_a_message_only_if_a_starred_talk_changed(qtbot: QtBot) -> None:
    told: list[Any] = []
    for mine in ((), ("a change",)):
        outcome = CheckOutcome(SyncReport("k", SyncStatus.UPDATED, ""), mine)  # type: ignore[arg-type]  # not looked into
        services = Services([Due("k", NOW)], outcome)
        runner = TaskRunner()
        made = Watcher(services, runner, allowed=lambda: True, parent=runner)
        made.mine_changed.connect(told.append)
        with qtbot.waitSignal(made.checked, timeout=5000):
            made.look()
        runner.shut_down()
        runner.deleteLater()
    assert [outcome.mine for outcome in told] == [("a change",)]


def test_the_line_can_be_asked(qtbot: QtBot) -> None:
    assert line_allows() in {True, False}
