"""A change in words, with the words that went and came marked."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from companion.domain.changes import ADDED, RESTORED, WITHDRAWN, ChangeKind
from companion.domain.news import Edit, NewsKind, Run, word_differences
from companion.domain.times import day_of
from companion.services.changes import News
from companion.ui.changes.rich_list import text_html
from companion.ui.format import day_text, duration_text, time_text
from companion.ui.i18n import labelled, translate
from companion.ui.words import title_of

_CONTEXT = 7
_MATERIAL_NAME = ("title", "filename", "url")
TitleOf = Callable[[object], str]
_ARROW = (Run(Edit.SAME, " → "),)


@dataclass(frozen=True, slots=True)
class Told:
    """One line about a talk.

    Attributes:
        what: what it is about, such as “Room”; empty where the words say it.
        runs: the words, some of them removed or inserted.
    """

    kind: NewsKind
    what: str
    runs: tuple[Run, ...]

    @property
    def html(self) -> str:
        """Removed words struck through, inserted ones underlined."""
        head = text_html(labelled(self.what, ""), "what") if self.what else ""
        followers = (*self.runs[1:], Run(Edit.SAME, ""))
        pairs = zip(self.runs, followers, strict=True)
        return head + "".join(_run_html(run, is_parted=_touches(next_)) for run, next_ in pairs)

    @property
    def sentence(self) -> str:
        """The same for screen readers: what went and what came is said, not shown."""
        parts = [_run_words(run) for run in self.runs]
        words = " ".join(part for part in parts if part)
        return labelled(self.what, words) if self.what else words


def short_words(line: Told) -> str:
    """One line for a message: what is now, or (of texts) only that it changed."""
    if all(run.edit is Edit.SAME for run in line.runs):
        return "".join(run.text for run in line.runs)
    if line.runs[1:2] == _ARROW:
        return labelled(line.what, "".join(run.text for run in line.runs))
    return translate("Changes", "{what} changed").format(what=line.what)


def _touches(follower: Run) -> bool:
    """Whether a run needs a gap before this one; a list has its commas."""
    return follower.edit is not Edit.SAME


def _run_html(run: Run, *, is_parted: bool) -> str:
    if run.edit is Edit.SAME:
        return text_html(run.text)
    words = run.text.strip()
    before, _, after = run.text.partition(words) if words else (run.text, "", "")
    # A thin space parts what went from what came in its place.
    gap = "\u2009" if is_parted else ""
    return f"{before}{text_html(words, run.edit.value)}{after}{gap}"


def _run_words(run: Run) -> str:
    text = run.text.strip()
    if run.edit is Edit.REMOVED and text:
        return translate("Changes", "removed “{text}”").format(text=text)
    if run.edit is Edit.INSERTED and text:
        return translate("Changes", "inserted “{text}”").format(text=text)
    return text


def told(items: Sequence[News], zone: tzinfo, plain: Callable[[str], str]) -> tuple[Told, ...]:
    """The changes of one talk in one sync, a line each; start and end make one line.

    Args:
        items: of one talk and one instant.
        zone: in which times are shown.
        plain: makes readable text of what a site sends.
    """
    fields = {item.change.field: item for item in items}
    lines = [_moved(fields, zone)] if fields.keys() & {"start", "end"} else []
    lines += [
        _line(item, plain)
        for name, item in fields.items()
        if name not in {"start", "end"} and not (name == "duration" and lines)
    ]
    return tuple(line for line in lines if line.runs)


def _same(text: str) -> tuple[Run, ...]:
    return (Run(Edit.SAME, text),)


def _line(item: News, plain: Callable[[str], str]) -> Told:
    change, name = item.change, item.change.field
    if name in {ADDED, RESTORED, WITHDRAWN}:
        return Told(item.kind, "", _same(_whole_words(name, change.kind)))
    if name == "title":
        before, after = title_of(str(change.old or "")), title_of(str(change.new or ""))
        return Told(item.kind, _label(name), word_differences(before, after))
    if name in {"description", "note"}:
        runs = word_differences(plain(str(change.old or "")), plain(str(change.new or "")))
        return Told(item.kind, _label(name), shortened(runs) or _same(_only_layout()))
    if isinstance(change.old, list) or isinstance(change.new, list):
        return Told(item.kind, _label(name), _lists(change.old, change.new))
    return Told(item.kind, _label(name), _values(change.field, change.old, change.new))


def _whole_words(name: str, kind: ChangeKind) -> str:
    if name == RESTORED:
        return translate("Changes", "Back in the programme")
    if name == WITHDRAWN:
        return translate("Changes", "No longer in the programme")
    if kind is ChangeKind.CONTRIBUTION:
        return translate("Changes", "New talk")
    return translate("Changes", "New in the programme")


def _only_layout() -> str:
    return translate("Changes", "only its layout changed")


# --- times ----------------------------------------------------------------------------------------


def _moved(fields: dict[str, News], zone: tzinfo) -> Told:
    start, end = fields.get("start"), fields.get("end")
    kind = NewsKind.MOVED
    if start is None:
        assert end is not None  # noqa: S101 - one of both is here
        return Told(kind, "", _same(_end_words(end, zone)))
    old, new = _instant(start.change.old), _instant(start.change.new)
    if new is None:
        words = translate("Changes", "no longer has a time; it was {old}")
        return Told(kind, "", _same(words.format(old=_when(old, zone))))
    if old is None:
        words = translate("Changes", "now has a time: {new}")
        return Told(kind, "", _same(words.format(new=_when(new, zone))))
    is_same_day = day_of(old, zone) == day_of(new, zone)
    after = time_text(new, zone) if is_same_day else _when(new, zone)
    words = translate("Changes", "moved from {old} to {new}")
    text = words.format(old=_when(old, zone), new=after) + _length_words(start, end)
    return Told(kind, "", _same(text))


def _end_words(end: News, zone: tzinfo) -> str:
    old, new = _instant(end.change.old), _instant(end.change.new)
    if old is None or new is None:
        return translate("Changes", "ends at {new}, was {old}").format(
            new=_when(new, zone), old=_when(old, zone)
        )
    words = translate("Changes", "ends at {new} instead of {old}")
    return words.format(new=time_text(new, zone), old=_when(old, zone))


def _length_words(start: News, end: News | None) -> str:
    """What is said beside a move that also changes the length."""
    if end is None:
        return ""
    starts = (_instant(start.change.old), _instant(start.change.new))
    ends = (_instant(end.change.old), _instant(end.change.new))
    if None in starts or None in ends:
        return ""
    before, after = (_span(a, b) for a, b in zip(starts, ends, strict=True))
    if before == after:
        return ""
    words = translate("Changes", ", {after} instead of {before}")
    return words.format(after=duration_text(after), before=duration_text(before))


def _span(start: datetime | None, end: datetime | None) -> timedelta:
    return end - start if start and end else timedelta(0)


def _instant(value: object) -> datetime | None:
    return datetime.fromisoformat(value) if isinstance(value, str) and value else None


def _when(moment: datetime | None, zone: tzinfo) -> str:
    if moment is None:
        return translate("Changes", "not known")
    return f"{day_text(day_of(moment, zone))} {time_text(moment, zone)}"


# --- values and lists -----------------------------------------------------------------------------


def _values(field: str, old: object, new: object) -> tuple[Run, ...]:
    before, after = _shown(field, old), _shown(field, new)
    if not before:
        return (Run(Edit.INSERTED, after),)
    if not after:
        return (Run(Edit.REMOVED, before),)
    return (Run(Edit.REMOVED, before), *_ARROW, Run(Edit.INSERTED, after))


def _shown(field: str, value: object) -> str:
    if field == "duration" and isinstance(value, int):
        return duration_text(timedelta(seconds=value))
    if isinstance(value, bool):
        return translate("Changes", "yes") if value else translate("Changes", "no")
    return "" if value is None else str(value)


def _lists(old: object, new: object) -> tuple[Run, ...]:
    """What went from a list and what came to it; people, files, keywords."""
    before, after = _names(old), _names(new)
    gone = [name for name in before if name not in after]
    come = [name for name in after if name not in before]
    runs = [Run(Edit.REMOVED, name) for name in gone] + [Run(Edit.INSERTED, n) for n in come]
    if not runs:
        kept = ", ".join(after)
        words = translate("Changes", "updated") if old != new and before == after else kept
        return _same(words)
    parts: list[Run] = []
    for place, run in enumerate(runs):
        parts += [Run(Edit.SAME, ", "), run] if place else [run]
    return tuple(parts)


def _names(value: object) -> list[str]:
    return [_name(item) for item in value] if isinstance(value, list) else []


def _name(item: object) -> str:
    if isinstance(item, dict):
        return next((str(item[key]) for key in _MATERIAL_NAME if item.get(key)), "")
    return str(item)


def shortened(runs: Iterable[Run]) -> tuple[Run, ...]:
    """What stayed the same, cut to a few words around what changed; empty if nothing did."""
    runs = tuple(runs)
    if all(run.edit is Edit.SAME for run in runs):
        return ()
    last = len(runs) - 1
    return tuple(
        run if run.edit is not Edit.SAME else Run(Edit.SAME, _cut(run.text, place, last))
        for place, run in enumerate(runs)
    )


def _cut(text: str, place: int, last: int) -> str:
    words = text.split()
    if len(words) <= 2 * _CONTEXT:
        return text
    head = "" if place == 0 else " " + " ".join(words[:_CONTEXT]) + " "
    tail = "" if place == last else " " + " ".join(words[-_CONTEXT:]) + " "
    return f"{head}…{tail}"


# --- names of kinds and fields --------------------------------------------------------------------


def kind_words(kind: NewsKind) -> str:
    """What a chip that filters by kind says."""
    return {
        NewsKind.MOVED: translate("Changes", "Moved"),
        NewsKind.ROOM: translate("Changes", "Room"),
        NewsKind.TITLE: translate("Changes", "Title"),
        NewsKind.TEXT: translate("Changes", "Text"),
        NewsKind.SPEAKERS: translate("Changes", "Speakers"),
        NewsKind.NEW: translate("Changes", "New"),
        NewsKind.WITHDRAWN: translate("Changes", "Withdrawn"),
        NewsKind.SLIDES: translate("Changes", "Slides"),
        NewsKind.OTHER: translate("Changes", "Other"),
    }[kind]


def _label(field: str) -> str:
    names = {
        "title": translate("Changes", "Title"),
        "room": translate("Changes", "Room"),
        "venue": translate("Changes", "Venue"),
        "description": translate("Changes", "Text"),
        "note": translate("Changes", "Minutes"),
        "speakers": translate("Changes", "Speakers"),
        "primary_authors": translate("Changes", "Authors"),
        "coauthors": translate("Changes", "Co-authors"),
        "conveners": translate("Changes", "Chairs"),
        "chairs": translate("Changes", "Chairs"),
        "session": translate("Changes", "Session"),
        "type": translate("Changes", "Type"),
        "track": translate("Changes", "Track"),
        "code": translate("Changes", "Code"),
        "board_number": translate("Changes", "Poster board"),
        "keywords": translate("Changes", "Keywords"),
        "duration": translate("Changes", "Length"),
        "references": translate("Changes", "References"),
        "materials": translate("Changes", "Materials"),
        "subcontributions": translate("Changes", "Parts"),
        "timezone": translate("Changes", "Time zone"),
        "address": translate("Changes", "Address"),
        "label": translate("Changes", "Notice"),
        "color": translate("Changes", "Colour"),
        "text_color": translate("Changes", "Colour"),
    }
    return names.get(field) or field.replace("_", " ").capitalize()
