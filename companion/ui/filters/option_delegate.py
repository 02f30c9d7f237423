"""Paints a choice of the panel: a box with its state, its words, its number of talks."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from companion.domain.filters import Part
from companion.ui.delegates.text import Measure
from companion.ui.filters.options import GroupRow, OptionRow
from companion.ui.filters.words import part_text
from companion.ui.fonts import BODY, CAPTION, REGULAR, SMALL, STRONG
from companion.ui.models.roles import Role
from companion.ui.models.rows_model import Index
from companion.ui.theme import Look

_STATE = QStyle.StateFlag
_SIDE, _GAP = 16, 10


class OptionDelegate(QStyledItemDelegate):
    """Boxes: empty; filled with a tick for only these; outlined with a dash for all but these."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.refresh()
        look.changed.connect(self.refresh)

    def refresh(self) -> None:
        """The look changed."""
        fonts = self._look.fonts
        self._plain = Measure(fonts.font(BODY, REGULAR), fonts.px(18))
        self._strong = Measure(fonts.font(BODY, STRONG), fonts.px(18))
        self._small = Measure(fonts.font(CAPTION, tabular=True), fonts.px(17))
        self._heading = Measure(fonts.font(SMALL, STRONG), fonts.px(15))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option
        if isinstance(index.data(Role.ROW), GroupRow):
            return QSize(120, self._heading.height + (18 if index.row() else 8))
        return QSize(120, self._plain.height + 10)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, rect = index.data(Role.ROW), option.rect
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, GroupRow):
            top = rect.bottom() - self._heading.height - 3
            words = row.text.upper()
            self._write(painter, self._heading, "faint", rect.left() + _SIDE, top, words)
            return
        self._ground(painter, rect, option.state)
        left = self._box(painter, rect, row)
        right = self._count(painter, rect, row)
        top = rect.top() + (rect.height() - self._plain.height) // 2
        measure = self._plain if row.wanted is None else self._strong
        words = measure.elided(_words(row), right - left)
        is_dead = not row.count and row.wanted is None
        self._write(painter, measure, "faint" if is_dead else "text", left, top, words)

    def _ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        box = QRectF(rect).adjusted(6.5, 1.5, -6.5, -1.5)
        if state & _STATE.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.color("hover"))
            painter.drawRoundedRect(box, 6, 6)
        if state & _STATE.State_HasFocus:
            painter.setPen(QPen(self._look.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 6, 6)

    def _box(self, painter: QPainter, rect: QRect, row: OptionRow) -> int:
        """Draw the box; returns where the words begin."""
        look, size = self._look, self._look.fonts.px(16)
        left, top = rect.left() + _SIDE, rect.top() + (rect.height() - size) // 2
        box = QRectF(left + 0.5, top + 0.5, size - 1, size - 1)
        painter.setPen(QPen(look.color("outline" if row.wanted is None else "accent"), 1.4))
        painter.setBrush(look.color("accent" if row.wanted else "pane"))
        painter.drawRoundedRect(box, 4, 4)
        if row.wanted is not None:
            ratio = painter.device().devicePixelRatioF()
            name, color = ("check", "accent_text") if row.wanted else ("minus", "accent")
            inside = size - 4
            icon = look.icons.pixmap(name, getattr(look.tokens, color), inside, ratio)
            painter.drawPixmap(left + 2, top + 2, icon)
        return left + size + _GAP

    def _count(self, painter: QPainter, rect: QRect, row: OptionRow) -> int:
        """Write the number of talks; returns where the words must end."""
        text = str(row.count)
        left = rect.right() + 1 - _SIDE - round(self._small.width(text))
        top = rect.top() + (rect.height() - self._small.height) // 2
        self._write(painter, self._small, "dim", left, top, text)
        return left - 8

    def _write(
        self, painter: QPainter, measure: Measure, ink: str, left: int, top: int, text: str
    ) -> None:
        measure.write(painter, self._look.color(ink), left, top, text)


def _words(row: OptionRow) -> str:
    if row.wanted is not False:
        return row.text
    return part_text(Part(row.of, row.value, is_wanted=False))
