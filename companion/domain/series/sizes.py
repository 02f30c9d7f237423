"""How large an edition is, and whether its talks run side by side."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from companion.domain.times import day_of, elapsed, zone
from companion.domain.timetable import Contribution, Programme

_NO_TIME = timedelta(0)


@dataclass(frozen=True, slots=True)
class Sizes:
    """One edition in numbers.

    Attributes:
        talks: contributions that are neither posters nor tutorials.
        posters, tutorials: the rest; a tutorial says so in its type, title, session or track.
        sessions: sessions, however many blocks they have.
        minutes_per_day: minutes of talks and tutorials (no posters), on average over the days that
            have any; to one decimal.
        max_parallel: most talks or tutorials at the same instant; those of one session block
            count once, since a block has one stage.
        minutes_by_day: the same minutes by day in the conference's zone.
    """

    talks: int
    posters: int
    tutorials: int
    sessions: int
    minutes_per_day: float
    max_parallel: int
    minutes_by_day: tuple[tuple[date, float], ...] = ()

    @property
    def is_single_track(self) -> bool:
        """Whether nobody ever has to choose between two talks."""
        return self.max_parallel <= 1


def sizes(programme: Programme) -> Sizes:
    """The numbers of one programme."""
    posters = [item for item in programme.contributions if item.is_poster]
    spoken = [item for item in programme.contributions if not item.is_poster]
    tutorials = sum(map(is_tutorial, spoken))
    days = _minutes_by_day(spoken, programme.event.timezone)
    return Sizes(
        talks=len(spoken) - tutorials,
        posters=len(posters),
        tutorials=tutorials,
        sessions=len(programme.sessions),
        minutes_per_day=round(sum(m for _, m in days) / len(days), 1) if days else 0.0,
        max_parallel=_max_parallel(spoken),
        minutes_by_day=days,
    )


def is_tutorial(item: Contribution) -> bool:
    """Whether the site calls it a tutorial, in its type, title, session or track."""
    said = (item.type, item.title, item.session_title, item.track)
    return any("tutorial" in text.casefold() for text in said if text)


def _minutes_by_day(items: Iterable[Contribution], timezone: str) -> tuple[tuple[date, float], ...]:
    tz = zone(timezone)
    found: dict[date, timedelta] = {}
    for item in items:
        if item.start_dt and item.end_dt:
            day = day_of(item.start_dt, tz)
            found[day] = found.get(day, _NO_TIME) + elapsed(item.start_dt, item.end_dt)
    return tuple((day, length / timedelta(minutes=1)) for day, length in sorted(found.items()))


def _max_parallel(items: Iterable[Contribution]) -> int:
    """Sweep over starts and ends; at the same instant ends come first."""
    steps: list[tuple[datetime, bool, object]] = []
    for item in items:
        if item.start_dt and item.end_dt and item.start_dt < item.end_dt:
            stage: object = ("block", item.block_id) if item.block_id else ("talk", item.db_id)
            steps += [(item.start_dt, True, stage), (item.end_dt, False, stage)]
    running: dict[object, int] = {}
    most = 0
    for _, starts, stage in sorted(steps, key=lambda step: step[:2]):
        running[stage] = running.get(stage, 0) + (1 if starts else -1)
        if not running[stage]:
            del running[stage]
        most = max(most, len(running))
    return most
