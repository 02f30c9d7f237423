"""What a person follows, and which talks it brings."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from companion.domain.people import PersonLink
from companion.domain.series.acronyms import KNOWN, term_of
from companion.domain.series.affiliations import organisations, same_organisation
from companion.domain.series.edition import Talk
from companion.domain.series.latin import plain
from companion.domain.series.names import Likeness, Name, likeness, name_of, parse_name
from companion.domain.series.words import phrases


class FollowKind(StrEnum):
    """What can be followed."""

    PERSON = "person"
    ORGANISATION = "organisation"
    TOPIC = "topic"
    SEARCH = "search"


@dataclass(frozen=True, slots=True)
class Follow:
    """One thing that a person follows.

    Attributes:
        name: as they typed or chose it.
        created_dt: talks seen first after this are news, UTC.
    """

    kind: FollowKind
    name: str
    created_dt: datetime

    @property
    def key(self) -> str:
        """The same for the same thing typed otherwise (case, accents, spaces)."""
        return followed_key(self.kind, self.name)


def followed_key(kind: FollowKind, name: str) -> str:
    """What makes two follows the same."""
    if kind is FollowKind.PERSON:
        return parse_name("", name).key
    if kind is FollowKind.ORGANISATION and (found := organisations(name)):
        return found[0].key
    if kind is FollowKind.TOPIC and (words := topic_words(name)):
        return " ".join(words)
    return " ".join(plain(name).split())


def topic_words(name: str) -> tuple[str, ...]:
    """The stems of a topic as a person types it."""
    return tuple(word for phrase in phrases(name) for word in phrase)


def topic_forms(name: str) -> tuple[tuple[str, ...], ...]:
    """Ways to say a topic: “VQC” is also “variational quantum circuit”, and the other way round."""
    words = topic_words(name)
    forms = {words} if words else set()
    for short, long in KNOWN.items():
        spelled = tuple(term_of(long).split())
        if name.strip().casefold() == short.casefold() or words == spelled:
            forms |= {(short.casefold(),), spelled}
    return tuple(sorted(forms))


def matches(follow: Follow, talk: Talk) -> bool:
    """Whether a talk is by or about what is followed; searches are the store's to answer."""
    if follow.kind is FollowKind.PERSON:
        wanted = parse_name("", follow.name)
        return any(_is_person(wanted, link) for link in talk.people)
    if follow.kind is FollowKind.ORGANISATION:
        return any(same_organisation(follow.name, link.affiliation) for link in talk.people)
    if follow.kind is FollowKind.TOPIC:
        return any(map(talk.says, topic_forms(follow.name)))
    return False


def _is_person(wanted: Name, link: PersonLink) -> bool:
    """The same name in any spelling; an initial alone would bring strangers."""
    found = likeness(wanted, name_of(link))
    return found is not None and found not in {Likeness.INITIALS, Likeness.FAMILY_PART}


def followed(follow: Follow, talks: Iterable[Talk]) -> tuple[Talk, ...]:
    """The talks that it brings."""
    return tuple(talk for talk in talks if matches(follow, talk))
