"""Two editions side by side: people, organisations, topics, sizes; from any line to its talks."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from companion.domain.series.compare import Comparison
from companion.domain.series.decisions import PersonDecision, PersonKey
from companion.domain.series.follows import FollowKind
from companion.domain.series.matching import PersonMatch
from companion.domain.times import zone
from companion.services.registry import Services
from companion.ui.changes.rich_list import RichList, RichRow
from companion.ui.context import ViewContext, colors_of
from companion.ui.i18n import edition_title, translate
from companion.ui.series import compare_rows as rows
from companion.ui.series.number_table import NumberTable
from companion.ui.series.plots import BarPlot, SmallMultiples
from companion.ui.series.talks_panel import Behind, Programmes, TalksPanel
from companion.ui.tasks import Lane, TaskRunner
from companion.ui.theme import Look
from companion.ui.views.empty_words import EmptyWords
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from companion.ui.control.following import Following
    from companion.ui.widgets.follow_button import FollowButton

PEOPLE, ORGANISATIONS, TOPICS, SIZES = "people", "organisations", "topics", "sizes"
_DEFAULT = ("qtml2023", "qtml2024")
WIDE = 720


@dataclass(frozen=True, slots=True)
class _Loaded:
    choices: tuple[tuple[str, str], ...]
    pair: tuple[str, str] | None = None
    found: Comparison | None = None
    programmes: Programmes = field(default_factory=Programmes)
    people: tuple[RichRow, ...] = ()
    organisations: tuple[RichRow, ...] = ()


@dataclass(frozen=True, slots=True)
class _Decided:
    """What was decided last, to undo it."""

    one: PersonKey
    other: PersonKey
    before: PersonDecision | None
    words: str


class CompareView(QWidget):
    """Loads by itself when it is shown, after `reload`, and when other editions are chosen.

    Signals:
        talk_opened: go and read this talk (EntryRef).
        failed: something could not be read or stored; holds the exception.
    """

    talk_opened = Signal(object)
    failed = Signal(object)

    def __init__(
        self, look: Look, services: Services, runner: TaskRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._services, self._runner = look, services, runner
        self.pair: tuple[str, str] | None = None
        self.found: Comparison | None = None
        self._programmes = Programmes()
        self._loaded: _Loaded | None = None
        self._last: _Decided | None = None
        self._follow: FollowButton | None = None
        self.old, self.new = QComboBox(), QComboBox()
        self.old.setAccessibleName(translate("Compare", "Earlier edition"))
        self.new.setAccessibleName(translate("Compare", "Later edition"))
        for box in (self.old, self.new):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.activated.connect(self._on_pair_chosen)
        self.page = Segments(translate("Compare", "What to compare"))
        self.page.add(PEOPLE, translate("Compare", "People"))
        self.page.add(ORGANISATIONS, translate("Compare", "Organisations"))
        self.page.add(TOPICS, translate("Compare", "Topics"))
        self.page.add(SIZES, translate("Compare", "Sizes"))
        self.page.chosen.connect(self.show_page)
        self.undo_button = QPushButton()
        self.undo_button.clicked.connect(self.undo)
        self.undo_button.hide()
        self.people = RichList(look, translate("Compare", "People of both editions"))
        self.people.row_chosen.connect(self._on_person_chosen)
        self._page = PEOPLE
        self.panel = TalksPanel(look)
        self.panel.talk_opened.connect(self.talk_opened)
        self.panel.decided.connect(self._on_decided)
        self.empty = EmptyWords()
        self._arrange()
        self.show_page(PEOPLE)

    # --- the parts, each made at its first use: all at once would be felt -------------------

    @cached_property
    def organisations(self) -> RichList:
        """Those of both editions."""
        made = RichList(self._look, translate("Compare", "Organisations"))
        made.row_chosen.connect(self._on_organisation_chosen)
        return made

    @cached_property
    def topic_plot(self) -> BarPlot:
        """How often topics come up."""
        return BarPlot(self._look, translate("Compare", "Plot of topics"))

    @cached_property
    def topics(self) -> NumberTable:
        """The same in numbers."""
        made = NumberTable(self._look, translate("Compare", "Table of topics"))
        made.row_chosen.connect(self._on_topic_chosen)
        return made

    @cached_property
    def size_plot(self) -> SmallMultiples:
        """How large the editions are."""
        return SmallMultiples(self._look, translate("Compare", "Plots of sizes"))

    @cached_property
    def sizes(self) -> NumberTable:
        """The same in numbers."""
        return NumberTable(self._look, translate("Compare", "Table of sizes"))

    def _place(self, name: str) -> QWidget:
        """A part in its place among the pages, filled with what is compared."""
        if name not in self._places:
            if name == TOPICS:
                made: QWidget = _scrolled(self.topic_plot, self.topics)
            elif name == SIZES:
                made = _scrolled(self.size_plot, self.sizes)
            else:
                made = self.people if name == PEOPLE else self.organisations
            self._places[name] = made
            self._pages.addWidget(made)
            self._fill(name)
        return self._places[name]

    def _arrange(self) -> None:
        bar = QFrame()
        bar.setObjectName("dayBar")
        inside = QWidget()
        flow = FlowLayout(inside)
        self.arrow = QLabel("→")
        for widget in (self.old, self.arrow, self.new, self.page, self.undo_button):
            flow.addWidget(widget)
        margins = QVBoxLayout(bar)
        margins.setContentsMargins(16, 8, 12, 8)
        margins.addWidget(inside)
        self._pages = QStackedWidget()
        self._places: dict[str, QWidget] = {}
        self.splitter = QSplitter()
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self._pages)
        self.splitter.addWidget(self.panel)
        self.splitter.setSizes([600, 440])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(self.empty, 1)

    # --- what is shown -------------------------------------------------------------------------

    def set_context(self, context: ViewContext) -> None:
        """Talks are named in the time of their conference, whatever the window shows."""
        del context

    def follow_with(self, following: "Following") -> None:
        """People, organisations and topics can be followed through this."""
        from companion.ui.widgets.follow_button import FollowButton  # noqa: PLC0415 - when wanted

        self._follow = FollowButton(following)
        self.panel.add_tool(self._follow)
        self._show_behind(self.panel.behind)

    def reload(self) -> None:
        """Compare again: after a sync too."""
        services, pair = self._services, self.pair
        self._runner.run(
            Lane.DATABASE,
            lambda _task: _load(services, pair),
            self._on_loaded,
            failed=self.failed.emit,
            key="compare",
        )

    def compare(self, old_key: str, new_key: str) -> None:
        """Compare these two."""
        self.pair = (old_key, new_key)
        self.reload()

    def show_page(self, name: str) -> None:
        """`people`, `organisations`, `topics` or `sizes`."""
        self.page.set_value(name)
        self._page = name
        self._pages.setCurrentWidget(self._place(name))
        self.panel.setVisible(name != SIZES)
        self._show_current()

    def focus_content(self) -> None:
        """Give the keyboard to what is compared."""
        widget: QWidget = getattr(self, self._page)  # each has the name of its list or table
        widget.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.reload()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Talks under the list where they have no room beside it."""
        super().resizeEvent(event)
        is_wide = self.width() >= WIDE * self._look.fonts.scale
        self.splitter.setOrientation(
            Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical
        )

    def _on_loaded(self, loaded: _Loaded) -> None:
        self._loaded = loaded
        self.pair, self.found, self._programmes = loaded.pair, loaded.found, loaded.programmes
        self._fill_boxes(loaded)
        words = "" if self.found else _empty_words()
        self.empty.show_instead(self.splitter, words=words)
        for choice in (self.old, self.new, self.arrow, self.page):
            choice.setVisible(self.found is not None or len(loaded.choices) > 1)
        if self.found is None:
            return
        for name in self._places:
            self._fill(name)
        self._show_current()

    def _fill(self, name: str) -> None:
        """One part with what is compared."""
        found, titles = self.found, self._programmes.titles
        if self._loaded is None or found is None:
            return
        if name == PEOPLE:
            self.people.set_rows(self._loaded.people)
        elif name == ORGANISATIONS:
            self.organisations.set_rows(self._loaded.organisations)
        elif name == TOPICS:
            self.topic_plot.set_bars(rows.topic_bars(found), titles)
            term, trend = translate("Compare", "Topic"), translate("Compare", "Trend")
            self.topics.set_rows((term, *titles, trend), rows.topic_table(found))
        else:
            self.size_plot.set_bars(rows.size_bars(found), titles)
            self.sizes.set_rows((translate("Compare", "Size"), *titles), rows.size_table(found))

    def _fill_boxes(self, loaded: _Loaded) -> None:
        for place, box in enumerate((self.old, self.new)):
            box.clear()
            for key, title in loaded.choices:
                box.addItem(title, key)
            if loaded.pair:
                box.setCurrentIndex(box.findData(loaded.pair[place]))
            box.setEnabled(len(loaded.choices) > 1)

    # --- lines and their talks -----------------------------------------------------------------

    def _show_current(self) -> None:
        """The talks of the line that is chosen; of the first one, before any was."""
        self._show_behind(None)
        if self.found is None or self._page == SIZES:
            return
        if self._page == TOPICS:
            self.topics.select_first()
            self._on_topic_chosen(self.topics.current_value())
            return
        lines = self.people if self._page == PEOPLE else self.organisations
        if lines.current_row() is None:
            lines.select_first()
        if row := lines.current_row():
            lines.row_chosen.emit(row)

    def _show_behind(self, behind: Behind | None) -> None:
        self.panel.show_behind(behind, self._programmes)
        if self._follow is not None:
            self._follow.set_subject(*followed_by(behind))

    def _on_person_chosen(self, row: RichRow) -> None:
        if self.found:
            self._show_behind(rows.person_behind(self.found, row.value))

    def _on_organisation_chosen(self, row: RichRow) -> None:
        if self.found:
            self._show_behind(rows.organisation_behind(self.found, row.value))

    def _on_topic_chosen(self, value: object) -> None:
        if self.found:
            self._show_behind(rows.topic_behind(self.found, value))

    def _on_pair_chosen(self) -> None:
        self.compare(str(self.old.currentData()), str(self.new.currentData()))

    # --- merge and split -----------------------------------------------------------------------

    def _on_decided(self, name: str, match: PersonMatch) -> None:
        is_same = name == rows.SAME
        one, other, services = match.old.key, match.new.key, self._services
        template = (
            translate("Compare", "Undo: {name} is one person")
            if is_same
            else translate("Compare", "Undo: {name} are two people")
        )
        words = template.format(name=match.new.name)
        self._runner.run(
            Lane.DATABASE,
            lambda _task: _Decided(
                one, other, services.series.decide_people(one, other, same=is_same), words
            ),
            self._on_decision_kept,
            failed=self.failed.emit,
        )

    def _on_decision_kept(self, decided: _Decided) -> None:
        self._last = decided
        self.undo_button.setText(decided.words)
        self.undo_button.setAccessibleName(decided.words)
        self.undo_button.show()
        self.reload()

    def undo(self) -> None:
        """Take the last merge or split back."""
        last, services = self._last, self._services
        if last is None:
            return
        self._last = None
        self.undo_button.hide()
        same = last.before.same if last.before else None
        self._runner.run(
            Lane.DATABASE,
            lambda _task: services.series.decide_people(last.one, last.other, same=same),
            self._on_undone,
            failed=self.failed.emit,
        )

    def _on_undone(self, _before: PersonDecision | None) -> None:
        self.reload()


def followed_by(behind: Behind | None) -> tuple[FollowKind, str]:
    """What a line is about, to follow it; people carry no value or the match of two entries."""
    if behind is None:
        return FollowKind.PERSON, ""
    if isinstance(behind.value, tuple):
        return behind.value
    return FollowKind.PERSON, behind.title


def _scrolled(plot: QWidget, table: QWidget) -> QScrollArea:
    body = QWidget()
    body.setObjectName("talkBody")
    layout = QVBoxLayout(body)
    layout.setContentsMargins(20, 16, 16, 12)
    layout.setSpacing(16)
    layout.addWidget(plot)
    layout.addWidget(table, 1)
    area = QScrollArea()
    area.setWidget(body)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


def _empty_words() -> str:
    return translate(
        "Compare",
        "Two programmes are needed to compare them.\n"
        "Sync a second edition, then they stand here side by side.",
    )


def _load(services: Services, pair: tuple[str, str] | None) -> _Loaded:
    """Runs in the database lane."""
    stored = {info.key: info for info in services.editions.list() if info.stored}
    usable = {
        key: info for key, info in stored.items() if info.stored and info.stored.contributions
    }
    choices = tuple((key, edition_title(info.edition.title)) for key, info in usable.items())
    if pair is None or not set(pair) <= usable.keys():
        pair = _DEFAULT if set(_DEFAULT) <= usable.keys() else services.series.default_pair()
    if pair is None or pair[0] == pair[1]:
        return _Loaded(choices, pair)
    lists = [services.programme.entries(key) for key in pair]
    colors = [colors_of(entries) for entries in lists]
    programmes = Programmes(
        entries={entry.ref: entry for entries in lists for entry in entries},
        titles=(
            edition_title(usable[pair[0]].edition.title),
            edition_title(usable[pair[1]].edition.title),
        ),
        zones={key: zone(usable[key].timezone or "UTC") for key in pair},
        colors={
            entry.ref: dealt[entry.session_id]
            for entries, dealt in zip(lists, colors, strict=True)
            for entry in entries
            if entry.session_id in dealt
        },
    )
    found = services.series.compare(*pair)
    people, organisations = rows.people_rows(found), rows.organisation_rows(found)
    return _Loaded(choices, pair, found, programmes, people, organisations)
