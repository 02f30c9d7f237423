"""Says what may be dropped while a file is held over the window."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QWidget

from companion.ui.i18n import translate

_SIZE = QSize(520, 150)


class DropHint(QLabel):
    """A card over the window while a file hovers over it; clicks and drops pass through."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("kind", "drop")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setText(
            translate(
                "Files",
                "Drop to open\n\na recorded edition, a calendar (.ics), a file of stars, "
                "or a list of editions",
            )
        )
        self.hide()

    def show_over(self, window: QWidget) -> None:
        """In its middle."""
        around = window.rect().adjusted(16, 16, -16, -16)
        size = QSize(min(_SIZE.width(), around.width()), min(_SIZE.height(), around.height()))
        card = QRect(QPoint(), size)
        card.moveCenter(around.center())
        self.setGeometry(card)
        self.raise_()
        self.show()


def local_files(data: QMimeData) -> tuple[Path, ...]:
    """The files of this computer that are dragged."""
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
