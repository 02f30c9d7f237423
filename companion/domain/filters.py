"""Which talks to show: by day, session, track, type, room and the person's own marks."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from datetime import tzinfo
from enum import StrEnum
from operator import attrgetter

from companion.domain.bookmark import Star
from companion.domain.entry import Entry, EntryKind
from companion.domain.times import day_of
from companion.frozen import frozen

NO_VALUE = ""
"""Stands for “none” in a facet: talks without a track, a room, a session ..."""


class Facet(StrEnum):
    """What talks can be filtered by."""

    DAY = "day"
    SESSION = "session"
    TRACK = "track"
    TYPE = "type"
    ROOM = "room"


class Flag(StrEnum):
    """What a talk is or is not."""

    STARRED = "starred"
    MATERIALS = "materials"
    POSTER = "poster"


@frozen
class Part:
    """One thing that a filter asks for.

    Attributes:
        of: a facet, or a flag.
        value: of the facet; empty for a flag.
        is_wanted: only these talks, or all but these.
    """

    of: Facet | Flag
    value: str
    is_wanted: bool


@frozen
class Filter:
    """What is asked for; all parts must hold, and within a facet one of its values.

    Attributes:
        only: facet → values, one of which a talk must have.
        without: facet → values, none of which a talk may have.
        flags: flag → whether it must or must not be set.
    """

    only: Mapping[Facet, frozenset[str]] = field(default_factory=dict)
    without: Mapping[Facet, frozenset[str]] = field(default_factory=dict)
    flags: Mapping[Flag, bool] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return any(self.only.values()) or any(self.without.values()) or bool(self.flags)

    def with_value(self, facet: Facet, value: str, wanted: bool | None) -> "Filter":
        """With a value asked for (True), excluded (False), or neither (None)."""
        return replace(
            self,
            only=_changed(self.only, facet, value, present=wanted is True),
            without=_changed(self.without, facet, value, present=wanted is False),
        )

    def with_flag(self, flag: Flag, wanted: bool | None) -> "Filter":
        """With a flag demanded (True), refused (False), or neither (None)."""
        flags = {name: value for name, value in self.flags.items() if name is not flag}
        if wanted is not None:
            flags[flag] = wanted
        return replace(self, flags=flags)

    def choice(self, of: Facet | Flag, value: str = "") -> bool | None:
        """True if asked for, False if excluded, None if neither; flags have no value."""
        if isinstance(of, Flag):
            return self.flags.get(of)
        if value in self.only.get(of, ()):
            return True
        return False if value in self.without.get(of, ()) else None

    def with_choice(self, of: Facet | Flag, value: str, wanted: bool | None) -> "Filter":
        """`with_flag` or `with_value`."""
        if isinstance(of, Flag):
            return self.with_flag(of, wanted)
        return self.with_value(of, value, wanted)

    def parts(self) -> tuple[Part, ...]:
        """Everything it asks for, flags first, then facet by facet."""
        flags = [Part(flag, "", self.flags[flag]) for flag in Flag if flag in self.flags]
        values = [
            Part(facet, value, is_wanted)
            for facet in Facet
            for is_wanted, chosen in ((True, self.only), (False, self.without))
            for value in sorted(chosen.get(facet, ()))
        ]
        return (*flags, *values)

    def lacking(self, part: Part) -> "Filter":
        """The same without one part."""
        return self.with_choice(part.of, part.value, None)

    def matches(self, entry: Entry, tz: tzinfo) -> bool:
        """Whether a talk is to be shown; days are those of `tz`."""
        return next(self.unmet(entry, tz), None) is None

    def unmet(self, entry: Entry, tz: tzinfo) -> Iterator[Facet | Flag]:
        """By what a talk is hidden; a facet may come twice."""
        for flag, wanted in self.flags.items():
            if has_flag(entry, flag) is not wanted:
                yield flag
        for facet, values in self.only.items():
            if values and facet_value(entry, facet, tz) not in values:
                yield facet
        for facet, values in self.without.items():
            if facet_value(entry, facet, tz) in values:
                yield facet


def facet_value(entry: Entry, facet: Facet, tz: tzinfo) -> str:
    """The value of a talk in a facet; `NO_VALUE` where it has none. Days are ISO dates."""
    if facet is Facet.DAY:
        return day_of(entry.start_dt, tz).isoformat() if entry.start_dt else NO_VALUE
    return _VALUES[facet](entry) or NO_VALUE


def has_flag(entry: Entry, flag: Flag) -> bool:
    """What a talk is."""
    return _FLAGS[flag](entry)


def option_counts(
    entries: Iterable[Entry], chosen: Filter, tz: tzinfo
) -> Mapping[Facet | Flag, Mapping[str, int]]:
    """What each choice would show, for every value there is, also where that is nothing.

    Counted are the talks that have the value and fulfil what is asked of all other facets and
    flags; what is asked of the same facet does not count, for within one facet choices add up.
    The value of a flag is empty.
    """
    talks = [entry for entry in entries if entry.is_contribution]
    unmet = [set(chosen.unmet(talk, tz)) for talk in talks]
    counts: dict[Facet | Flag, Counter[str]] = {}
    for facet in Facet:
        found = counts[facet] = Counter[str]()
        for talk, hiding_it in zip(talks, unmet, strict=True):
            found[facet_value(talk, facet, tz)] += not hiding_it or hiding_it == {facet}
    for flag in Flag:
        shown = (
            has_flag(talk, flag) and not hiding_it - {flag}
            for talk, hiding_it in zip(talks, unmet, strict=True)
        )
        counts[flag] = Counter({"": sum(shown)})
    return counts


def narrowed(entries: Sequence[Entry], chosen: Filter, tz: tzinfo) -> tuple[Entry, ...]:
    """The talks that match, and the blocks that hold one; breaks and empty blocks do not."""
    talks = [e for e in entries if e.is_contribution and chosen.matches(e, tz)]
    used = {talk.block_id for talk in talks}
    held = {talk.ref for talk in talks}
    return tuple(
        e for e in entries if e.ref in held or (e.kind is EntryKind.BLOCK and e.ref.ident in used)
    )


def hiding(chosen: Filter, entries: Iterable[Entry], tz: tzinfo) -> tuple[tuple[Part, int], ...]:
    """The parts without which there would be talks, and how many; the most helpful first."""
    talks = [entry for entry in entries if entry.is_contribution]
    lacking = [(part, chosen.lacking(part)) for part in chosen.parts()]
    counted = ((part, sum(less.matches(talk, tz) for talk in talks)) for part, less in lacking)
    return tuple(sorted((item for item in counted if item[1]), key=lambda item: -item[1]))


def _changed(
    chosen: Mapping[Facet, frozenset[str]], facet: Facet, value: str, *, present: bool
) -> Mapping[Facet, frozenset[str]]:
    values = chosen.get(facet, frozenset())
    values = values | {value} if present else values - {value}
    others = {name: held for name, held in chosen.items() if name is not facet}
    return {**others, facet: values} if values else others


_VALUES: Mapping[Facet, Callable[[Entry], str | None]] = {
    Facet.SESSION: attrgetter("session_title"),
    Facet.TRACK: attrgetter("track"),
    Facet.TYPE: attrgetter("type"),
    Facet.ROOM: attrgetter("room_name"),
}
_FLAGS: Mapping[Flag, Callable[[Entry], bool]] = {
    Flag.STARRED: lambda entry: entry.star is not Star.NONE,
    Flag.MATERIALS: lambda entry: entry.has_materials,
    Flag.POSTER: lambda entry: entry.is_poster,
}
