"""The plan for one reader, read in one go."""

from dataclasses import dataclass
from functools import cache
from zoneinfo import available_timezones

from companion.domain.times import zone
from companion.services.registry import Services
from companion.services.zones import LOCAL, shown_zone
from companion.ui.changes.rich_list import RichRow
from companion.ui.series.remote_rows import PlanDay, counts_words, jet_lag_rows, plan_days


@dataclass(frozen=True, slots=True)
class Reader:
    """Who the plan is for.

    Attributes:
        key: of the edition that they attend.
        zone_name: an IANA name, or `LOCAL`.
        awake: such as `07:00-23:00`; until midnight is `24:00`.
    """

    key: str
    zone_name: str
    awake: str


@dataclass(frozen=True, slots=True)
class RemotePlan:
    """What is shown.

    Attributes:
        summary: of the talks seen from afar.
        afar: those talks.
        site: what the jet lag does to those who travelled.
        zones: all names to choose from.
    """

    summary: str = ""
    afar: tuple[PlanDay, ...] = ()
    site: tuple[RichRow, ...] = ()
    zones: tuple[str, ...] = ()


def load_plan(services: Services, reader: Reader) -> RemotePlan:
    """Runs in the database lane.

    Raises:
        UsageError: there is no such zone, or the hours are none.
    """
    info = services.editions.get(reader.key)
    zones = _zone_names()
    if info.stored is None:
        return RemotePlan(zones=zones)
    asked = (reader.key, reader.zone_name, reader.awake)
    plan = services.remote.plan(*asked)
    entries = {entry.ref: entry for entry in services.programme.entries(reader.key)}
    home, venue = shown_zone(reader.zone_name, LOCAL), zone(info.timezone or "UTC")
    return RemotePlan(
        summary=counts_words(plan),
        afar=plan_days(plan, entries, home, venue),
        site=jet_lag_rows(services.remote.jet_lag(*asked), venue),
        zones=zones,
    )


@cache
def _zone_names() -> tuple[str, ...]:
    """All that this computer knows: hundreds of files are looked at."""
    return tuple(sorted(available_timezones()))
