"""Puts the buttons that follow into the views, and the count of news into the left column."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from companion.ui.control.following import Following
    from companion.ui.page_watch import PageWatch
    from companion.ui.series.pages import SeriesPages
    from companion.ui.widgets.follow_button import FollowButton
    from companion.ui.window_base import WindowBase


class FollowWatch(QObject):
    """Stands between `Following` and the widgets that show it."""

    def __init__(self, window: "WindowBase", pages: "PageWatch") -> None:
        super().__init__(window)
        self._window = window
        self._pages = pages
        self._following: Following | None = None
        window.shell.view_made.connect(self._on_view_made)

    @property
    def following(self) -> "Following":
        """What is followed; read when it is first asked for."""
        if self._following is None:
            self._following = self._made()
            self._following.read()
        return self._following

    def _made(self) -> "Following":
        from companion.ui.control.following import Following  # noqa: PLC0415 - not at start

        made = Following(self._window.services, self._window.runner, self)
        made.failed.connect(self._window.show_error)
        made.counted.connect(self._pages.side.set_news)
        return made

    def refresh(self) -> None:
        """Count again what is new: behind the start, and after each sync."""
        if self._following is None:
            self._following = self._made()
        self._following.read()

    def _on_view_made(self, name: str) -> None:
        if name == "people":
            # In the next turn: the view itself takes long enough to fill.
            QTimer.singleShot(0, self, self._add_to_people)
        elif name == "search":
            self._add_to_search()
        elif name == "series":
            self._add_to_series(name)

    def _button(self) -> "FollowButton":
        from companion.ui.widgets.follow_button import FollowButton  # noqa: PLC0415

        return FollowButton(self.following)

    def _add_to_people(self) -> None:
        from companion.domain.series.follows import FollowKind  # noqa: PLC0415 - not at start

        view = self._window.shell.people
        button = self._button()
        view.bar_row.addWidget(button)

        def refresh() -> None:
            person = view.people.current_person()
            button.set_subject(FollowKind.PERSON, person.parts.person.name if person else "")

        view.people.selectionModel().currentChanged.connect(refresh)
        view.people.row_model.modelReset.connect(refresh)
        refresh()

    def _add_to_search(self) -> None:
        from companion.domain.series.follows import FollowKind  # noqa: PLC0415 - not at start

        window = self._window
        button = self._button()
        window.shell.search.bar_row.addWidget(button)

        def refresh() -> None:
            button.set_subject(FollowKind.SEARCH, window.searching.text)

        window.searching.answered.connect(refresh)
        refresh()

    def _add_to_series(self, name: str) -> None:
        pages: SeriesPages = getattr(self._window.shell, name)
        pages.follow_with(self.following)
