"""The line at the bottom: how fresh and from where on the left, counts on the right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QWidget

from companion.services.editions import EditionInfo
from companion.services.tally import Tally
from companion.ui.context import ViewContext
from companion.ui.format import ago_text
from companion.ui.i18n import translate
from companion.ui.theme import Look
from companion.ui.widgets.labels import ElidedLabel


class Footer(QFrame):
    """Freshness, source, progress, counts."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("footer")
        self._look = look
        self._dot_color = "good"
        self._dot = QLabel()
        self._dot.setFixedSize(8, 8)
        self.left = ElidedLabel("caption")
        self.right = QLabel()
        self.right.setProperty("kind", "caption")
        self.right.setTextFormat(Qt.TextFormat.PlainText)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(160)
        self.progress.setAccessibleName(translate("Footer", "Progress of the sync"))
        self.progress.hide()
        self._step = ""
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 5, 16, 5)
        layout.setSpacing(8)
        for widget in (self._dot, self.left, self.progress):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(self.right)
        look.changed.connect(self._on_look_changed)
        self._on_look_changed()

    def set_programme(self, info: EditionInfo | None, tally: Tally, context: ViewContext) -> None:
        """Show how fresh the edition is and how much it holds."""
        self.right.setText(counts_text(tally))
        if self._step:
            return
        self._dot_color = "good" if info and info.stored else "outline"
        self.left.setText(freshness_text(info, context))
        self._on_look_changed()

    def set_progress(self, text: str, share: float | None) -> None:
        """A sync is under way; `share` from 0 to 1 where it is known."""
        self._step = text
        self.left.setText(text)
        self.progress.setRange(0, 0 if share is None else 1000)
        if share is not None:
            self.progress.setValue(round(share * 1000))
        self.progress.show()

    def end_progress(self) -> None:
        """It is over; `set_programme` follows."""
        self._step = ""
        self.progress.hide()
        # A bar without range keeps a timer running while it is hidden.
        self.progress.setRange(0, 1000)

    def _on_look_changed(self) -> None:
        color = getattr(self._look.tokens, self._dot_color)
        self._dot.setStyleSheet(f"background: {color}; border-radius: 4px;")


def freshness_text(info: EditionInfo | None, context: ViewContext) -> str:
    """`Up to date, 12 min ago from indico.qtml2024.org`."""
    if info is None:
        return ""
    stored = info.stored
    if stored is None:
        return translate("Footer", "Nothing of {title} is stored here").format(title=info.title)
    if info.is_sample:
        return translate("Footer", "Sample: an invented programme that came with the program")
    ago = ago_text(stored.synced_dt, context.now)
    host = stored.address.event_id.host
    return translate("Footer", "Checked {ago} with {host}").format(ago=ago, host=host)


def counts_text(tally: Tally) -> str:
    """`116 talks · 9 starred · works offline`."""
    if not tally.talks and not tally.withdrawn:
        return ""
    parts = [translate("Footer", "%n talk(s)", "", tally.talks)]
    if tally.starred:
        parts.append(translate("Footer", "%n starred", "", tally.starred))
    parts.append(translate("Footer", "works offline"))
    return " · ".join(parts)
