"""Letters of other alphabets in plain Latin ones, for comparing names and words.

One text has several readings: `ü` is written `u` or `ue`, `х` is written `kh` or `h`. A reading is
lower case, without accents.
"""

import re
import unicodedata
from functools import lru_cache


def listed(text: str) -> frozenset[str]:
    """The words of a table."""
    return frozenset(text.split())


_PLAIN = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ł": "l",
        "ħ": "h",
        "ŧ": "t",
        "ŋ": "ng",
        "ı": "i",
        "ĸ": "k",
        "ə": "e",
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "ʹ": "'",
        "`": "'",
        "´": "'",
        "‐": "-",
        "‑": "-",
        "‒": "-",
        "–": "-",
        "—": "-",
        "−": "-",
    }
)
_EXPANDED = str.maketrans(
    {"ü": "ue", "ö": "oe", "ä": "ae", "ø": "oe", "å": "aa", "ð": "dh", "œ": "o", "æ": "a"}
)
_CYRILLIC = (
    "а a б b в v г g ґ g д d е e ё e є ye ж zh з z и i і i ї i й y ј j к k л l љ lj м m н n њ nj "
    "о o п p р r с s т t ћ c у u ў u ф f х kh ц ts ч ch џ dz ш sh щ shch ъ  ы y ь  э e ю yu я ya "
    "ђ d"
)
_GREEK = (
    "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f "
    "χ ch ψ ps ω o"
)


def _table(text: str) -> dict[int, str]:
    parts = text.split(" ")
    return str.maketrans(dict(zip(parts[::2], parts[1::2], strict=True)))


_OTHER = _table(_CYRILLIC) | _table(_GREEK)
_GREEK_PAIRS = (("ου", "ou"), ("μπ", "b"), ("γγ", "ng"), ("αυ", "av"), ("ευ", "ev"), ("ντ", "nt"))
_LOOSE = (
    # What the usual romanisations do not agree on, brought to one spelling.
    ("shch", "s"),
    ("sch", "s"),
    ("sh", "s"),
    ("tch", "c"),
    ("ch", "c"),
    ("ts", "c"),
    ("tz", "c"),
    ("zh", "z"),
    ("kh", "h"),
    ("ph", "f"),
    ("gh", "g"),
    ("ks", "x"),
    ("w", "v"),
    ("j", "i"),
    ("y", "i"),
    ("ou", "u"),
)
_VOWEL_PAIRS = (("ue", "u"), ("oe", "o"), ("ae", "a"), ("aa", "a"))
_REPEATED = re.compile(r"(.)\1+")
_LAST_I = re.compile(r"(?<=..)[ijy]+$")
_INNER_I = re.compile(r"(?<=[aeiou])[jy](?=[aeiou])")
_FIRST_I = re.compile(r"^[ijy](?=[au][^aeiouy]+[aeiouy])")


def _bare(text: str) -> str:
    """Without the marks that Unicode keeps apart from their letters."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def _romanised(text: str) -> str:
    for pair, latin in _GREEK_PAIRS:
        text = text.replace(pair, latin)
    return text.translate(_OTHER)


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """The shortest reading: `Łukasz Müller` is `lukasz muller`."""
    # NFKC first keeps й and ё whole until they have been romanised.
    lowered = unicodedata.normalize("NFKC", text).casefold()
    if lowered.isascii():
        return lowered
    return _bare(_romanised(_without_tonos(lowered)).translate(_PLAIN))


@lru_cache(maxsize=65536)
def expanded(text: str) -> str:
    """The reading with the second letters: `Müller` is `mueller`, `Sørensen` is `soerensen`."""
    lowered = unicodedata.normalize("NFKC", text).casefold()
    return lowered if lowered.isascii() else plain(lowered.translate(_EXPANDED))


@lru_cache(maxsize=65536)
def loose(text: str) -> str:
    """One skeleton for all romanisations of a name: `Shcherbakov` and `Щербаков` have the same.

    Different names share it (`Zhang`, `Zang`), so it decides nothing between two Latin spellings.
    """
    reading = mild(text)
    for pair, letter in (*_VOWEL_PAIRS, *_LOOSE):
        reading = reading.replace(pair, letter)
    return _REPEATED.sub(r"\1", reading)


@lru_cache(maxsize=65536)
def mild(text: str) -> str:
    """One spelling for what differs between Latin spellings of one name.

    `Dmitry`, `Dmitri` and `Dmitrij`; `Aleksey` and `Alexei`; `Yulia`, `Yuliya` and `Julia`;
    `Mueller` and `Muller`. What this brings together, `loose` does as well.
    """
    reading = _LAST_I.sub("i", plain(text).replace("ks", "x"))
    reading = _FIRST_I.sub("i", _INNER_I.sub("", reading))
    for pair, letter in _VOWEL_PAIRS if len(reading) > 5 else ():  # `Yuen` is not `Yun`
        reading = reading.replace(pair, letter)
    return reading


def is_latin(text: str) -> bool:
    """Whether every letter is of the Latin alphabet."""
    return all(
        char < "\u0250" or "LATIN" in unicodedata.name(char, "") for char in text if char.isalpha()
    )


def _without_tonos(text: str) -> str:
    """Greek letters without accents, so that pairs of them are found; Cyrillic й stays й."""
    if not any("\u0370" <= char <= "\u03ff" for char in text):
        return text
    return unicodedata.normalize("NFC", _bare(text))
