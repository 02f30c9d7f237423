"""All editions on one line, earliest first: a button per stop, joined by a line."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

from companion.domain.series.glance import EditionGlance, SeriesState
from companion.ui.delegates.text import Measure
from companion.ui.fonts import BODY, BOLD, SMALL, STRONG
from companion.ui.i18n import translate
from companion.ui.series.words import city_words, dates_words, state_words, states_words
from companion.ui.theme import Look

_NARROWEST = 62
_LINE_TOP = 14


class EditionStop(QAbstractButton):
    """One edition: a dot on the line, year, city, state."""

    def __init__(self, look: Look, item: EditionGlance, *, is_first: bool, is_last: bool) -> None:
        super().__init__()
        self.item = item
        self._look = look
        self._ends = (is_first, is_last)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        said = (item.title, city_words(item), dates_words(item), states_words(item))
        self.setAccessibleName(", ".join(said))
        self.setToolTip("\n".join(said))

    def sizeHint(self) -> QSize:
        px = self._look.fonts.px
        bold = Measure(self._look.font(SMALL, STRONG), px(16))
        words = max(bold.width(text) for text in self._words()[1:])
        return QSize(max(px(_NARROWEST), round(words) + 12), px(88))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _city(self) -> Measure:
        return Measure(self._look.font(SMALL), self._look.fonts.px(16))

    def _words(self) -> tuple[str, str, str]:
        item = self.item
        year = str(item.year or "?")
        state = state_words(item.state)
        if item.is_sample:
            state = translate("Series", "sample")
        return year, city_words(item), state

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        if self.isChecked() or self.underMouse() or self.hasFocus():
            is_lit = self.isChecked()
            painter.setPen(QPen(look.color("accent"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(look.color("tint" if is_lit else "hover"))
            painter.drawRoundedRect(box.adjusted(0, 22, 0, 0), 8, 8)
        self._paint_line(painter)
        self._paint_words(painter)
        painter.end()

    def _paint_line(self, painter: QPainter) -> None:
        look, item = self._look, self.item
        middle, y = self.width() / 2, float(_LINE_TOP)
        pen = QPen(look.color("outline"), 2)
        if item.is_sample:
            pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        if not self._ends[0]:
            painter.drawLine(QPointF(0, y), QPointF(middle, y))
        if not self._ends[1]:
            painter.drawLine(QPointF(middle, y), QPointF(self.width(), y))
        radius = 7.0 if self.isChecked() else 5.0
        is_here = SeriesState.DOWNLOADED in item.states
        painter.setPen(QPen(look.color("accent"), 2))
        painter.setBrush(look.color("accent" if is_here else "pane"))
        painter.drawEllipse(QPointF(middle, y), radius, radius)
        if SeriesState.NEXT in item.states or SeriesState.RUNNING in item.states:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(middle, y), radius + 4, radius + 4)

    def _paint_words(self, painter: QPainter) -> None:
        look, px = self._look, self._look.fonts.px
        year, city, state = self._words()
        is_main = self.item.state in {SeriesState.NEXT, SeriesState.RUNNING}
        lines = (
            (Measure(look.font(BODY, BOLD), px(18)), "text", year),
            (self._city(), "text", city),
            (Measure(look.font(SMALL, STRONG if is_main else 400), px(16)), "dim", state),
        )
        top = 28.0
        for measure, color, words in lines:
            shown = measure.elided(words, self.width() - 8)
            painter.setFont(measure.font)
            painter.setPen(look.color(color))
            left = (self.width() - measure.width(shown)) / 2
            painter.drawText(QPointF(left, top + measure.ascent), shown)
            top += measure.height


class TimeLine(QScrollArea):
    """The line; scrolls sideways where it does not fit.

    Signals:
        chosen: an edition was chosen (key).
    """

    chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._on_group_clicked)
        self.stops: tuple[EditionStop, ...] = ()
        self._inside = QWidget()
        self._inside.setObjectName("talkBody")
        self._row = QHBoxLayout(self._inside)
        self._row.setContentsMargins(8, 4, 8, 4)
        self._row.setSpacing(0)
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(translate("Series", "Editions in time"))
        look.changed.connect(self._on_look_changed)
        self._on_look_changed()

    def set_editions(self, items: Sequence[EditionGlance], key: str) -> None:
        """Show these, one of them chosen."""
        if [stop.item for stop in self.stops] != list(items):
            self._fill(items)
        for stop in self.stops:
            stop.setChecked(stop.item.key == key)
        QTimer.singleShot(0, self, self._show_chosen)

    def _fill(self, items: Sequence[EditionGlance]) -> None:
        had_focus = any(stop.hasFocus() for stop in self.stops)
        for old in self.stops:
            self._group.removeButton(old)
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        last = len(items) - 1
        self.stops = tuple(
            EditionStop(self._look, item, is_first=place == 0, is_last=place == last)
            for place, item in enumerate(items)
        )
        for place, stop in enumerate(self.stops):
            self._group.addButton(stop, place)
            self._row.addWidget(stop)
        if had_focus:
            self.focus_chosen()

    def focus_chosen(self) -> None:
        """Give the keyboard to the chosen edition."""
        for stop in self.stops:
            if stop.isChecked():
                stop.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows are for the stops, not for scrolling."""
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The chosen edition stays in sight."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._show_chosen)

    def _show_chosen(self) -> None:
        for stop in self.stops:
            if stop.isChecked():
                self.ensureWidgetVisible(stop)

    def _on_group_clicked(self, place: int) -> None:
        stop = self.stops[place]
        self.ensureWidgetVisible(stop)
        self.chosen.emit(stop.item.key)

    def _on_look_changed(self) -> None:
        self.setFixedHeight(self._look.fonts.px(88) + 24)
        for stop in self.stops:
            stop.updateGeometry()
            stop.update()
