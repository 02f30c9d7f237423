"""Take another list of editions, from a file or an https address."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QWidget

from companion.ui.dialogs.files import ask_open_name
from companion.ui.dialogs.job_dialog import JobDialog
from companion.ui.i18n import translate
from companion.ui.tasks import Lane, Task, TaskRunner
from companion.ui.widgets.flow_layout import flowing
from companion.ui.widgets.labels import label

if TYPE_CHECKING:
    from companion.ports.catalogue import CatalogueInUse
    from companion.services.catalogue import CatalogueReport
    from companion.services.registry import Services


class CatalogueDialog(JobDialog):
    """See the module; it succeeds with a `CatalogueReport`."""

    def __init__(self, services: "Services", runner: TaskRunner, parent: QWidget) -> None:
        title = translate("Catalogue", "Update the list")
        caption = translate("Catalogue", "File or https address")
        super().__init__(runner, partial(_update, services), parent, title=title, caption=caption)
        self._services = services
        self.setWindowTitle(translate("Catalogue", "List of editions"))
        self.field.setPlaceholderText("https://")
        self.in_use = label("caption")
        self.browse = QPushButton(translate("Catalogue", "Choose a file …"))
        self.browse.clicked.connect(self._on_browse_clicked)
        self.reset = QPushButton(translate("Catalogue", "Use the program's own list"))
        self.reset.setEnabled(False)
        self.reset.clicked.connect(self._on_reset_clicked)
        for button in (self.browse, self.reset):
            button.setAutoDefault(False)  # Return in the field updates
        self.rows.addWidget(flowing(self.browse, self.reset))
        self.rows.addWidget(self.in_use)
        self.finish_layout()
        runner.run(
            Lane.DATABASE, lambda _task: services.catalogue.in_use(), self._show, key="catalogue"
        )

    def done(self, result: int) -> None:
        self._runner.drop("catalogue")
        super().done(result)

    def _show(self, in_use: "CatalogueInUse") -> None:
        words = translate("Catalogue", "%n edition(s) known.", "", len(in_use.editions))
        if in_use.own:
            more = translate("Catalogue", "%n of them from an update.", "", len(in_use.own))
            words = f"{words} {more}"
        self.in_use.setText(" ".join(filter(None, (words, in_use.notice))))
        self.reset.setEnabled(bool(in_use.own or in_use.updated))

    def _on_reset_clicked(self) -> None:
        self.run(lambda _task: self._services.catalogue.reset())

    def _on_browse_clicked(self) -> None:
        title = translate("Catalogue", "List of editions")
        words = translate("Catalogue", "Lists of editions (*.toml);;All files (*)")
        ask_open_name(self, title, words, self._on_file_chosen)

    def _on_file_chosen(self, path: Path) -> None:
        self.field.setText(str(path))
        self.field.setFocus()


def _update(services: "Services", source: str, task: Task) -> "CatalogueReport":
    """Runs in the network lane."""
    return services.catalogue.update(source, progress=task.progress, cancelled=task.cancelled)
