"""What of a talk is searched, and under which heading."""

from collections.abc import Iterable
from dataclasses import dataclass

from companion.domain.people import PersonLink, unique
from companion.domain.timetable import Contribution
from companion.storage.folding import index_text
from companion.storage.plain import plain_text


@dataclass(frozen=True, slots=True)
class SearchText:
    """One talk's texts without marks, in their own spelling.

    Attributes:
        people: “Name (affiliation)”, everyone with a part in it; subcontributions' speakers too.
        session: session and track.
        keywords: keywords, type, code and board number.
        text: description, then titles of subcontributions.
    """

    title: str
    people: str
    session: str
    keywords: str
    text: str


def search_text(item: Contribution) -> SearchText:
    """The texts to show snippets of."""
    people = [
        f"{link.name} ({link.affiliation})" if link.affiliation else link.name
        for link in _people(item)
    ]
    marks = (*item.keywords, item.type, item.code, item.board_number)
    return SearchText(
        title=plain_text(item.title),
        people=_joined(people),
        session=_joined((item.session_title, item.track)),
        keywords=_joined(marks),
        text=plain_text("\n".join((item.description, *(s.title for s in item.subcontributions)))),
    )


def folded_row(item: Contribution, text: SearchText) -> dict[str, str]:
    """The columns of the search index; names and affiliations apart, as they weigh differently."""
    people = _people(item)
    return {
        "title": index_text(text.title),
        "people": index_text(" ".join(link.name for link in people)),
        "affiliations": index_text(" ".join(link.affiliation for link in people)),
        "session": index_text(text.session),
        "keywords": index_text(text.keywords),
        "text": index_text(text.text),
    }


def _people(item: Contribution) -> tuple[PersonLink, ...]:
    speakers = tuple(link for sub in item.subcontributions for link in sub.speakers)
    return unique(item.people + speakers)


def _joined(parts: Iterable[str | None]) -> str:
    return plain_text(", ".join(part for part in parts if part))
