"""What the views of a programme have in common; the contract stands in the package."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from companion.domain.entry import Entry, EntryRef
from companion.ui.context import ViewContext
from companion.ui.theme import Look


class ProgrammeViewBase(QWidget):
    """A view of a programme.

    Signals:
        talk_activated: show this talk (EntryRef) beside the view.
        star_requested: set the stars of these talks (tuple of EntryRef) to this (Star).
        filters_cleared: the person wants no filters.
    """

    talk_activated = Signal(object)
    star_requested = Signal(object, object)
    filters_cleared = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.entries: tuple[Entry, ...] = ()
        self.context = ViewContext()

    def set_entries(self, entries: Sequence[Entry], context: ViewContext) -> None:
        """Show other entries, or the same in another context; keeps selection and place."""
        self.entries = tuple(entries)
        self.context = context

    def selected_refs(self) -> tuple[EntryRef, ...]:
        """The talks that commands act on."""
        return ()

    def select(self, ref: EntryRef) -> bool:
        """Bring a talk in sight and select it; False if it is not here."""
        del ref
        return False

    def select_here(self, ref: EntryRef) -> bool:
        """Select a talk if it is in sight already: no other day is shown for it."""
        return self.select(ref)

    def focus_content(self) -> None:
        """Give the keyboard to what people came for."""
        self.setFocus()
