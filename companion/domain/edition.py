"""An edition of the series, as the catalogue knows it, and the keys of editions."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date, datetime
from enum import StrEnum

from companion.domain.event import EventAddress
from companion.frozen import frozen


class EditionState(StrEnum):
    """How far an edition is on this computer."""

    CATALOGUE = "catalogue"
    DOWNLOADED = "downloaded"
    SAMPLE = "sample"


@frozen
class Edition:
    """One edition of QTML; what is not known is None, never invented.

    Attributes:
        key: `qtml2017` ... `qtml2026`, `sample-2023`, or `HOST[-PORT]-ID`.
        timezone: IANA name of the city.
        address: its Indico event, where one is known.
        unverified: names of the fields that no page of the organisers confirms.
        sources: field name → where the fact was read.
    """

    key: str
    title: str
    year: int | None = None
    number: int | None = None
    city: str | None = None
    country: str | None = None
    timezone: str | None = None
    start_day: date | None = None
    end_day: date | None = None
    venue: str | None = None
    host: str | None = None
    website: str | None = None
    programme_url: str | None = None
    address: EventAddress | None = None
    notes: str = ""
    unverified: frozenset[str] = frozenset()
    sources: Mapping[str, str] = field(default_factory=dict, hash=False)


@frozen
class StoredEdition:
    """An edition of which a programme is stored.

    Attributes:
        synced_dt: when its site last answered (unchanged answers count).
        generated_dt: when the server made that answer.
        contributions: present ones.
    """

    key: str
    address: EventAddress
    title: str
    timezone: str
    start_dt: datetime
    end_dt: datetime
    venue_name: str
    synced_dt: datetime
    generated_dt: datetime
    contributions: int
    label: str = ""

    def is_called(self, key: str) -> bool:
        """Whether a key means it: its own, or `HOST[-PORT]-ID`, by which it may once have gone."""
        return key in {self.key, self.address.event_id.key}
