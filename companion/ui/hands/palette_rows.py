"""The lines of the palette: a model, and how they are painted."""

from typing import Any

from PySide6.QtCore import (
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from companion.ui.delegates.text import Measure
from companion.ui.fonts import BODY, BOLD, CAPTION
from companion.ui.hands.choices import Choice
from companion.ui.hands.matching import shown_ranges
from companion.ui.marks import utf16_ranges
from companion.ui.models.roles import Role
from companion.ui.models.rows_model import Index, RowsModel
from companion.ui.theme import Look

_SIDE, _GAP = 14, 10
_STATE = QStyle.StateFlag


class ChoiceModel(RowsModel[Choice]):
    """A tuple of lines."""

    def said(self, row: Choice, role: int) -> Any:
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.sentence
        return row.title if role == Qt.ItemDataRole.DisplayRole else None


class ChoiceDelegate(QStyledItemDelegate):
    """Icon, title with the typed letters strong, detail, keys.

    Attributes:
        words: that were typed, folded.
    """

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.words: tuple[str, ...] = ()
        self.refresh()
        look.changed.connect(self.refresh)

    def refresh(self) -> None:
        """The look changed."""
        fonts = self._look.fonts
        self._title = Measure(fonts.font(BODY), fonts.px(18))
        self._small = Measure(fonts.font(CAPTION), fonts.px(17))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option, index
        return QSize(100, self.line_height)

    @property
    def line_height(self) -> int:
        """Of each line, logical pixels."""
        return self._title.height + 16

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        choice: Choice = index.data(Role.ROW)
        rect, tokens = option.rect, self._look.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, rect, option.state)
        size = self._look.fonts.px(16)
        ratio = painter.device().devicePixelRatioF()
        icon = self._look.icons.pixmap(choice.icon, tokens.dim, size, ratio)
        left = rect.left() + _SIDE
        painter.drawPixmap(left, rect.top() + (rect.height() - size) // 2, icon)
        left += size + _GAP
        right = self._keys(painter, rect, choice.keys)
        left += self._write_title(painter, rect, left, right - left, choice.title) + _GAP
        if choice.detail and right - left > 40:
            words = self._small.elided(choice.detail, right - left)
            top = rect.top() + (rect.height() - self._small.height) // 2
            painter.setPen(self._look.color("dim"))
            painter.setFont(self._small.font)
            painter.drawText(left, top + self._small.ascent, words)

    def _ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        box = QRectF(rect).adjusted(6, 1, -6, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if state & _STATE.State_Selected:
            painter.setBrush(self._look.color("tint"))
            painter.drawRoundedRect(box, 8, 8)
            painter.setBrush(self._look.color("accent"))
            painter.drawRoundedRect(QRectF(box.left(), box.top() + 7, 3, box.height() - 14), 2, 2)
        elif state & _STATE.State_MouseOver:
            painter.setBrush(self._look.color("hover"))
            painter.drawRoundedRect(box, 8, 8)

    def _write_title(self, painter: QPainter, rect: QRect, left: int, room: int, title: str) -> int:
        """Write the title with the typed letters strong; returns how wide it came out."""
        shown = self._title.elided(title, room)
        layout = QTextLayout(shown, self._title.font)
        formats = []
        for start, length in utf16_ranges(shown, shown_ranges(shown, self.words)):
            strong = QTextCharFormat()
            strong.setFontWeight(BOLD)
            part = QTextLayout.FormatRange()
            part.start, part.length, part.format = start, length, strong
            formats.append(part)
        layout.setFormats(formats)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(room + 40)
        layout.endLayout()
        top = rect.top() + (rect.height() - line.height()) / 2
        painter.setPen(self._look.color("text"))
        layout.draw(painter, QPointF(left, top))
        return round(line.naturalTextWidth())

    def _keys(self, painter: QPainter, rect: QRect, keys: str) -> int:
        """Write the keys on a plate at the right; returns where the room before it ends."""
        right = rect.right() + 1 - _SIDE
        if not keys:
            return right
        width, height = self._small.width(keys) + 12, self._small.height + 2
        box = QRectF(right - width, rect.top() + (rect.height() - height) / 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.color("chip"))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(self._look.color("dim"))
        painter.setFont(self._small.font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, keys)
        return round(box.left()) - _GAP
