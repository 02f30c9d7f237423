"""The recorded programmes, as a sync reads them, ready for export."""

from datetime import UTC, datetime
from functools import cache

from companion.domain.event import EventAddress, EventId
from companion.indico.source import read_answers
from companion.ports.calendar import CalendarEdition
from companion.ports.programmes import TalkRecord
from tests.support import recorded

SEEN = datetime(2026, 11, 22, 15, 0, 7, tzinfo=UTC)


@cache
def edition(number: int, folder: str = "before") -> CalendarEdition:
    """A recorded event as it was first seen."""
    address = EventAddress(
        EventId(recorded.RECORDED_HOST, number), f"http://{recorded.RECORDED_HOST}"
    )
    answers = [recorded.body(number, kind, folder) for kind in ("event", "timetable")]
    programme = read_answers(address, *answers).programme
    records = {talk.db_id: TalkRecord(SEEN, SEEN, 0) for talk in programme.contributions}
    return CalendarEdition(address, programme, records)
