"""Who collects garbage, and where."""

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QTimer

from companion.ui.collector import BULK, Collector, garbage_kept


class Knot(QObject):
    """Holds itself: only a collection can end it."""

    def __init__(self) -> None:
        super().__init__()
        self.timer = QTimer(self)
        self.timer.start(60_000)
        self.me = self


@pytest.fixture
def collector(qapp: object) -> Iterator[Collector]:
    gc.collect()
    made = Collector()
    yield made
    made.stop()
    gc.disable()  # as every test of the window has it


def test_a_picture_leaves_nothing_for_the_workers_of_the_next(qapp: object) -> None:
    gc.enable()
    try:
        with garbage_kept():
            knot = weakref.ref(Knot())
            kept = [[number] for number in range(5 * gc.get_threshold()[0])]
            assert knot() is not None, kept[:0]
        assert knot() is None
        assert gc.isenabled()
    finally:
        gc.disable()  # as every test of the window has it


def test_workers_never_end_what_belongs_to_the_window(collector: Collector) -> None:
    knot = weakref.ref(Knot())
    kept = [[number] for number in range(5 * gc.get_threshold()[0])]
    assert knot() is not None, "nothing is collected by itself"
    collector.look()
    assert knot() is None
    assert len(kept) == 5 * gc.get_threshold()[0]


def test_a_programme_is_not_searched(collector: Collector) -> None:
    before = gc.get_freeze_count()
    programme = [[number] for number in range(2 * BULK)]
    collector.look()
    assert gc.get_freeze_count() >= before + len(programme)
    assert gc.get_count()[0] < BULK


@pytest.mark.parametrize("is_attended", [True, False])
def test_old_garbage_goes_while_nobody_works_in_the_window(
    collector: Collector, is_attended: bool
) -> None:
    collector.stop()
    away = Collector(attended=lambda: is_attended)
    knots = [Knot()]
    for _ in range(gc.get_threshold()[2] + 2):
        gc.collect(1)
    ended = weakref.ref(knots.pop())
    away.look()
    assert (ended() is None) is not is_attended
    away.stop()


def test_python_collects_again_afterwards(collector: Collector) -> None:
    assert not gc.isenabled()
    collector.stop()
    assert gc.isenabled()
