"""Parts of a programme in words: titles, people, rooms, badges, and rows as sentences."""

import re
from datetime import datetime
from functools import lru_cache

from companion.domain.bookmark import Star
from companion.domain.entry import Entry, EntryState
from companion.domain.people import PersonLink
from companion.domain.times import day_of
from companion.services.agenda import (
    DayRow,
    HeaderRow,
    NowRow,
    Phase,
    ResultRow,
    Row,
    SlimRow,
    TalkRow,
)
from companion.ui.context import ViewContext
from companion.ui.format import (
    ago_text,
    day_heading,
    duration_text,
    long_day_text,
    time_range,
    time_text,
    weekday_text,
)
from companion.ui.i18n import translate

_RECENT_DAYS = 3
_UNSEEN = " \t\n\r\u00a0\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u3000\ufeff"
"""Of a title of such letters alone nothing would be seen."""


_LATEX = re.compile(r"\\[a-zA-Z]+\s?|[\\${}]")
_state = {"is_deferred": False}


def defer_formulas() -> None:
    """Until `prepare_formulas`, titles with formulas are shown without their LaTeX commands.

    What reads LaTeX takes 40 ms to import: too long for the first picture of the window.
    """
    _state["is_deferred"] = True


def prepare_formulas() -> None:
    """Import what reads LaTeX; off the GUI thread, before the rows are filled again."""
    from companion.text.plain import title_text  # noqa: PLC0415 - the point of this function

    title_text("$x$")
    _state["is_deferred"] = False


def talk_title(title: str) -> str:
    """The title of a talk, which must not be blank: it is what people press."""
    return title_of(title) if title.strip(_UNSEEN) else translate("Row", "Untitled")


def title_of(title: str) -> str:
    """A title for lists: its formulas in Unicode, no `$` or backslash left."""
    if "$" not in title and "\\" not in title:
        return title if "\n" not in title else " ".join(title.split())
    if _state["is_deferred"]:
        return " ".join(_LATEX.sub(" ", title).split())
    return _with_formulas(title)


@lru_cache(maxsize=4096)
def _with_formulas(title: str) -> str:
    from companion.text.plain import title_text  # noqa: PLC0415 - most titles do not need it

    return title_text(title)


def people_line(links: tuple[PersonLink, ...]) -> str:
    """`Ada Abel, Bo Brandt · CERN, ETH Zurich`."""
    names = ", ".join(link.name for link in links)
    places = ", ".join(dict.fromkeys(link.affiliation for link in links if link.affiliation))
    return f"{names} · {places}" if places else names


def speakers_line(entry: Entry) -> str:
    """Who speaks; the authors where no speaker is named (posters)."""
    return people_line(entry.speakers or entry.authors)


def place_line(room: str, venue: str) -> str:
    """`Copland Theatre, University of Melbourne`."""
    return ", ".join(dict.fromkeys(part for part in (room, venue) if part))


def chairs_line(block: Entry) -> str:
    """`chair Rana Ueda`; empty without."""
    names = ", ".join(link.name for link in block.conveners)
    if not names:
        return ""
    return translate("Row", "chair {names}").format(names=names)


def header_title(row: HeaderRow) -> str:
    """Session and block, each once: `Theory of learning – morning`."""
    block = row.block
    if block is None:
        return title_of(row.title) or translate("Row", "Without a session")
    session, title = block.session_title or "", row.title
    if title and session and title != session and not title.startswith(session):
        text = f"{title_of(session)} – {title_of(title)}"
    else:
        text = title_of(title or session)
    if row.is_continued:
        return translate("Row", "{title} (continued)").format(title=text)
    return text


def header_place(row: HeaderRow) -> str:
    """`Copland Theatre · chair Rana Ueda`."""
    if row.block is None:
        return ""
    return " · ".join(part for part in (row.block.room_name, chairs_line(row.block)) if part)


def badges(row: TalkRow, context: ViewContext) -> tuple[tuple[str, bool], ...]:
    """The states of a talk in words; True for those that need a decision."""
    entry = row.entry
    found: list[tuple[str, bool]] = []
    if row.phase is Phase.RUNNING:
        found.append((translate("Badge", "running now"), False))
    if entry.is_poster:
        found.append((poster_badge(entry), False))
    if entry.has_materials:
        found.append((translate("Badge", "materials"), False))
    if entry.star is Star.TENTATIVE:
        found.append((translate("Badge", "tentative"), False))
    if entry.state is EntryState.WITHDRAWN:
        found.append((translate("Badge", "no longer in the programme"), True))
    elif _is_recent(entry.changed_dt, context.now):
        ago = ago_text(entry.changed_dt or context.now, context.now)
        found.append((translate("Badge", "changed {ago}").format(ago=ago), False))
    if row.overlaps:
        found.append((overlap_text(row), True))
    return tuple(found)


def poster_badge(entry: Entry) -> str:
    """`poster 12`."""
    if entry.board_number:
        return translate("Badge", "poster {board}").format(board=entry.board_number)
    return translate("Badge", "poster")


def overlap_text(row: TalkRow) -> str:
    """`overlaps 12 min with “...”`."""
    first, more = row.overlaps[0], len(row.overlaps) - 1
    text = translate("Badge", "overlaps {length} with “{title}”").format(
        length=duration_text(first.duration), title=talk_title(first.other.title)
    )
    if not more:
        return text
    return translate("Badge", "{overlap} and %n more", "", more).format(overlap=text)


def _is_recent(moment: datetime | None, now: datetime) -> bool:
    return moment is not None and (now - moment).days < _RECENT_DAYS


def star_words(star: Star) -> str:
    """The state of the star in words; empty without one."""
    if star is Star.STARRED:
        return translate("Row", "starred")
    if star is Star.TENTATIVE:
        return translate("Row", "tentative")
    return ""


def sentence(row: Row, context: ViewContext) -> str:
    """A row as a screen reader shall say it."""
    if isinstance(row, TalkRow):
        return _talk_sentence(row, context)
    if isinstance(row, ResultRow):
        return _result_sentence(row)
    if isinstance(row, SlimRow):
        return _joined(_when(row.entry, context), title_of(row.entry.title), row.entry.room_name)
    if isinstance(row, HeaderRow):
        text = _joined(header_title(row), header_place(row))
        return translate("Row", "Session: {text}").format(text=text)
    if isinstance(row, NowRow):
        return translate("Row", "Now, {time}").format(time=time_text(row.moment, context.zone))
    return day_title(row) if isinstance(row, DayRow) else _joined(row.title, row.note)


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _result_sentence(row: ResultRow) -> str:
    hit = row.hit
    when = result_when(row)
    speakers = translate("Row", "by {people}").format(people=hit.speakers) if hit.speakers else ""
    snippet = hit.snippet.replace("\x02", "").replace("\x03", "")
    return _joined(" ".join(when), talk_title(hit.title), speakers, snippet, star_words(hit.star))


def result_when(row: ResultRow) -> tuple[str, str]:
    """Time and short day of a result: `10:30`, `Tue 26`."""
    start = row.hit.start_dt
    if start is None:
        return ("–", "")
    day = day_of(start, row.tz)
    return time_text(start, row.tz), f"{weekday_text(day)} {day.day}"


def day_title(row: DayRow) -> str:
    """`Monday 25 November 2024`, or that there is no time yet."""
    if row.day is None:
        return translate("Row", "Not yet scheduled")
    return day_heading(row.day)


def _talk_sentence(row: TalkRow, context: ViewContext) -> str:
    entry = row.entry
    speakers = people_line(entry.speakers)
    by = translate("Row", "by {people}").format(people=speakers) if speakers else ""
    states = [text for text, _ in badges(row, context)]
    if row.phase is Phase.PAST:
        states.append(translate("Row", "over"))
    day = long_day_text(row.day) if row.day else ""
    about = (day, _when(entry, context), talk_title(entry.title), by, entry.room_name)
    return _joined(*about, *states, star_words(entry.star))


def _when(entry: Entry, context: ViewContext) -> str:
    if entry.start_dt is None or entry.end_dt is None:
        return translate("Row", "not yet scheduled")
    return time_range(entry.start_dt, entry.end_dt, context.zone)
