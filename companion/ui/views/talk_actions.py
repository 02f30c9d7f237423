"""What can be done with a talk: star it, put it into a calendar, copy its link, open its page."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from companion.domain.bookmark import Star
from companion.domain.entry import Entry
from companion.ui.i18n import translate
from companion.ui.links import open_link
from companion.ui.theme import Look
from companion.ui.widgets.flow_layout import FlowLayout


class TalkActions(QWidget):
    """A row of buttons.

    Signals:
        star_clicked, calendar_clicked: asked for; the page knows which talk.
        link_copied: the link is in the clipboard.
    """

    star_clicked = Signal()
    calendar_clicked = Signal()
    link_copied = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._url = ""
        self.star = QPushButton()
        self.calendar = QPushButton(translate("Talk", "Add to calendar"))
        self.copy = QPushButton(translate("Talk", "Copy link"))
        self.open = QPushButton(translate("Talk", "Open page"))
        layout = FlowLayout(self)
        for button in (self.star, self.calendar, self.copy, self.open):
            layout.addWidget(button)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.star.clicked.connect(self.star_clicked)
        self.calendar.clicked.connect(self.calendar_clicked)
        self.copy.clicked.connect(self._on_copy_clicked)
        self.open.clicked.connect(self._on_open_clicked)

    def set_talk(self, entry: Entry, url: str | None) -> None:
        """Show the state of a talk.

        Args:
            entry: with its star.
            url: of its page; empty where there is none (the sample); None while not yet known.
        """
        self._url = url or ""
        is_starred = entry.star is not Star.NONE
        words = {
            Star.NONE: translate("Talk", "Star"),
            Star.STARRED: translate("Talk", "Starred"),
            Star.TENTATIVE: translate("Talk", "Tentative"),
        }
        self.star.setText(words[entry.star])
        kind = "primary" if is_starred else ""
        if self.star.property("kind") != kind:
            self.star.setProperty("kind", kind)
            self.star.style().unpolish(self.star)
            self.star.style().polish(self.star)
        color = "accent_text" if is_starred else "star"
        self._look.dress(self.star, "star", color, fill=color if is_starred else "")
        self._look.dress(self.calendar, "calendar-plus")
        self._look.dress(self.copy, "link")
        self._look.dress(self.open, "external-link")
        if url is not None:
            for button in (self.copy, self.open):
                button.setEnabled(bool(url))

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._url)
        self.link_copied.emit()

    def _on_open_clicked(self) -> None:
        open_link(self._url)
