"""Stars can be taken back, step by step."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from companion.domain.bookmark import Star
from companion.domain.entry import EntryRef
from companion.frozen import frozen
from companion.services.agenda import ResultRow, Row
from companion.ui.i18n import translate
from companion.ui.messages import Message
from companion.ui.models.row_model import ref_of, star_of
from companion.ui.widgets.row_list import toggled
from companion.ui.words import talk_title

if TYPE_CHECKING:
    from companion.ui.window_base import WindowBase

_MOST_STEPS = 200
_Stars = Mapping[EntryRef, Star]


@frozen
class _Step:
    before: _Stars
    after: _Stars
    title: str = ""


class StarHistory(QObject):
    """Remembers what was starred, and says it where a star is lost."""

    def __init__(self, window: "WindowBase") -> None:
        super().__init__(window)
        self._window = window
        self._done: list[_Step] = []
        self._undone: list[_Step] = []
        self._is_replaying = False
        self._said: Message | None = None
        window.library.stars_set.connect(self._on_stars_set)

    def star_of(self, ref: EntryRef) -> Star:
        """The star of a talk, of whatever edition, as far as the window shows it."""
        window = self._window
        entry = window.library.entry(ref)
        if entry is not None:
            return entry.star
        return self._star_elsewhere(ref) or Star.NONE

    def _star_elsewhere(self, ref: EntryRef) -> Star | None:
        """The star of a talk of another edition than the one shown; None where it is not seen."""
        if (row := self._found(ref)) is not None:
            return star_of(row)
        entry = self._window.shell.talk.entry
        return entry.star if entry and entry.ref == ref else None

    def toggle(self, refs: tuple[EntryRef, ...], star: Star) -> None:
        """Give all these talks a star (full or half); take it from them if all of them have it."""
        stars = {self.star_of(ref) for ref in refs}
        is_set = Star.NONE not in stars if star is Star.STARRED else stars == {star}
        self._window.library.set_star(refs, Star.NONE if is_set else star)

    def undo(self) -> None:
        """Take the last step back."""
        self._replay(self._done, self._undone, is_back=True)

    def redo(self) -> None:
        """Do the last step again that was taken back."""
        self._replay(self._undone, self._done, is_back=False)

    def _replay(self, source: list[_Step], target: list[_Step], *, is_back: bool) -> None:
        if not source:
            words = (
                translate("Stars", "There is no star to take back.")
                if is_back
                else translate("Stars", "There is nothing to do again.")
            )
            self._say(Message(words, is_warning=False))
            return
        step = source.pop()
        target.append(step)
        stars = step.before if is_back else step.after
        self._is_replaying = True
        kinds = dict.fromkeys(stars.values())
        self._window.library.set_stars(
            {kind: [ref for ref, star in stars.items() if star is kind] for kind in kinds}
        )
        self._is_replaying = False
        self._say(Message(_told(stars, step.title), is_warning=False))

    def _on_stars_set(self, refs: tuple[EntryRef, ...], star: Star, before: _Stars) -> None:
        if self._is_replaying:
            return
        old = {ref: before.get(ref) or self._star_before(ref, star) for ref in refs}
        new = dict.fromkeys(refs, star)
        if old == new:
            return
        # Now: when it is taken back, another edition may be shown.
        title = self._title(refs[0]) if len(refs) == 1 else ""
        self._done = [*self._done, _Step(old, new, title)][-_MOST_STEPS:]
        self._undone.clear()
        if star is Star.NONE:
            undo = translate("Stars", "Undo")
            self._say(Message(_told(new, title), "", undo, self.undo, is_warning=False))
        elif self._window.shell.message_bar.message is self._said:
            self._window.shell.message_bar.clear()

    def _star_before(self, ref: EntryRef, star: Star) -> Star:
        """Of a talk of another edition; where nothing shows it, a guess: people toggle stars.

        Called before results and page learn of the new star.
        """
        return self._star_elsewhere(ref) or toggled(star)

    def _title(self, ref: EntryRef) -> str:
        """Of a talk of whatever edition, as far as the window shows it."""
        shell = self._window.shell
        entry = self._window.library.entry(ref) or shell.talk.entry
        if entry and entry.ref == ref:
            return talk_title(entry.title)
        row = self._found(ref)
        return talk_title(row.hit.title) if isinstance(row, ResultRow) else ""

    def _found(self, ref: EntryRef) -> Row | None:
        """Its row among the results of a search."""
        shell = self._window.shell
        rows = shell.search.list.row_model.rows if shell.has_view("search") else ()
        return next((row for row in rows if ref_of(row) == ref), None)

    def _say(self, message: Message) -> None:
        self._said = message
        self._window.shell.message_bar.show_message(message)


def _told(stars: _Stars, title: str) -> str:
    """What became of the talks; the title if it is one."""
    count, kinds = len(stars), set(stars.values())
    if count == 1 and title:
        (star,) = kinds
        return _told_one(star).format(title=title)
    if kinds == {Star.NONE}:
        return translate("Stars", "%n talk(s) lost their star.", "", count)
    if Star.NONE not in kinds:
        return translate("Stars", "%n talk(s) have their star again.", "", count)
    return translate("Stars", "%n talk(s) have the stars they had before.", "", count)


def _told_one(star: Star) -> str:
    if star is Star.NONE:
        return translate("Stars", "No longer starred: {title}")
    if star is Star.TENTATIVE:
        return translate("Stars", "Tentative: {title}")
    return translate("Stars", "Starred: {title}")
