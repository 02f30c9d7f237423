"""What the server stands on: Python 3.12, PostgreSQL, Redis, and Indico in its own environment."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from tests.indico_server.places import INDICO, Places
from tests.indico_server.processes import NotAvailable, ServerError, run, say

PACKAGES = (
    "postgresql",
    "postgresql-contrib",
    "redis-server",
    "libpq-dev",
    "libxml2-dev",
    "libxslt1-dev",
    "libpango-1.0-0",
    "libpangoft2-1.0-0",
    "libmagic1",
    "build-essential",
)
"""Names in Debian and Ubuntu."""

APT = ("apt-get", "-o", "DPkg::Lock::Timeout=600", "-y", "-q")


def install(places: Places) -> None:
    """Everything that is missing.

    Raises:
        NotAvailable: Python 3.12, PostgreSQL or Redis cannot be had here.
        ServerError: Indico could not be installed.
    """
    python = None if is_installed(places) else find_python()
    ensure_packages()
    if python is not None:
        say(f"installing {INDICO} into {places.venv} (about 3 minutes)")
        run([python, "-m", "venv", "--clear", places.venv], timeout_s=120)
        # 3.3.14 asks for Python 3.12.2 and runs on 3.12.0 too
        pip = [places.python, "-m", "pip", "install", "-q", "--disable-pip-version-check"]
        run([*pip, "--ignore-requires-python", INDICO, "gunicorn"], timeout_s=900)


def is_installed(places: Places) -> bool:
    """Whether Indico's environment is complete."""
    return all((places.venv / "bin" / name).exists() for name in ("indico", "gunicorn"))


def find_python() -> Path:
    """An interpreter of Python 3.12: PYTHON312, on the path, pyenv's or uv's.

    Raises:
        NotAvailable: there is none.
    """
    for candidate in _pythons():
        try:
            version = run([candidate, "-c", "import sys, venv; print(sys.version)"], timeout_s=30)
        except (ServerError, OSError):
            continue
        if version.startswith("3.12."):
            return candidate
    raise NotAvailable(
        "Python 3.12, which Indico 3.3 needs, is not on this machine. "
        "Install it, or name its interpreter in PYTHON312."
    )


def _pythons() -> Iterator[Path]:
    if named := os.environ.get("PYTHON312"):
        yield Path(named)
    if found := shutil.which("python3.12"):
        yield Path(found)
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    yield from sorted(pyenv.glob("versions/3.12.*/bin/python"), reverse=True)
    yield from sorted(Path.home().glob(".local/share/uv/python/cpython-3.12*/bin/python3.12"))


def ensure_packages() -> None:
    """PostgreSQL, Redis and the libraries of Indico's PDF maker; by apt where we are root.

    Raises:
        NotAvailable: they are missing and cannot be installed.
    """
    missing = [name for name, found in _needed().items() if not found]
    if not missing:
        return
    advice = f"Install them with: sudo apt-get install --no-install-recommends {' '.join(PACKAGES)}"
    if os.getuid() != 0 or not shutil.which("apt-get"):
        raise NotAvailable(f"Missing on this machine: {', '.join(missing)}. {advice}")
    say(f"installing system packages, for {', '.join(missing)}")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        run([*APT, "update"], timeout_s=600, env=quiet)
        run([*APT, "install", "--no-install-recommends", *PACKAGES], timeout_s=1200, env=quiet)
    except ServerError as error:
        raise NotAvailable(f"Cannot be installed here: {', '.join(missing)}. {error}") from error


def _needed() -> dict[str, bool]:
    return {
        "PostgreSQL": postgres_folder() is not None,
        "Redis": shutil.which("redis-server") is not None,
        "Pango": "libpangoft2-1.0.so.0" in _libraries(),
    }


def _libraries() -> str:
    ldconfig = shutil.which("ldconfig", path=f"{os.environ.get('PATH', '')}:/sbin:/usr/sbin")
    return run([ldconfig, "-p"], timeout_s=30) if ldconfig else ""


def postgres_folder() -> Path | None:
    """Where the newest PostgreSQL keeps `initdb` and `pg_ctl`."""
    found = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3])
    )
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    return Path(on_path).resolve().parent if on_path else None
