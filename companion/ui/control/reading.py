"""One talk with its texts, rendered off the GUI thread."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from companion.domain.entry import EntryRef
from companion.frozen import frozen
from companion.ui.tasks import Lane, TaskRunner

if TYPE_CHECKING:
    from companion.services.programme import TalkDetail
    from companion.services.registry import Services
    from companion.text.marked import PageText


@frozen
class ReadyTalk:
    """A talk and its text, made safe."""

    detail: "TalkDetail"
    text: "PageText"


class Reading(QObject):
    """Fetches talks to read.

    Signals:
        ready: a `ReadyTalk`; only the one asked for last.
        failed: it could not be read; holds the exception.
    """

    ready = Signal(object)
    failed = Signal(object)

    def __init__(self, services: "Services", runner: TaskRunner) -> None:
        super().__init__()
        self._services = services
        self._runner = runner

    def read(self, ref: EntryRef) -> None:
        """Ask for a talk; an earlier question is forgotten."""
        services = self._services
        self._runner.run(
            Lane.DATABASE,
            lambda _task: _read(services, ref),
            self.ready.emit,
            failed=self.failed.emit,
            key="talk",
        )


def _read(services: "Services", ref: EntryRef) -> ReadyTalk:
    from companion.text.page import page_text  # noqa: PLC0415 - not before the first talk is read

    detail = services.programme.talk(ref)
    return ReadyTalk(detail, page_text(detail.contribution.description))
