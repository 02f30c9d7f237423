"""Notifications of the system: through a program of the desktop, or the tray where there is one.

On Linux `notify-send` or `gdbus` hands a notification to `org.freedesktop.Notifications`. QtDBus
could call it too, but PySide6 has no way to send its unsigned number (`u`), and libdbus ends the
process over a wrong type.
"""

import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Protocol

from PySide6.QtCore import QObject, QProcess, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QSystemTrayIcon

from companion import APP_NAME
from companion.paths import resource
from companion.ui.one_shot import one_shot

DESKTOP_ENTRY = "org.qtml_companion.Companion"
_TRAY_MS = 30_000
_STUCK_MS = 5_000


@dataclass(frozen=True, slots=True)
class Notice:
    """What to show; both are plain text."""

    title: str
    text: str


Done = Callable[[bool], None]
"""Called with whether the notice was taken."""


class Channel(Protocol):
    """A way to show notices outside of the window."""

    def send(self, notice: Notice, done: Done) -> None:
        """Show it; `done` is called once, in the GUI thread, perhaps later."""


class CommandChannel(QObject):
    """Shows notices by a program of the desktop.

    Processes that ended stay with it: there are few, and they cannot go while they say so.
    """

    def __init__(
        self, command: Callable[[Notice], list[str]], parent: QObject | None = None
    ) -> None:
        """`command` gives the program and its arguments."""
        super().__init__(parent)
        self._command = command
        self._running: dict[QProcess, Done] = {}

    def send(self, notice: Notice, done: Done) -> None:
        """Start the program; it is stopped if it hangs."""
        program, *arguments = self._command(notice)
        process = QProcess(self)
        self._running[process] = done
        process.finished.connect(self._on_process_finished)
        process.errorOccurred.connect(self._on_process_error_occurred)
        process.start(program, arguments)
        QTimer.singleShot(_STUCK_MS, process, process.kill)

    def _on_process_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._end(is_shown=code == 0 and status is QProcess.ExitStatus.NormalExit)

    def _on_process_error_occurred(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._end(is_shown=False)

    def _end(self, *, is_shown: bool) -> None:
        process = self.sender()
        if isinstance(process, QProcess) and process in self._running:
            done = self._running.pop(process)
            done(is_shown)


class TrayChannel(QObject):
    """Shows notices beside an icon in the tray, which stays only as long as they do."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icon = QSystemTrayIcon(QIcon(str(resource("icons/app.svg"))), self)
        self._hide = one_shot(self, self._icon.hide)

    def send(self, notice: Notice, done: Done) -> None:
        """Show it, unless there is no tray (any more)."""
        is_possible = QSystemTrayIcon.isSystemTrayAvailable() and self._icon.supportsMessages()
        if is_possible:
            self._icon.show()
            self._icon.showMessage(notice.title, notice.text, self._icon.icon(), _TRAY_MS)
            self._hide.start(_TRAY_MS)
        done(is_possible)


class Notifier(QObject):
    """Tries one channel after the other.

    Signals:
        unshown: no channel took this Notice: say it in the window.
    """

    unshown = Signal(object)

    def __init__(
        self, channels: Sequence[Channel] | None = None, parent: QObject | None = None
    ) -> None:
        """`channels` in order of preference; those of this system if None."""
        super().__init__(parent)
        self.channels = tuple(system_channels(self) if channels is None else channels)

    def show(self, notice: Notice) -> None:
        """Show a notice."""
        _Attempt(notice, self.channels, self).next()


class _Attempt:
    """One notice on its way through the channels."""

    def __init__(self, notice: Notice, channels: Sequence[Channel], notifier: Notifier) -> None:
        self._notice, self._left, self._notifier = notice, list(channels), notifier

    def next(self) -> None:
        """Try the next channel."""
        if self._left:
            self._left.pop(0).send(self._notice, self._on_done)
        else:
            self._notifier.unshown.emit(self._notice)

    def _on_done(self, is_shown: bool) -> None:
        if not is_shown:
            self.next()


def system_channels(parent: QObject) -> tuple[Channel, ...]:
    """The channels of this system; none without a display."""
    if QGuiApplication.platformName() == "offscreen":
        return ()
    found: list[Channel] = []
    if sys.platform.startswith(("linux", "freebsd")):
        commands = (("notify-send", notify_send), ("gdbus", gdbus))
        found += (CommandChannel(make, parent) for name, make in commands if shutil.which(name))
    return (*found, TrayChannel(parent))


def notify_send(notice: Notice) -> list[str]:
    """The command of libnotify."""
    return [
        "notify-send",
        f"--app-name={APP_NAME}",
        f"--icon={DESKTOP_ENTRY}",
        f"--hint=string:desktop-entry:{DESKTOP_ENTRY}",
        "--",
        notice.title,
        escape(notice.text, quote=False),
    ]


def gdbus(notice: Notice) -> list[str]:
    """The command of GLib: the call of the specification, its values as GVariant text."""
    return [
        "gdbus",
        "call",
        "--session",
        "--dest=org.freedesktop.Notifications",
        "--object-path=/org/freedesktop/Notifications",
        "--method=org.freedesktop.Notifications.Notify",
        "--",
        *(_quoted(APP_NAME), "0", _quoted(DESKTOP_ENTRY)),
        *(_quoted(notice.title), _quoted(escape(notice.text, quote=False))),
        *("@as []", f"{{'desktop-entry': <{_quoted(DESKTOP_ENTRY)}>}}", "-1"),
    ]


def _quoted(text: str) -> str:
    """A string of GVariant text."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
