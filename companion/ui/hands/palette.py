"""The palette: type a few letters of anything, press Enter, and it is done.

A part of the window, not a window of its own, so that every system puts it where it belongs.
"""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QRegion,
)
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from companion.ui.hands.choices import Choice, best
from companion.ui.hands.palette_rows import ChoiceDelegate, ChoiceModel
from companion.ui.i18n import translate
from companion.ui.marks import query_words
from companion.ui.models.rows_model import Index
from companion.ui.theme import Look

_WIDTH, _ROWS = 640, 11
_TOP, _MARGIN = 56, 16
_SHADOW, _DARKNESS, _RADIUS = 20, 9, 12
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _ROWS - 1,
    Qt.Key.Key_PageUp: 1 - _ROWS,
    Qt.Key.Key_Tab: 1,
    Qt.Key.Key_Backtab: -1,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PaletteEdit(QLineEdit):
    """Where one types; keys that lead elsewhere are told.

    Signals:
        stepped: so many lines down.
        entered, escaped, left: Enter, Esc, and the keyboard went elsewhere.
    """

    stepped = Signal(int)
    entered = Signal()
    escaped = Signal()
    left = Signal()

    def event(self, event: QEvent) -> bool:
        """Keys of ours before the shortcuts of the window; Tab before the focus moves."""
        if isinstance(event, QKeyEvent) and self._is_ours(event):
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self._act(Qt.Key(event.key()))
            return True
        return super().event(event)

    @staticmethod
    def _is_ours(event: QKeyEvent) -> bool:
        return event.key() in {*_STEPS, *_ENTER, Qt.Key.Key_Escape}

    def _act(self, key: Qt.Key) -> None:
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in _ENTER:
            self.entered.emit()
        else:
            self.escaped.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # A menu of the field itself, or another program in front, is no farewell.
        if event.reason() not in {
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        }:
            self.left.emit()


class Palette(QWidget):
    """See the module. The frame itself, and a shadow painted around it."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look = look
        self.frame = QFrame(self)
        self.frame.setObjectName("palette")
        self._always: tuple[Choice, ...] = ()
        self._talks: tuple[Choice, ...] = ()
        self._before: QWidget | None = None
        self.setAccessibleName(translate("Palette", "Find anything"))
        self.edit = PaletteEdit()
        self.edit.setPlaceholderText(
            translate("Palette", "Find a command, a view, an edition or a talk")
        )
        self.edit.setAccessibleName(self.edit.placeholderText())
        self.model = ChoiceModel(self)
        self.list = QListView()
        self.list.setAccessibleName(translate("Palette", "Found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.delegate = ChoiceDelegate(look, self.list)
        self.list.setModel(self.model)
        self.list.setItemDelegate(self.delegate)
        self.hint = QLabel()
        self.hint.setProperty("kind", "caption")
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        self.hint.setContentsMargins(14, 0, 14, 0)
        self._arrange()
        self._connect()
        self.hide()

    def _arrange(self) -> None:
        layout = QVBoxLayout(self.frame)
        layout.setContentsMargins(9, 9, 9, 9)
        layout.setSpacing(6)
        for part in (self.edit, self.list, self.hint):
            layout.addWidget(part)
        around = QVBoxLayout(self)
        around.setContentsMargins(_SHADOW, 0, _SHADOW, _SHADOW)
        around.addWidget(self.frame)

    def _connect(self) -> None:
        self.edit.textChanged.connect(self._fill)
        self.edit.stepped.connect(self._step)
        self.edit.entered.connect(self._run)
        self.edit.escaped.connect(self.close_up)
        self.edit.left.connect(self.hide)
        self.list.clicked.connect(self._on_clicked)
        self.list.selectionModel().currentChanged.connect(self._announce)
        self._look.changed.connect(self._place)

    # --- opening and closing -------------------------------------------------------------------

    def set_talks(self, talks: tuple[Choice, ...]) -> None:
        """What is offered too, once enough was typed; they may come later."""
        self._talks = talks
        if self.isVisible() and self.edit.text():
            self._fill(self.edit.text())

    def open_with(self, always: tuple[Choice, ...]) -> None:
        """Show it with these lines."""
        self._always = always
        self._before = self.window().focusWidget()
        self.edit.clear()
        self._fill("")
        self._place()
        self.show()
        self.raise_()
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.window().installEventFilter(self)

    def close_up(self) -> None:
        """Away with it; the keyboard returns to where it was."""
        before, self._before = self._before, None
        self.hide()
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _run(self) -> None:
        index = self.list.currentIndex()
        if index.isValid():
            choice = self.model.rows[index.row()]
            self.close_up()
            choice.run()

    def _on_clicked(self, index: Index) -> None:
        self.list.setCurrentIndex(index)
        self._run()

    # --- what is shown -------------------------------------------------------------------------

    def _fill(self, text: str) -> None:
        self.delegate.words = query_words(text)
        self.model.reset(tuple(best(text, self._always, self._talks)))
        if self.model.rows:
            self.list.setCurrentIndex(self.model.index(0))
            self.hint.setText(translate("Palette", "Enter does it · Esc closes"))
        else:
            self.hint.setText(
                translate("Palette", "Nothing fits. Ctrl+F searches the texts of all talks.")
            )
        self._place()

    def _step(self, step: int) -> None:
        """To another line; one step beyond an end leads to the other."""
        count = len(self.model.rows)
        if not count:
            return
        place = self.list.currentIndex().row() + step
        place = place % count if abs(step) == 1 else max(0, min(count - 1, place))
        self.list.setCurrentIndex(self.model.index(place))

    def _announce(self, current: Index) -> None:
        """The keyboard stays in the field, so screen readers are told what is chosen."""
        if current.isValid() and self.isVisible():
            words = str(current.data(Qt.ItemDataRole.AccessibleTextRole))
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.edit, words))

    # --- place ---------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Where the window grows or shrinks, it moves along."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.window().removeEventFilter(self)

    def _place(self) -> None:
        room, fonts = self.window().size(), self._look.fonts
        width = min(fonts.px(_WIDTH), room.width() - 2 * _MARGIN)
        row = self.delegate.line_height
        above = _TOP + self.edit.sizeHint().height()
        most = min(_ROWS, (room.height() - above - 5 * _MARGIN) // row)
        lines = max(1, min(most, len(self.model.rows)))
        self.list.setFixedHeight(lines * row + 2)
        self.list.setVisible(bool(self.model.rows))
        if (inside := self.frame.layout()) is not None:
            inside.activate()  # else the height is that of the lines before
        width += 2 * _SHADOW
        self.setGeometry((room.width() - width) // 2, _TOP, width, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """A soft shadow; an effect of Qt's would paint everything twice at each letter."""
        inside = self.frame.geometry()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRegion(event.region() - QRegion(inside.adjusted(12, 12, -12, -12)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, _DARKNESS))
        for step in range(0, _SHADOW, 2):
            box = QRectF(inside).adjusted(-step, 0, step, step)
            painter.drawRoundedRect(box, _RADIUS + step, _RADIUS + step)
        painter.end()
