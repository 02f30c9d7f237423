"""Search as you type: only the answer to the newest text counts."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from companion.frozen import frozen
from companion.ui.tasks import Lane, TaskRunner

if TYPE_CHECKING:
    from companion.ports import SearchHit
    from companion.services.registry import Services

LIMIT = 60


@frozen
class Answer:
    """What was found for a text."""

    text: str
    hits: "tuple[SearchHit, ...]"


class Searching(QObject):
    """Asks the search service.

    Attributes:
        text: what is looked for now; empty without a search.
        key: only this edition; all of them if None.

    Signals:
        answered: an `Answer` to the newest question.
    """

    answered = Signal(object)

    def __init__(self, services: "Services", runner: TaskRunner) -> None:
        super().__init__()
        self._services = services
        self._runner = runner
        self.text = ""
        self.key: str | None = None

    def ask(self, text: str) -> None:
        """Look for a text; blank text ends the search."""
        self.text = text.strip()
        if not self.text:
            self._runner.drop("search")
            return
        services, wanted, key = self._services, self.text, self.key
        self._runner.run(
            Lane.DATABASE,
            lambda _task: Answer(wanted, services.search.search(wanted, key, LIMIT)),
            self.answered.emit,
            key="search",
        )
