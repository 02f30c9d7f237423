"""Every service, made at its first use from the adapters that it needs.

Adapters are imported where they are first needed, so that the window paints before SQLAlchemy,
requests or icalendar are loaded.
"""

from functools import cached_property
from typing import TYPE_CHECKING

from companion.app.opened import OpenedData

if TYPE_CHECKING:
    from companion.fetch.polite import PoliteClient
    from companion.indico.source import IndicoSource
    from companion.ports.answers import RefusedAnswers, SnapshotStore
    from companion.ports.programmes import ProgrammeStore
    from companion.ports.publishing import PasswordStore
    from companion.services.bookmarks import BookmarksService
    from companion.services.calendar_import import CalendarImport
    from companion.services.calendar_targets import CalendarTargets
    from companion.services.catalogue import CatalogueService
    from companion.services.changes import ChangesService
    from companion.services.doctor import DoctorService
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


class Companion(OpenedData):
    """Every service; one per process.

    Safe to use from several threads. The first uses belong off the GUI thread, as they open the
    database.
    """

    @property
    def _store(self) -> "ProgrammeStore":
        return self.database.programmes

    @property
    def catalogue(self) -> "CatalogueService":
        """The list of editions, and its updates."""
        from companion.fetch.download import HttpsDownloader
        from companion.services.catalogue import CatalogueService

        return CatalogueService(self._catalogue, HttpsDownloader(), self.editions)

    @property
    def programme(self) -> "ProgrammeService":
        """What is in them."""
        from companion.services.programme import ProgrammeService

        return ProgrammeService(self._store, self.editions)

    @property
    def bookmarks(self) -> "BookmarksService":
        """The person's stars."""
        from companion.services.bookmarks import BookmarksService

        database = self.database
        return BookmarksService(database.programmes, database.user, self.clock)

    @property
    def user_data(self) -> "UserDataService":
        """Backups, and the file of stars."""
        from companion.services.user_data import UserDataService

        database = self.database
        return UserDataService(database.owned, self._backups, database.programmes, self.clock)

    @property
    def doctor(self) -> "DoctorService":
        """What is well and what is not; it opens no database."""
        from companion.catalogue import bundled_catalogue
        from companion.services.doctor import DoctorService
        from companion.storage.health import look

        return DoctorService(
            lambda: look(self.folders.data_dir),
            self._backups,
            self.settings,
            lambda: [item.address.base_url for item in bundled_catalogue() if item.address],
            _reach,
            self.clock,
        )

    @cached_property
    def watching(self) -> "WatchService":
        """Checks in the background; remembers what failed, so there is one of it."""
        from random import random

        from companion.indico.source import IndicoSource
        from companion.services.sync import SyncService
        from companion.services.watching import WatchService

        store, checks = self._store, self.database.checks
        polite = IndicoSource(_polite_client)
        sync = SyncService(polite, store, checks, self._refused, self.editions, self.clock)
        return WatchService(store, checks, sync, self.changes, self.clock, random)

    @property
    def search(self) -> "SearchService":
        """Full-text search."""
        from companion.services.search import SearchService

        return SearchService(self._store, self.editions)

    @property
    def sync(self) -> "SyncService":
        """Bringing editions up to date."""
        from companion.services.sync import SyncService

        return SyncService(
            self._source,
            self._store,
            self.database.checks,
            self._refused,
            self.editions,
            self.clock,
        )

    @property
    def changes(self) -> "ChangesService":
        """What syncs changed."""
        from companion.services.changes import ChangesService

        database = self.database
        return ChangesService(
            database.programmes, database.user, self.editions, self.settings, self.clock
        )

    @property
    def export(self) -> "ExportService":
        """Calendar files."""
        from companion.ical.write import IcalWriter
        from companion.services.export import ExportService

        database = self.database
        return ExportService(
            database.programmes,
            database.user,
            self.editions,
            IcalWriter(),
            database.exports,
            self.clock,
        )

    @property
    def calendar_targets(self) -> "CalendarTargets":
        """Calendar files that are kept up to date."""
        from companion.services.calendar_targets import CalendarTargets

        return CalendarTargets(self.database.targets, lambda: self.export, self.clock)

    @property
    def calendar_import(self) -> "CalendarImport":
        """Stars from calendar files."""
        from companion.ical.read import IcalReader
        from companion.services.calendar_import import CalendarImport

        return CalendarImport(self._store, self.bookmarks, IcalReader())

    @property
    def publishing(self) -> "PublishingService":
        """Calendars on servers."""
        from companion.caldav_publish.publisher import CaldavServers
        from companion.ical.write import IcalWriter
        from companion.services.publishing import PublishingService

        requests, log = self.export.requests, self.database.exports
        return PublishingService(requests, IcalWriter(), log, CaldavServers())

    @property
    def published(self) -> "PublishedCalendars":
        """Which calendars on servers there are."""
        from companion.services.published import PublishedCalendars

        return PublishedCalendars(self.database.targets, self.clock)

    @property
    def passwords(self) -> "PasswordStore":
        """The system's keyring."""
        from companion.caldav_publish.passwords import SystemKeyring

        return SystemKeyring()

    @property
    def series(self) -> "SeriesService":
        """All editions at a glance, and two of them side by side."""
        from companion.services.series import SeriesService

        mine = self.database.series
        return SeriesService(self._store, mine, self.editions, self._series_cache, self.clock)

    @property
    def remote(self) -> "RemoteService":
        """Being there from another zone."""
        from companion.services.remote import RemoteService

        return RemoteService(self._store, self.database.user, self.editions, self.clock)

    @property
    def follow_ups(self) -> "FollowUpsService":
        """What carries on what."""
        from companion.services.follow_ups import FollowUpsService

        database = self.database
        return FollowUpsService(
            database.programmes, database.user, database.series, self._series_cache, self.clock
        )

    @property
    def follow(self) -> "FollowService":
        """What the person follows."""
        from companion.services.follow import FollowService

        return FollowService(self._store, self.database.series, self._series_cache, self.clock)

    @property
    def snapshots(self) -> "SnapshotStore":
        """Recorded editions in files."""
        from companion.indico.snapshot import SnapshotFiles

        return SnapshotFiles()

    @property
    def opening(self) -> "OpeningService":
        """Files that hold a recorded edition."""
        from companion.services.opening import OpeningService

        return OpeningService(self._store, self.sync, self.snapshots)

    @property
    def _source(self) -> "IndicoSource":
        from companion.fetch.client import HttpClient
        from companion.indico.source import IndicoSource

        return IndicoSource(HttpClient)

    @property
    def _refused(self) -> "RefusedAnswers":
        from companion.storage.refused import RefusedFolder

        return RefusedFolder(self.folders.data_dir / "refused")

    def load_samples(self) -> tuple["SyncReport", ...]:
        """Store the invented programmes that come with the program."""
        from companion.catalogue import bundled_samples, sample_folder

        sync, snapshots = self.sync, self.snapshots
        return tuple(
            sync.load_snapshot(sample_folder(sample.key), snapshots) for sample in bundled_samples()
        )


def _polite_client() -> "PoliteClient":
    """For checks that nobody asked for. Only now: requests takes time and room, checks are rare."""
    from companion.fetch.limits import Limits
    from companion.fetch.polite import PoliteClient

    return PoliteClient(Limits(attempts=1))


def _reach(base_url: str) -> None:
    """Ask a server for its first page; any answer will do, also one that leads to a login."""
    from companion.fetch.client import HttpClient
    from companion.fetch.limits import Limits

    limits = Limits(connect_s=10, read_s=20, total_s=30, attempts=1)
    with HttpClient(limits) as client:
        client.get(f"{base_url}/", on_redirect=lambda _target: False)
