"""The window at work on the 2,000-talk event: a process of its own, run by `tests.bench.window`.

    python -m tests.bench.at_work FOLDER EDITION

Prints one line of JSON: how long each thing a person does takes until it is painted, and how long
the event loop stood still at most while the program worked.
"""

import gc
import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

gc.disable()  # as the program itself does before it imports the window; then its `Collector`

from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QWidget

from companion.app import Companion, utc_now
from companion.domain.bookmark import Star
from companion.domain.calendar import CalendarOptions, PosterForm
from companion.domain.filters import Facet, Filter
from companion.paths import locate
from companion.services.export import ExportSelection
from companion.services.sync import SyncService
from companion.storage.refused import RefusedFolder
from companion.text.marked import PageText
from companion.text.page import page_text
from companion.ui.ahead import views_ahead
from companion.ui.application import make_application
from companion.ui.collector import Collector
from companion.ui.made_ahead import MadeAhead
from companion.ui.main_window import MainWindow
from companion.ui.one_shot import is_waiting
from companion.ui.tasks import Lane
from companion.ui.theme import Look
from companion.ui.timetable.grid_view import TimetableGrid
from companion.ui.widgets.row_list import RowList
from tests.bench.core import TYPED, Recorded
from tests.bench.formulas import CORPUS, SHARED, read
from tests.support import recorded

BEAT_MS = 5
EACH = CalendarOptions(posters=PosterForm.EACH)
_PATIENCE_S = 60.0
_TALKS = 2_000
_STARRED = 400
_PAGE = 30
_TURNS = 5
"""Of the event loop, in which Qt paints what has changed."""


class Desk(Companion):
    """Its sync reads recorded answers."""

    @property
    def sync(self) -> SyncService:
        database = self.database
        refused = RefusedFolder(self.data_dir / "refused")
        return SyncService(
            Recorded(recorded.LARGE),
            database.programmes,
            database.checks,
            refused,
            self.editions,
            self.clock,
        )


class Pulse(QObject):
    """Feels how long the event loop stands still.

    Attributes:
        worst: the longest time between two beats, ms.
        worst_cpu: the most that the GUI thread itself computed between two beats, ms: what is left
            of a stall on a machine that has nothing else to do.
    """

    def __init__(self) -> None:
        super().__init__()
        self.worst = self.worst_cpu = 0.0
        self._last, self._last_cpu = time.perf_counter(), time.thread_time()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._beat)

    @contextmanager
    def felt(self) -> Iterator[None]:
        """While the block runs."""
        self.worst = self.worst_cpu = 0.0
        self._last, self._last_cpu = time.perf_counter(), time.thread_time()
        self._timer.start(BEAT_MS)
        yield
        self._beat()
        self._timer.stop()

    def _beat(self) -> None:
        now, cpu = time.perf_counter(), time.thread_time()
        self.worst = max(self.worst, (now - self._last) * 1000 - BEAT_MS)
        self.worst_cpu = max(self.worst_cpu, (cpu - self._last_cpu) * 1000)
        self._last, self._last_cpu = now, cpu


def until(is_so: Callable[[], bool]) -> None:
    """Run the event loop until something holds."""
    end = time.perf_counter() + _PATIENCE_S
    loop = QEventLoop()
    while not is_so():
        if time.perf_counter() > end:
            raise TimeoutError
        loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def ms(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def painted(view: QAbstractItemView) -> None:
    """Now, all that is in sight; what was posted to be laid out first."""
    view.viewport().repaint()


class Paintings:
    """Counts how often Qt painted lists and timetables, each counted when it is done."""

    def __init__(self, *kinds: type[RowList] | type[TimetableGrid]) -> None:
        self._counts: dict[int, int] = {}
        for kind in kinds:
            self._watch(kind)

    def of(self, view: QAbstractItemView) -> int:
        return self._counts.get(id(view), 0)

    def wait(self, view: QAbstractItemView, before: int) -> None:
        """Until Qt has painted it once more; what Qt leaves as it is, is painted here."""
        for _turn in range(_TURNS):
            if self.of(view) > before:
                return
            QEventLoop().processEvents()
        painted(view)

    def _watch(self, kind: type[RowList] | type[TimetableGrid]) -> None:
        paint = kind.paintEvent

        def paint_and_count(view: Any, event: QPaintEvent) -> None:
            paint(view, event)
            self._counts[id(view)] = self.of(view) + 1

        kind.paintEvent = paint_and_count  # type: ignore[method-assign]


class Work:
    """Measures one thing after the other."""

    def __init__(self, folder: Path, edition: str) -> None:
        app = make_application()
        self.paintings = Paintings(RowList, TimetableGrid)
        self.services = Desk(locate(folder), utc_now)
        look = Look("light")
        look.apply()
        self.window = MainWindow(self.services, look)
        self.window.library.key = edition
        self.window.show()
        self.window.runner.failed.connect(self.fail)
        self.pulse = Pulse()
        self.found: dict[str, list[float]] = {}
        self._keeps_waking = QTimer(app)
        self._keeps_waking.start(BEAT_MS)
        MadeAhead(self.window)
        self.window.start()
        self.settle()
        ahead = views_ahead(self.window)
        with self.pulse.felt():
            ahead.begin()
            until(lambda: ahead.is_done)
        self.note_stall("stall ahead")
        Collector(self.window).look()

    def fail(self, error: Exception) -> None:
        """A job that failed would make the figures wrong."""
        self.found.setdefault("failed", []).append(0)
        sys.stderr.write(f"{error!r}\n")

    def settle(self) -> None:
        """Until nothing is under way, also what jobs started."""
        for _ in range(3):
            until(lambda: not self.window.runner.is_busy and not is_waiting(self.window))
            for _turn in range(20):
                QEventLoop().processEvents()

    def measure(self) -> None:
        self.days()
        self.zones()
        self.scrolling()
        self.timetable()
        self.typing()
        self.openings()
        self.formulas()
        self.stars()
        self.filters()
        self.export()
        self.sync()

    def days(self) -> None:
        view = self.window.shell.programme

        def show(day: object) -> None:
            view.day_bar.day_chosen.emit(day)
            painted(view.list)

        for _ in range(5):
            for day in view.days:
                self.note("day", ms(lambda day=day: show(day)))

    def zones(self) -> None:
        shell, commands = self.window.shell, self.window.commands

        def switch() -> None:
            commands.next_zone()
            painted(shell.programme.list)

        for _ in range(8):
            self.note("zone", ms(switch))

    def scrolling(self) -> None:
        rows = self.window.shell.programme.list
        for name, step in (("wheel", 72), ("page", rows.verticalScrollBar().pageStep())):
            self._scrolled(name, rows, step)

    def _scrolled(self, name: str, view: QAbstractItemView, step: int) -> None:
        bar = view.verticalScrollBar()
        bar.setValue(0)
        for _ in range(60):

            def frame() -> None:
                bar.setValue(bar.value() + step)
                painted(view)

            self.note(name, ms(frame))
            if bar.value() >= bar.maximum():
                bar.setValue(0)

    def timetable(self) -> None:
        shell, pages = self.window.shell, self.window.pages

        def first() -> None:
            before = self.paintings.of(shell.timetable.grid)
            pages.open("timetable")
            self.paintings.wait(shell.timetable.grid, before)

        with self.pulse.felt():
            self.note("timetable", ms(first))
            self.settle()
        self.note_stall("opening timetable")
        self._scrolled("timetable frame", shell.timetable.grid, 60)
        side = shell.timetable.grid.horizontalScrollBar()
        for _ in range(20):

            def frame() -> None:
                side.setValue(side.value() + 60 if side.value() < side.maximum() else 0)
                painted(shell.timetable.grid)

            self.note("timetable frame", ms(frame))
        pages.open("programme")

    def typing(self) -> None:
        """From the key to the results in sight."""
        shell, edit = self.window.shell, self.window.shell.top_bar.search
        answers: list[int] = []
        shown = shell.search.list
        # Behind the view's own slot: what is painted after it shows the answer.
        self.window.searching.answered.connect(lambda _: answers.append(self.paintings.of(shown)))

        def stroke(letter: str) -> None:
            answers.clear()
            QTest.keyClicks(edit, letter)
            until(lambda: bool(answers))
            self.paintings.wait(shown, answers[-1])

        self.window.commands.focus_search()
        for text in TYPED:
            with self.pulse.felt():
                for letter in text:
                    self.note("key", ms(lambda letter=letter: stroke(letter)))
            self.note_stall("stall search")
            edit.clear()
            self.settle()
        # The very first letter also makes the view: felt, but not of every key.
        self.found["key"] = self.found["key"][1:]

    def openings(self) -> None:
        """Each view for the first time."""
        pages = self.window.pages
        for name in ("now", "agenda", "posters", "people", "changes", "series"):
            self.opened(name, lambda name=name: pages.go(name))
        for name, part in (("comparison", "compare"), ("remote plan", "remote-plan")):
            self.opened(name, lambda part=part: pages.open_series(part))
        self.opened("export", self.window.calendars.export)
        for dialog in self.window.findChildren(QWidget):
            if dialog.isWindow() and dialog.isVisible():
                dialog.close()
        pages.go("programme")
        self.settle()

    def formulas(self) -> None:
        """Texts full of them, one after the other, until each is drawn."""
        pane, runner = self.window.shell.talk.page.text, self.window.runner
        for text in _pages_of_formulas():
            shown: list[object] = []

            def show(page: PageText, shown: list[object] = shown) -> None:
                pane.show_text(page)
                shown.append(page)

            with self.pulse.felt():
                runner.run(Lane.DATABASE, lambda _task, text=text: page_text(text), show)
                until(lambda shown=shown: bool(shown))
                self.settle()
            self.note_stall("stall formulas")

    def stars(self) -> None:
        """Of many talks at once, set and taken back, in each view that shows them."""
        library, pages, hands = self.window.library, self.window.pages, self.window.hands
        refs = [entry.ref for entry in library.entries if entry.is_contribution][:_STARRED]
        for name in ("programme", "timetable", "agenda", "posters", "people"):
            pages.open(name)
            self.settle()
            for work in (lambda: library.set_star(refs, Star.STARRED), hands.stars.undo):
                with self.pulse.felt():
                    work()
                    self.settle()
                self.note_stall("stall stars")
        pages.open("programme")

    def filters(self) -> None:
        """One chosen and taken away."""
        library = self.window.library
        room = next(entry.room_name for entry in library.entries if entry.room_name)
        for chosen in (Filter(only={Facet.ROOM: frozenset({room})}), Filter()):
            with self.pulse.felt():
                library.set_filter(chosen)
                self.settle()
            self.note_stall("stall filter")

    def opened(self, name: str, work: Callable[[], object]) -> None:
        with self.pulse.felt():
            work()
            self.settle()
        self.note_stall(f"opening {name}")

    def sync(self) -> None:
        """One without changes, and a whole one: the edition is taken away before.

        Another one is shown then; the talks that arrive are shown in its place, none of them known.
        """
        address = Recorded(recorded.LARGE).address
        for is_whole in (False, True):
            if is_whole:
                self.window.library.open("sample-2024")
                self.settle()
                self.services.database.programmes.remove(address.event_id)
            with self.pulse.felt():
                self.window.syncing.sync(address.url, "bench")
                self.settle()
            self.note_stall("stall sync")
        assert len(self.window.library.entries) > _TALKS

    def export(self) -> None:
        services, key = self.services, self.window.library.key
        done: list[object] = []
        with self.pulse.felt():
            self.window.runner.run(
                Lane.DATABASE,
                lambda _task: services.export.text(ExportSelection(key, options=EACH)),
                done.append,
            )
            self.settle()
        assert done
        self.note_stall("stall export")

    def note_stall(self, name: str) -> None:
        self.note(name, self.pulse.worst)
        self.note(f"{name} (GUI thread)", self.pulse.worst_cpu)

    def note(self, name: str, value: float) -> None:
        self.found.setdefault(name, []).append(value)


def _pages_of_formulas() -> list[str]:
    """The project's corpus, and what people typed where that is at hand."""
    lines = [line for path in (CORPUS, *SHARED.glob("*.json")) for line in read(path)]
    return ["\n".join(lines[at : at + _PAGE]) for at in range(0, len(lines), _PAGE)]


def main() -> int:
    work = Work(Path(sys.argv[1]), sys.argv[2])
    work.measure()
    sys.stdout.write(json.dumps(work.found) + "\n")
    sys.stdout.flush()
    work.window.runner.shut_down()
    work.window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
