"""The frame of the window: bars, panes, and what of them there is room for."""

from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from companion.ui.messages import MessageBar
from companion.ui.panes import THREE_FROM, TWO_FROM, Panes, visible_panes
from companion.ui.theme import Look
from companion.ui.views.footer import Footer
from companion.ui.views.programme_view import ProgrammeView
from companion.ui.views.sidebar import Sidebar
from companion.ui.views.talk_view import TalkView
from companion.ui.views.top_bar import TopBar

if TYPE_CHECKING:
    from companion.ui.views.agenda_view import AgendaView
    from companion.ui.views.edition_view import EditionView
    from companion.ui.views.first_run_view import FirstRunView
    from companion.ui.views.now_view import NowView
    from companion.ui.views.people_view import PeopleView
    from companion.ui.views.posters_view import PostersView
    from companion.ui.views.search_view import SearchView
    from companion.ui.views.timetable_view import TimetableView

W = TypeVar("W", bound=QWidget)


class Shell(QWidget):
    """Holds every part of the window and knows nothing of services.

    Attributes:
        middle: the views, one of them shown; middle_pane holds it, and what stands above it.
        front: the name of that one.
        page: the name of the view to return to from a search.
        panes: what is in sight now.

    Signals:
        panes_changed: after another number of panes fits.
        view_made: a view was made, at its first use; holds its name here, such as `search`.
        front_changed: a view was brought to the front.
    """

    panes_changed = Signal()
    view_made = Signal(str)
    front_changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        # From the outside in: a widget full of others is dressed again at every new parent.
        self.top_bar = TopBar(look, self)
        self.message_bar = MessageBar(look, self)
        self.stage = QStackedWidget(self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self.stage)
        self.sidebar = Sidebar(look, self.splitter)
        self.middle_pane = QWidget(self.splitter)
        self.middle = QStackedWidget(self.middle_pane)
        self.programme = ProgrammeView(look, self.middle)
        self.talk = TalkView(look, self.splitter)
        self.footer = Footer(look, self)
        self.panes = Panes(sidebar=True, view=True, talk=True)
        self._is_drawer_open = self._is_talk_open = False
        self._has_talk_pane = True
        self.front = self.page = "programme"
        self._arrange()
        self.top_bar.sidebar_clicked.connect(self.toggle_drawer)
        self.talk.back_requested.connect(self.leave_talk)
        look.changed.connect(self._on_look_changed)

    # --- views that are made at their first use, after the first picture of the window ---------

    @cached_property
    def search(self) -> "SearchView":
        """What was found."""
        from companion.ui.views.search_view import SearchView  # noqa: PLC0415 - see above

        return self._made("search", SearchView(self._look), self.middle)

    @cached_property
    def edition(self) -> "EditionView":
        """An edition without a programme."""
        from companion.ui.views.edition_view import EditionView  # noqa: PLC0415 - see above

        return self._made("edition", EditionView(self._look), self.middle)

    @cached_property
    def timetable(self) -> "TimetableView":
        """The programme, time down and rooms side by side."""
        from companion.ui.views.timetable_view import TimetableView  # noqa: PLC0415 - see above

        return self._made("timetable", TimetableView(self._look), self.middle)

    @cached_property
    def now(self) -> "NowView":
        """What is on and what comes."""
        from companion.ui.views.now_view import NowView  # noqa: PLC0415 - see above

        return self._made("now", NowView(self._look), self.middle)

    @cached_property
    def agenda(self) -> "AgendaView":
        """What is starred."""
        from companion.ui.views.agenda_view import AgendaView  # noqa: PLC0415 - see above

        return self._made("agenda", AgendaView(self._look), self.middle)

    @cached_property
    def posters(self) -> "PostersView":
        """All posters."""
        from companion.ui.views.posters_view import PostersView  # noqa: PLC0415 - see above

        return self._made("posters", PostersView(self._look), self.middle)

    @cached_property
    def people(self) -> "PeopleView":
        """Who is there."""
        from companion.ui.views.people_view import PeopleView  # noqa: PLC0415 - see above

        return self._made("people", PeopleView(self._look), self.middle)

    @cached_property
    def first_run(self) -> "FirstRunView":
        """The page of a first start."""
        from companion.ui.views.first_run_view import FirstRunView  # noqa: PLC0415 - see above

        return self._made("first_run", FirstRunView(self._look), self.stage)

    def has_view(self, name: str) -> bool:
        """Whether a view was made already."""
        return name in self.__dict__

    def add_view(self, name: str, view: QWidget) -> None:
        """A view that asks the services itself, made by somebody who knows them."""
        self._made(name, view, self.middle)

    def add_above(self, bar: QWidget) -> None:
        """A bar over whichever view is shown."""
        column = self.middle_pane.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(0, bar)

    def _made(self, name: str, view: W, stack: QStackedWidget) -> W:
        stack.addWidget(view)
        # Now, so that whoever connects to the view finds it.
        self.__dict__[name] = view
        self.view_made.emit(name)
        return view

    def show_view(self, name: str) -> None:
        """Bring a view to the front."""
        is_other = name != self.front
        self.front = name
        self.middle.setCurrentWidget(getattr(self, name))
        if is_other:
            self.front_changed.emit()

    @property
    def page_view(self) -> Any:
        """The view to return to; see `companion.ui.views` for what all of them can."""
        return getattr(self, self.page)

    @property
    def is_first_run(self) -> bool:
        """Whether the page of a first start is shown."""
        return self.stage.currentWidget() is not self.splitter

    def show_first_run(self, *, is_shown: bool) -> None:
        """Show the page of a first start instead of everything else, or no longer."""
        self.stage.setCurrentWidget(self.first_run if is_shown else self.splitter)
        self.footer.setVisible(not is_shown)
        self.top_bar.set_bare(is_bare=is_shown)
        self.arrange()

    def _arrange(self) -> None:
        self.middle.setObjectName("middlePane")
        self.middle.addWidget(self.programme)
        column = _column(self.middle_pane)
        column.addWidget(self.middle)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.sidebar.setMinimumWidth(160)
        self.middle_pane.setMinimumWidth(300)
        self.talk.setMinimumWidth(300)
        # A splitter takes its children in by itself, in the order they were made.
        for place in range(self.splitter.count()):
            self.splitter.setStretchFactor(place, place)
        self.stage.addWidget(self.splitter)
        layout = _column(self)
        layout.addWidget(self.top_bar)
        layout.addWidget(self.message_bar)
        layout.addWidget(self.stage, 1)
        layout.addWidget(self.footer)

    # --- panes ---------------------------------------------------------------------------------

    def toggle_drawer(self) -> None:
        """Show or fold away the left column, where there is no room for it."""
        self._is_drawer_open = not self._is_drawer_open
        self.arrange()
        if self.panes.sidebar and self._is_drawer_open:
            self.sidebar.pages.setFocus()

    def close_drawer(self) -> None:
        """Something was chosen in it."""
        self._is_drawer_open = False
        self.arrange()

    def open_talk(self) -> None:
        """Show the talk even where it takes the place of the list."""
        self._is_talk_open = True
        self.arrange()

    def close_talk(self) -> None:
        """Back to the list."""
        self._is_talk_open = False
        self.arrange()

    def leave_talk(self) -> None:
        """The same, with the keyboard in the list."""
        self.close_talk()
        self.focus_view()

    def focus_view(self) -> None:
        """Give the keyboard to the view shown, wherever it has something to choose."""
        if self.front == "programme" and self.programme.list.isVisible():
            self.programme.list.setFocus()
        elif self.front in {"programme", "edition"}:
            self.sidebar.editions.setFocus()
        else:
            getattr(self, self.front).focus_content()

    def set_has_talk_pane(self, *, has_talk_pane: bool) -> None:
        """Whether the view shown leaves room for a talk beside it."""
        self._has_talk_pane = has_talk_pane
        self.arrange()

    def arrange(self) -> None:
        """Show the panes that fit."""
        width = round(self.width() / self._look.fonts.scale)
        panes = visible_panes(
            width,
            is_drawer_open=self._is_drawer_open,
            is_talk_open=self._is_talk_open,
            has_talk_pane=self._has_talk_pane,
        )
        if width >= THREE_FROM:
            self._is_drawer_open = False
        self.top_bar.sidebar_button.setVisible(width < THREE_FROM and not self.is_first_run)
        self.talk.set_narrow(is_narrow=not panes.view or not self._has_talk_pane)
        self.footer.right.setVisible(width >= TWO_FROM)
        if panes == self.panes:
            return
        self.panes = panes
        self.sidebar.setVisible(panes.sidebar)
        self.middle_pane.setVisible(panes.view)
        self.talk.setVisible(panes.talk)
        self.panes_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._on_look_changed()

    def _on_look_changed(self) -> None:
        """Larger text needs more room: what counts is the width in units of it."""
        self.top_bar.set_width(round(self.width() / self._look.fonts.scale))
        self.arrange()


def _column(widget: QWidget) -> QVBoxLayout:
    made = QVBoxLayout(widget)
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(0)
    return made
