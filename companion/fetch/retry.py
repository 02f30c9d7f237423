"""When to ask again."""

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

BUSY = frozenset({429, *range(500, 600)})
"""States that pass: too many requests, and faults of the server or of a proxy before it."""


def pause_before(attempt: int, headers: Mapping[str, str], now: datetime) -> float:
    """Seconds to wait before the next attempt: as the server asks, else 1, 2, 4 ...

    Args:
        attempt: how many were made.
        headers: of the last answer, names in lower case; empty if there was none.
        now: aware; used where the server does not say its own time.
    """
    asked = _retry_after(headers, now)
    return float(2 ** (attempt - 1)) if asked is None else max(asked, 0.0)


def _retry_after(headers: Mapping[str, str], now: datetime) -> float | None:
    """RFC 9110 10.2.3: seconds, or a date; the latter against the server's own clock."""
    value = headers.get("retry-after", "").strip()
    if value.isascii() and value.isdigit():
        return float(value)
    moment = _http_date(value)
    if moment is None:
        return None
    return (moment - (_http_date(headers.get("date", "")) or now)).total_seconds()


def _http_date(value: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
