"""What is behind one line of a comparison: why it stands there, and its talks then and now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import tzinfo
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from companion.domain.entry import Entry, EntryRef
from companion.domain.times import day_of
from companion.ui.format import day_text, time_text
from companion.ui.i18n import translate
from companion.ui.theme import Look
from companion.ui.views.talk_parts import Section, TalkLine
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.labels import label
from companion.ui.words import speakers_line

_FIRST, _STEP = 30, 60
"""Each talk is a widget; an organisation may have hundreds, which would be felt."""


@dataclass(frozen=True, slots=True)
class Behind:
    """What the panel shows.

    Attributes:
        lines: under the title, each a paragraph.
        then, now: talks in both editions.
        choices: buttons: what they are called in code, and their words.
        value: what the buttons decide about.
    """

    title: str
    lines: tuple[str, ...] = ()
    then: tuple[EntryRef, ...] = ()
    now: tuple[EntryRef, ...] = ()
    choices: tuple[tuple[str, str], ...] = ()
    value: object = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Programmes:
    """Talks of the editions compared, to name them.

    Attributes:
        titles: of the earlier and the later edition.
        zones: edition key → the conference's zone.
        colors: session colours by reference.
    """

    entries: Mapping[EntryRef, Entry] = field(default_factory=dict)
    titles: tuple[str, str] = ("", "")
    zones: Mapping[str, tzinfo] = field(default_factory=dict)
    colors: Mapping[EntryRef, str] = field(default_factory=dict)

    def when(self, entry: Entry) -> str:
        """`Mon 25 Nov 09:00` in the conference's zone; empty without a time."""
        zone = self.zones.get(entry.ref.edition_key)
        if entry.start_dt is None or zone is None:
            return translate("Series", "not yet scheduled")
        return f"{day_text(day_of(entry.start_dt, zone))} {time_text(entry.start_dt, zone)}"


class TitledSection(Section):
    """A section whose heading can change."""

    def __init__(self) -> None:
        super().__init__("")
        heading = self.findChild(QLabel)
        assert heading is not None  # noqa: S101 - every section has one
        self._heading = heading

    def set_title(self, title: str) -> None:
        """Another heading."""
        self._heading.setText(title.upper())


class TalksPanel(QScrollArea):
    """The panel.

    Signals:
        talk_opened: go and read this talk (EntryRef).
        decided: a button was pressed: its name and the value of what is shown.
    """

    talk_opened = Signal(object)
    decided = Signal(str, object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.behind: Behind | None = None
        self._programmes = Programmes()
        self._most = _FIRST
        self.hint = label("dim", text=translate("Series", "Choose a line to see its talks here."))
        self.title = label("reading", selectable=True)
        self.words = label("dim", selectable=True)
        self._choices = QWidget()
        self._flow = FlowLayout(self._choices)
        self.buttons: tuple[QPushButton, ...] = ()
        self.then, self.now = TitledSection(), TitledSection()
        body = QWidget()
        body.setObjectName("talkBody")
        self._rows = layout = QVBoxLayout(body)
        layout.setContentsMargins(20, 16, 16, 16)
        layout.setSpacing(6)
        for widget in (self.hint, self.title, self.words, self._choices, self.then, self.now):
            layout.addWidget(widget)
        layout.addStretch(1)
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumWidth(220)
        self.setAccessibleName(translate("Series", "Talks of the line chosen"))
        look.changed.connect(self._refresh)
        self.show_behind(None, Programmes())

    def show_behind(self, behind: Behind | None, programmes: Programmes) -> None:
        """Show another line's talks; None for no line."""
        self.behind, self._programmes = behind, programmes
        self._most = _FIRST
        self._refresh()

    def add_tool(self, button: QPushButton) -> None:
        """A button under the title."""
        place = self._rows.indexOf(self.words)
        self._rows.insertWidget(place, button, 0, Qt.AlignmentFlag.AlignLeft)

    def _refresh(self) -> None:
        behind = self.behind
        self.hint.setVisible(behind is None)
        shown = behind or Behind("")
        self.title.setText(shown.title)
        self.title.setFont(self._look.font(15, 600))
        self.title.setVisible(bool(shown.title))
        self.words.setText("\n".join(shown.lines))
        self.words.setVisible(bool(shown.lines))
        self._fill_choices(shown)
        for section, refs, title in zip(
            (self.then, self.now), (shown.then, shown.now), self._programmes.titles, strict=True
        ):
            section.set_title(title)
            look = (self._look.tokens.name, self._look.fonts.scale)
            section.fill((refs, title, look, self._most), partial(self._talk_lines, refs))

    def _fill_choices(self, behind: Behind) -> None:
        for old in self.buttons:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.buttons = tuple(self._button(*choice, behind) for choice in behind.choices)
        for button in self.buttons:
            self._flow.addWidget(button)
        self._choices.setVisible(bool(self.buttons))

    def _button(self, name: str, words: str, behind: Behind) -> QPushButton:
        made = QPushButton(words)
        made.setAccessibleName(words)
        made.clicked.connect(lambda: self.decided.emit(name, behind.value))
        return made

    def _talk_lines(self, refs: Sequence[EntryRef]) -> list[QWidget]:
        known = self._programmes.entries
        entries = [known[ref] for ref in refs if ref in known]
        lines: list[QWidget] = [self._talk_line(entry) for entry in entries[: self._most]]
        hidden = len(entries) - self._most
        return [*lines, self._more_button(hidden)] if hidden > 0 else lines

    def _more_button(self, hidden: int) -> QPushButton:
        made = QPushButton(translate("Series", "%n more talk(s)", "", hidden))
        made.setProperty("kind", "link")
        made.clicked.connect(self._show_more)
        return made

    def _show_more(self) -> None:
        self._most += _STEP
        self._refresh()

    def _talk_line(self, entry: Entry) -> TalkLine:
        why = " · ".join(filter(None, (self._programmes.when(entry), speakers_line(entry))))
        color = self._programmes.colors.get(entry.ref, "#737f97")
        made = TalkLine(self._look, entry, color, why)
        made.clicked.connect(lambda: self.talk_opened.emit(entry.ref))
        return made
