"""All services in one object, as user interfaces get it from `companion.app`."""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # the window paints before any service is loaded
    from pathlib import Path

    from companion.ports.answers import SnapshotStore
    from companion.ports.calls import Clock
    from companion.ports.publishing import PasswordStore
    from companion.services.bookmarks import BookmarksService
    from companion.services.calendar_import import CalendarImport
    from companion.services.calendar_targets import CalendarTargets
    from companion.services.catalogue import CatalogueService
    from companion.services.changes import ChangesService
    from companion.services.doctor import DoctorService
    from companion.services.editions import EditionsService
    from companion.services.export import ExportService
    from companion.services.follow import FollowService
    from companion.services.follow_ups import FollowUpsService
    from companion.services.opening import OpeningService
    from companion.services.programme import ProgrammeService
    from companion.services.published import PublishedCalendars
    from companion.services.publishing import PublishingService
    from companion.services.remote import RemoteService
    from companion.services.search import SearchService
    from companion.services.series import SeriesService
    from companion.services.sync import SyncService
    from companion.services.sync_report import SyncReport
    from companion.services.user_data import UserDataService
    from companion.services.watching import WatchService
    from companion.settings import Settings


class Services(Protocol):
    """Each service is made at its first use, off the GUI thread: it may open the database."""

    @property
    def clock(self) -> "Clock":
        """The present; fixed by `--now` and in tests."""

    @property
    def data_dir(self) -> "Path":
        """Where everything of this program is kept."""

    @property
    def notice(self) -> "str":
        """What happened to the database when it was opened, in sentences; else empty."""

    @property
    def user_data(self) -> "UserDataService":
        """Backups, and the file of stars."""

    @property
    def doctor(self) -> "DoctorService":
        """What is well and what is not."""

    @property
    def watching(self) -> "WatchService":
        """Checks in the background; one for the whole process."""

    @property
    def settings(self) -> "Settings":
        """What the person chose; may be read in any thread."""

    @property
    def editions(self) -> "EditionsService":
        """Which editions there are."""

    @property
    def programme(self) -> "ProgrammeService":
        """What is in them."""

    @property
    def bookmarks(self) -> "BookmarksService":
        """The person's stars."""

    @property
    def search(self) -> "SearchService":
        """Full-text search."""

    @property
    def sync(self) -> "SyncService":
        """Bringing editions up to date."""

    @property
    def changes(self) -> "ChangesService":
        """What syncs changed."""

    @property
    def export(self) -> "ExportService":
        """Calendar files."""

    @property
    def calendar_targets(self) -> "CalendarTargets":
        """Calendar files that are kept up to date."""

    @property
    def calendar_import(self) -> "CalendarImport":
        """Stars from calendar files."""

    @property
    def publishing(self) -> "PublishingService":
        """Calendars on servers."""

    @property
    def published(self) -> "PublishedCalendars":
        """Which calendars on servers there are."""

    @property
    def passwords(self) -> "PasswordStore":
        """The system's keyring."""

    @property
    def snapshots(self) -> "SnapshotStore":
        """Recorded editions in files."""

    @property
    def catalogue(self) -> "CatalogueService":
        """The list of editions, and its updates."""

    @property
    def opening(self) -> "OpeningService":
        """Files that hold a recorded edition."""

    @property
    def series(self) -> "SeriesService":
        """All editions at a glance, and two of them side by side."""

    @property
    def remote(self) -> "RemoteService":
        """Being there from another zone."""

    @property
    def follow_ups(self) -> "FollowUpsService":
        """What carries on what."""

    @property
    def follow(self) -> "FollowService":
        """What the person follows."""

    def load_samples(self) -> "tuple[SyncReport, ...]":
        """Store the invented programmes that come with the program."""
