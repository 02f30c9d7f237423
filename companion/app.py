"""The composition root: the one module that knows every layer and wires them.

Adapters are imported where they are first needed, so that the window paints before SQLAlchemy,
requests or icalendar are loaded.
"""

import gc
import os
import sys
import threading
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from companion import paths
from companion.errors import CompanionError, NoDisplay, UsageError
from companion.settings import Settings

if TYPE_CHECKING:
    import argparse

    from companion.catalogue import UpdatedCatalogue
    from companion.cli.main import Verb
    from companion.cli.render import Picture
    from companion.domain.edition import StoredEdition
    from companion.domain.entry import Entry
    from companion.indico.source import IndicoSource
    from companion.ports import (
        BackupStore,
        Clock,
        PasswordStore,
        ProgrammeStore,
        RefusedAnswers,
        SnapshotStore,
    )
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
    from companion.services.publishing import PublishingService
    from companion.services.registry import Services
    from companion.services.remote import RemoteService
    from companion.services.search import SearchService
    from companion.services.series import SeriesService
    from companion.services.series_cache import SeriesCache
    from companion.services.sync import SyncReport, SyncService
    from companion.services.user_data import BackupKeeper, UserDataService
    from companion.services.watching import WatchService
    from companion.storage.database import Database
    from companion.storage.first_paint import FirstPaint


_READER_GONE, _INTERRUPTED = 141, 130
"""As shells count ends by SIGPIPE and SIGINT."""


class Companion:
    """Every service, made at its first use; one per process.

    Safe to use from several threads. Opens the database when a service first needs it, so first
    uses belong off the GUI thread.

    Attributes:
        notice: what happened to the database when it was opened, in sentences; else empty.
    """

    def __init__(self, folders: paths.Paths, clock: "Clock") -> None:
        self.folders = folders
        self.clock = clock
        self._opening = threading.Lock()
        self._database: Database | None = None
        self.notice = ""
        self._cache: SeriesCache | None = None

    @property
    def data_dir(self) -> Path:
        """Where everything is kept."""
        return self.folders.data_dir

    @cached_property
    def settings(self) -> Settings:
        """What the person chose."""
        return Settings(self.folders.settings_file)

    @property
    def database(self) -> "Database":
        """The opened database."""
        with self._opening:
            if self._database is not None and not self._database.path.exists():
                self._database = None  # removed under the running program: begin again
            if self._database is None:
                from companion.storage.rescue import open_rescuing

                self.folders.create()
                opened = open_rescuing(self.folders.data_dir, self.clock)
                self._database = opened.database
                notices = (opened.notice, self._catalogue.in_use().notice)
                self.notice = " ".join(filter(None, notices)) or self.notice
                self._editions_in(opened.database).adopt_keys()
                self._keeper.begin(self._database.owned)
            return self._database

    @property
    def _store(self) -> "ProgrammeStore":
        return self.database.programmes

    @property
    def editions(self) -> "EditionsService":
        """Which editions there are."""
        return self._editions_in(self.database)

    def _editions_in(self, database: "Database") -> "EditionsService":
        from companion.catalogue import bundled_samples
        from companion.services.editions import EditionsService

        return EditionsService(self._catalogue.editions, bundled_samples, database.programmes)

    @cached_property
    def _catalogue(self) -> "UpdatedCatalogue":
        from companion.catalogue import UpdatedCatalogue

        return UpdatedCatalogue(self.folders.data_dir)

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
        from companion.services.user_data import KeptUserStore

        database = self.database
        kept = KeptUserStore(database.user, database.owned, self._keeper)
        return BookmarksService(database.programmes, kept, self.clock)

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

        from companion.fetch.limits import Limits
        from companion.fetch.polite import PoliteClient
        from companion.indico.source import IndicoSource
        from companion.services.sync import SyncService
        from companion.services.watching import WatchService

        store, checks = self._store, self.database.checks
        polite = IndicoSource(lambda: PoliteClient(Limits(attempts=1)))
        sync = SyncService(polite, store, checks, self._refused, self.editions, self.clock)
        return WatchService(store, checks, sync, self.changes, self.clock, random)

    @cached_property
    def _backups(self) -> "BackupStore":
        from companion.storage.backups import BackupFolder
        from companion.storage.names import BACKUPS_NAME

        return BackupFolder(self.folders.data_dir / BACKUPS_NAME)

    @cached_property
    def _keeper(self) -> "BackupKeeper":
        from companion.services.user_data import BackupKeeper

        return BackupKeeper(self._backups, self.clock)

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
    def _series_cache(self) -> "SeriesCache":
        from companion.services.series_cache import SeriesCache

        database, editions = self.database, self.editions
        with self._opening:
            if self._cache is None:
                self._cache = SeriesCache(database.programmes, database.series, editions)
            return self._cache

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

    def close(self) -> None:
        """Close the database; the next use opens it again."""
        with self._opening:
            if self._database is not None:
                self._keeper.end(self._database.owned)
                self._database.close()
                self._database = None
                self._cache = None


def utc_now() -> datetime:
    """The present."""
    return datetime.now(UTC)


def _reach(base_url: str) -> None:
    """Ask a server for its first page; any answer will do, also one that leads to a login."""
    from companion.fetch.client import HttpClient
    from companion.fetch.limits import Limits

    limits = Limits(connect_s=10, read_s=20, total_s=30, attempts=1)
    with HttpClient(limits) as client:
        client.get(f"{base_url}/", on_redirect=lambda _target: False)


def _clock(now: datetime | None) -> "Clock":
    return utc_now if now is None else lambda: now


def make_companion(args: "argparse.Namespace | None" = None) -> Companion:
    """The services for these arguments; for no arguments at all, those at the usual places."""
    if args is None:
        return Companion(paths.locate(), utc_now)
    data_dir = Path(args.data_dir) if args.data_dir else None
    return Companion(paths.locate(data_dir), _clock(args.now))


def _render(picture: "Picture", services: "Services") -> None:
    from companion.ui.render import render

    render(picture, services)


def _window_verbs() -> "dict[str, Verb]":
    from companion.cli import render, tour
    from companion.cli.main import Verb

    def own_services(folder: Path, now: datetime) -> Companion:
        return Companion(paths.locate(folder), _clock(now))

    drawing = render.RenderVerb(_render)
    walking = tour.Tour(own_services, _render)
    return {
        "render": Verb(render.HELP, render.add_arguments, drawing.run),
        "tour": Verb(tour.HELP, tour.add_arguments, walking.run),
    }


def _open_window(companion: Companion) -> int:
    """Show the window with what plain sqlite3 can read at once; the rest loads behind it.

    Raises:
        NoDisplay: there is nobody to show it to.
    """
    # Nothing made while loading is garbage; `run_window` lets the collector run again.
    gc.disable()
    from companion.log import start_logging
    from companion.ui.application import has_display, run_window

    if not has_display():
        raise NoDisplay
    companion.folders.create()
    start_logging(companion.folders.log_file)
    return run_window(companion, _first_paint(companion))


def _shown(companion: Companion) -> int:
    try:
        return _open_window(companion)
    except CompanionError as error:
        from companion.cli.output import Output

        Output(as_json=False).error(error)
        return error.exit_code


def _first_paint(companion: Companion) -> "FirstPaint | None":
    from companion.domain.days import by_day, chosen_day
    from companion.domain.times import day_bounds
    from companion.services.editions import most_urgent
    from companion.services.zones import shown_zone
    from companion.settings import EDITION, ZONE
    from companion.storage.first_paint import read_first_paint

    last_shown = companion.settings.get(EDITION)

    def choose(editions: "tuple[StoredEdition, ...]") -> "StoredEdition | None":
        known = (item for item in editions if item.key == last_shown)
        return next(known, None) or most_urgent(editions, companion.clock())

    def span_of(
        edition: "StoredEdition", frame: "tuple[Entry, ...]"
    ) -> "tuple[datetime, datetime] | None":
        tz = shown_zone(companion.settings.get(ZONE), edition.timezone, lambda: "UTC")
        day = chosen_day(by_day(frame, tz), companion.clock(), tz)
        return None if day is None else day_bounds(day, tz)

    try:
        return read_first_paint(companion.folders.database, choose, span_of)
    except UsageError:  # a zone that this computer does not know: the window says so later
        return None


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; returns its exit code."""
    arguments = sys.argv[1:] if argv is None else argv
    opened: list[Companion] = []

    def services(args: "argparse.Namespace | None") -> Companion:
        opened.append(make_companion(args))
        return opened[0]

    try:
        options = _window_options(arguments)
        if options is not None:
            return _shown(services(*options))
        from companion.cli.main import run

        return run(arguments, services, _window_verbs())
    except BrokenPipeError:
        # The reader of our output went away (`| head`): no fault of anybody.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _READER_GONE
    except KeyboardInterrupt:
        return _INTERRUPTED
    finally:
        for companion in opened:
            companion.close()


def _window_options(argv: Sequence[str]) -> "tuple[argparse.Namespace | None] | None":
    """The options, if there is nothing but options: then the window opens, without the verbs.

    Most starts have no words at all, and do not pay for a parser.
    """
    if not argv:
        return (None,)
    from companion.cli.options import common_options

    try:
        args, rest = common_options(default=None).parse_known_args(argv)
    except UsageError:
        return None
    return None if rest or args.json else (args,)
