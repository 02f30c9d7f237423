"""How work on calendars ended, for the message bar."""

from collections.abc import Callable, Sequence
from functools import partial

from companion.domain.calendar import CalendarPlan
from companion.errors import CalendarLogin, PasswordMissing
from companion.services.calendar_targets import TargetReport
from companion.services.export import ExportReport
from companion.services.publishing import PublishReport
from companion.ui.calendar.jobs import OnlineReport
from companion.ui.calendar.offer import Order
from companion.ui.i18n import translate
from companion.ui.messages import Message, error_advice, error_text


def written_message(report: ExportReport, order: Order) -> Message:
    """A file or folder was written, or was not in need of it."""
    if not report.is_written:
        text = translate("Calendar", "Nothing has changed; {path} was not touched.")
        return Message(text.format(path=order.path), is_warning=False)
    count = len(report.plan.entries)
    text = translate("Export", "Written to {path}: %n calendar item(s).", "", count)
    return Message(text.format(path=order.path), _left_out(report.plan), is_warning=False)


def sent_message(report: PublishReport, order: Order) -> Message:
    """A calendar on a server was published."""
    if not report.written:
        text = translate("Calendar", "“{name}” on the server is up to date.")
        return Message(text.format(name=order.name), is_warning=False)
    text = translate(
        "Calendar", "%n calendar item(s) sent to “{name}” on the server.", "", report.written
    )
    return Message(text.format(name=order.name), _left_out(report.plan), is_warning=False)


def _left_out(plan: CalendarPlan) -> str:
    count = len(plan.left_out)
    if not count:
        return ""
    return translate("Export", "Left out: %n talk(s) without a time.", "", count)


def not_kept_message(failed: list[TargetReport]) -> Message:
    """The first of those that failed, and how many more."""
    error = failed[0].error
    assert error is not None  # noqa: S101 - the caller chose those
    text = translate("Calendar", "A calendar could not be brought up to date: {why}").format(
        why=error_text(error)
    )
    advice = translate("Calendar", "See Calendars kept up to date in the menu.")
    return Message(text, f"{_more_failed(failed)}{advice}")


def not_updated_message(
    failed: list[OnlineReport], again: Callable[[], None], ask: Callable[[str], None]
) -> Message:
    """The same for calendars on servers.

    Args:
        failed: at least one.
        again: tries all of them once more.
        ask: asks for the password of the calendar with this URL.
    """
    calendar, error = failed[0].calendar, failed[0].error
    assert error is not None  # noqa: S101 - the caller chose those
    text = translate("Calendar", "“{name}” on the server is not up to date. {why}").format(
        name=calendar.name, why=error_text(error)
    )
    action, act = translate("Calendar", "Try again"), again
    if isinstance(error, PasswordMissing | CalendarLogin):
        action, act = translate("Calendar", "Type the password …"), partial(ask, calendar.url)
    return Message(text, f"{_more_failed(failed)}{error_advice(error)}", action, act)


def _more_failed(failed: Sequence[object]) -> str:
    more = len(failed) - 1
    return translate("Calendar", "%n more failed, too.", "", more) + " " if more else ""
