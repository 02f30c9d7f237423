"""Reminders and notifications: once, in time, and never of what is gone."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from companion import paths
from companion.app import Companion
from companion.domain.bookmark import Star
from companion.domain.entry import EntryKind, EntryRef
from companion.settings import REMINDED, REMINDER_MINUTES
from companion.ui import notifier
from companion.ui.messages import Message
from companion.ui.notifier import (
    CommandChannel,
    Done,
    Notice,
    Notifier,
    TrayChannel,
    gdbus,
    notify_send,
    system_channels,
)
from companion.ui.reminding import LOOK, REREAD, Reminding
from companion.ui.tasks import TaskRunner
from tests.support.programmes import (
    KEY,
    START,
    make_programme,
    make_update,
    with_talk,
    without_talks,
)

MINUTE = timedelta(minutes=1)
NOTICE = Notice("In 10 min: <Kernels>", 'At 09:00 & "soon"\nAula')


@dataclass
class Wall:
    """A channel that takes what it is shown, or not."""

    takes: bool = True
    seen: list[Notice] = field(default_factory=list)

    def send(self, notice: Notice, done: Done) -> None:
        self.seen.append(notice)
        done(self.takes)


# --- channels ----------------------------------------------------------------------------------


def test_channels_are_tried_in_turn(qtbot: QtBot) -> None:
    deaf, good, unasked = Wall(takes=False), Wall(), Wall()
    told = Notifier((deaf, good, unasked))
    with qtbot.assertNotEmitted(told.unshown):
        told.show(NOTICE)
    assert (deaf.seen, good.seen, unasked.seen) == ([NOTICE], [NOTICE], [])


def test_what_no_channel_takes_is_said_in_the_window(qtbot: QtBot) -> None:
    told = Notifier((Wall(takes=False),))
    with qtbot.waitSignal(told.unshown) as unshown:
        told.show(NOTICE)
    assert unshown.args == [NOTICE]


def program(folder: Path, name: str, code: int) -> Path:
    """A program that writes down how it was called and ends with a code."""
    seen = folder / f"{name}.txt"
    script = folder / name
    script.write_text(
        f"#!{sys.executable}\n"
        "import json, sys\n"
        f"open({str(seen)!r}, 'w').write(json.dumps(sys.argv[1:]))\n"
        f"sys.exit({code})\n"
    )
    script.chmod(0o755)
    return seen


def test_a_program_of_the_desktop_is_given_plain_text(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    import json

    monkeypatch.setenv("PATH", str(tmp_path))
    seen = program(tmp_path, "notify-send", 0)
    done: list[bool] = []
    channel = CommandChannel(notify_send)
    channel.send(NOTICE, done.append)
    qtbot.waitUntil(lambda: done == [True])
    *options, title, text = json.loads(seen.read_text())
    assert title == NOTICE.title
    assert text == 'At 09:00 &amp; "soon"\nAula'
    assert options[-1] == "--"


@pytest.mark.parametrize("exists", [True, False])
def test_a_program_that_fails_or_is_gone_hands_on(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, *, exists: bool
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    if exists:
        program(tmp_path, "gdbus", 1)
    told = Notifier((CommandChannel(gdbus),))
    with qtbot.waitSignal(told.unshown):
        told.show(NOTICE)


def test_values_for_gdbus_are_quoted() -> None:
    command = gdbus(Notice('a "b" \\ c', "d\n<e>"))
    assert command[-5:] == [
        '"a \\"b\\" \\\\ c"',
        '"d\\n&lt;e&gt;"',
        "@as []",
        "{'desktop-entry': <\"org.qtml_companion.Companion\">}",
        "-1",
    ]
    assert command[command.index("--") + 2] == "0"


def test_without_a_tray_nothing_is_shown_there(qtbot: QtBot) -> None:
    del qtbot
    done: list[bool] = []
    TrayChannel().send(NOTICE, done.append)
    assert done == [False]


@pytest.mark.qt_log_ignore("systemTrayWindowChanged", "propagateSizeHints", extend=True)
def test_with_a_tray_it_is(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    del qtbot
    shown: list[str] = []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    monkeypatch.setattr(
        QSystemTrayIcon, "showMessage", lambda _icon, *words: shown.append(words[0])
    )
    done: list[bool] = []
    channel = TrayChannel()
    channel.send(NOTICE, done.append)
    assert (done, shown) == ([True], [NOTICE.title])


def test_the_channels_of_a_system(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    del qtbot
    parent = QObject()
    assert system_channels(parent) == ()
    monkeypatch.setenv("PATH", str(tmp_path))
    program(tmp_path, "gdbus", 0)
    monkeypatch.setattr(notifier.QGuiApplication, "platformName", lambda: "wayland")
    monkeypatch.setattr(sys, "platform", "linux")
    assert [type(channel) for channel in system_channels(parent)] == [CommandChannel, TrayChannel]
    monkeypatch.setattr(sys, "platform", "darwin")
    assert [type(channel) for channel in system_channels(parent)] == [TrayChannel]


# --- reminders ---------------------------------------------------------------------------------


@dataclass
class Desk:
    """Services over a real database, and a clock that the test moves."""

    services: Companion
    runner: TaskRunner
    wall: Wall
    qtbot: QtBot
    clock: list[datetime]
    reminding: Reminding | None = None

    @property
    def now(self) -> datetime:
        return self.clock[0]

    @now.setter
    def now(self, moment: datetime) -> None:
        self.clock[0] = moment

    def open(self) -> Reminding:
        if self.reminding is not None:  # as a start ends: before the next one
            self.reminding.stop()
            self.reminding.deleteLater()
        self.reminding = Reminding(self.services, self.runner, Notifier((self.wall,)))
        self.refresh()
        return self.reminding

    def refresh(self) -> None:
        assert self.reminding is not None
        self.reminding.refresh()
        self.qtbot.waitUntil(lambda: not self.runner.is_busy)

    def at(self, minutes: float) -> list[str]:
        """The titles told so far, once the clock shows so many minutes after the first talk."""
        self.now = START + minutes * MINUTE
        assert self.reminding is not None
        self.reminding.look()
        self.qtbot.waitUntil(lambda: not self.runner.is_busy)
        return [notice.title for notice in self.wall.seen]

    def star(self, *db_ids: int, star: Star = Star.STARRED) -> None:
        refs = [EntryRef(KEY, EntryKind.CONTRIBUTION, ident) for ident in db_ids]
        self.services.bookmarks.set_star(refs, star)

    def sync(self, change: Callable[..., object], *args: object, **fields: object) -> None:
        before = make_programme(8)
        after = change(before, *args, **fields)
        update = make_update(after, before=before)  # type: ignore[arg-type]  # a programme
        self.services.database.programmes.apply(update)


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    clock = [START - timedelta(hours=2)]
    services = Companion(paths.locate(tmp_path / "data"), lambda: clock[0])
    services.database.programmes.apply(make_update(make_programme(8)))
    runner = TaskRunner()
    made = Desk(services, runner, Wall(), qtbot, clock)
    yield made
    if made.reminding is not None:
        made.reminding.stop()
    runner.shut_down()
    services.close()


def title(ident: int) -> str:
    from companion.ui.words import title_of

    return title_of(make_programme(8).contributions[ident - 1].title)


def test_one_reminder_ten_minutes_before(desk: Desk) -> None:
    desk.star(1)
    desk.open()
    assert desk.at(-11) == []
    assert desk.at(-10) == [f"In 10 min: {title(1)}"]
    assert desk.at(-9) == desk.at(0) == desk.at(5) == [f"In 10 min: {title(1)}"]
    assert desk.wall.seen[0].text.startswith("09:00 in Zurich, Room A · ")


def test_the_clock_is_looked_at_in_time_and_often(desk: Desk) -> None:
    desk.star(1)
    reminding = desk.open()
    desk.at(-60)
    assert reminding.waiting_ms == LOOK.total_seconds() * 1000
    desk.at(-10.1)
    assert reminding.waiting_ms == 6_000
    desk.star(1, star=Star.NONE)
    desk.refresh()
    assert reminding.waiting_ms == REREAD.total_seconds() * 1000
    reminding.stop()
    assert reminding.waiting_ms == -1


def test_after_sleep_a_late_reminder_tells_what_is_left(desk: Desk) -> None:
    desk.star(1, 2)
    desk.open()
    assert desk.at(-3) == [f"In 3 min: {title(1)}"]
    assert desk.at(20) == [f"In 3 min: {title(1)}"]


def test_never_twice_even_after_a_restart(desk: Desk) -> None:
    desk.star(1)
    desk.open()
    desk.at(-8)
    assert desk.services.settings.get(REMINDED) != ""
    desk.open()
    assert len(desk.at(-7)) == 1


def test_a_talk_that_moves_is_worth_another(desk: Desk) -> None:
    desk.star(1)
    desk.open()
    desk.at(-8)
    start = START + 60 * MINUTE
    desk.sync(with_talk, 1, start_dt=start, end_dt=start + 20 * MINUTE)
    desk.refresh()
    assert len(desk.at(10)) == 1
    assert desk.at(55)[1:] == [f"In 5 min: {title(1)}"]


def test_withdrawn_and_unstarred_talks_are_left_alone(desk: Desk) -> None:
    desk.star(1, 2)
    desk.open()
    desk.sync(without_talks, 1)
    desk.star(2, star=Star.NONE)
    desk.refresh()
    assert desk.at(-5) == desk.at(15) == []


def test_reminders_can_be_switched_off_and_set(desk: Desk) -> None:
    desk.star(1)
    desk.open()
    desk.services.settings.set(REMINDER_MINUTES, 0)
    desk.refresh()
    assert desk.at(-5) == []
    desk.services.settings.set(REMINDER_MINUTES, 30)
    desk.now = START - 29 * MINUTE
    desk.refresh()
    assert desk.at(-29) == [f"In 29 min: {title(1)}"]


def test_many_at_once_are_one_sentence(desk: Desk) -> None:
    desk.star(1, 2, 3, 4)
    desk.services.settings.set(REMINDER_MINUTES, 100)
    desk.open()
    assert desk.at(-1) == ["In 1 min: 4 starred talks"]
    assert title(4) in desk.wall.seen[0].text


def test_another_edition_may_begin_while_the_window_is_open(desk: Desk) -> None:
    desk.star(1)
    desk.now = START - timedelta(days=10)
    desk.open()
    assert desk.at(-9) == [f"In 9 min: {title(1)}"]


def test_without_notifications_the_window_tells_and_shows(desk: Desk, qtbot: QtBot) -> None:
    desk.star(1)
    desk.wall.takes = False
    reminding = desk.open()
    with qtbot.waitSignal(reminding.told) as told:
        desk.at(-10)
    message = told.args[0]
    assert isinstance(message, Message)
    assert message.text.startswith(f"In 10 min: {title(1)}. 09:00 in Zurich")
    assert message.action == "Show it"
    assert message.act is not None
    with qtbot.waitSignal(reminding.talk_requested) as asked:
        message.act()
    assert asked.args == [EntryRef(KEY, EntryKind.CONTRIBUTION, 1)]


def test_the_window_tells_of_talks_that_begin_together_in_one_message(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.sync(with_talk, 2, start_dt=START)
    desk.star(1, 2)
    desk.wall.takes = False
    reminding = desk.open()
    told: list[Message] = []
    reminding.told.connect(told.append)
    desk.at(-10)
    assert told[-1].text.startswith("In 10 min: 2 starred talks. 09:00 in Zurich: ")
    assert title(1) in told[-1].text
    assert title(2) in told[-1].text
    assert told[-1].action == "Show it"


def test_a_database_that_cannot_be_read_is_tried_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.star(1)
    reminding = desk.open()

    def broken(*_args: object) -> None:
        raise OSError

    with monkeypatch.context() as patch:
        patch.setattr("companion.ui.reminding.upcoming", broken)
        desk.refresh()
    assert reminding.waiting_ms > 0
    assert desk.at(-5) == [f"In 5 min: {title(1)}"]
