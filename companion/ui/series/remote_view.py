"""Attending from afar, or coming from afar: a plan from the reader's zone and waking hours."""

from collections.abc import Mapping

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from companion.domain.bookmark import Star
from companion.domain.entry import EntryRef
from companion.domain.series.remote import Verdict
from companion.errors import UsageError
from companion.services.registry import Services
from companion.ui.changes.chips import Chip
from companion.ui.changes.rich_list import RichList
from companion.ui.context import ViewContext
from companion.ui.i18n import translate
from companion.ui.messages import error_text
from companion.ui.series.remote_choices import AFAR, RemoteChoices
from companion.ui.series.remote_data import Reader, RemotePlan, load_plan
from companion.ui.series.remote_rows import plan_rows
from companion.ui.series.words import verdict_words
from companion.ui.service_jobs import ServiceJobs
from companion.ui.tasks import TaskRunner
from companion.ui.theme import Look
from companion.ui.views.empty_words import EmptyWords
from companion.ui.views.loading_view import LoadingView
from companion.ui.widgets.flow_layout import flowing
from companion.ui.widgets.undo_button import UndoButton


class RemotePlanView(LoadingView):
    """The plan of the edition in the context; loads by itself when it is shown.

    Signals:
        talk_activated, talk_opened: show or read this talk (EntryRef).
        stars_changed: stars were stored: load the programme again.
    """

    talk_activated = Signal(object)
    talk_opened = Signal(object)
    stars_changed = Signal()

    def __init__(
        self, look: Look, services: Services, runner: TaskRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, services, runner, parent)
        self.jobs = ServiceJobs(services, runner, self._on_failed)
        self._key = ""
        self._plan = RemotePlan()
        self._place = AFAR
        self.choices = RemoteChoices()
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        self.summary.setProperty("kind", "dim")
        self.verdicts = {
            verdict: Chip(look, verdict_words(verdict), verdict) for verdict in Verdict
        }
        for chip in self.verdicts.values():
            chip.setChecked(True)
            chip.toggled.connect(self._show)
        self.apply_button = _apply_button()
        self.undo_button = UndoButton()
        self.list = RichList(look, translate("Remote", "Talks as seen from your zone"))
        self.empty = EmptyWords()
        self._arrange()
        self.choices.changed.connect(self.reload)
        self.choices.where.chosen.connect(self.show_place)
        self.apply_button.clicked.connect(self.apply)
        self.list.talk_activated.connect(self.talk_activated)
        self.list.talk_opened.connect(self.talk_opened)
        self.entered.connect(self.reload)

    def _arrange(self) -> None:
        bar = QFrame()
        bar.setObjectName("dayBar")
        column = QVBoxLayout(bar)
        column.setContentsMargins(16, 10, 12, 10)
        column.setSpacing(8)
        column.addWidget(self.choices)
        column.addWidget(self.summary)
        column.addWidget(flowing(*self.verdicts.values(), self.apply_button, self.undo_button))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.empty, 1)

    # --- what is shown -------------------------------------------------------------------------

    @property
    def reader(self) -> Reader:
        """Who the plan is for."""
        return self.choices.reader(self._key)

    def set_context(self, context: ViewContext) -> None:
        """Another edition, a star, or a minute has passed."""
        self._key = context.key
        if self.isVisible():
            # In the next turn: a star that was just set is then ahead in the database lane.
            QTimer.singleShot(0, self, self.reload)

    def reload(self) -> None:
        """Plan again: after a sync, a star, or other choices."""
        reader = self.reader
        if reader.key:
            self.jobs.run(
                lambda services: load_plan(services, reader), self._on_loaded, key="remote"
            )
        else:
            self._on_loaded(RemotePlan())

    def show_place(self, place: str) -> None:
        """`afar`, or `site` for the jet lag of those who travelled."""
        self._place = place
        self.choices.where.set_value(place)
        self._show()

    def focus_content(self) -> None:
        """Give the keyboard to the list."""
        (self.list if self.list.isVisible() else self.choices.zone).setFocus()

    def selected_refs(self) -> tuple[EntryRef, ...]:
        """The talk that commands act on."""
        row = self.list.current_row()
        return (row.ref,) if row and row.ref else ()

    def _on_loaded(self, plan: RemotePlan) -> None:
        self._plan = plan
        self.choices.offer_zones(plan.zones)
        self._show()

    def _on_failed(self, error: Exception) -> None:
        """A zone half typed is no failure to shout about: it is said in the place of the plan."""
        if isinstance(error, UsageError):
            self.empty.show_instead(self.list, words=error_text(error))
        else:
            self.failed.emit(error)

    def _show(self) -> None:
        plan, is_afar = self._plan, self._place == AFAR
        for chip in (*self.verdicts.values(), self.apply_button):
            chip.setVisible(is_afar and bool(plan.afar))
        self.undo_button.setVisible(is_afar and self.undo_button.is_offered)
        if not plan.afar:
            self.summary.setText("")
            self.empty.show_instead(self.list, words=_empty_words())
            return
        wanted = {verdict for verdict, chip in self.verdicts.items() if chip.isChecked()}
        rows = plan_rows(plan.afar, wanted) if is_afar else plan.site
        self.summary.setText(plan.summary if is_afar else _site_words())
        self.list.set_rows(rows)
        words = "" if rows else translate("Remote", "No talk fits these filters.")
        self.empty.show_instead(self.list, words=words)

    # --- stars ---------------------------------------------------------------------------------

    def apply(self) -> None:
        """Turn the plan into stars, behind the window."""
        reader = self.reader
        self.jobs.run(
            lambda services: services.remote.apply(reader.key, reader.zone_name, reader.awake),
            self._on_applied,
        )

    def _on_applied(self, new: Mapping[EntryRef, Star]) -> None:
        if new:
            words = translate("Remote", "Undo %n star(s)", "", len(new))
            self.undo_button.offer(words, lambda: self._take_back(tuple(new)))
        else:
            self.undo_button.withdraw()
        self._stars_moved()

    def _take_back(self, refs: tuple[EntryRef, ...]) -> None:
        self.jobs.run(
            lambda services: services.bookmarks.set_star(refs, Star.NONE), self._on_taken_back
        )

    def _on_taken_back(self, _nothing: None) -> None:
        self._stars_moved()

    def _stars_moved(self) -> None:
        self.stars_changed.emit()
        self.reload()


def _apply_button() -> QPushButton:
    made = QPushButton(translate("Remote", "Star what is live"))
    made.setProperty("kind", "primary")
    tip = translate(
        "Remote",
        "Live talks get a star, those to watch later a half star, those by night none. "
        "Talks that have a star keep it.",
    )
    made.setToolTip(tip)
    made.setAccessibleDescription(tip)
    return made


def _empty_words() -> str:
    return translate(
        "Remote",
        "There is no programme to plan with yet.\n"
        "Choose an edition that is downloaded, or sync it.",
    )


def _site_words() -> str:
    return translate(
        "Remote", "The first days by the clock at home, for who arrives the day before."
    )
