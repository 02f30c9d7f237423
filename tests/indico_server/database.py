"""A PostgreSQL of our own, on loopback, as its own user where we are root."""

import os
import pwd
import shutil
from pathlib import Path

from tests.indico_server.install import postgres_folder
from tests.indico_server.places import Places
from tests.indico_server.processes import ServerError, listens, run

DATABASE, SEEDED = "indico", "indico_seeded"
"""The database in use, and the copy of it as seeded."""


class Postgres:
    """One cluster in the work folder."""

    def __init__(self, places: Places) -> None:
        binaries = postgres_folder()
        if binaries is None:
            raise ServerError("PostgreSQL is not installed")
        self._binaries = binaries
        self._port = places.postgres_port
        self._folder = places.home / "pg"

    def start(self) -> None:
        """Make the cluster if there is none, and start it if it does not run."""
        if not (self._folder / "PG_VERSION").exists():
            self._make()
        if self._is_running():
            return
        if listens(self._port):
            raise ServerError(f"port {self._port} is taken: set INDICO_TEST_PG_PORT")
        log = self._folder / "server.log"
        # started by pg_ctl in a session of its own; nothing of it holds on to our output
        self._run("pg_ctl", "-D", self._folder, "-l", log, "-w", "-t", "60", "-s", "start")

    def stop(self) -> None:
        """Stop it if it runs."""
        if self._is_running():
            self._run("pg_ctl", "-D", self._folder, "-m", "fast", "-w", "-t", "60", "stop")

    def has(self, name: str) -> bool:
        """Whether a database exists."""
        return self.sql(f"select 1 from pg_database where datname = '{name}'") == "1"

    def create(self) -> None:
        """An empty database with the extensions that Indico asks for."""
        self.drop(DATABASE)
        self.sql(f"create database {DATABASE}")
        self.sql("create extension unaccent; create extension pg_trgm", database=DATABASE)

    def keep_as_seeded(self) -> None:
        """Copy the database in use; nobody may be connected to it."""
        self.drop(SEEDED)
        self.sql(f"create database {SEEDED} template {DATABASE}")

    def restore_seeded(self) -> None:
        """Put the copy in place of the database in use."""
        self.drop(DATABASE)
        self.sql(f"create database {DATABASE} template {SEEDED}")

    def drop(self, name: str) -> None:
        """Remove a database, whoever is connected."""
        self.sql(f"drop database if exists {name} with (force)")

    def sql(self, statement: str, *, database: str = "postgres") -> str:
        """Run a statement; returns its single value as text, or nothing."""
        where = ["-h", "127.0.0.1", "-p", str(self._port), "-U", "postgres"]
        psql = shutil.which("psql") or self._binaries / "psql"
        # one transaction each: databases cannot be made inside a common one
        parts = [word for part in statement.split(";") for word in ("-c", part)]
        options = ["-X", "-q", "-t", "-A", "-v", "ON_ERROR_STOP=1"]
        return run([psql, *where, *options, *parts, database], timeout_s=120).strip()

    def _make(self) -> None:
        self._folder.mkdir(mode=0o700, exist_ok=True)
        if os.getuid() == 0:
            user = pwd.getpwnam("postgres")
            os.chown(self._folder, user.pw_uid, user.pw_gid)
        encoding = ["-E", "UTF8", "--locale=C.UTF-8", "-A", "trust", "-U", "postgres"]
        self._run("initdb", "-D", self._folder, *encoding)
        with (self._folder / "postgresql.conf").open("a") as config:
            config.write(
                f"listen_addresses = '127.0.0.1'\nport = {self._port}\n"
                f"unix_socket_directories = '{self._folder}'\n"
                "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\n"
            )

    def _is_running(self) -> bool:
        if not (self._folder / "postmaster.pid").exists():
            return False
        try:
            self._run("pg_ctl", "-D", self._folder, "status")
        except ServerError:
            return False
        return True

    def _run(self, tool: str, *arguments: str | Path) -> None:
        """PostgreSQL refuses to work for root."""
        command: list[str | Path] = [self._binaries / tool, *arguments]
        if os.getuid() == 0:
            command = ["runuser", "-u", "postgres", "--", *command]
        run(command, timeout_s=120, cwd=self._folder)
