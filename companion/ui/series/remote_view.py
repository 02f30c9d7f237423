"""Attending from afar, or coming from afar: a plan from the reader's zone and waking hours."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from zoneinfo import available_timezones

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QFrame,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from companion.domain.bookmark import Star
from companion.domain.entry import EntryRef
from companion.domain.series.remote import Verdict
from companion.domain.times import zone
from companion.errors import UsageError
from companion.services.registry import Services
from companion.services.zones import LOCAL, reader_zone_name, shown_zone
from companion.ui.changes.chips import Chip
from companion.ui.changes.rich_list import RichList, RichRow
from companion.ui.context import ViewContext
from companion.ui.i18n import translate
from companion.ui.messages import error_text
from companion.ui.series.remote_rows import (
    PlanDay,
    counts_words,
    jet_lag_rows,
    plan_days,
    plan_rows,
)
from companion.ui.series.words import verdict_words
from companion.ui.tasks import Lane, TaskRunner
from companion.ui.theme import Look
from companion.ui.views.empty_words import EmptyWords
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.segments import Segments

AFAR, SITE = "afar", "site"
_HALF_HOURS = tuple(f"{hour:02}:{minute:02}" for hour in range(25) for minute in (0, 30))[:-1]


@dataclass(frozen=True, slots=True)
class _Loaded:
    summary: str = ""
    afar: tuple[PlanDay, ...] = ()
    site: tuple[RichRow, ...] = ()
    zones: tuple[str, ...] = ()


class RemotePlanView(QWidget):
    """The plan of the edition in the context; loads by itself when it is shown.

    Signals:
        talk_activated, talk_opened: show or read this talk (EntryRef).
        stars_changed: stars were stored: load the programme again.
        failed: something could not be read or stored; holds the exception.
    """

    talk_activated = Signal(object)
    talk_opened = Signal(object)
    stars_changed = Signal()
    failed = Signal(object)

    def __init__(
        self, look: Look, services: Services, runner: TaskRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._services, self._runner = look, services, runner
        self._context = ViewContext()
        self._loaded = _Loaded()
        self._undo: dict[EntryRef, Star] = {}
        self.where = Segments(translate("Remote", "How you attend"))
        self.where.add(AFAR, translate("Remote", "Online"))
        self.where.add(SITE, translate("Remote", "On site, jet-lagged"))
        self._place = AFAR
        self.where.chosen.connect(self.show_place)
        self._build_choices()
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        self.summary.setProperty("kind", "dim")
        self.apply_button = QPushButton(translate("Remote", "Star what is live"))
        self.apply_button.setProperty("kind", "primary")
        tip = translate(
            "Remote",
            "Live talks get a star, those to watch later a half star, those by night none. "
            "Talks that have a star keep it.",
        )
        self.apply_button.setToolTip(tip)
        self.apply_button.setAccessibleDescription(tip)
        self.apply_button.clicked.connect(self.apply)
        self.undo_button = QPushButton(translate("Remote", "Undo"))
        self.undo_button.clicked.connect(self.undo)
        self.undo_button.hide()
        self.list = RichList(look, translate("Remote", "Talks as seen from your zone"))
        self.list.talk_activated.connect(self.talk_activated)
        self.list.talk_opened.connect(self.talk_opened)
        self.empty = EmptyWords()
        self._arrange()

    def _build_choices(self) -> None:
        self.zone = QComboBox()
        self.zone.setEditable(True)
        self.zone.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.zone.setAccessibleName(translate("Remote", "Your time zone"))
        # As wide as this many letters: hundreds of names would have to be measured.
        self.zone.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.zone.setCurrentText(reader_zone_name())
        if completer := self.zone.completer():
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.zone.setMinimumContentsLength(22)
        self.zone.activated.connect(self.reload)
        edit = self.zone.lineEdit()
        assert edit is not None  # noqa: S101 - the box is editable
        edit.editingFinished.connect(self.reload)
        edit.setAccessibleName(self.zone.accessibleName())
        self.awake_from = _clock(translate("Remote", "Awake from"), "07:00", _HALF_HOURS[:-1])
        self.awake_to = _clock(translate("Remote", "Awake until"), "23:00", _HALF_HOURS[1:])
        for clock in (self.awake_from, self.awake_to):
            clock.activated.connect(self.reload)
        self.verdicts = {
            verdict: Chip(self._look, verdict_words(verdict), verdict) for verdict in Verdict
        }
        for chip in self.verdicts.values():
            chip.setChecked(True)
            chip.toggled.connect(self._show)

    def _arrange(self) -> None:
        bar = QFrame()
        bar.setObjectName("dayBar")
        column = QVBoxLayout(bar)
        column.setContentsMargins(16, 10, 12, 10)
        column.setSpacing(8)
        until = QLabel(translate("Remote", "to", "between two times of day"))
        awake = QLabel(translate("Remote", "awake"))
        for words in (until, awake):
            words.setProperty("kind", "dim")
        first = (self.where, self.zone, awake, self.awake_from, until, self.awake_to)
        column.addWidget(_flow(*first))
        column.addWidget(self.summary)
        column.addWidget(_flow(*self.verdicts.values(), self.apply_button, self.undo_button))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.empty, 1)
        self.where.set_value(AFAR)

    # --- what is shown -------------------------------------------------------------------------

    @property
    def awake(self) -> str:
        """Such as `07:00-23:00`; until midnight is `24:00`."""
        return f"{self.awake_from.currentText()}-{self.awake_to.currentText()}"

    def set_context(self, context: ViewContext) -> None:
        """Another edition, a star, or a minute has passed."""
        self._context = context
        if self.isVisible():
            # In the next turn: a star that was just set is then ahead in the database lane.
            QTimer.singleShot(0, self, self.reload)

    def reload(self) -> None:
        """Plan again: after a sync, a star, or other choices."""
        services, key, awake = self._services, self._context.key, self.awake
        name = self.zone.currentText().strip() or LOCAL
        if not key:
            self._on_loaded(_Loaded())
            return
        self._runner.run(
            Lane.DATABASE,
            lambda _task: _load(services, key, name, awake),
            self._on_loaded,
            failed=self._on_failed,
            key="remote",
        )

    def show_place(self, place: str) -> None:
        """`afar`, or `site` for the jet lag of those who travelled."""
        self._place = place
        self.where.set_value(place)
        self._show()

    def focus_content(self) -> None:
        """Give the keyboard to the list."""
        (self.list if self.list.isVisible() else self.zone).setFocus()

    def selected_refs(self) -> tuple[EntryRef, ...]:
        """The talk that commands act on."""
        row = self.list.current_row()
        return (row.ref,) if row and row.ref else ()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.reload()

    def _on_loaded(self, loaded: _Loaded) -> None:
        self._loaded = loaded
        if not self.zone.count():
            self._offer_zones(loaded.zones)
        self._show()

    def _offer_zones(self, names: Sequence[str]) -> None:
        """To choose from; what was chosen or typed meanwhile stays."""
        text = self.zone.currentText()
        self.zone.addItems(list(names))
        self.zone.setCurrentIndex(self.zone.findText(text))
        self.zone.setCurrentText(text)

    def _on_failed(self, error: Exception) -> None:
        """A zone half typed is no failure to shout about: it is said in the place of the plan."""
        if isinstance(error, UsageError):
            self.empty.show_instead(self.list, words=error_text(error))
        else:
            self.failed.emit(error)

    def _show(self) -> None:
        loaded, is_afar = self._loaded, self._place == AFAR
        for chip in (*self.verdicts.values(), self.apply_button):
            chip.setVisible(is_afar and bool(loaded.afar))
        self.undo_button.setVisible(is_afar and bool(self._undo))
        if not loaded.afar:
            self.summary.setText("")
            self.empty.show_instead(self.list, words=_empty_words())
            return
        wanted = {verdict for verdict, chip in self.verdicts.items() if chip.isChecked()}
        rows = plan_rows(loaded.afar, wanted) if is_afar else loaded.site
        self.summary.setText(loaded.summary if is_afar else _site_words())
        self.list.set_rows(rows)
        words = "" if rows else translate("Remote", "No talk fits these filters.")
        self.empty.show_instead(self.list, words=words)

    # --- stars ---------------------------------------------------------------------------------

    def apply(self) -> None:
        """Turn the plan into stars, behind the window."""
        services, key, awake = self._services, self._context.key, self.awake
        name = self.zone.currentText().strip() or LOCAL
        self._runner.run(
            Lane.DATABASE,
            lambda _task: services.remote.apply(key, name, awake),
            self._on_applied,
            failed=self._on_failed,
        )

    def undo(self) -> None:
        """Take the stars of the last click back."""
        services, refs = self._services, tuple(self._undo)
        self._undo = {}
        self._runner.run(
            Lane.DATABASE,
            lambda _task: services.bookmarks.set_star(refs, Star.NONE),
            self._on_undone,
            failed=self.failed.emit,
        )

    def _on_applied(self, new: Mapping[EntryRef, Star]) -> None:
        self._undo = dict(new)
        words = translate("Remote", "Undo %n star(s)", "", len(new))
        self.undo_button.setText(words)
        self.undo_button.setAccessibleName(words)
        self._stars_moved()

    def _on_undone(self, _nothing: object) -> None:
        self._stars_moved()

    def _stars_moved(self) -> None:
        self.stars_changed.emit()
        self.reload()


def _clock(name: str, chosen: str, times: Sequence[str]) -> QComboBox:
    made = QComboBox()
    made.addItems(list(times))
    made.setCurrentText(chosen)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    made.setAccessibleName(name)
    made.setToolTip(name)
    return made


def _flow(*widgets: QWidget) -> QWidget:
    box = QWidget()
    flow = FlowLayout(box)
    for widget in widgets:
        flow.addWidget(widget)
    return box


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


def _load(services: Services, key: str, name: str, awake: str) -> _Loaded:
    """Runs in the database lane."""
    info = services.editions.get(key)
    zones = _zone_names()
    if info.stored is None:
        return _Loaded(zones=zones)
    plan = services.remote.plan(key, name, awake)
    entries = {entry.ref: entry for entry in services.programme.entries(key)}
    home, venue = shown_zone(name, LOCAL), zone(info.timezone or "UTC")
    return _Loaded(
        summary=counts_words(plan),
        afar=plan_days(plan, entries, home, venue),
        site=jet_lag_rows(services.remote.jet_lag(key, name, awake), venue),
        zones=zones,
    )


@cache
def _zone_names() -> tuple[str, ...]:
    """All that this computer knows: hundreds of files are looked at."""
    return tuple(sorted(available_timezones()))
