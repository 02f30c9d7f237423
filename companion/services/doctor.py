"""Says in words what is well with the program's data, what is not, and what to do."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from companion.domain.health import StorageHealth
from companion.errors import KnownError, Said
from companion.ports.calls import Clock
from companion.ports.user import BackupStore
from companion.settings import Settings

LOW_SPACE = 200 * 1024 * 1024
"""Ten programmes of 2,000 talks."""
_MIB = 1024 * 1024


class Verdict(StrEnum):
    """How much a finding matters."""

    OK = "ok"
    NOTE = "note"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at.

    Attributes:
        topic: such as `database`; several findings may share one.
        advice: what to do; empty if nothing.
    """

    topic: str
    verdict: Verdict
    message: str
    advice: str = ""


class DoctorService:
    """Looks at everything; changes nothing."""

    def __init__(
        self,
        look: Callable[[], StorageHealth],
        backups: BackupStore,
        settings: Settings,
        sites: Callable[[], Iterable[str]],
        reach: Callable[[str], None],
        clock: Clock,
    ) -> None:
        """Prepare it.

        Args:
            look: gives the facts of the data folder.
            backups: of the person's data.
            settings: for what is wrong with their file.
            sites: base addresses of the servers that the catalogue names.
            reach: asks a server for anything; raises `KnownError` if it cannot be used.
            clock: the present.
        """
        self._look = look
        self._backups = backups
        self._settings = settings
        self._sites = sites
        self._reach = reach
        self._clock = clock

    def findings(self, *, network: bool = False) -> tuple[Finding, ...]:
        """All findings; servers are asked only with `network`."""
        health = self._look()
        found = [_folder(health), _space(health), *_database(health), *_programmes(health)]
        found += [*self._owned(health), *_aside(health), self._settings_file()]
        if network:
            found += self._network(health)
        return tuple(found)

    def _owned(self, health: StorageHealth) -> Iterator[Finding]:
        yield Finding(
            "stars",
            Verdict.OK,
            Said("Stars: {stars}, other entries: {other}.", stars=health.stars, other=health.other),
        )
        backups = self._backups.list()
        if backups:
            days = (self._clock() - backups[0].made_dt).days
            words = "Backups of them: {count}; the newest was made {days} days ago."
            if days < 1:
                words = "Backups of them: {count}; the newest was made today."
            yield Finding("backups", Verdict.OK, Said(words, count=len(backups), days=days))
        elif health.stars or health.other:
            advice = "“backup make” makes one; the program makes one by itself after each change."
            yield Finding("backups", Verdict.NOTE, "There is no backup of your stars yet.", advice)
        else:
            yield Finding("backups", Verdict.OK, "No backups yet: there is nothing to keep.")

    def _settings_file(self) -> Finding:
        notice = self._settings.notice
        if notice:
            return Finding("settings", Verdict.NOTE, notice, "Choose your settings again.")
        return Finding("settings", Verdict.OK, "The settings can be read.")

    def _network(self, health: StorageHealth) -> Iterator[Finding]:
        stored = (item.base_url for item in health.editions if not item.event_id.is_sample)
        for site in sorted({*self._sites(), *stored}):
            try:
                self._reach(site)
            except KnownError as error:
                yield Finding("network", Verdict.PROBLEM, error.message, error.next_step)
            else:
                yield Finding("network", Verdict.OK, Said("{site} answers.", site=site))


def is_well(findings: Iterable[Finding]) -> bool:
    """Whether there is no problem among them."""
    return all(item.verdict is not Verdict.PROBLEM for item in findings)


def _folder(health: StorageHealth) -> Finding:
    if health.folder_fault:
        text = Said(
            "The folder {folder} cannot be written ({fault}).",
            folder=health.folder,
            fault=health.folder_fault,
        )
        advice = "Check its permissions, or choose another folder with --data-dir."
        return Finding("folder", Verdict.PROBLEM, text, advice)
    return Finding(
        "folder", Verdict.OK, Said("Everything is kept in {folder}.", folder=health.folder)
    )


def _space(health: StorageHealth) -> Finding:
    if health.free_bytes is None:
        return Finding("disk", Verdict.NOTE, "The free space on the disk is not known.")
    text = Said("{size} MiB are free on the disk.", size=health.free_bytes // _MIB)
    if health.free_bytes < LOW_SPACE:
        return Finding("disk", Verdict.PROBLEM, text, "Free some space before the next sync.")
    return Finding("disk", Verdict.OK, text)


def _database(health: StorageHealth) -> Iterator[Finding]:
    if health.size is None:
        yield Finding("database", Verdict.OK, "There is no database yet; the first start makes it.")
    elif health.fault:
        advice = "Close other windows of QTML Companion and try again."
        yield Finding("database", Verdict.PROBLEM, health.fault, advice)
    elif health.damage:
        text = Said("The database is damaged: {detail}.", detail=health.damage[0])
        advice = "Start the program: it sets the file aside and rescues your stars."
        yield Finding("database", Verdict.PROBLEM, text, advice)
    else:
        text = Said(
            "SQLite finds the database sound ({size} MiB).", size=round(health.size / _MIB, 1)
        )
        yield Finding("database", Verdict.OK, text)
        yield from _references(health)
        yield _schema(health)


def _references(health: StorageHealth) -> Iterator[Finding]:
    if health.broken_references:
        text = Said(
            "Rows of the database that refer to nothing: {count}.", count=health.broken_references
        )
        yield Finding("database", Verdict.PROBLEM, text, "Please report it with the log file.")


def _schema(health: StorageHealth) -> Finding:
    found, known = health.schema or 0, health.known_schema
    if found > known:
        text = Said(
            "The database is of a newer version (schema {found}, known {known}).",
            found=found,
            known=known,
        )
        return Finding("schema", Verdict.PROBLEM, text, "Install the newer version.")
    if found < known:
        text = Said(
            "The database is of an older version (schema {found} of {known}).",
            found=found,
            known=known,
        )
        return Finding("schema", Verdict.NOTE, text, "The next start brings it up to date.")
    return Finding(
        "schema", Verdict.OK, Said("Its schema is the present one ({known}).", known=known)
    )


def _programmes(health: StorageHealth) -> Iterator[Finding]:
    if (health.schema or 0) > health.known_schema:
        return  # where a newer program keeps them is not known
    if not health.editions:
        advice = "Sync an edition, or load the sample."
        yield Finding("programmes", Verdict.NOTE, "No programme is stored here.", advice)
    for item in health.editions:
        words = "{title}: {count} talks (from {site})."
        if item.event_id.is_sample:
            words = "{title}: {count} talks (sample, invented talks)."
        text = Said(words, title=item.title, count=item.contributions, site=item.base_url)
        yield Finding("programmes", Verdict.OK, text)


def _aside(health: StorageHealth) -> Iterator[Finding]:
    for name in health.set_aside:
        is_damaged = ".damaged-" in name
        words = "{name} holds the database before an upgrade."
        if is_damaged:
            words = "{name} holds a damaged database."
        advice = "You may delete it once you miss nothing."
        yield Finding("copies", Verdict.NOTE, Said(words, name=name), advice)
