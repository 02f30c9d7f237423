"""Menus and drags for every list of talks, in whatever view it stands."""

from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from companion.services.agenda import HeaderRow
from companion.ui.models.roles import Role
from companion.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from companion.domain.entry import EntryRef
    from companion.domain.people import PersonLink
    from companion.ui.hands.chosen_watch import ChosenWatch
    from companion.ui.hands.stars import StarHistory
    from companion.ui.hands.talk_drag import TalkDrag
    from companion.ui.hands.talk_menu import TalkMenu
    from companion.ui.page_watch import PageWatch
    from companion.ui.window_base import WindowBase

_INSET = QPoint(24, 24)


class Reach(QObject):
    """See the module. A list of talks is an item view with `drag_started` and `selected_refs`.

    Signals:
        export_requested: write these talks (tuple of EntryRef) into a calendar file.
        person_export_requested, session_export_requested: the same for the talks of a person
            (name) or a session (title).
        search_requested: look for this text.
    """

    export_requested = Signal(object)
    person_export_requested = Signal(str)
    session_export_requested = Signal(str)
    search_requested = Signal(str)

    def __init__(self, window: "WindowBase", pages: "PageWatch", stars: "StarHistory") -> None:
        super().__init__(window)
        self._window, self._pages, self._stars = window, pages, stars
        window.shell.view_made.connect(self._on_view_made)
        self.watch(window.shell.programme.list)

    @cached_property
    def chosen(self) -> "ChosenWatch":
        """Made when several talks are selected for the first time."""
        from companion.ui.hands.chosen_watch import ChosenWatch  # noqa: PLC0415 - not at start

        made = ChosenWatch(self._window, self._stars)
        made.export_requested.connect(self.export_requested)
        made.copy_requested.connect(self._on_copy_requested)
        return made

    @cached_property
    def menus(self) -> "TalkMenu":
        """Made at the first menu."""
        from companion.ui.hands.talk_menu import TalkMenu  # noqa: PLC0415 - not at start

        made = TalkMenu(self._window, self._stars)
        made.export_requested.connect(self.export_requested)
        made.person_export_requested.connect(self.person_export_requested)
        made.session_export_requested.connect(self.session_export_requested)
        made.search_requested.connect(self.search_requested)
        made.person_requested.connect(self.show_person)
        return made

    @cached_property
    def drags(self) -> "TalkDrag":
        """Made at the first drag."""
        from companion.ui.hands.talk_drag import TalkDrag  # noqa: PLC0415 - not at start

        return TalkDrag(self._window)

    def watch(self, view: QAbstractItemView) -> None:
        """Give a list of talks its menu and let its talks be dragged."""
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(partial(self._on_menu_requested, view))
        listed = _as_any(view)
        if isinstance(view, RowList):
            view.selection_made.connect(self._on_selection_made)
        listed.drag_started.connect(lambda: self.drags.start(view, listed.selected_refs()))

    def _on_view_made(self, name: str) -> None:
        for view in getattr(self._window.shell, name).findChildren(QAbstractItemView):
            if hasattr(view, "drag_started"):
                self.watch(view)

    # --- menus ---------------------------------------------------------------------------------

    def open_here(self) -> None:
        """The menu of whatever has the keyboard."""
        focus: QWidget | None = self._window.focusWidget()
        talk = self._window.shell.talk
        if isinstance(focus, QAbstractItemView) and hasattr(focus, "drag_started"):
            rect = focus.visualRect(focus.currentIndex())
            self._on_menu_requested(focus, rect.topLeft() + _INSET)
        elif focus is not None and self.chosen.is_shown and talk.isAncestorOf(focus):
            self.menus.open_for(self.chosen.refs, focus.mapToGlobal(_INSET))
        elif focus is not None and talk.isAncestorOf(focus) and talk.ref:
            self.menus.open_for((talk.ref,), focus.mapToGlobal(_INSET))
        elif focus is not None:
            at = focus.rect().center()
            reason = QContextMenuEvent.Reason.Keyboard
            event = QContextMenuEvent(reason, at, focus.mapToGlobal(at))
            QCoreApplication.sendEvent(focus, event)

    def _on_menu_requested(self, view: QAbstractItemView, point: QPoint) -> None:
        index = view.indexAt(point)
        if not index.isValid():
            return
        at, row = view.viewport().mapToGlobal(point), index.data(Role.ROW)
        ref, listed = index.data(Role.REF), _as_any(view)
        if ref is not None:
            selected = listed.selected_refs()
            self.menus.open_for(selected if ref in selected else (ref,), at)
        elif hasattr(listed, "current_person") and hasattr(row, "identity"):
            self.menus.open_for_person(listed, row, at)
        elif isinstance(row, HeaderRow) and (title := session_of(row)):
            self.menus.open_for_session(title, at)

    def _on_selection_made(self) -> None:
        if "chosen" in self.__dict__ or len(self._window.selected_refs()) > 1:
            self.chosen.look()

    def _on_copy_requested(self, refs: "tuple[EntryRef, ...]") -> None:
        self.menus.copy_text(refs)

    # --- people --------------------------------------------------------------------------------

    def show_person(self, person: "PersonLink") -> None:
        """All talks of somebody; what a search finds, where the list of people has them not."""
        self._pages.go("people")
        people = self._window.shell.people
        if people.show_person(person):
            people.people.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.search_requested.emit(person.name)


def session_of(row: HeaderRow) -> str:
    """The title of the session that a header is of; empty without one."""
    return (row.block.session_title if row.block else row.title) or ""


def _as_any(view: QAbstractItemView) -> Any:
    """For what only lists of talks have."""
    return view
