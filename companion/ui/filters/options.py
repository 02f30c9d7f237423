"""What can be filtered by in a programme, as the rows of the panel."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from companion.domain.entry import Entry
from companion.domain.filters import NO_VALUE, Facet, Flag, facet_counts, has_flag
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
        count: talks that have it.
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


def option_rows(entries: Sequence[Entry], context: ViewContext) -> tuple[PanelRow, ...]:
    """All choices of a programme; what all talks share is none, unless it is chosen already."""
    talks = [entry for entry in entries if entry.is_contribution]
    return (*_flags(talks, context), *_facets(talks, context))


def _flags(talks: Sequence[Entry], context: ViewContext) -> Iterator[PanelRow]:
    yield GroupRow(group_title(Flag.STARRED))
    for flag in Flag:
        count = sum(has_flag(talk, flag) for talk in talks)
        yield OptionRow(flag, "", choice_text(flag), count, context.chosen.choice(flag))


def _facets(talks: Sequence[Entry], context: ViewContext) -> Iterator[PanelRow]:
    counts = facet_counts(talks, context.zone)
    for facet in _ORDER:
        held = dict(counts[facet])
        asked = {part.value for part in context.chosen.parts() if part.of is facet}
        values = sorted(held.keys() | asked, key=lambda value: (value == NO_VALUE, value))
        if len(values) < 2 and not asked:
            continue
        yield GroupRow(group_title(facet))
        for value in values:
            wanted = context.chosen.choice(facet, value)
            yield OptionRow(facet, value, choice_text(facet, value), held.get(value, 0), wanted)


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
