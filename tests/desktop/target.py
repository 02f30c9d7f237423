"""A small window of another program that takes whatever is dropped on it.

    python -m tests.desktop.target X Y FILE

Writes what it got into the file as JSON: the text, the calendar data, and the content of each file.
"""

import json
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel

SIZE = (220, 110)


class Target(QLabel):
    """Says what to do with it, then that it was done."""

    def __init__(self, file: Path) -> None:
        super().__init__("Drop here")
        self._file = file
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAcceptDrops(True)
        self.setWindowFlags(
            Qt.WindowType.WindowStaysOnTopHint | Qt.WindowType.WindowDoesNotAcceptFocus
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        data = event.mimeData()
        files = [Path(url.toLocalFile()) for url in data.urls()]
        got = {
            "text": data.text(),
            "calendar": bytes(data.data("text/calendar").data()).decode(),
            "files": {file.name: file.read_bytes().decode() for file in files},
        }
        event.acceptProposedAction()
        self.setText("Got it")
        # In one go: whoever waits for the file finds it whole.
        whole = self._file.with_suffix(".part")
        whole.write_text(json.dumps(got), encoding="utf-8")
        whole.replace(self._file)


def main(x: int, y: int, file: Path) -> None:
    """Show it at a place on the screen until the process is ended."""
    app = QApplication(["target"])
    target = Target(file)
    target.resize(*SIZE)
    target.move(x, y)
    target.show()
    app.exec()


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
