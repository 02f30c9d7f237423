"""Syncs, one at a time, with progress and cancel."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from companion.errors import Cancelled
from companion.ui.format import size_text
from companion.ui.i18n import translate
from companion.ui.tasks import Lane, Step, Task, TaskRunner

if TYPE_CHECKING:
    from companion.services.registry import Services
    from companion.services.sync_report import SyncReport

Work = Callable[[Task], "tuple[SyncReport, ...]"]


class Syncing(QObject):
    """Brings editions up to date.

    Signals:
        started: what is being done, in words; it begins when this was told.
        progressed: in words, and a share from 0 to 1 (or None).
        finished: the reports, one for each edition; empty if it was stopped.
        failed: an exception that is no report.
    """

    started = Signal(str)
    progressed = Signal(str, object)
    finished = Signal(object)
    failed = Signal(object)

    def __init__(self, services: "Services", runner: TaskRunner) -> None:
        super().__init__()
        self._services = services
        self._runner = runner
        self._task: Task | None = None

    @property
    def is_running(self) -> bool:
        """Whether a sync is under way."""
        return self._task is not None

    def sync(self, target: str, title: str, *, refresh: bool = True, accept: bool = False) -> None:
        """Sync one edition, by key or address."""
        words = translate("Sync", "Asking for {title}").format(title=title)
        self._start(partial(_sync, self._services, target, refresh, accept), words)

    def sync_all(self) -> None:
        """Sync every edition whose site is known (the first start)."""
        words = translate("Sync", "Asking the conference sites")
        self._start(partial(_sync_all, self._services), words)

    def load_samples(self) -> None:
        """Store the invented programmes; no network."""
        words = translate("Sync", "Loading the sample")
        services = self._services
        self._start(lambda _task: services.load_samples(), words)

    def open_file(self, path: Path, *, accept: bool = False) -> None:
        """Store the edition that a file holds; no network."""
        words = translate("Sync", "Opening {file}").format(file=path.name)
        services = self._services
        self._start(lambda _task: (services.opening.open(path, accept=accept),), words)

    def cancel(self) -> None:
        """Stop what is under way; nothing is changed then."""
        if self._task is not None:
            self._task.cancel()

    def _start(self, work: Work, words: str) -> None:
        if self.is_running:
            return
        self.started.emit(words)
        self._task = self._runner.run(
            Lane.NETWORK, work, self._on_done, failed=self._on_failed, progressed=self._on_progress
        )

    def _on_progress(self, step: Step) -> None:
        name, done, total = step
        share = done / total if total else None
        self.progressed.emit(step_text(name, done), share)

    def _on_done(self, reports: "tuple[SyncReport, ...]") -> None:
        self._task = None
        self.finished.emit(reports)

    def _on_failed(self, error: Exception) -> None:
        self._task = None
        if isinstance(error, Cancelled):
            self.finished.emit(())
        else:
            self.failed.emit(error)


def step_text(step: str, done: int) -> str:
    """A step of a sync in words."""
    words = {
        "connect": translate("Sync", "Connecting"),
        "event": translate("Sync", "Fetching the talks"),
        "timetable": translate("Sync", "Fetching the timetable"),
        "read": translate("Sync", "Reading"),
        "store": translate("Sync", "Storing"),
    }
    text = words.get(step, translate("Sync", "Working"))
    is_download = step in {"event", "timetable"} and done > 0
    return f"{text} · {size_text(done)}" if is_download else text


def _sync(
    services: "Services", target: str, refresh: bool, accept: bool, task: Task
) -> "tuple[SyncReport, ...]":
    report = services.sync.sync(
        target, refresh=refresh, accept=accept, progress=task.progress, cancelled=task.cancelled
    )
    return (report,)


def _sync_all(services: "Services", task: Task) -> "tuple[SyncReport, ...]":
    return services.sync.sync_all(progress=task.progress, cancelled=task.cancelled)
