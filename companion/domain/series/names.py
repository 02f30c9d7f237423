"""Names of people, and whether two of them can be the same person's.

A name says only that two people may be one; `matching` asks what else speaks for it.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from companion.domain.people import PersonLink
from companion.domain.series.latin import expanded, is_latin, listed, loose, mild, plain

_TITLES = listed("dr prof professor mr mrs ms mx phd msc bsc ing dipl jr sr ii iii")
_PARTICLES = listed(
    "van von der den de da di do dos das del della la le al el bin ibn ter ten zu af y e"
)
_NOBODY = listed(
    "tba tbc tbd announced confirmed determined decided defined unknown anonymous various nn"
    " speaker speakers presenter organiser organisers organizer organizers"
)
_PLACEHOLDERS = _NOBODY | {"to", "be", "n"}
_PART = re.compile(r"[^\W_]{2,3}\.|(?:[^\W_]|')+")
_EASTERN = re.compile("[\u3400-\u9fff\uac00-\ud7a3]{2,4}")  # 李伟, 김민준: the family comes first
_CAPITALS = re.compile(r"[A-Z]{2,3}")


class Likeness(StrEnum):
    """How two names are alike, closest first."""

    SAME = "same"
    ACCENTS = "accents"
    SPELLING = "spelling"
    ORDER = "order"
    MIDDLE = "middle"
    FAMILY_PART = "family part"
    INITIALS = "initials"


@dataclass(frozen=True, slots=True)
class Word:
    """One part of a name in its readings.

    Attributes:
        is_initial: a letter, or a few and a dot (“Th.”), standing for a name; 伟 is a name.
    """

    raw: str
    plain: str
    expanded: str
    mild: str
    loose: str
    latin: bool
    is_initial: bool


@lru_cache(maxsize=65536)
def word(raw: str) -> Word:
    """A part of a name, read."""
    bare = raw.replace("'", "").removesuffix(".")
    initial = raw.endswith(".") or (len(bare) == 1 and plain(bare).isascii())
    readings = (plain(bare), expanded(bare), mild(bare), loose(bare))
    return Word(bare, *readings, is_latin(bare), initial)


@dataclass(frozen=True, slots=True)
class Name:
    """A name in its parts; a person may have no given name."""

    given: tuple[Word, ...]
    family: tuple[Word, ...]

    @property
    def swapped(self) -> "Name":
        """As it reads with the two fields confused."""
        return Name(self.family, self.given)

    @property
    def key(self) -> str:
        """The same for names that differ in case, accents, hyphens and spaces only."""
        return f"{_joined(self.given).plain} {_joined(self.family).plain}".strip()

    @property
    def has_full_given(self) -> bool:
        """Whether at least one given name is written out."""
        return any(not item.is_initial for item in self.given)

    @property
    def is_nobody(self) -> bool:
        """Whether it holds the place of a name: “TBA”, “To be announced”, “N. N.”, “?”."""
        if self.family and self.family[0].plain not in _PLACEHOLDERS:
            return False  # nearly everybody
        words = {item.plain for item in self.given + self.family}
        return words <= {"n"} or bool(words & _NOBODY and words <= _PLACEHOLDERS)


@lru_cache(maxsize=16384)
def parse_name(first: str, last: str) -> Name:
    """A name from the two fields of a form, however people filled them.

    “Rossi, Joana” or “李伟” in one field, a family name of one letter (fields confused), titles and
    run-together initials (“JM Rossi”) are set right.
    """
    if not first.strip() or not last.strip():
        first, last = _one_field(first + last)
    given, family = _words(first, initials=not last.isupper()), _words(last)
    if family and given and _all_initials(family) and not _all_initials(given):
        given, family = family, given
    return Name(given, family)


def name_of(link: PersonLink) -> Name:
    """The name of a person in a programme."""
    return parse_name(link.first_name, link.last_name)


def _one_field(text: str) -> tuple[str, str]:
    if "," in text:
        last, _, first = text.partition(",")
        return first.strip(), last.strip()
    if _EASTERN.fullmatch(text.strip()):
        return text.strip()[1:], text.strip()[0]
    first, _, last = text.strip().rpartition(" ")
    return first, last


def _words(text: str, *, initials: bool = False) -> tuple[Word, ...]:
    found = [part for part in _PART.findall(text.replace("’", "'")) if part.strip("'")]
    kept = [part for part in found if plain(part).strip(".") not in _TITLES] or found
    if initials and len(kept) == 1 and _CAPITALS.fullmatch(kept[0]):
        kept = list(kept[0])
    return tuple(word(part) for part in kept)


def _all_initials(words: tuple[Word, ...]) -> bool:
    return all(item.is_initial for item in words)


@lru_cache(maxsize=65536)
def _joined(words: tuple[Word, ...]) -> Word:
    return word("".join(item.raw for item in words))


# --- comparing ---------------------------------------------------------------------------------


@lru_cache(maxsize=65536)
def likeness(one: Name, other: Name) -> Likeness | None:
    """How two names are alike; None if they cannot be the same person's."""
    if whole := _whole(one, other):
        return whole
    straight = _straight(one, other)
    if straight in {Likeness.SAME, Likeness.ACCENTS, Likeness.SPELLING}:
        return straight
    both = (one.given, one.family, other.given, other.family)
    turned = _straight(one.swapped, other) if all(both) else None
    if turned in {Likeness.SAME, Likeness.ACCENTS}:
        return Likeness.ORDER
    return straight


def _whole(one: Name, other: Name) -> Likeness | None:
    """For fields split at another place: “Jan van” “Berg” and “Jan” “van Berg”.

    Where the family comes first, the place differs as well: “Anh” “Nguyễn Văn”, “Văn Anh” “Nguyễn”.
    """
    if not (one.has_full_given and other.has_full_given):
        return None
    (first, first_turned), (second, second_turned) = _wholes(one), _wholes(other)
    if first == second:
        return Likeness.SAME
    turned = first_turned in {second, second_turned} or first == second_turned
    return Likeness.ORDER if turned else None


def _wholes(name: Name) -> tuple[str, str]:
    """All parts as one word, in both orders."""
    given = "".join(item.plain for item in name.given)
    family = "".join(item.plain for item in name.family)
    return given + family, family + given


def _straight(one: Name, other: Name) -> Likeness | None:
    family, given = _family(one.family, other.family), _given(one.given, other.given)
    if family is None or given is None:
        return None
    return max(family, given, key=_ORDER.index)


_ORDER = tuple(Likeness)


def _same_word(one: Word, other: Word) -> Likeness | None:
    if one.plain == other.plain:
        return Likeness.SAME
    if {one.plain, one.expanded} & {other.plain, other.expanded}:
        return Likeness.ACCENTS
    both_latin = one.latin and other.latin
    same = one.mild == other.mild if both_latin else one.loose == other.loose
    return Likeness.SPELLING if same and len(one.loose) > 2 else None


def _family(one: tuple[Word, ...], other: tuple[Word, ...]) -> Likeness | None:
    if not one or not other:
        return Likeness.SAME if one == other else None
    if found := _same_word(_joined(one), _joined(other)):
        return found
    first, second = _core(one), _core(other)
    is_part = min(len(first), len(second)) == 1 and set(_ends(first)) & set(_ends(second))
    if is_part or (first and first == second):
        return Likeness.FAMILY_PART
    return None


def _core(words: tuple[Word, ...]) -> tuple[str, ...]:
    """A family name without particles."""
    return tuple(item.plain for item in words if item.plain not in _PARTICLES)


def _ends(core: tuple[str, ...]) -> tuple[str, ...]:
    """What a double name is shortened to: its first part in Spain, its last in Portugal."""
    return (core[0], core[-1]) if core else ()


def _given(one: tuple[Word, ...], other: tuple[Word, ...]) -> Likeness | None:
    if not one or not other:
        return Likeness.SAME if one == other else None
    if found := _same_word(_joined(one), _joined(other)):
        initial = _all_initials(one) and _all_initials(other)
        return Likeness.INITIALS if initial else found
    return _aligned(one, other) or _without_first_initial(one, other)


def _aligned(one: tuple[Word, ...], other: tuple[Word, ...]) -> Likeness | None:
    """Name by name: each equal, or one the initial of the other; the rest may be missing."""
    pairs = [_pair(left, right) for left, right in zip(one, other, strict=False)]
    if None in pairs:
        return None
    found = [item for item in pairs if item]
    if found[0] is not Likeness.INITIALS:
        found = [Likeness.MIDDLE if item is Likeness.INITIALS else item for item in found]
    if len(one) != len(other):
        found.append(Likeness.MIDDLE)
    return max(found, key=_ORDER.index)


def _pair(left: Word, right: Word) -> Likeness | None:
    if left.is_initial or right.is_initial:
        return Likeness.INITIALS if _initials_agree(left, right) else None
    return _same_word(left, right)


def _initials_agree(left: Word, right: Word) -> bool:
    short, long = sorted((left, right), key=lambda item: len(item.plain))
    starts = (short.plain, short.expanded)
    if long.plain.startswith(starts) or long.expanded.startswith(starts):
        return True
    # Only another alphabet makes the first letter a matter of spelling (Ю: Yu, Iu).
    return not (left.latin and right.latin) and short.loose[:1] == long.loose[:1]


def _without_first_initial(one: tuple[Word, ...], other: tuple[Word, ...]) -> Likeness | None:
    """“J. Robert” and “Robert”."""
    long, short = (one, other) if len(one) > len(other) else (other, one)
    if len(long) > 1 and long[0].is_initial and not short[0].is_initial:
        same = _same_word(_joined(long[1:]), _joined(short))
        return Likeness.MIDDLE if same in {Likeness.SAME, Likeness.ACCENTS} else None
    return None


def block_keys(name: Name) -> frozenset[tuple[str, str]]:
    """Two names that are alike share at least one; for finding candidates quickly."""
    letters = "".join(sorted(_wholes(name)[0]))  # the same in whatever order and fields
    whole = {(letters, "")} if letters else set()
    return frozenset(whole | _keys_of(name.given, name.family) | _keys_of(name.family, name.given))


def _keys_of(given: tuple[Word, ...], family: tuple[Word, ...]) -> set[tuple[str, str]]:
    starts = {item.loose[:1] for item in given} or {""}
    ends = {_joined(family).loose} | {loose(part) for part in _ends(_core(family))}
    return {(end, start) for end in ends for start in starts if end}
