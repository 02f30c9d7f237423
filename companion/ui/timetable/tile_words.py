"""What a tile says: in full for those who hear it, in lines as far as its size allows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from companion.domain.bookmark import Star
from companion.domain.entry import Entry
from companion.domain.grid import Tile, TileKind
from companion.services.agenda import SlimRow, TalkRow, phase_of
from companion.ui.context import ViewContext
from companion.ui.delegates.text import Measure
from companion.ui.format import time_range, time_text
from companion.ui.i18n import translate
from companion.ui.timetable.metrics import BAR, PADDING, GridMetrics
from companion.ui.words import overlap_text, people_line, sentence, talk_title, title_of

_NARROW = 240
"""Width below which a line holds the title only."""


@dataclass(frozen=True, slots=True)
class TileText:
    """The words of a tile.

    Attributes:
        kind: of the tile; has_star: whether a star takes room in its corner.
        people: who speaks; posters: their number instead.
        place: the room, where the column does not say it.
        warning: what needs a decision, such as an overlap.
    """

    kind: TileKind
    title: str
    start: str
    when: str
    has_star: bool = False
    people: str = ""
    place: str = ""
    warning: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """Text at a place within the tile; its ink is `title`, `words`, `link` or `warning`."""

    measure: Measure
    text: str
    ink: str
    left: float
    top: float


def tile_text(
    tile: Tile, posters: tuple[Entry, ...], context: ViewContext, column: str
) -> TileText:
    """The words of a tile in a column with this title."""
    entry = tile.entry
    return TileText(
        kind=tile.kind,
        has_star=entry.star is not Star.NONE,
        title=(talk_title if tile.kind is TileKind.TALK else title_of)(entry.title),
        start=time_text(tile.start_dt, context.zone),
        when=time_range(tile.start_dt, tile.end_dt, context.zone),
        people=posters_text(posters) if tile.kind is TileKind.POSTERS else _speakers(entry),
        place="" if column and entry.room_name == column else entry.room_name,
        warning=_warning(entry, context),
    )


def posters_text(posters: tuple[Entry, ...]) -> str:
    """`25 posters, 3 starred`."""
    count = translate("Timetable", "%n poster(s)", "", len(posters))
    starred = sum(1 for poster in posters if poster.star is not Star.NONE)
    if not starred:
        return count
    return translate("Timetable", "{count}, %n starred", "", starred).format(count=count)


Lit = Callable[[Entry], bool]
"""Whether a view is about a talk."""


def is_lit(tile: Tile, posters: Sequence[Entry], lit: Lit | None) -> bool:
    """Whether a view is about a tile: about its talk, or one of its posters."""
    if lit is None:
        return True
    shown = posters if tile.kind is TileKind.POSTERS else (tile.entry,)
    return any(entry.is_contribution and lit(entry) for entry in shown)


def tile_sentence(tile: Tile, posters: tuple[Entry, ...], context: ViewContext) -> str:
    """A tile as a screen reader shall say it; also that it is greyed by a filter."""
    words = _sentence(tile, posters, context)
    if context.chosen and not is_lit(tile, posters, context.matches):
        return translate("Timetable", "{talk}, not among the filtered").format(talk=words)
    return words


def _sentence(tile: Tile, posters: tuple[Entry, ...], context: ViewContext) -> str:
    phase = phase_of(tile.entry, context.now)
    if tile.kind is TileKind.TALK:
        overlaps = context.overlaps.get(tile.entry.ref, ())
        return sentence(TalkRow(tile.entry, phase, overlaps), context)
    words = sentence(SlimRow(tile.entry, phase), context)
    return f"{words}, {posters_text(posters)}" if tile.kind is TileKind.POSTERS else words


def tool_tip(tile: Tile, text: TileText) -> str:
    """Everything a tile would say if it were large enough, as plain text."""
    room = text.place or tile.entry.room_name
    lines = (text.title, text.people, " · ".join(filter(None, (text.when, room))), text.warning)
    return "\n".join(filter(None, lines))


def tile_lines(text: TileText, metrics: GridMetrics, size: tuple[int, int]) -> tuple[Line, ...]:
    """The lines that fit into a tile of this width and height, most needed first."""
    width, height = size
    if height < metrics.small_title.height:
        return ()
    inner = width - PADDING - BAR - (metrics.star + 14 if text.has_star else 8)
    count = (height - 6) // metrics.words.height
    if count < 2 or text.kind is TileKind.BREAK:
        return tuple(_one_line(text, metrics, inner, height))
    return tuple(_lines(text, metrics, inner, (height, count)))


def _one_line(text: TileText, metrics: GridMetrics, width: int, height: int) -> list[Line]:
    """Start, title and as much of the rest as there is room for, beside each other."""
    is_low = height < metrics.title.height
    title = metrics.small_title if is_low else metrics.title
    words = metrics.hour if is_low else metrics.words
    is_break = text.kind is TileKind.BREAK
    if is_break:
        title = words
        height = min(height, words.height + 12)
    left = float(BAR + PADDING)
    right = left + width
    found: list[Line] = []
    if width >= metrics.px(_NARROW) or is_break:
        time = metrics.hour if is_low else metrics.time
        found.append(Line(time, text.start, "words", left, (height - time.height) / 2))
        left += time.width("00:00") + 12
    shown = title.elided(text.title, max(0, int(right - left)))
    ink = "words" if is_break else "title"
    found.append(Line(title, shown, ink, left, (height - title.height) / 2))
    left += title.width(shown) + 12
    rest = [(text.warning, "warning")] if text.warning else []
    rest += [(" · ".join(filter(None, (text.people, text.place))), "words")]
    for words_text, ink in rest:
        if words_text and right - left >= metrics.px(80):
            shown = words.elided(words_text, int(right - left))
            found.append(Line(words, shown, ink, left, (height - words.height) / 2))
            left += words.width(shown) + 12
    return found


def _lines(text: TileText, metrics: GridMetrics, width: int, room: tuple[int, int]) -> list[Line]:
    """Title over people over time and place."""
    height, count = room
    width = max(1, width)
    needed = metrics.title.line_count(text.title, width)
    below = _below(text, count, is_narrow=width < metrics.px(_NARROW))
    if count - len(below) < needed:
        below = below[:-1]
    most = max(1, min(3, count - len(below)))
    titles = metrics.title.lines(text.title, width, most)
    left, top = float(BAR + PADDING), 4.0 if count < 3 else 6.0
    found = [
        Line(metrics.title, title, "title", left, top + place * metrics.title.height)
        for place, title in enumerate(titles)
    ]
    top += len(titles) * metrics.title.height
    for words, ink in below:
        if top + metrics.words.height > height + 1:
            break
        measure = metrics.time if words == text.when else metrics.words
        found.append(Line(measure, measure.elided(words, width), ink, left, top))
        top += metrics.words.height
    return found


def _below(text: TileText, count: int, *, is_narrow: bool) -> list[tuple[str, str]]:
    """What stands under the title, most needed first."""
    people = (text.people, "link" if text.kind is TileKind.POSTERS else "words")
    when = " · ".join(filter(None, (text.when, text.place)))
    if count == 2 and text.warning:
        return [(text.warning, "warning")]
    if count == 2 and not is_narrow and text.kind is not TileKind.POSTERS:
        return [(" · ".join(filter(None, (text.when, text.people or text.place))), "words")]
    lines = [people, (when, "words"), (text.warning, "warning")]
    return [line for line in lines if line[0]][: count - 1]


def _speakers(entry: Entry) -> str:
    return people_line(entry.speakers)


def _warning(entry: Entry, context: ViewContext) -> str:
    overlaps = context.overlaps.get(entry.ref, ())
    if not overlaps or entry.star is Star.NONE:
        return ""
    return overlap_text(TalkRow(entry, phase_of(entry, context.now), overlaps))
