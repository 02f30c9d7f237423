"""The commands about files and editions, and what is dropped on the window."""

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject

from companion.ui.i18n import labelled, translate
from companion.ui.messages import Message
from companion.ui.sync_words import report_text

if TYPE_CHECKING:
    from companion.services.catalogue import CatalogueReport
    from companion.ui.dialogs.add_edition_dialog import AddedEdition
    from companion.ui.edition_watch import EditionWatch
    from companion.ui.files.carrying import Carrying
    from companion.ui.files.drop import DropHint
    from companion.ui.sync_watch import SyncWatch
    from companion.ui.window_base import WindowBase


class FileWatch(QObject):
    """Stands between the window and the dialogs about files; each is made at its first use."""

    def __init__(self, window: "WindowBase", sync: "SyncWatch", editions: "EditionWatch") -> None:
        super().__init__(window)
        self._window = window
        self._sync, self._editions = sync, editions
        self._hint: DropHint | None = None
        window.setAcceptDrops(True)
        # Over the search field too a file is a file, not the text of its path.
        window.shell.top_bar.search.setAcceptDrops(False)
        window.shell.sidebar.add_requested.connect(self.add_edition)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Command name → what it does."""
        return {
            "add_edition": self.add_edition,
            "open_file": self.open_file,
            "save_snapshot": self.save_snapshot,
            "update_catalogue": self.update_catalogue,
        }

    @cached_property
    def carrying(self) -> "Carrying":
        """Reads and writes files."""
        from companion.ui.files.carrying import Carrying  # noqa: PLC0415 - not at start

        window = self._window
        made = Carrying(window.services, window.runner, self)
        made.told.connect(window.shell.message_bar.show_message)
        made.failed.connect(window.show_error)
        made.changed.connect(window.library.reload)
        made.snapshot_found.connect(self._sync.open_snapshot)
        return made

    # --- files ---------------------------------------------------------------------------------

    def open_file(self) -> None:
        """Ask for a file, and take it."""
        from companion.ui.dialogs.files import ask_open_name  # noqa: PLC0415 - not at start

        title = translate("Files", "Open a file")
        words = translate("Files", "Editions, calendars, stars (*.zip *.ics *.json *.toml)")
        every = translate("Files", "All files (*)")
        ask_open_name(self._window, title, f"{words};;{every}", self.carrying.take)

    def save_snapshot(self) -> None:
        """Record the edition shown in a file for others."""
        from companion.ui.dialogs.files import ask_save_name, documents  # noqa: PLC0415

        window = self._window
        info = window.library.info
        if info is None or info.stored is None or info.is_sample:
            text = translate("Files", "Only an edition that was fetched can be recorded.")
            advice = translate("Files", "Choose one on the left and sync it first.")
            window.shell.message_bar.show_message(Message(text, advice, is_warning=False))
            return
        key = info.key
        title = translate("Files", "Record the edition in a file")
        words = translate("Files", "Recorded editions (*.zip)")
        place = Path(documents()) / f"{key}.zip"
        ask_save_name(window, title, place, words, lambda path: self.carrying.record(key, path))

    # --- editions ------------------------------------------------------------------------------

    def add_edition(self) -> None:
        """Ask for the address of an edition."""
        from companion.ui.dialogs.add_edition_dialog import AddEditionDialog  # noqa: PLC0415

        window = self._window
        dialog = AddEditionDialog(window.services, window.runner, window)
        dialog.succeeded.connect(self._on_edition_added)
        dialog.open()

    def _on_edition_added(self, added: "AddedEdition") -> None:
        window, key = self._window, added.report.edition
        window.library.reload(key)
        text = labelled(added.title, report_text(added.report))
        if added.is_member:
            more = translate("AddEdition", "It belongs to the series.")
            window.shell.message_bar.show_message(Message(text, more, is_warning=False))
            return
        more = translate("AddEdition", "Neither title nor category says that it is of the series.")
        action = translate("AddEdition", "Add it to the series")

        join = partial(self._editions.decide, key, belongs=True)
        message = Message(text, more, action, join, is_warning=False)
        window.shell.message_bar.show_message(message)

    def update_catalogue(self) -> None:
        """Ask for another list of editions."""
        from companion.ui.dialogs.catalogue_dialog import CatalogueDialog  # noqa: PLC0415

        window = self._window
        dialog = CatalogueDialog(window.services, window.runner, window)
        dialog.succeeded.connect(self._on_catalogue_updated)
        dialog.open()

    def _on_catalogue_updated(self, report: "CatalogueReport") -> None:
        from companion.ui.files.words import catalogue_message  # noqa: PLC0415 - not at start

        self._window.library.reload()
        self._window.shell.message_bar.show_message(catalogue_message(report))

    # --- dropping ------------------------------------------------------------------------------

    def hover(self, data: QMimeData) -> bool:
        """Something is held over the window; whether it may be dropped."""
        from companion.ui.files.drop import DropHint, local_files  # noqa: PLC0415 - not at start

        if not local_files(data):
            return False
        if self._hint is None:
            self._hint = DropHint(self._window)
        self._hint.show_over(self._window)
        return True

    def leave(self) -> None:
        """It is held there no longer."""
        if self._hint is not None:
            self._hint.hide()

    def drop(self, data: QMimeData) -> None:
        """It was dropped: each file is taken by itself."""
        from companion.ui.files.drop import local_files  # noqa: PLC0415 - not at start

        self.leave()
        for path in local_files(data):
            self.carrying.take(path)
