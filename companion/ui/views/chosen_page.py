"""Several talks are selected: which, when, whether they overlap, and what can be done with all."""

from collections.abc import Sequence
from datetime import timedelta, tzinfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from companion.domain.bookmark import Star
from companion.domain.conflicts import overlaps
from companion.domain.entry import Entry
from companion.domain.times import day_of, elapsed
from companion.ui.context import ViewContext
from companion.ui.format import day_text, duration_text, time_range
from companion.ui.i18n import translate
from companion.ui.theme import Look
from companion.ui.views.talk_parts import TalkLine
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.labels import label, line

_MOST = 40
"""Of more talks the first ones are listed."""


class ChosenPage(QScrollArea):
    """See the module.

    Attributes:
        lines: a button for each talk listed.

    Signals:
        star_clicked, calendar_clicked, copy_clicked: for all of them.
        talk_requested: show one of them alone (EntryRef).
    """

    star_clicked = Signal()
    calendar_clicked = Signal()
    copy_clicked = Signal()
    talk_requested = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: tuple[object, ...] = ()
        self.lines: tuple[TalkLine, ...] = ()
        self.title = label("heading", selectable=True)
        self.words = label("dim", selectable=True)
        self.star = QPushButton(translate("Chosen", "Star"))
        self.calendar = QPushButton(translate("Chosen", "Export"))
        self.calendar.setAccessibleName(translate("Chosen", "Add to calendar"))
        self.calendar.setToolTip(self.calendar.accessibleName())
        self.copy = QPushButton(translate("Chosen", "Copy"))
        self.copy.setAccessibleName(translate("Chosen", "Copy titles and times"))
        self.copy.setToolTip(self.copy.accessibleName())
        self.more = label("caption")
        self._arrange()
        self.star.clicked.connect(self.star_clicked)
        self.calendar.clicked.connect(self.calendar_clicked)
        self.copy.clicked.connect(self.copy_clicked)
        look.changed.connect(self._dress)
        self._dress()

    def _arrange(self) -> None:
        buttons = QWidget()
        row = FlowLayout(buttons, spacing=6)
        for button in (self.star, self.calendar, self.copy):
            row.addWidget(button)
        listed = QWidget()
        self._list = QVBoxLayout(listed)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(2)
        body = QWidget()
        body.setObjectName("talkBody")
        column = QVBoxLayout(body)
        column.setContentsMargins(24, 24, 20, 24)
        column.setSpacing(10)
        for widget in (self.title, self.words, buttons, line(), listed, self.more):
            column.addWidget(widget)
        column.addStretch(1)
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_talks(self, talks: Sequence[Entry], zone: tzinfo, context: ViewContext) -> None:
        """Show what is selected, in the order of the list."""
        self.title.setText(translate("TalkMenu", "%n talk(s) selected", "", len(talks)))
        self.words.setText(_overlap_words(talks))
        self.star.setText(
            translate("Chosen", "Star")
            if any(talk.star is Star.NONE for talk in talks)
            else translate("Chosen", "Take the stars away")
        )
        hidden = len(talks) - _MOST
        self.more.setText(translate("Talk", "and %n more", "", max(hidden, 0)))
        self.more.setVisible(hidden > 0)
        shown = (tuple(talks[:_MOST]), zone, self._look.tokens.name, self._look.fonts)
        if shown != self._shown:
            self._shown = shown
            self._fill(talks[:_MOST], zone, context)

    def _fill(self, talks: Sequence[Entry], zone: tzinfo, context: ViewContext) -> None:
        for old in self.lines:
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.lines = tuple(
            TalkLine(self._look, talk, context.color_of(talk), _when(talk, zone)) for talk in talks
        )
        for made in self.lines:
            made.clicked.connect(self._on_line_clicked)
            self._list.addWidget(made)

    def _on_line_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, TalkLine):
            self.talk_requested.emit(sender.entry.ref)

    def _dress(self) -> None:
        self._look.dress(self.star, "star")
        self._look.dress(self.calendar, "calendar-plus")


def _when(talk: Entry, zone: tzinfo) -> str:
    """`Tue 26 Nov, 10:30 – 11:10 · Copland Theatre`."""
    if talk.start_dt is None or talk.end_dt is None:
        return translate("Row", "not yet scheduled")
    times = translate("Chosen", "{day}, {times}").format(
        day=day_text(day_of(talk.start_dt, zone)),
        times=time_range(talk.start_dt, talk.end_dt, zone),
    )
    return " · ".join(filter(None, (times, talk.room_name)))


def _overlap_words(talks: Sequence[Entry]) -> str:
    """How long all of them last, and how much of that is at the same time."""
    timed = [t for t in talks if t.start_dt and t.end_dt and not t.is_poster]
    lengths = (elapsed(t.start_dt, t.end_dt) for t in timed if t.start_dt and t.end_dt)
    whole = translate("Chosen", "{length} in all.").format(
        length=duration_text(sum(lengths, timedelta()))
    )
    # Each overlap is named at both of its talks.
    found = [overlap for items in overlaps(talks).values() for overlap in items]
    if not found:
        return " ".join((whole, translate("Chosen", "None of them overlap.")))
    shared = sum((item.duration for item in found), timedelta()) / 2
    words = translate("Chosen", "%n overlap(s), {length} at the same time.", "", len(found) // 2)
    return " ".join((whole, words.format(length=duration_text(shared))))
