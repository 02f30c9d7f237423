"""What the calendar window has done in workers; imported by the first of them."""

from dataclasses import replace
from datetime import tzinfo

from companion.domain.calendar import CalendarPlan
from companion.errors import CannotWriteFile, UsageError
from companion.ports.publishing import CalendarAccount
from companion.services.calendar_targets import TargetReport
from companion.services.export import ExportReport
from companion.services.published import PublishedCalendar
from companion.services.publishing import PublishReport
from companion.services.registry import Services
from companion.ui.calendar.offer import Mode, Order
from companion.ui.calendar.preview_rows import Preview, preview_of
from companion.ui.i18n import translate
from companion.ui.tasks import Task


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
    known = password or services.passwords.get(order.server, order.user)
    if not known:
        raise UsageError(detail=translate("Calendar", "Type the password of the server."))
    account = CalendarAccount(order.server, order.user, known)
    report = services.publishing.publish(
        selection, account, order.name, progress=task.progress, cancelled=task.cancelled
    )
    services.published.remember(report.url, account, order.name, selection)
    if is_remembered and password:
        services.passwords.set(order.server, order.user, password)
    return report


def kept(
    services: Services, _task: Task
) -> tuple[tuple[TargetReport, ...], tuple[PublishedCalendar, ...]]:
    """All that is kept, with what waits to be written."""
    return services.calendar_targets.look(), services.published.all()
