"""Shows how a sync goes and how it ended: in the footer, on the first page, in the message bar."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from companion.errors import (
    OlderSnapshot,
    SuddenlyEmpty,
    TimetableGone,
    TooManyGone,
    Unreachable,
)
from companion.ui.drawing import draw_now
from companion.ui.i18n import edition_title, translate
from companion.ui.messages import Message, error_message
from companion.ui.sync_words import report_text

if TYPE_CHECKING:
    from companion.services.sync_report import SyncReport
    from companion.ui.window_base import WindowBase


_DOUBTFUL = SuddenlyEmpty | TooManyGone | TimetableGone | OlderSnapshot
"""What a person may take all the same."""


class SyncWatch(QObject):
    """Stands between `Syncing` and the widgets that show it."""

    def __init__(self, window: "WindowBase", *, is_online: bool) -> None:
        super().__init__(window)
        self._window = window
        self._is_online = is_online
        self._has_tried = False
        self._failed: SyncReport | None = None
        self._next_key: str | None = None
        self._opened: Path | None = None
        syncing, shell = window.syncing, window.shell
        syncing.started.connect(self._on_started)
        syncing.progressed.connect(self._on_progressed)
        syncing.finished.connect(self._on_finished)
        syncing.failed.connect(self._on_failed)
        shell.top_bar.sync_clicked.connect(self.sync_shown)
        shell.top_bar.cancel_clicked.connect(syncing.cancel)
        shell.view_made.connect(self._on_view_made)

    def _on_view_made(self, name: str) -> None:
        shell, syncing = self._window.shell, self._window.syncing
        if name == "edition":
            shell.edition.sync_requested.connect(self.sync_edition)
        elif name == "first_run":
            shell.first_run.fetch_requested.connect(syncing.sync_all)
            shell.first_run.cancel_requested.connect(syncing.cancel)
            shell.first_run.sample_requested.connect(self.show_samples)

    # --- asking --------------------------------------------------------------------------------

    def try_sites_once(self) -> None:
        """On a first start the sites are asked without being told to."""
        if self._is_online and not self._has_tried:
            self._has_tried = True
            self._window.syncing.sync_all()

    def sync_shown(self) -> None:
        """The edition shown; the sample has no site."""
        info = self._window.library.info
        if info is None:
            self._window.syncing.sync_all()
        elif info.is_sample:
            text = translate("Sync", "The sample has no site: its talks are invented.")
            advice = translate("Sync", "Choose an edition on the left to fetch its programme.")
            self._window.shell.message_bar.show_message(Message(text, advice, is_warning=False))
        else:
            self.sync_edition(info.key)

    def sync_edition(self, key: str) -> None:
        """One edition, with the site's own cache passed by."""
        info = self._window.library.info_of(key)
        self._window.syncing.sync(key, edition_title(info.edition.title) if info else key)

    def show_samples(self) -> None:
        """Instead of a programme from a site."""
        if self._window.syncing.is_running:
            self._next_key = "samples"
            self._window.syncing.cancel()
        else:
            self._window.syncing.load_samples()

    def open_snapshot(self, path: Path, *, accept: bool = False) -> None:
        """Store the edition that a file holds."""
        if self._window.syncing.is_running:
            text = translate("Sync", "A sync is under way.")
            advice = translate("Sync", "Open the file again when it is done.")
            self._window.shell.message_bar.show_message(Message(text, advice, is_warning=False))
            return
        self._opened = path
        self._window.syncing.open_file(path, accept=accept)

    def _retry(self) -> None:
        if self._failed:
            self.sync_edition(self._failed.edition)

    def _accept(self) -> None:
        if self._failed:
            key = self._failed.edition
            info = self._window.library.info_of(key)
            self._window.syncing.sync(
                key, edition_title(info.edition.title) if info else key, accept=True
            )

    # --- showing -------------------------------------------------------------------------------

    def _on_started(self, words: str) -> None:
        shell = self._window.shell
        shell.message_bar.clear()
        shell.top_bar.set_syncing(is_syncing=True)
        shell.footer.set_progress(words, None)
        if shell.is_first_run:
            shell.first_run.show_trying(words)
        draw_now(self._window)

    def _on_progressed(self, words: str, share: float | None) -> None:
        shell = self._window.shell
        shell.footer.set_progress(words, share)
        if shell.is_first_run:
            shell.first_run.show_trying(words, share)

    def _on_failed(self, error: Exception) -> None:
        self._end()
        opened, self._opened = self._opened, None
        if opened and isinstance(error, _DOUBTFUL):
            words = translate("Sync", "Take it anyway")
            again = partial(self.open_snapshot, opened, accept=True)
            self._show_problem(error_message(error, words, again))
        else:
            self._show_problem(error_message(error))

    def _on_finished(self, reports: "tuple[SyncReport, ...]") -> None:
        self._end()
        if self._next_key == "samples":
            self._next_key = None
            self._window.syncing.load_samples()
            return
        good = [r for r in reports if r.error is None]
        failed = [report for report in reports if report.error]
        if failed:
            self._failed = failed[0]
            self._show_problem(self._problem(failed[0]))
        elif good:
            self._tell(good)
        self._opened = None
        if good:
            draw_now(self._window)
            self._window.library.reload(self._key_after(good))

    def _key_after(self, reports: "list[SyncReport]") -> str | None:
        """On a first start the natural edition; else the one shown, or the one just fetched."""
        window = self._window
        if not window.library.has_programmes or len(reports) > 1:
            return window.library.key
        return reports[0].edition

    def _end(self) -> None:
        shell, library = self._window.shell, self._window.library
        shell.top_bar.set_syncing(is_syncing=False)
        shell.footer.end_progress()
        shell.footer.set_programme(library.info, library.tally, library.context)
        if shell.is_first_run:
            shell.first_run.show_idle()

    def _problem(self, report: "SyncReport") -> Message:
        error = report.error
        assert error is not None  # noqa: S101 - the caller chose reports with one
        if isinstance(error, _DOUBTFUL):
            words = translate("Sync", "Take the new programme")
            return error_message(error, words, self._accept)
        if isinstance(error, Unreachable):
            return error_message(error, translate("Sync", "Try again"), self._retry)
        return error_message(error)

    def _show_problem(self, message: Message) -> None:
        shell = self._window.shell
        if shell.is_first_run:
            shell.first_run.show_failed(message)
        else:
            shell.message_bar.show_message(message)

    def _tell(self, reports: "list[SyncReport]") -> None:
        """Quiet where nothing changed: the footer says when it was checked."""
        report = reports[0]
        is_news = (
            self._opened or report.added or report.changed or report.removed or report.quarantined
        )
        if len(reports) == 1 and is_news:
            text = report_text(report)
            self._window.shell.message_bar.show_message(Message(text, is_warning=False))
        elif len(reports) == 1:
            text = translate("Sync", "Nothing has changed since the last look.")
            self._window.shell.message_bar.show_message(Message(text, is_warning=False))
