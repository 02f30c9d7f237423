"""What an entry says: plain text for everybody, HTML for those who show it."""

import html
import re
from dataclasses import dataclass
from functools import lru_cache

from companion.domain.calendar import CalendarEntry
from companion.domain.people import PersonLink, unique
from companion.domain.timetable import Contribution
from companion.text.flatten import flatten
from companion.text.markup import NOTHING_READABLE, to_html
from companion.text.plain import title_text

# Emphasis, code, links, tables, tags, lists: what plain text shows worse.
_MARKUP = re.compile(r"[*`|]|\]\(|</?[A-Za-z]|^\s*(?:[-+]|\d+[.)])\s|(?<!\w)_|^#", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Rendered:
    plain: str
    html: str


def plain(entry: CalendarEntry) -> str:
    """People, session, text and, last, the link, in paragraphs of readable plain text."""
    if entry.posters:
        text = "\n\n".join(_poster(item) for item in entry.posters)
    else:
        text = _rendered(_raw(entry)).plain
    parts = ["\n".join(_facts(entry)), text, entry.url]
    return "\n\n".join(part for part in parts if part)


def rich(entry: CalendarEntry) -> str:
    """The same as HTML; empty where it would show nothing more."""
    if entry.posters or not _MARKUP.search(_raw(entry)):
        return ""
    facts = "<br>".join(html.escape(fact, quote=False) for fact in _facts(entry))
    address = html.escape(entry.url)
    parts = [
        f"<p>{facts}</p>" if facts else "",
        _rendered(_raw(entry)).html,
        f'<p><a href="{address}">{address}</a></p>' if address else "",
    ]
    return f"<!DOCTYPE html><html><body>{''.join(parts)}</body></html>"


def _raw(entry: CalendarEntry) -> str:
    return entry.text if entry.source is None else entry.source.description


@lru_cache(maxsize=4096)
def _rendered(raw: str) -> _Rendered:
    """Rendering takes longest of all, so both forms come from one, and repeats are free.

    The texts of a large programme fit, so that a second export of it takes a third of the time.
    """
    body = to_html(raw)
    text = flatten(body).strip()
    return _Rendered("" if text == NOTHING_READABLE else text, body.strip())


def _facts(entry: CalendarEntry) -> list[str]:
    item = entry.source
    if item is None:
        return [f"Session: {entry.session_title}"] if entry.session_title else []
    facts = [
        ("Speakers" if len(item.speakers) > 1 else "Speaker", _people(item.speakers)),
        ("Authors", _people(item.authors) if _has_other_authors(item) else ""),
        ("Session", entry.session_title),
        ("Board", item.board_number),
        ("Code", item.code),
    ]
    return [f"{name}: {value}" for name, value in facts if value]


def _has_other_authors(item: Contribution) -> bool:
    speakers = {link.identity for link in item.speakers}
    return any(link.identity not in speakers for link in item.authors)


def _people(links: tuple[PersonLink, ...]) -> str:
    return ", ".join(_person(link) for link in unique(links))


def _person(link: PersonLink) -> str:
    return f"{link.name} ({link.affiliation})" if link.affiliation else link.name


def _poster(item: Contribution) -> str:
    """One poster in a session's list: board or code, title, people."""
    mark = item.board_number or item.code
    title = title_text(item.title)
    first = f"{mark}: {title}" if mark else title
    people = _people(item.speakers or item.authors)
    return f"{first}\n{people}" if people else first
