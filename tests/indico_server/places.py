"""Where the test server lives: folder, ports and interpreter, all from the environment."""

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
INDICO = "indico==3.3.14"
MARK = ".qtml-companion-indico"
"""A file that says: this folder is ours to empty."""


@dataclass(frozen=True, slots=True)
class Places:
    """One test server; several can run beside each other with other ports and folders.

    Attributes:
        home: work folder; short, since sockets live in it, and within reach of user postgres.
        venv: Indico's own environment; made if it does not exist.
    """

    home: Path
    venv: Path
    web_port: int
    postgres_port: int
    redis_port: int

    @property
    def base_url(self) -> str:
        """Where the web server listens, loopback only."""
        return f"http://127.0.0.1:{self.web_port}"

    @property
    def host(self) -> str:
        """Host with its port, as editions are known by."""
        return f"127.0.0.1:{self.web_port}"

    @property
    def config(self) -> Path:
        """Indico's configuration."""
        return self.home / "indico.conf"

    @property
    def python(self) -> Path:
        """Indico's interpreter."""
        return self.venv / "bin" / "python"

    @property
    def logs(self) -> Path:
        """Where everything writes what it has to say."""
        return self.home / "log"

    def event_url(self, number: int) -> str:
        """Address of an event's page."""
        return f"{self.base_url}/event/{number}"


def places() -> Places:
    """From INDICO_TEST_HOME, INDICO_TEST_PORT, INDICO_TEST_PG_PORT, INDICO_TEST_REDIS_PORT and
    INDICO_VENV; each has a default.
    """
    default = Path(tempfile.gettempdir()) / f"qtml-indico-{os.getuid()}"
    home = Path(os.environ.get("INDICO_TEST_HOME") or default).absolute()
    return Places(
        home=home,
        venv=Path(os.environ.get("INDICO_VENV") or home / "venv").absolute(),
        web_port=_port("INDICO_TEST_PORT", 8130),
        postgres_port=_port("INDICO_TEST_PG_PORT", 5533),
        redis_port=_port("INDICO_TEST_REDIS_PORT", 6490),
    )


def _port(name: str, default: int) -> int:
    return int(os.environ.get(name) or default)
