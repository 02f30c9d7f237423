"""What the commands of the window do."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from companion.settings import THEME, ZONE
from companion.ui.tasks import Lane
from companion.ui.views.top_bar import OTHER
from companion.ui.window_state import keep

if TYPE_CHECKING:
    from companion.ui.sync_watch import SyncWatch
    from companion.ui.window_base import WindowBase


class WindowCommands(QObject):
    """The handlers of `companion.ui.actions`."""

    def __init__(self, window: "WindowBase", sync: "SyncWatch") -> None:
        super().__init__(window)
        self._window = window
        self._sync = sync

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Command name → what it does."""
        return {
            "search": self.focus_search,
            "now": self.show_now,
            "previous_day": self.previous_day,
            "next_day": self.next_day,
            "zone": self.next_zone,
            "other_zone": self.choose_other_zone,
            "sync": self.sync,
            "sync_all": self.sync_all,
            "sample": self.load_samples,
            "remove_samples": self.remove_samples,
            "theme_system": self.follow_system,
            "theme_light": self.use_light,
            "theme_dark": self.use_dark,
            "quit": self.quit,
            "escape": self.escape,
        }

    # --- going places --------------------------------------------------------------------------

    def focus_search(self) -> None:
        """Into the search field."""
        edit = self._window.shell.top_bar.search
        edit.setFocus()
        edit.selectAll()

    def search_for(self, text: str) -> None:
        """Look for a text, as if it had been typed."""
        self._window.shell.top_bar.search.setText(text)
        self._window.shell.top_bar.search.setFocus()

    def show_now(self) -> None:
        """Today, with the line of now in sight."""
        shell = self._window.shell
        shell.top_bar.search.clear()
        if hasattr(shell.page_view, "jump_to_now"):
            shell.page_view.jump_to_now()
        shell.page_view.focus_content()

    def previous_day(self) -> None:
        """The day before; or a page up, while the talk is being read."""
        self._step(-1)

    def next_day(self) -> None:
        """The day after; or a page down, while the talk is being read."""
        self._step(1)

    def _step(self, step: int) -> None:
        shell = self._window.shell
        if shell.talk.isAncestorOf(self._window.focusWidget()):
            shell.talk.scroll_page(step)
        elif hasattr(shell.page_view, "step_day") and shell.front == shell.page:
            shell.page_view.step_day(step)
        elif area := self._area():
            bar = area.verticalScrollBar()
            bar.setValue(bar.value() + step * bar.pageStep())

    def _area(self) -> QAbstractScrollArea | None:
        """What scrolls of the view in front: where the keyboard is, else its list."""
        view = self._window.shell.middle.currentWidget()
        widget: QWidget | None = self._window.focusWidget()
        if view is None:
            return None
        while widget is not None and view.isAncestorOf(widget):
            if isinstance(widget, QAbstractScrollArea) and widget.verticalScrollBar().maximum():
                return widget
            widget = widget.parentWidget()
        areas = [getattr(view, "list", None), *view.findChildren(QAbstractScrollArea)]
        return next(
            (a for a in areas if a and a.isVisible() and a.verticalScrollBar().maximum()), None
        )

    def escape(self) -> None:
        """Close or clear what is in front, one thing at a time."""
        shell = self._window.shell
        if shell.panes.talk and not shell.panes.view:
            shell.leave_talk()
        elif shell.top_bar.search.text():
            shell.top_bar.search.clear()
            shell.page_view.focus_content()
        elif shell.message_bar.message:
            shell.message_bar.clear()
        elif shell.panes.sidebar and not shell.panes.talk:
            shell.close_drawer()
            shell.focus_view()
        else:
            shell.close_talk()
            shell.page_view.focus_content()

    # --- zone ----------------------------------------------------------------------------------

    def choose_zone(self, name: str) -> None:
        """Show times in the conference's zone, the reader's, or one to be chosen."""
        library = self._window.library
        if name == OTHER:
            from companion.ui.dialogs.zone_dialog import ZoneDialog  # noqa: PLC0415 - not at start

            self._window.shell.top_bar.zones.set_value(
                library.zone_name if library.zone_name in {"event", "local"} else OTHER
            )
            dialog = ZoneDialog(str(library.context.zone), self._window)
            dialog.zone_chosen.connect(self.set_zone)
            dialog.open()
        else:
            self.set_zone(name)

    def choose_other_zone(self) -> None:
        """Any zone of the world."""
        self.choose_zone(OTHER)

    def set_zone(self, name: str) -> None:
        """Show times in a zone, now and after the next start."""
        self._window.library.set_zone(name)
        keep(self._window.services.settings, ZONE, name)

    def next_zone(self) -> None:
        """Conference time and my time in turn."""
        is_event = self._window.library.zone_name == "event"
        self.set_zone("local" if is_event else "event")

    # --- sync ----------------------------------------------------------------------------------

    def sync(self) -> None:
        """Ask the site of the edition shown."""
        self._sync.sync_shown()

    def sync_all(self) -> None:
        """Ask all sites."""
        self._window.syncing.sync_all()

    def load_samples(self) -> None:
        """Store the invented programmes."""
        self._window.syncing.load_samples()

    def remove_samples(self) -> None:
        """Forget the invented programmes."""
        window = self._window
        services = window.services
        window.runner.run(
            Lane.DATABASE, lambda _task: services.editions.remove_samples(), self._on_removed
        )

    def _on_removed(self, _count: int) -> None:
        self._window.library.reload()

    def quit(self) -> None:
        """Close the window, which ends the program."""
        self._window.close()

    # --- colours -------------------------------------------------------------------------------

    def follow_system(self) -> None:
        """Light or dark as the system is."""
        self.use_theme("system")

    def use_light(self) -> None:
        """Always light."""
        self.use_theme("light")

    def use_dark(self) -> None:
        """Always dark."""
        self.use_theme("dark")

    def use_theme(self, theme: str) -> None:
        """As the system is, always `light`, or always `dark`."""
        keep(self._window.services.settings, THEME, theme)
        self._window.look.set_theme(theme)
