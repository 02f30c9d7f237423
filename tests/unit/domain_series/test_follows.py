import pytest

from companion.domain.series.follows import Follow, FollowKind, followed, matches
from tests.unit.domain_series.make import DECIDED, now, person, talk

EDITION = now(
    talk(1, "Pruning VQCs", person("Joana", "Müller", "ETH Zürich")),
    talk(2, "Deep variational quantum circuits", person("J.", "Mueller", "EPFL")),
    talk(3, "Barren plateaus of quantum graph neural networks", person("Ann", "Li", "NUS")),
)


def brought(kind: FollowKind, name: str) -> list[int]:
    found = followed(Follow(kind, name, DECIDED), EDITION.talks)
    return [item.ref.ident for item in found]


@pytest.mark.parametrize(
    ("kind", "name", "expected"),
    [
        (FollowKind.PERSON, "joana mueller", [1]),
        (FollowKind.PERSON, "Müller Joana", [1]),
        (FollowKind.PERSON, "Müller, Joana", [1]),
        (FollowKind.PERSON, "Joana Muller", [1]),
        (FollowKind.PERSON, "Jonas Müller", []),
        (FollowKind.ORGANISATION, "ETH Zurich", [1]),
        (FollowKind.ORGANISATION, "National University of Singapore", [3]),
        (FollowKind.TOPIC, "VQC", [1, 2]),
        (FollowKind.TOPIC, "Variational quantum circuits", [1, 2]),
        (FollowKind.TOPIC, "plateau", [3]),
        (FollowKind.TOPIC, "quantum graph neural networks", [3]),
        (FollowKind.TOPIC, "neural cats", []),
        (FollowKind.TOPIC, "the", []),
        (FollowKind.SEARCH, "plateau", []),
    ],
)
def test_what_a_follow_brings(kind: FollowKind, name: str, expected: list[int]) -> None:
    assert brought(kind, name) == expected


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        (FollowKind.PERSON, "Joana Müller", "  joana MULLER "),
        (FollowKind.ORGANISATION, "ETH Zürich", "ETHZ"),
        (FollowKind.ORGANISATION, "—", "—"),
        (FollowKind.TOPIC, "Barren plateaus", "barren plateau"),
        (FollowKind.TOPIC, "of the", "Of  The"),
        (FollowKind.SEARCH, "Ket |0>", "ket  |0>"),
    ],
)
def test_the_same_thing_has_one_key(kind: FollowKind, one: str, other: str) -> None:
    assert Follow(kind, one, DECIDED).key == Follow(kind, other, DECIDED).key


def test_a_talk_without_people_is_nobodys() -> None:
    bare = now(talk(1, "Lunch")).talks[0]
    assert not matches(Follow(FollowKind.PERSON, "Ann Li", DECIDED), bare)
