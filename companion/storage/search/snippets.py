"""Finds the words of a search in a talk's texts and cuts out what stands around them."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from companion.storage.search.folding import index_text, places_of, tokens

MATCH_START, MATCH_END = "\x02", "\x03"
"""Around each matched word of a snippet; foreign texts never hold them."""

MAX_PHRASES = 16
_MAX_QUERY = 400
_LENGTH = 180
_BEFORE = 50


@dataclass(frozen=True, slots=True)
class Phrases:
    """What a person typed, as words to find.

    Attributes:
        expression: for FTS5 MATCH; nothing but quoted letters, digits and spaces in it, so
            nothing of what was typed is syntax. Empty if nothing can be found.
        patterns: one for each word, for texts as the index has them.
    """

    expression: str
    patterns: tuple[re.Pattern[str], ...]
    any_pattern: re.Pattern[str]


def read_query(text: str) -> Phrases:
    """Split at white space; a word such as `state-of-the-art` or `量子` is a phrase of several."""
    words = [tokens(word) for word in text[:_MAX_QUERY].split()]
    phrases = list(dict.fromkeys(word for word in words if word))[:MAX_PHRASES]
    sources = [_pattern(phrase) for phrase in phrases]
    return Phrases(
        expression=" ".join(f'"{" ".join(phrase)}"*' for phrase in phrases),
        patterns=tuple(re.compile(source) for source in sources),
        any_pattern=re.compile("|".join(sorted(sources, key=len, reverse=True)) or "(?!)"),
    )


def _pattern(phrase: Sequence[str]) -> str:
    """Whole words that begin with the phrase.

    What may stand before is looked at behind the first letter: `re` finds letters ten times sooner
    than places where something does not stand before.
    """
    source = " +".join(phrase)
    return f"{source[0]}(?<![^ ].){source[1:]}[^ ]*"


def best_field(fields: Iterable[tuple[str, str]], phrases: Phrases) -> tuple[str, str]:
    """The field with most of the words, the first of equals, and its snippet.

    Args:
        fields: (name, text), the most telling first; at least one.
        phrases: what is looked for.
    """
    most, best = -1, ("", "", "")
    for name, text in fields:
        indexed = index_text(text)
        found = sum(1 for pattern in phrases.patterns if pattern.search(indexed))
        if found > most:
            most, best = found, (name, text, indexed)
        if found == len(phrases.patterns):
            break
    name, text, indexed = best
    return name, _snippet(text, _spans(text, indexed, phrases))


def _spans(text: str, indexed: str, phrases: Phrases) -> list[tuple[int, int]]:
    places = places_of(text)
    spans = [match.span() for match in phrases.any_pattern.finditer(indexed)]
    if places is None:
        return spans
    starts, ends = places
    return [(starts[start], ends[end - 1]) for start, end in spans]


def _snippet(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Some words around the densest place, matches marked, cut ends shown by “…”."""
    start, end = _window(text, spans)
    pieces, at = [], start
    for left, right in spans:
        if start <= left and right <= end:
            pieces += [text[at:left], MATCH_START, text[left:right], MATCH_END]
            at = right
    pieces.append(text[at:end])
    before = "…" if start else ""
    after = "…" if end < len(text) else ""
    return before + "".join(pieces).strip() + after


def _window(text: str, spans: Sequence[tuple[int, int]]) -> tuple[int, int]:
    if len(text) <= _LENGTH:
        return 0, len(text)
    first = _densest(spans) if spans else 0
    start = _word_start(text, max(0, first - _BEFORE), first)
    return start, _word_end(text, start + _LENGTH)


def _densest(spans: Sequence[tuple[int, int]]) -> int:
    """Where the most matches follow within a snippet; they stand in order and never overlap."""
    ends = [right for _left, right in spans]
    counts = [
        bisect_right(ends, left + _LENGTH - _BEFORE) - at for at, (left, _) in enumerate(spans)
    ]
    return spans[counts.index(max(counts))][0]


def _word_start(text: str, start: int, limit: int) -> int:
    space = text.find(" ", start, limit) if start else -1
    return start if space < 0 else space + 1


def _word_end(text: str, end: int) -> int:
    if end >= len(text):
        return len(text)
    space = text.rfind(" ", end - _BEFORE, end)
    return end if space < 0 else space
