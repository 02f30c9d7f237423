"""The whole server: bring it up, seed it, set it back, stop it.

python -m tests.indico_server up [large]     install what is missing, seed, start
python -m tests.indico_server reset          back to the seeded state
python -m tests.indico_server down           stop everything that was started
"""

import fcntl
import json
import shutil
import urllib.request
from typing import TextIO

from tests.indico_server.database import SEEDED, Postgres
from tests.indico_server.install import install
from tests.indico_server.places import MARK, REPOSITORY, Places
from tests.indico_server.processes import (
    ServerError,
    listens,
    read_pid,
    run,
    say,
    start,
    stop,
    wait_until,
)

CONFIG = """\
SQLALCHEMY_DATABASE_URI = 'postgresql://postgres@127.0.0.1:{places.postgres_port}/indico'
SECRET_KEY = 'test-server-only-not-a-secret-0123456789abcdef'
BASE_URL = '{places.base_url}'
CELERY_BROKER = 'redis://127.0.0.1:{places.redis_port}/0'
REDIS_CACHE_URL = 'redis://127.0.0.1:{places.redis_port}/1'
DEFAULT_TIMEZONE = 'Europe/Zurich'
DEFAULT_LOCALE = 'en_GB'
ENABLE_ROOMBOOKING = False
CACHE_DIR = '{places.home}/cache'
TEMP_DIR = '{places.home}/tmp'
LOG_DIR = '{places.home}/log'
CUSTOMIZATION_DIR = '{places.home}/custom'
STORAGE_BACKENDS = {{'default': 'fs:{places.home}/archive'}}
ATTACHMENT_STORAGE = 'default'
NO_REPLY_EMAIL = 'noreply@example.org'
SUPPORT_EMAIL = 'support@example.org'
SMTP_SERVER = ('127.0.0.1', 1)
LOCAL_IDENTITIES = True
STRICT_LATEX = False
"""


class Server:
    """A real Indico on loopback with its own PostgreSQL and Redis."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self._lock: TextIO | None = None
        self._redis_pid = places.home / "run" / "redis.pid"
        self._web_pid = places.home / "run" / "gunicorn.pid"

    @property
    def postgres(self) -> Postgres:
        """Its database server."""
        return Postgres(self.places)

    @property
    def environment(self) -> dict[str, str]:
        """What Indico's own Python needs."""
        return {"INDICO_CONFIG": str(self.places.config), "PYTHONPATH": str(REPOSITORY)}

    def up(self, *, large: bool = False) -> None:
        """Install what is missing, seed what is missing, start what does not run."""
        self._take()
        install(self.places)
        self.start_stores()
        self.seed(large=large)
        self.start_web()
        say(f"{self.places.event_url(1288979)} and {self.places.event_url(1)}")

    def _take(self) -> None:
        """Only one at a time may work with a folder; given back when this process ends."""
        if self._lock is not None:
            return
        self._make_folders()
        self._lock = (self.places.home / "lock").open("w")
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise ServerError(
                f"another run works in {self.places.home}: set INDICO_TEST_HOME and the ports"
            ) from error

    def fresh(self, *, large: bool = False) -> None:
        """As `up`, and in the seeded state whatever happened before."""
        self._take()
        install(self.places)
        self.start_stores()
        self.seed(large=large)
        self.reset()

    def down(self) -> None:
        """Stop everything that this server started."""
        self.stop_web()
        stop(read_pid(self._redis_pid), what="Redis")
        if (self.places.home / "pg").exists():
            self.postgres.stop()

    def reset(self) -> None:
        """Back to the seeded state, in a few seconds; the web server runs afterwards."""
        self._take()
        self.stop_web()
        self.start_stores()
        self._restore_seeded()
        self.forget_answers()
        self.start_web()

    def start_stores(self) -> None:
        """PostgreSQL and Redis."""
        self.postgres.start()
        if read_pid(self._redis_pid) is None:
            self._start_redis()

    def seed(self, *, large: bool = False) -> None:
        """An empty database is filled; one that is filled gets at most the large event."""
        if not self.postgres.has(SEEDED):
            say("preparing the database")
            self.postgres.create()
            indico = self.places.venv / "bin" / "indico"
            run([indico, "db", "prepare"], timeout_s=300, env=self.environment)
            self._seed("conferences", "small")
            self._keep_as_seeded()
        if large and not self._has_large():
            self.stop_web()
            self._restore_seeded()
            self._seed("large")
            self._keep_as_seeded()

    def start_web(self) -> None:
        """Indico under gunicorn; returns when it answers."""
        if read_pid(self._web_pid) is not None:
            return
        if listens(self.places.web_port):
            raise ServerError(f"port {self.places.web_port} is taken: set INDICO_TEST_PORT")
        command = [
            self.places.venv / "bin" / "gunicorn",
            *("--workers", "2", "--threads", "2", "--timeout", "300"),
            *("--bind", f"127.0.0.1:{self.places.web_port}"),
            *("--pid", self._web_pid),
            *("--access-logfile", self.places.logs / "access.log"),
            *("--error-logfile", self.places.logs / "gunicorn.log"),
            "tests.indico_server.inside.wsgi:application",
        ]
        start(command, log=self.places.logs / "web.out", env=self.environment, cwd=REPOSITORY)
        wait_until(self._answers, timeout_s=120, what="Indico to answer")

    def stop_web(self) -> None:
        """Stop gunicorn with its workers."""
        stop(read_pid(self._web_pid), what="the web server")

    def forget_answers(self) -> None:
        """Empty Indico's cache of answers."""
        port = str(self.places.redis_port)
        run(["redis-cli", "-p", port, "flushall"], timeout_s=30)

    def get(self, path: str, *, timeout_s: float = 300) -> bytes:
        """The body of a page."""
        url = f"{self.places.base_url}{path}"
        with urllib.request.urlopen(url, timeout=timeout_s) as answer:
            return bytes(answer.read())

    def _answers(self) -> bool:
        try:
            return bool(self.get("/ping", timeout_s=60) is not None)
        except OSError:
            return False

    def _make_folders(self) -> None:
        home = self.places.home
        if home.exists() and any(home.iterdir()) and not (home / MARK).exists():
            raise ServerError(f"{home} holds something else: set INDICO_TEST_HOME")
        for name in ("log", "tmp", "cache", "archive", "custom", "run"):
            (home / name).mkdir(parents=True, exist_ok=True)
        (home / MARK).touch()
        home.chmod(0o711)
        self.places.config.write_text(CONFIG.format(places=self.places))

    def _start_redis(self) -> None:
        port = self.places.redis_port
        if listens(port):
            raise ServerError(f"port {port} is taken: set INDICO_TEST_REDIS_PORT")
        options = ["--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
        place = ["--dir", self.places.home / "tmp", "--pidfile", self._redis_pid]
        pid = start(
            ["redis-server", *options, *place],
            log=self.places.logs / "redis.log",
            cwd=self.places.home,
        )
        self._redis_pid.write_text(str(pid))
        wait_until(lambda: listens(port), timeout_s=30, what="Redis")

    def _seed(self, *parts: str) -> None:
        say(f"seeding: {', '.join(parts)}")
        script = "tests.indico_server.inside.seed"
        said = run(
            [self.places.python, "-m", script, *parts],
            timeout_s=1200,
            env=self.environment,
            cwd=REPOSITORY,
        )
        for line in said.splitlines():
            if line.startswith("event "):
                say(line)

    def _keep_as_seeded(self) -> None:
        """Database and attached files."""
        self._copy_files("archive", "archive.seeded")
        self.postgres.keep_as_seeded()

    def _restore_seeded(self) -> None:
        self._copy_files("archive.seeded", "archive")
        self.postgres.restore_seeded()

    def _copy_files(self, source: str, target: str) -> None:
        shutil.rmtree(self.places.home / target, ignore_errors=True)
        shutil.copytree(self.places.home / source, self.places.home / target)

    def _has_large(self) -> bool:
        found = self.postgres.sql(
            "select count(*) from events.events where url_shortcut = 'large'", database=SEEDED
        )
        return found != "0"

    def event_ids(self) -> dict[str, int]:
        """Event ids by their short names."""
        query = "select json_object_agg(url_shortcut, id) from events.events where not is_deleted"
        found: dict[str, int] = json.loads(self.postgres.sql(query, database=SEEDED))
        return found
