"""A button that takes one thing back."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton


class UndoButton(QPushButton):
    """Hidden until there is something to take back; it does so once."""

    def __init__(self) -> None:
        super().__init__()
        self._undo: Callable[[], None] | None = None
        self.clicked.connect(self._on_clicked)
        self.hide()

    @property
    def is_offered(self) -> bool:
        """Whether there is something to take back."""
        return self._undo is not None

    def offer(self, words: str, undo: Callable[[], None]) -> None:
        """Take this back, and nothing of before."""
        self._undo = undo
        self.setText(words)
        self.setAccessibleName(words)
        self.show()

    def withdraw(self) -> None:
        """There is nothing to take back any more."""
        self._undo = None
        self.hide()

    def _on_clicked(self) -> None:
        undo = self._undo
        self.withdraw()
        if undo is not None:
            undo()
