"""What the calendar window has done in workers; imported by the first of them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import tzinfo

from companion.domain.calendar import CalendarPlan
from companion.errors import CannotWriteFile, KnownError, PasswordMissing
from companion.ports.publishing import CalendarAccount
from companion.services.calendar_files import demand_file
from companion.services.calendar_targets import TargetReport
from companion.services.export import ExportReport
from companion.services.published import PublishedCalendar
from companion.services.publishing import PublishReport
from companion.services.registry import Services
from companion.ui.calendar.offer import Mode, Order, order_of
from companion.ui.calendar.preview_rows import Preview, preview_of
from companion.ui.tasks import Task


@dataclass(frozen=True, slots=True)
class OnlineReport:
    """How a calendar on a server fared; None for well."""

    calendar: PublishedCalendar
    error: KnownError | None = None


def preview(
    services: Services, order: Order, zone: tzinfo, _task: Task
) -> tuple[CalendarPlan, Preview]:
    """What an order would change, as it is and in words."""
    selection = services.export.resolve(order.selection)
    if order.mode is Mode.SERVER:
        url = services.published.url_of(order.server, order.user, order.name)
        plan = services.publishing.plan(selection, url)
    else:
        plan = services.export.plan(selection, order.path.absolute())
    return plan, preview_of(plan, zone)


def write(services: Services, order: Order, _task: Task) -> ExportReport:
    """Write a file or folder; keep it up to date from now on if that was chosen."""
    selection = services.export.resolve(order.selection)
    if order.mode is Mode.FOLDER:
        try:
            order.path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CannotWriteFile(path=order.path, detail=error.strerror or error) from error
    else:
        demand_file(order.path)
    chosen = replace(selection, since_last=order.mode is Mode.CHANGES)
    report = services.export.export(chosen, order.path)
    if order.mode in {Mode.KEPT, Mode.FOLDER}:
        services.calendar_targets.keep(order.path, selection)
    return report


def publish(
    services: Services, order: Order, password: str, is_remembered: bool, task: Task
) -> PublishReport:
    """Publish, with the password that was typed, else the one in the keyring."""
    selection = services.export.resolve(order.selection)
    account = _account(services, order, password)
    report = services.publishing.publish(
        selection, account, order.name, progress=task.progress, cancelled=task.cancelled
    )
    services.published.remember(report.url, account, order.name, selection)
    if is_remembered and password:
        services.passwords.set(order.server, order.user, password)
    return report


def _account(services: Services, order: Order, password: str) -> CalendarAccount:
    known = password or services.passwords.get(order.server, order.user)
    if not known:
        raise PasswordMissing(user=order.user, server=order.server)
    return CalendarAccount(order.server, order.user, known)


def due_online(services: Services, _task: Task) -> tuple[PublishedCalendar, ...]:
    """The calendars on servers that update by themselves, and need it; asks no server."""
    found = (item for item in services.published.all() if item.is_followed)
    return tuple(item for item in found if _is_due(services, item))


def _is_due(services: Services, calendar: PublishedCalendar) -> bool:
    if calendar.selection is None:
        return False
    try:
        return services.publishing.plan(calendar.selection, calendar.url).is_news
    except KnownError:
        return True  # the same fault comes when it is written, and is told then


def update_online(
    services: Services,
    calendars: tuple[PublishedCalendar, ...],
    typed: Mapping[tuple[str, str], str],
    task: Task,
) -> tuple[OnlineReport, ...]:
    """Bring calendars on servers up to date; one that fails does not stop the others."""
    return tuple(_updated(services, item, typed, task) for item in calendars)


def _updated(
    services: Services,
    calendar: PublishedCalendar,
    typed: Mapping[tuple[str, str], str],
    task: Task,
) -> OnlineReport:
    try:
        order = order_of(calendar)
        account = _account(services, order, typed.get((order.server, order.user), ""))
        # Not remembered anew: the person may have stopped it meanwhile.
        services.publishing.publish(order.selection, account, order.name, cancelled=task.cancelled)
    except KnownError as error:
        return OnlineReport(calendar, error)
    return OnlineReport(calendar)


def kept(
    services: Services, _task: Task
) -> tuple[tuple[TargetReport, ...], tuple[PublishedCalendar, ...]]:
    """All that is kept, with what waits to be written."""
    return services.calendar_targets.look(), services.published.all()
