"""Which view of an edition is in front: made at its first use, filled when it is shown.

What only one view needs stays in that view; here stands what the window must know of it.
"""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from companion.domain.entry import EntryRef
from companion.domain.times import day_of
from companion.ui.side_pages import CHANGES, SERIES, SidePages
from companion.ui.tasks import Lane
from companion.ui.views.form_switch import PROGRAMME, TIMETABLE, FormSwitch
from companion.ui.window_base import OF_ALL_EDITIONS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from companion.domain.people import PersonLink
    from companion.ui.control.reading import ReadyTalk
    from companion.ui.series.followups_part import FollowUpsPart
    from companion.ui.series.pages import SeriesPages
    from companion.ui.views.days_base import DaysView
    from companion.ui.views.history_part import HistoryPart
    from companion.ui.window_base import WindowBase

_FORMS = (PROGRAMME, TIMETABLE)
_PAGES = (PROGRAMME, "now", "agenda", "posters", "people", CHANGES, SERIES)
_OF_PROGRAMME = frozenset({TIMETABLE, "now", "agenda", "posters", "people"})


class PageWatch(QObject):
    """Stands between the left column and the views in the middle.

    Attributes:
        form: of the programme: `programme` (the list) or `timetable`.
        side: what the left column offers.
    """

    def __init__(self, window: "WindowBase") -> None:
        super().__init__(window)
        self._window = window
        self.form = PROGRAMME
        self.side = SidePages(window, lambda: self.page)
        self._sections: tuple[FollowUpsPart | HistoryPart, ...] = ()
        shell = window.shell
        self._switches: list[FormSwitch] = []
        self._add_switch(shell.programme)
        shell.view_made.connect(self._on_view_made)
        shell.talk.page_made.connect(self._on_page_made)
        shell.sidebar.page_chosen.connect(self.go)
        window.library.editions_changed.connect(self.side.count_unseen)
        window.reading.ready.connect(self._on_talk_ready)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Command name → what it does."""
        shown = {f"show_{name}": partial(self.go, name) for name in _PAGES}
        return {**shown, "form": self.next_form}

    # --- the left column -----------------------------------------------------------------------

    @property
    def page(self) -> str:
        """The page chosen in the left column; both forms of the programme are one."""
        name = self._window.shell.page
        return PROGRAMME if name in _FORMS else name

    # --- going places --------------------------------------------------------------------------

    def go(self, name: str) -> None:
        """Show a page of the left column, with the keyboard in it."""
        shell = self._window.shell
        shell.top_bar.search.clear()
        shell.close_talk()
        shell.close_drawer()
        self.open(self.form if name == PROGRAMME else name)
        self._window.match_talk()
        # Whatever has it: Qt gives it to some button where the view that had it is hidden.
        shell.focus_view()
        self._focus()
        if name in OF_ALL_EDITIONS:
            # Behind what the view itself loads in that lane: before, it had nothing to choose.
            self._window.runner.run(Lane.DATABASE, lambda _task: None, self._focus, key="focus")

    def _focus(self, _nothing: None = None) -> None:
        """Give the view the keyboard; the left column where there is nothing to choose."""
        shell = self._window.shell
        if not self._has_focus():
            shell.focus_view()
        if not self._has_focus():
            shell.sidebar.pages.setFocus()

    def _has_focus(self) -> bool:
        focus: QWidget | None = self._window.focusWidget()
        if focus is None or not focus.isVisible():
            return False
        return bool(self._window.shell.page_view.isAncestorOf(focus))

    def open(self, name: str) -> None:
        """Bring a view to the front; `timetable` is one of its own here."""
        shell = self._window.shell
        if name in _FORMS:
            self.form = name
        self._make(name)
        shell.page = name
        for switch in self._switches:
            switch.set_value(self.form)
        if name == TIMETABLE:  # laid out for the room that it has in sight
            self._window.show_middle()
            self.fill()
        else:
            self.fill()
            self._window.show_middle()
        shell.sidebar.pages.set_value(self.page)

    def show_form(self, form: str) -> None:
        """The programme as a list or as a timetable, at the same day and talk."""
        shell = self._window.shell
        day, ref = getattr(shell, self.form).day, shell.talk.ref
        self.open(form)
        shell.close_talk()
        shell.page_view.show_day(day)
        if ref is not None and self.day_of_talk(ref) == day:
            shell.page_view.select(ref)
        shell.page_view.focus_content()

    def day_of_talk(self, ref: EntryRef) -> date | None:
        """The day on which a talk is shown; None without a time."""
        library = self._window.library
        entry = library.entry(ref)
        start = entry.start_dt if entry else None
        return None if start is None else day_of(start, library.context.zone)

    def show_block(self, ref: EntryRef) -> None:
        """What is in a block: its posters, else its place in the list."""
        self.go("posters")
        if not self._window.shell.posters.show_block(ref):
            self.show_form(PROGRAMME)
            self._window.shell.programme.select(ref)

    def next_form(self) -> None:
        """From the list to the timetable and back."""
        self._window.shell.top_bar.search.clear()
        is_timetable = self._window.shell.page == TIMETABLE
        self.show_form(PROGRAMME if is_timetable else TIMETABLE)

    def show_person(self, person: "PersonLink") -> bool:
        """Who somebody is, with all their talks; False if they are not in this edition."""
        entries = self._window.library.entries
        if not any(link.name == person.name for entry in entries for link in entry.people):
            return False
        self.go("people")
        view = self._window.shell.people
        is_here = bool(view.show_person(person))
        view.people.setFocus()
        return is_here

    # --- filling -------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Another edition, a sync, a star, another zone, or a minute has passed."""
        self.side.refresh()
        self.fill()

    def fill(self) -> None:
        """Give the view in front the programme; the others get it when they are shown."""
        shell, library = self._window.shell, self._window.library
        # The list of the programme always has it: the window fills it first.
        if shell.page in _OF_PROGRAMME:
            shell.page_view.set_entries(library.entries, library.context)
        elif shell.page != PROGRAMME:
            shell.page_view.set_context(library.context)

    # --- what asks the services itself ---------------------------------------------------------

    def _make(self, name: str) -> None:
        """Build a view that the frame cannot build, at its first use."""
        window = self._window
        if name not in OF_ALL_EDITIONS or window.shell.has_view(name):
            return
        from companion.ui.loading_views import make_changes, make_series  # noqa: PLC0415 - late

        if name == CHANGES:
            changes = make_changes(window)
            changes.unseen_changed.connect(self.side.set_unseen)
            window.shell.add_view(name, changes)
        else:
            window.shell.add_view(name, make_series(window))

    def open_series(self, part: str) -> None:
        """One part of the series: see `companion.ui.series.pages`."""
        self.open(SERIES)
        view: SeriesPages = self._window.shell.page_view
        view.show_page(part)

    def _on_page_made(self) -> None:
        """Before the first talk is read."""
        from companion.ui.loading_views import add_sections  # noqa: PLC0415 - not at start

        if page := self._window.shell.talk.page:
            self._sections = add_sections(page, self._window)

    def _on_talk_ready(self, ready: "ReadyTalk") -> None:
        for part in self._sections:
            part.show_talk(ready.detail.entry.ref, self._window.library.context)

    # --- slots ---------------------------------------------------------------------------------

    def _on_view_made(self, name: str) -> None:
        shell = self._window.shell
        if name in _OF_PROGRAMME:
            self._window.connect_view(getattr(shell, name))
        if name == TIMETABLE:
            self._add_switch(shell.timetable)
            shell.timetable.block_activated.connect(self.show_block)
        elif name == "agenda":
            shell.agenda.block_activated.connect(self.show_block)
            shell.agenda.form_changed.connect(self._on_agenda_form_changed)

    def _on_agenda_form_changed(self, _form: str) -> None:
        self._window.shell.close_talk()
        self._window.show_middle()

    def _add_switch(self, view: "DaysView") -> None:
        switch = FormSwitch(self._window.look, self.form)
        switch.chosen.connect(self.show_form)
        view.day_bar.add_tool(switch)
        self._switches.append(switch)
