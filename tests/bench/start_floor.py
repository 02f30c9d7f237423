"""The floor of a start: QtWidgets imported, an empty window painted. Prints seconds since T0."""

import os
import sys
import time

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget


class Empty(QWidget):
    """Says when it was painted, and ends."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The first picture."""
        sys.stdout.write(f"{time.monotonic() - float(os.environ['T0']):.4f}\n")
        sys.stdout.flush()
        os._exit(0)


app = QApplication([])
window = Empty()
window.resize(1280, 800)
window.show()
app.exec()
