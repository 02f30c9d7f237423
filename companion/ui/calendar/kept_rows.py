"""Calendars that are kept, in words."""

from datetime import tzinfo
from typing import TYPE_CHECKING

from companion.domain.times import day_of
from companion.ui.changes.rich_list import RichRow, text_html
from companion.ui.format import day_text, long_day_text
from companion.ui.i18n import translate
from companion.ui.messages import error_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.services.calendar_targets import TargetReport
    from companion.services.published import PublishedCalendar
    from companion.services.scope import ExportSelection


def kept_rows(
    reports: "Iterable[TargetReport]", online: "Iterable[PublishedCalendar]", zone: tzinfo
) -> tuple[RichRow, ...]:
    """A row for each; its value is the path, or the published calendar."""
    return (
        *(_file_row(report) for report in reports),
        *(_server_row(calendar, zone) for calendar in online),
    )


def _file_row(report: "TargetReport") -> RichRow:
    target = report.target
    state, is_bad = _state(report)
    lines = (choice_words(target.selection), state)
    return _row(str(target.path), lines, target.path, is_bad=is_bad)


def _server_row(calendar: "PublishedCalendar", zone: tzinfo) -> RichRow:
    since = translate("Calendar", "on {server} for {user}, since {day}").format(
        server=calendar.server, user=calendar.user, day=day_text(day_of(calendar.added_dt, zone))
    )
    title = translate("Calendar", "“{name}”").format(name=calendar.name)
    return _row(title, (choice_words(calendar.selection), since), calendar, is_bad=False)


def _row(title: str, lines: tuple[str, str], value: object, *, is_bad: bool) -> RichRow:
    choice, state = lines
    shown = text_html(state, "title" if is_bad else "")
    html = (
        f'{text_html(title, "title")}<br><span class="small">{text_html(choice)} · {shown}</span>'
    )
    return RichRow(html, f"{title}, {choice}, {state}", value=value)


def _state(report: "TargetReport") -> tuple[str, bool]:
    if report.error is not None:
        return error_text(report.error), True
    plan = report.report.plan if report.report else None
    waiting = 0 if plan is None else sum(e.action.value != "same" for e in plan.entries)
    if waiting:
        return translate("Calendar", "%n change(s) to be written", "", waiting), False
    return translate("Calendar", "up to date"), False


def choice_words(selection: "ExportSelection | None") -> str:
    """`starred talks of qtml2024 on Tuesday 26 November 2024`."""
    t = translate
    if selection is None:
        return t("Calendar", "an unreadable choice of talks")
    if selection.refs is not None:
        return t("Calendar", "%n chosen talk(s)", "", len(selection.refs))
    which = t("Calendar", "starred talks") if selection.bookmarked else t("Calendar", "all talks")
    parts = [which, selection.key or t("Calendar", "all editions")]
    parts += filter(None, (selection.person, selection.session))
    if selection.day:
        parts.append(long_day_text(selection.day))
    return ", ".join(parts)
