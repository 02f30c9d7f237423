"""Paints the left column."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from companion.ui.delegates.row_state import RowState, state_of
from companion.ui.delegates.text import Measure
from companion.ui.fonts import BODY, CAPTION, REGULAR, STRONG
from companion.ui.models.roles import Role
from companion.ui.models.rows_model import Index
from companion.ui.models.side_model import SideRow
from companion.ui.theme import Look

_SIDE = 10


class SideDelegate(QStyledItemDelegate):
    """Editions as cards of two lines, views as single lines with a count."""

    def __init__(self, look: Look, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._look = look
        self.refresh()
        look.changed.connect(self.refresh)

    def refresh(self) -> None:
        """The look changed."""
        fonts = self._look.fonts
        self._strong = Measure(fonts.font(BODY, STRONG), fonts.px(18))
        self._plain = Measure(fonts.font(BODY, REGULAR), fonts.px(18))
        self._small = Measure(fonts.font(CAPTION), fonts.px(17))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option
        row: SideRow = index.data(Role.ROW)
        lines = bool(row.subtitle) + bool(row.state)
        padding = 18 if row.is_edition else 16
        return QSize(120, self._strong.height + lines * self._small.height + padding)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: SideRow = index.data(Role.ROW)
        rect, state = option.rect, state_of(self._view, index)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(rect).adjusted(8.5, 1.5, -8.5, -1.5)
        is_chosen = state.is_chosen
        self._ground(painter, box, row, state)
        left, right = rect.left() + 8 + _SIDE, rect.right() + 1 - 8 - _SIDE
        if row.icon:
            name = "accent" if is_chosen else "dim"
            color = getattr(self._look.tokens, name)
            ratio = painter.device().devicePixelRatioF()
            size = self._look.fonts.px(16)
            icon = self._look.icons.pixmap(row.icon, color, size, ratio)
            painter.drawPixmap(left, rect.top() + (rect.height() - size) // 2, icon)
            left += size + 10
        if row.note:
            right = self._note(painter, rect, row, right, is_chosen=is_chosen) - 8
        self._words(painter, rect, row, (left, right), is_chosen=is_chosen)

    def _words(
        self,
        painter: QPainter,
        rect: QRect,
        row: SideRow,
        span: tuple[int, int],
        *,
        is_chosen: bool,
    ) -> None:
        left, right = span
        is_strong = row.is_edition or is_chosen
        measure = self._strong if is_strong else self._plain
        ink = "dim" if row.is_dim else "text"
        if is_chosen and not row.is_edition:
            ink = "accent"
        below = [words for words in (row.subtitle, row.state) if words]
        height = measure.height + len(below) * self._small.height
        top = rect.top() + (rect.height() - height) // 2
        self._write(painter, measure, ink, left, top, measure.elided(row.title, right - left))
        top += measure.height
        for words in below:
            shown = self._small.elided(words, right - left)
            self._write(painter, self._small, "faint" if row.is_dim else "dim", left, top, shown)
            top += self._small.height

    def _note(
        self, painter: QPainter, rect: QRect, row: SideRow, right: int, *, is_chosen: bool
    ) -> int:
        """Write the note up to `right`; returns where it begins."""
        width, height = round(self._small.width(row.note)), self._small.height
        top = rect.top() + (rect.height() - height) // 2
        if row.is_badge:
            wide = max(width + 12, height)
            self._badge(painter, QRectF(right - wide, top, wide, height))
            left = right - (wide + width) // 2
            self._write(painter, self._small, "accent_text", left, top, row.note)
            return right - wide
        ink = "accent" if is_chosen and not row.is_edition else "dim"
        self._write(painter, self._small, ink, right - width, top, row.note)
        return right - width

    def _badge(self, painter: QPainter, box: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.color("accent"))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)

    def _ground(self, painter: QPainter, box: QRectF, row: SideRow, state: RowState) -> None:
        look = self._look
        painter.setPen(Qt.PenStyle.NoPen)
        if state.is_chosen:
            if row.is_edition:
                painter.setPen(QPen(look.color("hairline"), 1))
            painter.setBrush(look.color("pane" if row.is_edition else "tint"))
            painter.drawRoundedRect(box, 8, 8)
        elif state.is_hovered:
            painter.setBrush(look.color("chip"))
            painter.drawRoundedRect(box, 8, 8)
        if state.has_focus:
            painter.setPen(QPen(look.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 8, 8)

    def _write(
        self, painter: QPainter, measure: Measure, ink: str, left: int, top: int, text: str
    ) -> None:
        measure.write(painter, self._look.color(ink), left, top, text)
