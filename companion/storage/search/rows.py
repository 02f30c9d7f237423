"""What of a talk is searched, and under which heading."""

from collections.abc import Iterable

from companion.domain.people import unique
from companion.domain.timetable import Contribution
from companion.storage.search.folding import index_text
from companion.storage.search.marks import (
    both_texts,
    one_line,
    plain_title,
    shown_title,
)

Row = tuple[int | str, ...]


def search_rows(row_id: int, item: Contribution) -> tuple[Row, Row]:
    """One talk's rows of `programme_text` and of `programme_search`.

    The first has its texts without marks in their own spelling: title; people as “Name
    (affiliation)”, subcontributions' speakers too; session and track; keywords, type, code and
    board number; description and titles of subcontributions, formulas in Unicode. The second has
    the same folded, formulas by the names of their macros, names and affiliations apart, as they
    weigh differently.
    """
    people = unique(item.people + tuple(p for sub in item.subcontributions for p in sub.speakers))
    names = [p.name for p in people]
    places = [p.affiliation for p in people]
    shown = [f"{n} ({p})" if p else n for n, p in zip(names, places, strict=True)]
    title = plain_title(item.title)
    people_shown = one_line(", ".join(shown))
    session = _joined((item.session_title, item.track))
    keywords = _joined((*item.keywords, item.type, item.code, item.board_number))
    raw = "\n".join((item.description, *(s.title for s in item.subcontributions)))
    text, text_shown = both_texts(raw)
    return (
        (row_id, shown_title(item.title), people_shown, session, keywords, text_shown),
        (
            row_id,
            index_text(title),
            index_text(" ".join(names)),
            index_text(" ".join(places)),
            index_text(session),
            index_text(keywords),
            index_text(text),
        ),
    )


def _joined(parts: Iterable[str | None]) -> str:
    return one_line(", ".join(part for part in parts if part))
