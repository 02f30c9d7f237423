"""Where the reader has been: back and forth between views, days, talks and searches.

Arrows that run down a list do not fill the history: only a talk that was clicked or opened is a
place of its own, any other one belongs to the place where it was looked at. So is a search: its
words, not each letter of them.
"""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from companion.domain.entry import EntryRef
from companion.frozen import frozen
from companion.ui.one_shot import one_shot

if TYPE_CHECKING:
    from companion.ui.page_watch import PageWatch
    from companion.ui.window_base import WindowBase

_MOST = 100


@frozen
class Place:
    """What the window shows.

    Attributes:
        key: of the edition.
        page: the view.
        day: of that view; None without a day.
        ref: the talk beside it.
        query: what is searched for; empty without a search.
        is_reading: whether the talk stands in the place of the list.
    """

    key: str
    page: str
    day: date | None = None
    ref: EntryRef | None = None
    query: str = ""
    is_reading: bool = False


class Places(QObject):
    """See the module.

    Signals:
        changed: back or forward may be possible now, or no longer.
    """

    changed = Signal()

    def __init__(self, window: "WindowBase", pages: "PageWatch") -> None:
        super().__init__(window)
        self._window, self._pages = window, pages
        self._trail: list[Place] = []
        self._at = -1
        self._left: Place | None = None
        self._chosen: EntryRef | None = None
        self._wanted: Place | None = None
        self._soon = one_shot(self, self._note)
        self._watch()

    def _watch(self) -> None:
        window, shell = self._window, self._window.shell
        shell.middle.currentChanged.connect(self._soon.start)
        shell.panes_changed.connect(self._soon.start)
        shell.top_bar.search.textChanged.connect(self._soon.start)
        shell.talk.talk_requested.connect(self._on_chosen)
        shell.view_made.connect(self._on_view_made)
        window.reading.ready.connect(self._soon.start)
        window.library.programme_changed.connect(self._on_programme_changed)
        self._watch_view(shell.programme)

    def _on_view_made(self, name: str) -> None:
        self._watch_view(getattr(self._window.shell, name))

    def _watch_view(self, view: QObject) -> None:
        for name, slot in (
            ("day_changed", self._soon.start),
            ("talk_clicked", self._on_chosen),
            ("talk_opened", self._on_chosen),
        ):
            if hasattr(view, name):
                getattr(view, name).connect(slot)

    # --- noting --------------------------------------------------------------------------------

    @property
    def here(self) -> Place:
        """What the window shows now."""
        window, shell = self._window, self._window.shell
        return Place(
            key=window.library.key or "",
            page=shell.page,
            day=getattr(shell.page_view, "day", None),
            ref=shell.talk.ref,
            query=shell.top_bar.search.text().strip(),
            is_reading=shell.panes.talk and not shell.panes.view,
        )

    def _on_chosen(self, ref: EntryRef) -> None:
        self._chosen = ref
        self._soon.start()

    def _on_programme_changed(self) -> None:
        wanted = self._wanted
        if wanted is None:
            self._soon.start()
        elif wanted.key == self._window.library.key:
            # After what the window itself selects in an edition just opened.
            QTimer.singleShot(0, self, self._arrive)
        else:
            # That edition is no longer here: another one is shown instead.
            QTimer.singleShot(0, self, self._settle)

    def _note(self) -> None:
        """Remember where the window is, at the end of a turn in which something moved."""
        if self._wanted is not None or self._window.shell.is_first_run:
            return
        here = self.here
        last = self._trail[self._at] if self._trail else None
        if last is None:
            self._push(here)
        elif here != last and self._is_same_place(last, here):
            self._left = last
            self._trail[self._at] = here
        elif here != last:
            self._push(here)
        elif self._left is not None and here.ref == self._chosen is not None:
            # The press showed the talk, the click that followed chose it.
            self._trail[self._at] = self._left
            self._push(here)
        if self._chosen == here.ref:
            self._chosen = None

    def _is_same_place(self, last: Place, here: Place) -> bool:
        """Whether only something moved that makes no place of its own."""
        is_typing = bool(last.query and here.query)
        if replace(last, ref=here.ref, query=here.query) != here:
            return False
        if last.query != here.query:
            return is_typing
        return here.ref != self._chosen or last.ref is None

    def _push(self, place: Place) -> None:
        self._trail = [*self._trail[: self._at + 1], place][-_MOST:]
        self._at = len(self._trail) - 1
        self._left = None
        self.changed.emit()

    # --- going ---------------------------------------------------------------------------------

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place before this one."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether a place was left by going back."""
        return self._at + 1 < len(self._trail)

    def back(self) -> None:
        """To the place before."""
        if self.can_go_back:
            self._go(-1)

    def forward(self) -> None:
        """To the place that was left by going back."""
        if self.can_go_forward:
            self._go(1)

    def _go(self, step: int) -> None:
        self._at += step
        place = self._trail[self._at]
        self._wanted, self._left, self._chosen = place, None, None
        self.changed.emit()
        library = self._window.library
        if place.key == library.key:
            self._arrive()
        else:
            library.open(place.key)

    def _arrive(self) -> None:
        place, shell = self._wanted, self._window.shell
        if place is None:
            return
        if shell.page != place.page:
            self._pages.open(place.page)
        if hasattr(shell.page_view, "show_day"):
            shell.page_view.show_day(place.day)
        shell.top_bar.search.setText(place.query)
        self._show_talk(place)
        if place.is_reading:
            shell.open_talk()
            shell.talk.focus_page()
        else:
            shell.close_talk()
            if not place.query:
                shell.focus_view()
        QTimer.singleShot(0, self, self._settle)

    def _show_talk(self, place: Place) -> None:
        if place.ref is None:
            return
        view = self._window.shell.page_view
        # A talk of another day may be read beside a day; to select it would show that day.
        is_here = not hasattr(view, "show_day") or self._pages.day_of_talk(place.ref) == place.day
        if is_here and not place.query:
            view.select(place.ref)
        if place.ref != self._window.shell.talk.ref:
            self._window.show_talk(place.ref)

    def _settle(self) -> None:
        """What could not be shown as it was is noted as it is."""
        self._wanted = None
        if self._trail:
            self._trail[self._at] = self.here
