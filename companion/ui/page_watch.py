"""Which view of an edition is in front: made at its first use, filled when it is shown.

What only one view needs stays in that view; here stands what the window must know of it.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from companion.domain.entry import EntryRef
from companion.ui.i18n import translate
from companion.ui.tasks import Lane
from companion.ui.views.sidebar import Page
from companion.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from companion.services.registry import Services
    from companion.ui.control.reading import ReadyTalk
    from companion.ui.views.history_part import HistoryPart
    from companion.ui.window_base import WindowBase

PROGRAMME: Final = "programme"
TIMETABLE: Final = "timetable"
CHANGES: Final = "changes"
SERIES: Final = "series"
_FORMS = (PROGRAMME, TIMETABLE)
_OF_PROGRAMME = frozenset({TIMETABLE, "now", "agenda", "posters", "people"})


class PageWatch(QObject):
    """Stands between the left column and the views in the middle.

    Attributes:
        form: of the programme: `programme` (the list) or `timetable`.
        unseen: how many changed talks were not looked at yet.
    """

    def __init__(self, window: "WindowBase") -> None:
        super().__init__(window)
        self._window = window
        self.form = PROGRAMME
        self.unseen = 0
        self._history: HistoryPart | None = None
        shell = window.shell
        self._switches = [self._make_switch()]
        shell.programme.day_bar.add_tool(self._switches[0])
        shell.view_made.connect(self._on_view_made)
        shell.talk.page_made.connect(self._on_page_made)
        shell.sidebar.page_chosen.connect(self.go)
        window.library.editions_changed.connect(self._count_unseen)
        window.reading.ready.connect(self._on_talk_ready)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Command name → what it does."""
        return {
            "show_programme": self.show_programme,
            "show_now": self.show_now,
            "show_agenda": self.show_agenda,
            "show_posters": self.show_posters,
            "show_people": self.show_people,
            "show_changes": self.show_changes,
            "form": self.next_form,
        }

    # --- the left column -----------------------------------------------------------------------

    @property
    def page(self) -> str:
        """The page chosen in the left column; both forms of the programme are one."""
        name = self._window.shell.page
        return PROGRAMME if name in _FORMS else name

    def pages(self) -> tuple[Page, ...]:
        """The views that can be chosen."""
        talks, stars, posters, people = self._counts()
        unseen = "99+" if self.unseen > 99 else _count(self.unseen)
        return (
            Page(PROGRAMME, translate("Pages", "Programme"), "list", talks),
            Page("now", translate("Pages", "Now & next"), "clock"),
            Page("agenda", translate("Pages", "My agenda"), "star", stars),
            Page("posters", translate("Pages", "Posters"), "presentation", posters),
            Page("people", translate("Pages", "People"), "users", people),
            Page(CHANGES, translate("Pages", "Changes"), "history", unseen, is_badge=True),
        )

    def _counts(self) -> tuple[str, str, str, str]:
        """Talks, stars, posters, people; the dear ones not before the database was read."""
        library = self._window.library
        talks = sum(entry.is_contribution for entry in library.entries)
        if not library.is_loaded:
            return _count(talks), "", "", ""
        # Not before the first picture of the window.
        from companion.services.people_list import directory  # noqa: PLC0415
        from companion.services.starred import posters_of, starred_of  # noqa: PLC0415

        counts = (len(made(library.entries)) for made in (starred_of, posters_of, directory))
        stars, posters, people = map(_count, counts)
        return _count(talks), f"★ {stars}" if stars else "", posters, people

    # --- going places --------------------------------------------------------------------------

    def go(self, name: str) -> None:
        """Show a page of the left column, with the keyboard in it."""
        shell = self._window.shell
        shell.top_bar.search.clear()
        shell.close_talk()
        shell.close_drawer()
        self.open(self.form if name == PROGRAMME else name)
        shell.page_view.focus_content()

    def open(self, name: str) -> None:
        """Bring a view to the front; `timetable` is one of its own here."""
        shell = self._window.shell
        if name in _FORMS:
            self.form = name
        self._make(name)
        shell.page = name
        for switch in self._switches:
            switch.set_value(self.form)
        self.fill()
        self._window.show_middle()
        shell.sidebar.pages.set_value(self.page)

    def show_form(self, form: str) -> None:
        """The programme as a list or as a timetable, at the same day and talk."""
        shell = self._window.shell
        day, ref = getattr(shell, self.form).day, shell.talk.ref
        self.open(form)
        shell.close_talk()
        shell.page_view.show_day(day)
        entry = self._window.library.entry(ref) if ref else None
        if ref and entry and shell.page_view.day == day:
            shell.page_view.select(ref)
        shell.page_view.focus_content()

    def show_block(self, ref: EntryRef) -> None:
        """What is in a block: its posters, else its place in the list."""
        self.go("posters")
        if not self._window.shell.posters.show_block(ref):
            self.show_form(PROGRAMME)
            self._window.shell.programme.select(ref)

    def show_programme(self) -> None:
        """List or timetable."""
        self.go(PROGRAMME)

    def next_form(self) -> None:
        """From the list to the timetable and back."""
        self._window.shell.top_bar.search.clear()
        is_timetable = self._window.shell.page == TIMETABLE
        self.show_form(PROGRAMME if is_timetable else TIMETABLE)

    def show_now(self) -> None:
        """What is on."""
        self.go("now")

    def show_agenda(self) -> None:
        """What is starred."""
        self.go("agenda")

    def show_posters(self) -> None:
        """All posters."""
        self.go("posters")

    def show_people(self) -> None:
        """Who is there."""
        self.go("people")

    def show_changes(self) -> None:
        """What is new."""
        self.go(CHANGES)

    # --- filling -------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Another edition, a sync, a star, another zone, or a minute has passed."""
        self._window.shell.sidebar.set_pages(self.pages(), self.page)
        self.fill()

    def fill(self) -> None:
        """Give the view in front the programme; the others get it when they are shown."""
        shell, library = self._window.shell, self._window.library
        # The list of the programme always has it: the window fills it first.
        if shell.page in _OF_PROGRAMME:
            shell.page_view.set_entries(library.entries, library.context)
        elif shell.page != PROGRAMME:
            shell.page_view.set_context(library.context)

    def _count_unseen(self) -> None:
        """For the badge, without the view itself."""
        window = self._window
        if not window.library.is_loaded:
            return
        services = window.services
        window.runner.run(
            Lane.DATABASE, lambda _task: _unseen(services), self._on_unseen, key="unseen"
        )

    def _on_unseen(self, count: int) -> None:
        self.unseen = count
        self._window.shell.sidebar.set_pages(self.pages(), self.page)

    # --- what asks the services itself ---------------------------------------------------------

    def _make(self, name: str) -> None:
        """Build a view that the frame cannot build, at its first use."""
        window = self._window
        if name != CHANGES or window.shell.has_view(name):
            return
        from companion.ui.views.changes_view import ChangesView  # noqa: PLC0415 - not at start

        view = ChangesView(window.look, window.services, window.runner)
        view.talk_activated.connect(window.show_talk)
        view.talk_clicked.connect(window.talk_clicked)
        view.talk_opened.connect(window.open_talk)
        view.unseen_changed.connect(self._on_unseen)
        view.failed.connect(window.show_error)
        window.shell.add_view(name, view)

    def _on_page_made(self) -> None:
        """Sections of the talk's page that load by themselves."""
        from companion.ui.views.history_part import HistoryPart  # noqa: PLC0415 - not at start

        window, page = self._window, self._window.shell.talk.page
        if page is None:
            return
        self._history = HistoryPart(window.look, window.services, window.runner)
        self._history.failed.connect(window.show_error)
        page.add_section(self._history)

    def _on_talk_ready(self, ready: "ReadyTalk") -> None:
        if self._history is not None:
            self._history.show_talk(ready.detail.entry.ref, self._window.library.context)

    # --- slots ---------------------------------------------------------------------------------

    def _on_view_made(self, name: str) -> None:
        shell = self._window.shell
        if name in _OF_PROGRAMME:
            self._window.connect_view(getattr(shell, name))
        if name == TIMETABLE:
            self._switches.append(self._make_switch())
            shell.timetable.day_bar.add_tool(self._switches[-1])
            shell.timetable.block_activated.connect(self.show_block)
        elif name == "agenda":
            shell.agenda.block_activated.connect(self.show_block)
            shell.agenda.form_changed.connect(self._on_agenda_form_changed)

    def _on_agenda_form_changed(self, _form: str) -> None:
        self._window.shell.close_talk()
        self._window.show_middle()

    def _make_switch(self) -> Segments:
        switch = Segments(translate("Pages", "Form of the programme"))
        key = translate("Pages", "List or timetable (T)")
        switch.add(PROGRAMME, translate("Pages", "List"), key)
        switch.add(TIMETABLE, translate("Pages", "Timetable"), key)
        switch.set_value(self.form)
        switch.chosen.connect(self.show_form)
        return switch


def _count(number: int) -> str:
    return str(number) if number else ""


def _unseen(services: "Services") -> int:
    """Changed talks since the person looked last. Runs in the database lane."""
    items = services.changes.news(since=services.changes.last_look())
    return len({(item.seen_dt, item.ref_text) for item in items})
