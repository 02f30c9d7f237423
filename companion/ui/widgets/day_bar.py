"""The days of a programme as chips, and the way to now."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
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
from companion.ui.widgets.more_beside import MoreBeside
from companion.ui.widgets.segments import Segments


class DayChip(QAbstractButton):
    """One day: its weekday over its number. None is for what has no time yet."""

    def __init__(self, look: Look, day: date | None, *, is_today: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.day = day
        self._is_today = is_today
        self._is_short = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        name = translate("Days", "Not yet scheduled") if day is None else long_day_text(day)
        if is_today:
            name = translate("Days", "{day}, today").format(day=name)
        self.setAccessibleName(name)
        self.setToolTip(name)

    def _words(self, *, is_short: bool) -> tuple[str, str]:
        if self.day is None:
            if is_short:
                return translate("Days", "No", "no time yet, over “time”"), translate(
                    "Days", "time"
                )
            return translate("Days", "Without"), translate("Days", "time")
        if self._is_today and is_short:
            return translate("Days", "Today", "over the date, narrow"), str(self.day.day)
        if self._is_today:
            return translate("Days", "Today"), f"{weekday_text(self.day)} {self.day.day}"
        return weekday_text(self.day, is_short=is_short), str(self.day.day)

    def words(self) -> tuple[str, str]:
        """What is written on it, over each other."""
        return self._words(is_short=self._is_short)

    def set_short(self, *, is_short: bool) -> None:
        """Narrower, with shorter words, where there is little room."""
        if is_short != self._is_short:
            self._is_short = is_short
            self.updateGeometry()
            self.update()

    def width_for(self, *, is_short: bool) -> int:
        """How wide it is in either form."""
        top, bottom = self._words(is_short=is_short)
        small = QFontMetrics(self._look.font(CAPTION))
        strong = QFontMetrics(self._look.font(BODY, BOLD))
        width = max(small.horizontalAdvance(top), strong.horizontalAdvance(bottom))
        if self._is_today and not is_short:
            # The mark of today stands beside the upper words, never on them.
            width = max(width, small.horizontalAdvance(top) + 10)
        return max(width + 10, 30) if is_short else max(width + 16, 42)

    def sizeHint(self) -> QSize:
        small = QFontMetrics(self._look.font(CAPTION))
        strong = QFontMetrics(self._look.font(BODY, BOLD))
        height = small.height() + strong.height() + 12
        return QSize(self.width_for(is_short=self._is_short), height)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, box = self._look, self.rect().adjusted(1, 1, -1, -1)
        top, bottom = self.words()
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
        painter.drawText(upper, Qt.AlignmentFlag.AlignCenter, top)
        painter.setPen(look.color("accent" if self.isChecked() else "text"))
        painter.setFont(look.font(BODY, BOLD))
        lower = box.adjusted(0, half - 1, 0, -4)
        painter.drawText(lower, Qt.AlignmentFlag.AlignCenter, bottom)
        if self._is_today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("now"))
            inset = 6 if self._is_short else 9
            painter.drawEllipse(box.right() - inset, box.top() + inset - 4, 5, 5)
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
        earlier, later = translate("Days", "Earlier days"), translate("Days", "Later days")
        self.more = MoreBeside(look, self._scroll, earlier, later)
        self._tools: list[QWidget] = []
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
        look.changed.connect(self._on_look_changed)
        self._on_look_changed()

    def add_tool(self, widget: QWidget) -> None:
        """Put a control at the right end (the switch between list and timetable)."""
        layout = self.layout()
        if layout is not None:
            layout.addWidget(widget)
            self._tools.append(widget)

    def set_days(self, days: Sequence[date | None], chosen: date | None, today: date) -> None:
        """Show these days."""
        if tuple(days) != self._days or today != self._today:
            self._days, self._today = tuple(days), today
            self._rebuild()
        for chip in self.chips:
            if chip.day == chosen:
                chip.setChecked(True)
        self._now.setVisible(today in self._days)
        self._fit()

    @property
    def chips(self) -> tuple[DayChip, ...]:
        """One for each day, in order."""
        return tuple(chip for chip in self._group.buttons() if isinstance(chip, DayChip))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """First the controls give up their words, then the days; the one chosen is in sight."""
        layout = self.layout()
        if layout is None or not self.chips:
            return
        space = self._row.spacing()
        full = sum(chip.width_for(is_short=False) + space for chip in self.chips)
        self._set_compact(is_compact=False)
        room = self.width() - self._taken()
        if full > room:
            self._set_compact(is_compact=True)
            room = self.width() - self._taken()
        for chip in self.chips:
            chip.set_short(is_short=full > room)
        layout.activate()
        self._show_chosen()
        self.more.fit()

    def _taken(self) -> int:
        """The width of everything but the days."""
        layout = self.layout()
        if layout is None:
            return 0
        edges = layout.contentsMargins()
        shown = [tool for tool in (self._now, *self._tools) if not tool.isHidden()]
        controls = sum(tool.sizeHint().width() + layout.spacing() for tool in shown)
        return edges.left() + edges.right() + controls

    def _set_compact(self, *, is_compact: bool) -> None:
        style = Qt.ToolButtonStyle
        self._now.setToolButtonStyle(
            style.ToolButtonIconOnly if is_compact else style.ToolButtonTextOnly
        )
        for tool in self._tools:
            if isinstance(tool, Segments):
                tool.set_compact(is_compact=is_compact)

    def _show_chosen(self) -> None:
        chosen = self._group.checkedButton()
        if chosen is not None:
            self._scroll.ensureWidgetVisible(chosen, self._look.fonts.px(28), 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Days out of sight come by the wheel, whichever way it turns."""
        bar = self._scroll.horizontalScrollBar()
        turn = event.angleDelta()
        bar.setValue(bar.value() - (turn.y() or turn.x()) // 2)

    def _on_look_changed(self) -> None:
        size = self._look.fonts.px(16)
        self._now.setIcon(self._look.icon("crosshair", "text", size))
        self._now.setIconSize(QSize(size, size))
        if self._days:
            self._scroll.setFixedHeight(self._chips.sizeHint().height())
        self._fit()
        self.update()

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
