"""Work off the GUI thread: one lane each for the database, the network and formulas.

A job is a plain callable that gets its `Task` and returns a value or raises. Exactly one of the two
callbacks is then called in the GUI thread, or none if the task was dropped: replaced by a newer one
with the same key, or the window is closing. Jobs touch no widget; only values pass.
"""

import logging
from collections.abc import Callable
from enum import Enum
from sys import setswitchinterval
from threading import Event
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

T = TypeVar("T")
Step = tuple[str, int, int | None]
_log = logging.getLogger(__name__)
_WAIT_MS = 5_000
_SWITCH_S = 0.0002
"""So long one thread of Python keeps the others waiting. Each call into Qt lets go of the
interpreter: while a worker computes, the window would wait 5 ms, Python's own value, after each."""


class Lane(Enum):
    """Each has one thread: jobs of a lane run one after the other."""

    DATABASE = "database"
    NETWORK = "network"
    FORMULAS = "formulas"


class Task:
    """One job under way, as its owner and the job itself see it."""

    def __init__(self, key: str, report: Callable[[object], None]) -> None:
        self.key = key
        self.lane: Lane | None = None
        self.gives_way = self.is_dropped = False
        self._stop = Event()
        self._report = report
        self.done: Callable[[Any], None] | None = None
        self.failed: Callable[[Exception], None] | None = None
        self.progressed: Callable[[Step], None] | None = None

    def cancel(self) -> None:
        """Ask the job to stop; it still answers."""
        self._stop.set()

    def drop(self) -> None:
        """Ask the job to stop, and forget what it answers."""
        self.is_dropped = True
        self.done = self.failed = self.progressed = None
        self._stop.set()

    def cancelled(self) -> bool:
        """Whether the job shall stop (a `CancelCheck`; any thread)."""
        return self._stop.is_set()

    def progress(self, step: str, done: int, total: int | None) -> None:
        """Tell how far the job is (a `Progress`; any thread)."""
        if self.progressed is not None:
            self._report((self, (step, done, total)))


class _Job(QRunnable):
    """Runs in a pool thread and hands its outcome over as a value."""

    def __init__(
        self, task: Task, work: Callable[[Task], Any], finish: Callable[[object], None]
    ) -> None:
        super().__init__()
        self._task, self._work, self._finish = task, work, finish

    def run(self) -> None:
        value, error = None, None
        if not self._task.is_dropped:
            try:
                value = self._work(self._task)
            except Exception as caught:  # noqa: BLE001 - the top of a worker: all errors are values
                error = caught
        self._finish((self._task, value, error))


class _Post(QObject):
    """Lives in the GUI thread; what workers emit arrives there as queued calls of slots."""

    finished = Signal(object)
    progressed = Signal(object)


class TaskRunner(QObject):
    """Starts jobs and brings their outcomes home.

    Signals:
        failed: a job raised and its owner gave no callback for that; holds the exception.
        busy_changed: whether anything is under way.
    """

    failed = Signal(object)
    busy_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        setswitchinterval(_SWITCH_S)
        self._tasks: set[Task] = set()
        self._is_closed = False
        self._post = _Post(self)
        self._post.finished.connect(self._on_post_finished)
        self._post.progressed.connect(self._on_post_progressed)
        self._pools = {lane: self._pool() for lane in Lane}

    def _pool(self) -> QThreadPool:
        pool = QThreadPool(self)
        pool.setMaxThreadCount(1)
        pool.setExpiryTimeout(-1)
        return pool

    @property
    def is_busy(self) -> bool:
        """Whether a job is running or waiting."""
        return bool(self._tasks)

    def run(
        self,
        lane: Lane,
        work: Callable[[Task], T],
        done: Callable[[T], None] | None = None,
        *,
        failed: Callable[[Exception], None] | None = None,
        progressed: Callable[[Step], None] | None = None,
        key: str = "",
        gives_way: bool = False,
    ) -> Task:
        """Start a job.

        Args:
            lane: where it runs.
            work: the job, called with its task in the lane's thread.
            done: called in the GUI thread with what the job returned.
            failed: called there with what it raised; without it `TaskRunner.failed` is emitted.
            progressed: called there with what the job told by `Task.progress`.
            key: a running task with the same key is dropped: only the newest answer counts.
            gives_way: nobody asked for it, so it is cancelled when another job wants its lane.
        """
        if key:
            self.drop(key)
        self._clear_way(lane)
        task = Task(key, self._post.progressed.emit)
        task.lane, task.gives_way = lane, gives_way
        task.done, task.failed, task.progressed = done, failed or self.failed.emit, progressed
        if self._is_closed:
            task.drop()
            return task
        self._tasks.add(task)
        if len(self._tasks) == 1:
            self.busy_changed.emit(True)
        self._pools[lane].start(_Job(task, work, self._post.finished.emit))
        return task

    def _clear_way(self, lane: Lane) -> None:
        for task in self._tasks:
            if task.gives_way and task.lane is lane:
                task.cancel()

    def drop(self, key: str) -> None:
        """Forget the tasks with a key."""
        for task in self._tasks:
            if task.key == key:
                task.drop()

    def shut_down(self, wait_ms: int = _WAIT_MS) -> bool:
        """Drop everything and wait for the threads; for `aboutToQuit`. False if one hangs."""
        self._is_closed = True
        for task in self._tasks:
            task.drop()
        for pool in self._pools.values():
            pool.clear()
        ended = [pool.waitForDone(wait_ms) for pool in self._pools.values()]
        self._tasks.clear()
        return all(ended)

    def _on_post_finished(self, outcome: tuple[Task, object, Exception | None]) -> None:
        task, value, error = outcome
        self._tasks.discard(task)
        if error is not None and not task.is_dropped:
            _log.info("job %r failed: %r", task.key, error)
        if error is None and task.done is not None:
            task.done(value)
        elif error is not None and task.failed is not None:
            task.failed(error)
        if not self._tasks and not self._is_closed:
            self.busy_changed.emit(False)

    def _on_post_progressed(self, message: tuple[Task, Step]) -> None:
        task, step = message
        if task.progressed is not None:
            task.progressed(step)
