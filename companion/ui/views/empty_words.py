"""What a view says when it has nothing to show: why, and what to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from companion.ui.i18n import translate


class EmptyWords(QWidget):
    """A few dim lines in the middle of the view; hidden while there is something to show.

    Attributes:
        clear: shown where filters hide everything.

    Signals:
        cleared: the person wants no filters.
    """

    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setProperty("kind", "dim")
        self._words.setWordWrap(True)
        self.clear = QPushButton(translate("Filters", "Clear the filters"))
        self.clear.clicked.connect(self.cleared)
        self.clear.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 32, 32, 32)
        column.setSpacing(16)
        column.addStretch()
        column.addWidget(self._words)
        column.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
        self.hide()

    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def show_instead(self, *others: QWidget, words: str, is_filtered: bool = False) -> None:
        """Show words in the place of other widgets; with no words, show those.

        Args:
            others: what is hidden by the words.
            words: why there is nothing, and what to do.
            is_filtered: offer to clear the filters.
        """
        self._words.setText(words)
        self.clear.setVisible(is_filtered)
        self.setVisible(bool(words))
        for other in others:
            other.setVisible(not words)
