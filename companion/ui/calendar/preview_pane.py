"""The right half of the export page: what it changes, and how calendar programs take it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from companion.errors import CompanionError
from companion.ui.calendar.preview_rows import Preview
from companion.ui.calendar.programs import advice, programs
from companion.ui.changes.rich_list import RichList
from companion.ui.i18n import translate
from companion.ui.messages import error_message
from companion.ui.theme import Look
from companion.ui.views.empty_words import EmptyWords
from companion.ui.widgets.labels import label
from companion.ui.widgets.scrolled import scrolled
from companion.ui.widgets.segments import Segments

_PREVIEW, _PROGRAMS = "preview", "programs"


class PreviewPane(QWidget):
    """Shows a preview; words where there is none."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.switch = Segments(translate("Calendar", "Preview or calendar programs"))
        self.switch.add(_PREVIEW, translate("Calendar", "What it changes"))
        self.switch.add(_PROGRAMS, translate("Calendar", "Calendar programs"))
        self.switch.set_value(_PREVIEW)
        self.switch.chosen.connect(self._on_chosen)
        self.summary = label("dim")
        self.list = RichList(look, translate("Calendar", "What it changes"))
        self.empty = EmptyWords()
        self._pages = QStackedWidget(self)
        self._preview_page()
        self._programs: QWidget | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._pages, 1)

    def _preview_page(self) -> None:
        page = QWidget()
        page.setObjectName("pane")
        self._pages.addWidget(page)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(4)
        self.summary.setContentsMargins(18, 0, 12, 0)
        layout.addWidget(self.summary)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.empty, 1)

    def show_preview(self, preview: Preview, empty_words: str) -> None:
        """Show what would happen; `empty_words` if that is nothing at all."""
        self.summary.setText("\n".join(filter(None, (preview.summary, *preview.notes))))
        self.summary.setVisible(bool(preview.counts))
        self.list.set_rows(preview.rows)
        words = "" if preview.rows else empty_words
        self.empty.show_instead(self.list, words=words)

    def show_words(self, words: str) -> None:
        """There is no preview."""
        self.summary.hide()
        self.list.set_rows(())
        self.empty.show_instead(self.list, words=words)

    def show_error(self, error: Exception) -> None:
        """It could not be worked out: an unknown name, no programme."""
        message = error_message(error)
        ends = "" if isinstance(error, CompanionError) and message.text.endswith(".") else "."
        self.show_words("\n".join(filter(None, (f"{message.text}{ends}", message.advice))))

    def _on_chosen(self, value: str) -> None:
        if value == _PROGRAMS and self._programs is None:
            self._programs = QWidget()
            self._programs.setObjectName("pane")  # before its style is chosen
            self._pages.addWidget(scrolled(self._programs, self._pages))
            _fill_programs(self._programs)
        self._pages.setCurrentIndex(0 if value == _PREVIEW else 1)


def _fill_programs(page: QWidget) -> None:
    layout = QVBoxLayout(page)
    layout.setContentsMargins(16, 14, 16, 14)
    layout.setSpacing(3)
    layout.addWidget(label("dim", text=advice()))
    for name, sentence in programs():
        layout.addSpacing(9)
        layout.addWidget(label("kicker", text=name))
        layout.addWidget(label(text=sentence))
    layout.addStretch(1)
