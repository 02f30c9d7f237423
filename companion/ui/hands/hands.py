"""The commands that belong to no view: what the keys and the mouse do everywhere."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from companion.domain.bookmark import Star
from companion.domain.entry import EntryRef
from companion.ui.hands.places import Places
from companion.ui.hands.reach import Reach
from companion.ui.hands.stars import StarHistory
from companion.ui.tasks import Lane
from companion.ui.window_base import OF_ALL_EDITIONS

if TYPE_CHECKING:
    from companion.ui.hands.key_list import KeyList
    from companion.ui.hands.palette import Palette
    from companion.ui.page_watch import PageWatch
    from companion.ui.window_base import WindowBase


class Hands(QObject):
    """Handlers for `companion.ui.actions`.

    Attributes:
        stars: what was starred, to be taken back.
        places: where the reader has been.
        reach: menus and drags of talks.
    """

    def __init__(self, window: "WindowBase", pages: "PageWatch") -> None:
        super().__init__(window)
        self._window, self._pages = window, pages
        self._offered: tuple[object, object] = (None, None)
        self.stars = StarHistory(window)
        self.places = Places(window, pages)
        self.reach = Reach(window, pages, self.stars)
        self.places.changed.connect(self._on_places_changed)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Command name → what it does."""
        return {
            "palette": self.open_palette,
            "keys": self.show_keys,
            "talk_menu": self.reach.open_here,
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

    # --- palette -------------------------------------------------------------------------------

    @cached_property
    def palette(self) -> "Palette":
        """Made at its first use."""
        from companion.ui.hands.palette import Palette  # noqa: PLC0415 - not at start

        return Palette(self._window.look, self._window)

    def open_palette(self) -> None:
        """Find anything; or away with it."""
        from companion.ui.hands import choices  # noqa: PLC0415 - not at start

        if self.palette.isVisible():
            self.palette.close_up()
            return
        window = self._window
        library = window.library
        self.palette.open_with(
            choices.command_choices(window.actions_)
            + choices.edition_choices(library.editions, window.shell.sidebar.edition_chosen.emit)
        )
        self._offer_talks()

    def _offer_talks(self) -> None:
        """Of the edition shown; kept until something in it changes."""
        from companion.ui.hands.choices import talk_choices  # noqa: PLC0415 - not at start

        entries, context = self._window.library.entries, self._window.library.context
        if self._offered[0] is entries and self._offered[1] == context.zone:
            return
        self._offered = (entries, context.zone)
        self.palette.set_talks(())
        self._window.runner.run(
            Lane.DATABASE,
            lambda _task: talk_choices(entries, context, self.go_to_talk),
            self.palette.set_talks,
            key="palette",
        )

    def go_to_talk(self, ref: EntryRef) -> None:
        """Read a talk; in the list too, where it is there."""
        window = self._window
        window.shell.top_bar.search.clear()
        if window.shell.page in OF_ALL_EDITIONS:
            self._pages.go("programme")
        window.shell.page_view.select(ref)
        window.open_talk(ref)

    @cached_property
    def key_list(self) -> "KeyList":
        """Made at its first use."""
        from companion.ui.hands.key_list import KeyList  # noqa: PLC0415 - not at start

        return KeyList(self._window.look, self._window)

    def show_keys(self) -> None:
        """The list of keys, beside the window; or away with it."""
        if self.key_list.isVisible():
            self.key_list.close()
        else:
            self.key_list.show()

    def _on_places_changed(self) -> None:
        """Menu and palette offer only what leads somewhere."""
        actions = self._window.actions_
        actions["back"].setEnabled(self.places.can_go_back)
        actions["forward"].setEnabled(self.places.can_go_forward)

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
