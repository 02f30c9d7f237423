"""In which order talks come into a programme: the places of talks that show something special."""

from collections.abc import Callable

from tests.indico_server.series.programme import Talk, programme

PLACES = {5: "Q", 6: "E", 8: "H"}
"""Places among the talks that belong to a kind."""

THREE_SPEAKERS = 9
"""The place of a talk with at least three people, all of whom speak."""

TALKS = frozenset({"T", *PLACES.values()})


def by_kind(year: int) -> dict[str, list[Talk]]:
    """All talks of a year; those of the special kinds are among `T`."""
    found: dict[str, list[Talk]] = {}
    for talk in programme(year):
        found.setdefault("T" if talk.kind in TALKS else talk.kind, []).append(talk)
    return found


def ordered_talks(waiting: list[Talk], place: int, fits: Callable[[Talk], bool]) -> Talk:
    """Take the talk for a place out of those that wait: the right kind, at best one that fits."""
    kind = PLACES.get(place, "T")
    crowd = 3 if place == THREE_SPEAKERS else 1
    able = [talk for talk in waiting if talk.kind == kind and len(talk.people) >= crowd]
    chosen = next((talk for talk in able if fits(talk)), able[0])
    waiting.remove(chosen)
    return chosen
