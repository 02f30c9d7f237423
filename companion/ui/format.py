"""Times, days, zones and sizes as people read them. Never English where the locale is another."""

from datetime import date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate

from companion.domain.times import elapsed, local, offset_minutes
from companion.ui.i18n import locale, place_name, translate

_KIB = 1024


def time_text(moment: datetime, zone: tzinfo) -> str:
    """`09:00`: 24 hours everywhere, so that times stand under each other."""
    return _clock(local(moment, zone))


def time_range(start_dt: datetime, end_dt: datetime, zone: tzinfo) -> str:
    """`09:00 – 10:30`; with the day where it ends on another one."""
    start, end = local(start_dt, zone), local(end_dt, zone)
    tail = _clock(end)
    if end.date() != start.date() and end_dt != start_dt and tail != "00:00":
        tail = f"{day_text(end.date())} {tail}"
    return f"{_clock(start)}\u2009–\u2009{tail}"


def _clock(moment: datetime) -> str:
    """Without strftime, which imports a module on each call."""
    return f"{moment.hour:02}:{moment.minute:02}"


def _q(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def day_text(day: date) -> str:
    """`Mon 25 Nov`."""
    return locale().toString(_q(day), translate("Format", "ddd d MMM", "day, as Mon 25 Nov"))


def long_day_text(day: date) -> str:
    """`Monday 25 November 2024`."""
    return locale().toString(
        _q(day), translate("Format", "dddd d MMMM yyyy", "day, as Monday 25 November 2024")
    )


def day_heading(day: date) -> str:
    """The long day where a line begins with it; some languages write it small elsewhere."""
    return capital(long_day_text(day))


def capital(text: str) -> str:
    """The text with a capital letter first, the others as they are."""
    return text[:1].upper() + text[1:]


def weekday_text(day: date, *, is_short: bool = False) -> str:
    """`Mon`; `Mo` where there is little room."""
    return locale().toString(_q(day), "ddd")[: 2 if is_short else None]


def day_span(first: date, last: date) -> str:
    """`25–29 Nov`, `30 Nov – 4 Dec`, `19–24 Nov 2023` without the year."""
    month = translate("Format", "MMM", "month, as Nov")
    end = f"{last.day} {locale().toString(_q(last), month)}"
    if first == last:
        return end
    if first.month == last.month and first.year == last.year:
        return f"{first.day}–{end}"
    return f"{first.day} {locale().toString(_q(first), month)} – {end}"


def duration_text(length: timedelta) -> str:
    """`40 min`, `1 h 30 min`."""
    minutes = round(length.total_seconds() / 60)
    hours, rest = divmod(minutes, 60)
    if not hours:
        return translate("Format", "{minutes} min").format(minutes=rest)
    if not rest:
        return translate("Format", "{hours} h").format(hours=hours)
    return translate("Format", "{hours} h {minutes} min").format(hours=hours, minutes=rest)


def length_text(start_dt: datetime, end_dt: datetime) -> str:
    """How long something really lasts, also across a clock change."""
    return duration_text(elapsed(start_dt, end_dt))


def zone_city(zone: tzinfo) -> str:
    """`Melbourne` for Australia/Melbourne."""
    name = zone.key if isinstance(zone, ZoneInfo) else str(zone)
    return place_name(name.rsplit("/", 1)[-1].replace("_", " "))


def offset_text(moment: datetime, zone: tzinfo, other: tzinfo) -> str:
    """How `zone` lies to `other` at an instant: `10 h earlier`; empty where they agree."""
    minutes = offset_minutes(moment, zone) - offset_minutes(moment, other)
    if not minutes:
        return ""
    length = duration_text(timedelta(minutes=abs(minutes)))
    if minutes < 0:
        return translate("Format", "{length} earlier").format(length=length)
    return translate("Format", "{length} later").format(length=length)


def ago_text(moment: datetime, now: datetime) -> str:
    """`just now`, `12 min ago`, `3 h ago`, `5 days ago`."""
    minutes = max(0, int((now - moment).total_seconds() // 60))
    if minutes < 1:
        return translate("Format", "just now")
    if minutes < 60:
        return translate("Format", "{minutes} min ago").format(minutes=minutes)
    if minutes < 48 * 60:
        return translate("Format", "{hours} h ago").format(hours=minutes // 60)
    return translate("Format", "%n day(s) ago", "", minutes // (24 * 60))


def size_text(size: int) -> str:
    """`1.8 MB`."""
    if size < _KIB:
        return translate("Format", "{count} bytes").format(count=size)
    if size < _KIB * _KIB:
        return translate("Format", "{count} kB").format(count=round(size / _KIB))
    count = locale().toString(size / _KIB / _KIB, "f", 1)
    return translate("Format", "{count} MB").format(count=count)
