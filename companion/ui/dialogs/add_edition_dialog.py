"""Add an edition by the address of its Indico page."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from companion.ui.dialogs.job_dialog import JobDialog
from companion.ui.i18n import translate
from companion.ui.tasks import Task, TaskRunner
from companion.ui.widgets.labels import label

if TYPE_CHECKING:
    from companion.services.registry import Services
    from companion.services.sync import SyncReport


@dataclass(frozen=True, slots=True)
class AddedEdition:
    """What was fetched, and whether it belongs to the series by its title or category."""

    report: "SyncReport"
    title: str
    is_member: bool


class AddEditionDialog(JobDialog):
    """See the module.

    Signals:
        added: an `AddedEdition`; it is stored.
    """

    added = Signal(object)

    def __init__(self, services: "Services", runner: TaskRunner, parent: QWidget) -> None:
        title = translate("AddEdition", "Add the edition")
        super().__init__(runner, title, translate("AddEdition", "Address of its page"), parent)
        self._services = services
        self.setWindowTitle(translate("AddEdition", "Add an edition"))
        self.field.setPlaceholderText("https://indico.cern.ch/event/1288979/")
        self.rows.addWidget(
            label(
                "caption",
                text=translate(
                    "AddEdition",
                    "Paste the address of the conference on its Indico server, of any of its "
                    "pages. Its programme is fetched and kept here.",
                ),
            )
        )
        self.finish_layout()

    def work(self, text: str, task: Task) -> AddedEdition:
        services = self._services
        report = services.sync.sync(text, progress=task.progress, cancelled=task.cancelled)
        if report.error is not None:
            return AddedEdition(report, text, is_member=False)
        info = services.editions.get(report.edition)
        return AddedEdition(report, info.title, services.series.is_member(report.edition))

    def done_with(self, outcome: AddedEdition) -> Exception | None:
        if outcome.report.error is None:
            self.added.emit(outcome)
        return outcome.report.error
