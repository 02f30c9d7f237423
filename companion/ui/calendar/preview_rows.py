"""What an export would do to a calendar, as rows of a list and in one line."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, tzinfo
from enum import StrEnum

from companion.domain.calendar import (
    Action,
    CalendarEntry,
    CalendarPlan,
    EntryStatus,
    LeftOut,
    LeftOutReason,
)
from companion.domain.times import day_of
from companion.ui.changes.rich_list import RichRow, text_html
from companion.ui.format import day_text, time_text
from companion.ui.i18n import labelled, translate
from companion.ui.words import title_of


class Kind(StrEnum):
    """Groups of the preview, in their order."""

    ADDED = "added"
    MOVED = "moved"
    RENAMED = "renamed"
    CHANGED = "changed"
    CANCELLED = "cancelled"
    SAME = "same"
    LEFT_OUT = "left-out"


@dataclass(frozen=True, slots=True)
class Preview:
    """What would be done.

    Attributes:
        counts: by kind; only those that occur.
        rows: every entry under the title of its kind.
        notes: sentences about the whole.
    """

    counts: tuple[tuple[Kind, int], ...]
    rows: tuple[RichRow, ...]
    notes: tuple[str, ...] = ()

    @property
    def summary(self) -> str:
        """`12 new · 2 moved · 30 as they are`."""
        return " · ".join(count_words(kind, count) for kind, count in self.counts)

    @property
    def is_empty(self) -> bool:
        """Whether no entry would be in the calendar."""
        return not any(kind is not Kind.LEFT_OUT for kind, _ in self.counts)


def preview_of(plan: CalendarPlan, zone: tzinfo) -> Preview:
    """A plan in words, with times in a zone. Runs in a worker."""
    groups: dict[Kind, list[RichRow]] = {kind: [] for kind in Kind}
    for entry in plan.entries:
        groups[_kind(entry)].append(_row(entry, _kind(entry), zone))
    groups[Kind.LEFT_OUT] = [_left_out_row(item) for item in plan.left_out]
    found = [(kind, rows) for kind, rows in groups.items() if rows]
    lines = [row for kind, rows in found for row in (_head(kind, len(rows)), *rows)]
    return Preview(
        tuple((kind, len(rows)) for kind, rows in found), tuple(lines), tuple(_notes(plan))
    )


def count_words(kind: Kind, count: int) -> str:
    """How many entries of a kind."""
    t = translate
    words = {
        Kind.ADDED: t("Calendar", "%n new", "", count),
        Kind.MOVED: t("Calendar", "%n moved", "", count),
        Kind.RENAMED: t("Calendar", "%n renamed", "", count),
        Kind.CHANGED: t("Calendar", "%n otherwise changed", "", count),
        Kind.CANCELLED: t("Calendar", "%n cancelled", "", count),
        Kind.SAME: t("Calendar", "%n as before", "", count),
        Kind.LEFT_OUT: t("Calendar", "%n left out", "", count),
    }
    return words[kind]


def when_text(moment: datetime, zone: tzinfo) -> str:
    """`Tue 26 Nov 10:30`."""
    return f"{day_text(day_of(moment, zone))} {time_text(moment, zone)}"


def _kind(entry: CalendarEntry) -> Kind:
    before = entry.before
    if entry.action is Action.CHANGED and before is not None and before.title != entry.title:
        return Kind.RENAMED
    return Kind(entry.action.value)


def _head(kind: Kind, count: int) -> RichRow:
    words = count_words(kind, count)
    return RichRow(text_html(words, "head"), words, is_header=True)


def _row(entry: CalendarEntry, kind: Kind, zone: tzinfo) -> RichRow:
    title = title_of(entry.title)
    steps = _steps(entry, kind, zone)
    old, new = (" · ".join(filter(None, parts)) for parts in zip(*steps, strict=True))
    more = " · ".join(_marks(entry))
    html = text_html(title, "dim" if kind is Kind.SAME else "title")
    if kind is Kind.RENAMED and entry.before is not None:
        former = title_of(entry.before.title)
        html = f"{text_html(former, 'removed')} → {text_html(title, 'inserted')}"
        said = translate("Calendar", "{old}, now called {new}").format(old=former, new=title)
    else:
        said = title
    line = " · ".join(filter(None, (_step_html(*step) for step in steps)))
    tail = f" · {text_html(more)}" if more else ""
    html += f'<br><span class="small">{line}{tail}</span>'
    moved = translate("Calendar", "from {old} to {new}").format(old=old, new=new)
    spoken = ", ".join(filter(None, (said, moved if old != new else new, more)))
    return RichRow(html, labelled(_word(kind), spoken), value=entry.uid)


def _word(kind: Kind) -> str:
    t = translate
    words = {
        Kind.ADDED: t("Calendar", "New"),
        Kind.MOVED: t("Calendar", "Moved"),
        Kind.RENAMED: t("Calendar", "Renamed"),
        Kind.CHANGED: t("Calendar", "Changed"),
        Kind.CANCELLED: t("Calendar", "Cancelled"),
        Kind.SAME: t("Calendar", "As before"),
        Kind.LEFT_OUT: t("Calendar", "Left out"),
    }
    return words[kind]


def _steps(entry: CalendarEntry, kind: Kind, zone: tzinfo) -> tuple[tuple[str, str], ...]:
    """Old and new time, old and new place; old is new where it did not move."""
    before = entry.before if kind is Kind.MOVED and entry.before is not None else entry
    when = (when_text(before.start_dt, zone), when_text(entry.start_dt, zone))
    where = (before.location, entry.location)
    if before is entry or when[0] != when[1] or where[0] != where[1]:
        return when, where
    return when, (_until(before.end_dt, zone), _until(entry.end_dt, zone)), where


def _step_html(old: str, new: str) -> str:
    if old == new:
        return text_html(new)
    parts = (text_html(old, "removed") if old else "", text_html(new, "inserted") if new else "")
    return " → ".join(filter(None, parts))


def _until(moment: datetime, zone: tzinfo) -> str:
    return translate("Calendar", "until {time}").format(time=time_text(moment, zone))


def _marks(entry: CalendarEntry) -> Iterable[str]:
    if entry.posters:
        yield translate("Calendar", "%n poster(s) inside", "", len(entry.posters))
    if entry.status is EntryStatus.TENTATIVE:
        yield translate("Calendar", "tentative")
    if entry.action is Action.SAME and entry.status is EntryStatus.CANCELLED:
        yield translate("Calendar", "cancelled earlier")


def _left_out_row(item: LeftOut) -> RichRow:
    title = title_of(item.contribution.title)
    why = {
        LeftOutReason.UNSCHEDULED: translate("Calendar", "has no time yet"),
        LeftOutReason.POSTER: translate("Calendar", "is a poster"),
    }[item.reason]
    html = f'{text_html(title, "dim")}<br><span class="small">{text_html(why)}</span>'
    return RichRow(
        html, labelled(_word(Kind.LEFT_OUT), f"{title}, {why}"), value=item.contribution.db_id
    )


def _notes(plan: CalendarPlan) -> Iterable[str]:
    for name in plan.plain_zones:
        words = translate(
            "Calendar", "The clocks of {zone} follow no yearly rule: its times are universal."
        )
        yield words.format(zone=name)
