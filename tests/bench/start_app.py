"""The program itself, until the stored programme is painted; then it goes on for a while.

Prints seconds since T0 to the first list painted with talks in it, the longest stall of the event
loop in milliseconds, and the memory in MB once everything behind the picture is loaded.
"""

import gc
import os
import sys
import time

import companion.app as program

gc.disable()  # as the program itself does before it imports the window

from companion.ui import application  # isort: split

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QPaintEvent

from companion.ui.delegates.row_delegate import RowDelegate
from companion.ui.main_window import MainWindow
from companion.ui.widgets.row_list import RowList

_BEAT_MS = 5
_WATCHED_S = 3.0
_ROWS = 5
"""So many rows painted are a programme, and not an empty frame."""
painted: list[float] = []
stalls: list[float] = []


rows: list[object] = []


class Watch(QObject):
    """Feels the pulse of the event loop once the list is painted."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._last = time.monotonic()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._beat)

    def begin(self) -> None:
        """From now on."""
        self._last = time.monotonic()
        self._timer.start(_BEAT_MS)

    def _beat(self) -> None:
        now = time.monotonic()
        stalls.append((now - self._last) * 1000 - _BEAT_MS)
        self._last = now
        if now - float(os.environ["T0"]) - painted[0] > _WATCHED_S:
            report()


def report() -> None:
    """Print and end."""
    with open("/proc/self/statm", encoding="ascii") as statm:  # noqa: PTH123
        pages = int(statm.read().split()[1])
    memory = pages * os.sysconf("SC_PAGE_SIZE") / 1024**2
    sys.stdout.write(f"{painted[0]:.4f} {max(stalls):.1f} {memory:.1f}\n")
    sys.stdout.flush()
    os._exit(0)


def paint_list(self: RowList, event: QPaintEvent) -> None:
    """The list paints itself; the first time with talks in it counts, when it is done."""
    _paint_list(self, event)
    if len(rows) >= _ROWS and not painted:
        painted.append(time.monotonic() - float(os.environ["T0"]))
        watch = self.window().bench_watch  # type: ignore[attr-defined]  # of `Watched`
        QTimer.singleShot(0, watch.begin)


def paint_row(self: RowDelegate, *about: object) -> None:
    """One row, counted."""
    rows.append(None)
    _paint_row(self, *about)  # type: ignore[arg-type]  # passed on as they came


_paint_list, _paint_row = RowList.paintEvent, RowDelegate.paint
RowList.paintEvent, RowDelegate.paint = paint_list, paint_row  # type: ignore[method-assign]


class Watched(MainWindow):
    """The real window, watched."""

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]  # passed on as they came
        self.bench_watch = Watch(self)


application.MainWindow = Watched  # type: ignore[misc]
sys.exit(program.main(sys.argv[1:]))
