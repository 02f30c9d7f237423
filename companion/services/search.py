"""Search over the stored programmes."""

from companion.ports.programmes import ProgrammeStore, SearchHit, SearchQuery
from companion.services.editions import EditionsService


class SearchService:
    """Full-text search; never the network."""

    def __init__(self, store: ProgrammeStore, editions: EditionsService) -> None:
        self._store = store
        self._editions = editions

    def search(self, text: str, key: str | None = None, limit: int = 50) -> tuple[SearchHit, ...]:
        """Talks that hold all words of `text` (as beginnings of words), best first.

        Args:
            text: anything a person can type; nothing in it is syntax.
            key: only this edition; all of them if None.
            limit: at most so many.

        Raises:
            UnknownEdition, NoProgramme: no such key, or nothing stored of it.
        """
        events = (self._editions.stored(key).address.event_id,) if key else ()
        if not text.strip():
            return ()
        return self._store.search(SearchQuery(text, events, limit))
