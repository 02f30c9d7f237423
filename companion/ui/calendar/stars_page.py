"""Stars from a calendar file: which talks it names, and what it holds besides."""

from collections.abc import Iterator
from datetime import tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from companion.domain.bookmark import Star
from companion.ui.calendar.exporting import Exporting
from companion.ui.calendar.fields import TitleOf, while_alive
from companion.ui.calendar.preview_rows import when_text
from companion.ui.changes.rich_list import RichList, RichRow, text_html
from companion.ui.dialogs.files import ask_open_name
from companion.ui.i18n import translate
from companion.ui.messages import error_message
from companion.ui.theme import Look
from companion.ui.views.empty_words import EmptyWords
from companion.ui.widgets.labels import label
from companion.ui.words import title_of

if TYPE_CHECKING:
    from companion.domain.calendar import ReadEntry
    from companion.services.calendar_import import FoundStar, StarsFound


class StarsPage(QWidget):
    """Choose a file, see what it would bring, star it."""

    def __init__(
        self, look: Look, exporting: Exporting, zone: tzinfo, title_of_ref: TitleOf
    ) -> None:
        """`title_of_ref`: the title of a talk, or its reference where it is of another edition."""
        super().__init__()
        self._exporting, self._zone, self._title_of = exporting, zone, title_of_ref
        self._failed = while_alive(self, self._on_failed)
        self._found: StarsFound | None = None
        self.choose = QPushButton(translate("Calendar", "Choose a calendar file …"))
        self.star = QPushButton(translate("Calendar", "Star them"))
        self.star.setProperty("kind", "primary")
        self.star.setEnabled(False)
        self.summary = label("dim")
        self.list = RichList(look, translate("Calendar", "What the calendar holds"))
        self.empty = EmptyWords()
        self._arrange()
        self.choose.clicked.connect(self._on_choose_clicked)
        self.star.clicked.connect(self._on_star_clicked)
        self._show_words("")

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.choose)
        row.addStretch(1)
        row.addWidget(self.star)
        pane = QWidget()
        pane.setObjectName("pane")
        inside = QVBoxLayout(pane)
        inside.setContentsMargins(0, 8, 0, 4)
        inside.setSpacing(4)
        self.summary.setContentsMargins(18, 0, 12, 0)
        inside.addWidget(self.summary)
        inside.addWidget(self.list, 1)
        inside.addWidget(self.empty, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(row)
        layout.addWidget(pane, 1)

    def _on_choose_clicked(self) -> None:
        title = translate("Calendar", "Calendar file with talks")
        words = translate("Calendar", "Calendar files (*.ics)")
        ask_open_name(self, title, words, self.look_at)

    def look_at(self, path: Path) -> None:
        """Show what a file would bring."""
        self._exporting.look(path, while_alive(self, self._on_found), self._failed)

    def _on_found(self, found: "StarsFound") -> None:
        self._found = found
        self.list.set_rows(tuple(self._rows(found)))
        counts = (
            translate("Calendar", "%n talk(s) to star", "", len(found.new)),
            translate("Calendar", "%n starred already", "", len(found.talks) - len(found.new)),
            translate("Calendar", "%n not starred", "", len(found.cancelled) + len(found.unknown)),
        )
        self.summary.setText(" · ".join(counts))
        self.summary.show()
        words = translate("Calendar", "This calendar holds no entries.")
        self.empty.show_instead(self.list, words="" if self.list.rich_model.rows else words)
        self.star.setEnabled(bool(found.new))

    def _rows(self, found: "StarsFound") -> Iterator[RichRow]:
        t = translate
        old = [talk for talk in found.talks if not talk.is_new]
        yield from _group(t("Calendar", "To star"), map(self._talk, found.new))
        yield from _group(t("Calendar", "Starred already"), map(self._talk, old))
        yield from _group(
            t("Calendar", "Cancelled, so not starred"), map(self._entry, found.cancelled)
        )
        yield from _group(
            t("Calendar", "No talk on this computer"), map(self._entry, found.unknown)
        )
        yield from _group(t("Calendar", "Could not be read"), map(_problem, found.problems))

    def _talk(self, talk: "FoundStar") -> RichRow:
        title = title_of(self._title_of(talk.ref))
        tentative = translate("Calendar", "tentative") if talk.star is Star.TENTATIVE else ""
        return _row(title, tentative, str(talk.ref))

    def _entry(self, entry: "ReadEntry") -> RichRow:
        title = title_of(entry.title) or translate("Calendar", "Without a title")
        when = when_text(entry.start_dt, self._zone) if entry.start_dt else ""
        return _row(title, " · ".join(filter(None, (when, entry.uid))), entry.uid)

    def _on_star_clicked(self) -> None:
        if self._found is not None:
            self.star.setEnabled(False)
            self._exporting.star(self._found, while_alive(self, self._on_starred), self._failed)

    def _on_starred(self, _none: None) -> None:
        self._show_words(translate("Calendar", "Done. Your agenda shows them."))

    def _show_words(self, words: str) -> None:
        self._found = None
        self.list.set_rows(())
        self.summary.hide()
        self.empty.show_instead(self.list, words=words or _first_words())

    def _on_failed(self, error: Exception) -> None:
        self._show_words("")
        self.star.setEnabled(False)
        self._exporting.told.emit(error_message(error))


def _first_words() -> str:
    return translate(
        "Calendar",
        "Choose a file that this program or Indico has written, on another computer for "
        "example.\n\nThe talks in it get your star; what is no talk here is listed.",
    )


def _group(title: str, rows: Iterator[RichRow]) -> Iterator[RichRow]:
    found = tuple(rows)
    if found:
        words = f"{title} ({len(found)})"
        yield RichRow(text_html(words, "head"), words, is_header=True)
        yield from found


def _row(title: str, more: str, value: str) -> RichRow:
    html = text_html(title, "title")
    html += f'<br><span class="small">{text_html(more)}</span>' if more else ""
    return RichRow(html, ", ".join(filter(None, (title, more))), value=value)


def _problem(text: str) -> RichRow:
    return RichRow(text_html(text), text, value=text)
