"""How work on calendars ended, for the message bar."""

from companion.domain.calendar import CalendarPlan
from companion.services.calendar_targets import TargetReport
from companion.services.export import ExportReport
from companion.services.publishing import PublishReport
from companion.ui.calendar.offer import Order
from companion.ui.i18n import translate
from companion.ui.messages import Message, error_text


def written_message(report: ExportReport, order: Order) -> Message:
    """A file or folder was written, or was not in need of it."""
    if not report.is_written:
        text = translate("Calendar", "Nothing has changed; {path} is as it was.")
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
    more = len(failed) - 1
    advice = translate("Calendar", "See Calendars kept up to date in the menu.")
    if more:
        advice = translate("Calendar", "%n more failed, too.", "", more) + " " + advice
    return Message(text, advice)
