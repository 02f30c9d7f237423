"""Calendars: previews, files, servers, what is kept up to date; everything in workers."""

from collections.abc import Callable
from datetime import tzinfo
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from companion.ui.i18n import translate
from companion.ui.messages import Message
from companion.ui.tasks import Lane, Step, Task, TaskRunner

if TYPE_CHECKING:
    from companion.domain.calendar import CalendarPlan
    from companion.services.calendar_import import StarsFound
    from companion.services.calendar_targets import TargetReport
    from companion.services.export import ExportReport
    from companion.services.published import PublishedCalendar
    from companion.services.publishing import PublishReport
    from companion.services.registry import Services
    from companion.ui.calendar.offer import Order
    from companion.ui.calendar.preview_rows import Preview

T = TypeVar("T")
Kept = tuple["tuple[TargetReport, ...]", "tuple[PublishedCalendar, ...]"]
Done = Callable[[T], None]
Failed = Callable[[Exception], None]
_KEY, _WARM = "calendar-preview", "calendar-texts"
_AT_ONCE = 20
"""So many texts are prepared in one job: other work of the lane waits some 30 ms."""


class Exporting(QObject):
    """What the window does with calendars; each answer comes to the callback of who asked.

    Attributes:
        typed: server and user → a password that worked, until the program ends; in memory only.

    Signals:
        told: how something ended, as a `Message`.
        kept_changed: the list of calendars that are kept is another one, or was written.
        stars_set: stars came from a calendar file.
    """

    told = Signal(object)
    kept_changed = Signal()
    stars_set = Signal()

    def __init__(self, services: "Services", runner: TaskRunner) -> None:
        super().__init__()
        self._services = services
        self._runner = runner
        self.typed: dict[tuple[str, str], str] = {}

    # --- export --------------------------------------------------------------------------------

    def preview(self, order: "Order", zone: tzinfo, done: "Done[Preview]", failed: Failed) -> None:
        """What an order would change; only the newest question is answered."""
        from companion.ui.calendar import jobs  # noqa: PLC0415 - not at start

        self.forget_preview()

        def show(found: "tuple[CalendarPlan, Preview]") -> None:
            done(found[1])
            self._warm(found[0], 0)

        work = partial(jobs.preview, self._services, order, zone)
        self._runner.run(Lane.DATABASE, work, show, failed=failed, key=_KEY)

    def forget_preview(self) -> None:
        """Nobody waits for it any more."""
        self._runner.drop(_KEY)
        self._runner.drop(_WARM)

    def _warm(self, plan: "CalendarPlan", start: int) -> None:
        """Prepare the texts, a few at a time, while the person is still choosing."""
        if start < len(plan.entries):
            self._runner.run(
                Lane.DATABASE,
                lambda _task: self._services.export.prepare(plan, start, start + _AT_ONCE),
                lambda _none: self._warm(plan, start + _AT_ONCE),
                key=_WARM,
            )

    def write(self, order: "Order", done: Done[None], failed: Failed) -> None:
        """Write the file or folder, and keep it up to date from now on if that was chosen."""
        from companion.ui.calendar import jobs, told  # noqa: PLC0415 - not at start

        def ended(report: "ExportReport") -> None:
            self.told.emit(told.written_message(report, order))
            self.kept_changed.emit()
            done(None)

        self._runner.run(
            Lane.DATABASE, partial(jobs.write, self._services, order), ended, failed=failed
        )

    def publish(
        self,
        order: "Order",
        password: str,
        *,
        is_remembered: bool,
        done: Done[None],
        failed: Failed,
        progressed: "Done[Step]",
    ) -> Task:
        """Publish; an empty password means the one typed before, or that in the keyring."""
        from companion.ui.calendar import jobs, told  # noqa: PLC0415 - not at start

        who = (order.server, order.user)
        password = password or self.typed.get(who, "")

        def ended(report: "PublishReport") -> None:
            self.typed[who] = password
            self.told.emit(told.sent_message(report, order))
            self.kept_changed.emit()
            done(None)

        work = partial(jobs.publish, self._services, order, password, is_remembered)
        return self._runner.run(Lane.NETWORK, work, ended, failed=failed, progressed=progressed)

    # --- kept ----------------------------------------------------------------------------------

    def list_kept(self, done: "Done[Kept]", failed: Failed) -> None:
        """All that is kept, with what waits to be written."""
        from companion.ui.calendar import jobs  # noqa: PLC0415 - not at start

        self._runner.run(
            Lane.DATABASE, partial(jobs.kept, self._services), done, failed=failed, key="kept"
        )

    def refresh(self) -> None:
        """Bring all files and folders up to date; says only what went wrong."""
        services = self._services
        self._runner.run(
            Lane.DATABASE,
            lambda _task: services.calendar_targets.refresh(),
            self._on_refreshed,
            key="kept-refresh",
        )

    def refresh_one(self, path: Path, done: "Done[TargetReport]", failed: Failed) -> None:
        """Bring one of them up to date."""
        services = self._services
        self._runner.run(
            Lane.DATABASE,
            lambda _task: services.calendar_targets.refresh_one(path),
            done,
            failed=failed,
        )

    def stop_keeping(self, path: Path, failed: Failed) -> None:
        """A file or folder stays as it is from now on."""
        self._store(lambda services: services.calendar_targets.forget(path), failed)

    def follow(self, url: str, failed: Failed, *, is_followed: bool) -> None:
        """A calendar on a server is brought up to date by itself from now on, or no longer."""
        act = partial(_follow, url=url, is_followed=is_followed)
        self._store(act, failed)

    def stop_publishing(self, url: str, failed: Failed) -> None:
        """A calendar on a server is listed no longer."""
        self._store(lambda services: services.published.forget(url), failed)

    def _store(self, act: "Callable[[Services], None]", failed: Failed) -> None:
        services = self._services
        self._runner.run(
            Lane.DATABASE,
            lambda _task: act(services),
            lambda _none: self.kept_changed.emit(),
            failed=failed,
        )

    def _on_refreshed(self, reports: "tuple[TargetReport, ...]") -> None:
        failed = [report for report in reports if report.error]
        if failed:
            from companion.ui.calendar import told  # noqa: PLC0415 - not at start

            self.told.emit(told.not_kept_message(failed))
        if any(report.report and report.report.is_written for report in reports):
            self.kept_changed.emit()

    # --- stars from a file ---------------------------------------------------------------------

    def look(self, path: Path, done: "Done[StarsFound]", failed: Failed) -> None:
        """What a calendar file would bring."""
        services = self._services
        self._runner.run(
            Lane.DATABASE,
            lambda _task: services.calendar_import.look(path),
            done,
            failed=failed,
            key="calendar-look",
        )

    def star(self, found: "StarsFound", done: Done[None], failed: Failed) -> None:
        """Give the stars that were found."""
        services = self._services

        def ended(_none: None) -> None:
            text = translate("Calendar", "%n talk(s) starred.", "", len(found.new))
            self.told.emit(Message(text, is_warning=False))
            self.stars_set.emit()
            done(None)

        self._runner.run(
            Lane.DATABASE,
            lambda _task: services.calendar_import.star(found),
            ended,
            failed=failed,
        )


def _follow(services: "Services", *, url: str, is_followed: bool) -> None:
    services.published.follow(url, is_followed=is_followed)
