import dataclasses

import pytest

from companion.frozen import frozen


@frozen
class Talk:
    """A talk."""

    title: str
    number: int = 1
    rooms: tuple[str, ...] = ()
    tags: list[str] = dataclasses.field(default_factory=list)
    seen: int = dataclasses.field(default=0, compare=False)

    @property
    def is_first(self) -> bool:
        return self.number == 1


@frozen
class Named:
    name: str

    def __post_init__(self) -> None:
        if not self.name:
            raise ValueError

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Named) and self.name.lower() == other.name.lower()

    def __hash__(self) -> int:
        return hash(self.name.lower())

    def __repr__(self) -> str:
        return self.name


@frozen
class Nothing:
    """No fields."""


def test_it_is_a_dataclass() -> None:
    talk = Talk("Kernels", rooms=("A",))
    assert talk == Talk("Kernels", 1, ("A",), [], 0)
    assert [field.name for field in dataclasses.fields(Talk)][:2] == ["title", "number"]
    assert dataclasses.replace(talk, number=2) == Talk("Kernels", 2, ("A",))
    assert dataclasses.asdict(talk)["rooms"] == ("A",)
    assert talk.is_first
    match talk:
        case Talk(title, 1):
            assert title == "Kernels"


def test_each_gets_its_own_default() -> None:
    one, other = Talk("a"), Talk("b")
    one.tags.append("x")
    assert other.tags == []


def test_equal_and_hashed_by_what_counts() -> None:
    talk = Talk("a", seen=1)
    assert talk == talk  # noqa: PLR0124 - a case of its own
    assert talk == Talk("a", seen=2)
    assert Talk("a") != Talk("b")
    assert Talk("a").__eq__(("a", 1)) is NotImplemented
    assert Nothing() == Nothing()
    assert len({Nothing(), Nothing()}) == 1
    assert hash(Named("A")) == hash(Named("a"))
    assert Named("A") == Named("a")


def test_printed_as_usual() -> None:
    assert repr(Talk("a", 2)) == "Talk(title='a', number=2, rooms=(), tags=[], seen=0)"
    assert repr(Nothing()) == "Nothing()"
    assert repr(Named("x")) == "x"


def test_nothing_can_be_changed() -> None:
    talk = Talk("a")
    with pytest.raises(dataclasses.FrozenInstanceError):
        talk.title = "b"  # type: ignore[misc]  # the point of the test
    with pytest.raises(dataclasses.FrozenInstanceError):
        del talk.title
    with pytest.raises(dataclasses.FrozenInstanceError):
        talk.other = 1  # type: ignore[attr-defined]  # the point of the test
    assert not hasattr(talk, "__dict__")


def test_wrong_arguments_are_refused_as_usual() -> None:
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'title'"):
        Talk()  # type: ignore[call-arg]  # the point of the test
    with pytest.raises(TypeError, match="unexpected keyword argument 'room'"):
        Talk("a", room="b")  # type: ignore[call-arg]  # the point of the test
    with pytest.raises(ValueError):  # noqa: PT011 - its own check runs
        Named("")


@frozen
class Longer(Talk):
    minutes: int = 0


@dataclasses.dataclass(frozen=True, slots=True)
class Plain(Talk):
    minutes: int = 0


@pytest.mark.parametrize("heir", [Longer, Plain])
def test_classes_can_inherit(heir: type[Longer]) -> None:
    talk = heir("a", minutes=5)
    assert (talk.title, talk.minutes) == ("a", 5)
    assert dataclasses.replace(talk, title="b") == heir("b", minutes=5)
    assert talk != Talk("a")
    with pytest.raises(dataclasses.FrozenInstanceError):
        talk.minutes = 6  # type: ignore[misc]  # the point of the test
