"""A plan as iCalendar bytes (RFC 5545, RFC 7986)."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta

from icalendar import (
    Alarm,
    Calendar,
    Component,
    Event,
    Timezone,
    TimezoneDaylight,
    TimezoneStandard,
    vCalAddress,
    vDatetime,
    vDuration,
    vInt,
    vRecur,
    vUri,
    vUTCOffset,
)

from companion.domain.calendar import CalendarEntry, CalendarPlan, EntryStatus
from companion.domain.times import zone
from companion.ical import describe, zones
from companion.ical.lines import Text, TextList, clean, to_bytes
from companion.ical.plan import plan, years_of
from companion.ports.calendar import CalendarRequest
from companion.text.plain import title_text

PRODUCT = "-//QTML Companion//QTML Companion//EN"
COLOR = "teal"
REFRESH = timedelta(hours=12)

_END = b"END:VCALENDAR\r\n"
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class IcalWriter:
    """`companion.ports.calendar.CalendarWriter`."""

    def plan(self, request: CalendarRequest) -> CalendarPlan:
        """Decide what to write; pure."""
        return plan(request)

    def prepare(self, entries: Iterable[CalendarEntry]) -> None:
        """Render their texts; `companion.ical.describe` keeps them."""
        for entry in entries:
            describe.plain(entry)

    def write(self, plan: CalendarPlan) -> bytes:
        """One file with all entries; the same bytes for the same plan."""
        return _with_entries(_file_header(plan), plan.entries, is_published=True)

    def resources(self, plan: CalendarPlan) -> Mapping[str, bytes]:
        """By UID, one calendar object per entry, without METHOD (RFC 4791 4.1)."""
        return {
            entry.uid: _with_entries(_bare_header(), (entry,), is_published=False)
            for entry in plan.entries
        }


def _bare_header() -> Calendar:
    calendar = Calendar()
    calendar["VERSION"] = Text("2.0")
    calendar["PRODID"] = Text(PRODUCT)
    return calendar


def _file_header(plan: CalendarPlan) -> Calendar:
    calendar = _bare_header()
    calendar["METHOD"] = Text("PUBLISH")
    calendar["NAME"] = calendar["X-WR-CALNAME"] = Text(plan.name)
    refresh = vDuration(REFRESH)
    refresh.params["VALUE"] = "DURATION"
    calendar["REFRESH-INTERVAL"] = refresh
    calendar["X-PUBLISHED-TTL"] = vDuration(REFRESH)
    calendar["COLOR"] = Text(COLOR)
    if plan.url:
        calendar["URL"] = vUri(plan.url)
    if plan.source_url:
        source = vUri(plan.source_url)
        source.params["VALUE"] = "URI"
        calendar["SOURCE"] = source
    if plan.modified_dt:
        calendar["LAST-MODIFIED"] = _utc(plan.modified_dt)
    return calendar


def _with_entries(
    calendar: Calendar, entries: Iterable[CalendarEntry], *, is_published: bool
) -> bytes:
    """A calendar without entries, and the entries before its end.

    Each entry is written before the next is made: a hundred thousand objects at once make the
    garbage collector stop the window for a moment.
    """
    entries = tuple(entries)
    described = _zones_of(entries)
    for rules in described.values():
        calendar.add_component(_timezone(rules))
    written = (_entry_bytes(entry, described, is_published=is_published) for entry in entries)
    return b"".join((to_bytes(calendar).removesuffix(_END), *written, _END))


def _entry_bytes(
    entry: CalendarEntry, described: Mapping[str, zones.ZoneRules], *, is_published: bool
) -> bytes:
    event = _event(entry, entry.zone if entry.zone in described else None)
    if is_published:
        event["ORGANIZER"] = _organizer(entry)
    return to_bytes(event)


def _zones_of(entries: tuple[CalendarEntry, ...]) -> dict[str, zones.ZoneRules]:
    """By name, those that can be described; all others are written as UTC."""
    found: dict[str, zones.ZoneRules] = {}
    for name in sorted({entry.zone for entry in entries if entry.zone}):
        rules = zones.describe(name, *years_of(entry for entry in entries if entry.zone == name))
        if rules:
            found[name] = rules
    return found


def _event(entry: CalendarEntry, zone_name: str | None) -> Event:
    event = Event()
    event["UID"] = Text(entry.uid)
    event["DTSTAMP"] = event["LAST-MODIFIED"] = _utc(entry.modified_dt)
    event["CREATED"] = _utc(entry.created_dt)
    event["SEQUENCE"] = vInt(entry.sequence)
    event["STATUS"] = Text(entry.status.value)
    is_cancelled = entry.status is EntryStatus.CANCELLED
    event["TRANSP"] = Text("TRANSPARENT" if is_cancelled else "OPAQUE")
    event["SUMMARY"] = Text(_title(entry))
    _add_times(event, entry, zone_name)
    _add_texts(event, entry)
    if entry.alarm_minutes is not None and not is_cancelled:
        event.add_component(_alarm(entry, entry.alarm_minutes))
    return event


def _organizer(entry: CalendarEntry) -> vCalAddress:
    """METHOD:PUBLISH demands one (RFC 5546 3.2.1); a URI that is nobody's mail address.

    Apple invites an organiser with a mail address, and Google takes such entries only from one's
    own calendar; CalDAV servers would take it for scheduling, so resources have none.
    """
    organizer = vCalAddress("invalid:nomail")
    if name := " ".join(clean(entry.organizer).replace('"', "'").split()):
        organizer.params["CN"] = name
    return organizer


def _add_times(event: Event, entry: CalendarEntry, name: str | None) -> None:
    """DTEND has to be later than DTSTART (RFC 5545 3.8.2.2); without it the entry is an instant.

    Both are in the same form. A local time that comes twice cannot say which one it means, so
    such entries stay in UTC.
    """
    if name and (_comes_twice(entry.start_dt, name) or _comes_twice(entry.end_dt, name)):
        name = None
    event["DTSTART"] = _moment(entry.start_dt, name)
    if entry.end_dt > entry.start_dt:
        event["DTEND"] = _moment(entry.end_dt, name)


def _add_texts(event: Event, entry: CalendarEntry) -> None:
    _put(event, "LOCATION", entry.location)
    _put(event, "DESCRIPTION", describe.plain(entry))
    if styled := describe.rich(entry):
        event["X-ALT-DESC"] = _with(Text(styled), "FMTTYPE", "text/html")
    if categories := TextList.of(entry.categories):
        event["CATEGORIES"] = categories
    if entry.url:
        event["URL"] = vUri(entry.url)
    related = [Text(entry.parent_uid)] if entry.parent_uid else []
    related += [_with(Text(uid), "RELTYPE", "CHILD") for uid in entry.child_uids]
    if related:
        event["RELATED-TO"] = related


def _title(entry: CalendarEntry) -> str:
    """Never empty, for METHOD:PUBLISH demands one (RFC 5546 3.2.1)."""
    return clean(title_text(entry.title)).strip() or "Untitled"


def _put(component: Component, name: str, text: str) -> None:
    """Write what can be seen; libical calls a property of nothing but blanks an error."""
    if shown := clean(text).strip():
        component[name] = Text(shown)


def _with(value: Text, parameter: str, setting: str) -> Text:
    value.params[parameter] = setting
    return value


def _alarm(entry: CalendarEntry, minutes: int) -> Alarm:
    alarm = Alarm()
    alarm["ACTION"] = Text("DISPLAY")
    alarm["DESCRIPTION"] = Text(_title(entry))
    alarm["TRIGGER"] = vDuration(-timedelta(minutes=minutes))
    return alarm


def _utc(moment: datetime) -> vDatetime:
    return vDatetime(moment.astimezone(UTC))


def _moment(moment: datetime, zone_name: str | None) -> vDatetime:
    if zone_name is None:
        return _utc(moment)
    value = vDatetime(moment.astimezone(zone(zone_name)).replace(tzinfo=None))
    value.params["TZID"] = zone_name
    return value


def _comes_twice(moment: datetime, zone_name: str) -> bool:
    local = moment.astimezone(zone(zone_name))
    return local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()


def _timezone(rules: zones.ZoneRules) -> Timezone:
    """A short VTIMEZONE; without COMMENT, to which libical's strict check objects."""
    component = Timezone()
    component["TZID"] = Text(rules.name)
    if not rules.changes:
        component.add_component(_fixed(rules))
    for change in rules.changes:
        component.add_component(_change(change))
    return component


def _fixed(rules: zones.ZoneRules) -> Component:
    part = TimezoneStandard()
    part["DTSTART"] = vDatetime(rules.since)
    part["TZOFFSETFROM"] = part["TZOFFSETTO"] = vUTCOffset(rules.offset)
    part["TZNAME"] = Text(rules.abbreviation)
    return part


def _change(change: zones.ClockChange) -> Component:
    part = TimezoneDaylight() if change.is_daylight else TimezoneStandard()
    part["DTSTART"] = vDatetime(change.onset)
    part["TZOFFSETFROM"] = vUTCOffset(change.before)
    part["TZOFFSETTO"] = vUTCOffset(change.after)
    part["TZNAME"] = Text(change.name)
    day = _WEEKDAYS[change.onset.weekday()]
    rule: dict[str, object] = {"FREQ": "YEARLY", "BYMONTH": change.onset.month}
    if change.month_days:
        rule |= {"BYMONTHDAY": list(change.month_days), "BYDAY": day}
    else:
        rule["BYDAY"] = f"{change.week}{day}"
    part["RRULE"] = vRecur(rule)
    return part
