"""Who collects garbage, and where."""

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QTimer

from companion.ui.collector import Collector


class Knot(QObject):
    """Holds itself: only a collection can end it."""

    def __init__(self) -> None:
        super().__init__()
        self.timer = QTimer(self)
        self.timer.start(60_000)
        self.me = self


@pytest.fixture
def collector(qapp: object) -> Iterator[Collector]:
    made = Collector()
    yield made
    made.stop()
    gc.disable()  # as every test of the window has it


def test_workers_never_end_what_belongs_to_the_window(collector: Collector) -> None:
    knot = weakref.ref(Knot())
    kept = [[number] for number in range(5 * gc.get_threshold()[0])]
    assert knot() is not None, "nothing is collected by itself"
    collector.look()
    assert knot() is None
    assert len(kept) == 5 * gc.get_threshold()[0]


def test_what_a_start_leaves_is_not_searched_again(collector: Collector) -> None:
    before = gc.get_freeze_count()
    collector.look()
    frozen = gc.get_freeze_count()
    assert frozen > before
    late = [[]]
    collector.look()
    assert gc.get_freeze_count() <= frozen
    assert late


def test_python_collects_again_afterwards(collector: Collector) -> None:
    assert not gc.isenabled()
    collector.stop()
    assert gc.isenabled()
