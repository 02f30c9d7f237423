"""The state of what is on disk, as facts; what they mean to people is `services.doctor`'s."""

from dataclasses import dataclass

from companion.domain.event import EventId


@dataclass(frozen=True, slots=True)
class HeldEdition:
    """An edition as the database holds it."""

    event_id: EventId
    base_url: str
    title: str
    contributions: int


@dataclass(frozen=True, slots=True)
class StorageHealth:
    """Facts about the data folder.

    Attributes:
        folder_fault: why the folder cannot be written; empty if it can.
        free_bytes: on its disk; None if not known.
        size: of the database in bytes; None if there is no file.
        schema: version of the file; None if it cannot be read. `known_schema`: of this program.
        damage: what SQLite found, in its own words; empty for a sound file.
        broken_references: rows that refer to others that are missing.
        fault: why the file could not be looked into, such as being locked; else empty.
        stars, other: rows of the person.
        set_aside: names of damaged files and of copies made before a change of the schema.
    """

    folder: str
    folder_fault: str = ""
    free_bytes: int | None = None
    size: int | None = None
    schema: int | None = None
    known_schema: int = 0
    damage: tuple[str, ...] = ()
    broken_references: int = 0
    fault: str = ""
    stars: int = 0
    other: int = 0
    editions: tuple[HeldEdition, ...] = ()
    set_aside: tuple[str, ...] = ()
