"""Paints the part of a grid that is in sight; remembers what tiles say and where."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtGui import QPainter, QPen

from companion.domain.bookmark import Star
from companion.domain.grid import Tile, TileKind
from companion.services.agenda import Phase, phase_of
from companion.ui.context import ViewContext
from companion.ui.delegates.ink import Ink
from companion.ui.timetable.geometry import GridGeometry
from companion.ui.timetable.metrics import PADDING, GridMetrics
from companion.ui.timetable.tile_model import TileModel
from companion.ui.timetable.tile_painter import TilePainter, TileState, ground_name
from companion.ui.timetable.tile_words import Line, Lit, TileText, is_lit, tile_lines, tile_text

_WIDE = 0.6
"""Share of the view's width above which words and star of a tile follow the view sideways."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What the person does with the tiles, by place.

    Attributes:
        focused: has the focus ring; -1 for none, as with `hovered`.
        lit: which talks the view is about, the others are greyed; None for all of them.
    """

    selected: frozenset[int] = frozenset()
    focused: int = -1
    hovered: int = -1
    hovers_star: bool = False
    lit: Lit | None = None


@dataclass(frozen=True, slots=True)
class _Layout:
    lines: tuple[Line, ...]
    width: float
    height: float


class Content:
    """Everything between the hours and the edge.

    Attributes:
        ink: colours; metrics: lengths.
    """

    def __init__(self, ink: Ink, metrics: GridMetrics, model: TileModel) -> None:
        self.ink, self.metrics = ink, metrics
        self._model = model
        self._texts: dict[int, TileText] = {}
        self._layouts: dict[int, _Layout] = {}

    def forget_words(self) -> None:
        """Tiles or their context are others."""
        self._texts.clear()
        self._layouts.clear()

    def forget_places(self) -> None:
        """Tiles have other sizes."""
        self._layouts.clear()

    def text(self, place: int) -> TileText:
        """The words of a tile."""
        found = self._texts.get(place)
        if found is None:
            tile, model = self._model.tiles[place], self._model
            column = self._model.columns[tile.column] if tile.span == 1 else ""
            posters = model.posters_at(place)
            found = self._texts[place] = tile_text(tile, posters, model.context, column)
        return found

    def paint(
        self,
        painter: QPainter,
        geometry: GridGeometry,
        parts: tuple[QRect, QRect],
        now_y: int | None,
        marks: Marks,
    ) -> None:
        """Paint an area of the content.

        Args:
            painter: its origin is that of the content.
            geometry: where tiles stand.
            parts: the area to paint, and the whole area in sight.
            now_y: the height of the line of now; None if it is not on this day.
            marks: selection, focus and hover.
        """
        area, sight = parts
        painter.fillRect(area, self.ink.color("pane"))
        self._hours(painter, geometry, area)
        places = geometry.tiles_in(area)
        states = {place: self.state(place, marks) for place in places}
        tiles = TilePainter(self.ink, self.metrics, painter, area)
        for place in places:
            tiles.ground(geometry.rects[place], states[place])
        if now_y is not None:
            tiles.now_line(area.left(), area.right(), now_y)
        for place in places:
            origin = self._origin(place, geometry, sight)
            lines = self._layout(place, geometry, sight.width()).lines
            tiles.words(origin, lines, states[place], now_y)
            self._star(tiles, states[place], (geometry.rects[place], sight), marks)

    def state(self, place: int, marks: Marks) -> TileState:
        """What a tile looks like now."""
        tile, context = self._model.tiles[place], self._model.context
        star = best_star(tile, self._model.posters_at(place))
        return TileState(
            kind=tile.kind,
            color=context.color_of(tile.entry),
            star=star,
            is_past=_is_past(tile, context),
            is_selected=place in marks.selected,
            is_focused=place == marks.focused,
            is_hovered=place == marks.hovered,
            is_greyed=not is_lit(tile, self._model.posters_at(place), marks.lit),
        )

    def star_rect(self, place: int, geometry: GridGeometry, sight: QRect) -> QRect:
        """Where a click sets the star of a talk; empty for other tiles."""
        rect = geometry.rects[place]
        if self._model.tiles[place].kind is not TileKind.TALK:
            return QRect()
        at, size = self._star_at(rect, sight), self.metrics.star
        return QRect(at.x() - 6, rect.top(), size + 12, min(rect.height(), size + 12))

    def _hours(self, painter: QPainter, geometry: GridGeometry, area: QRect) -> None:
        painter.setPen(QPen(self.ink.color("hairline"), 1))
        for _, y in geometry.hours:
            if area.top() <= y <= area.bottom():
                painter.drawLine(area.left(), y, area.right(), y)

    def _layout(self, place: int, geometry: GridGeometry, view_width: int) -> _Layout:
        found = self._layouts.get(place)
        if found is None:
            rect = geometry.rects[place]
            size = (min(rect.width(), view_width), rect.height())
            lines = tile_lines(self.text(place), self.metrics, size)
            width = max((x.left + x.measure.width(x.text) for x in lines), default=0.0)
            height = max((x.top + x.measure.height for x in lines), default=0.0)
            found = self._layouts[place] = _Layout(lines, width, height)
        return found

    def _origin(self, place: int, geometry: GridGeometry, sight: QRect) -> QPointF:
        """The corner of a tile's words: they stay in sight as long as the tile does."""
        rect, layout = geometry.rects[place], self._layout(place, geometry, sight.width())
        down = max(0.0, min(sight.top() - rect.top(), rect.height() - layout.height - 4))
        aside = 0.0
        if rect.width() > sight.width() * _WIDE:
            aside = max(0.0, min(sight.left() - rect.left(), rect.width() - layout.width - PADDING))
        return QPointF(rect.left() + aside, rect.top() + down)

    def _star_at(self, rect: QRect, sight: QRect) -> QPoint:
        size = self.metrics.star
        right = rect.right()
        if rect.width() > sight.width() * _WIDE:
            right = min(right, sight.right() - 4)
        top = rect.top() + min(7, max(0, (rect.height() - size) // 2))
        return QPoint(right - size - 7, top)

    def _star(
        self,
        tiles: TilePainter,
        state: TileState,
        where: tuple[QRect, QRect],
        marks: Marks,
    ) -> None:
        """Shown where it is set or could be set at once; not where it would cover the title."""
        rect, sight = where
        is_wanted = state.star is not Star.NONE or state.is_hovered or state.is_focused
        is_high = rect.height() >= self.metrics.star - 2
        if state.kind is TileKind.TALK and is_wanted and is_high:
            at = self._star_at(rect, sight)
            lit = marks.hovers_star and state.is_hovered
            tiles.star(QPointF(at), state.star, ground_name(state), is_lit=lit)


def best_star(tile: Tile, posters: Sequence[object]) -> Star:
    """The star of a talk; of a poster session, starred if one of its posters is."""
    if tile.kind is not TileKind.POSTERS:
        return tile.entry.star
    stars = {getattr(poster, "star", Star.NONE) for poster in posters}
    return Star.STARRED if stars - {Star.NONE} else Star.NONE


def _is_past(tile: Tile, context: ViewContext) -> bool:
    return phase_of(tile.entry, context.now) is Phase.PAST
