"""Questions to the services, asked off the GUI thread."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from companion.ui.tasks import Lane, TaskRunner

if TYPE_CHECKING:
    from companion.services.registry import Services

T = TypeVar("T")


class ServiceJobs:
    """Jobs of one owner; whatever goes wrong in any of them goes the same way.

    Args:
        failed: called in the GUI thread with what a job raised.
    """

    def __init__(
        self, services: "Services", runner: TaskRunner, failed: Callable[[Exception], None]
    ) -> None:
        self._services, self._runner, self._failed = services, runner, failed

    def run(
        self,
        work: "Callable[[Services], T]",
        done: Callable[[T], None] | None = None,
        *,
        key: str = "",
        lane: Lane = Lane.DATABASE,
    ) -> None:
        """Start a job.

        Args:
            work: the job; it touches no widget.
            done: called in the GUI thread with what it returned.
            key: of jobs that read, with the same key, only the newest is answered; what writes
                is never dropped and has none.
            lane: where it runs.
        """
        services = self._services
        self._runner.run(lane, lambda _task: work(services), done, failed=self._failed, key=key)

    def drop(self, key: str) -> None:
        """Nobody waits for these answers any more."""
        self._runner.drop(key)
