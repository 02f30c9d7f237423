"""The window: every part of it, wired to the services. It holds no rules of its own."""

from datetime import tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow

from companion import APP_NAME
from companion.domain.bookmark import Star
from companion.domain.entry import EntryRef
from companion.domain.times import zone
from companion.services.zones import reader_zone_name
from companion.settings import EDITION, ZONE
from companion.ui.actions import Actions
from companion.ui.commands import WindowCommands
from companion.ui.control.exporting import Exporting
from companion.ui.control.library import FirstData, Library
from companion.ui.control.reading import Reading, ReadyTalk
from companion.ui.control.searching import Answer, Searching
from companion.ui.control.syncing import Syncing
from companion.ui.i18n import translate
from companion.ui.messages import error_message
from companion.ui.shell import Shell
from companion.ui.sync_watch import SyncWatch
from companion.ui.tasks import TaskRunner
from companion.ui.theme import Look
from companion.ui.views.search_view import ALL, THIS
from companion.ui.views.sidebar import Page
from companion.ui.window_state import keep, restore, save

if TYPE_CHECKING:
    from companion.services.registry import Services

_MINUTE_MS = 60_000


class MainWindow(QMainWindow):
    """See the module. `start()` after it is shown: everything heavy happens then.

    Attributes:
        shell: all widgets.
        library, searching, reading, syncing, exporting: what the window knows and does.
    """

    def __init__(
        self,
        services: "Services",
        look: Look,
        *,
        first: FirstData | None = None,
        reader_zone: tzinfo | None = None,
        zone_name: str | None = None,
        is_online: bool = True,
    ) -> None:
        super().__init__()
        self.services, self.look = services, look
        settings = services.settings
        self.runner = TaskRunner(self)
        self.library = Library(
            services,
            self.runner,
            reader_zone=reader_zone or zone(reader_zone_name()),
            zone_name=zone_name or settings.get(ZONE),
        )
        self.searching = Searching(services, self.runner)
        self.reading = Reading(services, self.runner)
        self.syncing = Syncing(services, self.runner)
        self.exporting = Exporting(services, self.runner)
        self.shell = Shell(look)
        self.setCentralWidget(self.shell)
        self.setMinimumSize(360, 420)
        self.commands = WindowCommands(self)
        self.actions_ = Actions(self, self.commands.handlers())
        self.shell.top_bar.set_menu(self.actions_.menu)
        self.watch = SyncWatch(self, is_online=is_online)
        self._minute = QTimer(self)
        self._minute.timeout.connect(self._on_minute)
        self._connect()
        restore(self, self.shell.splitter, settings)
        if first is not None:
            self.library.adopt(first)
        self._on_editions_changed()
        self._on_programme_changed()

    def _connect(self) -> None:
        self._connect_library()
        self._connect_views()
        self._connect_search()
        self.exporting.told.connect(self.shell.message_bar.show_message)
        for source in (self.runner, self.exporting):
            source.failed.connect(self._on_failed)
        self.library.star_failed.connect(self._on_failed)
        self.reading.failed.connect(self._on_failed)
        self.reading.ready.connect(self._on_talk_ready)

    def _connect_library(self) -> None:
        library = self.library
        library.editions_changed.connect(self._on_editions_changed)
        library.programme_changed.connect(self._on_programme_changed)
        library.edition_opened.connect(self._on_edition_opened)
        library.stars_set.connect(self._on_stars_set)

    def _connect_views(self) -> None:
        shell = self.shell
        for view in (shell.programme, shell.search):
            view.talk_activated.connect(self.show_talk)
            view.talk_clicked.connect(self._on_talk_clicked)
            view.talk_opened.connect(self._on_talk_opened)
            view.star_requested.connect(self.library.set_star)
        shell.talk.star_requested.connect(self.library.set_star)
        shell.talk.talk_requested.connect(self._on_talk_requested)
        shell.talk.person_requested.connect(self.commands.search_for)
        shell.talk.calendar_requested.connect(self.commands.export_talk)
        shell.sidebar.edition_chosen.connect(self._on_edition_chosen)
        shell.sidebar.page_chosen.connect(self._on_page_chosen)
        shell.top_bar.zone_chosen.connect(self.commands.choose_zone)
        shell.top_bar.export_clicked.connect(self.commands.export)

    def _connect_search(self) -> None:
        shell = self.shell
        edit = shell.top_bar.search
        edit.textChanged.connect(self._on_search_text_changed)
        edit.results_requested.connect(self._on_results_requested)
        edit.first_requested.connect(self._on_first_requested)
        shell.search.scope_chosen.connect(self._on_scope_chosen)
        self.searching.answered.connect(self._on_answered)

    # --- start and end -------------------------------------------------------------------------

    def start(self) -> None:
        """Open the database behind the first picture; ask the sites on a first start."""
        self.library.reload()
        now = self.library.now
        self._minute.start(_MINUTE_MS - (now.second * 1000 + now.microsecond // 1000))

    def close_window(self) -> None:
        """Quit."""
        self.close()

    def discard(self) -> None:
        """End without remembering anything (a picture was drawn)."""
        self._minute.stop()
        self.runner.shut_down()
        self.deleteLater()

    def open_view(self, name: str, query: str = "") -> None:
        """Show a view by its name, for pictures."""
        if name == "search":
            self.shell.top_bar.search.setText(query)
        elif name == "first-run":
            self.shell.stage.setCurrentWidget(self.shell.first_run)
            self.shell.footer.hide()
            self.shell.top_bar.set_bare(is_bare=True)
        elif name == "talk":
            self.shell.programme.select_default()
            self.shell.open_talk()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window and let no thread outlive it."""
        save(self, self.shell.splitter, self.services.settings)
        self._minute.stop()
        self.runner.shut_down()
        super().closeEvent(event)

    # --- the programme -------------------------------------------------------------------------

    def show_talk(self, ref: EntryRef) -> None:
        """Show a talk in the pane beside the list, if there is room; fetch its text."""
        entry = self.library.entry(ref)
        if entry is not None:
            self.shell.talk.show_entry(entry, self.library.entries, self.library.context)
        self.reading.read(ref)

    def selected_refs(self) -> tuple[EntryRef, ...]:
        """The talks that commands act on: of the view in front, else the one being read."""
        shell = self.shell
        is_search = shell.middle.currentWidget() is shell.search
        refs = (shell.search if is_search else shell.programme).selected_refs()
        if not refs and shell.talk.ref:
            return (shell.talk.ref,)
        return refs

    def pages(self) -> tuple[Page, ...]:
        """The views that can be chosen."""
        talks = sum(entry.is_contribution for entry in self.library.entries)
        count = str(talks) if talks else ""
        return (Page("programme", translate("Pages", "Programme"), "list", count),)

    def _on_editions_changed(self) -> None:
        library, shell = self.library, self.shell
        shell.sidebar.set_editions(library.editions, library.key or "")
        is_first_run = library.is_loaded and not library.has_programmes
        shell.stage.setCurrentWidget(shell.first_run if is_first_run else shell.splitter)
        shell.footer.setVisible(not is_first_run)
        shell.top_bar.set_bare(is_bare=is_first_run)
        if is_first_run:
            shell.first_run.fetch.setFocus()
            self.watch.try_sites_once()

    def _on_programme_changed(self) -> None:
        library, shell = self.library, self.shell
        info, context = library.info, library.context
        shell.top_bar.set_context(context, library.zone_name)
        shell.footer.set_programme(info, library.entries, context)
        shell.sidebar.set_pages(self.pages(), "programme")
        shell.programme.set_entries(library.entries, context)
        shell.talk.set_entries(library.entries, context)
        self.setWindowTitle(_window_title(context.title, is_sample=context.is_sample))
        if not self.searching.text:
            self.show_middle()

    def show_middle(self) -> None:
        """The view of the edition shown, or what is known of one without a programme."""
        shell, info = self.shell, self.library.info
        if info is not None and info.stored is None:
            shell.edition.show_edition(info)
            shell.middle.setCurrentWidget(shell.edition)
            shell.set_has_talk_pane(has_talk_pane=False)
        else:
            shell.set_has_talk_pane(has_talk_pane=True)
            shell.middle.setCurrentWidget(shell.programme)

    def _on_edition_opened(self) -> None:
        """Another edition: its first talk of the day beside it."""
        self.shell.talk.clear()
        QTimer.singleShot(0, self._select_something)

    def _select_something(self) -> None:
        shell = self.shell
        if self.searching.text or shell.stage.currentWidget() is shell.first_run:
            return
        if shell.talk.entry is None and shell.panes.talk:
            shell.programme.select_default()
        shell.focus_view()

    def _on_edition_chosen(self, key: str) -> None:
        self.shell.top_bar.search.clear()
        self.library.open(key)
        keep(self.services.settings, EDITION, key)
        self.shell.close_drawer()

    def _on_page_chosen(self, name: str) -> None:
        del name
        self.shell.top_bar.search.clear()
        self.shell.close_talk()
        self.shell.close_drawer()
        self.shell.programme.focus_content()

    def _on_stars_set(self, refs: tuple[EntryRef, ...], star: Star, before: object) -> None:
        del before
        self.shell.search.show_stars(refs, star)

    def _on_talk_clicked(self, ref: EntryRef) -> None:
        del ref
        if not self.shell.panes.talk:
            self.shell.close_drawer()
            self.shell.open_talk()

    def _on_talk_opened(self, ref: EntryRef) -> None:
        self.show_talk(ref)
        self.shell.open_talk()
        self.shell.talk.focus_page()

    def _on_talk_requested(self, ref: EntryRef) -> None:
        """A related talk: in the list too, if it is there."""
        self.show_talk(ref)
        self.shell.programme.select(ref)

    def _on_talk_ready(self, ready: ReadyTalk) -> None:
        talk, detail = self.shell.talk, ready.detail
        if self.library.entry(detail.entry.ref) is None:
            context = self.library.context_of(detail.event, detail.entry.ref.edition_key)
            talk.show_entry(detail.entry, (), context)
        talk.show_detail(detail, ready.html)

    def _on_minute(self) -> None:
        self._minute.setInterval(_MINUTE_MS)
        self.library.tick()

    # --- search --------------------------------------------------------------------------------

    def _on_search_text_changed(self, text: str) -> None:
        self.searching.ask(text)
        if not self.searching.text:
            self.show_middle()

    def _on_answered(self, answer: Answer) -> None:
        library, shell = self.library, self.shell
        shell.set_has_talk_pane(has_talk_pane=True)
        shell.search.show_answer(answer, library.info_of, library.context)
        shell.middle.setCurrentWidget(shell.search)
        shell.stage.setCurrentWidget(shell.splitter)

    def _on_scope_chosen(self, scope: str) -> None:
        self.searching.key = self.library.key if scope == THIS else None
        self.shell.search.scope.set_value(scope if scope == THIS else ALL)
        self.searching.ask(self.shell.top_bar.search.text())

    def _on_results_requested(self) -> None:
        if self.searching.text:
            self.shell.search.focus_content()
        else:
            self.shell.programme.focus_content()

    def _on_first_requested(self) -> None:
        ref = self.shell.search.first_ref()
        if self.searching.text and ref:
            self.shell.search.focus_content()
            self._on_talk_opened(ref)

    # --- messages ------------------------------------------------------------------------------

    def _on_failed(self, error: Exception) -> None:
        self.shell.message_bar.show_message(error_message(error))


def _window_title(title: str, *, is_sample: bool) -> str:
    if not title:
        return APP_NAME
    if is_sample:
        title = translate("Window", "SAMPLE {title} (invented talks)").format(title=title)
    return f"{title} – {APP_NAME}"
