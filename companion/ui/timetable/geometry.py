"""Where everything stands in the grid of a day: pixels from instants, and back."""

from datetime import datetime, tzinfo

from PySide6.QtCore import QPoint, QRect, QSize

from companion.domain.grid import HOUR, Grid, Tile, TileKind, hour_marks
from companion.ui.timetable.metrics import GAP, LEAST, MOST, GridMetrics

_CALMEST = 132
"""Pixels an hour above which a day is not stretched to fill the height."""


class GridGeometry:
    """The places of one grid for a width and a scale.

    Attributes:
        scale: pixels an hour.
        size: of the whole content.
        rects: of the tiles, in the order of `grid.tiles`, without the gaps between them.
        columns: left edges, and the right edge of the last one.
        hours: full hours with their heights.
    """

    def __init__(
        self, grid: Grid, tz: tzinfo, metrics: GridMetrics, scale: float, width: int
    ) -> None:
        self.grid = grid
        self.scale = scale
        self._margin = metrics.margin
        self.columns = _columns(grid, metrics, width)
        self.size = QSize(self.columns[-1] + GAP, content_height(grid, metrics, scale))
        self.rects = tuple(self._rect(tile) for tile in grid.tiles)
        self.hours = tuple((mark, self.y_of(mark)) for mark in hour_marks(grid, tz))

    def y_of(self, moment: datetime) -> int:
        """The height at which an instant stands, also outside of the day."""
        return self._margin + round((moment - self.grid.start_dt) / HOUR * self.scale)

    def moment_at(self, y: float) -> datetime:
        """The instant at a height."""
        return self.grid.start_dt + HOUR * ((y - self._margin) / self.scale)

    def tile_at(self, point: QPoint) -> int:
        """The tile at a place of the content; -1 in between."""
        found = [place for place, rect in enumerate(self.rects) if rect.contains(point)]
        return found[-1] if found else -1

    def tiles_in(self, area: QRect) -> list[int]:
        """The tiles that a part of the content shows; breaks first, so that talks lie above."""
        near = area.adjusted(-GAP, -GAP, GAP, GAP)
        found = [place for place, rect in enumerate(self.rects) if rect.intersects(near)]
        tiles = self.grid.tiles
        return sorted(found, key=lambda place: tiles[place].kind is not TileKind.BREAK)

    def _rect(self, tile: Tile) -> QRect:
        left, right = self.columns[tile.column], self.columns[tile.column + tile.span]
        lane = (right - left) / tile.lanes
        left, right = left + round(lane * tile.lane), left + round(lane * (tile.lane + 1))
        top, bottom = self.y_of(tile.start_dt), self.y_of(tile.end_dt)
        rect = QRect(left, top, right - left, max(3, bottom - top))
        return rect.adjusted(0, 0, -GAP, -(GAP // 2))


_WIDE_ENOUGH = 320
"""Width of a column in which a title fits into one line."""


def content_height(grid: Grid, metrics: GridMetrics, scale: float) -> int:
    """The height of a day at a scale."""
    return round(grid.hours * scale) + 2 * metrics.margin


def least_width(grid: Grid, metrics: GridMetrics) -> int:
    """The width below which the columns scroll sideways."""
    return sum(_least(grid, metrics)) + 2 * GAP


def _least(grid: Grid, metrics: GridMetrics) -> list[int]:
    least = [metrics.column] * len(grid.columns)
    for tile in grid.tiles:
        if tile.span == 1:
            least[tile.column] = max(least[tile.column], tile.lanes * metrics.lane)
    return least


def _columns(grid: Grid, metrics: GridMetrics, width: int) -> tuple[int, ...]:
    """Left edges; columns share what is left of the width above their least widths."""
    least = _least(grid, metrics)
    spare = max(0, width - 2 * GAP - sum(least)) / len(least)
    edges = [float(GAP)]
    for needed in least:
        edges.append(edges[-1] + needed + spare)
    return tuple(round(edge) for edge in edges)


def calm_scale(grid: Grid, metrics: GridMetrics, size: QSize) -> float:
    """The scale at which a day fits the height, as far as its talks stay readable.

    Short talks have a line in wide columns, two in narrow ones.
    """
    lengths = sorted(
        (tile.end_dt - tile.start_dt) / HOUR for tile in grid.tiles if tile.kind is TileKind.TALK
    )
    short = lengths[len(lengths) // 10] if lengths else 1.0
    is_narrow = size.width() < metrics.px(_WIDE_ENOUGH) * len(grid.columns)
    lines = 2 if is_narrow and len(grid.columns) > 1 else 1
    readable = (lines * metrics.title.height + 4 * lines) / short
    fitting = (size.height() - 2 * metrics.margin) / grid.hours
    wanted = max(fitting, min(readable, metrics.px(_CALMEST)))
    return bounded(min(wanted, metrics.px(_CALMEST)), metrics)


def bounded(scale: float, metrics: GridMetrics) -> float:
    """A scale within what makes sense."""
    return min(max(scale, metrics.px(LEAST)), metrics.px(MOST))
