"""The days of a programme as chips, and the way to now."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from companion.ui.fonts import BODY, BOLD, CAPTION
from companion.ui.format import long_day_text, weekday_text
from companion.ui.i18n import translate
from companion.ui.theme import Look


class DayChip(QAbstractButton):
    """One day: its weekday over its number. None is for what has no time yet."""

    def __init__(self, look: Look, day: date | None, *, is_today: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.day = day
        self._is_today = is_today
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._top, self._bottom = self._words()
        name = translate("Days", "Not yet scheduled") if day is None else long_day_text(day)
        if is_today:
            name = translate("Days", "{day}, today").format(day=name)
        self.setAccessibleName(name)
        self.setToolTip(name)

    def _words(self) -> tuple[str, str]:
        if self.day is None:
            return translate("Days", "Without"), translate("Days", "time")
        return weekday_text(self.day), str(self.day.day)

    def sizeHint(self) -> QSize:
        small = QFontMetrics(self._look.font(CAPTION))
        strong = QFontMetrics(self._look.font(BODY, BOLD))
        width = max(small.horizontalAdvance(self._top), strong.horizontalAdvance(self._bottom))
        return QSize(max(width + 16, 42), small.height() + strong.height() + 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, box = self._look, self.rect().adjusted(1, 1, -1, -1)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("tint" if self.isChecked() else "hover"))
            painter.drawRoundedRect(box, 8, 8)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(look.color("accent"))
            painter.drawRoundedRect(box, 8, 8)
        ink = "accent" if self.isChecked() else "dim"
        half = self.height() // 2
        painter.setPen(look.color(ink))
        painter.setFont(look.font(CAPTION))
        upper = box.adjusted(0, 4, 0, 0)
        upper.setBottom(half)
        painter.drawText(upper, Qt.AlignmentFlag.AlignCenter, self._top)
        painter.setPen(look.color("accent" if self.isChecked() else "text"))
        painter.setFont(look.font(BODY, BOLD))
        lower = box.adjusted(0, half - 1, 0, -4)
        painter.drawText(lower, Qt.AlignmentFlag.AlignCenter, self._bottom)
        if self._is_today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("now"))
            painter.drawEllipse(box.right() - 9, box.top() + 5, 5, 5)
        painter.end()


class DayBar(QFrame):
    """The chips.

    Signals:
        day_chosen: a person chose a day (date, or None for what has no time).
        now_requested: show what is on now.
    """

    day_chosen = Signal(object)
    now_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dayBar")
        self._look = look
        self._days: tuple[date | None, ...] = ()
        self._today: date | None = None
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._on_group_clicked)
        self._chips = QWidget()
        self._row = QHBoxLayout(self._chips)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        self._row.addStretch()
        self._scroll = _chip_scroll(self._chips)
        self._now = QToolButton()
        self._now.setText(translate("Days", "Now"))
        self._now.setProperty("kind", "small")
        self._now.setToolTip(translate("Days", "Jump to now (N)"))
        self._now.setAccessibleName(translate("Days", "Jump to now"))
        self._now.clicked.connect(self.now_requested)
        self._now.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 8, 12, 8)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self._now)
        look.changed.connect(self.update)

    def add_tool(self, widget: QWidget) -> None:
        """Put a control at the right end (the switch between list and timetable)."""
        layout = self.layout()
        if layout is not None:
            layout.addWidget(widget)

    def set_days(self, days: Sequence[date | None], chosen: date | None, today: date) -> None:
        """Show these days."""
        if tuple(days) != self._days or today != self._today:
            self._days, self._today = tuple(days), today
            self._rebuild()
        for chip in self._group.buttons():
            if isinstance(chip, DayChip) and chip.day == chosen:
                chip.setChecked(True)
                self._scroll.ensureWidgetVisible(chip, 24, 0)
        self._now.setVisible(today in self._days)

    def _rebuild(self) -> None:
        for chip in self._group.buttons():
            self._group.removeButton(chip)
            chip.hide()
            chip.deleteLater()
        for place, day in enumerate(self._days):
            chip = DayChip(
                self._look, day, is_today=day is not None and day == self._today, parent=self._chips
            )
            self._group.addButton(chip)
            self._row.insertWidget(place, chip)
            chip.show()  # else it counts for nothing in the height of the bar
        self._scroll.setFixedHeight(self._chips.sizeHint().height())

    def _on_group_clicked(self, chip: QAbstractButton) -> None:
        if isinstance(chip, DayChip):
            self.day_chosen.emit(chip.day)


def _chip_scroll(chips: QWidget) -> QScrollArea:
    """Many days scroll sideways; no bar is drawn for it."""
    scroll = QScrollArea()
    scroll.setWidget(chips)
    scroll.setWidgetResizable(True)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    chips.setAutoFillBackground(False)
    return scroll
