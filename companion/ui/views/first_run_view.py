"""The first start: what this is, where its data come from, and what to press."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from companion import APP_NAME
from companion.ui.i18n import translate
from companion.ui.messages import Message
from companion.ui.theme import Look
from companion.ui.widgets.flow_layout import flowing
from companion.ui.widgets.labels import label
from companion.ui.widgets.scrolled import scrolled

_WIDTH, _ICON = 560, 64
_LOW = 440
"""Pixels at a text size of 100 % below which the buttons need the room of the icon."""


class FirstRunView(QFrame):
    """Shown while nothing is stored.

    Signals:
        fetch_requested: ask the conference sites.
        sample_requested: show the invented programmes.
        cancel_requested: stop asking.
    """

    fetch_requested = Signal()
    sample_requested = Signal()
    cancel_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("firstRun")
        self._look = look
        self._is_trying = False
        self.fetch = QPushButton()
        self.fetch.setProperty("kind", "primary")
        self.sample = QPushButton(translate("FirstRun", "Look at the sample"))
        self.status = label(selectable=True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(translate("FirstRun", "Progress"))
        self.progress.setMaximumWidth(320)
        self.progress.hide()
        self._icon = QLabel()
        self._icon.setFixedSize(_ICON, _ICON)
        self._notice = QFrame()
        self._notice.setObjectName("notice")
        self._notice.hide()
        self._build()
        self.fetch.clicked.connect(self._on_fetch_clicked)
        self.sample.clicked.connect(self.sample_requested)
        look.changed.connect(self._dress)
        self._dress()

    def _build(self) -> None:
        column = QWidget()
        column.setMaximumWidth(_WIDTH)
        layout = QVBoxLayout(column)
        layout.setSpacing(12)
        title = label("heading", text=translate("FirstRun", "The QTML programme, with you offline"))
        about = label("reading", text=_about())
        source = label("dim", text=_source())
        buttons = flowing(self.fetch, self.sample)
        notice = QHBoxLayout(self._notice)
        notice.setContentsMargins(12, 8, 12, 8)
        notice.addWidget(self.status, 1)
        brand = label("kicker", text=APP_NAME)
        for widget in (self._icon, brand, title, about, source):
            layout.addWidget(widget)
        layout.addSpacing(8)
        layout.addWidget(self._notice)
        layout.addWidget(self.progress)
        layout.addWidget(buttons)
        page = QWidget()
        page.setObjectName("firstRun")
        outer = QVBoxLayout(page)
        outer.setContentsMargins(24, 24, 24, 24)
        outer.addStretch(2)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(column, 30)  # all of a narrow window
        line.addStretch(1)
        outer.addLayout(line)
        outer.addStretch(3)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(page))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What to press comes before ornament."""
        super().resizeEvent(event)
        self._icon.setVisible(self.height() >= self._look.fonts.px(_LOW))

    def show_trying(self, text: str, share: float | None = None) -> None:
        """The sites are being asked."""
        self._is_trying = True
        self._say(text, "info")
        self.progress.setRange(0, 0 if share is None else 1000)
        if share is not None:
            self.progress.setValue(round(share * 1000))
        self.progress.show()
        self._dress()

    def show_idle(self) -> None:
        """Nothing was tried yet, or it was stopped."""
        self._rest()
        self._notice.hide()
        self._dress()

    def show_failed(self, message: Message) -> None:
        """The sites could not be reached; the sample can."""
        self._rest()
        offer = translate(
            "FirstRun", "You can look at the sample meanwhile; its talks are invented."
        )
        self._say(f"{message.text} {offer}", "warning")
        self._dress()

    def _rest(self) -> None:
        self._is_trying = False
        self.progress.hide()
        self.progress.setRange(0, 1000)

    def _say(self, text: str, tone: str) -> None:
        self.status.setText(text)
        self._notice.setProperty("tone", tone)
        self._notice.style().unpolish(self._notice)
        self._notice.style().polish(self._notice)
        self._notice.show()

    def _dress(self) -> None:
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(self._look.icons.pixmap("app", "#000000", _ICON, ratio))
        if self._is_trying:
            self.fetch.setText(translate("FirstRun", "Stop"))
            self._look.dress(self.fetch, "x", "accent_text")
        else:
            self.fetch.setText(translate("FirstRun", "Get the programmes from their sites"))
            self._look.dress(self.fetch, "download", "accent_text")
        self._look.dress(self.sample, "presentation")

    def _on_fetch_clicked(self) -> None:
        if self._is_trying:
            self.cancel_requested.emit()
        else:
            self.fetch_requested.emit()


def _about() -> str:
    return translate(
        "FirstRun",
        "Read, search and star the talks of the conference series Quantum Techniques in Machine "
        "Learning, see every time in the conference’s zone and in yours, and take your choice "
        "away as a calendar file. Once fetched, everything works without a network.",
    )


def _source() -> str:
    return translate(
        "FirstRun",
        "The programmes come from the organisers’ own Indico sites: indico.qtml2024.org "
        "(QTML 2024, Melbourne) and indico.cern.ch (QTML 2023, CERN). Nothing is sent there but "
        "the request for the programme.",
    )
