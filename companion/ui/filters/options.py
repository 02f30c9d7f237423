"""What can be filtered by in a programme, as the rows of the panel."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from companion.domain.entry import Entry
from companion.domain.filters import NO_VALUE, Facet, Flag, option_counts
from companion.ui.context import ViewContext
from companion.ui.filters.words import choice_text, group_title
from companion.ui.i18n import labelled, translate

_ORDER = (Facet.DAY, Facet.TYPE, Facet.TRACK, Facet.ROOM, Facet.SESSION)


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A heading."""

    text: str


@dataclass(frozen=True, slots=True)
class OptionRow:
    """One choice.

    Attributes:
        of, value: what it asks for.
        text: its words.
        count: talks that it would show, beside what is chosen of the other kinds.
        wanted: only these (True), all but these (False), or not asked (None).
    """

    of: Facet | Flag
    value: str
    text: str
    count: int
    wanted: bool | None

    @property
    def next_wanted(self) -> bool | None:
        """What the next click makes of it."""
        return {None: True, True: False, False: None}[self.wanted]


PanelRow = GroupRow | OptionRow
_Counts = Mapping[Facet | Flag, Mapping[str, int]]


def option_rows(
    entries: Sequence[Entry], context: ViewContext, counted: Sequence[Entry] | None = None
) -> tuple[PanelRow, ...]:
    """All choices of a programme; what all talks share is none, unless it is chosen already.

    Args:
        entries: the programme, which says what there is to choose.
        context: what is chosen, and the zone of the days.
        counted: the talks whose numbers stand beside the choices; those of the programme if None.
    """
    offered = option_counts(entries, context.chosen, context.zone)
    counts = offered
    if counted is not None:
        counts = option_counts(counted, context.chosen, context.zone)
    return (*_flags(counts, context), *_facets(offered, counts, context))


def _flags(counts: _Counts, context: ViewContext) -> Iterator[PanelRow]:
    yield GroupRow(group_title(Flag.STARRED))
    for flag in Flag:
        count = counts[flag].get("", 0)
        yield OptionRow(flag, "", choice_text(flag), count, context.chosen.choice(flag))


def _facets(offered: _Counts, counts: _Counts, context: ViewContext) -> Iterator[PanelRow]:
    for facet in _ORDER:
        asked = {part.value for part in context.chosen.parts() if part.of is facet}
        values = sorted(offered[facet].keys() | asked, key=lambda value: (value == NO_VALUE, value))
        if len(values) < 2 and not asked:
            continue
        yield GroupRow(group_title(facet))
        for value in values:
            wanted, count = context.chosen.choice(facet, value), counts[facet].get(value, 0)
            yield OptionRow(facet, value, choice_text(facet, value), count, wanted)


def option_sentence(row: OptionRow) -> str:
    """What screen readers say: `Track: Kernel methods, 12 talks, only these`."""
    name = row.text if isinstance(row.of, Flag) else labelled(group_title(row.of), row.text)
    count = translate("Filters", "%n talk(s)", "", row.count)
    state = {
        None: translate("Filters", "not filtered"),
        True: translate("Filters", "only these"),
        False: translate("Filters", "without these"),
    }[row.wanted]
    return f"{name}, {count}, {state}"
