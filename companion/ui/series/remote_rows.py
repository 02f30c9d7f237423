"""Attending from afar in rows: what is live, by night, or to be watched later; and jet lag."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from itertools import groupby

from companion.domain.bookmark import Star
from companion.domain.entry import Entry, EntryRef
from companion.domain.series.remote import JetLagDay, RemoteTalk, Verdict
from companion.domain.times import day_of, local
from companion.ui.changes.rich_list import RichRow, text_html
from companion.ui.format import (
    day_heading,
    day_text,
    duration_text,
    time_range,
    time_text,
    zone_city,
)
from companion.ui.i18n import labelled, translate
from companion.ui.series.words import clock_words, verdict_words
from companion.ui.words import speakers_line, star_words, talk_title

_MARKS = {Verdict.LIVE: "●", Verdict.LATER: "◐", Verdict.NIGHT: "○"}
_CLASSES = {Verdict.LIVE: "title", Verdict.LATER: "accent", Verdict.NIGHT: "dim"}


@dataclass(frozen=True, slots=True)
class PlanDay:
    """One of the reader's days: its header, and each talk's verdict and row."""

    header: RichRow
    talks: tuple[tuple[Verdict, RichRow], ...]


def plan_days(
    plan: Sequence[RemoteTalk],
    entries: Mapping[EntryRef, Entry],
    home: tzinfo,
    venue: tzinfo,
) -> tuple[PlanDay, ...]:
    """The talks by the reader's days, each with both clocks and a verdict in words.

    Args:
        plan: by start, unscheduled last.
        entries: by reference.
        home: the reader's zone.
        venue: the conference's.
    """
    days: list[PlanDay] = []
    for day, group in groupby(plan, key=lambda item: _day(item, home)):
        talks = [item for item in group if item.ref in entries]
        rows = tuple(
            (item.verdict, _talk_row(item, entries[item.ref], home, venue)) for item in talks
        )
        days.append(PlanDay(_day_row(day, talks), rows))
    return tuple(days)


def plan_rows(days: Iterable[PlanDay], wanted: Collection[Verdict]) -> tuple[RichRow, ...]:
    """The list with the verdicts wanted; days without any are left out."""
    rows: list[RichRow] = []
    for day in days:
        shown = [row for verdict, row in day.talks if verdict in wanted]
        rows += [day.header, *shown] if shown else []
    return tuple(rows)


def _day(item: RemoteTalk, home: tzinfo) -> date | None:
    return day_of(item.start_dt, home) if item.start_dt else None


def _day_row(day: date | None, talks: Iterable[RemoteTalk]) -> RichRow:
    title = day_heading(day) if day else translate("Remote", "Not yet scheduled")
    note = counts_words(talks)
    html = f"{text_html(title, 'head')}<br>{text_html(note, 'small')}"
    return RichRow(html, labelled(title, note), is_header=True)


def counts_words(talks: Iterable[RemoteTalk]) -> str:
    """`12 live, 3 to watch later, 5 by night`."""
    talks = tuple(talks)
    counts = {verdict: sum(talk.verdict is verdict for talk in talks) for verdict in Verdict}
    return ", ".join(
        (
            translate("Remote", "%n live", "", counts[Verdict.LIVE]),
            translate("Remote", "%n to watch later", "", counts[Verdict.LATER]),
            translate("Remote", "%n by night", "", counts[Verdict.NIGHT]),
        )
    )


def _talk_row(item: RemoteTalk, entry: Entry, home: tzinfo, venue: tzinfo) -> RichRow:
    verdict = verdict_words(item.verdict)
    title, people, star = talk_title(entry.title), speakers_line(entry), star_words(entry.star)
    mine, theirs = _times(item, home, venue)
    starred = " " + text_html(f"★ {star}", "tiny") if entry.star is not Star.NONE else ""
    head = text_html(f"{_MARKS[item.verdict]} {verdict}", _CLASSES[item.verdict])
    lines = [f"{text_html(mine, 'title')} &nbsp;{head}" if mine else head]
    lines.append(text_html(title, "title") + starred)
    lines.append(text_html(" · ".join(filter(None, (theirs, people))), "small"))
    said = ", ".join(filter(None, (mine, verdict, title, people, theirs, star)))
    return RichRow("<br>".join(lines), said, item.ref)


def _times(item: RemoteTalk, home: tzinfo, venue: tzinfo) -> tuple[str, str]:
    """The reader's clock, and the conference's with its day where that is another one."""
    if item.start_dt is None or item.end_dt is None:
        return "", ""
    mine = time_range(item.start_dt, item.end_dt, home)
    there = time_text(item.start_dt, venue)
    if day_of(item.start_dt, venue) != day_of(item.start_dt, home):
        there = f"{day_text(day_of(item.start_dt, venue))} {there}"
    return mine, translate("Remote", "{time} in {city}").format(time=there, city=zone_city(venue))


# --- on site -------------------------------------------------------------------------------------


def jet_lag_rows(days: Sequence[JetLagDay], venue: tzinfo) -> tuple[RichRow, ...]:
    """The first days as the body of somebody from another zone feels them."""
    return tuple(_jet_lag_row(day, venue) for day in days)


def _jet_lag_row(day: JetLagDay, venue: tzinfo) -> RichRow:
    title = day_heading(day.day)
    there = f"{_clock(day.first_dt, venue)}–{_clock(day.last_dt, venue)}"
    home = f"{clock_words(day.first_home)} – {clock_words(day.last_home)}"
    lines = [
        translate("Remote", "Talks from {span} there: at home it is {home}.").format(
            span=there, home=home
        ),
        _night_words(day),
    ]
    body = "<br>".join(text_html(line) for line in lines)
    html = f"{text_html(title, 'title')}<br>{body}"
    return RichRow(html, " ".join((title, *lines)), value=day.day)


def _clock(moment: datetime, zone: tzinfo) -> str:
    return time_text(local(moment, zone), zone)


def _night_words(day: JetLagDay) -> str:
    length = duration_text(timedelta(minutes=day.night_minutes))
    whole = duration_text(timedelta(minutes=day.minutes))
    if not day.night_minutes:
        return translate("Remote", "None of it falls into your night at home.")
    rest = duration_text(timedelta(minutes=day.adapted_night_minutes))
    return translate(
        "Remote",
        "{length} of {whole} fall into your night at home; after an hour a day of getting used to "
        "it, {rest}.",
    ).format(length=length, whole=whole, rest=rest)
