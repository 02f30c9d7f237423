"""How a row is to be painted: chosen, under the mouse, with the ring of the keyboard.

Asked of the view instead of `QStyleOption.state`, whose type takes 6 ms to set up: too long before
the first picture of the window.
"""

from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QAbstractItemView

from companion.frozen import frozen
from companion.ui.models.rows_model import Index


@frozen
class RowState:
    """See the module."""

    is_chosen: bool = False
    is_hovered: bool = False
    has_focus: bool = False


def state_of(view: QAbstractItemView, index: Index, *, shows_focus: bool = True) -> RowState:
    """The state of a row of a view.

    Args:
        view: has the viewport that the rows are painted on.
        index: of the row.
        shows_focus: whether the current row has a ring at all.
    """
    viewport = view.viewport()
    is_hovered = viewport.underMouse() and view.visualRect(index).contains(
        viewport.mapFromGlobal(QCursor.pos())
    )
    has_focus = shows_focus and view.hasFocus() and view.currentIndex() == index
    return RowState(view.selectionModel().isSelected(index), is_hovered, has_focus)
