"""Imports what later views are made of, a module at a time, while the window is at rest.

Else the first opening of a view would stand still for it. In the GUI thread: PySide sets up its
classes when they are first asked for, and two threads must not do that at once.
"""

from collections.abc import Iterable
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

_PAUSE_MS = 40
MODULES = (
    "companion.ui.delegates.result_row",
    "companion.ui.views.search_view",
    "companion.domain.day_grids",
    "companion.ui.timetable.content",
    "companion.ui.timetable.grid_view",
    "companion.ui.timetable.day_pane",
    "companion.ui.views.timetable_view",
    "companion.ui.views.agenda_view",
    "companion.ui.views.now_view",
    "companion.ui.views.posters_view",
    "companion.services.people_list",
    "companion.ui.people.people_list",
    "companion.ui.views.people_view",
    "companion.ui.changes.rich_list",
    "companion.ui.views.changes_view",
    "companion.ui.calendar.offer",
    "companion.ui.calendar.preview_pane",
    "companion.ui.calendar.jobs",
    "companion.ui.calendar.export_page",
    "companion.ui.calendar.calendar_dialog",
    "companion.ui.series.world_map",
    "companion.ui.series.series_view",
    "companion.ui.series.compare_rows",
    "companion.ui.series.compare_view",
    "companion.ui.series.remote_rows",
    "companion.ui.series.remote_view",
    "companion.ui.series.pages",
)
"""Those that others import first, so that no single one takes long; the likeliest views first."""


class Ahead(QObject):
    """See the module; begins when the programme is read."""

    def __init__(self, parent: QObject, modules: Iterable[str] = MODULES) -> None:
        super().__init__(parent)
        self._modules = iter(modules)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._import_one)

    def begin(self) -> None:
        """From now on; harmless a second time."""
        self._timer.start(_PAUSE_MS)

    @property
    def is_done(self) -> bool:
        """Whether it is at rest: not begun, or all imported."""
        return not self._timer.isActive()

    def _import_one(self) -> None:
        name = next(self._modules, None)
        if name is None:
            self._timer.stop()
        else:
            import_module(name)
