"""What a comparison needs, read in one go."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from companion.domain.series.compare import Comparison
from companion.domain.times import zone
from companion.services.editions import EditionInfo
from companion.services.registry import Services
from companion.ui.changes.rich_list import RichRow
from companion.ui.context import talk_colors
from companion.ui.i18n import edition_title
from companion.ui.series.compare_rows import organisation_rows, people_rows
from companion.ui.series.talks_panel import Programmes

Pair = tuple[str, str]
"""Keys of the earlier and the later edition."""
_DEFAULT: Pair = ("qtml2023", "qtml2024")


@dataclass(frozen=True, slots=True)
class Compared:
    """Two editions, and which could be chosen.

    Attributes:
        choices: keys and titles of the editions with a programme.
        found: None where there are no two editions to compare.
    """

    choices: tuple[tuple[str, str], ...] = ()
    pair: Pair | None = None
    found: Comparison | None = None
    programmes: Programmes = field(default_factory=Programmes)
    people: tuple[RichRow, ...] = ()
    organisations: tuple[RichRow, ...] = ()


def load_comparison(services: Services, wanted: Pair | None) -> Compared:
    """Compare these two, or the usual ones. Runs in the database lane."""
    usable = {
        info.key: info
        for info in services.editions.list()
        if info.stored and info.stored.contributions
    }
    choices = tuple((key, edition_title(info.edition.title)) for key, info in usable.items())
    pair = wanted
    if pair is None or not set(pair) <= usable.keys():
        pair = _DEFAULT if set(_DEFAULT) <= usable.keys() else services.series.default_pair()
    if pair is None or pair[0] == pair[1]:
        return Compared(choices, pair)
    found = services.series.compare(*pair)
    programmes = _programmes(services, pair, usable)
    return Compared(choices, pair, found, programmes, people_rows(found), organisation_rows(found))


def _programmes(services: Services, pair: Pair, infos: Mapping[str, EditionInfo]) -> Programmes:
    lists = [services.programme.entries(key) for key in pair]
    old, new = pair
    return Programmes(
        entries={entry.ref: entry for entries in lists for entry in entries},
        titles=(edition_title(infos[old].edition.title), edition_title(infos[new].edition.title)),
        zones={key: zone(infos[key].timezone or "UTC") for key in pair},
        colors=talk_colors(lists),
    )
