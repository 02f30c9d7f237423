"""The views that the left column offers, with how much there is in each."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from companion.ui.format import time_text
from companion.ui.i18n import translate
from companion.ui.tasks import Lane
from companion.ui.views.form_switch import PROGRAMME
from companion.ui.views.sidebar import Page

if TYPE_CHECKING:
    from companion.services.registry import Services
    from companion.ui.window_base import WindowBase

CHANGES: Final = "changes"
SERIES: Final = "series"


class SidePages:
    """Keeps them up to date.

    Attributes:
        unseen: how many changed talks were not looked at yet.
        news: how many talks are new in what the person follows.
    """

    def __init__(self, window: "WindowBase", chosen: Callable[[], str]) -> None:
        """`chosen` gives the name of the page that is shown."""
        self._window, self._chosen = window, chosen
        self.unseen = self.news = 0

    def refresh(self) -> None:
        """Show them as they are now."""
        self._window.shell.sidebar.set_pages(self.pages(), self._chosen())

    def count_unseen(self) -> None:
        """For the badge, without the view itself."""
        window = self._window
        if not window.library.is_loaded:
            return
        services = window.services
        window.runner.run(
            Lane.DATABASE, lambda _task: _unseen(services), self.set_unseen, key="unseen"
        )

    def set_unseen(self, count: int) -> None:
        """So many changed talks were not looked at yet."""
        self.unseen = count
        self.refresh()

    def set_news(self, count: int) -> None:
        """So many talks are new in what the person follows."""
        self.news = count
        self.refresh()

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


def _count(number: int) -> str:
    return str(number) if number else ""


def _unseen(services: "Services") -> int:
    """Changed talks since the person looked last. Runs in the database lane."""
    items = services.changes.news(since=services.changes.last_look())
    return len({(item.seen_dt, item.ref_text) for item in items})
