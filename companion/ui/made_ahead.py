"""Makes the list of people and the timetable in the worker, before somebody looks at them.

Of thousands of people, or of a day of hundreds of talks, it takes longer than is not felt.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from companion.domain.days import chosen_day
from companion.ui.one_shot import one_shot
from companion.ui.tasks import Lane

if TYPE_CHECKING:
    from companion.domain.entry import Entry
    from companion.ui.context import ViewContext
    from companion.ui.window_base import WindowBase

_PAUSE_MS = 400
"""After a star others may follow; the rest of the window comes first."""


class MadeAhead(QObject):
    """Begins when the programme was read, and again when it is another one."""

    def __init__(self, window: "WindowBase") -> None:
        super().__init__(window)
        self._window = window
        self._known: tuple[Entry, ...] = ()
        self._pause = one_shot(self, self._begin, _PAUSE_MS)
        window.library.programme_changed.connect(self._on_programme_changed)

    def _on_programme_changed(self) -> None:
        """Also every minute, and for another zone: then the people are the same."""
        library = self._window.library
        if library.is_loaded and library.entries is not self._known:
            self._pause.start()

    def _begin(self) -> None:
        library = self._window.library
        entries, context = self._known, _ = library.entries, library.context
        self._window.runner.run(
            Lane.DATABASE, lambda _task: _make(entries, context), key="made-ahead"
        )


def _make(entries: "tuple[Entry, ...]", context: "ViewContext") -> None:
    """Runs in the database lane; what it makes is remembered where it is made."""
    from companion.domain.day_grids import day_grids  # noqa: PLC0415 - not at start
    from companion.services.people_list import directory, matching  # noqa: PLC0415 - not at start
    from companion.ui.people.rows import people_rows  # noqa: PLC0415 - not at start

    people_rows(matching(directory(entries), ""), (), context)
    grids = day_grids(entries, context.zone)
    grids.grid(chosen_day(grids.days, context.now, context.zone))
