"""Drawing at once what would be drawn a little later."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget


def draw_now(window: QWidget) -> None:
    """Lay out and draw what has changed, before heavy work begins in another thread.

    Each call into Qt lets go of the interpreter, and a worker that computes gives it back a little
    later each time: the same drawing takes three times as long beside one.
    """
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    QCoreApplication.sendEvent(window, QEvent(QEvent.Type.UpdateRequest))
