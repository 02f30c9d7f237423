"""Timers that fire once, and may be started again."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

TURN_MS = 20
"""Long enough for a turn of the event loop of its own: all timers that are due run in one."""
_SOON_MS = 5 * TURN_MS


def one_shot(parent: QObject, then: Callable[[], object], pause_ms: int = 0) -> QTimer:
    """A timer of a parent, not started yet; started again while it waits, it waits anew."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(pause_ms)
    timer.timeout.connect(then)
    return timer


def is_waiting(root: QObject) -> bool:
    """Whether something below an object is put off for a turn or a few: it is not at rest yet."""
    return any(
        timer.isActive() and timer.isSingleShot() and timer.interval() <= _SOON_MS
        for timer in root.findChildren(QTimer)
    )
