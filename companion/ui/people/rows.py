"""The rows of everyone: people under their letters, and under an opened one the talks."""

from collections.abc import Collection, Iterable, Iterator

from companion.domain.people import PersonLink
from companion.domain.people_index import PersonParts
from companion.frozen import frozen
from companion.services.agenda import Row, TalkRow, TitleRow
from companion.services.people_list import letter_of, listed_name
from companion.services.starred import on_its_day
from companion.ui.context import ViewContext
from companion.ui.i18n import labelled, translate
from companion.ui.words import sentence

_NOBODY = PersonParts(PersonLink("", ""), ())


class _Closed:
    """The rows that were made last while nobody was opened, and of whom in which language."""

    def __init__(self) -> None:
        self.last: tuple[object, str, tuple[Row, ...]] = (None, "", ())


_closed = _Closed()


@frozen
class PersonRow(TitleRow):
    """Somebody; `title` is “Family, Given”, `note` what they do.

    Attributes:
        parts: the person and their talks.
        is_open: whether their talks stand under this row.
    """

    parts: PersonParts = _NOBODY
    is_open: bool = False

    @property
    def identity(self) -> tuple[object, ...]:
        """Who it is."""
        return self.parts.person.identity


@frozen
class PartRow(TalkRow):
    """A talk of somebody, and whether they speak in it."""

    is_speaker: bool = False


def people_rows(
    people: Iterable[PersonParts], opened: Collection[tuple[object, ...]], context: ViewContext
) -> tuple[Row, ...]:
    """People with the talks of those who are opened, a title for each letter.

    While nobody is, those of a tuple are remembered, so that a worker can make them beforehand.
    """
    if opened or not isinstance(people, tuple):
        return _made_rows(people, opened, context)
    of, language, rows = _closed.last
    spoken_here = role_of(is_speaker=True)
    if of is not people or language != spoken_here:
        fits = isinstance(of, tuple) and language == spoken_here
        rows = (_renewed(rows, people) if fits else None) or _made_rows(people, opened, context)
        _closed.last = (people, spoken_here, rows)
    return rows


def _renewed(rows: tuple[Row, ...], people: tuple[PersonParts, ...]) -> tuple[Row, ...] | None:
    """The same people with other talks, such as starred ones; None if they are others."""
    left = iter(people)
    made: list[Row] = []
    for row in rows:
        if isinstance(row, PersonRow):
            parts = next(left, _NOBODY)
            if parts is not row.parts:
                if parts.person is not row.parts.person or not _are_alike(parts, row.parts):
                    return None
                row = PersonRow(row.title, row.note, parts)  # noqa: PLW2901 - the same, renewed
        made.append(row)
    return None if next(left, None) else tuple(made)


def _are_alike(one: PersonParts, other: PersonParts) -> bool:
    """Whether the same is noted of them."""
    return len(one.parts) == len(other.parts) and one.is_speaker == other.is_speaker


def _made_rows(
    people: Iterable[PersonParts], opened: Collection[tuple[object, ...]], context: ViewContext
) -> tuple[Row, ...]:
    rows: list[Row] = []
    letter = ""
    # Thousands of people share a few notes.
    notes: dict[tuple[bool, int], str] = {}
    for parts in people:
        its_letter = letter_of(parts.person)
        if its_letter != letter:
            letter = its_letter
            rows.append(TitleRow(letter))
        is_open = parts.person.identity in opened
        kind = (parts.is_speaker, len(parts.parts))
        note = notes.get(kind) or notes.setdefault(kind, note_of(parts))
        rows.append(PersonRow(listed_name(parts.person), note, parts, is_open))
        if is_open:
            rows += _talks(parts, context)
    return tuple(rows)


def _talks(parts: PersonParts, context: ViewContext) -> Iterator[PartRow]:
    for part in parts.parts:
        row = on_its_day(part.entry, context.zone, context.now)
        overlaps = context.overlaps.get(part.entry.ref, ())
        yield PartRow(row.entry, row.phase, overlaps, row.day, part.is_speaker)


def note_of(parts: PersonParts) -> str:
    """`speaker, 2 talks`."""
    count = translate("People", "%n talk(s)", "", len(parts.parts))
    return translate("People", "{role}, {talks}").format(
        role=role_of(is_speaker=parts.is_speaker), talks=count
    )


def role_of(*, is_speaker: bool) -> str:
    """What somebody is in a talk."""
    return translate("People", "speaker") if is_speaker else translate("People", "author")


def spoken(row: Row, context: ViewContext) -> str:
    """A row as a screen reader shall say it."""
    if isinstance(row, PersonRow):
        state = translate("People", "opened") if row.is_open else translate("People", "closed")
        parts = (row.title, row.parts.person.affiliation, row.note, state)
        return ", ".join(part for part in parts if part)
    words = sentence(row, context)
    if isinstance(row, PartRow):
        return labelled(role_of(is_speaker=row.is_speaker), words)
    return words
