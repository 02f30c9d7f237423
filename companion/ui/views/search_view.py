"""What a search found: grouped by edition, the matched words marked."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import tzinfo
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from companion.domain.bookmark import Star
from companion.domain.entry import EntryRef
from companion.domain.times import zone
from companion.services.agenda import ResultRow, Row, TitleRow
from companion.services.editions import EditionInfo
from companion.ui.context import ViewContext
from companion.ui.control.searching import LIMIT, Answer
from companion.ui.i18n import translate
from companion.ui.marks import query_words
from companion.ui.theme import Look
from companion.ui.widgets.row_list import RowList
from companion.ui.widgets.segments import Segments

ALL, THIS = "all", "this"


class SearchView(QWidget):
    """The results of what is typed in the search field.

    Signals:
        talk_activated, talk_clicked, talk_opened, star_requested: as in the list of a day.
        scope_chosen: `all` editions or only `this` one.
    """

    talk_activated = Signal(object)
    talk_clicked = Signal(object)
    talk_opened = Signal(object)
    star_requested = Signal(object, object)
    scope_chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.answer: Answer | None = None
        self.summary = QLabel()
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.summary.setProperty("kind", "dim")
        self.summary.setMinimumWidth(1)
        self.scope = Segments(translate("Search", "Where to search"))
        self.scope.add(ALL, translate("Search", "All editions"))
        self.scope.add(THIS, translate("Search", "This one"))
        self.scope.set_value(ALL)
        self.scope.chosen.connect(self.scope_chosen)
        bar = QFrame()
        bar.setObjectName("dayBar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 10, 12, 10)
        row.addWidget(self.summary, 1)
        row.addWidget(self.scope)
        self.list = RowList(look)
        self.list.setAccessibleName(translate("Search", "Search results"))
        self._empty = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._empty.setTextFormat(Qt.TextFormat.PlainText)
        self._empty.setProperty("kind", "dim")
        self._empty.setWordWrap(True)
        self._empty.setMargin(32)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._empty, 1)
        self._empty.hide()
        self.list.talk_activated.connect(self.talk_activated)
        self.list.talk_clicked.connect(self.talk_clicked)
        self.list.talk_opened.connect(self.talk_opened)
        self.list.star_requested.connect(self.star_requested)

    def show_answer(
        self, answer: Answer, info_of: Callable[[str], EditionInfo | None], context: ViewContext
    ) -> None:
        """Show what was found."""
        self.answer = answer
        rows = _rows(answer, info_of, context)
        self.list.set_rows(rows, context)
        self.list.scrollToTop()
        self.summary.setText(_summary(answer))
        self.list.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self._empty.setText(_nothing(answer.text))

    def show_stars(self, refs: Sequence[EntryRef], star: Star) -> None:
        """Stars were set; show them on the results too."""
        if self.answer is None:
            return
        chosen = frozenset(refs)
        self.list.set_rows(
            [_starred(row, chosen, star) for row in self.list.row_model.rows],
            self.list.row_model.context,
        )

    def selected_refs(self) -> tuple[EntryRef, ...]:
        """The selected results."""
        return self.list.selected_refs()

    def focus_content(self) -> None:
        """The results, at the first of them."""
        if self.list.current_ref() is None:
            self.list.select_first()
        self.list.setFocus()

    def first_ref(self) -> EntryRef | None:
        """The topmost result."""
        rows = self.list.row_model.rows
        return next((row.hit.ref for row in rows if isinstance(row, ResultRow)), None)


def _rows(
    answer: Answer, info_of: Callable[[str], EditionInfo | None], context: ViewContext
) -> list[Row]:
    """The edition shown first, then the others in the order of their best result."""
    words = query_words(answer.text)
    order = dict.fromkeys([context.key, *(hit.ref.edition_key for hit in answer.hits)])
    places = {key: place for place, key in enumerate(order)}
    hits = sorted(answer.hits, key=lambda hit: places[hit.ref.edition_key])
    rows: list[Row] = []
    for key, found in groupby(hits, key=lambda hit: hit.ref.edition_key):
        group = list(found)
        info = info_of(key)
        title = info.edition.title if info else key
        rows.append(TitleRow(title, translate("Search", "%n talk(s)", "", len(group))))
        tz = _zone(context, info, is_shown=key == context.key)
        rows += [ResultRow(hit, words, tz) for hit in group]
    return rows


def _zone(context: ViewContext, info: EditionInfo | None, *, is_shown: bool) -> tzinfo:
    """Other editions in their own conference time, if that is what is shown."""
    if is_shown or context.zone != context.event_zone or info is None or not info.timezone:
        return context.zone
    return zone(info.timezone)


def _starred(row: Row, refs: frozenset[EntryRef], star: Star) -> Row:
    if isinstance(row, ResultRow) and row.hit.ref in refs:
        return replace(row, hit=replace(row.hit, star=star))
    return row


def _summary(answer: Answer) -> str:
    count = len(answer.hits)
    if count >= LIMIT:
        return translate("Search", "The {count} best for “{text}”").format(
            count=count, text=answer.text
        )
    return translate("Search", "%n talk(s) for “{text}”", "", count).format(text=answer.text)


def _nothing(text: str) -> str:
    return translate(
        "Search",
        "Nothing holds all of “{text}”.\n"
        "Words match from their beginning; try fewer of them, or search all editions.",
    ).format(text=text)
