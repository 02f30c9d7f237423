"""A small world map: outlines, cities, a projection and the way from city to city."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass

_X = (
    *(1.0000, 0.9986, 0.9954, 0.9900, 0.9822, 0.9730, 0.9600, 0.9427, 0.9216, 0.8962),
    *(0.8679, 0.8350, 0.7986, 0.7597, 0.7186, 0.6732, 0.6213, 0.5722, 0.5322),
)
_Y = (
    *(0.0000, 0.0620, 0.1240, 0.1860, 0.2480, 0.3100, 0.3720, 0.4340, 0.4958, 0.5571),
    *(0.6176, 0.6769, 0.7346, 0.7903, 0.8435, 0.8936, 0.9394, 0.9761, 1.0000),
)
_HEIGHT = 0.5072  # of the whole map, by its width
_TOP, _BOTTOM = 84.0, -58.0  # what a map without Antarctica shows

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Place:
    """Degrees east and north."""

    lon: float
    lat: float


def read_outlines(document: str) -> tuple[tuple[Place, ...], ...]:
    """The rings of `resources/map/land.json`."""
    found = []
    for steps in json.loads(document)["rings"]:
        lon = lat = 0
        ring = []
        for east, north in zip(steps[::2], steps[1::2], strict=True):
            lon, lat = lon + east, lat + north
            ring.append(Place(lon / 10, lat / 10))
        found.append(tuple(ring))
    return tuple(found)


def read_cities(document: str) -> Mapping[str, Place]:
    """City → where it is, of `resources/map/cities.json`."""
    return {name: Place(*where) for name, where in json.loads(document)["cities"].items()}


def robinson(place: Place) -> Point:
    """Robinson's projection, linear between his parallels.

    Source: A. H. Robinson, “A New Map Projection”, 1974, table of parallels every 5 degrees.

    Returns:
        x from -1 (west) to 1 (east); y from -0.5072 (south pole) to 0.5072, in the same unit.
    """
    degrees = min(abs(place.lat), 90.0)
    step = min(int(degrees // 5), len(_X) - 2)
    part = degrees / 5 - step
    x = _X[step] + part * (_X[step + 1] - _X[step])
    y = _Y[step] + part * (_Y[step + 1] - _Y[step])
    return place.lon / 180 * x, math.copysign(y * _HEIGHT, place.lat)


_EDGE_TOP = robinson(Place(0, _TOP))[1]
_EDGE_BOTTOM = robinson(Place(0, _BOTTOM))[1]
ASPECT = 2 / (_EDGE_TOP - _EDGE_BOTTOM)
"""Width of the map by its height."""


def on_map(place: Place) -> Point:
    """Where a place is on the map: 0, 0 is the upper left corner, 1, 1 the lower right."""
    x, y = robinson(place)
    return (x + 1) / 2, (_EDGE_TOP - y) / (_EDGE_TOP - _EDGE_BOTTOM)


def way(start: Place, end: Place, steps: int = 32) -> tuple[Place, ...]:
    """The shortest way over the globe, both ends included; may cross the edge of the map."""
    first, last = _vector(start), _vector(end)
    angle = math.acos(max(-1.0, min(1.0, sum(a * b for a, b in zip(first, last, strict=True)))))
    if angle < 1e-6 or math.pi - angle < 1e-6:
        return (start, end)
    return tuple(_between(first, last, angle, number / steps) for number in range(steps + 1))


def _vector(place: Place) -> tuple[float, float, float]:
    lon, lat = math.radians(place.lon), math.radians(place.lat)
    return (math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat))


def _between(first: tuple[float, ...], last: tuple[float, ...], angle: float, part: float) -> Place:
    one, other = math.sin((1 - part) * angle), math.sin(part * angle)
    x, y, z = ((a * one + b * other) / math.sin(angle) for a, b in zip(first, last, strict=True))
    return Place(math.degrees(math.atan2(y, x)), math.degrees(math.asin(max(-1.0, min(1.0, z)))))
