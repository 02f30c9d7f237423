"""While several talks are selected, the pane at the right lists them instead of showing one."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from companion.domain.bookmark import Star
from companion.domain.entry import EntryRef
from companion.ui.tasks import Lane

if TYPE_CHECKING:
    from companion.ui.hands.chosen import Chosen
    from companion.ui.hands.stars import StarHistory
    from companion.ui.views.chosen_page import ChosenPage
    from companion.ui.window_base import WindowBase


class ChosenWatch(QObject):
    """See the module.

    Attributes:
        page: None before several talks were selected for the first time.
        refs: what it shows.

    Signals:
        export_requested: write these talks (tuple of EntryRef) into a calendar file.
        copy_requested: copy titles and times of these talks (the same).
    """

    export_requested = Signal(object)
    copy_requested = Signal(object)

    def __init__(self, window: "WindowBase", stars: "StarHistory") -> None:
        super().__init__(window)
        self._window, self._stars = window, stars
        self.page: ChosenPage | None = None
        self.refs: tuple[EntryRef, ...] = ()
        window.library.programme_changed.connect(self._on_something_changed)
        window.shell.front_changed.connect(self.look)
        window.reading.ready.connect(self._on_something_changed)

    @property
    def is_shown(self) -> bool:
        """Whether the pane says what is selected."""
        return self._window.shell.talk.is_covered_by(self.page)

    def look(self) -> None:
        """Other talks may be selected than before."""
        refs = self._window.selected_refs()
        if len(refs) > 1:
            self._show(refs)
        elif self.is_shown:
            self._leave(refs)

    def _on_something_changed(self, *_what: object) -> None:
        """Zone or stars; the text of a talk came, which has shown the talk."""
        if self.refs:
            self.look()

    def _leave(self, refs: tuple[EntryRef, ...]) -> None:
        """One talk is selected, or none."""
        self.refs = ()
        talk = self._window.shell.talk
        if refs and refs[0] != talk.ref:
            self._window.show_talk(refs[0])
        talk.uncover()

    def _show(self, refs: tuple[EntryRef, ...]) -> None:
        from companion.ui.hands.chosen import chosen_entries, known_entries  # noqa: PLC0415

        window = self._window
        self.refs = refs
        known = known_entries(window.library, refs)
        if len(known) == len(refs):
            self._fill(tuple(known[ref] for ref in refs))
            return
        services = window.services
        window.runner.run(
            Lane.DATABASE,
            lambda _task: chosen_entries(services, refs, known),
            self._on_read,
            key="chosen",
        )

    def _on_read(self, talks: "Chosen") -> None:
        if tuple(talk.ref for talk in talks) == self.refs:
            self._fill(talks)

    def _fill(self, talks: "Chosen") -> None:
        from companion.ui.hands.chosen import zone_of  # noqa: PLC0415 - not at start

        library, page = self._window.library, self._made()
        page.show_talks(talks, zone_of(library, talks[0].ref), library.context)
        self._window.shell.talk.show_instead(page)

    def _made(self) -> "ChosenPage":
        if self.page is None:
            from companion.ui.views.chosen_page import ChosenPage  # noqa: PLC0415 - not at start

            self.page = page = ChosenPage(self._window.look)
            page.star_clicked.connect(lambda: self._stars.toggle(self.refs, Star.STARRED))
            page.calendar_clicked.connect(lambda: self.export_requested.emit(self.refs))
            page.copy_clicked.connect(lambda: self.copy_requested.emit(self.refs))
            page.talk_requested.connect(self._on_talk_requested)
        return self.page

    def _on_talk_requested(self, ref: EntryRef) -> None:
        """One of them alone."""
        shell = self._window.shell
        view = shell.search if shell.front == "search" else shell.page_view
        view.select(ref)
        self._leave((ref,))
