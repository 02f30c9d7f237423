"""One calendar entry for one talk, poster session or break, as if written for the first time.

Numbers and times are what the records say; `companion.ical.settle` weighs them against what was
written before.
"""

import re
from collections.abc import Iterable
from datetime import datetime, timedelta
from string import printable
from urllib.parse import quote, urlsplit, urlunsplit

from companion.domain.bookmark import Star
from companion.domain.calendar import CalendarEntry, CalendarOptions, EntryStatus, ZoneForm
from companion.domain.timetable import Break, Contribution, SessionBlock
from companion.ical import uid
from companion.ports.calendar import CalendarEdition
from companion.ports.programmes import TalkRecord

_WEB_ADDRESS = re.compile(r"https?://[^\s\x00-\x1f\x7f-\x9f\ud800-\udfff<>\"]+", re.IGNORECASE)


def web_address(text: str) -> str:
    """The text if it is a plain http(s) address, else nothing: it comes from outside.

    What is not ASCII, as every URI is (RFC 5545 3.3.13, RFC 3986), is brought into that form.
    """
    if not _WEB_ADDRESS.fullmatch(text):
        return ""
    return text if text.isascii() else _in_ascii(text)


def _in_ascii(address: str) -> str:
    try:
        parts = urlsplit(address)
        host = parts.netloc.encode("idna").decode()
    except ValueError:
        return ""
    return quote(urlunsplit(parts._replace(netloc=host)), safe=printable)


def whole(moment: datetime) -> datetime:
    """To the second, which is all that iCalendar can say."""
    return moment.replace(microsecond=0)


def place(room_name: str, venue_name: str) -> str:
    """“Room, venue”, or what is known of it."""
    return ", ".join(part for part in (room_name, venue_name) if part)


def end_of(item: Contribution, start_dt: datetime) -> datetime:
    """When it ends; a duration is believed only without an end."""
    return item.end_dt or start_dt + (item.duration or timedelta(0))


class EntryMaker:
    """Makes the entries of one edition."""

    def __init__(self, edition: CalendarEdition, options: CalendarOptions, now: datetime) -> None:
        self._edition = edition
        self._event_id = edition.address.event_id
        self._options = options
        self._now = whole(now)
        self._sessions = {item.session_id: item for item in edition.programme.sessions}
        self._zone = edition.programme.event.timezone if options.zone is ZoneForm.EVENT else None
        self._parent_uid = uid.event_uid(self._event_id)

    def talk(
        self, item: Contribution, start_dt: datetime, end_dt: datetime, location: str
    ) -> CalendarEntry:
        """An entry of its own for a talk or poster."""
        record = self._record(item.db_id)
        session_title = item.session_title or self.session_title(item.session_id)
        return CalendarEntry(
            uid=uid.contribution_uid(self._event_id, item.db_id),
            status=self._status((item,)),
            sequence=record.sequence,
            title=item.title,
            start_dt=whole(start_dt),
            end_dt=whole(end_dt),
            created_dt=record.first_seen_dt,
            modified_dt=record.changed_dt,
            location=location,
            zone=self._zone,
            source=item,
            session_title=session_title,
            categories=_once(item.track, item.type, session_title),
            url=self._talk_url(item),
            parent_uid=self._parent_uid,
            organizer=self._edition.programme.event.title,
            alarm_minutes=self._options.alarm_minutes,
        )

    def poster_session(self, block: SessionBlock, posters: Iterable[Contribution]) -> CalendarEntry:
        """One entry for a sitting of posters, with the chosen ones inside."""
        posters = sorted(posters, key=_board)
        records = [self._record(item.db_id) for item in posters]
        session = self._sessions.get(block.session_id)
        session_title = self.session_title(block.session_id)
        return CalendarEntry(
            uid=uid.block_uid(self._event_id, block.block_id),
            status=self._status(posters),
            sequence=max(record.sequence for record in records),
            title=_block_title(session_title, block.title),
            start_dt=whole(block.start_dt),
            end_dt=whole(block.end_dt),
            created_dt=min(record.first_seen_dt for record in records),
            modified_dt=max(record.changed_dt for record in records),
            location=place(block.room_name, block.venue_name),
            zone=self._zone,
            posters=tuple(posters),
            session_title=session_title,
            categories=_once(session_title),
            url="" if session is None or self._is_sample else web_address(session.url),
            parent_uid=self._parent_uid,
            organizer=self._edition.programme.event.title,
            child_uids=tuple(uid.contribution_uid(self._event_id, item.db_id) for item in posters),
            alarm_minutes=self._options.alarm_minutes,
        )

    def break_(self, item: Break) -> CalendarEntry:
        """A pause. Nobody records its changes, so it starts as old as the programme."""
        known = [record.first_seen_dt for record in self._edition.records.values()]
        since = whole(min(known, default=self._now))
        return CalendarEntry(
            uid=uid.break_uid(self._event_id, item.entry_id),
            status=self._status(()),
            sequence=0,
            title=item.title,
            start_dt=whole(item.start_dt),
            end_dt=whole(item.end_dt),
            created_dt=since,
            modified_dt=since,
            location=place(item.room_name, item.venue_name),
            zone=self._zone,
            text=item.description,
            parent_uid=self._parent_uid,
            organizer=self._edition.programme.event.title,
        )

    def withdrawn(self, item: Contribution, start_dt: datetime) -> CalendarEntry:
        """What is left to say of a talk that the site no longer has."""
        record = self._record(item.db_id)
        return CalendarEntry(
            uid=uid.contribution_uid(self._event_id, item.db_id),
            status=EntryStatus.CANCELLED,
            sequence=record.sequence,
            title=item.title,
            start_dt=whole(start_dt),
            end_dt=whole(end_of(item, start_dt)),
            created_dt=record.first_seen_dt,
            modified_dt=max(record.changed_dt, record.withdrawn_dt or record.changed_dt),
            location=place(item.room_name, item.venue_name),
        )

    def session_title(self, session_id: int | None) -> str:
        """Empty where it is not known."""
        session = self._sessions.get(session_id or 0)
        return session.title if session else ""

    def _record(self, db_id: int) -> TalkRecord:
        record = self._edition.records.get(db_id)
        if record is None:
            return TalkRecord(first_seen_dt=self._now, changed_dt=self._now, sequence=0)
        return TalkRecord(
            first_seen_dt=whole(record.first_seen_dt),
            changed_dt=whole(record.changed_dt),
            sequence=record.sequence,
            withdrawn_dt=record.withdrawn_dt and whole(record.withdrawn_dt),
        )

    def _status(self, items: Iterable[Contribution]) -> EntryStatus:
        label = self._edition.programme.event.label
        if label is not None and label.is_event_not_happening:
            return EntryStatus.CANCELLED
        stars = {self._edition.stars.get(item.db_id, Star.NONE) for item in items}
        # a poster session is as sure as its surest poster
        return EntryStatus.TENTATIVE if stars == {Star.TENTATIVE} else EntryStatus.CONFIRMED

    def _talk_url(self, item: Contribution) -> str:
        if self._is_sample:
            return ""
        ours = f"{self._edition.address.url}contributions/{item.db_id}/"
        return web_address(item.url) or web_address(ours)

    @property
    def _is_sample(self) -> bool:
        return self._event_id.is_sample


def _block_title(session_title: str, block_title: str) -> str:
    """As Indico shows a block: “Session: slot”."""
    return ": ".join(_once(session_title, block_title))


def _once(*texts: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))


def _board(item: Contribution) -> tuple[int, str, bool, str, int, int]:
    """By board as people count (2 before 10), then by code."""
    digits = re.search(r"[0-9]{1,9}", item.board_number)
    number = int(digits[0]) if digits else 10**9
    return number, item.board_number, not item.code, item.code, item.friendly_id, item.db_id
