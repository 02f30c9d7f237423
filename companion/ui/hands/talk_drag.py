"""Talks dragged out of the window: a calendar file for the desktop and calendars, text for others.

The bytes are made in a worker when the drag begins, a few milliseconds; the drag itself follows,
unless the mouse button was released meanwhile. So nothing waits.
"""

import shutil
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING
from weakref import finalize

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt, QUrl
from PySide6.QtGui import QDrag, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView

from companion.domain.entry import EntryRef
from companion.files import save_file
from companion.services.scope import ExportSelection
from companion.ui.fonts import BODY, STRONG
from companion.ui.hands.chosen import Chosen, chosen_entries, known_entries, zone_of
from companion.ui.hands.talk_text import file_stem, talk_text
from companion.ui.i18n import translate
from companion.ui.tasks import Lane
from companion.ui.words import title_of

if TYPE_CHECKING:
    from datetime import tzinfo

    from companion.services.registry import Services
    from companion.ui.window_base import WindowBase

MIME = "text/calendar"
_WIDTH, _HEIGHT, _PADDING = 320, 34, 12


@dataclass(frozen=True, slots=True)
class DragLoad:
    """What is dragged.

    Attributes:
        title: on the picture under the mouse.
        data: the calendar file; `path`: where it lies.
        text: title, time, place and link of each talk.
    """

    title: str
    data: bytes
    path: Path
    text: str

    def mime(self) -> QMimeData:
        """For whoever it is dropped on."""
        made = QMimeData()
        made.setData(MIME, self.data)
        made.setText(self.text)
        made.setUrls([QUrl.fromLocalFile(str(self.path))])
        return made


class TalkDrag(QObject):
    """Starts drags."""

    def __init__(self, window: "WindowBase") -> None:
        super().__init__(window)
        self._window = window
        self._view: QAbstractItemView | None = None
        self._folder: Path | None = None

    def start(self, view: QAbstractItemView, refs: tuple[EntryRef, ...]) -> None:
        """A person began to drag these talks out of a view."""
        if not refs:
            return
        self._forget()
        self._view = view
        view.viewport().installEventFilter(self)
        window, services = self._window, self._window.services
        zone, folder = zone_of(window.library, refs[0]), self._made_folder()
        known = known_entries(window.library, refs)
        window.runner.run(
            Lane.DATABASE,
            lambda _task: load_of(services, chosen_entries(services, refs, known), zone, folder),
            self._on_loaded,
            failed=self._on_failed,
            key="drag",
        )

    def _made_folder(self) -> Path:
        """For the files; it goes when the program ends, as whoever got one may still read it."""
        if self._folder is None:
            self._folder = Path(mkdtemp(prefix="qtml-companion-"))
            finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
        return self._folder

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The button was released before there was something to drag."""
        if event.type() == QEvent.Type.MouseButtonRelease:
            self._forget()
        return super().eventFilter(watched, event)

    def _forget(self) -> None:
        if self._view is not None:
            self._view.viewport().removeEventFilter(self)
            self._view = None

    def _on_failed(self, error: Exception) -> None:
        self._forget()
        self._window.show_error(error)

    def _on_loaded(self, load: DragLoad) -> None:
        view = self._view
        self._forget()
        if view is None:
            return
        drag = QDrag(view)
        drag.setMimeData(load.mime())
        drag.setPixmap(self._picture(load.title))
        drag.setHotSpot(QPoint(-10, _HEIGHT // 2))
        drag.exec(Qt.DropAction.CopyAction)

    def _picture(self, title: str) -> QPixmap:
        look, ratio = self._window.look, self._window.devicePixelRatioF()
        metrics = look.fonts.metrics(BODY, STRONG)
        words = metrics.elidedText(title, Qt.TextElideMode.ElideRight, _WIDTH)
        width = round(metrics.horizontalAdvance(words)) + 2 * _PADDING
        height = look.fonts.px(_HEIGHT)
        image = QPixmap(round(width * ratio), round(height * ratio))
        image.setDevicePixelRatio(ratio)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(look.color("accent"))
        painter.setBrush(look.color("pane"))
        painter.drawRoundedRect(1, 1, width - 2, height - 2, 8, 8)
        painter.setPen(look.color("text"))
        painter.setFont(look.font(BODY, STRONG))
        painter.drawText(_PADDING, 0, width, height, Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()
        return image


def load_of(services: "Services", entries: Chosen, zone: "tzinfo", folder: Path) -> DragLoad:
    """Make the file and the text. Runs in the database lane.

    Raises:
        UnknownReference, UnknownEdition, NoProgramme: removed meanwhile.
        CannotWriteFile: the temporary file cannot be written.
    """
    refs = frozenset(entry.ref for entry in entries)
    data = services.export.text(ExportSelection(refs=refs))
    path = folder / f"{file_stem(entries)}.ics"
    save_file(path, data)
    texts = (talk_text(entry, zone, services.programme.page_url(entry.ref)) for entry in entries)
    title = title_of(entries[0].title) if len(entries) == 1 else ""
    words = title or translate("TalkMenu", "%n talk(s)", "", len(entries))
    return DragLoad(words, data, path, "\n\n".join(texts))
