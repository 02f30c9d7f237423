"""What the person follows, kept in memory for the buttons that show it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from companion.ui.service_jobs import ServiceJobs
from companion.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from companion.domain.series.follows import Follow, FollowKind
    from companion.services.registry import Services


@dataclass(frozen=True, slots=True)
class _Read:
    follows: "tuple[Follow, ...]"
    news: int


class Following(QObject):
    """See the module.

    Signals:
        changed: what is followed was read, or is another now.
        counted: how many talks are new in it (int).
        failed: nothing was changed; holds the exception.
    """

    changed = Signal()
    counted = Signal(int)
    failed = Signal(object)

    def __init__(self, services: "Services", runner: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = ServiceJobs(services, runner, self.failed.emit)
        self.follows: tuple[Follow, ...] = ()

    def read(self) -> None:
        """Look what is followed, and what is new in it."""
        self._jobs.run(_read, self._on_read, key="follows")

    def has(self, kind: "FollowKind", name: str) -> bool:
        """Whether it is followed, in whatever spelling."""
        from companion.domain.series.follows import followed_key  # noqa: PLC0415 - not at start

        wanted = (kind, followed_key(kind, name))
        return any((item.kind, item.key) == wanted for item in self.follows)

    def toggle(self, kind: "FollowKind", name: str) -> None:
        """Follow it, or no longer."""
        is_followed = self.has(kind, name)

        def work(services: "Services") -> _Read:
            if is_followed:
                services.follow.unfollow(kind, name)
            else:
                services.follow.follow(kind, name)
            return _read(services)

        self._jobs.run(work, self._on_read)

    def _on_read(self, found: _Read) -> None:
        self.follows = found.follows
        self.changed.emit()
        self.counted.emit(found.news)


def _read(services: "Services") -> _Read:
    """Runs in the database lane."""
    follows = services.follow.all()
    return _Read(follows, len(services.follow.news()) if follows else 0)
