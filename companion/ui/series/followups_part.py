"""What a talk carries on and what carries it on: a section of the talk's page."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from companion.domain.entry import Entry, EntryRef
from companion.domain.series.decisions import FollowUpDecision
from companion.domain.series.followups import Confidence
from companion.services.follow_ups import Direction, RelatedTalk
from companion.services.registry import Services
from companion.ui.context import ViewContext, talk_colors
from companion.ui.i18n import edition_title, labelled, translate
from companion.ui.series.words import confidence_words, reasons_words
from companion.ui.service_jobs import ServiceJobs
from companion.ui.tasks import TaskRunner
from companion.ui.theme import Look
from companion.ui.views.talk_parts import Section, TalkLine
from companion.ui.widgets.flow_layout import flowing
from companion.ui.widgets.labels import label
from companion.ui.words import talk_title

_GREY = "#737f97"


@dataclass(frozen=True, slots=True)
class _Loaded:
    found: tuple[RelatedTalk, ...] = ()
    entries: Mapping[EntryRef, Entry] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    colors: Mapping[EntryRef, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Last:
    other: EntryRef
    before: FollowUpDecision | None
    words: str


class FollowUpsPart(Section):
    """Hidden while there is nothing to tell; put it into a page and call `show_talk`.

    Signals:
        talk_requested: show another talk (EntryRef).
        failed: something could not be read or stored; holds the exception.
    """

    talk_requested = Signal(object)
    failed = Signal(object)

    def __init__(self, look: Look, services: Services, runner: TaskRunner) -> None:
        super().__init__(translate("FollowUps", "In other editions"))
        self._look = look
        self._jobs = ServiceJobs(services, runner, self.failed.emit)
        self._ref: EntryRef | None = None
        self._loaded = _Loaded()
        self._last: _Last | None = None
        self.hide()
        look.changed.connect(self._show)

    def show_talk(self, ref: EntryRef | None, context: ViewContext | None = None) -> None:
        """What belongs to another talk; None for no talk."""
        del context
        if ref != self._ref:
            self._ref, self._loaded, self._last = ref, _Loaded(), None
            self._show()
        self._reload()

    def _reload(self) -> None:
        ref = self._ref
        if ref is None:
            self._jobs.drop("followups")
        else:
            self._jobs.run(lambda services: _load(services, ref), self._on_loaded, key="followups")

    def _on_loaded(self, loaded: _Loaded) -> None:
        self._loaded = loaded
        self._show()

    def _show(self) -> None:
        look = (self._look.tokens.name, self._look.fonts.scale)
        self.fill((self._loaded, self._last, look), self._widgets)

    def _widgets(self) -> list[QWidget]:
        made = [self._related(item) for item in self._loaded.found]
        if self._last:
            made.append(self._undo_row(self._last))
        return made

    # --- one related talk ----------------------------------------------------------------------

    def _related(self, item: RelatedTalk) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(2)
        entry = self._loaded.entries.get(item.talk.ref)
        if entry is not None:
            color = self._loaded.colors.get(entry.ref, _GREY)
            line = TalkLine(self._look, entry, color, self._role(item))
            line.clicked.connect(lambda: self.talk_requested.emit(entry.ref))
            column.addWidget(line)
        why = label("caption", text=why_words(item))
        why.setContentsMargins(18, 0, 0, 0)
        column.addWidget(why)
        indented = QHBoxLayout()
        indented.setContentsMargins(20, 0, 0, 0)
        indented.addWidget(self._buttons(item))
        column.addLayout(indented)
        return box

    def _role(self, item: RelatedTalk) -> str:
        key = item.talk.ref.edition_key
        edition = self._loaded.titles.get(key, key)
        if item.direction is Direction.PREDECESSOR:
            return translate("FollowUps", "Carries on this talk of {edition}").format(
                edition=edition
            )
        return translate("FollowUps", "Carried on in {edition}").format(edition=edition)

    def _buttons(self, item: RelatedTalk) -> QWidget:
        ref, title = item.talk.ref, talk_title(item.talk.contribution.title)
        dismiss = self._button(ref, translate("FollowUps", "Dismiss"), title, confirmed=False)
        if item.confidence is Confidence.CONFIRMED:
            return flowing(dismiss)
        return flowing(self._button(ref, translate("FollowUps", "Confirm"), title), dismiss)

    def _button(
        self, other: EntryRef, words: str, title: str, *, confirmed: bool = True
    ) -> QPushButton:
        made = QPushButton(words)
        made.setProperty("kind", "link")
        made.setAccessibleName(labelled(words, title))
        made.clicked.connect(lambda: self.decide(other, confirmed=confirmed))
        return made

    # --- decisions -----------------------------------------------------------------------------

    def decide(self, other: EntryRef, *, confirmed: bool) -> None:
        """Confirm that the talk shown and another one belong together, or dismiss it."""
        ref = self._ref
        if ref is None:
            return
        words = (
            translate("FollowUps", "You confirmed it.")
            if confirmed
            else translate("FollowUps", "You dismissed one.")
        )
        self._jobs.run(
            lambda services: _Last(
                other, services.follow_ups.decide(ref, other, confirmed=confirmed), words
            ),
            self._on_decided,
        )

    def undo(self) -> None:
        """Take the last decision back."""
        last, ref = self._last, self._ref
        if last is None or ref is None:
            return
        before = last.before.confirmed if last.before else None
        self._last = None
        self._jobs.run(
            lambda services: services.follow_ups.decide(ref, last.other, confirmed=before),
            self._on_undone,
        )

    def _on_decided(self, last: _Last) -> None:
        self._last = last
        self._reload()

    def _on_undone(self, _before: FollowUpDecision | None) -> None:
        self._reload()

    def _undo_row(self, last: _Last) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(20, 0, 0, 0)
        row.addWidget(label("caption", text=last.words))
        button = QPushButton(translate("FollowUps", "Undo"))
        button.setProperty("kind", "link")
        button.setAccessibleName(labelled(button.text(), last.words))
        button.clicked.connect(self.undo)
        row.addWidget(button)
        row.addStretch(1)
        return box


def why_words(item: RelatedTalk) -> str:
    """`Very likely: Ada Abel in both; both about shadows`."""
    confidence = confidence_words(item.confidence)
    if item.confidence is Confidence.CONFIRMED:
        return confidence[:1].upper() + confidence[1:]
    return translate("FollowUps", "{confidence}: {reasons}").format(
        confidence=confidence[:1].upper() + confidence[1:], reasons=reasons_words(item.reasons)
    )


def _load(services: Services, ref: EntryRef) -> _Loaded:
    """Runs in the database lane."""
    found = services.follow_ups.of_talk(ref)
    if not found:
        return _Loaded()
    keys = dict.fromkeys(item.talk.ref.edition_key for item in found)
    lists = [services.programme.entries(key) for key in keys]
    titles = {info.key: edition_title(info.edition.title) for info in services.editions.list()}
    known = {entry.ref: entry for entries in lists for entry in entries}
    return _Loaded(found, known, titles, talk_colors(lists))
