from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.people import PersonLink
from companion.domain.series.latin import expanded, is_latin, loose, mild, plain
from companion.domain.series.names import (
    Likeness,
    Name,
    block_keys,
    likeness,
    name_of,
    parse_name,
)

ALPHABET = "aeiouykhstzcjvwxüöøłßéñй Ющαχ.-' JM"
PARTS = st.text(ALPHABET, max_size=10)
NAMES = st.builds(parse_name, PARTS, PARTS)


def alike(one: tuple[str, str], other: tuple[str, str]) -> Likeness | None:
    first, second = parse_name(*one), parse_name(*other)
    found = likeness(first, second)
    assert found == likeness(second, first)
    return found


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("Łukasz", "lukasz", "lukasz"),
        ("Müller", "muller", "mueller"),
        ("Sørensen", "sorensen", "soerensen"),
        ("Weiß", "weiss", "weiss"),
        ("Åsa", "asa", "aasa"),
        ("Đặng", "dang", "dang"),
        ("Дмитрий", "dmitriy", "dmitriy"),
        ("Чайковский", "chaykovskiy", "chaykovskiy"),
        ("Ευαγγέλου", "evangelou", "evangelou"),
        ("O’Brien", "o'brien", "o'brien"),
        ("伟", "伟", "伟"),
        ("Smith", "smith", "smith"),
    ],
)
def test_readings(text: str, short: str, long: str) -> None:
    assert plain(text) == short
    assert expanded(text) == long


def test_latin_letters_are_told_from_others() -> None:
    assert is_latin("Ngọc Ánh-O'Brien 2")
    assert not is_latin("Юлия")
    assert not is_latin("α")


@given(st.text(max_size=12), st.text(max_size=12))
def test_what_is_mildly_the_same_is_loosely_the_same(one: str, other: str) -> None:
    assert mild(one) != mild(other) or loose(one) == loose(other)
    assert plain(plain(one)) == plain(one) or not one.isascii()


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("Joana", "Rossi"), ("JOANA", "rossi"), Likeness.SAME),
        (("Joana", "Rossi"), ("Rossi", "Joana"), Likeness.ORDER),
        (("Jürgen", "Grün"), ("Gruen", "Juergen"), Likeness.ORDER),
        (("Jürgen", "Müller"), ("Juergen", "Mueller"), Likeness.ACCENTS),
        (("Jurgen", "Muller"), ("Jurgen", "Mueller"), Likeness.SPELLING),
        (("Дмитрий", "Иванов"), ("Dmitry", "Ivanov"), Likeness.SPELLING),
        (("Ivanov", "Dmitri"), ("Dmitry", "Ivanov"), None),
        (("Joana", "Rossi"), ("Joana M.", "Rossi"), Likeness.MIDDLE),
        (("Joana Maria", "Rossi"), ("Joana M.", "Rossi"), Likeness.MIDDLE),
        (("J. Robert", "Rossi"), ("Robert", "Rossi"), Likeness.MIDDLE),
        (("J. Robert", "Rossi"), ("Rupert", "Rossi"), None),
        (("R. Joana", "Rossi"), ("Q.", "Rossi"), None),
        (("J.", "Rossi"), ("Joana", "Rossi"), Likeness.INITIALS),
        (("J.", "Rossi"), ("J.", "Rossi"), Likeness.INITIALS),
        (("J.", "Rossi"), ("K.", "Rossi"), None),
        (("JM", "Rossi"), ("Joana Maria", "Rossi"), Likeness.INITIALS),
        (("JM", "ROSSI"), ("Joana Maria", "Rossi"), None),
        (("Th.", "Rossi"), ("Theres", "Rossi"), Likeness.INITIALS),
        (("Ü.", "Kaya"), ("Uemit", "Kaya"), Likeness.INITIALS),
        (("Ю.", "Иванов"), ("Iulia", "Ivanov"), Likeness.INITIALS),
        (("Ю.", "Иванов"), ("Anna", "Ivanov"), None),
        (("Ana", "Sanz López"), ("Ana", "Sanz"), Likeness.FAMILY_PART),
        (("Ana", "Sanz López"), ("Ana", "López"), Likeness.FAMILY_PART),
        (("Ana", "Sanz López"), ("Ana", "Sanz Gil"), None),
        (("Omar", "al-Rashid"), ("Omar", "Rashid"), Likeness.FAMILY_PART),
        (("Jan van", "Berg"), ("Jan", "van Berg"), Likeness.SAME),
        (("", "Rossi, Joana"), ("Joana", "Rossi"), Likeness.SAME),
        (("", "Joana Rossi"), ("Joana", "Rossi"), Likeness.SAME),
        (("Rossi", "J."), ("Joana", "Rossi"), Likeness.INITIALS),
        (("Dr. Joana", "Rossi"), ("Joana", "Rossi"), Likeness.SAME),
        (("", "Suharto"), ("", "Suharto"), Likeness.SAME),
        (("Suharto", ""), ("", "Suharto"), Likeness.SAME),
        (("", "Suharto"), ("Budi", "Suharto"), None),
        (("Joana", ""), ("Joana", "Rossi"), None),
        (("", ""), ("", ""), Likeness.SAME),
        (("伟", "李"), ("伟", "李"), Likeness.SAME),
        (("伟", "李"), ("娜", "李"), None),
        (("伟", "李"), ("", "李伟"), Likeness.SAME),
        (("민준", "김"), ("김민준", ""), Likeness.SAME),
        (("修", "欧阳"), ("", "欧阳修"), Likeness.ORDER),
        (("Anh", "Nguyễn Văn"), ("Van Anh", "Nguyen"), Likeness.ORDER),
        (("", "Nguyễn Văn Anh"), ("Van Anh", "Nguyen"), Likeness.ORDER),
        (("Van Anh", "Nguyen"), ("Van Binh", "Nguyen"), None),
        (("Ana", "López García"), ("Ana", "García López"), None),
        (("Ana", "García y López"), ("Ana", "García López"), Likeness.FAMILY_PART),
        (("Ana", "de la Cruz Pérez"), ("Ana", "Cruz Pérez"), Likeness.FAMILY_PART),
        (("Jan", "van der Berg"), ("Jan", "v.d. Berg"), Likeness.FAMILY_PART),
        (("de", "van"), ("de", "la"), None),
    ],
)
def test_likeness(one: tuple[str, str], other: tuple[str, str], expected: Likeness | None) -> None:
    assert alike(one, other) is expected


@given(NAMES, NAMES)
def test_alike_names_are_found_by_their_keys(one: Name, other: Name) -> None:
    assert likeness(one, other) == likeness(other, one)
    if likeness(one, other) and one.family and other.family:
        assert block_keys(one) & block_keys(other)


@given(NAMES)
def test_every_name_is_like_itself(name: Name) -> None:
    assert likeness(name, name) is not None
    if name.has_full_given and name.family:
        assert likeness(name, name.swapped) is not None


def test_keys_ignore_accents_and_hyphens() -> None:
    spellings = product(("Zoë Marie", "zoe-marie", "ZOEMARIE"), ("da Sílva", "DaSilva"))
    assert len({parse_name(*spelling).key for spelling in spellings}) == 1


@pytest.mark.parametrize(
    "name",
    [
        *(("", ""), ("", "?"), ("", "TBA"), ("TBA", "TBA"), ("", "Speaker TBC"), ("N.", "N.")),
        *(("", "To be announced"), ("To be", "confirmed"), ("Various", "speakers"), ("", "N.N.")),
    ],
)
def test_what_holds_the_place_of_a_name_is_nobody(name: tuple[str, str]) -> None:
    assert parse_name(*name).is_nobody


@pytest.mark.parametrize("name", [("Be", "To"), ("N.", "Nguyen"), ("", "李伟"), ("Dr.", "Tba Li")])
def test_rare_names_are_names(name: tuple[str, str]) -> None:
    assert not parse_name(*name).is_nobody


def test_names_of_people_are_read() -> None:
    assert name_of(PersonLink("Joana", "Rossi")) == parse_name("Joana", "Rossi")
    assert not parse_name("J. M.", "Rossi").has_full_given
    assert parse_name("Dr.", "Rossi").given, "a title alone stays a name"
