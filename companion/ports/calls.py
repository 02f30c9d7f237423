"""What long work is given: somebody to tell how far it is, a way to stop it, and the time."""

from collections.abc import Callable
from datetime import datetime

Progress = Callable[[str, int, int | None], None]
"""Called with a step (`connect`, `event`, `timetable`, `read`, `store`), units done, units in all
(bytes for downloads; None if not known). May be called from any thread."""


CancelCheck = Callable[[], bool]
"""True once the person wants to stop; asked often."""


Clock = Callable[[], datetime]
"""The present instant, aware, UTC."""


def no_progress(_step: str, _done: int, _total: int | None) -> None:
    """For callers that do not watch."""


def never_cancelled() -> bool:
    """For callers that cannot stop."""
    return False
