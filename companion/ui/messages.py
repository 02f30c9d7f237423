"""The message bar: plain words, what to do next, and buttons. Never a box in the way."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from companion.errors import CompanionError
from companion.frozen import frozen
from companion.ui.i18n import said_text, translate
from companion.ui.theme import Look


@frozen
class Message:
    """What to tell.

    Attributes:
        text: what happened, a sentence.
        advice: what to do next, or empty.
        action: the words on the button, or empty.
        act: what the button does.
        is_warning: whether something went wrong.
    """

    text: str
    advice: str = ""
    action: str = ""
    act: Callable[[], None] | None = None
    is_warning: bool = True


def error_message(
    error: Exception, action: str = "", act: Callable[[], None] | None = None
) -> Message:
    """An error in the language of the window."""
    if isinstance(error, CompanionError):
        return Message(error_text(error), error_advice(error), action, act)
    text = translate("Messages", "Something went wrong inside the program: {detail}.").format(
        detail=type(error).__name__
    )
    advice = translate("Messages", "Nothing was changed. The log file says more.")
    return Message(text, advice, action, act)


def error_text(error: CompanionError) -> str:
    """What happened, translated by its template."""
    return said_text(error.message)


def error_advice(error: CompanionError) -> str:
    """What to do next, translated by its template."""
    return said_text(error.next_step)


class MessageBar(QFrame):
    """Shows one message at a time, the newest."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self._look = look
        self.message: Message | None = None
        self._icon = QLabel()
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._action = QPushButton()
        self._action.clicked.connect(self._on_action_clicked)
        self._close = QToolButton()
        self._close.setProperty("kind", "plain")
        self._close.setAccessibleName(translate("Messages", "Close the message"))
        self._close.setToolTip(translate("Messages", "Close"))
        self._close.clicked.connect(self.clear)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 8, 6)
        layout.setSpacing(12)
        layout.addWidget(self._icon)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._action)
        layout.addWidget(self._close)
        look.changed.connect(self._on_look_changed)
        self.hide()

    @property
    def text(self) -> str:
        """What stands there now; empty without a message."""
        return self._text.text() if self.message else ""

    def show_message(self, message: Message) -> None:
        """Replace what is shown."""
        self.message = message
        self._text.setText(" ".join(part for part in (message.text, message.advice) if part))
        self._action.setText(message.action)
        self._action.setVisible(bool(message.action))
        self.setProperty("tone", "warning" if message.is_warning else "info")
        self.setAccessibleName(self._text.text())
        self._on_look_changed()
        self.show()

    def clear(self) -> None:
        """Take the message away."""
        self.message = None
        self.hide()

    def _on_action_clicked(self) -> None:
        message = self.message
        self.clear()
        if message and message.act:
            message.act()

    def _on_look_changed(self) -> None:
        self.style().unpolish(self)
        self.style().polish(self)
        is_warning = self.message is None or self.message.is_warning
        name, color = ("triangle-alert", "warning") if is_warning else ("info", "accent")
        ratio = self.devicePixelRatioF()
        tokens = self._look.tokens
        self._icon.setPixmap(self._look.icons.pixmap(name, getattr(tokens, color), 18, ratio))
        self._close.setIcon(self._look.icon("x", "text"))
