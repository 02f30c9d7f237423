"""Which view of an edition is in front: made at its first use, filled when it is shown.

What only one view needs stays in that view; here stands what the window must know of it.
"""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from companion.domain.entry import EntryRef
from companion.domain.times import day_of
from companion.ui.format import time_text
from companion.ui.i18n import translate
from companion.ui.tasks import Lane
from companion.ui.views.sidebar import Page
from companion.ui.widgets.segments import Segments
from companion.ui.window_base import OF_ALL_EDITIONS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from companion.services.registry import Services
    from companion.ui.control.reading import ReadyTalk
    from companion.ui.series.followups_part import FollowUpsPart
    from companion.ui.series.pages import SeriesPages
    from companion.ui.views.changes_view import ChangesView
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
        news: how many talks are new in what the person follows.
    """

    def __init__(self, window: "WindowBase") -> None:
        super().__init__(window)
        self._window = window
        self.form = PROGRAMME
        self.unseen = self.news = 0
        self._parts: tuple[FollowUpsPart | HistoryPart, ...] = ()
        shell = window.shell
        self._switches = [self._make_switch()]
        shell.programme.day_bar.add_tool(self._switches[0])
        window.look.changed.connect(self._on_look_changed)
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
            "show_series": self.show_series,
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
            Page("now", translate("Pages", "Now & next"), "clock", self._clock()),
            Page("agenda", translate("Pages", "My agenda"), "star", stars),
            Page("posters", translate("Pages", "Posters"), "presentation", posters),
            Page("people", translate("Pages", "People"), "users", people),
            Page(CHANGES, translate("Pages", "Changes"), "history", unseen, is_badge=True),
            Page(SERIES, translate("Pages", "Series"), "globe", _count(self.news), is_badge=True),
        )

    def _counts(self) -> tuple[str, str, str, str]:
        """Talks, stars, posters, people; only talks before the database was read."""
        library = self._window.library
        tally = library.tally
        if not library.is_loaded:
            return _count(tally.talks), "", "", ""
        stars = f"★ {tally.starred}" if tally.starred else ""
        return _count(tally.talks), stars, _count(tally.posters or 0), _count(tally.people or 0)

    def _clock(self) -> str:
        """The time in the zone shown."""
        context = self._window.library.context
        return time_text(context.now, context.zone) if context.key else ""

    # --- going places --------------------------------------------------------------------------

    def go(self, name: str) -> None:
        """Show a page of the left column, with the keyboard in it."""
        shell = self._window.shell
        shell.top_bar.search.clear()
        shell.close_talk()
        shell.close_drawer()
        self.open(self.form if name == PROGRAMME else name)
        self._focus()
        if name in OF_ALL_EDITIONS:
            # Behind what the view itself loads in that lane: before, it had nothing to choose.
            self._window.runner.run(Lane.DATABASE, lambda _task: None, self._focus, key="focus")

    def _focus(self, _nothing: None = None) -> None:
        """Give the view the keyboard; the left column where there is nothing to choose."""
        shell = self._window.shell
        if not self._has_focus():
            shell.focus_view()
        if not self._has_focus():
            shell.sidebar.pages.setFocus()

    def _has_focus(self) -> bool:
        focus: QWidget | None = self._window.focusWidget()
        if focus is None or not focus.isVisible():
            return False
        return bool(self._window.shell.page_view.isAncestorOf(focus))

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
        if ref is not None and self.day_of_talk(ref) == day:
            shell.page_view.select(ref)
        shell.page_view.focus_content()

    def day_of_talk(self, ref: EntryRef) -> date | None:
        """The day on which a talk is shown; None without a time."""
        library = self._window.library
        entry = library.entry(ref)
        start = entry.start_dt if entry else None
        return None if start is None else day_of(start, library.context.zone)

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

    def show_person(self, name: str) -> bool:
        """Who somebody is, with all their talks; False if they are not in this edition."""
        entries = self._window.library.entries
        if not any(link.name == name for entry in entries for link in entry.people):
            return False
        self.go("people")
        view = self._window.shell.people
        is_here = bool(view.show_person(name))
        view.people.setFocus()
        return is_here

    def show_changes(self) -> None:
        """What is new."""
        self.go(CHANGES)

    def show_series(self) -> None:
        """All editions."""
        self.go(SERIES)

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

    def set_news(self, count: int) -> None:
        """Talks are new in what the person follows."""
        self.news = count
        self._window.shell.sidebar.set_pages(self.pages(), self.page)

    # --- what asks the services itself ---------------------------------------------------------

    def _make(self, name: str) -> None:
        """Build a view that the frame cannot build, at its first use."""
        shell = self._window.shell
        if name == CHANGES and not shell.has_view(name):
            shell.add_view(name, self._make_changes())
        elif name == SERIES and not shell.has_view(name):
            shell.add_view(name, self._make_series())

    def _make_changes(self) -> "ChangesView":
        from companion.ui.views.changes_view import ChangesView  # noqa: PLC0415 - not at start

        window = self._window
        view = ChangesView(window.look, window.services, window.runner)
        view.talk_activated.connect(window.show_talk)
        view.talk_clicked.connect(window.talk_clicked)
        view.talk_opened.connect(window.open_talk)
        view.unseen_changed.connect(self._on_unseen)
        view.failed.connect(window.show_error)
        return view

    def _make_series(self) -> "SeriesPages":
        from companion.ui.series.pages import SeriesPages  # noqa: PLC0415 - not at start

        window = self._window
        view = SeriesPages(window.look, window.services, window.runner)
        view.talk_opened.connect(window.open_talk)
        view.edition_chosen.connect(window.shell.sidebar.edition_chosen)
        view.stars_changed.connect(window.library.reload)
        view.failed.connect(window.show_error)
        return view

    def open_series(self, part: str) -> None:
        """One part of the series: see `companion.ui.series.pages`."""
        self.open(SERIES)
        view: SeriesPages = self._window.shell.page_view
        view.show_page(part)

    def _on_page_made(self) -> None:
        """Sections of the talk's page that load by themselves."""
        # Not before the first talk is read.
        from companion.ui.control.formulas import FormulaDrawer  # noqa: PLC0415
        from companion.ui.series.followups_part import FollowUpsPart  # noqa: PLC0415
        from companion.ui.views.history_part import HistoryPart  # noqa: PLC0415

        window, page = self._window, self._window.shell.talk.page
        if page is None:
            return
        page.text.set_drawer(FormulaDrawer(window.runner, self))
        follow_ups = FollowUpsPart(window.look, window.services, window.runner)
        follow_ups.talk_requested.connect(window.show_talk)
        history = HistoryPart(window.look, window.services, window.runner)
        self._parts = (follow_ups, history)
        for part in self._parts:
            part.failed.connect(window.show_error)
            page.add_section(part)

    def _on_talk_ready(self, ready: "ReadyTalk") -> None:
        for part in self._parts:
            part.show_talk(ready.detail.entry.ref, self._window.library.context)

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
        self._draw_icons(switch)
        return switch

    def _draw_icons(self, switch: Segments) -> None:
        look = self._window.look
        size = look.fonts.px(16)
        icons = {
            PROGRAMME: look.icon("list", "text", size),
            TIMETABLE: look.icon("columns-3", "text", size),
        }
        switch.set_icons(icons, size)

    def _on_look_changed(self) -> None:
        for switch in self._switches:
            self._draw_icons(switch)


def _count(number: int) -> str:
    return str(number) if number else ""


def _unseen(services: "Services") -> int:
    """Changed talks since the person looked last. Runs in the database lane."""
    items = services.changes.news(since=services.changes.last_look())
    return len({(item.seen_dt, item.ref_text) for item in items})
