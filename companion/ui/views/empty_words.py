"""What a view says when it has nothing to show: why, and what to do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


class EmptyWords(QLabel):
    """A few dim lines in the middle of the view; hidden while there is something to show."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", "dim")
        self.setWordWrap(True)
        self.setMargin(32)
        self.hide()

    def show_instead(self, *others: QWidget, words: str) -> None:
        """Show words in the place of other widgets; with no words, show those."""
        self.setText(words)
        self.setVisible(bool(words))
        for other in others:
            other.setVisible(not words)
