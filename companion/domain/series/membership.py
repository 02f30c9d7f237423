"""Whether an event belongs to the series."""

import re

from companion.domain.event import Event

_NAME = re.compile(r"\bQTML|quantum techniques in machine learning", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(20[12]\d)(?!\d)")


def is_of_series(event: Event) -> bool:
    """Whether its title or category says so; by hand any event can join."""
    return bool(_NAME.search(event.title) or _NAME.search(event.category))


def year_of(event: Event) -> int:
    """The year in its title, else that of its start."""
    found = _YEAR.search(event.title)
    return int(found[1]) if found else event.start_dt.year
