"""The calendar window: export with a preview, calendars kept up to date, stars from a file."""

from datetime import tzinfo
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from companion.errors import PublishingStopped
from companion.settings import Settings
from companion.ui.calendar.export_page import ExportPage
from companion.ui.calendar.exporting import Exporting
from companion.ui.calendar.fields import TitleOf, while_alive
from companion.ui.calendar.offer import CalendarOffer, Mode
from companion.ui.calendar.remembered import remember, remembered
from companion.ui.i18n import translate
from companion.ui.messages import Message, MessageBar, error_message
from companion.ui.tasks import Step, Task
from companion.ui.theme import Look
from companion.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from companion.ui.calendar.kept_page import KeptPage
    from companion.ui.calendar.stars_page import StarsPage

EXPORT, KEPT, STARS = "export", "kept", "stars"
_SIZE = (860, 620)


class CalendarDialog(QDialog):
    """See the module. Beside the window, not in its way: talks can be starred meanwhile."""

    def __init__(
        self,
        look: Look,
        exporting: Exporting,
        settings: Settings,
        offer: CalendarOffer,
        *,
        zones: tuple[tzinfo, tzinfo],
        title_of_ref: TitleOf,
        parent: QWidget,
    ) -> None:
        """`zones`: that in which times are shown, and the conference's."""
        super().__init__(parent)
        self._exporting, self._settings = exporting, settings
        self._before = remembered(settings)
        self._task: Task | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Calendar", "Calendar"))
        self.pages = QStackedWidget(self)
        self.export = ExportPage(look, exporting, offer, self._before, zones, self.pages)
        self._look, self._zone, self._title_of_ref = look, zones[0], title_of_ref
        self.message_bar = MessageBar(look)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(translate("Calendar", "Progress"))
        self.progress.hide()
        self.save = QPushButton(translate("Calendar", "Export"))
        self.save.setProperty("kind", "primary")
        self.save.setDefault(True)
        self.cancel = QPushButton(translate("Calendar", "Close"))
        self.cancel.setAutoDefault(False)
        self._arrange()
        self._connect()
        width, height = _SIZE
        self.resize(look.fonts.px(width), look.fonts.px(height))
        self._on_ready_changed()

    def _arrange(self) -> None:
        self.switch = Segments(translate("Calendar", "Part of the calendar window"))
        self.switch.add(EXPORT, translate("Calendar", "Export"))
        self.switch.add(KEPT, translate("Calendar", "Kept up to date"))
        self.switch.add(STARS, translate("Calendar", "Stars from a file"))
        self.pages.addWidget(self.export)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.message_bar)
        inside, head, foot = QVBoxLayout(), QHBoxLayout(), QHBoxLayout()
        layout.addLayout(inside)
        inside.setContentsMargins(20, 14, 20, 16)
        inside.setSpacing(14)
        inside.addLayout(head)
        inside.addWidget(self.pages, 1)
        inside.addLayout(foot)
        head.addWidget(self.switch)
        head.addStretch(1)
        foot.addWidget(self.progress, 1)
        foot.addStretch(0)
        foot.addWidget(self.cancel)
        foot.addWidget(self.save)
        foot.setAlignment(Qt.AlignmentFlag.AlignRight)

    def _connect(self) -> None:
        self.switch.chosen.connect(self.show_page)
        self.export.ready_changed.connect(self._on_ready_changed)
        self.export.place.changed.connect(self._on_ready_changed)
        self.save.clicked.connect(self._on_save_clicked)
        self.cancel.clicked.connect(self._on_cancel_clicked)
        self._exporting.told.connect(self.message_bar.show_message)
        self.show_page(EXPORT)
        self.export.scope.which.setFocus()

    def show_page(self, name: str) -> None:
        """Bring a page to the front."""
        self.switch.set_value(name)
        self.pages.setCurrentWidget(getattr(self, name))
        self.save.setVisible(name == EXPORT)

    @cached_property
    def kept(self) -> "KeptPage":
        """Made at its first use."""
        from companion.ui.calendar.kept_page import KeptPage  # noqa: PLC0415 - see above

        made = KeptPage(self._look, self._exporting, self._zone)
        self.pages.addWidget(made)
        return made

    @cached_property
    def stars(self) -> "StarsPage":
        """Made at its first use."""
        from companion.ui.calendar.stars_page import StarsPage  # noqa: PLC0415 - see above

        made = StarsPage(self._look, self._exporting, self._zone, self._title_of_ref)
        self.pages.addWidget(made)
        return made

    # --- writing -------------------------------------------------------------------------------

    def _on_ready_changed(self) -> None:
        is_server = self.export.place.mode is Mode.SERVER
        words = translate("Calendar", "Publish") if is_server else translate("Calendar", "Export")
        self.save.setText(words)
        self.save.setEnabled(self._task is None and self.export.is_ready)

    def _on_save_clicked(self) -> None:
        order = self.export.order()
        self.message_bar.clear()
        remember(self._settings, order, self._before)
        if order.mode is not Mode.SERVER:
            self.save.setEnabled(False)
            self._exporting.write(
                order, while_alive(self, self._on_written), while_alive(self, self._on_failed)
            )
            return
        fields = self.export.place.server
        self._task = self._exporting.publish(
            order,
            fields.password.text(),
            is_remembered=fields.remember.isChecked(),
            done=while_alive(self, self._on_written),
            failed=while_alive(self, self._on_failed),
            progressed=while_alive(self, self._on_progress),
        )
        self._show_running(is_running=True)

    def _on_progress(self, step: Step) -> None:
        _name, done, total = step
        self.progress.setRange(0, total or 0)
        self.progress.setValue(done)

    def _on_written(self, _none: None) -> None:
        """Done: the window behind says so."""
        self._show_running(is_running=False)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self._show_running(is_running=False)
        if isinstance(error, PublishingStopped):
            text = translate("Calendar", "Stopped. Publishing again goes on from there.")
            self.message_bar.show_message(Message(text, is_warning=False))
        else:
            self.message_bar.show_message(error_message(error))

    def _show_running(self, *, is_running: bool) -> None:
        if not is_running:
            self._task = None
        self.progress.setVisible(is_running)
        self.progress.setRange(0, 0)
        stop, close = translate("Calendar", "Stop"), translate("Calendar", "Close")
        self.cancel.setText(stop if is_running else close)
        self._on_ready_changed()

    def _on_cancel_clicked(self) -> None:
        if self._task is not None:
            self._task.cancel()
        else:
            self.reject()

    def done(self, result: int) -> None:
        """Nobody waits for a preview any more; publishing stops."""
        self._leave()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._leave()
        super().closeEvent(event)

    def _leave(self) -> None:
        self._exporting.forget_preview()
        if self._task is not None:
            self._task.drop()
