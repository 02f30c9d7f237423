"""People of list rows as compact JSON: the program reads thousands of them before it paints."""

import json
from collections.abc import Iterable

from companion.domain.people import PersonLink

People = tuple[PersonLink, ...]

_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_DECODE = json.JSONDecoder().raw_decode
"""Half the time of `json.loads`, which looks at each text before and after it reads it."""


def people_text(*groups: Iterable[PersonLink]) -> str:
    """A JSON array: the links, each once, then for each group the places of its members."""
    places: dict[PersonLink, int] = {}
    members = [[places.setdefault(link, len(places)) for link in group] for group in groups]
    links = [
        (p.first_name, p.last_name, p.affiliation, p.title, p.person_id, p.link_id) for p in places
    ]
    return _ENCODE([links, *members])


def read_people(text: str) -> list[People]:
    """The groups that `people_text` wrote.

    Raises:
        ValueError, TypeError, LookupError: it did not.
    """
    (rows, *groups), _end = _DECODE(text)
    links = [PersonLink(*row) for row in rows]
    return [tuple([links[place] for place in group]) for group in groups]
