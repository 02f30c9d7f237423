"""An edition of which no programme is stored: what is known of it, and what can be done."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from companion.services.editions import EditionInfo
from companion.ui.format import long_day_text
from companion.ui.i18n import place_name, translate
from companion.ui.links import open_link
from companion.ui.theme import Look
from companion.ui.views.talk_facts import Fact
from companion.ui.views.talk_parts import FactGrid
from companion.ui.widgets.flow_layout import flowing
from companion.ui.widgets.labels import label, line

_MEASURE = 660


class EditionView(QFrame):
    """Facts from the catalogue.

    Signals:
        sync_requested: fetch its programme (key).
    """

    sync_requested = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self._look = look
        self.info: EditionInfo | None = None
        self.title = label("heading", selectable=True)
        self.words = label("reading")
        self.facts = FactGrid(look)
        self.sync = QPushButton(translate("Edition", "Get the programme"))
        self.sync.setProperty("kind", "primary")
        self.website = QPushButton(translate("Edition", "Open its website"))
        self.sync.clicked.connect(self._on_sync_clicked)
        self.website.clicked.connect(self._on_website_clicked)
        buttons = flowing(self.sync, self.website)
        column = QWidget()
        column.setMaximumWidth(_MEASURE)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(24, 28, 24, 24)
        outer.addWidget(column, 1)
        outer.addStretch(0)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for widget in (self.title, self.words, line(), self.facts, line(), buttons):
            layout.addWidget(widget)
        layout.addStretch(1)
        look.changed.connect(self._refresh)

    def show_edition(self, info: EditionInfo) -> None:
        """Show what is known of an edition."""
        self.info = info
        self._refresh()

    def _refresh(self) -> None:
        info = self.info
        if info is None:
            return
        self.title.setText(info.title)
        self.words.setText(_words(info))
        self.facts.set_facts(_facts(info))
        self.sync.setVisible(info.edition.address is not None)
        self._look.dress(self.sync, "download", "accent_text")
        self.website.setVisible(bool(website_of(info)))
        self._look.dress(self.website, "external-link")

    def _on_sync_clicked(self) -> None:
        if self.info:
            self.sync_requested.emit(self.info.key)

    def _on_website_clicked(self) -> None:
        if self.info:
            open_link(website_of(self.info))


def website_of(info: EditionInfo) -> str:
    """Where people read about it; empty if that is not known."""
    return info.edition.programme_url or info.edition.website or ""


def _words(info: EditionInfo) -> str:
    if info.edition.address is not None:
        return translate(
            "Edition", "Its programme is on an Indico site and can be fetched; it is not here yet."
        )
    return translate(
        "Edition",
        "No Indico site with its programme is known, so it cannot be fetched. This is what is "
        "known of it.",
    )


def _facts(info: EditionInfo) -> list[Fact]:
    edition, unknown = info.edition, translate("Edition", "not known")
    place = ", ".join(place_name(part) for part in (edition.city, edition.country) if part)
    days = " – ".join(dict.fromkeys(long_day_text(day) for day in info.days or ()))
    lines = [
        (translate("Edition", "Dates"), days),
        (translate("Edition", "City"), place),
        (translate("Edition", "Venue"), place_name(edition.venue or "")),
        (translate("Edition", "Host"), edition.host or ""),
        (translate("Edition", "Website"), edition.website or ""),
    ]
    return [Fact(name, value or unknown) for name, value in lines]
