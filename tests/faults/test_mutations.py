"""Answers with something wrong anywhere, taken through the whole program into the database."""

import json
import random
from pathlib import Path
from typing import Any

from companion.domain.bookmark import Star
from companion.domain.event import EventAddress
from companion.errors import KnownError
from companion.indico.source import read_answers
from companion.ports.calls import never_cancelled, no_progress
from companion.ports.fetching import FetchedProgramme, Resolved
from companion.services.editions import EditionsService
from companion.services.sync import SyncService
from companion.services.sync_report import SyncStatus
from companion.storage.database import open_database
from companion.storage.refused import RefusedFolder
from tests.faults.counts import TRIED, times
from tests.support.answers import address_of
from tests.support.programmes import NOW
from tests.support.recorded import MELBOURNE
from tests.unit.indico.test_mutations import BODIES, DOCUMENTS, KEPT, ODD_VALUES, PATHS

ADDRESS = address_of(MELBOURNE)


class Mutant:
    """A source that reads two bodies as they are."""

    def __init__(self) -> None:
        self.bodies = dict(BODIES)

    def resolve(self, text: str, **_options: Any) -> Resolved:
        return Resolved(ADDRESS)

    def check(self, text: str) -> None:
        pass

    def fetch(
        self,
        address: EventAddress,
        *,
        progress: Any = no_progress,
        cancelled: Any = never_cancelled,
        **_: Any,
    ) -> FetchedProgramme:
        return read_answers(ADDRESS, self.bodies["event"], self.bodies["timetable"])


def mutated(chance: random.Random) -> dict[str, bytes]:
    name, path = chance.choice(PATHS)
    place: Any = DOCUMENTS[name]
    for step in path[:-1]:
        place = place[step]
    before = place[path[-1]]
    place[path[-1]] = chance.choice(ODD_VALUES)
    try:
        return {**BODIES, name: json.dumps(DOCUMENTS[name]).encode()}
    finally:
        place[path[-1]] = before


def test_no_mutation_costs_a_star_or_half_a_programme(tmp_path: Path) -> None:
    """One value of the recorded answers replaced at a time, wrong types in every field."""
    chance = random.Random(20241126)
    source = Mutant()
    database = open_database(tmp_path)
    store = database.programmes
    editions = EditionsService(lambda: (), lambda: (), store)
    refused = RefusedFolder(tmp_path / "refused")
    sync = SyncService(source, store, database.checks, refused, editions, lambda: NOW)
    url = f"{ADDRESS.base_url}/event/{MELBOURNE}"
    assert sync.sync(url).status is SyncStatus.UPDATED
    event_id = ADDRESS.event_id
    database.user.set_star(event_id, KEPT, Star.STARRED, NOW)
    stars = database.user.bookmarks()
    for _ in range(times(60, 4000)):
        source.bodies = mutated(chance)
        before = store.programme(event_id)
        report = sync.sync(url)
        TRIED["mutations"] += 1
        assert report.message
        after = store.programme(event_id)
        if report.error is not None:
            assert isinstance(report.error, KnownError)
            assert after == before
        else:
            fetched = source.fetch(ADDRESS)
            assert before is not None
            assert after is not None
            ids = {item.db_id for item in fetched.programme.contributions}
            known = {item.db_id for item in before.contributions}
            assert ids <= {item.db_id for item in after.contributions} <= known | ids
        assert database.user.bookmarks() == stars
    source.bodies = dict(BODIES)
    sync.sync(url, accept=True)
    assert store.programme(event_id) == source.fetch(ADDRESS).programme
    database.close()
