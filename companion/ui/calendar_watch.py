"""Opens the calendar window, and keeps calendar files up to date behind it."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from companion.domain.entry import EntryRef
from companion.ui.calendar.exporting import Exporting
from companion.ui.i18n import edition_title
from companion.ui.one_shot import one_shot

if TYPE_CHECKING:
    from companion.ui.calendar.calendar_dialog import CalendarDialog
    from companion.ui.calendar.offer import CalendarOffer
    from companion.ui.calendar.online import OnlineCalendars
    from companion.ui.window_base import WindowBase

_PAUSE_MS = 2_000
"""After a star: others may follow."""


class CalendarWatch(QObject):
    """Stands between the calendars and the window.

    Attributes:
        exporting: what is done with calendars.
        dialog: the calendar window, while it is open.
    """

    def __init__(self, window: "WindowBase") -> None:
        super().__init__(window)
        self._window = window
        self._has_read = False
        self.exporting = Exporting(window.services, window.runner)
        self.dialog: CalendarDialog | None = None
        self._pause = one_shot(self, self.exporting.refresh, _PAUSE_MS)
        window.library.editions_changed.connect(self._on_editions_changed)
        window.library.stars_set.connect(self._on_stars_set)
        self.exporting.told.connect(window.shell.message_bar.show_message)
        self.exporting.stars_set.connect(window.library.reload)

    @cached_property
    def online(self) -> "OnlineCalendars":
        """Keeps those on servers up to date; made when the programme is read."""
        from companion.ui.calendar.online import OnlineCalendars  # noqa: PLC0415 - not at start

        made = OnlineCalendars(self._window.services, self._window.runner, self.exporting)
        made.password_wanted.connect(self._on_password_wanted)
        return made

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Command name → what it does."""
        return {
            "export": self.export,
            "calendars": self.show_kept,
            "import_calendar": self.show_stars,
        }

    # --- the window ----------------------------------------------------------------------------

    def export(self) -> None:
        """Ask which talks go into a calendar; the selected ones if there are several."""
        refs = self._window.selected_refs()
        self.export_talks(refs if len(refs) > 1 else ())

    def export_talk(self, ref: EntryRef) -> None:
        """One talk."""
        self.export_talks((ref,))

    def export_talks(self, refs: tuple[EntryRef, ...]) -> None:
        """These talks; starred ones if there are none."""
        first = self._window.library.entry(refs[0]) if refs else None
        self._open(self._offer(refs=refs, refs_title=first.title if first else ""))

    def export_person(self, name: str) -> None:
        """A person's talks."""
        from companion.ui.calendar.offer import Scope  # noqa: PLC0415 - not at start

        self._open(self._offer(scope=Scope.PERSON, name=name))

    def export_session(self, title: str) -> None:
        """The talks of a session."""
        from companion.ui.calendar.offer import Scope  # noqa: PLC0415 - not at start

        self._open(self._offer(scope=Scope.SESSION, name=title))

    def show_kept(self) -> None:
        """The calendars that are kept up to date."""
        self._open(self._offer()).show_page("kept")

    def _on_password_wanted(self, url: str) -> None:
        dialog = self._open(self._offer())
        dialog.show_page("kept")
        dialog.kept.ask_password(url)

    def show_stars(self, path: Path | None = None) -> None:
        """Stars from a calendar file."""
        dialog = self._open(self._offer())
        dialog.show_page("stars")
        if path is not None:
            dialog.stars.look_at(path)

    def _offer(self, **chosen: object) -> "CalendarOffer":
        from companion.ui.calendar.offer import CalendarOffer, offer_of  # noqa: PLC0415 - as above

        library = self._window.library
        info = library.info
        if info is None or info.stored is None:
            return CalendarOffer()
        days = library.event_days()
        return offer_of(
            info.key, edition_title(info.edition.title), library.entries, days, **chosen
        )

    def _open(self, offer: "CalendarOffer") -> "CalendarDialog":
        from companion.ui.calendar.calendar_dialog import CalendarDialog  # noqa: PLC0415 - not at start

        if self.dialog is not None:
            self.dialog.close()
        window = self._window
        context = window.library.context
        dialog = CalendarDialog(
            window.look,
            self.exporting,
            window.services.settings,
            offer,
            zones=(context.zone, context.event_zone),
            title_of_ref=self._title_of,
            parent=window,
        )
        dialog.destroyed.connect(lambda: self._on_destroyed(dialog))
        self.dialog = dialog
        dialog.show()
        return dialog

    def _title_of(self, ref: EntryRef) -> str:
        entry = self._window.library.entry(ref)
        return entry.title if entry else str(ref)

    def _on_destroyed(self, dialog: "CalendarDialog") -> None:
        if self.dialog is dialog:
            self.dialog = None

    # --- kept up to date -----------------------------------------------------------------------

    def _on_editions_changed(self) -> None:
        """The database was read: at the start, when there is other work, and after each sync."""
        if self._has_read:
            self.exporting.refresh()
        # Also at the start: what could not be sent last time is sent now.
        self.online.update_later()
        self._has_read = self._window.library.is_loaded

    def _on_stars_set(self, *_what: object) -> None:
        self._pause.start()
        self.online.update_later()
