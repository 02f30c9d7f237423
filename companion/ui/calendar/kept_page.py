"""The calendars that are kept: files and folders, and those on servers."""

from datetime import tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from companion.services.published import PublishedCalendar
from companion.ui.calendar.exporting import Exporting, Kept
from companion.ui.calendar.fields import field, while_alive
from companion.ui.calendar.kept_rows import kept_rows
from companion.ui.calendar.offer import order_of
from companion.ui.changes.rich_list import RichList, RichRow
from companion.ui.i18n import translate
from companion.ui.messages import Message, error_message
from companion.ui.theme import Look
from companion.ui.views.empty_words import EmptyWords
from companion.ui.widgets.labels import label

if TYPE_CHECKING:
    from companion.services.calendar_targets import TargetReport


class KeptPage(QWidget):
    """A list, and what can be done with the current one."""

    def __init__(self, look: Look, exporting: Exporting, zone: tzinfo) -> None:
        super().__init__()
        self._exporting, self._zone = exporting, zone
        self._sought = ""
        self._failed = while_alive(self, self._on_failed)
        self.list = RichList(look, translate("Calendar", "Calendars kept up to date"))
        self.empty = EmptyWords()
        self.password = field(translate("Calendar", "Password of the server"))
        self.password.setPlaceholderText(
            translate("Calendar", "Password, unless it is in the keyring")
        )
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.follow = QCheckBox(translate("Calendar", "Update after each sync and star, too"))
        self.update_now = QPushButton(translate("Calendar", "Update now"))
        self.stop = QPushButton(translate("Calendar", "Stop keeping"))
        self.stop.setToolTip(translate("Calendar", "What is written stays where it is."))
        self._arrange()
        self.list.row_chosen.connect(self._on_row_chosen)
        self.update_now.clicked.connect(self._on_update_clicked)
        self.stop.clicked.connect(self._on_stop_clicked)
        self.follow.clicked.connect(self._on_follow_clicked)
        exporting.kept_changed.connect(self.fill)
        self.fill()

    def _arrange(self) -> None:
        words = translate(
            "Calendar",
            "They are written after each sync and each star that changes something in them; "
            "calendars on servers only if you want that.",
        )
        pane = QWidget()
        pane.setObjectName("pane")
        inside = QVBoxLayout(pane)
        inside.setContentsMargins(0, 4, 0, 4)
        inside.addWidget(self.list, 1)
        inside.addWidget(self.empty, 1)
        row = QHBoxLayout()
        row.addWidget(self.password, 1)
        row.addStretch(0)
        row.addWidget(self.stop)
        row.addWidget(self.update_now)
        row.setAlignment(Qt.AlignmentFlag.AlignRight)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(label("dim", text=words))
        layout.addWidget(pane, 1)
        layout.addWidget(self.follow)
        layout.addLayout(row)

    def fill(self) -> None:
        """Ask anew."""
        self._exporting.list_kept(while_alive(self, self._on_kept), self._failed)

    def _on_kept(self, kept: Kept) -> None:
        reports, online = kept
        self.list.set_rows(kept_rows(reports, online, self._zone))
        words = translate(
            "Calendar",
            "No calendar is kept up to date.\n\nChoose “A file, kept up to date” when you export.",
        )
        has_rows = bool(reports or online)
        self.empty.show_instead(self.list, words="" if has_rows else words)
        if has_rows and self.list.current_row() is None:
            self.list.select_first()
        self._seek_password()
        self._on_row_chosen(self.list.current_row())

    def _on_row_chosen(self, row: RichRow | None) -> None:
        self.update_now.setEnabled(row is not None)
        self.stop.setEnabled(row is not None)
        online = row.value if row is not None else None
        is_online = isinstance(online, PublishedCalendar)
        self.password.setVisible(is_online)
        self.follow.setVisible(is_online)
        if isinstance(online, PublishedCalendar):
            self.follow.setChecked(online.is_followed)

    def ask_password(self, url: str) -> None:
        """Put the keyboard where the password of a calendar is typed, once it is listed."""
        self._sought = url
        self._seek_password()

    def _seek_password(self) -> None:
        for place, row in enumerate(self.list.rich_model.rows):
            if isinstance(row.value, PublishedCalendar) and row.value.url == self._sought:
                self._sought = ""
                self.list.setCurrentIndex(self.list.rich_model.index(place))
                self._on_row_chosen(row)
                self.password.setFocus()

    # --- what can be done ----------------------------------------------------------------------

    def _on_update_clicked(self) -> None:
        row = self.list.current_row()
        if row is None:
            return
        self.update_now.setEnabled(False)
        if isinstance(row.value, Path):
            self._exporting.refresh_one(
                row.value, while_alive(self, self._on_updated), self._failed
            )
        elif isinstance(row.value, PublishedCalendar):
            self._publish(row.value)

    def _publish(self, calendar: PublishedCalendar) -> None:
        if calendar.selection is None:
            self._tell(translate("Calendar", "Its choice of talks cannot be read: publish anew."))
            return
        self._exporting.publish(
            order_of(calendar),
            self.password.text(),
            is_remembered=False,
            done=while_alive(self, lambda _none: self.fill()),
            failed=self._failed,
            progressed=lambda _step: None,
        )

    def _on_updated(self, report: "TargetReport") -> None:
        if report.error:
            self._exporting.told.emit(error_message(report.error))
        else:
            words = translate("Calendar", "{path} is up to date.")
            self._tell(words.format(path=report.target.path), is_warning=False)
        self.fill()

    def _on_follow_clicked(self, is_followed: bool) -> None:
        row = self.list.current_row()
        if row is not None and isinstance(row.value, PublishedCalendar):
            self._exporting.follow(row.value.url, self._failed, is_followed=is_followed)

    def _on_stop_clicked(self) -> None:
        row = self.list.current_row()
        if row is None:
            return
        if isinstance(row.value, Path):
            self._exporting.stop_keeping(row.value, self._failed)
        elif isinstance(row.value, PublishedCalendar):
            self._exporting.stop_publishing(row.value.url, self._failed)

    def _on_failed(self, error: Exception) -> None:
        self._exporting.told.emit(error_message(error))
        self._on_row_chosen(self.list.current_row())

    def _tell(self, text: str, *, is_warning: bool = True) -> None:
        self._exporting.told.emit(Message(text, is_warning=is_warning))
