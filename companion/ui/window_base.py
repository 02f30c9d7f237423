"""What every part of the window may use: services, look, tasks, widgets, and the talk shown.

`MainWindow` is the whole; commands and watches know only this.
"""

from datetime import tzinfo
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QMainWindow

from companion.domain.entry import EntryRef
from companion.domain.filters import Filter
from companion.settings import ZONE
from companion.ui.control.library import Library
from companion.ui.control.reading import Reading
from companion.ui.control.searching import Searching
from companion.ui.control.syncing import Syncing
from companion.ui.messages import error_message
from companion.ui.shell import Shell
from companion.ui.tasks import TaskRunner
from companion.ui.theme import Look
from companion.ui.views.base import ProgrammeViewBase

if TYPE_CHECKING:
    from companion.services.registry import Services
    from companion.ui.actions import Actions
    from companion.ui.views.list_base import ListViewBase
    from companion.ui.views.programme_view import ProgrammeView
    from companion.ui.views.search_view import SearchView
    from companion.ui.views.timetable_view import TimetableView

    TalkChooser = ProgrammeView | SearchView | TimetableView | ListViewBase


OF_ALL_EDITIONS = frozenset({"changes", "series"})
"""Views that have something to show even where the edition has no programme."""


class WindowBase(QMainWindow):
    """See the module.

    Attributes:
        services: of this process; only jobs use them.
        runner: starts jobs.
        shell: all widgets.
        library, searching, reading, syncing: what the window knows and does.
        actions_: its commands, once it is whole.

    Signals:
        closing: a person closes the window; what works by itself ends.
        settings_changed: of what works by itself.
    """

    actions_: "Actions"
    closing = Signal()
    settings_changed = Signal()

    def __init__(
        self,
        services: "Services",
        look: Look,
        *,
        reader_zone: tzinfo | None,
        zone_name: str | None,
    ) -> None:
        super().__init__()
        self.services, self.look = services, look
        settings = services.settings
        self.runner = TaskRunner(self)
        self.library = Library(
            services,
            self.runner,
            reader_zone=reader_zone,
            zone_name=zone_name or settings.get(ZONE),
        )
        self.searching = Searching(services, self.runner)
        self.reading = Reading(services, self.runner)
        self.syncing = Syncing(services, self.runner)
        self.shell = Shell(look, self)
        self.setCentralWidget(self.shell)
        self.setMinimumSize(360, 420)

    def connect_view(self, view: "TalkChooser") -> None:
        """Let a view show talks and set stars."""
        view.talk_activated.connect(self.show_talk)
        view.talk_clicked.connect(self.talk_clicked)
        view.talk_opened.connect(self.open_talk)
        view.star_requested.connect(self.library.set_star)
        view.filters_cleared.connect(self.clear_filters)

    def clear_filters(self) -> None:
        """Show all talks again, with the keyboard in them."""
        self.library.set_filter(Filter())
        self.shell.focus_view()

    def show_talk(self, ref: EntryRef) -> None:
        """Show a talk in the pane beside the list, if there is room; fetch its text."""
        entry = self.library.entry(ref)
        if entry is not None:
            self.shell.talk.show_entry(entry, self.library.entries, self.library.context)
        self.reading.read(ref)

    def selected_refs(self) -> tuple[EntryRef, ...]:
        """The talks that commands act on: the one being read, else those of the view in front."""
        read = self.shell.talk.ref
        if read is not None and self._is_reading():
            return (read,)
        refs = self._view_in_front.selected_refs()
        return refs or ((read,) if read else ())

    def _is_reading(self) -> bool:
        """Whether the talk shown has the keyboard, or all the room; it may not be in the view."""
        shell = self.shell
        if shell.talk.is_covered:
            return False
        return not shell.panes.view or shell.talk.isAncestorOf(self.focusWidget())

    @property
    def _view_in_front(self) -> Any:
        """The results of a search, else the view to return to."""
        shell = self.shell
        return shell.search if shell.front == "search" else shell.page_view

    def match_talk(self) -> None:
        """Let the talk beside a view that came to the front and the one selected there be one."""
        shell, view = self.shell, self._view_in_front
        if not isinstance(view, ProgrammeViewBase) or not (shell.panes.view and shell.panes.talk):
            return
        refs, read = view.selected_refs(), shell.talk.ref
        if len(refs) > 1 or read in refs:
            return
        if (read is None or not view.select_here(read)) and refs:
            self.show_talk(refs[0])

    def show_middle(self) -> None:
        """The view of the edition shown, or what is known of one without a programme."""
        shell, info = self.shell, self.library.info
        if info is not None and info.stored is None and shell.page not in OF_ALL_EDITIONS:
            shell.edition.show_edition(info)
            shell.show_view("edition")
            shell.set_has_talk_pane(has_talk_pane=False)
        else:
            shell.set_has_talk_pane(has_talk_pane=self._is_talk_beside())
            shell.show_view(shell.page)

    def _is_talk_beside(self) -> bool:
        """A timetable needs the whole width, and so does the series."""
        shell = self.shell
        if shell.page in {"timetable", "series"}:
            return False
        return bool(getattr(shell.page_view, "form", "") != "timetable")

    def talk_clicked(self, ref: EntryRef) -> None:
        """Show the talk where it has no place beside the view."""
        del ref
        if not self.shell.panes.talk:
            self.shell.close_drawer()
            self.shell.open_talk()

    def open_talk(self, ref: EntryRef) -> None:
        """Show a talk even where there is no room beside the list, and give it the keyboard."""
        self.show_talk(ref)
        self.shell.open_talk()
        self.shell.talk.focus_page()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button with the focus; outside of dialogs Qt leaves that to Space."""
        button = self.focusWidget()
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and isinstance(button, QAbstractButton):
            button.click()
        else:
            super().keyPressEvent(event)

    def show_error(self, error: Exception) -> None:
        """Say what went wrong, in the message bar."""
        self.shell.message_bar.show_message(error_message(error))
