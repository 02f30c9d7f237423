"""Imports what later views are made of, a module at a time, while the window is at rest.

Else the first opening of a view would stand still for it. In the GUI thread: PySide sets up its
classes when they are first asked for, and two threads must not do that at once.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from importlib import import_module
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QTextBrowser

from companion.ui.one_shot import one_shot

if TYPE_CHECKING:
    from companion.ui.window_base import WindowBase

_PAUSE_MS = 40
TALK_MODULES = (
    "companion.domain.timetable",
    "companion.ui.formulas.text_object",
    "companion.ui.views.text_pane",
    "companion.ui.views.talk_parts",
    "companion.ui.views.talk_page",
    "companion.ports.programmes",
    "companion.domain.series.decisions",
    "companion.domain.series.affiliations",
    "companion.domain.series.names",
    "companion.domain.series.words",
    "companion.domain.series.participants",
    "companion.domain.series.matching",
    "companion.domain.series.compare",
    "companion.services.follow_ups",
    "companion.ui.series.words",
    "companion.ui.series.followups_part",
    "companion.domain.news",
    "companion.ui.changes.groups",
    "companion.ui.views.history_part",
)
"""Of the page of a talk, which is the first thing beside the list."""
MODULES = (
    "companion.ui.delegates.result_row",
    "companion.ui.views.search_view",
    "companion.domain.day_grids",
    "companion.ui.timetable.tile_words",
    "companion.ui.timetable.tile_painter",
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
    "companion.domain.calendar",
    "companion.ui.calendar.offer",
    "companion.ui.calendar.preview_pane",
    "companion.ports.calendar",
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


def ask_a_text() -> None:
    """PySide makes some sixty enumerations when a text is first asked for its viewport (13 ms)."""
    QTextBrowser().viewport()


def views_ahead(window: "WindowBase") -> "Ahead":
    """For a window at rest: imports of its views, and the timetable, which most people open."""
    then = (partial(getattr, window.shell, "timetable"),)
    return Ahead(window, then=then, is_busy=lambda: window.runner.is_busy)


class Ahead(QObject):
    """See the module. Nothing happens before `begin`.

    Args:
        modules: to import, in this order.
        then: what to do after that, one in a turn too.
        pause_ms: between two of them.
        is_busy: whether something else is under way, which then comes first.
    """

    def __init__(
        self,
        parent: QObject,
        modules: Iterable[str] = MODULES,
        *,
        then: Iterable[Callable[[], object]] = (),
        pause_ms: int = _PAUSE_MS,
        is_busy: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__(parent)
        self._is_busy = is_busy
        imports = (partial(import_module, name) for name in modules)
        self._steps: Iterator[Callable[[], object]] = chain(imports, then)
        # Once each time: one that is late already would leave others no turn.
        self._timer = one_shot(self, self._do_one, pause_ms)

    def begin(self) -> None:
        """From now on; harmless a second time."""
        self._timer.start()

    @property
    def is_done(self) -> bool:
        """Whether it is at rest: not begun, or all done."""
        return not self._timer.isActive()

    def _do_one(self) -> None:
        if self._is_busy():
            self._timer.start()
        elif step := next(self._steps, None):
            step()
            self._timer.start()
