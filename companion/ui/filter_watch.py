"""From the filter button to the programme: the panel, the row of chips, and the views."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from companion.domain.entry import Entry
    from companion.ui.filters.bar import FilterBar
    from companion.ui.filters.panel import FilterPanel
    from companion.ui.window_base import WindowBase

FILTERED = frozenset({"programme", "timetable", "agenda", "posters", "search"})
"""Views to which filters apply."""


class FilterWatch(QObject):
    """Stands between `Library.set_filter` and the widgets that show it.

    Attributes:
        panel, bar: None before their first use.
    """

    def __init__(self, window: "WindowBase") -> None:
        super().__init__(window)
        self._window = window
        self.panel: FilterPanel | None = None
        self.bar: FilterBar | None = None
        self._found: tuple[Entry, ...] | None = None
        window.shell.top_bar.filters.clicked.connect(self.open_panel)
        window.shell.front_changed.connect(self.refresh)
        window.library.programme_changed.connect(self.refresh)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Command name → what it does."""
        return {"filters": self.open_panel, "clear_filters": self.clear}

    def open_panel(self) -> None:
        """Show all choices under the button."""
        from companion.ui.filters.panel import FilterPanel  # noqa: PLC0415 - not at start

        window = self._window
        if self.panel is None:
            self.panel = FilterPanel(window.look, window)
            self.panel.filter_chosen.connect(window.library.set_filter)
        self._found = None
        self._fill(self.panel)
        self._count_found()
        self.panel.open_under(window.shell.top_bar.filters)

    def clear(self) -> None:
        """Show everything again."""
        self._window.clear_filters()

    def refresh(self) -> None:
        """Another programme, another filter, another view."""
        library, shell = self._window.library, self._window.shell
        chosen = library.context.chosen
        shell.top_bar.set_filters(len(chosen.parts()))
        is_shown = bool(chosen) and shell.front in FILTERED
        if is_shown and self.bar is None:
            self.bar = self._make_bar()
        if self.bar is not None:
            self.bar.set_entries(library.entries, library.context)
            self.bar.count.setVisible(shell.front != "search")
            self.bar.setVisible(is_shown)
        if self.panel is not None and self.panel.isVisible():
            self._fill(self.panel)

    def _fill(self, panel: "FilterPanel") -> None:
        library = self._window.library
        panel.set_entries(library.entries, library.context, self._found)

    def _count_found(self) -> None:
        """Over the results of a search the panel counts among them."""
        if self._window.shell.front == "search":
            self._window.searching.find_all(self._on_found)

    def _on_found(self, found: "tuple[Entry, ...]") -> None:
        if self.panel is not None and self.panel.isVisible():
            self._found = found
            self._fill(self.panel)

    def _make_bar(self) -> "FilterBar":
        from companion.ui.filters.bar import FilterBar  # noqa: PLC0415 - only with a filter

        bar = FilterBar(self._window.look)
        bar.filter_chosen.connect(self._window.library.set_filter)
        self._window.shell.add_above(bar)
        return bar
