"""The filter of each edition, kept between starts."""

from companion.domain.filter_text import read_filters, write_filters
from companion.domain.filters import Filter
from companion.settings import FILTERS, Settings


class FilterMemory:
    """Days and sessions are of one edition, so each edition has a filter of its own."""

    def __init__(self, settings: Settings) -> None:
        self._filters = read_filters(settings.get(FILTERS))

    def of(self, key: str | None) -> Filter:
        """The filter of an edition."""
        return self._filters.get(key or "", Filter())

    def remember(self, key: str, chosen: Filter) -> None:
        """Another filter for an edition."""
        self._filters[key] = chosen

    def text(self) -> str:
        """All filters, for the settings."""
        return write_filters(self._filters)
