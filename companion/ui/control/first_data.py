"""What a window is given to paint before the database is opened; a type alone."""

from typing import Protocol

from companion.domain.edition import StoredEdition
from companion.domain.entry import Entry


class FirstData(Protocol):
    """What was read with plain sqlite3 before the window is shown.

    Attributes:
        editions: all that are stored.
        shown: the one to show first; None on a first start.
        entries: its programme.
    """

    @property
    def editions(self) -> tuple[StoredEdition, ...]: ...

    @property
    def shown(self) -> StoredEdition | None: ...

    @property
    def entries(self) -> tuple[Entry, ...]: ...
