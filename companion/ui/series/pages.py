"""The view “Series”: at a glance, two editions compared, attending from afar, and for me."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from companion.domain.entry import EntryRef
from companion.services.registry import Services
from companion.ui.context import ViewContext
from companion.ui.i18n import translate
from companion.ui.series.compare_view import CompareView
from companion.ui.series.for_me_view import ForMeView
from companion.ui.series.remote_view import RemotePlanView
from companion.ui.series.series_view import SeriesView
from companion.ui.tasks import TaskRunner
from companion.ui.theme import Look
from companion.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from companion.ui.control.following import Following

GLANCE, COMPARE, REMOTE, FOR_ME = "series", "compare", "remote-plan", "for-me"


class SeriesPages(QWidget):
    """Four views under one switch.

    Signals:
        talk_opened: go and read this talk (EntryRef).
        edition_chosen: open the programme of an edition (key).
        stars_changed: stars were stored: load the programme again.
        failed: something could not be read or stored; holds the exception.
    """

    talk_opened = Signal(object)
    edition_chosen = Signal(str)
    stars_changed = Signal()
    failed = Signal(object)

    def __init__(
        self, look: Look, services: Services, runner: TaskRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.glance = SeriesView(look, services, runner)
        self.compare = CompareView(look, services, runner)
        self.remote = RemotePlanView(look, services, runner)
        self.for_me = ForMeView(look, services, runner)
        self.views: dict[str, SeriesView | CompareView | RemotePlanView | ForMeView] = {
            GLANCE: self.glance,
            COMPARE: self.compare,
            REMOTE: self.remote,
            FOR_ME: self.for_me,
        }
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
        for view in self.views.values():
            self._stack.addWidget(view)
            view.failed.connect(self.failed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(self._stack, 1)
        self.compare.talk_opened.connect(self.talk_opened)
        self.for_me.talk_opened.connect(self.talk_opened)
        self.remote.talk_opened.connect(self.talk_opened)
        self.remote.stars_changed.connect(self.stars_changed)
        self.glance.edition_chosen.connect(self.edition_chosen)
        self.show_page(GLANCE)

    @property
    def page(self) -> str:
        """`series`, `compare` or `remote-plan`."""
        return next(n for n, view in self.views.items() if view is self._stack.currentWidget())

    def show_page(self, name: str) -> None:
        """Show one of them."""
        self.switch.set_value(name)
        self._stack.setCurrentWidget(self.views[name])

    def set_context(self, context: ViewContext) -> None:
        """Another edition, zone, star, or a minute has passed."""
        for view in self.views.values():
            view.set_context(context)

    def reload(self) -> None:
        """Something was synced: read what is shown again."""
        self.views[self.page].reload()

    def follow_with(self, following: "Following") -> None:
        """People, organisations, topics and searches can be followed through this."""
        self.compare.follow_with(following)
        self.for_me.follow_with(following)

    def selected_refs(self) -> tuple[EntryRef, ...]:
        """The talk that commands act on."""
        if self.page == FOR_ME:
            return self.for_me.selected_refs()
        return self.remote.selected_refs() if self.page == REMOTE else ()

    def focus_content(self) -> None:
        """Give the keyboard to what is shown."""
        self.views[self.page].focus_content()
