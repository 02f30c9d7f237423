"""What the window does unasked once it is painted: checks, reminders, a word on the start."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from companion.settings import BACKGROUND_CHECKS, ON
from companion.ui.i18n import listed, said_text, translate
from companion.ui.messages import Message
from companion.ui.one_shot import TURN_MS, one_shot
from companion.ui.side_pages import CHANGES
from companion.ui.tasks import Lane

if TYPE_CHECKING:
    from companion.services.changes import News
    from companion.services.watching import CheckOutcome
    from companion.ui.main_window import MainWindow
    from companion.ui.reminding import Reminding
    from companion.ui.tasks import Task
    from companion.ui.watcher import Watcher

_TALKS_TOLD = 2
"""So many talks are named in one message."""


class Background(QObject):
    """Begins when the window has read the database; the window is of a person, not of a picture.

    Attributes:
        watcher: runs the checks; None before it begins.
        reminding: reminds of starred talks; None before it begins.
    """

    def __init__(
        self, window: "MainWindow", *, line_allows: Callable[[], bool] | None = None
    ) -> None:
        """Wait for the window to be painted.

        Args:
            window: of a person.
            line_allows: whether servers may be asked unasked; None asks the system.
        """
        super().__init__(window)
        self._window = window
        self._line_allows = line_allows
        self._zone = str(window.library.context.zone)
        self.watcher: Watcher | None = None
        self.reminding: Reminding | None = None
        self._watch_soon = one_shot(self, self._begin_watching, 5 * TURN_MS)
        window.closing.connect(self.stop)
        window.settings_changed.connect(self.apply_settings)
        window.library.editions_changed.connect(self._on_editions_changed)

    # --- begin and end -------------------------------------------------------------------------

    def _on_editions_changed(self) -> None:
        """The database was read: at the start, and after each sync."""
        if self.reminding is None:
            self._window.runner.run(Lane.DATABASE, _import, self._begin, key="background")
        else:
            self.reminding.refresh()
            self._window.follows.refresh()

    def _begin(self, _nothing: None) -> None:
        """Behind the first picture; a part in each turn, so that none is felt."""
        self._begin_reminding()
        self._watch_soon.start()

    def _begin_reminding(self) -> None:
        from companion.ui.reminding import Reminding  # noqa: PLC0415 - not at start

        window, library = self._window, self._window.library
        self.reminding = Reminding(window.services, window.runner, parent=self)
        self.reminding.told.connect(window.shell.message_bar.show_message)
        self.reminding.talk_requested.connect(window.open_talk)
        library.stars_set.connect(self._on_stars_set)
        library.programme_changed.connect(self._on_programme_changed)
        self._tell_notices()

    def _begin_watching(self) -> None:
        from companion.ui.watcher import Watcher, line_allows  # noqa: PLC0415 - not at start

        window = self._window
        allowed = self._line_allows or line_allows
        self.watcher = Watcher(window.services, window.runner, allowed=allowed, parent=self)
        self.watcher.checked.connect(self._on_checked)
        self.watcher.mine_changed.connect(self._on_mine_changed)
        window.follows.refresh()
        self.apply_settings()

    def apply_settings(self) -> None:
        """Checks may have been switched on or off, reminders set to another time."""
        if self.reminding is None or self.watcher is None:
            return
        self.reminding.refresh()
        if self._window.services.settings.get(BACKGROUND_CHECKS) == ON:
            self.watcher.start()
        else:
            self.watcher.stop()

    def stop(self) -> None:
        """The window closes."""
        self._watch_soon.stop()
        for part in (self.reminding, self.watcher):
            if part is not None:
                part.stop()

    # --- telling -------------------------------------------------------------------------------

    def _tell_notices(self) -> None:
        """What happened to the database and the settings when they were opened; once."""
        services = self._window.services
        from companion.errors import SaidAll  # noqa: PLC0415 - behind the first picture

        notice = SaidAll(services.notice, services.settings.notice)
        if notice:
            self._window.shell.message_bar.show_message(Message(said_text(notice)))

    def _on_checked(self, outcome: "CheckOutcome") -> None:
        from companion.services.sync_report import SyncStatus  # noqa: PLC0415 - not at start

        if outcome.report.status is SyncStatus.UPDATED:
            self._window.library.reload()

    def _on_mine_changed(self, outcome: "CheckOutcome") -> None:
        window = self._window
        words = translate("Background", "Show the changes")
        text, show = changed_words(outcome.mine, window), partial(window.pages.go, CHANGES)
        message = Message(text, action=words, act=show, is_warning=False)
        window.shell.message_bar.show_message(message)

    # --- what moves a reminder -----------------------------------------------------------------

    def _on_stars_set(self, *_what: object) -> None:
        # In the next turn: the star itself is then ahead in the database lane.
        if self.reminding is not None:
            QTimer.singleShot(0, self.reminding, self.reminding.refresh)

    def _on_programme_changed(self) -> None:
        """Also every minute; only another zone matters here."""
        zone = str(self._window.library.context.zone)
        if zone != self._zone and self.reminding is not None:
            self._zone = zone
            self.reminding.refresh()


def _import(_task: "Task") -> None:
    """In the worker: what begins the rest behind the first picture."""
    import companion.ui.reminding  # noqa: PLC0415
    import companion.ui.watcher  # noqa: F401, PLC0415


def changed_words(items: "tuple[News, ...]", window: "MainWindow") -> str:
    """Which starred talks changed, and how."""
    from companion.text.plain import to_text  # noqa: PLC0415 - not before something changed
    from companion.ui.changes.told import short_words, told  # noqa: PLC0415
    from companion.ui.words import title_of  # noqa: PLC0415

    talks: dict[str, list[News]] = {}
    for item in items:
        talks.setdefault(item.ref_text, []).append(item)
    zone = window.library.context.zone
    parts = [
        translate("Background", "“{title}”: {changes}").format(
            title=title_of(group[0].title),
            changes=listed(short_words(line) for line in told(group, zone, to_text)),
        )
        for group in list(talks.values())[:_TALKS_TOLD]
    ]
    head = translate("Background", "%n starred talk(s) changed.", "", len(talks))
    more = len(talks) - len(parts)
    tail = translate("Background", "And %n more.", "", more) if more else ""
    return " ".join(filter(None, (head, *(f"{part}." for part in parts), tail)))
