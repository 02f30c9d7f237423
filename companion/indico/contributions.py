"""Contributions of both answers → domain."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

import msgspec

from companion.domain.timetable import (
    Contribution,
    Session,
    SessionBlock,
    Subcontribution,
)
from companion.errors import Said
from companion.indico.links import Links
from companion.indico.materials import materials, references
from companion.indico.moments import duration_of, first_instant, span_of
from companion.indico.payloads import ContributionIn, ScheduledIn, SubcontributionIn
from companion.indico.people import people, timetable_people
from companion.indico.records import Quarantine

_DECODER = msgspec.json.Decoder(ContributionIn)


@dataclass(frozen=True, slots=True)
class Times:
    """When a contribution is, all None or empty if it has no time yet."""

    start_dt: datetime | None
    end_dt: datetime | None
    duration: timedelta | None


@dataclass(frozen=True, slots=True)
class Place:
    """Where it stands in the programme."""

    session: Session | None
    block: SessionBlock | None

    @property
    def session_id(self) -> int | None:
        """None without a session."""
        return None if self.session is None else self.session.session_id

    @property
    def block_id(self) -> int | None:
        """None without a block."""
        return None if self.block is None else self.block.block_id

    @property
    def is_poster(self) -> bool:
        """As its session says."""
        return self.session is not None and self.session.is_poster


def read_contributions(
    raws: list[msgspec.Raw] | None, quarantine: Quarantine
) -> dict[int, tuple[str, ContributionIn]]:
    """Those that can be read, by db_id, with their paths.

    Of two with the same db_id one is kept, whatever their order.
    """
    paths = ((f"event.contributions[{index}]", raw) for index, raw in enumerate(raws or ()))
    found: dict[int, tuple[str, ContributionIn]] = {}
    for path, record in quarantine.decode_each(paths, _DECODER):
        before = found.get(record.db_id)
        if before is not None:
            quarantine.add(path, Said("db_id {number} stands there twice", number=record.db_id))
            if msgspec.json.encode(before[1]) <= msgspec.json.encode(record):
                continue
        found[record.db_id] = (path, record)
    return found


def times_of(record: ContributionIn) -> Times:
    """Start, end and length; the length is their difference where there are both.

    Raises:
        BadField: they cannot be read.
    """
    stated = None if record.duration is None else duration_of(record.duration)
    if record.start_date is None:
        return Times(None, None, stated)
    if record.end_date is None:
        start_dt, length = first_instant(record.start_date, "startDate"), stated or timedelta(0)
        return Times(start_dt, start_dt + length, length)
    start_dt, end_dt = span_of(record.start_date, record.end_date, record.duration)
    return Times(start_dt, end_dt, end_dt - start_dt)


def map_contribution(
    record: ContributionIn, times: Times, place: Place, links: Links
) -> Contribution:
    """One contribution of the event answer.

    Raises:
        BadField: a part of it has an impossible duration.
    """
    return Contribution(
        db_id=record.db_id,
        friendly_id=record.db_id if record.friendly_id is None else record.friendly_id,
        title=record.title or "",
        start_dt=times.start_dt,
        end_dt=times.end_dt,
        duration=times.duration,
        description=record.description or "",
        session_id=place.session_id,
        session_title=record.session or (place.session.title if place.session else None),
        block_id=place.block_id,
        room_name=record.room or "",
        venue_name=record.location or "",
        type=record.type or None,
        track=record.track or None,
        code=record.code or "",
        board_number=record.board_number or "",
        url=links.absolute(record.url),
        note=(record.note.html or "") if record.note else "",
        is_poster=place.is_poster,
        keywords=tuple(record.keywords or ()),
        speakers=people(record.speakers),
        primary_authors=people(record.primaryauthors),
        coauthors=people(record.coauthors),
        references=references(record.references, links),
        materials=materials(record.folders, links),
        subcontributions=tuple(
            _subcontribution(sub, links) for sub in _each_once(record.subcontributions or ())
        ),
    )


def _each_once(subs: Iterable[SubcontributionIn]) -> Iterable[SubcontributionIn]:
    return {sub.db_id: sub for sub in subs}.values()


def _subcontribution(sub: SubcontributionIn, links: Links) -> Subcontribution:
    return Subcontribution(
        db_id=sub.db_id,
        friendly_id=sub.db_id if sub.friendly_id is None else sub.friendly_id,
        title=sub.title or "",
        duration=None if sub.duration is None else duration_of(sub.duration),
        code=sub.code or "",
        speakers=people(sub.speakers),
        references=references(sub.references, links),
        materials=materials(sub.folders, links),
    )


def map_scheduled(entry: ScheduledIn, place: Place, links: Links) -> Contribution:
    """A contribution that only the timetable answer has: without type, track and materials.

    Which of its authors are primary is not said there, so all are listed as co-authors.

    Raises:
        BadField: it has no usable times.
    """
    outer = () if place.block is None else ((place.block.start_dt, place.block.end_dt),)
    start_dt, end_dt = span_of(
        entry.start_date, entry.end_date, entry.duration, within=lambda: outer
    )
    return Contribution(
        db_id=entry.contribution_id,
        friendly_id=entry.contribution_id if entry.friendly_id is None else entry.friendly_id,
        title=entry.title or "",
        start_dt=start_dt,
        end_dt=end_dt,
        duration=end_dt - start_dt,
        description=entry.description or "",
        session_id=place.session_id,
        session_title=None if place.session is None else place.session.title,
        block_id=place.block_id,
        room_name=entry.room or "",
        venue_name=entry.location or "",
        code=entry.code or "",
        board_number=entry.board_number or "",
        url=links.absolute(entry.url),
        is_poster=place.is_poster,
        speakers=timetable_people(entry.presenters),
        coauthors=timetable_people(entry.authors),
    )
