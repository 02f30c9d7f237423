"""What the palette offers: commands, editions, and the talks of the edition shown."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from companion.domain.entry import Entry, EntryRef
from companion.ui.actions import Actions, commands, groups, key_texts
from companion.ui.context import ViewContext
from companion.ui.format import day_span, time_text, weekday_text
from companion.ui.hands.matching import mismatch, searchable
from companion.ui.i18n import edition_title, place_name, translate
from companion.ui.marks import query_words
from companion.ui.words import speakers_line, talk_title

if TYPE_CHECKING:
    from companion.services.editions import EditionInfo

MOST = 60
_LETTERS_FOR_TALKS = 2
_EDITION, _TALK = 1, 3


@dataclass(frozen=True, slots=True)
class Choice:
    """One line.

    Attributes:
        detail: beside the title, dim.
        keys: at the right, as the system writes them.
        plain, also: title and detail, `searchable`.
        rank: kinds with a lower one come first where both fit about as well.
    """

    title: str
    detail: str
    icon: str
    run: Callable[[], None]
    keys: str = ""
    plain: str = ""
    also: str = ""
    rank: int = 0

    @property
    def sentence(self) -> str:
        """The line for screen readers."""
        return ", ".join(part for part in (self.title, self.detail, self.keys) if part)


def command_choices(actions: Actions) -> tuple[Choice, ...]:
    """Every command of the menu that can be given now."""
    names = {group.name: group.text for group in groups()}
    return tuple(
        Choice(
            title=command.text,
            detail=names[command.group],
            icon="list" if command.group == "view" else "command",
            run=actions[command.name].trigger,
            keys="".join(key_texts(command.keys)[:1]),
            plain=searchable(command.text),
            also=searchable(names[command.group]),
        )
        for command in commands()
        if command.is_listed and command.name != "palette" and actions[command.name].isEnabled()
    )


def edition_choices(
    infos: Iterable["EditionInfo"], open_edition: Callable[[str], None]
) -> tuple[Choice, ...]:
    """All editions."""
    return tuple(_edition(info, partial(open_edition, info.key)) for info in infos)


def _edition(info: "EditionInfo", run: Callable[[], None]) -> Choice:
    days = day_span(*info.days) if info.days else ""
    parts = (translate("Palette", "Edition"), place_name(info.edition.city or ""), days)
    detail = " · ".join(part for part in parts if part)
    title = edition_title(info.edition.title)
    plain, also = searchable(title), searchable(detail)
    return Choice(title, detail, "globe", run, plain=plain, also=also, rank=_EDITION)


def talk_choices(
    entries: Iterable[Entry], context: ViewContext, open_talk: Callable[[EntryRef], None]
) -> tuple[Choice, ...]:
    """All talks; also found by who has a part in them. Runs in a worker."""
    return tuple(
        _talk(entry, context, partial(open_talk, entry.ref))
        for entry in entries
        if entry.is_contribution
    )


def _talk(entry: Entry, context: ViewContext, run: Callable[[], None]) -> Choice:
    title = talk_title(entry.title)
    detail = " · ".join(part for part in (_when(entry, context), speakers_line(entry)) if part)
    also = searchable(" ".join(link.name for link in (*entry.speakers, *entry.authors)))
    return Choice(
        title, detail, "presentation", run, plain=searchable(title), also=also, rank=_TALK
    )


def _when(entry: Entry, context: ViewContext) -> str:
    if entry.start_dt is None:
        return ""
    day = entry.start_dt.astimezone(context.zone).date()
    return f"{weekday_text(day)} {day.day}, {time_text(entry.start_dt, context.zone)}"


def best(query: str, choices: tuple[Choice, ...], talks: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """The lines for what was typed, best first; all but the talks where nothing was.

    Args:
        query: as typed.
        choices: those that are always offered.
        talks: the others, offered where enough was typed.
    """
    words = query_words(query)
    if not words:
        return choices
    if sum(map(len, words)) >= _LETTERS_FOR_TALKS:
        choices += talks
    found: list[tuple[int, int, int, int]] = []
    for place, choice in enumerate(choices):
        distance = mismatch(words, choice.plain, choice.also)
        if distance is not None:
            found.append((distance + choice.rank, choice.rank, len(choice.plain), place))
    return tuple(choices[place] for *_, place in sorted(found)[:MOST])
