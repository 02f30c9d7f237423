"""People of list rows as compact JSON: the program reads thousands of them before it paints."""

import json
from collections.abc import Iterable

from companion.domain.people import PersonLink


def people_text(links: Iterable[PersonLink]) -> str:
    """A JSON array with one array a person."""
    rows = [
        (
            link.first_name,
            link.last_name,
            link.affiliation,
            link.title,
            link.person_id,
            link.link_id,
        )
        for link in links
    ]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":")) if rows else "[]"


def read_people(text: str) -> tuple[PersonLink, ...]:
    """What `people_text` wrote.

    Raises:
        ValueError, TypeError: it did not.
    """
    if text == "[]":
        return ()
    return tuple(PersonLink(*row) for row in json.loads(text))
