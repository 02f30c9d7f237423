"""What can be done with a talk, several talks or a person, at the place where they stand."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu

from companion.domain.bookmark import Star
from companion.domain.entry import Entry, EntryRef
from companion.ui.actions import commands, key_texts
from companion.ui.hands.chosen import Chosen, chosen_entries, known_entries, zone_of
from companion.ui.hands.talk_text import talks_text
from companion.ui.i18n import translate
from companion.ui.links import open_link
from companion.ui.messages import Message
from companion.ui.people.people_list import PeopleList
from companion.ui.people.rows import PersonRow
from companion.ui.tasks import Lane

if TYPE_CHECKING:
    from companion.ui.hands.stars import StarHistory
    from companion.ui.window_base import WindowBase

_MOST_PEOPLE = 8


class TalkMenu(QObject):
    """Makes the menus.

    Attributes:
        menu: the one shown last; None before.

    Signals:
        person_requested: show the talks of this person (PersonLink).
        search_requested: look for this text.
        export_requested: write these talks (tuple of EntryRef) into a calendar file.
        person_export_requested: write the talks of this person (name) into one.
        session_export_requested: write the talks of this session (title) into one.
    """

    person_requested = Signal(object)
    search_requested = Signal(str)
    export_requested = Signal(object)
    person_export_requested = Signal(str)
    session_export_requested = Signal(str)

    def __init__(self, window: "WindowBase", stars: "StarHistory") -> None:
        super().__init__(window)
        self._window, self._stars = window, stars
        self._keys = {c.name: "".join(key_texts(c.keys)[:1]) for c in commands()}
        self.menu: QMenu | None = None

    def open_for(self, refs: tuple[EntryRef, ...], at: QPoint) -> None:
        """The menu of talks; `at` on the screen."""
        if not refs:
            return
        menu = self._new()
        if len(refs) == 1:
            self._fill_one(menu, refs[0])
        else:
            self._fill_several(menu, refs)
        menu.popup(at)

    def open_for_person(self, people: PeopleList, row: PersonRow, at: QPoint) -> None:
        """The menu of somebody in the list of people."""
        name, menu = row.parts.person.name, self._new()
        words = (
            translate("TalkMenu", "Fold their talks away")
            if row.is_open
            else translate("TalkMenu", "Show their talks")
        )
        self._add(menu, words, lambda: people.toggled.emit(row))
        words = translate("TalkMenu", "Add their talks to calendar …")
        self._add(menu, words, partial(self.person_export_requested.emit, name))
        find = translate("TalkMenu", "Search for “{name}”").format(name=name)
        self._add(menu, find, lambda: self.search_requested.emit(name))
        self._add(menu, translate("TalkMenu", "Copy the name"), partial(_copy, name))
        menu.popup(at)

    def open_for_session(self, title: str, at: QPoint) -> None:
        """The menu of a session's header."""
        menu = self._new()
        words = translate("TalkMenu", "Add session to calendar …")
        self._add(menu, words, partial(self.session_export_requested.emit, title))
        menu.popup(at)

    def _new(self) -> QMenu:
        if self.menu is not None:
            self.menu.close()
            self.menu.deleteLater()
        self.menu = QMenu(self._window)
        return self.menu

    # --- contents ------------------------------------------------------------------------------

    def _fill_one(self, menu: QMenu, ref: EntryRef) -> None:
        window = self._window
        self._add(
            menu,
            translate("TalkMenu", "Read"),
            partial(window.open_talk, ref),
            "".join(key_texts(("Enter",))),
        )
        menu.addSeparator()
        self._add_stars(menu, (ref,))
        menu.addSeparator()
        self._add_taking(menu, (ref,))
        is_page = not self._is_sample(ref)
        for words, act in (
            (translate("TalkMenu", "Copy link"), _copy),
            (translate("TalkMenu", "Open page"), open_link),
        ):
            self._add(menu, words, partial(self._with_url, ref, act)).setEnabled(is_page)
        self._add_people(menu, window.library.entry(ref))

    def _fill_several(self, menu: QMenu, refs: tuple[EntryRef, ...]) -> None:
        title = menu.addAction(translate("TalkMenu", "%n talk(s) selected", "", len(refs)))
        title.setEnabled(False)
        menu.addSeparator()
        self._add_stars(menu, refs)
        menu.addSeparator()
        self._add_taking(menu, refs)

    def _add_stars(self, menu: QMenu, refs: tuple[EntryRef, ...]) -> None:
        stars = {self._stars.star_of(ref) for ref in refs}
        full = (
            translate("TalkMenu", "Star")
            if Star.NONE in stars
            else translate("TalkMenu", "Take the star away")
        )
        half = (
            translate("TalkMenu", "No longer maybe")
            if stars == {Star.TENTATIVE}
            else translate("TalkMenu", "Maybe: half a star")
        )
        for words, star, name in ((full, Star.STARRED, "star"), (half, Star.TENTATIVE, "maybe")):
            self._add(menu, words, partial(self._stars.toggle, refs, star), self._keys[name])

    def _add_taking(self, menu: QMenu, refs: tuple[EntryRef, ...]) -> None:
        """Into a calendar, into the clipboard."""
        words = translate("TalkMenu", "Add to calendar …")
        self._add(menu, words, partial(self.export_requested.emit, refs))
        words = translate("TalkMenu", "Copy title and time")
        self._add(menu, words, partial(self.copy_text, refs))

    def _add_people(self, menu: QMenu, entry: Entry | None) -> None:
        people = entry.people[:_MOST_PEOPLE] if entry else ()
        if people:
            menu.addSeparator()
        for person in people:
            words = translate("TalkMenu", "Talks of {name}").format(name=person.name)
            self._add(menu, words, partial(self.person_requested.emit, person))

    @staticmethod
    def _add(menu: QMenu, words: str, act: Callable[[], object], keys: str = "") -> QAction:
        # Keys are shown only: a second action with the same shortcut would make it ambiguous.
        plain = words.replace("&", "&&")
        action = menu.addAction(f"{plain}\t{keys}" if keys else plain)
        action.triggered.connect(lambda _checked: act())
        return action

    # --- doing ---------------------------------------------------------------------------------

    def _is_sample(self, ref: EntryRef) -> bool:
        info = self._window.library.info_of(ref.edition_key)
        return info is None or info.is_sample

    def _with_url(self, ref: EntryRef, act: Callable[[str], object]) -> None:
        services = self._window.services

        def done(url: str) -> None:
            act(url)

        self._window.runner.run(Lane.DATABASE, lambda _task: services.programme.page_url(ref), done)

    def copy_text(self, refs: tuple[EntryRef, ...]) -> None:
        """Titles and times of talks into the clipboard."""
        window = self._window
        zone = zone_of(window.library, refs[0])
        services, known = window.services, known_entries(window.library, refs)

        def done(chosen: Chosen) -> None:
            _copy(talks_text(chosen, zone))
            words = translate("TalkMenu", "%n talk(s) copied.", "", len(chosen))
            window.shell.message_bar.show_message(Message(words, is_warning=False))

        window.runner.run(Lane.DATABASE, lambda _task: chosen_entries(services, refs, known), done)


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
