"""Makes resources/map/land.json from the outlines of Natural Earth.

    npm pack world-atlas@2 && tar xzf world-atlas-2.*.tgz
    python packaging/dev/make_map.py package/land-110m.json

The input is TopoJSON: rings made of arcs, each a list of small integer steps. The output keeps
rings as steps too, in tenths of a degree, without points that a map of a few hundred pixels cannot
show and without Antarctica.
"""

# ruff: noqa: T201 - a script that says what it did

import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

TARGET = Path(__file__).resolve().parents[2] / "resources" / "map" / "land.json"
SOURCE = "Natural Earth 1:110m land, version 4.1 (public domain), by npm world-atlas 2.0.2"
SOUTHERNMOST = -60.0
TOLERANCE = 0.12  # degrees by which a left-out point may be off the line
SMALLEST = 0.15  # square degrees

Point = tuple[float, float]


def arcs_of(topology: dict[str, Any]) -> list[list[Point]]:
    """Every arc as longitudes and latitudes."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for steps in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in steps:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        found.append(points)
    return found


def rings_of(topology: dict[str, Any]) -> list[list[Point]]:
    """Every outer and inner ring; the last point, which is the first, is left out."""
    arcs = arcs_of(topology)
    rings = []
    for geometry in topology["objects"]["land"]["geometries"]:
        for polygon in geometry["arcs"]:
            for ring in polygon:
                points: list[Point] = []
                for index in ring:
                    arc = arcs[index] if index >= 0 else arcs[~index][::-1]
                    points += arc[1:] if points else arc
                rings.append(points[:-1])
    return rings


def within_map(ring: list[Point]) -> list[list[Point]]:
    """A ring cut where it crosses 180 degrees: one part for each side of the map."""
    unrolled = [ring[0]]
    for lon, lat in ring[1:]:
        turns = round((unrolled[-1][0] - lon) / 360)
        unrolled.append((lon + 360 * turns, lat))
    sides = []
    for shift in (-360, 0, 360):
        moved = [(lon + shift, lat) for lon, lat in unrolled]
        part = cut(cut(moved, -180.0, 1), 180.0, -1)
        if len(part) > 2:
            sides.append(part)
    return sides


def cut(ring: list[Point], edge: float, sign: int) -> list[Point]:
    """What lies on one side of a meridian (Sutherland and Hodgman)."""
    kept: list[Point] = []
    for (ax, ay), (bx, by) in zip([ring[-1], *ring[:-1]], ring, strict=True) if ring else ():
        if (ax - edge) * (bx - edge) < 0:
            kept.append((edge, ay + (by - ay) * (edge - ax) / (bx - ax)))
        if (bx - edge) * sign >= 0:
            kept.append((bx, by))
    return kept


def simplified(points: list[Point]) -> list[Point]:
    """Douglas and Peucker."""
    if len(points) < 3:
        return points
    first, last = points[0], points[-1]
    far, position = max((off(point, first, last), i) for i, point in enumerate(points[1:-1], 1))
    if far <= TOLERANCE:
        return [first, last]
    return simplified(points[: position + 1])[:-1] + simplified(points[position:])


def off(point: Point, first: Point, last: Point) -> float:
    """Distance of a point from the line between two others."""
    (px, py), (ax, ay), (bx, by) = point, first, last
    length = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5
    if not length:
        return float(((px - ax) ** 2 + (py - ay) ** 2) ** 0.5)
    return float(abs((bx - ax) * (ay - py) - (ax - px) * (by - ay)) / length)


def area(points: list[Point]) -> float:
    """In square degrees."""
    closed = [*points, points[0]]
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairwise(closed))) / 2


def packed(points: list[Point]) -> list[int]:
    """Tenths of a degree, each point as the steps from the one before."""
    x = y = 0
    steps = []
    for lon, lat in points:
        nx, ny = round(lon * 10), round(lat * 10)
        if steps and (nx, ny) == (x, y):
            continue
        steps += [nx - x, ny - y]
        x, y = nx, ny
    return steps


def main(source: Path) -> None:
    """Read the one file and write the other."""
    topology = json.loads(source.read_text("utf-8"))
    rings = [
        packed(simplified([*ring, ring[0]])[:-1])
        for whole in rings_of(topology)
        for ring in within_map(whole)
        if max(lat for _, lat in ring) > SOUTHERNMOST and area(ring) > SMALLEST
    ]
    document = {"source": SOURCE, "unit": "0.1 degree, steps", "rings": rings}
    TARGET.write_text(json.dumps(document, separators=(",", ":")) + "\n", "utf-8")
    print(f"{len(rings)} rings, {sum(map(len, rings)) // 2} points, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
