"""What is compared of two editions: people, organisations, topics, sizes; one of them in front."""

from collections.abc import Callable
from functools import cached_property, partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from companion.domain.series.compare import Comparison
from companion.ui.changes.rich_list import RichList, RichRow
from companion.ui.i18n import translate
from companion.ui.series import compare_rows as rows
from companion.ui.series.compare_data import Compared
from companion.ui.series.number_table import NumberTable
from companion.ui.series.plots import BarPlot, SmallMultiples
from companion.ui.series.talks_panel import Behind
from companion.ui.theme import Look
from companion.ui.widgets.scrolled import scrolled

PEOPLE, ORGANISATIONS, TOPICS, SIZES = "people", "organisations", "topics", "sizes"
_BEHIND: dict[str, Callable[[Comparison, object], Behind | None]] = {
    PEOPLE: rows.person_behind,
    ORGANISATIONS: rows.organisation_behind,
    TOPICS: rows.topic_behind,
}


class ComparedParts(QStackedWidget):
    """Each part is made at its first use: all at once would be felt.

    Attributes:
        part: the one in front.

    Signals:
        line_chosen: what is behind a line (`Behind`), or None.
    """

    line_chosen = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._compared = Compared()
        self._places: dict[str, QWidget] = {}
        self.part = PEOPLE

    @cached_property
    def people(self) -> RichList:
        """Those of both editions."""
        return self._list(PEOPLE, translate("Compare", "People of both editions"))

    @cached_property
    def organisations(self) -> RichList:
        """Those of both editions."""
        return self._list(ORGANISATIONS, translate("Compare", "Organisations"))

    @cached_property
    def topic_plot(self) -> BarPlot:
        """How often topics come up."""
        return BarPlot(self._look, translate("Compare", "Plot of topics"))

    @cached_property
    def topics(self) -> NumberTable:
        """The same in numbers."""
        made = NumberTable(self._look, translate("Compare", "Table of topics"))
        made.row_chosen.connect(partial(self._choose, TOPICS))
        return made

    @cached_property
    def size_plot(self) -> SmallMultiples:
        """How large the editions are."""
        return SmallMultiples(self._look, translate("Compare", "Plots of sizes"))

    @cached_property
    def sizes(self) -> NumberTable:
        """The same in numbers."""
        return NumberTable(self._look, translate("Compare", "Table of sizes"))

    def _list(self, part: str, name: str) -> RichList:
        def choose(row: RichRow) -> None:
            self._choose(part, row.value)

        made = RichList(self._look, name)
        made.row_chosen.connect(choose)
        return made

    def _place(self, part: str) -> QWidget:
        """A part in its place, filled with what is compared."""
        if part not in self._places:
            self._places[part] = made = self._made(part)
            self.addWidget(made)
            self._fill(part)
        return self._places[part]

    def _made(self, part: str) -> QWidget:
        if part == TOPICS:
            return _plotted(self.topic_plot, self.topics)
        if part == SIZES:
            return _plotted(self.size_plot, self.sizes)
        return self.people if part == PEOPLE else self.organisations

    # --- what is shown -------------------------------------------------------------------------

    def show_compared(self, compared: Compared) -> None:
        """Compare these two editions."""
        self._compared = compared
        for part in self._places:
            self._fill(part)
        self._choose_current()

    def show_part(self, part: str) -> None:
        """Bring one to the front."""
        self.part = part
        self.setCurrentWidget(self._place(part))
        self._choose_current()

    def focus_content(self) -> None:
        """Give the keyboard to the list or table in front."""
        front: QWidget = getattr(self, self.part)  # each has the name of its list or table
        front.setFocus()

    def _fill(self, part: str) -> None:
        compared, titles = self._compared, self._compared.programmes.titles
        found = compared.found
        if found is None:
            return
        if part == PEOPLE:
            self.people.set_rows(compared.people)
        elif part == ORGANISATIONS:
            self.organisations.set_rows(compared.organisations)
        elif part == TOPICS:
            self.topic_plot.set_bars(rows.topic_bars(found), titles)
            term, trend = translate("Compare", "Topic"), translate("Compare", "Trend")
            self.topics.set_rows((term, *titles, trend), rows.topic_table(found))
        else:
            self.size_plot.set_bars(rows.size_bars(found), titles)
            self.sizes.set_rows((translate("Compare", "Size"), *titles), rows.size_table(found))

    # --- the line that is chosen ---------------------------------------------------------------

    def _choose_current(self) -> None:
        """The line that is chosen; the first one, before any was."""
        self.line_chosen.emit(None)
        if self._compared.found is None or self.part == SIZES:
            return
        if self.part == TOPICS:
            self.topics.select_first()
            self._choose(TOPICS, self.topics.current_value())
            return
        lines = self.people if self.part == PEOPLE else self.organisations
        if lines.current_row() is None:
            lines.select_first()
        if row := lines.current_row():
            self._choose(self.part, row.value)

    def _choose(self, part: str, value: object) -> None:
        if found := self._compared.found:
            self.line_chosen.emit(_BEHIND[part](found, value))


def _plotted(plot: QWidget, table: QWidget) -> QScrollArea:
    """A plot over its numbers."""
    body = QWidget()
    body.setObjectName("talkBody")
    layout = QVBoxLayout(body)
    layout.setContentsMargins(20, 16, 16, 12)
    layout.setSpacing(16)
    layout.addWidget(plot)
    layout.addWidget(table, 1)
    return scrolled(body)
