"""The series at a glance: a line through time, a map, and what is known of each edition."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QPolygonF, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from companion.domain.series.glance import EditionGlance, SeriesState
from companion.domain.series.map import Place
from companion.services.registry import Services
from companion.ui.context import ViewContext
from companion.ui.i18n import translate
from companion.ui.series.edition_facts import EditionFacts
from companion.ui.series.time_line import TimeLine
from companion.ui.series.words import next_words
from companion.ui.series.world_map import Stop, WorldMap, drawn_land
from companion.ui.tasks import TaskRunner
from companion.ui.theme import Look
from companion.ui.views.loading_view import LoadingView
from companion.ui.widgets.labels import label
from companion.ui.widgets.scrolled import scrolled

_WIDE = 760


@dataclass(frozen=True, slots=True)
class _Loaded:
    items: tuple[EditionGlance, ...]
    land: tuple[QPolygonF, ...]
    cities: Mapping[str, Place]


class SeriesView(LoadingView):
    """Loads by itself when it is shown, and again each minute while it is.

    Signals:
        edition_chosen: open the programme of an edition (key).
        leave_requested: an edition does not belong to the series (key).
    """

    edition_chosen = Signal(str)
    leave_requested = Signal(str)

    def __init__(
        self,
        look: Look,
        services: Services,
        runner: TaskRunner,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, services, runner, parent)
        self._context = ViewContext()
        self._items: tuple[EditionGlance, ...] = ()
        self._cities: Mapping[str, Place] = {}
        self._has_land = False
        self.key = ""
        self.sentence = label("reading")
        self.line = TimeLine(look)
        self.map = WorldMap(look)
        self.facts = EditionFacts(look)
        self.aside = label("caption")
        self.line.chosen.connect(self.choose)
        self.facts.edition_chosen.connect(self.edition_chosen)
        self.facts.leave_requested.connect(self.leave_requested)
        self._arrange()
        self.entered.connect(self.reload)
        look.changed.connect(self._show)

    def _arrange(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self.map)
        left.addWidget(self.aside)
        left.addStretch(1)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setSpacing(24)
        self._beside.addLayout(left, 13)
        self._beside.addWidget(self.facts, 8)
        body = QWidget()
        body.setObjectName("talkBody")
        column = QVBoxLayout(body)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.sentence)
        column.addWidget(self.line)
        column.addLayout(self._beside)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolled(body))

    # --- what is shown -------------------------------------------------------------------------

    def set_context(self, context: ViewContext) -> None:
        """Another edition is shown in the window, or a minute has passed."""
        is_later = context.now != self._context.now
        self._context = context
        if self.isVisible() and is_later:
            self.reload()

    def reload(self) -> None:
        """Read it again: after a sync too."""
        has_land = self._has_land
        self.jobs.run(
            lambda services: _load(services, has_land=has_land), self._on_loaded, key="series"
        )

    def choose(self, key: str) -> None:
        """Show what is known of an edition."""
        self.key = key
        self._show()

    def focus_content(self) -> None:
        """Give the keyboard to the line."""
        self.line.focus_chosen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Map over facts where they have no room side by side."""
        super().resizeEvent(event)
        is_wide = self.width() >= _WIDE * self.look.fonts.scale
        direction = QBoxLayout.Direction
        self._beside.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)

    def _on_loaded(self, loaded: _Loaded) -> None:
        self._items = loaded.items
        if loaded.land:
            self.map.set_land(loaded.land)
            self._cities = loaded.cities
            self._has_land = True
        self._show()

    def _show(self) -> None:
        if not self._items:
            return
        known = {item.key: item for item in self._items}
        if self.key not in known:
            self.key = _first_choice(self._items, self._context.key)
        self.sentence.setText(next_words(self._items))
        self.line.set_editions(self._items, self.key)
        self.map.set_stops(stops(self._items, self._cities))
        self.map.choose(self.key)
        self.aside.setText(_not_on_map(self._items, self._cities))
        self.facts.show_edition(known[self.key])


def _load(services: Services, *, has_land: bool) -> _Loaded:
    """Runs in the database lane."""
    series = services.series
    return _Loaded(
        series.glance(), () if has_land else drawn_land(series.outlines()), series.cities()
    )


def _first_choice(items: Iterable[EditionGlance], shown: str) -> str:
    """The one shown in the window, else the next or running one, else the last."""
    items = tuple(items)
    for item in items:
        if item.key == shown:
            return shown
    main = {SeriesState.NEXT, SeriesState.RUNNING}
    for item in items:
        if main & set(item.states):
            return item.key
    return items[-1].key


def stops(items: Iterable[EditionGlance], cities: Mapping[str, Place]) -> tuple[Stop, ...]:
    """The cities of the series in the order of the first edition there; samples join theirs."""
    found: dict[str, Stop] = {}
    for item in items:
        city = item.city.value
        if city is None or city not in cities:
            continue
        before = found.get(city, Stop(city, (), cities[city], ()))
        is_new = item.year is not None and item.year not in before.years and not item.is_sample
        found[city] = replace(
            before,
            years=(*before.years, item.year) if is_new and item.year else before.years,
            keys=(*before.keys, item.key),
            is_next=before.is_next or SeriesState.NEXT in item.states,
        )
    return tuple(found.values())


def _not_on_map(items: Iterable[EditionGlance], cities: Mapping[str, Place]) -> str:
    """Which editions have no place on the map."""
    names = [item.title for item in items if item.city.value not in cities]
    if not names:
        return ""
    return translate("Series", "Not on the map, as no city is known: {titles}").format(
        titles=", ".join(names)
    )
