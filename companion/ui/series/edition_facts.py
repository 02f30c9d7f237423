"""What is known of one edition, each fact with its source."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from companion.domain.series.glance import SERIES_LINKS, EditionGlance, Fact, Link, SeriesState
from companion.ui.i18n import labelled, translate
from companion.ui.links import open_link
from companion.ui.series.words import (
    countdown_words,
    fact_words,
    local_time_words,
    not_known,
    offset_words,
    source_words,
    states_words,
)
from companion.ui.theme import Look
from companion.ui.views.talk_parts import Section
from companion.ui.widgets.flow_layout import flowing
from companion.ui.widgets.labels import label


class EditionFacts(QWidget):
    """The facts: source on hover, and all sources below.

    Signals:
        edition_chosen: open the programme of an edition that is here (key).
        leave_requested: an edition does not belong to the series (key).
    """

    edition_chosen = Signal(str)
    leave_requested = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.item: EditionGlance | None = None
        self.title = label("heading", selectable=True)
        self.state = label("dim")
        self.open = QPushButton(translate("Series", "Open the programme"))
        self.open.setProperty("kind", "primary")
        self.open.clicked.connect(self._on_open_clicked)
        self.leave = QPushButton(translate("Series", "Take it out of the series"))
        self.leave.setProperty("kind", "link")
        self.leave.clicked.connect(self._on_leave_clicked)
        buttons = flowing(self.open, self.leave)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._lines: list[tuple[QLabel, QLabel]] = []
        self.links = Section(translate("Series", "Links"))
        self.sources = Section(translate("Series", "Sources"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for widget in (self.title, self.state):
            layout.addWidget(widget)
        layout.addWidget(buttons)
        layout.addSpacing(6)
        layout.addLayout(self._grid)
        layout.addWidget(self.links)
        layout.addWidget(self.sources)
        layout.addStretch(1)

    def show_edition(self, item: EditionGlance) -> None:
        """Another edition, or the same a minute later."""
        self.item = item
        self.title.setText(sample_title(item))
        self.state.setText(states_words(item))
        is_here = SeriesState.DOWNLOADED in item.states
        self.open.setVisible(is_here)
        self.leave.setVisible(item.is_by_address)
        facts = named_facts(item)
        lines = [(name, fact_words(fact), source_words(fact)) for name, fact in facts]
        computed = translate("Series", "computed from its dates and zone")
        lines[5:5] = [
            (translate("Series", "Time there now"), local_time_words(item), computed),
            (translate("Series", "Clocks there"), offset_words(item), computed),
        ]
        if countdown := countdown_words(item):
            lines.insert(0, (translate("Series", "Starts"), countdown, computed))
        self._fill_grid(lines)
        self._fill_links(item)
        self._fill_sources(facts)

    def texts(self) -> tuple[str, ...]:
        """The facts as they stand there."""
        return tuple(
            labelled(name.text(), value.text())
            for name, value in self._lines
            if not name.isHidden()
        )

    def _fill_grid(self, lines: list[tuple[str, str, str]]) -> None:
        while len(self._lines) < len(lines):
            name, value = label("dim"), label(selectable=True)
            name.setWordWrap(False)
            row = len(self._lines)
            self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(value, row, 1)
            self._lines.append((name, value))
        for place, (name, value) in enumerate(self._lines):
            is_used = place < len(lines)
            name.setVisible(is_used)
            value.setVisible(is_used)
            if is_used:
                heading, words, source = lines[place]
                name.setText(heading)
                value.setText(words)
                value.setToolTip(source)
                value.setAccessibleName(labelled(heading, f"{words}, {source}"))

    def _fill_links(self, item: EditionGlance) -> None:
        links = () if item.is_sample else (*item.links, *SERIES_LINKS)
        self.links.fill((links, self._look.tokens.name), lambda: [_links(links)] if links else [])

    def _fill_sources(self, facts: list[tuple[str, Fact[object]]]) -> None:
        by_source: dict[str, list[str]] = {}
        for name, fact in facts:
            if fact.is_known:
                source = (
                    translate("Sources", fact.source)
                    if fact.source
                    else translate("Series", "not recorded")
                )
                by_source.setdefault(source, []).append(name)
        lines = tuple(labelled(", ".join(names), source) for source, names in by_source.items())
        self.sources.fill(lines, lambda: [label("caption", text=line) for line in lines])

    def _on_leave_clicked(self) -> None:
        if self.item:
            self.leave_requested.emit(self.item.key)

    def _on_open_clicked(self) -> None:
        if self.item:
            self.edition_chosen.emit(self.item.key)


def sample_title(item: EditionGlance) -> str:
    """The title; of a sample it says so."""
    if not item.is_sample:
        return item.title
    return translate("Series", "Sample: {title}").format(title=item.title)


def named_facts(item: EditionGlance) -> list[tuple[str, Fact[object]]]:
    """The facts in the order of the page."""
    return [
        (translate("Series", "First day"), item.start_day),
        (translate("Series", "Last day"), item.end_day),
        (translate("Series", "City"), item.city),
        (translate("Series", "Country"), item.country),
        (translate("Series", "Time zone"), item.timezone),
        (translate("Series", "Venue"), item.venue),
        (translate("Series", "Host"), item.host),
        (translate("Series", "Edition number"), item.number),
    ]


def _links(links: tuple[Link, ...]) -> QWidget:
    return flowing(*map(_link, links))


def _link(link: Link) -> QPushButton:
    title = translate("SeriesLinks", link.title)
    made = QPushButton(title.replace("&", "&&"))
    made.setProperty("kind", "link")
    made.setProperty("url", link.url)
    source = translate("Series", "source: {source}").format(source=link.source or not_known())
    made.setToolTip(f"{link.url}\n{source}")
    made.setAccessibleName(title)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.clicked.connect(lambda: open_link(link.url))
    return made
