"""Where a talk is read: its page, or a word on how to get one.

The page itself is imported and built with the first talk: not before the first picture of the
window.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QStackedWidget, QVBoxLayout, QWidget

from companion.domain.bookmark import Star
from companion.domain.entry import Entry, EntryRef
from companion.ui.context import ViewContext
from companion.ui.i18n import translate
from companion.ui.theme import Look

if TYPE_CHECKING:
    from companion.services.programme import TalkDetail
    from companion.text.marked import PageText
    from companion.ui.views.talk_page import TalkPage


class TalkView(QFrame):
    """The pane at the right.

    Attributes:
        page: of the talk shown now or last; None before the first.

    Signals:
        star_requested: set the stars of talks (tuple of EntryRef) to this (Star).
        talk_requested: show another talk (EntryRef).
        person_requested: show the talks of a person (PersonLink).
        calendar_requested: write this talk into a calendar file (EntryRef).
        back_requested: return to the list, where there is room for one pane only.
        page_made: the page was built.
    """

    star_requested = Signal(object, object)
    talk_requested = Signal(object)
    person_requested = Signal(object)
    calendar_requested = Signal(object)
    back_requested = Signal()
    page_made = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("talkPane")
        self._look = look
        self._is_narrow = False
        self.page: TalkPage | None = None
        self._stack = QStackedWidget(self)
        self._empty = QLabel(translate("Talk", "Choose a talk to read about it here."), self._stack)
        self._empty.setProperty("kind", "dim")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    @property
    def entry(self) -> Entry | None:
        """The talk shown; None while there is none."""
        return self.page.entry if self.page and self._is_page_shown else None

    @property
    def ref(self) -> EntryRef | None:
        """Its reference."""
        return self.entry.ref if self.entry else None

    @property
    def _is_page_shown(self) -> bool:
        return self._stack.currentWidget() is not self._empty

    def set_entries(self, entries: Sequence[Entry], context: ViewContext) -> None:
        """The programme around the talk, its star, or the zone changed."""
        if self.page is not None:
            self.page.set_entries(entries, context)

    def show_entry(self, entry: Entry, entries: Sequence[Entry], context: ViewContext) -> None:
        """Another talk, with the programme around it; its text follows."""
        page = self.prepare()
        page.show_entry(entry, entries, context)
        self._stack.setCurrentWidget(page)

    def prepare(self) -> "TalkPage":
        """The page, made at its first use, or before that, when nobody waits for it."""
        if self.page is None:
            self.page = self._make_page()
            self.page_made.emit()
        return self.page

    def dress(self) -> None:
        """Look up ahead, too, which rules of the style sheet hold for each part of the page."""
        page = self.prepare()
        for part in (page, *page.findChildren(QWidget)):
            part.ensurePolished()

    def show_stars(self, refs: tuple[EntryRef, ...], star: Star, _before: object) -> None:
        """Stars were set; a talk of another edition than the one shown learns it only here."""
        if self.page is not None and self.ref in refs:
            self.page.show_star(star)

    def show_detail(self, detail: "TalkDetail", text: "PageText") -> None:
        """The texts of the talk shown; of another one: ignored."""
        if self.page is not None:
            self.page.show_detail(detail, text)

    def show_instead(self, page: QWidget) -> None:
        """Cover the talk with another page until a talk is shown again."""
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)

    @property
    def is_covered(self) -> bool:
        """Whether another page lies over the talk, or there is no talk."""
        return self._stack.currentWidget() is not self.page

    def is_covered_by(self, page: QWidget | None) -> bool:
        """Whether this page is in front of the talk."""
        return page is not None and self._stack.currentWidget() is page

    def uncover(self) -> None:
        """The talk again that was shown last."""
        self._stack.setCurrentWidget(self.page or self._empty)

    def clear(self) -> None:
        """No talk is chosen."""
        self._stack.setCurrentWidget(self._empty)

    def focus_page(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the keyboard to the page, so that arrows scroll it."""
        if self.page is not None:
            self.page.setFocus(reason)

    def scroll_page(self, pages: int) -> None:
        """Scroll by whole pages, down if positive."""
        if self.page is not None:
            bar = self.page.verticalScrollBar()
            bar.setValue(bar.value() + pages * bar.pageStep())

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Show the way back where the list is not beside the page."""
        self._is_narrow = is_narrow
        if self.page is not None:
            self.page.set_narrow(is_narrow=is_narrow)

    def _make_page(self) -> "TalkPage":
        from companion.ui.views.talk_page import TalkPage  # noqa: PLC0415 - see the module

        page = TalkPage(self._look, self._stack)
        page.set_narrow(is_narrow=self._is_narrow)
        page.star_requested.connect(self.star_requested)
        page.talk_requested.connect(self.talk_requested)
        page.person_requested.connect(self.person_requested)
        page.calendar_requested.connect(self.calendar_requested)
        page.back_requested.connect(self.back_requested)
        self._stack.addWidget(page)
        return page
