"""Where things live: the person's data, and what comes with the program."""

import os
from collections.abc import Mapping
from pathlib import Path

from companion.errors import BugError, ReadOnly
from companion.frozen import frozen

DATA_DIR_VARIABLE = "QTML_COMPANION_DATA_DIR"
_FOLDER_NAME = "qtml-companion"
_PACKAGE = Path(__file__).resolve().parent


@frozen
class Paths:
    """The folders of one person on one computer.

    Attributes:
        data_dir: what cannot be fetched again (the database, its copies) and the log.
        cache_dir: what can be thrown away at any time.
        config_dir: settings.
    """

    data_dir: Path
    cache_dir: Path
    config_dir: Path

    @property
    def database(self) -> Path:
        """The SQLite file with programmes, records and stars."""
        return self.data_dir / "companion.sqlite3"

    @property
    def log_file(self) -> Path:
        """The newest log; older ones carry a number."""
        return self.data_dir / "companion.log"

    @property
    def settings_file(self) -> Path:
        """The settings, as JSON."""
        return self.config_dir / "settings.json"

    def create(self) -> None:
        """Create the folders that are missing, readable by their owner alone.

        Raises:
            ReadOnly: a folder cannot be made, or something else has its name.
        """
        for folder in (self.data_dir, self.cache_dir, self.config_dir):
            try:
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            except OSError as error:
                raise ReadOnly(path=folder) from error


def locate(data_dir: Path | None = None, environ: Mapping[str, str] = os.environ) -> Paths:
    """The folders to use; creates nothing.

    Args:
        data_dir: everything goes under this one folder; before the variable, before the defaults.
        environ: where `QTML_COMPANION_DATA_DIR` is looked up; empty counts as not set.
    """
    chosen = data_dir or _from_environment(environ)
    if chosen:
        root = chosen.expanduser().absolute()
        return Paths(root, root / "cache", root / "config")
    # The one import here that costs (90 ms cold), not needed where a folder is given.
    import platformdirs  # noqa: PLC0415

    dirs = platformdirs.PlatformDirs(_FOLDER_NAME, appauthor=False)
    return Paths(dirs.user_data_path, dirs.user_cache_path, dirs.user_config_path)


def _from_environment(environ: Mapping[str, str]) -> Path | None:
    value = environ.get(DATA_DIR_VARIABLE, "")
    return Path(value) if value else None


def resource(name: str, package: Path = _PACKAGE) -> Path:
    """A file or folder that comes with the program, such as `icons/app.svg`.

    An installed or frozen program has them inside the package; a checkout, which an editable
    install uses as well, beside it.

    Raises:
        BugError: the program was built without it.
    """
    for root in (package / "_resources", package.parent / "resources"):
        found = root / name
        if found.exists():
            return found
    raise BugError(detail=f"the resource {name} is missing from this installation")
