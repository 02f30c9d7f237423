"""Backups and the health of the data, asked for in a worker."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from companion.domain.backup import BackupReason
from companion.ui.service_jobs import ServiceJobs
from companion.ui.tasks import Lane, TaskRunner

if TYPE_CHECKING:
    from companion.services.registry import Services
    from companion.services.user_data import BackupOffer


@dataclass(frozen=True, slots=True)
class Restored:
    """What was restored.

    Attributes:
        when: the backup was made, in words.
        undo: the name of the backup that brings back what was there before.
    """

    stars: int
    when: str
    undo: str


class Keeping(QObject):
    """See the module.

    Signals:
        offers_read: the backups (a tuple of `BackupOffer`).
        restored: a `Restored`.
        checked: what the doctor found (a tuple of `Finding`).
        failed: nothing was changed; holds the exception.
    """

    offers_read = Signal(object)
    restored = Signal(object)
    checked = Signal(object)
    failed = Signal(object)

    def __init__(self, services: "Services", runner: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = ServiceJobs(services, runner, self.failed.emit)

    def read(self) -> None:
        """Look which backups there are."""
        self._jobs.run(
            lambda services: services.user_data.offers(), self.offers_read.emit, key="backups"
        )

    def back_up(self) -> None:
        """Make one more."""

        def work(services: "Services") -> "tuple[BackupOffer, ...]":
            services.user_data.make_backup()
            return services.user_data.offers()

        self._jobs.run(work, self.offers_read.emit, key="backups")

    def restore(self, name: str, when: str) -> None:
        """Make everything as it was."""

        def work(services: "Services") -> Restored:
            data = services.user_data.restore(name)
            made = services.user_data.backups()
            undo = next(item.name for item in made if item.reason is BackupReason.RESTORE)
            return Restored(len(data.stars), when, undo)

        self._jobs.run(work, self.restored.emit, key="restore")

    def check(self, *, network: bool) -> None:
        """Have the doctor look at everything; servers too if asked."""
        self._jobs.run(
            lambda services: services.doctor.findings(network=network),
            self.checked.emit,
            key="doctor",
            lane=Lane.NETWORK if network else Lane.DATABASE,
        )

    def stop(self) -> None:
        """Nobody waits for the answers any more."""
        for key in ("backups", "doctor"):
            self._jobs.drop(key)
