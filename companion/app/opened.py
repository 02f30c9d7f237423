"""What every service stands on: the folders, the clock, the settings and the opened database."""

import threading
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from companion import paths
from companion.errors import SaidAll
from companion.settings import Settings

if TYPE_CHECKING:
    from companion.catalogue import UpdatedCatalogue
    from companion.ports.calls import Clock
    from companion.ports.user import BackupStore
    from companion.services.editions import EditionsService
    from companion.services.series_cache import SeriesCache
    from companion.services.user_data import BackupKeeper
    from companion.storage.database import Database


class OpenedData:
    """Opens the database at its first use; safe to use from several threads.

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
                notice = SaidAll(opened.notice, self._catalogue.in_use().notice)
                self.notice = notice or self.notice
                self._editions_in(opened.database).adopt_keys()
                self._back_up_changes(opened.database)
            return self._database

    def _back_up_changes(self, database: "Database") -> None:
        keeper, owned = self._keeper, database.owned
        keeper.begin(owned)
        database.after_user_write(lambda: keeper.after_change(owned))

    def close(self) -> None:
        """Close the database; the next use opens it again."""
        with self._opening:
            if self._database is not None:
                self._keeper.end(self._database.owned)
                self._database.close()
                self._database = None
                self._cache = None

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
    def _series_cache(self) -> "SeriesCache":
        from companion.services.series_cache import SeriesCache

        database, editions = self.database, self.editions
        with self._opening:
            if self._cache is None:
                self._cache = SeriesCache(database.programmes, database.series, editions)
            return self._cache
