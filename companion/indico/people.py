"""People of both answers → `PersonLink`, in the site's order."""

from functools import lru_cache

from companion.domain.people import PersonLink
from companion.indico.payloads import PersonIn, TimetablePersonIn


def people(links: list[PersonIn] | None) -> tuple[PersonLink, ...]:
    """Of the event answer: each with the ids of person and link."""
    return tuple(
        [
            _person(
                link.first_name or "",
                link.last_name or "",
                link.full_name or "",
                link.affiliation or "",
                link.person_id,
                link.db_id,
            )
            for link in links or ()
        ]
    )


def timetable_people(links: list[TimetablePersonIn] | None) -> tuple[PersonLink, ...]:
    """Of the timetable answer, which gives no ids and writes first names first."""
    return tuple(
        _timetable_person(
            link.first_name or "", link.family_name or "", link.name or "", link.affiliation or ""
        )
        for link in links or ()
    )


# Most people stand in an event several times: as speaker, as author, in several talks.
@lru_cache(maxsize=8192)
def _person(
    first: str, last: str, full: str, affiliation: str, person_id: int | None, link_id: int | None
) -> PersonLink:
    if not first and not last:
        last, _, first = full.partition(", ")
    name = f"{last}, {first}" if first and last else last or first
    return PersonLink(first, last, affiliation, _before(full, name), person_id, link_id)


@lru_cache(maxsize=8192)
def _timetable_person(first: str, last: str, full: str, affiliation: str) -> PersonLink:
    if not first and not last:
        last = full
    return PersonLink(first, last, affiliation, _before(full, f"{first} {last}".strip()))


def _before(full: str, name: str) -> str:
    """What stands before the name: “Dr” of “Dr Lindholm, Marta”."""
    return full[: -len(name)].strip() if name and full.endswith(name) else ""
