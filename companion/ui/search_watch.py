"""From the search field to the results, and from them to a talk."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from companion.domain.bookmark import Star
from companion.domain.entry import EntryRef
from companion.settings import SEARCH_SCOPE
from companion.ui.control.searching import Question

if TYPE_CHECKING:
    from companion.ui.control.searching import Answer
    from companion.ui.window_base import WindowBase

THIS = "this"


class SearchWatch(QObject):
    """Stands between `Searching` and the widgets that show it.

    Attributes:
        scope: `all` editions or only `this` one, whichever it is.
    """

    def __init__(self, window: "WindowBase") -> None:
        super().__init__(window)
        self._window = window
        self.scope = window.services.settings.get(SEARCH_SCOPE)
        edit = window.shell.top_bar.search
        edit.textChanged.connect(self._on_text_changed)
        edit.results_requested.connect(self._on_results_requested)
        edit.first_requested.connect(self._on_first_requested)
        window.searching.answered.connect(self._on_answered)
        window.shell.view_made.connect(self._on_view_made)
        window.library.stars_set.connect(self._on_stars_set)
        window.library.programme_changed.connect(self._on_programme_changed)
        window.library.editions_changed.connect(window.searching.forget)

    def question(self, text: str) -> Question:
        """A text, as it is looked for now."""
        library = self._window.library
        key = library.key if self.scope == THIS else None
        return Question(text.strip(), key, library.context.chosen, library.context.zone)

    def _on_view_made(self, name: str) -> None:
        if name == "search":
            view = self._window.shell.search
            self._window.connect_view(view)
            view.scope.set_value(self.scope)
            view.scope_chosen.connect(self._on_scope_chosen)

    def _on_text_changed(self, text: str) -> None:
        searching = self._window.searching
        searching.ask(self.question(text))
        if not searching.text:
            self._window.show_middle()
            # Behind whatever else ends the search: it may lead to another view, or talk.
            QTimer.singleShot(0, self._window, self._window.match_talk)

    def _on_programme_changed(self) -> None:
        """Another filter, zone or edition asks anew; a minute does not."""
        searching = self._window.searching
        asked = self.question(searching.text)
        if searching.text and asked != searching.question:
            searching.ask(asked)

    def _on_answered(self, answer: "Answer") -> None:
        library, shell = self._window.library, self._window.shell
        shell.set_has_talk_pane(has_talk_pane=True)
        shell.search.show_answer(answer, library.info_of, library.context)
        shell.show_view("search")

    def _on_scope_chosen(self, scope: str) -> None:
        window = self._window
        self.scope = scope
        window.shell.search.scope.set_value(scope)
        window.searching.ask(self.question(window.shell.top_bar.search.text()))

    def _on_results_requested(self) -> None:
        """The arrow down, from the field into the list."""
        shell = self._window.shell
        (shell.search if self._window.searching.text else shell.page_view).focus_content()

    def _on_first_requested(self) -> None:
        """Enter: the topmost result."""
        shell = self._window.shell
        ref = shell.search.first_ref() if self._window.searching.text else None
        if ref is not None:
            shell.search.focus_content()
            self._window.open_talk(ref)

    def _on_stars_set(self, refs: tuple[EntryRef, ...], star: Star, _before: object) -> None:
        self._window.searching.forget()
        if self._window.searching.text:
            self._window.shell.search.show_stars(refs, star)
