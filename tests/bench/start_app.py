"""The program itself, until the stored programme is painted; then it goes on for a while.

Prints seconds since T0 to the first painted list, the longest stall of the event loop in
milliseconds, and the memory in MB once everything behind the picture is loaded.
"""

import gc
import os
import sys
import time

gc.disable()  # as the program itself does before it imports the window

from PySide6.QtCore import QEvent, QObject, QTimer

import companion.app as program
from companion.ui import application
from companion.ui.main_window import MainWindow

_BEAT_MS = 5
_WATCHED_S = 3.0
painted: list[float] = []
stalls: list[float] = []


class Watch(QObject):
    """Sees the list painted, then feels the pulse of the event loop."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._last = time.monotonic()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._beat)
        window.shell.programme.list.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The first paint of the list."""
        if event.type() == QEvent.Type.Paint and not painted:
            painted.append(time.monotonic() - float(os.environ["T0"]))
            QTimer.singleShot(0, self._begin)
        return super().eventFilter(watched, event)

    def _begin(self) -> None:
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


class Watched(MainWindow):
    """The real window, watched."""

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]  # passed on as they came
        self.bench_watch = Watch(self)


application.MainWindow = Watched  # type: ignore[misc]
sys.exit(program.main(sys.argv[1:]))
