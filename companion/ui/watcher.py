"""Lets the background checks run while the window is open and the line allows it."""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QNetworkInformation

from companion.errors import Cancelled
from companion.ui.one_shot import one_shot
from companion.ui.tasks import Lane, TaskRunner

if TYPE_CHECKING:
    from companion.services.registry import Services
    from companion.services.watching import CheckOutcome, Due

LOOK = timedelta(minutes=10)
"""Due times are looked at anew so often: a computer may have slept, a clock may have been set."""
PAUSE = timedelta(seconds=30)
"""So long after a check gave way to what the person wanted of the network."""


def line_allows() -> bool:
    """Whether the network may be used unasked; yes where Qt cannot tell."""
    if not QNetworkInformation.loadDefaultBackend():
        return True
    network = QNetworkInformation.instance()
    if network.reachability() is QNetworkInformation.Reachability.Disconnected:
        return False
    return not network.isMetered()


class Watcher(QObject):
    """Runs the checks of `WatchService`, one at a time.

    Signals:
        checked: a `CheckOutcome`; views may be filled anew if its report says `updated`.
        mine_changed: the same, only if a starred talk changed: worth a message.
    """

    checked = Signal(object)
    mine_changed = Signal(object)

    def __init__(
        self,
        services: "Services",
        runner: TaskRunner,
        *,
        allowed: Callable[[], bool] = line_allows,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._allowed = allowed
        self._is_listening = self._is_stopped = False
        self._timer = one_shot(self, self.look)

    @property
    def waiting_ms(self) -> int:
        """Until the next look; -1 while one is under way or stopped."""
        return self._timer.interval() if self._timer.isActive() else -1

    def start(self) -> None:
        """Begin; also look at once when the line comes back."""
        self._is_stopped = False
        if not self._is_listening and QNetworkInformation.loadDefaultBackend():
            self._is_listening = True
            network = QNetworkInformation.instance()
            network.reachabilityChanged.connect(self.look)
            network.isMeteredChanged.connect(self.look)
        self.look()

    def stop(self) -> None:
        """No more checks until `start`, whatever the line does."""
        self._is_stopped = True
        self._timer.stop()
        self._runner.drop("watch")

    def look(self) -> None:
        """Ask what is due, unless the line forbids it."""
        self._timer.stop()
        if self._is_stopped:
            return
        if not self._allowed():
            self._wait(LOOK)
            return
        self._runner.run(
            Lane.DATABASE,
            lambda _task: self._services.watching.next_due(),
            self._on_due,
            failed=self._on_failed,
            key="watch",
        )

    def _on_due(self, due: "Due | None") -> None:
        wait = LOOK if due is None else due.at_dt - self._services.clock()
        if due is None or wait > timedelta(0):
            self._wait(min(wait, LOOK))
            return
        key = due.key
        self._runner.run(
            Lane.NETWORK,
            lambda task: self._services.watching.run_check(key, cancelled=task.cancelled),
            self._on_checked,
            failed=self._on_failed,
            key="watch",
            gives_way=True,
        )

    def _on_checked(self, outcome: "CheckOutcome") -> None:
        self.checked.emit(outcome)
        if outcome.mine:
            self.mine_changed.emit(outcome)
        self.look()

    def _on_failed(self, error: Exception) -> None:
        """Nobody asked for it, so nobody is told; the log has it."""
        self._wait(PAUSE if isinstance(error, Cancelled) else LOOK)

    def _wait(self, span: timedelta) -> None:
        self._timer.start(max(1, round(span.total_seconds() * 1000)))
