"""When the person last looked at the changes: at all of them, or at a part."""

import json
from collections.abc import Callable
from datetime import datetime

from companion.domain.times import as_utc
from companion.ports.calls import Clock
from companion.settings import CHANGES_SEEN, CHANGES_SEEN_PARTS, Settings

Seen = Callable[[str, datetime, bool], bool]
"""Of the key of an edition, the instant of a sync, and whether the change is of a starred talk."""
_MINE = "*"
"""Behind the key of an edition (or nothing): starred talks only. No key has it."""


class Looks:
    """Kept in the settings.

    A look in the future, from before a clock was set back, does not count: what changed since would
    never be told.
    """

    def __init__(self, settings: Settings, clock: Clock) -> None:
        self._settings = settings
        self._clock = clock

    def last(self) -> datetime | None:
        """At all changes; None if never."""
        return self._instant(self._settings.get(CHANGES_SEEN))

    def note(self, key: str | None = None, *, mine: bool = False) -> None:
        """The person sees the changes of an edition (or of all), or of starred talks only.

        Raises:
            CannotWriteFile: the settings cannot be kept.
        """
        now = as_utc(self._clock()).isoformat()
        part = _part(key, mine=mine)
        if not part:
            self._settings.set_all([(CHANGES_SEEN, now), (CHANGES_SEEN_PARTS, "")])
            return
        parts = json.dumps({**self._parts(), part: now}, sort_keys=True)
        self._settings.set(CHANGES_SEEN_PARTS, parts)

    def of_parts(self) -> Seen:
        """Tells of a change whether one of the looks at a part was at it."""
        noted = ((name, self._instant(text)) for name, text in self._parts().items())
        looks = {name: look for name, look in noted if look is not None}

        def seen(key: str, seen_dt: datetime, is_mine: bool) -> bool:
            names = [_part(key)]
            names += [_part(key, mine=True), _part(None, mine=True)] if is_mine else []
            return any(name in looks and seen_dt <= looks[name] for name in names)

        return seen

    def _parts(self) -> dict[str, object]:
        try:
            parts = json.loads(self._settings.get(CHANGES_SEEN_PARTS) or "{}")
        except (ValueError, RecursionError):
            return {}
        return parts if isinstance(parts, dict) else {}

    def _instant(self, text: object) -> datetime | None:
        try:
            look = as_utc(datetime.fromisoformat(str(text)))
        except (ValueError, OverflowError):
            return None
        return look if look <= as_utc(self._clock()) else None


def _part(key: str | None, *, mine: bool = False) -> str:
    return f"{key or ''}{_MINE if mine else ''}"
