"""Where arrow keys lead in the grid: up and down in time, left and right between rooms."""

from collections.abc import Iterator
from enum import Enum

from PySide6.QtCore import QRect

from companion.domain.grid import Grid, Tile, TileKind
from companion.ui.timetable.geometry import GridGeometry


class Step(Enum):
    """A direction, as columns and rows."""

    UP = (0, -1)
    DOWN = (0, 1)
    LEFT = (-1, 0)
    RIGHT = (1, 0)


def reachable(tile: Tile) -> bool:
    """Whether the keyboard stops at it: breaks only pace the day."""
    return tile.kind is not TileKind.BREAK


def first_tile(grid: Grid) -> int:
    """The first tile of the day; -1 if there are only breaks."""
    return next(_reachable(grid), -1)


def last_tile(grid: Grid) -> int:
    """The last tile of the day; -1 if there are only breaks."""
    return max(_reachable(grid), default=-1)


def next_tile(geometry: GridGeometry, current: int, step: Step) -> int:
    """The nearest tile in a direction; `current` itself at the edge.

    Nearest is measured edge to edge along the direction, then by how far the beginnings are apart:
    down from a talk leads to what follows it in the same room, or to the next thing for all rooms;
    right leads to what runs beside it.
    """
    here = geometry.rects[current]
    found = [
        (_distance(here, geometry.rects[place], step), place)
        for place in _reachable(geometry.grid)
        if place != current and _is_towards(here, geometry.rects[place], step)
    ]
    return min(found)[1] if found else current


def _reachable(grid: Grid) -> Iterator[int]:
    return (place for place, tile in enumerate(grid.tiles) if reachable(tile))


def _is_towards(here: QRect, there: QRect, step: Step) -> bool:
    match step:
        case Step.UP:
            return there.bottom() < here.top()
        case Step.DOWN:
            return there.top() > here.bottom()
        case Step.LEFT:
            return there.right() < here.left()
        case Step.RIGHT:
            return there.left() > here.right()


def _distance(here: QRect, there: QRect, step: Step) -> tuple[int, int, int]:
    """What is beside counts before what is not, then how far, then how far aside."""
    if step in {Step.UP, Step.DOWN}:
        shared = here.left() <= there.right() and there.left() <= here.right()
        gap = min(abs(there.top() - here.bottom()), abs(here.top() - there.bottom()))
        return (0 if shared else 1, gap, abs(there.left() - here.left()))
    shared = here.top() <= there.bottom() and there.top() <= here.bottom()
    gap = min(abs(there.left() - here.right()), abs(here.left() - there.right()))
    return (0 if shared else 1, gap, abs(there.top() - here.top()))
