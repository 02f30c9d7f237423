"""Add an edition by the address of its Indico page."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from companion.ui.dialogs.job_dialog import JobDialog
from companion.ui.i18n import translate
from companion.ui.tasks import Task, TaskRunner
from companion.ui.widgets.labels import label

if TYPE_CHECKING:
    from companion.services.registry import Services
    from companion.services.sync_report import SyncReport


@dataclass(frozen=True, slots=True)
class AddedEdition:
    """What was fetched, and whether it belongs to the series by its title or category."""

    report: "SyncReport"
    title: str
    is_member: bool


class AddEditionDialog(JobDialog):
    """See the module; it succeeds with an `AddedEdition`, which is stored then."""

    def __init__(self, services: "Services", runner: TaskRunner, parent: QWidget) -> None:
        title = translate("AddEdition", "Add the edition")
        caption = translate("AddEdition", "Address of its page")
        super().__init__(runner, partial(_add, services), parent, title=title, caption=caption)
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


def _add(services: "Services", address: str, task: Task) -> AddedEdition:
    """Runs in the network lane; raises why nothing was stored."""
    report = services.sync.sync(address, progress=task.progress, cancelled=task.cancelled)
    if report.error is not None:
        raise report.error
    info = services.editions.get(report.edition)
    return AddedEdition(report, info.title, services.series.is_member(report.edition))
