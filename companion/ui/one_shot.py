"""Timers that fire once, and may be started again."""

from collections.abc import Callable
from weakref import WeakSet

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

TURN_MS = 20
"""Long enough for a turn of the event loop of its own: all timers that are due run in one."""
_SOON_MS = 5 * TURN_MS


def one_shot(parent: QObject, then: Callable[[], object], pause_ms: int = 0) -> QTimer:
    """A timer of a parent, not started yet; started again while it waits, it waits anew."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(pause_ms)
    timer.timeout.connect(then)
    _timers.add(timer)
    return timer


_timers: WeakSet[QTimer] = WeakSet()
"""Those that were made here, as long as they live."""


def is_waiting(root: QObject) -> bool:
    """Whether something below an object is put off for a turn or a few: it is not at rest yet."""
    return any(
        isValid(timer)
        and timer.isActive()
        and timer.interval() <= _SOON_MS
        and _is_below(root, timer)
        for timer in tuple(_timers)
    )


def _is_below(root: QObject, child: QObject) -> bool:
    above: QObject | None = child
    while above is not None and above is not root:
        above = above.parent()
    return above is root
