"""A view that reads by itself what it shows."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from companion.services.registry import Services
from companion.ui.service_jobs import ServiceJobs
from companion.ui.tasks import TaskRunner
from companion.ui.theme import Look


class LoadingView(QWidget):
    """What such views have in common; each connects `entered` to what reads.

    Signals:
        entered, left: it came in sight or went out of it, other than with the whole window.
        failed: something could not be read or stored; holds the exception.
    """

    entered = Signal()
    left = Signal()
    failed = Signal(object)

    def __init__(
        self, look: Look, services: Services, runner: TaskRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.look = look
        self.jobs = ServiceJobs(services, runner, self.failed.emit)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.entered.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.left.emit()
