"""What is on now, what comes next, and the next talk that the person starred."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from PySide6.QtWidgets import QLabel, QWidget

from companion.domain.entry import Entry
from companion.domain.times import day_of, offset_minutes
from companion.services.agenda import Row, SlimRow, TalkRow, TitleRow, phase_of
from companion.services.now_next import Present, present
from companion.ui.context import ViewContext
from companion.ui.format import capital, day_text, duration_text, time_text, zone_city
from companion.ui.i18n import translate
from companion.ui.theme import Look
from companion.ui.views.list_base import ListViewBase

_DAYS_FROM_MINUTES = 48 * 60


class NowView(ListViewBase):
    """The present in three groups. It moves on by itself: the window sets entries each minute."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, translate("Now", "Now and next"), parent)
        self.clock = QLabel()
        self.clock.setProperty("kind", "brand")
        self.bar_row.insertWidget(0, self.clock)

    def set_entries(self, entries: Sequence[Entry], context: ViewContext) -> None:
        """Show what the moment of the context is about."""
        super().set_entries(entries, context)
        self.clock.setText(clock_text(context))
        self.summary.setText(other_clock_text(context))
        found = present(self.entries, context.now)
        rows = tuple(_rows(found, context))
        self.show_rows(rows, _empty_words(found, context))


def clock_text(context: ViewContext) -> str:
    """`Tue 26 Nov, 11:24 in Melbourne`."""
    day = capital(day_text(day_of(context.now, context.zone)))
    return translate("Now", "{day}, {time} in {city}").format(
        day=day, time=time_text(context.now, context.zone), city=zone_city(context.zone)
    )


def other_clock_text(context: ViewContext) -> str:
    """`01:24 for you`, or the conference's time; empty where both clocks agree."""
    is_mine = context.zone == context.reader_zone
    other = context.event_zone if is_mine else context.reader_zone
    if offset_minutes(context.now, other) == offset_minutes(context.now, context.zone):
        return ""
    time = time_text(context.now, other)
    if is_mine:
        return translate("Now", "{time} in {city}").format(time=time, city=zone_city(other))
    return translate("Now", "{time} for you").format(time=time)


def in_text(moment: datetime, now: datetime) -> str:
    """`in 6 min`, `in 3 h 10 min`, `in 9 days`."""
    minutes = -((now - moment).total_seconds() // 60)
    if minutes < _DAYS_FROM_MINUTES:
        return translate("Now", "in {length}").format(length=duration_text(moment - now))
    return translate("Now", "in %n day(s)", "", int(minutes // (24 * 60)))


def _rows(found: Present, context: ViewContext) -> Iterator[Row]:
    now = context.now
    if found.running:
        yield TitleRow(translate("Now", "On now"))
        yield from _lines(found.running, context)
    if found.next_dt is not None:
        yield TitleRow(_next_title(found, context), _when(found.next_dt, context))
        yield from _lines(found.next, context)
    if found.mine and found.mine[0].start_dt:
        start = found.mine[0].start_dt
        title = translate("Now", "Your next starred talk, {when}").format(when=in_text(start, now))
        yield TitleRow(title, _when(start, context))
        yield from _lines(found.mine, context)


def _next_title(found: Present, context: ViewContext) -> str:
    now, start = context.now, found.next_dt or context.now
    when = in_text(start, now)
    if found.start_dt is not None and now < found.start_dt:
        return translate("Now", "{title} begins {when}").format(title=context.title, when=when)
    if not found.running:
        return translate("Now", "Nothing is on. Next, {when}").format(when=when)
    return translate("Now", "Next, {when}").format(when=when)


def _when(moment: datetime, context: ViewContext) -> str:
    """The time; with its day where that is not today."""
    time, day = time_text(moment, context.zone), day_of(moment, context.zone)
    if day == day_of(context.now, context.zone):
        return time
    return f"{day_text(day)} {time}"


def _lines(entries: Sequence[Entry], context: ViewContext) -> Iterator[Row]:
    for entry in entries:
        phase = phase_of(entry, context.now)
        if entry.is_contribution:
            yield TalkRow(entry, phase, context.overlaps.get(entry.ref, ()))
        else:
            yield SlimRow(entry, phase)


def _empty_words(found: Present, context: ViewContext) -> str:
    if found.end_dt is None:
        return translate(
            "Now",
            "{title} has no times yet.\n"
            "Press Sync to look whether the organisers have published them.",
        ).format(title=context.title)
    return translate(
        "Now", "{title} is over.\nOpen Programme to read it, or choose another edition."
    ).format(title=context.title)
