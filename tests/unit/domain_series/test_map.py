import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion import paths
from companion.catalogue import bundled_catalogue
from companion.domain.series.map import (
    ASPECT,
    Place,
    on_map,
    read_cities,
    read_outlines,
    robinson,
    way,
)

PLACES = st.builds(Place, st.floats(-180, 180), st.floats(-90, 90))


def resource(name: str) -> str:
    return (paths.resource("map") / name).read_text("utf-8")


def inside(place: Place, ring: tuple[Place, ...]) -> bool:
    """Even-odd rule."""
    found = False
    for a, b in zip(ring, (*ring[1:], ring[0]), strict=True):
        if (a.lat > place.lat) != (b.lat > place.lat):
            edge = a.lon + (place.lat - a.lat) * (b.lon - a.lon) / (b.lat - a.lat)
            found ^= place.lon < edge
    return found


def test_the_outlines_are_those_of_the_world() -> None:
    rings = read_outlines(resource("land.json"))
    assert all(len(ring) > 2 for ring in rings)
    assert all(-180 <= p.lon <= 180 and -60 <= p.lat <= 84 for ring in rings for p in ring)
    land = [Place(10, 50), Place(134, -25), Place(-100, 40), Place(100, 60), Place(20, 0)]
    sea = [Place(-30, 40), Place(-150, 0), Place(80, -40), Place(150, 40), Place(170, 66.5)]
    assert all(any(inside(place, ring) for ring in rings) for place in land)
    assert not any(inside(place, ring) for place in sea[:4] for ring in rings)


def test_the_map_is_small() -> None:
    assert len(resource("land.json")) <= 60_000


def test_every_city_of_the_catalogue_is_on_the_map() -> None:
    cities = read_cities(resource("cities.json"))
    assert {edition.city for edition in bundled_catalogue() if edition.city} <= cities.keys()
    assert all(0 < x < 1 and 0 < y < 1 for x, y in map(on_map, cities.values()))
    assert cities["Melbourne"].lat < 0 < cities["Geneva"].lat


def test_robinson_agrees_with_his_table() -> None:
    assert robinson(Place(0, 0)) == (0, 0)
    assert robinson(Place(180, 0)) == (1, 0)
    assert robinson(Place(180, 45)) == pytest.approx((0.8962, 0.5571 * 0.5072))
    assert robinson(Place(-180, -90)) == pytest.approx((-0.5322, -0.5072))
    assert pytest.approx(2.35, abs=0.01) == ASPECT


@given(PLACES, st.floats(0, 90))
def test_north_is_up_and_east_is_right(place: Place, more: float) -> None:
    x, y = on_map(place)
    assert 0 <= x <= 1
    if place.lat + more <= 90:
        assert on_map(Place(place.lon, place.lat + more))[1] <= y
    if place.lon + more <= 180:
        assert on_map(Place(place.lon + more, place.lat))[0] >= x


def test_the_shortest_way() -> None:
    path = way(Place(0, 0), Place(90, 0), steps=3)
    assert [round(place.lon) for place in path] == [0, 30, 60, 90]
    assert max(place.lat for place in way(Place(6, 46), Place(127, 36))) > 55
    assert way(Place(6, 46), Place(6, 46)) == (Place(6, 46), Place(6, 46))
    assert len(way(Place(0, 0), Place(180, 0))) == 2


@given(PLACES, PLACES)
def test_ways_begin_and_end_where_they_should(one: Place, other: Place) -> None:
    path = way(one, other)
    assert path[0].lat == pytest.approx(one.lat, abs=1e-4)
    assert path[-1].lat == pytest.approx(other.lat, abs=1e-4)
