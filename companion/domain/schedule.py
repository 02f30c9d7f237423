"""When to ask a conference's site again while nobody presses a button."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from companion.domain.times import as_utc

EAGER = timedelta(minutes=30)
"""During the conference and the week before."""
DAILY = timedelta(days=1)
WEEK_BEFORE = timedelta(days=7)
JITTER = 0.1
"""Share of the interval by which checks are spread, so that not all readers ask at once."""


@dataclass(frozen=True, slots=True)
class Watched:
    """An edition to watch: when it takes place and when its site last answered, UTC."""

    start_dt: datetime
    end_dt: datetime
    checked_dt: datetime | None


def next_check(watched: Watched, now: datetime, spread: float) -> datetime | None:
    """The instant of the next check; None for an edition that is over.

    Args:
        watched: the edition.
        now: the present.
        spread: from 0 to 1, drawn once per check; moves it by up to a tenth of the interval.
    """
    moment = as_utc(now)
    if moment > watched.end_dt:
        return None
    if watched.checked_dt is None or watched.checked_dt > moment:
        return moment
    eager_dt = watched.start_dt - WEEK_BEFORE
    due = watched.checked_dt + _spread(EAGER if moment >= eager_dt else DAILY, spread)
    if moment < eager_dt < due:
        due = max(eager_dt, watched.checked_dt + EAGER)
    return max(due, moment)


def _spread(interval: timedelta, spread: float) -> timedelta:
    return interval * (1 + JITTER * spread)
