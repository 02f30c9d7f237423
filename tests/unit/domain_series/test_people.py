"""People of one edition, who is in two of them, and what the reader decides about it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from companion.domain.people import PersonLink
from companion.domain.series.compare import Pairing, pair_up
from companion.domain.series.decisions import PersonDecision, PersonKey, person_key
from companion.domain.series.edition import PreparedEdition
from companion.domain.series.matching import Certainty, PersonMatch
from companion.domain.series.participants import Participant, participants
from companion.domain.series.reasons import TEMPLATES, sentence
from companion.domain.timetable import Contribution, Subcontribution
from tests.unit.domain_series.make import DECIDED, NOW, THEN, now, person, talk, then

SUBJECTS = ("Barren plateaus", "Tensor networks", "Shadow tomography")


def talks(*people: PersonLink, first: int = 1) -> list[Contribution]:
    """A talk for each, all about something else."""
    return [talk(first + n, SUBJECTS[(first + n) % 3], link) for n, link in enumerate(people)]


def only(found: tuple[Participant, ...]) -> Participant:
    assert len(found) == 1
    return found[0]


def match(
    old: PreparedEdition, new: PreparedEdition, *decisions: PersonDecision
) -> PersonMatch | None:
    found = pair_up(old, new, decisions).matches
    assert len(found) <= 1
    return found[0] if found else None


def decide(one: PersonKey, other: PersonKey, *, same: bool, later: int = 0) -> PersonDecision:
    return PersonDecision.of(one, other, same, DECIDED + timedelta(minutes=later))


# --- one edition ---------------------------------------------------------------------------------


def test_a_person_has_all_their_talks_once() -> None:
    anna, ben = person("Anna", "Berg", "CERN", 1), person("Ben", "Lund", "EPFL", 2)
    part = Subcontribution(5, 1, "Part", speakers=(anna,))
    edition = then(
        talk(1, "One", anna, ben),
        talk(2, "Two", ben, anna),
        talk(3, "Three", subcontributions=(part,)),
    )
    first, second = participants(edition)
    assert (first.name, second.name) == ("Anna Berg", "Ben Lund")
    assert [ref.ident for ref in first.refs] == [1, 2, 3]
    assert [ref.ident for ref in first.spoken] == [1, 3]
    assert dict(first.coauthors) == {"ben lund": "Ben Lund"}
    assert first.key == person_key(THEN, anna)


def test_spellings_of_one_entry_are_one_person() -> None:
    edition = then(*talks(person("A.", "Berg", "", 1), person("Anna", "Berg", "CERN", 1)))
    found = only(participants(edition))
    assert found.name == "Anna Berg"
    assert found.affiliation == "CERN"
    assert not found.listed_twice


def test_who_was_typed_in_twice_is_one_person_and_it_is_said() -> None:
    edition = then(*talks(person("Anna", "Berg", "CERN", 1), person("anna", "BERG", "Cern", 2)))
    found = only(participants(edition))
    assert found.listed_twice
    assert len(found.keys) == 2


@pytest.mark.parametrize("elsewhere", ["EPFL", ""])
def test_namesakes_stay_two(elsewhere: str) -> None:
    edition = then(*talks(person("Anna", "Berg", "CERN", 1), person("Anna", "Berg", elsewhere, 2)))
    assert len(participants(edition)) == 2
    assert not any(found.listed_twice for found in participants(edition))


def test_the_reader_parts_entries_of_one_edition() -> None:
    one, other = person("Anna", "Berg", "CERN", 1), person("Anna", "Berg", "CERN", 2)
    apart = decide(person_key(THEN, one), person_key(THEN, other), same=False)
    assert len(participants(then(*talks(one, other)), [apart])) == 2


def test_the_reader_joins_entries_of_one_edition() -> None:
    one, other = person("Anna", "Berg", "CERN", 1), person("Anna", "Lundberg", "EPFL", 2)
    third = person("Cleo", "Voss", "", 3)
    joined = decide(person_key(THEN, one), person_key(THEN, other), same=True)
    first, second = participants(then(*talks(one, other, third)), [joined])
    assert first.name == "Anna Lundberg"
    assert not first.listed_twice
    assert second.name == "Cleo Voss"


def test_not_the_same_wins_over_a_chain_of_merges() -> None:
    links = [person(name, "Berg", name, n) for n, name in enumerate(("Anna", "Bea", "Cleo"))]
    one, two, three = (person_key(THEN, link) for link in links)
    told = [
        decide(one, two, same=True),
        decide(one, three, same=True),
        decide(two, three, same=False),
    ]
    assert [len(found.keys) for found in participants(then(*talks(*links)), told)] == [2, 1]


def test_the_reader_confirms_who_was_typed_in_twice() -> None:
    one, other = person("Anna", "Berg", "CERN", 1), person("Anna", "Berg", "CERN", 2)
    joined = decide(person_key(THEN, one), person_key(THEN, other), same=True)
    assert not only(participants(then(*talks(one, other)), [joined])).listed_twice


# --- keys ----------------------------------------------------------------------------------------


def test_keys_are_written_and_read() -> None:
    for key in (person_key(THEN, person("Anna", "Berg", "CERN", 1)), PersonKey(NOW, None, "ab")):
        assert PersonKey.parse(str(key)) == key
    with pytest.raises(ValueError, match="unpack"):
        PersonKey.parse("nonsense")


def test_a_decision_needs_two() -> None:
    key = PersonKey(THEN, 1, "ab")
    with pytest.raises(ValueError, match="two different"):
        PersonDecision.of(key, key, True, DECIDED)
    other = PersonKey(NOW, None, "cd")
    assert decide(key, other, same=True).first == decide(other, key, same=True).first == key


def test_decisions_live_on_when_an_entry_loses_its_number() -> None:
    anna, bea = person("Anna", "Berg", "CERN", 1), person("Bea", "Kerr", "CERN", 2)
    decision = decide(person_key(THEN, anna), person_key(NOW, bea), same=True)
    renumbered = talks(replace(anna, person_id=None))
    found = match(then(*renumbered), now(*talks(bea)), decision)
    assert found
    assert found.is_decided
    renamed = talks(replace(anna, first_name="Anne"))
    assert match(then(*renamed), now(*talks(bea)), decision)


def test_decisions_about_nobody_are_harmless() -> None:
    anna = person("Anna", "Berg", "CERN", 1)
    twin = person("Anna", "Berg", "CERN", 5)
    gone = PersonKey(THEN, 99, "0" * 16)
    decisions = [
        decide(gone, person_key(NOW, anna), same=True),
        decide(replace(person_key(THEN, anna), person_id=98), person_key(NOW, anna), same=False),
    ]
    found = match(then(*talks(anna, twin)), now(*talks(anna)), *decisions)
    assert found
    assert found.certainty is Certainty.LIKELY  # not told apart: two have that digest


# --- two editions --------------------------------------------------------------------------------


def test_same_name_and_organisation_is_certain() -> None:
    found = match(
        then(*talks(person("José", "Berg", "ETH Zürich"))),
        now(*talks(person("Jose", "Berg", "ETH Zurich"))),
    )
    assert found
    assert found.certainty is Certainty.CERTAIN
    assert sentence(found.reasons) == "the same name; the same affiliation: ETH Zurich"


def test_one_name_alone_is_never_certain() -> None:
    """“Smith” of a large laboratory may be anybody of that family."""
    old, new = talks(person("", "Suharto", "CERN")), talks(person("", "Suharto", "CERN"), first=2)
    found = match(then(*old), now(*new))
    assert found
    assert found.certainty is Certainty.LIKELY


def test_who_is_not_named_yet_is_nobody() -> None:
    tba, anna = person("", "TBA", "CERN", 1), person("Anna", "Berg", "CERN", 2)
    old, new = then(talk(1, "One", tba, anna)), now(talk(2, "Two", tba, anna))
    found = pair_up(old, new).matches
    assert [item.new.name for item in found] == ["Anna Berg"]
    assert not found[0].new.coauthors


def test_same_name_elsewhere_is_doubtful() -> None:
    old, new = person("Anna", "Berg", "CERN"), person("Anna", "Berg", "EPFL")
    found = match(then(*talks(old)), now(*talks(new, first=2)))
    assert found
    assert found.certainty is Certainty.DOUBTFUL
    assert "another affiliation: CERN, now EPFL" in sentence(found.reasons)
    assert "nothing else speaks for it" in sentence(found.reasons)


def test_fellow_authors_or_the_same_subject_make_it_likely() -> None:
    old, new = person("Anna", "Berg", "CERN"), person("Anna", "Berg", "EPFL")
    ben = person("Ben", "Lund", "DESY")
    found = pair_up(then(talk(1, "One", old, ben)), now(talk(2, "Two", new, ben))).matches[-1]
    assert found.certainty is Certainty.LIKELY
    assert "co-authors in both: Ben Lund" in sentence(found.reasons)
    alike = match(then(talk(1, "Kagome lattices", old)), now(talk(2, "Kagome lattices", new)))
    assert alike
    assert alike.certainty is Certainty.LIKELY
    assert "talks about the same" in sentence(alike.reasons)


def test_an_initial_is_at_most_likely() -> None:
    old, new = person("A.", "Berg", "CERN"), person("Anna", "Berg", "CERN")
    assert (found := match(then(*talks(old)), now(*talks(new, first=2))))
    assert found.certainty is Certainty.LIKELY
    elsewhere = replace(new, affiliation="")
    same_subject = match(then(talk(1, "Kagome", old)), now(talk(2, "Kagome", elsewhere)))
    assert same_subject
    assert same_subject.certainty is Certainty.DOUBTFUL
    assert "an affiliation is not known" in sentence(same_subject.reasons)


def test_one_person_is_never_in_two_pairs() -> None:
    old = then(*talks(person("Anna", "Berg", "CERN", 1)))
    new = now(*talks(person("A.", "Berg", "CERN", 1), person("Anna", "Berg", "CERN", 2)))
    found = pair_up(old, new).matches
    assert [(m.new.name, m.certainty) for m in found] == [("Anna Berg", Certainty.CERTAIN)]


def test_namesakes_are_doubtful() -> None:
    old = then(*talks(person("Anna", "Berg", "CERN", 1)))
    new = now(*talks(person("Anna", "Berg", "CERN", 1), person("Anna", "Berg", "EPFL", 2), first=2))
    found = pair_up(old, new)
    assert [m.certainty for m in found.matches] == [Certainty.DOUBTFUL]
    assert found.matches[0].new.affiliation == "CERN"
    assert "several people have this name" in sentence(found.matches[0].reasons)


def test_namesakes_are_told_apart_by_organisation_and_fellow_authors_together() -> None:
    ben = person("Ben", "Lund", "DESY", 9)
    old = then(talk(1, "One", person("Anna", "Berg", "CERN", 1), ben))
    new = now(
        talk(2, "Two", person("Anna", "Berg", "CERN", 1), ben),
        *talks(person("Anna", "Berg", "EPFL", 2), first=3),
    )
    anna = next(m for m in pair_up(old, new).matches if m.new.name == "Anna Berg")
    assert anna.certainty is Certainty.CERTAIN
    assert anna.new.affiliation == "CERN"


def test_two_that_an_initial_fits_are_doubtful() -> None:
    old = then(*talks(person("A.", "Berg", "CERN", 1)))
    new = now(*talks(person("Anna", "Berg", "CERN", 1), person("Adam", "Berg", "CERN", 2), first=2))
    assert [m.certainty for m in pair_up(old, new).matches] == [Certainty.DOUBTFUL]


def test_who_was_typed_in_twice_is_at_most_likely() -> None:
    anna = person("Anna", "Berg", "CERN", 1)
    found = match(then(*talks(anna, replace(anna, person_id=2))), now(*talks(anna)))
    assert found
    assert found.certainty is Certainty.LIKELY
    assert "listed more than once" in sentence(found.reasons)


def test_the_reader_overrules() -> None:
    anna, cleo = person("Anna", "Berg", "CERN", 1), person("Cleo", "Voss", "EPFL", 2)
    ends = person_key(THEN, anna), person_key(NOW, cleo)
    old, new = then(*talks(anna)), now(*talks(cleo))
    merged = match(old, new, decide(*ends, same=True))
    assert merged
    assert merged.certainty is Certainty.CERTAIN
    assert merged.is_decided
    assert sentence(merged.reasons) == "you said so"
    assert match(old, new, decide(*ends, same=True), decide(*ends, same=False, later=1)) is None
    ends = person_key(THEN, anna), person_key(NOW, anna)
    assert match(old, now(*talks(anna)), decide(*ends, same=False)) is None


def test_a_merge_by_hand_takes_both_out_of_other_pairs() -> None:
    anna, twin = person("Anna", "Berg", "CERN", 1), person("Anna", "Berg", "EPFL", 2)
    decision = decide(person_key(THEN, anna), person_key(NOW, twin), same=True)
    new = now(*talks(anna, twin))
    found = pair_up(then(*talks(anna)), new, [decision]).matches
    assert [(m.new.affiliation, m.is_decided) for m in found] == [("EPFL", True)]


def test_every_reason_is_known_to_translators() -> None:
    old = then(*talks(person("Anna", "Berg", "CERN"), person("B.", "Lund", "DESY")))
    new = now(*talks(person("Anna", "Berg", "EPFL"), person("Bea", "Lund", "DESY"), first=2))
    found: Pairing = pair_up(old, new)
    assert {r.template for m in found.matches for r in m.reasons} <= set(TEMPLATES)
