"""The view “Series”: at a glance, two editions compared, attending from afar, and for me."""

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from companion.domain.entry import EntryRef
from companion.services.registry import Services
from companion.ui.context import ViewContext
from companion.ui.i18n import translate
from companion.ui.series.series_view import SeriesView
from companion.ui.tasks import TaskRunner
from companion.ui.theme import Look
from companion.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from companion.ui.control.following import Following
    from companion.ui.series.compare_view import CompareView
    from companion.ui.series.for_me_view import ForMeView
    from companion.ui.series.remote_view import RemotePlanView

    AnyView = SeriesView | CompareView | RemotePlanView | ForMeView
    V = TypeVar("V", SeriesView, CompareView, RemotePlanView, ForMeView)

GLANCE, COMPARE, REMOTE, FOR_ME = "series", "compare", "remote-plan", "for-me"
VIEWS = {GLANCE: "glance", COMPARE: "compare", REMOTE: "remote", FOR_ME: "for_me"}
"""Page → attribute of `SeriesPages`."""


class SeriesPages(QWidget):
    """Four views under one switch.

    Signals:
        talk_opened: go and read this talk (EntryRef).
        edition_chosen: open the programme of an edition (key).
        leave_requested: an edition does not belong to the series (key).
        stars_changed: stars were stored: load the programme again.
        failed: something could not be read or stored; holds the exception.
    """

    talk_opened = Signal(object)
    edition_chosen = Signal(str)
    leave_requested = Signal(str)
    stars_changed = Signal()
    failed = Signal(object)

    def __init__(
        self, look: Look, services: Services, runner: TaskRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._services, self._runner = look, services, runner
        self._context: ViewContext | None = None
        self._following: Following | None = None
        self._page = GLANCE
        self.switch = Segments(translate("Series", "Parts of the series"))
        self.switch.add(GLANCE, translate("Series", "At a glance"))
        self.switch.add(COMPARE, translate("Series", "Compare editions"))
        self.switch.add(REMOTE, translate("Series", "Attend from afar"))
        self.switch.add(FOR_ME, translate("Series", "For me"))
        self.switch.chosen.connect(self.show_page)
        bar = QFrame()
        bar.setObjectName("dayBar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 10, 12, 10)
        row.addWidget(self.switch)
        row.addStretch(1)
        self._stack = QStackedWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(self._stack, 1)
        self.show_page(GLANCE)

    # --- the views, each made at its first use: all at once would be felt ----------------------

    @cached_property
    def glance(self) -> SeriesView:
        """All editions."""
        made = self._made(SeriesView(self._look, self._services, self._runner))
        made.edition_chosen.connect(self.edition_chosen)
        made.leave_requested.connect(self.leave_requested)
        return made

    @cached_property
    def compare(self) -> "CompareView":
        """Two editions side by side."""
        from companion.ui.series.compare_view import CompareView  # noqa: PLC0415 - see above

        made = self._made(CompareView(self._look, self._services, self._runner))
        made.talk_opened.connect(self.talk_opened)
        if self._following is not None:
            made.follow_with(self._following)
        return made

    @cached_property
    def remote(self) -> "RemotePlanView":
        """Attending from afar."""
        from companion.ui.series.remote_view import RemotePlanView  # noqa: PLC0415 - see above

        made = self._made(RemotePlanView(self._look, self._services, self._runner))
        made.talk_opened.connect(self.talk_opened)
        made.stars_changed.connect(self.stars_changed)
        return made

    @cached_property
    def for_me(self) -> "ForMeView":
        """What is new of what is followed."""
        from companion.ui.series.for_me_view import ForMeView  # noqa: PLC0415 - see above

        made = self._made(ForMeView(self._look, self._services, self._runner))
        made.talk_opened.connect(self.talk_opened)
        if self._following is not None:
            made.follow_with(self._following)
        return made

    def _made(self, view: "V") -> "V":
        self._stack.addWidget(view)
        view.failed.connect(self.failed)
        if self._context is not None:
            view.set_context(self._context)
        return view

    @property
    def shown(self) -> "AnyView":
        """The view in front."""
        return getattr(self, VIEWS[self.page])  # type: ignore[no-any-return]  # one of the above

    @property
    def page(self) -> str:
        """`series`, `compare` or `remote-plan`."""
        return self._page

    def show_page(self, name: str) -> None:
        """Show one of them."""
        self.switch.set_value(name)
        self._page = name
        self._stack.setCurrentWidget(self.shown)

    def set_context(self, context: ViewContext) -> None:
        """Another edition, zone, star, or a minute has passed."""
        self._context = context
        for name in VIEWS.values():
            if name in self.__dict__:
                getattr(self, name).set_context(context)

    def reload(self) -> None:
        """Something was synced: read what is shown again."""
        self.shown.reload()

    def follow_with(self, following: "Following") -> None:
        """People, organisations, topics and searches can be followed through this."""
        self._following = following
        for name in ("compare", "for_me"):
            if name in self.__dict__:
                getattr(self, name).follow_with(following)

    def selected_refs(self) -> tuple[EntryRef, ...]:
        """The talk that commands act on."""
        if self.page == FOR_ME:
            return self.for_me.selected_refs()
        return self.remote.selected_refs() if self.page == REMOTE else ()

    def focus_content(self) -> None:
        """Give the keyboard to what is shown."""
        self.shown.focus_content()
