"""What changed in the programmes: by sync, then by talk, in words."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from companion.domain.entry import EntryRef
from companion.domain.news import NewsKind
from companion.domain.times import zone
from companion.services.registry import Services
from companion.ui.changes.chips import Chip
from companion.ui.changes.groups import TalkNews, Wanted, grouped, rows
from companion.ui.changes.rich_list import RichList
from companion.ui.changes.told import kind_words
from companion.ui.context import ViewContext
from companion.ui.format import ago_text
from companion.ui.i18n import edition_title, translate
from companion.ui.tasks import TaskRunner
from companion.ui.theme import Look
from companion.ui.views.empty_words import EmptyWords
from companion.ui.views.loading_view import LoadingView
from companion.ui.widgets.flow_layout import flowing
from companion.ui.widgets.segments import Segments

SINCE, ALL = "since", "all"
_MOST = 4000


@dataclass(frozen=True, slots=True)
class _Loaded:
    items: tuple[TalkNews, ...]
    looked_dt: datetime | None


class ChangesView(LoadingView):
    """Loads by itself when it is shown and after `reload`; leaving it counts as having looked.

    Signals:
        talk_activated: show this talk (EntryRef) beside the view.
        talk_opened: go and read it.
        talk_clicked: a talk was clicked.
        unseen_changed: how many changed talks were not looked at yet; for a badge.
    """

    talk_activated = Signal(object)
    talk_opened = Signal(object)
    talk_clicked = Signal(object)
    unseen_changed = Signal(int)

    def __init__(
        self, look: Look, services: Services, runner: TaskRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, services, runner, parent)
        self._context = ViewContext()
        self._items: tuple[TalkNews, ...] = ()
        self._looked_dt: datetime | None = None
        self._is_loaded = False
        self._scope = ""
        self.unseen = 0
        self.scope = Segments(translate("Changes", "Which changes"))
        self.scope.add(SINCE, translate("Changes", "Since I last looked"))
        self.scope.add(ALL, translate("Changes", "All"))
        self.scope.chosen.connect(self._on_scope_chosen)
        self.summary = QLabel()
        self.summary.setProperty("kind", "caption")
        self.summary.setMinimumWidth(1)
        self.mine = Chip(look, translate("Changes", "Only mine"))
        self.mine.toggled.connect(self._show)
        self.kinds = {kind: Chip(look, kind_words(kind), kind) for kind in NewsKind}
        self.list = RichList(look, translate("Changes", "Changes"))
        self.list.talk_activated.connect(self.talk_activated)
        self.list.talk_opened.connect(self.talk_opened)
        self.list.talk_clicked.connect(self.talk_clicked)
        self.empty = EmptyWords()
        self._arrange()
        self.entered.connect(self.reload)
        self.left.connect(self._on_left)

    def _arrange(self) -> None:
        bar = QFrame()
        bar.setObjectName("dayBar")
        column = QVBoxLayout(bar)
        column.setContentsMargins(16, 10, 12, 10)
        column.setSpacing(8)
        top = QHBoxLayout()
        top.addWidget(self.scope)
        top.addWidget(self.summary, 1)
        column.addLayout(top)
        for chip in self.kinds.values():
            chip.toggled.connect(self._show)
        column.addWidget(flowing(self.mine, *self.kinds.values()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.empty, 1)

    # --- what is shown -------------------------------------------------------------------------

    def set_context(self, context: ViewContext) -> None:
        """Other zones, a star, or a minute has passed."""
        before, self._context = self._context, context
        is_other_zone = (context.zone, context.event_zone) != (before.zone, before.event_zone)
        if self.isVisible() or (is_other_zone and self._is_loaded):
            # In the next turn: a star that was just set is then ahead in the database lane.
            QTimer.singleShot(0, self, self.reload)

    def reload(self) -> None:
        """Read the record again: at start, and after each sync and star."""
        context = self._context
        self.jobs.run(lambda services: _load(services, context), self._on_loaded, key="changes")

    def selected_refs(self) -> tuple[EntryRef, ...]:
        """The talks that commands act on."""
        return self.list.selected_refs()

    def select(self, ref: EntryRef) -> bool:
        """Bring a talk in sight; False if nothing of it is shown."""
        return self.list.select(ref)

    def focus_content(self) -> None:
        """Give the keyboard to the list; to the filters where it is empty."""
        if self.list.current_row() is None:
            self.list.select_first()
        (self.list if self.list.isVisible() else self.mine).setFocus()

    def wanted(self) -> Wanted:
        """What the filters let through."""
        kinds = frozenset(kind for kind, chip in self.kinds.items() if chip.isChecked())
        return Wanted(self._scope == SINCE, self.mine.isChecked(), kinds)

    def clear_filters(self) -> None:
        """All changes of all talks."""
        for chip in (self.mine, *self.kinds.values()):
            chip.setChecked(False)
        self._on_scope_chosen(ALL)

    # --- slots ---------------------------------------------------------------------------------

    def _on_left(self) -> None:
        """What was listed is known now."""
        if self._is_loaded and self.unseen:
            self.jobs.run(lambda services: services.changes.note_look(), self._on_look_noted)

    def _on_look_noted(self, _nothing: None) -> None:
        self._tell_unseen(0)

    def _on_loaded(self, loaded: _Loaded) -> None:
        self._items, self._looked_dt, self._is_loaded = loaded.items, loaded.looked_dt, True
        self._tell_unseen(sum(item.is_unseen for item in loaded.items))
        if not self._scope:
            self._scope = SINCE if self.unseen else ALL
        self._show()

    def _tell_unseen(self, count: int) -> None:
        if count != self.unseen:
            self.unseen = count
            self.unseen_changed.emit(count)

    def _on_scope_chosen(self, value: str) -> None:
        self._scope = value
        self._show()

    def _show(self) -> None:
        wanted = self.wanted()
        self.scope.set_value(self._scope)
        self._count_chips(wanted)
        shown = rows(self._items, wanted, self._context.reader_zone, self._context.now)
        self.list.set_rows(shown)
        talks = len({row.ref for row in shown if row.ref is not None})
        words = "" if shown else self._empty_words(wanted)
        self.summary.setText(translate("Changes", "%n talk(s)", "", talks) if talks else "")
        self.empty.show_instead(self.list, words=words)
        if self.list.current_row() is None:
            self.list.select_first()

    def _count_chips(self, wanted: Wanted) -> None:
        """How many talks each kind would show; kinds that never occurred are left out."""
        scope = replace(wanted, kinds=frozenset())
        known = {kind for item in self._items for kind in item.kinds}
        counts = Counter(kind for item in self._items if scope.lets(item) for kind in item.kinds)
        for kind, chip in self.kinds.items():
            chip.setVisible(kind in known)
            chip.set_words(f"{kind_words(kind)} {counts[kind]}")
        self.mine.setVisible(bool(self._items))

    def _empty_words(self, wanted: Wanted) -> str:
        if not self._items:
            return translate(
                "Changes",
                "No programme has changed since it was first fetched.\n"
                "After each sync, what moved, was renamed, came or went stands here.",
            )
        if wanted.kinds or wanted.only_mine:
            return translate(
                "Changes",
                "No change fits these filters.\nSwitch some of them off to see more.",
            )
        if self._looked_dt is None:
            return ""
        return translate(
            "Changes",
            "Nothing has changed since you last looked, {ago}.\n"
            "Choose All to see what changed before.",
        ).format(ago=ago_text(self._looked_dt, self._context.now))


def _load(services: Services, context: ViewContext) -> _Loaded:
    """Runs in the database lane."""
    from companion.text.plain import to_text  # noqa: PLC0415 - not before something changed

    looked_dt = services.changes.last_look()
    infos = {info.key: info for info in services.editions.list()}

    def zone_of(key: str) -> tzinfo:
        info = infos.get(key)
        if context.zone != context.event_zone or info is None or not info.timezone:
            return context.zone
        return zone(info.timezone)

    titles = {key: edition_title(info.edition.title) for key, info in infos.items()}
    items = services.changes.news()[:_MOST]
    return _Loaded(grouped(items, looked_dt, zone_of, titles, to_text), looked_dt)
