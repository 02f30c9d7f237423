"""Why two people or two talks are put together, in words.

A reason is a template with named values, so that a user interface can translate the template and
fill it afterwards.
"""

from collections.abc import Iterable
from dataclasses import dataclass

SAME_NAME = "the same name"
OTHER_ACCENTS = "the same name with other accents"
OTHER_SPELLING = "the same name in another spelling"
OTHER_ORDER = "given and family name in the other order"
MIDDLE_NAME = "the same name but for a middle name"
FAMILY_PART = "one of the two family names"
INITIALS = "a given name that fits the initial"
SAME_AFFILIATION = "the same affiliation: {affiliation}"
OTHER_AFFILIATION = "another affiliation: {then}, now {now}"
NO_AFFILIATION = "an affiliation is not known"
COAUTHORS = "co-authors in both: {names}"
SAME_SUBJECT = "talks about the same"
NOTHING_ELSE = "nothing else speaks for it"
NAMESAKES = "several people have this name in one edition"
LISTED_TWICE = "listed more than once under this name and affiliation"
DECIDED = "you said so"

SHARED_PEOPLE = "{names} in both"
PERHAPS_SHARED = "perhaps the same people: {names}"
SAME_TITLE = "the same title"
SHARED_WORDS = "both about {words}"
STARRED_BEFORE = "you starred “{title}”"
SPEAKS_AGAIN = "{names} of a talk that you starred"

TEMPLATES = (
    *(SAME_NAME, OTHER_ACCENTS, OTHER_SPELLING, OTHER_ORDER, MIDDLE_NAME, FAMILY_PART, INITIALS),
    *(SAME_AFFILIATION, OTHER_AFFILIATION, NO_AFFILIATION, COAUTHORS, SAME_SUBJECT, NOTHING_ELSE),
    *(NAMESAKES, LISTED_TWICE, DECIDED, SHARED_PEOPLE, PERHAPS_SHARED, SAME_TITLE, SHARED_WORDS),
    *(STARRED_BEFORE, SPEAKS_AGAIN),
)
"""All of them, for translators."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One of the templates with its values, as pairs of name and text."""

    template: str
    values: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        return self.template.format(**dict(self.values))


def because(template: str, **values: str) -> Reason:
    """A reason."""
    return Reason(template, tuple(values.items()))


def sentence(reasons: Iterable[Reason]) -> str:
    """All reasons on one line, in English."""
    return "; ".join(map(str, reasons))
