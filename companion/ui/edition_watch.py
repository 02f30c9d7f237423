"""What can be done with an edition where it stands in the left column, or in the series."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from companion.ui.i18n import edition_title, translate
from companion.ui.messages import Message
from companion.ui.tasks import Lane

if TYPE_CHECKING:
    from companion.services.editions import EditionInfo
    from companion.services.registry import Services
    from companion.ui.series.pages import SeriesPages
    from companion.ui.sync_watch import SyncWatch
    from companion.ui.window_base import WindowBase


class EditionWatch(QObject):
    """Stands between the editions and the window.

    Attributes:
        menu: the one shown last; None before.
    """

    def __init__(self, window: "WindowBase", sync: "SyncWatch") -> None:
        super().__init__(window)
        self._window, self._sync = window, sync
        self.menu: QMenu | None = None
        window.shell.sidebar.editions.menu_requested.connect(self.open_menu)
        window.shell.view_made.connect(self._on_view_made)

    def _on_view_made(self, name: str) -> None:
        if name == "series":
            view: SeriesPages = getattr(self._window.shell, name)
            view.leave_requested.connect(partial(self.decide, belongs=False))

    # --- the menu ------------------------------------------------------------------------------

    def open_menu(self, key: str, at: QPoint) -> None:
        """The menu of an edition; `at` on the screen."""
        info = self._window.library.info_of(key)
        if info is None:
            return
        if self.menu is not None:
            self.menu.close()
            self.menu.deleteLater()
        self.menu = QMenu(self._window)
        self._fill(self.menu, info)
        self.menu.popup(at)

    def _fill(self, menu: QMenu, info: "EditionInfo") -> None:
        from companion.ui.links import open_link  # noqa: PLC0415 - not at start
        from companion.ui.views.edition_view import website_of  # noqa: PLC0415 - as above

        show = partial(self._window.shell.sidebar.edition_chosen.emit, info.key)
        _add(menu, translate("EditionMenu", "Show"), show)
        if info.edition.address is not None and not info.is_sample:
            words = (
                translate("EditionMenu", "Sync")
                if info.stored
                else translate("Edition", "Get the programme")
            )
            _add(menu, words, partial(self._sync.sync_edition, info.key))
        if (url := website_of(info)) and not info.is_sample:
            _add(menu, translate("Edition", "Open its website"), partial(open_link, url))
        if info.is_by_address:
            menu.addSeparator()
            self._add_membership(menu, info.key)

    def _add_membership(self, menu: QMenu, key: str) -> None:
        """A tick once the database has said whether it belongs."""
        services = self._window.services
        action = menu.addAction(translate("EditionMenu", "Belongs to the series"))
        action.setCheckable(True)
        action.setEnabled(False)
        action.triggered.connect(lambda checked: self.decide(key, belongs=checked))

        def show(belongs: bool) -> None:
            if menu is self.menu:
                action.setChecked(belongs)
                action.setEnabled(True)

        self._window.runner.run(
            Lane.DATABASE, lambda _task: services.series.is_member(key), show, key="member"
        )

    # --- the series ----------------------------------------------------------------------------

    def decide(self, key: str, *, belongs: bool | None) -> None:
        """Put an edition into the series, take it out, or (None) leave that to its title."""
        services = self._window.services
        self._window.runner.run(
            Lane.DATABASE,
            lambda _task: _decide(services, key, belongs=belongs),
            partial(self._on_decided, key),
        )

    def _on_decided(self, key: str, decided: tuple[bool | None, bool]) -> None:
        before, belongs = decided
        window = self._window
        info = window.library.info_of(key)
        title = edition_title(info.edition.title) if info else key
        if belongs:
            text, advice = translate("AddEdition", "{title} now belongs to the series."), ""
        else:
            text = translate("EditionMenu", "{title} does not belong to the series any more.")
            advice = translate("EditionMenu", "Its programme and your stars in it stay.")
        undo = partial(self.decide, key, belongs=before)
        words = translate("EditionMenu", "Undo")
        window.shell.message_bar.show_message(
            Message(text.format(title=title), advice, words, undo, is_warning=False)
        )
        window.library.reload()
        if window.shell.page == "series":
            window.shell.page_view.reload()


def _add(menu: QMenu, words: str, act: Callable[[], object]) -> QAction:
    action = menu.addAction(words)
    action.triggered.connect(lambda _checked: act())
    return action


def _decide(services: "Services", key: str, *, belongs: bool | None) -> tuple[bool | None, bool]:
    """What was decided before, and whether it belongs now. Runs in the database lane."""
    before = services.series.set_member(key, belongs=belongs)
    return before, services.series.is_member(key)
