"""Which zone times are shown in: the conference's, the reader's, or any other."""

from collections.abc import Callable
from datetime import UTC, tzinfo

from companion.domain.times import zone
from companion.errors import UsageError

EVENT, LOCAL = "event", "local"


def reader_zone_name() -> str:
    """IANA name of this computer's zone; UTC where it cannot be told."""
    import tzlocal  # noqa: PLC0415 - only who shows local times needs it

    try:
        return tzlocal.get_localzone_name() or "UTC"
    except (LookupError, OSError, ValueError):
        return "UTC"


def shown_zone(
    name: str, event_zone: str, reader_zone: Callable[[], str] = reader_zone_name
) -> tzinfo:
    """The zone that `event`, `local` or an IANA name means.

    Raises:
        UsageError: no such zone; names the choices.
    """
    chosen = {EVENT: event_zone, LOCAL: None}.get(name, name)
    try:
        return zone(chosen if chosen is not None else reader_zone())
    except UsageError as error:
        if name == LOCAL:
            return UTC
        raise UsageError(
            detail=f"“{name}” is not a time zone; give event, local or a name like Europe/Zurich"
        ) from error
