"""The commands that belong to no view: what the keys and the mouse do everywhere."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from companion.domain.bookmark import Star
from companion.ui.hands.places import Places
from companion.ui.hands.stars import StarHistory

if TYPE_CHECKING:
    from companion.ui.page_watch import PageWatch
    from companion.ui.window_base import WindowBase


class Hands(QObject):
    """Handlers for `companion.ui.actions`.

    Attributes:
        stars: what was starred, to be taken back.
        places: where the reader has been.
    """

    def __init__(self, window: "WindowBase", pages: "PageWatch") -> None:
        super().__init__(window)
        self._window = window
        self.stars = StarHistory(window)
        self.places = Places(window, pages)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Command name → what it does."""
        return {
            "star": self.toggle_star,
            "maybe": self.toggle_maybe,
            "undo_star": self.stars.undo,
            "redo_star": self.stars.redo,
            "back": self.places.back,
            "forward": self.places.forward,
            "larger_text": self.larger_text,
            "smaller_text": self.smaller_text,
            "normal_text": self.normal_text,
        }

    # --- stars ---------------------------------------------------------------------------------

    def toggle_star(self) -> None:
        """Star the selected talks; unstar them if all of them are starred."""
        self.stars.toggle(self._window.selected_refs(), Star.STARRED)

    def toggle_maybe(self) -> None:
        """Give the selected talks half a star; none if all of them have half a one."""
        self.stars.toggle(self._window.selected_refs(), Star.TENTATIVE)

    # --- text size -----------------------------------------------------------------------------

    def larger_text(self) -> None:
        """One step larger."""
        self._step_text(1)

    def smaller_text(self) -> None:
        """One step smaller."""
        self._step_text(-1)

    def normal_text(self) -> None:
        """As it was at first."""
        from companion.ui.hands.text_size import NORMAL, set_text_size  # noqa: PLC0415

        set_text_size(self._window, NORMAL)

    def _step_text(self, step: int) -> None:
        from companion.ui.hands.text_size import set_text_size, stepped  # noqa: PLC0415

        percent = round(self._window.look.fonts.scale * 100)
        set_text_size(self._window, stepped(percent, step))
