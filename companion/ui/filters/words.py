"""What filters are called, and what is said when they hide everything."""

from collections.abc import Sequence
from datetime import date

from companion.domain.entry import Entry
from companion.domain.filters import NO_VALUE, Facet, Flag, Part, hiding
from companion.ui.context import ViewContext
from companion.ui.format import day_text
from companion.ui.i18n import labelled, quoted, translate
from companion.ui.words import title_of


def group_title(of: Facet | Flag) -> str:
    """The heading over the choices of one kind."""
    if isinstance(of, Flag):
        return translate("Filters", "Talks")
    return {
        Facet.DAY: translate("Filters", "Day"),
        Facet.SESSION: translate("Filters", "Session"),
        Facet.TRACK: translate("Filters", "Track"),
        Facet.TYPE: translate("Filters", "Type"),
        Facet.ROOM: translate("Filters", "Room"),
    }[of]


def choice_text(of: Facet | Flag, value: str = "") -> str:
    """`Starred`, `Tue 26 Nov`, `Kernel methods`, `No track`."""
    if isinstance(of, Flag):
        return {
            Flag.STARRED: translate("Filters", "Starred"),
            Flag.MATERIALS: translate("Filters", "With slides or files"),
            Flag.POSTER: translate("Filters", "Posters"),
        }[of]
    if value == NO_VALUE:
        return _no_value(of)
    return day_text(date.fromisoformat(value)) if of is Facet.DAY else title_of(value)


def _no_value(facet: Facet) -> str:
    return {
        Facet.DAY: translate("Filters", "Not yet scheduled"),
        Facet.SESSION: translate("Filters", "No session"),
        Facet.TRACK: translate("Filters", "No track"),
        Facet.TYPE: translate("Filters", "No type"),
        Facet.ROOM: translate("Filters", "No room"),
    }[facet]


def part_text(part: Part) -> str:
    """`Kernel methods`; `not Kernel methods`."""
    text = choice_text(part.of, part.value)
    if part.is_wanted:
        return text
    return translate("Filters", "not {choice}", "a filter that leaves out").format(choice=text)


def part_sentence(part: Part) -> str:
    """For screen readers: `Track: only Kernel methods`."""
    text = choice_text(part.of, part.value)
    if part.is_wanted:
        text = translate("Filters", "only {choice}").format(choice=text)
    else:
        text = translate("Filters", "without {choice}").format(choice=text)
    return text if isinstance(part.of, Flag) else labelled(group_title(part.of), text)


def count_text(context: ViewContext, entries: Sequence[Entry]) -> str:
    """`12 of 116 talks`."""
    total, matching = (
        sum(entry.is_contribution for entry in held) for held in (entries, context.wanted(entries))
    )
    return translate("Filters", "{count} of %n talk(s)", "", total).format(count=matching)


def nothing_matches(context: ViewContext, talks: Sequence[Entry]) -> str:
    """Which filter hides everything; empty if there is no filter, or nothing it could hide."""
    chosen = context.chosen
    if not chosen or not any(talk.is_contribution for talk in talks):
        return ""
    names = ", ".join(quoted(part_text(part)) for part in chosen.parts())
    text = translate("Filters", "Your filters hide everything here: {filters}.")
    text = text.format(filters=names)
    helpful = hiding(chosen, talks, context.zone)
    if not helpful or len(chosen.parts()) == 1:
        return text
    part, count = helpful[0]
    hint = translate("Filters", "Without “{filter}” there would be %n talk(s).", "", count)
    return f"{text}\n{hint.format(filter=part_text(part))}"
