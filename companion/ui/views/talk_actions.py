"""What can be done with a talk: star it, put it into a calendar, copy its link, open its page."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from companion.domain.bookmark import Star
from companion.domain.entry import Entry
from companion.ui.i18n import translate
from companion.ui.links import open_link
from companion.ui.one_shot import one_shot
from companion.ui.theme import Look
from companion.ui.widgets.flow_layout import FlowLayout

_TOLD_MS = 2_000


class TalkActions(QWidget):
    """A row of buttons.

    Signals:
        star_chosen: the star that the talk shall have (Star).
        calendar_clicked: asked for; the page knows which talk.
    """

    star_chosen = Signal(object)
    calendar_clicked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._url = ""
        self._star = Star.NONE
        self.star = QPushButton(translate("Talk", "Star"), self)
        self.tentative = QPushButton(translate("Talk", "Tentative"), self)
        self.tentative.setToolTip(translate("Talk", "Half a star: I may go"))
        self.calendar = QPushButton(translate("Talk", "Calendar"), self)
        self.calendar.setAccessibleName(translate("Talk", "Add to calendar"))
        self.calendar.setToolTip(self.calendar.accessibleName())
        # The rarer two by their icons alone, so that all fit in one row.
        self.copy, self.open = QPushButton(self), QPushButton(self)
        self.copy.setAccessibleName(translate("Talk", "Copy link"))
        self.open.setAccessibleName(translate("Talk", "Open page"))
        layout = FlowLayout(self, spacing=6)
        for button in (self.star, self.tentative):
            button.setCheckable(True)
        for button in (self.star, self.tentative, self.calendar, self.copy, self.open):
            layout.addWidget(button)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._told = one_shot(self, self._name_copy, _TOLD_MS)
        self.star.clicked.connect(self._on_star_clicked)
        self.tentative.clicked.connect(self._on_tentative_clicked)
        self.calendar.clicked.connect(self.calendar_clicked)
        self.copy.clicked.connect(self._on_copy_clicked)
        self.open.clicked.connect(self._on_open_clicked)

    def set_talk(self, entry: Entry, url: str | None) -> None:
        """Show the state of a talk.

        Args:
            entry: with its star.
            url: of its page; empty where there is none (the sample); None while not yet known.
        """
        if url is None or url != self._url:
            self._name_copy()
        self._url, self._star = url or "", entry.star
        is_starred = entry.star is Star.STARRED
        self.star.setText(translate("Talk", "Starred") if is_starred else translate("Talk", "Star"))
        self._mark(self.star, "star", is_on=is_starred)
        self._mark(self.tentative, "star-tentative", is_on=entry.star is Star.TENTATIVE)
        self._look.dress(self.calendar, "calendar-plus")
        self._look.dress(self.copy, "link")
        self._look.dress(self.open, "external-link")
        if url is not None:
            none = translate("Talk", "This talk has no page on the web.")
            for button in (self.copy, self.open):
                button.setEnabled(bool(url))
                button.setToolTip(button.accessibleName() if url else none)

    def _mark(self, button: QPushButton, icon: str, *, is_on: bool) -> None:
        """Show whether the talk has this kind of star."""
        button.setChecked(is_on)
        kind = "primary" if is_on else ""
        if button.property("kind") != kind:
            button.setProperty("kind", kind)
            button.style().unpolish(button)
            button.style().polish(button)
        color = "accent_text" if is_on else "star"
        is_filled = is_on and icon == "star"
        self._look.dress(button, icon, color, fill=color if is_filled else "")

    def _name_copy(self) -> None:
        self._told.stop()
        self.copy.setText("")

    def _choose(self, star: Star) -> None:
        """Clicked again, it is taken back."""
        chosen = Star.NONE if self._star is star else star
        # What is shown is what is stored: the answer will say.
        self.star.setChecked(self._star is Star.STARRED)
        self.tentative.setChecked(self._star is Star.TENTATIVE)
        self.star_chosen.emit(chosen)

    def _on_star_clicked(self) -> None:
        self._choose(Star.STARRED)

    def _on_tentative_clicked(self) -> None:
        self._choose(Star.TENTATIVE)

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._url)
        self.copy.setText(translate("Talk", "Link copied"))
        self._told.start()

    def _on_open_clicked(self) -> None:
        open_link(self._url)
