"""The view shown last, and how it was shown: kept at the end, opened after the first picture."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from companion.settings import (
    AGENDA_FORM,
    EDITION_NAMES,
    FILTERS,
    FORM,
    SEARCH_SCOPE,
    TIMETABLE_ZOOM,
    VIEW,
)
from companion.ui.control.edition_names import names_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.ui.page_watch import PageWatch
    from companion.ui.search_watch import SearchWatch
    from companion.ui.window_base import WindowBase
    from companion.ui.window_state import Kept

VIEWS = frozenset(
    {"programme", "timetable", "now", "agenda", "posters", "people", "changes", "series"}
)


class LastView(QObject):
    """See the module. The window starts with the list of the programme, which is quickest.

    Signals:
        opened: whatever was shown last is shown again.
    """

    opened = Signal()

    def __init__(self, window: "WindowBase", pages: "PageWatch", search: "SearchWatch") -> None:
        super().__init__(window)
        self._window, self._pages, self._search = window, pages, search
        self._is_waiting = False
        pages.form = window.services.settings.get(FORM)
        window.shell.view_made.connect(self._on_view_made)
        window.library.programme_changed.connect(self._on_programme_changed)

    def restore(self) -> None:
        """Open it as soon as the programme is read."""
        self._is_waiting = True

    def values(self) -> "Iterator[Kept]":
        """What to keep."""
        window, shell = self._window, self._window.shell
        if shell.page in VIEWS:
            yield VIEW, shell.page
        yield FORM, self._pages.form
        yield SEARCH_SCOPE, self._search.scope
        yield FILTERS, window.library.filters.text()
        if window.library.is_loaded:
            yield EDITION_NAMES, names_text(window.library.editions)
        if shell.has_view("agenda"):
            yield AGENDA_FORM, shell.agenda.form
        if shell.has_view("timetable"):
            yield TIMETABLE_ZOOM, round(shell.timetable.grid.zoom or 0)

    def _on_view_made(self, name: str) -> None:
        settings, shell = self._window.services.settings, self._window.shell
        if name == "timetable":
            shell.timetable.grid.set_zoom(settings.get(TIMETABLE_ZOOM) or None)
        elif name == "agenda":
            shell.agenda.set_form(settings.get(AGENDA_FORM))

    def _on_programme_changed(self) -> None:
        if self._is_waiting and self._window.library.is_loaded:
            self._is_waiting = False
            QTimer.singleShot(0, self, self._open)

    def _open(self) -> None:
        """Not where the person was quicker."""
        window, shell = self._window, self._window.shell
        wanted = window.services.settings.get(VIEW)
        if wanted == "programme":
            wanted = self._pages.form
        is_free = shell.page == "programme" and not window.searching.text and not shell.is_first_run
        if is_free and wanted in VIEWS and wanted != "programme":
            self._pages.open(wanted)
            shell.focus_view()
        self.opened.emit()
