"""What a search found: grouped by edition, the matched words marked."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import tzinfo
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from companion.domain.bookmark import Star
from companion.domain.entry import EntryRef
from companion.domain.times import zone
from companion.services.agenda import ResultRow, Row, TitleRow
from companion.services.editions import EditionInfo
from companion.ui.context import ViewContext
from companion.ui.control.searching import LIMIT, Answer
from companion.ui.i18n import edition_title, translate
from companion.ui.marks import query_words
from companion.ui.theme import Look
from companion.ui.views.list_base import ListViewBase
from companion.ui.widgets.segments import Segments

ALL, THIS = "all", "this"
_SHORT = 440
"""Pixels at a text size of 100 % below which the switch is shorter."""


class SearchView(ListViewBase):
    """The results of what is typed in the search field.

    Signals:
        scope_chosen: `all` editions or only `this` one.
    """

    scope_chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, translate("Search", "Search results"), parent)
        self.answer: Answer | None = None
        self.scope = Segments(translate("Search", "Where to search"))
        self._all = self.scope.add(ALL, translate("Search", "All editions"))
        self._this = self.scope.add(THIS, translate("Search", "This one"))
        self.scope.set_value(ALL)
        self.scope.chosen.connect(self.scope_chosen)
        self.bar_row.addWidget(self.scope)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorter words leave room for the count of results."""
        super().resizeEvent(event)
        is_short = self.width() < self.look.fonts.px(_SHORT)
        all_, this = translate("Search", "All editions"), translate("Search", "This one")
        self._all.setText(translate("Search", "All", "editions") if is_short else all_)
        self._this.setText(translate("Search", "This", "edition") if is_short else this)

    def show_answer(
        self, answer: Answer, info_of: Callable[[str], EditionInfo | None], context: ViewContext
    ) -> None:
        """Show what was found; another text from the top."""
        is_other = self.answer is None or answer.text != self.answer.text
        self.answer, self.context = answer, context
        rows = _rows(answer, info_of, context)
        self.list.set_rows(rows, context)
        if is_other:
            self.list.scrollToTop()
        self.summary.setText(_summary(answer))
        words = "" if rows else _nothing(answer)
        self.empty.show_instead(self.list, words=words, is_filtered=bool(words and answer.hidden))

    def show_stars(self, refs: Sequence[EntryRef], star: Star) -> None:
        """Stars were set; show them on the results too."""
        if self.answer is None:
            return
        chosen = frozenset(refs)
        self.list.set_rows(
            [_starred(row, chosen, star) for row in self.list.row_model.rows],
            self.list.row_model.context,
        )

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
        title = edition_title(info.edition.title) if info else key
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
    text = translate("Search", "%n talk(s) for “{text}”", "", count).format(text=answer.text)
    if not answer.hidden:
        return text
    hidden = translate("Search", "{talks}, %n hidden by filters", "", answer.hidden)
    return hidden.format(talks=text)


def _nothing(answer: Answer) -> str:
    if answer.hidden:
        words = translate(
            "Search", "%n talk(s) for “{text}”, but your filters hide all.", "", answer.hidden
        )
        return words.format(text=answer.text)
    return _other_words(answer).format(text=answer.text)


def _other_words(answer: Answer) -> str:
    """What else to try, as far as there is something else."""
    if answer.key is not None:
        return translate(
            "Search",
            "Nothing holds all of “{text}”.\n"
            "Words match from their beginning; try fewer of them, or search all editions.",
        )
    if len(answer.text.split()) > 1:
        return translate(
            "Search",
            "Nothing holds all of “{text}”.\nWords match from their beginning; try fewer of them.",
        )
    return translate(
        "Search",
        "Nothing holds “{text}”.\nWords match from their beginning; try fewer letters.",
    )
