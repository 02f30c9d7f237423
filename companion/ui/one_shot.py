"""Timers that fire once, and may be started again."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

TURN_MS = 20
"""Long enough for a turn of the event loop of its own: all timers that are due run in one."""


def one_shot(parent: QObject, then: Callable[[], object], pause_ms: int = 0) -> QTimer:
    """A timer of a parent, not started yet; started again while it waits, it waits anew."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(pause_ms)
    timer.timeout.connect(then)
    return timer
