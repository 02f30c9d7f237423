"""Calendar files, written in a worker."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from companion.ui.i18n import translate
from companion.ui.messages import Message
from companion.ui.tasks import Lane, TaskRunner

if TYPE_CHECKING:
    from companion.services.export import ExportReport, ExportSelection
    from companion.services.registry import Services


class Exporting(QObject):
    """Writes calendar files.

    Signals:
        told: how it ended, as a `Message`.
        failed: holds the exception.
    """

    told = Signal(object)
    failed = Signal(object)

    def __init__(self, services: "Services", runner: TaskRunner) -> None:
        super().__init__()
        self._services = services
        self._runner = runner

    def export(self, selection: "ExportSelection", path: Path) -> None:
        """Write a file."""
        services = self._services

        def done(report: "ExportReport") -> None:
            self.told.emit(_message(report, path))

        self._runner.run(
            Lane.DATABASE,
            lambda _task: services.export.export(selection, path),
            done,
            failed=self.failed.emit,
        )


def _message(report: "ExportReport", path: Path) -> Message:
    count = len(report.plan.entries)
    text = translate("Export", "Written to {path}: %n calendar item(s).", "", count)
    left_out = len(report.plan.left_out)
    more = ""
    if left_out:
        more = translate("Export", "%n talk(s) without a time were left out.", "", left_out)
    return Message(text.format(path=path), more, is_warning=False)
