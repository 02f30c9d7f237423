"""The page on which talks are chosen for a calendar, and what that changes is shown."""

from dataclasses import replace
from datetime import tzinfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from companion.ui.calendar.exporting import Exporting
from companion.ui.calendar.fields import while_alive
from companion.ui.calendar.form_box import FormBox
from companion.ui.calendar.offer import CalendarOffer, Mode, Order, Scope
from companion.ui.calendar.place_box import PlaceBox
from companion.ui.calendar.preview_pane import PreviewPane
from companion.ui.calendar.preview_rows import Preview
from companion.ui.calendar.remembered import Remembered
from companion.ui.calendar.scope_box import ScopeBox
from companion.ui.format import zone_city
from companion.ui.i18n import translate
from companion.ui.one_shot import one_shot
from companion.ui.theme import Look
from companion.ui.widgets.scrolled import scrolled

_PAUSE_MS = 120
_LEFT, _BAR = 300, 14


class ExportPage(QWidget):
    """Choices at the left, preview at the right.

    Signals:
        ready_changed: whether there is something to write.
    """

    ready_changed = Signal()

    def __init__(
        self,
        look: Look,
        exporting: Exporting,
        offer: CalendarOffer,
        before: Remembered,
        zones: tuple[tzinfo, tzinfo],
        parent: QWidget,
    ) -> None:
        """`zones`: that in which times are shown, and the conference's."""
        super().__init__(parent)
        self._look, self._exporting = look, exporting
        self._offer, self._zone = offer, zones[0]
        self._inside = QWidget()
        self.left = scrolled(self._inside, self)
        self.preview: Preview | None = None
        # In the order of the keyboard.
        self.scope = ScopeBox(offer, self._inside)
        name = f"{offer.key or 'qtml'}.ics"
        self.place = PlaceBox(before.mode, before.folder / name, self._inside)
        self.form = FormBox(before.options, zone_city(zones[1]), self._inside)
        if before.server:
            self.place.server.fill(before.server, before.user, before.name)
        self.pane = PreviewPane(look, self)
        self._pause = one_shot(self, self._ask, _PAUSE_MS)
        self._arrange()
        for box in (self.scope, self.form, self.place):
            box.changed.connect(self._on_changed)
        exporting.kept_changed.connect(self._on_changed)
        self._ask()

    def _arrange(self) -> None:
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(2, 0, 4, 0)
        column.setSpacing(16)
        for box in (self.scope, self.place, self.form):
            column.addWidget(box)
        column.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.left)
        layout.addWidget(self.pane, 1)
        self._look.changed.connect(self._on_look_changed)
        self._on_look_changed()

    def _on_look_changed(self) -> None:
        """Room for the longest words of the language, and beside them for the scroll bar."""
        words = self._inside.minimumSizeHint().width() + _BAR
        self.left.setFixedWidth(max(words, self._look.fonts.px(_LEFT)))

    @property
    def is_ready(self) -> bool:
        """Whether there is a preview of something, and a place for it."""
        return self.preview is not None and not self.preview.is_empty and self.place.is_complete

    def order(self) -> Order:
        """What is chosen now."""
        selection = replace(self.scope.selection(), options=self.form.options())
        fields, mode = self.place.server, self.place.mode
        if mode is Mode.SERVER:
            texts = (box.text().strip() for box in (fields.url, fields.user, fields.name))
            server, user, name = texts
            return Order(selection, mode, server=server, user=user, name=name)
        return Order(selection, mode, path=self.place.file())

    # --- preview -------------------------------------------------------------------------------

    def _on_changed(self) -> None:
        self._set_preview(None)
        self._pause.start()

    def _ask(self) -> None:
        if lacks := self.scope.lacks:
            self.pane.show_words(lacks)
            return
        self._exporting.preview(
            self.order(),
            self._zone,
            while_alive(self, self._on_preview),
            while_alive(self, self._on_failed),
        )

    def _on_preview(self, preview: Preview) -> None:
        self._set_preview(preview)
        self.pane.show_preview(preview, self._empty_words())

    def _on_failed(self, error: Exception) -> None:
        self.pane.show_error(error)

    def _set_preview(self, preview: Preview | None) -> None:
        self.preview = preview
        self.ready_changed.emit()

    def _empty_words(self) -> str:
        scope = self.scope.scope
        if scope in {Scope.STARRED, Scope.STARRED_ALL} or self.scope.starred_only.isChecked():
            return translate(
                "Calendar",
                "No starred talks yet.\n\nStar a talk with its star or the key S, or choose other "
                "talks here.",
            )
        return translate("Calendar", "There is no talk in this choice.\n\nChoose other talks.")
