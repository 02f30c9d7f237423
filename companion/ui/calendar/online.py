"""Calendars on servers, brought up to date by themselves a while after the last change."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from companion.ui.one_shot import one_shot
from companion.ui.tasks import Lane, TaskRunner

if TYPE_CHECKING:
    from companion.services.published import PublishedCalendar
    from companion.services.registry import Services
    from companion.ui.calendar.exporting import Exporting
    from companion.ui.calendar.jobs import OnlineReport
    from companion.ui.tasks import Task

_PAUSE_MS = 5_000
"""After a change: others may follow, and a server is asked once for all of them."""


class OnlineCalendars(QObject):
    """Asks a server only where something changed; says only what went wrong, and that once.

    What could not be sent is sent with the next change, or at the next start: what a server has
    not got still differs from what it was told last.

    Attributes:
        pause: runs from the last change.

    Signals:
        password_wanted: the password of a calendar (URL) is to be typed.
    """

    password_wanted = Signal(str)

    def __init__(self, services: "Services", runner: TaskRunner, exporting: "Exporting") -> None:
        super().__init__()
        self._services, self._runner, self._exporting = services, runner, exporting
        self._told: set[tuple[str, type]] = set()
        self.pause = one_shot(self, self.update_now, _PAUSE_MS)

    def update_later(self) -> None:
        """Something may have changed."""
        self.pause.start()

    def update_now(self) -> None:
        """Look what is due, and send it."""
        services = self._services

        def due(task: "Task") -> "tuple[PublishedCalendar, ...]":
            from companion.ui.calendar import jobs  # noqa: PLC0415 - not at start

            return jobs.due_online(services, task)

        self._runner.run(Lane.DATABASE, due, self._send, key="online-due")

    def try_again(self) -> None:
        """At the person's wish: what is wrong is said again."""
        self._told.clear()
        self.update_now()

    def _send(self, due: "tuple[PublishedCalendar, ...]") -> None:
        if not due:
            return
        from companion.ui.calendar import jobs  # noqa: PLC0415 - not at start

        services, typed = self._services, dict(self._exporting.typed)
        self._runner.run(
            Lane.NETWORK,
            lambda task: jobs.update_online(services, due, typed, task),
            self._on_sent,
            key="online",
        )

    def _on_sent(self, reports: "tuple[OnlineReport, ...]") -> None:
        from companion.ui.calendar import told  # noqa: PLC0415 - not at start

        wrong = {(item.calendar.url, type(item.error)) for item in reports if item.error}
        sent = {item.calendar.url for item in reports if not item.error}
        is_news = bool(wrong - self._told)
        self._told = {item for item in self._told if item[0] not in sent} | wrong
        if sent:
            self._exporting.kept_changed.emit()
        if is_news:
            failed = [item for item in reports if item.error]
            message = told.not_updated_message(failed, self.try_again, self.password_wanted.emit)
            self._exporting.told.emit(message)
