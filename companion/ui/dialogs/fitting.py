"""The size of a dialog, from its text: larger text needs a larger dialog."""

from PySide6.QtWidgets import QWidget

_ROOM = 48
"""Left of the screen around a dialog, in pixels."""


def fit(dialog: QWidget, characters: int, lines: int = 0) -> None:
    """Make a dialog as large as its text needs, within the screen.

    Args:
        dialog: with a layout.
        characters: so many fit side by side.
        lines: at least so many fit under each other.
    """
    layout, metrics, screen = dialog.layout(), dialog.fontMetrics(), dialog.screen()
    if layout is None:
        return
    room = screen.availableSize()
    layout.activate()
    width = max(characters * metrics.averageCharWidth(), layout.totalMinimumSize().width())
    width = min(width, room.width() - _ROOM)
    needed = layout.totalSizeHint().height()
    if layout.hasHeightForWidth():
        needed = layout.totalHeightForWidth(width)
    height = min(max(needed, lines * metrics.lineSpacing()), room.height() - _ROOM)
    dialog.resize(width, height)


def grow(dialog: QWidget) -> None:
    """Make a dialog higher where its words have become more; never smaller."""
    layout = dialog.layout()
    if layout is not None and dialog.isVisible():
        needed = layout.totalHeightForWidth(dialog.width())
        room = dialog.screen().availableSize().height() - _ROOM
        dialog.resize(dialog.width(), max(dialog.height(), min(needed, room)))
