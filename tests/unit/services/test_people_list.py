from dataclasses import replace

from companion.domain.bookmark import Star
from companion.domain.people import PersonLink
from companion.domain.people_index import people_parts
from companion.services.agenda import with_star
from companion.services.people_list import (
    OTHER,
    directory,
    letter_of,
    listed_name,
    matching,
    somebody,
)
from tests.support.entries import ADA, BO, conference, person, talk

MUELLER = person("Jürgen", "Müller", "Université de Genève")
CHER = person("Cher", "")
ODD = person("", "42")


def test_a_directory_goes_by_family_name_as_one_looks_it_up() -> None:
    entries = (talk(1, 0, speakers=(ODD, MUELLER)), talk(2, 0, authors=(CHER, BO, ADA)))
    people = [parts.person for parts in directory(entries)]
    assert people == [ADA, CHER, MUELLER, BO, ODD]
    assert [letter_of(one) for one in people] == ["A", "C", "M", "O", OTHER]
    assert [listed_name(one) for one in people] == [
        "Abel, Ada",
        "Cher",
        "Müller, Jürgen",
        "Ødegaard, Bo",
        "42",
    ]


def test_namesakes_are_told_apart_by_identity_then_by_affiliation() -> None:
    one, other = person("Wei", "Li", "Bonn", person_id=7), person("Wei", "Li", "Kyoto", person_id=8)
    people = directory((talk(1, 0, speakers=(one, other)),))

    def meant(link: PersonLink) -> PersonLink | None:
        found = somebody(people, link)
        return found and found.person

    assert [meant(link) for link in (one, other)] == [one, other]
    assert meant(replace(other, person_id=7000)) is other  # as the talk of another event has it
    assert meant(person("Wei", "Li", "Lima")) is one
    assert meant(person("Ida", "Li", "Bonn", person_id=7)) is None


def test_roles_and_talks_of_a_person() -> None:
    ada = directory(conference())[0]
    assert ada.person == ADA
    assert [(part.entry.ref.ident, part.is_speaker) for part in ada.parts] == [
        (11, True),
        (12, False),
    ]


def test_people_are_found_by_beginnings_of_names_and_places() -> None:
    people = directory((talk(1, 0, speakers=(MUELLER, CHER, ADA, BO)),))

    def found(text: str) -> list[str]:
        return [parts.person.last_name for parts in matching(people, text)]

    assert found("muller") == found("MUELLER") == found("ju mü") == ["Müller"]
    assert found("geneve") == ["Müller"]
    assert found("odegaard eth") == ["Ødegaard"]
    assert found("uller") == []
    assert len(found(" ")) == len(found("")) == 4


def test_a_star_renews_the_talks_of_those_who_have_it_and_nobody_else() -> None:
    entries = (talk(1, 0, speakers=(ADA,), authors=(BO,)), talk(2, 0, speakers=(BO, CHER)))
    before = directory(entries)
    assert directory(entries) is before
    starred = with_star(entries, frozenset({entries[0].ref}), Star.STARRED)
    assert starred == (replace(entries[0], star=Star.STARRED), entries[1])
    after = directory(starred)
    assert after == directory(list(starred))
    assert after[1] is before[1]
    assert [part.entry.star for part in after[2].parts] == [Star.STARRED, Star.NONE]


def test_other_people_make_another_directory() -> None:
    entries = (talk(1, 0, speakers=(ADA,)), talk(2, 0, speakers=(BO,)))
    assert len(directory(entries)) == 2
    other = (entries[0], replace(entries[1], speakers=(CHER,)))
    assert [parts.person for parts in directory(other)] == [ADA, CHER]
    assert directory(other[:1]) == tuple(people_parts(other[:1]))
