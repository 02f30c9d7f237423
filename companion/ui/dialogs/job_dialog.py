"""A dialog with one field and one job: it stays until the job is done, and says what went wrong."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from companion.errors import Cancelled
from companion.ui.control.syncing import step_text
from companion.ui.dialogs.fitting import fit, grow
from companion.ui.i18n import translate
from companion.ui.messages import error_message
from companion.ui.tasks import Lane, Step, Task, TaskRunner
from companion.ui.widgets.labels import label


class JobDialog(QDialog):
    """See the module; each kind adds its words and other fields.

    Signals:
        succeeded: the job is done; holds what it returned.
    """

    succeeded = Signal(object)

    def __init__(
        self,
        runner: TaskRunner,
        work: Callable[[str, Task], object],
        parent: QWidget,
        *,
        title: str,
        caption: str,
    ) -> None:
        """`work` is the job for what stands in the field; it runs in the network lane."""
        super().__init__(parent)
        self._runner, self._work = runner, work
        self._task: Task | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.field = QLineEdit()
        self.field.setAccessibleName(caption)
        self.status = label("caption")
        self.status.setMinimumHeight(self.status.fontMetrics().lineSpacing() * 2)
        self.status.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go = self.buttons.addButton(title, QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setProperty("kind", "primary")
        self.go.setDefault(True)
        self.buttons.accepted.connect(self.begin)
        self.buttons.rejected.connect(self.reject)
        self.field.textChanged.connect(self._on_field_changed)
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(24, 20, 24, 20)
        self.rows.setSpacing(8)
        heading = QLabel(caption)
        heading.setBuddy(self.field)
        self.rows.addWidget(heading)
        self.rows.addWidget(self.field)
        self._on_field_changed()

    def finish_layout(self) -> None:
        """Status and buttons below what a kind has added."""
        self.rows.addWidget(self.status)
        self.rows.addWidget(self.buttons)

    @property
    def is_busy(self) -> bool:
        """Whether the job is under way."""
        return self._task is not None

    def begin(self) -> None:
        """Start the job for what stands in the field."""
        text = self.field.text().strip()
        if text and not self.is_busy:
            self.run(lambda task: self._work(text, task))

    def run(self, work: Callable[[Task], object]) -> None:
        """Start a job; the fields rest meanwhile."""
        self._set_status(translate("Job", "One moment …"))
        self._task = self._runner.run(
            Lane.NETWORK,
            work,
            self._on_done,
            failed=self._on_failed,
            progressed=self._on_progressed,
        )
        self._rest(is_resting=True)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit(self, 68)

    def done(self, result: int) -> None:
        """Closed in whatever way: what is under way is stopped."""
        if self._task is not None:
            self._task.drop()
            self._task = None
        super().done(result)

    def _on_done(self, outcome: object) -> None:
        self._task = None
        self.succeeded.emit(outcome)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self._task = None
        self._rest(is_resting=False)
        message = error_message(error)
        is_stopped = isinstance(error, Cancelled)
        self._set_status("" if is_stopped else f"{message.text} {message.advice}", is_fault=True)
        self.field.setFocus()
        self.field.selectAll()

    def _on_progressed(self, step: Step) -> None:
        name, done, _total = step
        self._set_status(step_text(name, done))

    def _rest(self, *, is_resting: bool) -> None:
        self.field.setReadOnly(is_resting)
        self.go.setEnabled(not is_resting and bool(self.field.text().strip()))

    def _on_field_changed(self, _text: str = "") -> None:
        self._set_status("")
        self.go.setEnabled(bool(self.field.text().strip()))

    def _set_status(self, text: str, *, is_fault: bool = False) -> None:
        self.status.setText(text.strip())
        self.status.setProperty("kind", "fault" if is_fault and text else "caption")
        self.status.style().unpolish(self.status)
        self.status.style().polish(self.status)
        grow(self)
