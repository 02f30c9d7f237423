"""Follow-ups and suggestions; 50 made pairs among 240 talks."""

import random

import pytest

from companion.domain.people import PersonLink
from companion.domain.series.compare import pair_up
from companion.domain.series.decisions import FollowUpDecision, TalkKey
from companion.domain.series.edition import PreparedEdition
from companion.domain.series.followups import Confidence, FollowUp, follow_ups
from companion.domain.series.reasons import sentence
from companion.domain.series.suggestions import Suggestion, suggestions
from companion.domain.timetable import Contribution
from tests.unit.domain_series.make import DECIDED, NOW, THEN, now, person, talk, then

THINGS = (
    "barren plateaus",
    "kernel alignment",
    "shadow tomography",
    "Born machines",
    "reservoir dynamics",
    "error mitigation",
    "tensor trains",
    "Pauli paths",
    "graph embeddings",
    "phase recognition",
    "anomaly detection",
    "policy gradients",
    "pulse shaping",
    "readout correction",
    "state preparation",
    "feature selection",
    "circuit cutting",
    "attention layers",
    "spin glasses",
    "jet tagging",
)
PLACES = (
    "photonic chips",
    "trapped ions",
    "Rydberg arrays",
    "superconducting qubits",
    "silicon dots",
    "lattice gauge theory",
    "drug design",
    "portfolio risk",
    "climate grids",
    "protein maps",
    "neutrino flavour",
    "calorimeter showers",
    "power networks",
    "traffic flow",
    "crop images",
    "heart signals",
    "weather nowcasts",
    "crystal growth",
    "particle tracks",
    "fraud alarms",
)
FORMS = ("{0} for {1}", "Towards {0} in {1}", "{1}: {0} at scale", "Noise limits of {0} on {1}")
AGAIN = ("Beyond {0} for {1}", "{0} on {1}, one year later", "{1} revisited with {0}")
SAYS = (
    "We study {0} and report what it brings to {1}.",
    "Samples from {1} show where {0} pays off.",
    "Earlier attempts at {0} failed for {1}; a cheaper ansatz mends this.",
    "Our bound on {0} is tight, as runs with {1} confirm.",
)


def follow(old: PreparedEdition, new: PreparedEdition, *told: FollowUpDecision) -> list[FollowUp]:
    pairing = pair_up(old, new)
    return list(follow_ups(old, new, pairing.matches, pairing.similarity, told))


def letters(number: int) -> str:
    return "".join(chr(97 + number // 26**place % 26) for place in range(3))


def made_editions(seed: int) -> tuple[PreparedEdition, PreparedEdition, set[tuple[int, int]]]:
    """120 talks a year: 50 with a successor, some by people who return with something else."""
    chosen = random.Random(seed)
    subjects = [(a, b) for a in THINGS for b in PLACES]
    chosen.shuffle(subjects)
    people = [
        person(f"Ana{letters(n)}", f"Berg{letters(n * 7)}", f"Lab {letters(n)}") for n in range(400)
    ]
    old, new, pairs = [], [], set()

    def add(
        to: list[Contribution], db_id: int, forms: tuple[str, ...], subject: int, *who: int
    ) -> None:
        words = subjects[subject]
        text = " ".join(said.format(*words) for said in chosen.sample(SAYS, 2))
        title = chosen.choice(forms).format(*words)
        to.append(talk(db_id, title, *(people[n] for n in who), description=text))

    for n in range(120):
        add(old, n + 1, FORMS, n, n, 150 + n)
        if n < 50:
            add(new, 1001 + n, AGAIN, n, n, 280 + n)
            pairs.add((n + 1, 1001 + n))
        elif n < 80:  # the same people, something else
            add(new, 1001 + n, FORMS, 120 + n, n, 150 + n)
        elif n < 100:  # the same subject, other people
            add(new, 1001 + n, FORMS, n, 300 + n - 80, 330 + n - 80)
        else:
            add(new, 1001 + n, FORMS, 200 + n, 360 + n - 100)
    return then(*old), now(*new), pairs


@pytest.mark.parametrize("seed", range(5))
def test_fifty_pairs_among_240_talks(seed: int) -> None:
    old, new, pairs = made_editions(seed)
    assert (len(old.talks) + len(new.talks), len(pairs)) == (240, 50)
    found = {(item.older.ref.ident, item.newer.ref.ident) for item in follow(old, new)}
    right = len(found & pairs)
    assert right / len(found) >= 0.9
    assert right / len(pairs) >= 0.8


# --- one by one ----------------------------------------------------------------------------------

ANNA = person("Anna", "Berg", "CERN", 1)
BEN = person("Ben", "Lund", "EPFL", 2)
OTHERS = tuple(
    talk(100 + n, title, person("Zoe", letters(n), "", 100 + n))
    for n, title in enumerate([*THINGS[3:], *PLACES[3:]])
)


def confidences(old: Contribution, new: Contribution) -> list[Confidence]:
    return [item.confidence for item in follow(then(old, *OTHERS), now(new))]


def test_no_follow_up_without_shared_people() -> None:
    title = "Kagome lattices for whales"
    assert confidences(talk(1, title, ANNA), talk(2, title, BEN)) == []


def test_no_follow_up_without_shared_words() -> None:
    assert confidences(talk(1, "Kagome whales", ANNA), talk(2, "Moth wings", ANNA)) == []


def test_reasons_are_given() -> None:
    found = follow(
        then(talk(1, "Kagome whales", ANNA), *OTHERS), now(talk(2, "Whales on kagome", ANNA))
    )
    assert found[0].confidence is Confidence.VERY_LIKELY
    assert sentence(found[0].reasons) == "Anna Berg in both; both about kagome, whale"
    same = follow(
        then(talk(1, "Kagome whales", ANNA), *OTHERS), now(talk(2, "Kagome Whales", ANNA))
    )
    assert sentence(same[0].reasons) == "Anna Berg in both; the same title"


def test_words_for_how_sure_it_is() -> None:
    old = "Kagome whales under foam ice"
    steps = [
        (old, Confidence.VERY_LIKELY),
        ("Kagome whales above marble roofs, granite doors", Confidence.LIKELY),
        ("Kagome maps above marble", Confidence.POSSIBLE),
    ]
    for title, expected in steps:
        assert confidences(talk(1, old, ANNA), talk(2, title, ANNA)) == [expected], title
    two = confidences(talk(1, old, ANNA, BEN), talk(2, steps[2][0], ANNA, BEN))
    assert two == [Confidence.LIKELY]


def test_doubtful_people_need_clear_texts() -> None:
    moved = person("Anna", "Berg", "University of Otago", 7)
    old = talk(1, "Kagome whales under foam ice", ANNA)
    near = talk(2, "Foam whales above marble", moved)
    found = follow(then(old, *OTHERS), now(near))
    assert [item.confidence for item in found] == [Confidence.POSSIBLE]
    assert sentence(found[0].reasons).startswith("perhaps the same people: Anna Berg")
    assert confidences(old, talk(2, "Kagome maps above marble", moved)) == []


def test_only_the_closest_successor_counts() -> None:
    old = then(talk(1, "Kagome whales singing", ANNA), *OTHERS)
    near, far = talk(2, "Kagome whales singing loud", ANNA), talk(3, "Whales in marble roofs", ANNA)
    assert [item.newer.ref.ident for item in follow(old, now(near, far))] == [2]
    assert [item.newer.ref.ident for item in follow(old, now(far))] == [3]


def decision(older: int, newer: int, *, confirmed: bool) -> FollowUpDecision:
    return FollowUpDecision(TalkKey(THEN, older), TalkKey(NOW, newer), confirmed, DECIDED)


def test_the_reader_confirms_and_dismisses() -> None:
    old = then(talk(1, "Kagome whales", ANNA), talk(2, "Moth wings", BEN), *OTHERS)
    new = now(talk(3, "Kagome whales", ANNA), talk(4, "Foam ice", ANNA))
    assert len(follow(old, new)) == 1
    assert follow(old, new, decision(1, 3, confirmed=False)) == []
    told = follow(
        old,
        new,
        decision(2, 4, confirmed=True),
        decision(9, 4, confirmed=True),
        decision(1, 9, confirmed=True),
    )
    assert [(item.older.ref.ident, item.confidence) for item in told] == [
        (2, Confidence.CONFIRMED),
        (1, Confidence.VERY_LIKELY),
    ]
    assert sentence(told[0].reasons) == "you said so"


# --- suggestions ---------------------------------------------------------------------------------


def suggest(
    old: PreparedEdition, new: PreparedEdition, starred: int, already: int = 0
) -> list[Suggestion]:
    pairing = pair_up(old, new)
    found = follow_ups(old, new, pairing.matches, pairing.similarity)
    stars = [t.ref for t in old.talks if t.ref.ident == starred]
    known = [t.ref for t in new.talks if t.ref.ident == already]
    return list(suggestions(stars, found, pairing.matches, known))


def test_stars_suggest_what_carries_on_and_who_speaks_again() -> None:
    old = then(talk(1, "Kagome whales", ANNA, BEN), *OTHERS)
    new = now(
        talk(2, "Whales on kagome", ANNA),
        talk(3, "Moth wings", ANNA),
        talk(4, "Foam ice", BEN, ANNA),
    )
    found = suggest(old, new, 1)
    assert [(item.talk.ref.ident, item.confidence) for item in found] == [
        (2, Confidence.VERY_LIKELY),
        (3, Confidence.POSSIBLE),
    ]
    assert sentence(found[0].reasons).startswith("you starred “Kagome whales”; Anna Berg in both")
    assert sentence(found[1].reasons).startswith("Anna Berg of a talk that you starred")
    assert [item.talk.ref.ident for item in suggest(old, new, 1, already=2)] == [3]
    assert suggest(old, new, 105) == []


def test_a_doubtful_speaker_suggests_nothing() -> None:
    moved = PersonLink("Anna", "Berg", "University of Otago", person_id=7)
    old, new = then(talk(1, "Kagome whales", ANNA), *OTHERS), now(talk(2, "Moth wings", moved))
    assert suggest(old, new, 1) == []
