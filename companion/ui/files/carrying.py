"""Files read and written in a worker: stars, calendars, recorded editions, lists of editions."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from companion.services.file_kinds import FileKind, kind_of
from companion.ui.files.words import calendar_message, catalogue_message, stars_message
from companion.ui.i18n import translate
from companion.ui.messages import Message
from companion.ui.service_jobs import ServiceJobs
from companion.ui.tasks import Lane, TaskRunner

if TYPE_CHECKING:
    from companion.services.registry import Services


class Carrying(QObject):
    """See the module.

    Signals:
        told: how it ended, as a `Message`.
        changed: stars, decisions or the list of editions are others now.
        snapshot_found: a file holds a recorded edition (Path); whoever shows syncs opens it.
        failed: nothing was changed; holds the exception.
    """

    told = Signal(object)
    changed = Signal()
    snapshot_found = Signal(object)
    failed = Signal(object)

    def __init__(self, services: "Services", runner: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = ServiceJobs(services, runner, self.failed.emit)

    def take(self, path: Path) -> None:
        """Look what a file is, and open or import it."""
        self._jobs.run(
            lambda services: _taken(services, path), lambda made: self._on_taken(made, path)
        )

    def export_stars(self, path: Path) -> None:
        """Write all that is the person's own to a file that another computer can import."""

        def done(count: int) -> None:
            text = translate("Files", "%n star(s) written to {path}.", "", count)
            self.told.emit(Message(text.format(path=path), is_warning=False))

        self._jobs.run(lambda services: services.user_data.export(path), done)

    def record(self, key: str, path: Path) -> None:
        """Fetch an edition anew and pack it into a file."""

        def done(_key: str) -> None:
            text = translate("Files", "The edition was recorded in {path}.").format(path=path)
            advice = translate("Files", "Whoever has this program can open it without a network.")
            self.told.emit(Message(text, advice, is_warning=False))

        self._jobs.run(
            lambda services: services.sync.record_snapshot(key, path, services.snapshots),
            done,
            lane=Lane.NETWORK,
        )

    def _on_taken(self, message: Message | None, path: Path) -> None:
        if message is None:
            self.snapshot_found.emit(path)
        else:
            self.changed.emit()
            self.told.emit(message)


def _taken(services: "Services", path: Path) -> Message | None:
    """What came of a file; None for a recorded edition. Runs in the database lane."""
    match kind_of(path):
        case FileKind.CALENDAR:
            found = services.calendar_import.look(path)
            services.calendar_import.star(found)
            return calendar_message(found, path)
        case FileKind.STARS:
            return stars_message(services.user_data.import_file(path))
        case FileKind.CATALOGUE:
            return catalogue_message(services.catalogue.update(str(path)))
        case FileKind.SNAPSHOT:
            return None
