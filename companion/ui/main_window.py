"""The window: every part of it, wired to the services. It holds no rules of its own."""

from datetime import tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QMouseEvent,
)

from companion import APP_NAME
from companion.domain.entry import EntryRef
from companion.settings import EDITION
from companion.ui.actions import Actions
from companion.ui.calendar_watch import CalendarWatch
from companion.ui.commands import WindowCommands
from companion.ui.control.reading import ReadyTalk
from companion.ui.edition_watch import EditionWatch
from companion.ui.files.file_watch import FileWatch
from companion.ui.filter_watch import FilterWatch
from companion.ui.following.follow_watch import FollowWatch
from companion.ui.hands.hands import Hands
from companion.ui.i18n import translate
from companion.ui.keeping_watch import KeepingWatch
from companion.ui.last_view import LastView
from companion.ui.one_shot import TURN_MS, one_shot
from companion.ui.page_watch import PageWatch
from companion.ui.search_watch import SearchWatch
from companion.ui.sync_watch import SyncWatch
from companion.ui.theme import Look
from companion.ui.window_base import OF_ALL_EDITIONS, WindowBase
from companion.ui.window_state import keep, restore, save

if TYPE_CHECKING:
    from companion.domain.people import PersonLink
    from companion.services.registry import Services
    from companion.ui.control.first_data import FirstData

_MINUTE_MS = 60_000
_DIALOGS = {"settings": "settings", "your-data": "your_data"}
_PARTS_OF_SERIES = {"compare": "compare", "remote": "remote-plan", "for-me": "for-me"}


class MainWindow(WindowBase):
    """See the module. `start()` after it is shown: everything heavy happens then.

    Attributes:
        commands, actions_: what can be done, and the menu of it.
        pages: which view is in front; filters: what of it is shown.
        follows: what the person follows.
        editions: what can be done with one where it stands.
        files: what files and addresses bring; keeping: settings and the person's data.
        calendars: the calendar window, and calendars kept up to date.
        hands: what keys and mouse do everywhere.
        watch: shows syncs; search_watch: shows searches.
    """

    def __init__(
        self,
        services: "Services",
        look: Look,
        *,
        first: "FirstData | None" = None,
        reader_zone: tzinfo | None = None,
        zone_name: str | None = None,
        is_online: bool = True,
    ) -> None:
        super().__init__(services, look, reader_zone=reader_zone, zone_name=zone_name)
        self.watch = SyncWatch(self, is_online=is_online)
        self.commands = WindowCommands(self, self.watch)
        self.pages = PageWatch(self)
        self.follows = FollowWatch(self, self.pages)
        self.calendars = CalendarWatch(self)
        self.editions = EditionWatch(self, self.watch)
        self.files = FileWatch(self, self.watch, self.editions)
        self.keeping = KeepingWatch(self, self.commands, self.files)
        self.hands = Hands(self, self.pages)
        self.filters = FilterWatch(self)
        parts = (
            self.commands,
            self.pages,
            self.calendars,
            self.files,
            self.keeping,
            self.hands,
            self.filters,
        )
        self.actions_ = Actions(self, {k: v for p in parts for k, v in p.handlers().items()})
        self.shell.top_bar.set_menu(self.actions_.menu)
        self.search_watch = SearchWatch(self)
        self.last_view = LastView(self, self.pages, self.search_watch)
        self._select_soon = one_shot(self, self._select_something, TURN_MS)
        self._show_soon = one_shot(self, self._show_selected, TURN_MS)
        self._minute = QTimer(self)
        self._minute.timeout.connect(self._on_minute)
        self._connect()
        restore(self, self.shell.splitter, services.settings)
        if first is not None:
            self.library.adopt(first)
        self._on_editions_changed()
        self._on_programme_changed()

    def _connect(self) -> None:
        self._connect_library()
        self._connect_views()
        self.runner.failed.connect(self.show_error)
        self.library.star_failed.connect(self.show_error)
        self.reading.failed.connect(self.show_error)
        self.reading.ready.connect(self._on_talk_ready)
        self.last_view.opened.connect(self._select_soon.start)

    def _connect_library(self) -> None:
        library = self.library
        library.editions_changed.connect(self._on_editions_changed)
        library.programme_changed.connect(self._on_programme_changed)
        library.edition_opened.connect(self._on_edition_opened)
        library.stars_set.connect(self.shell.talk.show_stars)

    def _connect_views(self) -> None:
        shell = self.shell
        self.connect_view(shell.programme)
        shell.talk.star_requested.connect(self.library.set_star)
        shell.talk.talk_requested.connect(self._on_talk_requested)
        shell.talk.person_requested.connect(self._on_person_requested)
        shell.talk.calendar_requested.connect(self.calendars.export_talk)
        shell.sidebar.edition_chosen.connect(self._on_edition_chosen)
        reach = self.hands.reach
        reach.export_requested.connect(self.calendars.export_talks)
        reach.person_export_requested.connect(self.calendars.export_person)
        reach.session_export_requested.connect(self.calendars.export_session)
        reach.search_requested.connect(self.commands.search_for)
        shell.top_bar.zone_chosen.connect(self.commands.choose_zone)
        shell.top_bar.export_clicked.connect(self.calendars.export)

    # --- start and end -------------------------------------------------------------------------

    def start(self) -> None:
        """Open the database behind the first picture; ask the sites on a first start."""
        self.last_view.restore()
        self.library.reload()
        now = self.library.now
        self._minute.start(_MINUTE_MS - (now.second * 1000 + now.microsecond // 1000))

    def discard(self) -> None:
        """End without remembering anything (a picture was drawn)."""
        self._minute.stop()
        self.runner.shut_down()
        self.deleteLater()

    def open_view(self, name: str, query: str = "") -> None:
        """Show a view by its name, for pictures."""
        if name == "search":
            self.commands.search_for(query)
        elif name == "first-run":
            self.shell.show_first_run(is_shown=True)
        elif name == "talk":
            self.pages.open("programme")
            self.shell.programme.select_default()
            self.shell.open_talk()
        elif name == "export":
            self.calendars.export()
        elif name in _DIALOGS:
            self.actions_[_DIALOGS[name]].trigger()
        elif name in _PARTS_OF_SERIES:
            self.pages.open_series(_PARTS_OF_SERIES[name])
            self.shell.focus_view()
        else:
            self.pages.open(name)
            self.shell.focus_view()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The thumb's buttons lead back and forward."""
        if event.button() is Qt.MouseButton.BackButton:
            self.hands.places.back()
        elif event.button() is Qt.MouseButton.ForwardButton:
            self.hands.places.forward()
        else:
            super().mousePressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files of this computer may be dropped anywhere."""
        if self.files.hover(event.mimeData()):
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Taken away again."""
        self.files.leave()
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open or import what was dropped."""
        event.acceptProposedAction()
        self.files.drop(event.mimeData())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window and let no thread outlive it."""
        save(self, self.shell.splitter, self.services.settings, self.last_view.values())
        self.closing.emit()
        self._minute.stop()
        self.runner.shut_down()
        super().closeEvent(event)

    # --- the programme -------------------------------------------------------------------------

    def _on_editions_changed(self) -> None:
        library, shell = self.library, self.shell
        shell.sidebar.set_editions(library.editions, library.key or "")
        is_first_run = library.is_loaded and not library.has_programmes
        if is_first_run != shell.is_first_run:
            shell.show_first_run(is_shown=is_first_run)
        if is_first_run:
            shell.first_run.fetch.setFocus()
            self.watch.try_sites_once()
        self._show_freshness()

    def _show_freshness(self) -> None:
        """Also where nothing but the time of the last look has changed."""
        library = self.library
        self.shell.footer.set_programme(library.info, library.tally, library.context)

    def _on_programme_changed(self) -> None:
        library, shell = self.library, self.shell
        context = library.context
        shell.top_bar.set_context(context, library.zone_name)
        self._show_freshness()
        shell.programme.take_sorted(library.agenda)
        shell.programme.set_entries(library.entries, context)
        self.pages.refresh()
        shell.talk.set_entries(library.entries, context)
        self.setWindowTitle(_window_title(context.title, is_sample=context.is_sample))
        if not self.searching.text:
            self.show_middle()

    def _on_edition_opened(self) -> None:
        """Another edition: its first talk of the day beside it."""
        self.shell.talk.clear()
        self._select_soon.start()

    def _select_something(self) -> None:
        """Once the list is painted."""
        shell = self.shell
        if self.searching.text or shell.is_first_run:
            return
        if shell.talk.entry is None and shell.panes.talk and (ref := shell.programme.default_ref()):
            shell.programme.list.select(ref)
            # In a turn of its own: the first page of a talk takes as long as the list.
            self._show_soon.start()
        shell.focus_view()

    def _show_selected(self) -> None:
        """The talk chosen at a start, unless the person was quicker."""
        shell = self.shell
        if shell.talk.entry is None and (ref := shell.programme.list.current_ref()):
            self.show_talk(ref)

    def _on_edition_chosen(self, key: str) -> None:
        self.shell.top_bar.search.clear()
        self.library.open(key)
        keep(self.services.settings, EDITION, key)
        if self.shell.page in OF_ALL_EDITIONS:
            self.pages.open(self.pages.form)
        self.shell.close_drawer()

    def _on_talk_requested(self, ref: EntryRef) -> None:
        """A related talk: in the list too, if it is there. The page keeps the keyboard."""
        talk, clicked = self.shell.talk, self.focusWidget()
        is_inside = talk.isAncestorOf(clicked)
        by_mouse = is_inside and clicked.underMouse()
        self.show_talk(ref)
        self.shell.page_view.select(ref)
        if is_inside:  # the line that was pressed has gone
            reason = Qt.FocusReason
            talk.focus_page(reason.MouseFocusReason if by_mouse else reason.OtherFocusReason)

    def _on_person_requested(self, person: "PersonLink") -> None:
        """Their talks here; those of another edition's talk are looked for everywhere."""
        if not self.pages.show_person(person):
            self.commands.search_for(person.name)

    def _on_talk_ready(self, ready: ReadyTalk) -> None:
        talk, detail = self.shell.talk, ready.detail
        if self.library.entry(detail.entry.ref) is None:
            context = self.library.context_of(detail.event, detail.entry.ref.edition_key)
            talk.show_entry(detail.entry, (), context)
        talk.show_detail(detail, ready.text)

    def _on_minute(self) -> None:
        self._minute.setInterval(_MINUTE_MS)
        self.library.tick()


def _window_title(title: str, *, is_sample: bool) -> str:
    if not title:
        return APP_NAME
    if is_sample:
        title = translate("Window", "SAMPLE {title} (invented talks)").format(title=title)
    return f"{title} – {APP_NAME}"
