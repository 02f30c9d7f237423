"""Indico's JSON as it comes (3.2 to 3.3): every field optional but the keys, unknown ones ignored.

Numbers that become keys are bounded by what SQLite can hold. Names are Indico's, in our style where
it mixes two. E-mail hashes are not read at all.
"""

from typing import Annotated

from msgspec import Meta, Raw, Struct, field

Id = Annotated[int, Meta(ge=1, le=2**63 - 1)]
Count = Annotated[int, Meta(ge=0, le=2**63 - 1)]
Entries = dict[str, Raw] | list[Raw] | None
"""Of days and blocks; an empty one may come as a list."""


class Payload(Struct, gc=False):
    """Base of all."""


class EnvelopeIn(Payload):
    """What every export is wrapped in; `ts` is when the data were made, in Unix seconds."""

    results: Raw
    ts: int | float | None = None
    url: str | None = None


class MomentIn(Payload):
    """A local time without offset: `2024-11-25`, `09:00:00`, an IANA zone."""

    date: str
    time: str
    tz: str


class PersonIn(Payload):
    """A person of the event answer; `db_id` is the link, `person_id` the human being."""

    first_name: str | None = None
    last_name: str | None = None
    full_name: str | None = field(name="fullName", default=None)
    affiliation: str | None = None
    db_id: Id | None = None
    person_id: Id | None = None


class TimetablePersonIn(Payload):
    """A person of the timetable answer, which has no ids."""

    first_name: str | None = field(name="firstName", default=None)
    family_name: str | None = field(name="familyName", default=None)
    name: str | None = None
    affiliation: str | None = None


class AttachmentIn(Payload):
    """A file or link."""

    id: Id
    title: str | None = None
    description: str | None = None
    type: str | None = None
    modified_dt: str | None = None
    is_protected: bool | None = None
    download_url: str | None = None
    link_url: str | None = None
    filename: str | None = None
    content_type: str | None = None
    size: Count | None = None
    checksum: str | None = None


class FolderIn(Payload):
    """Attachments under one title; the default folder has none."""

    title: str | None = None
    is_protected: bool | None = None
    attachments: list[AttachmentIn] | None = None


class ReferenceIn(Payload):
    """Such as a DOI."""

    type: str | None = None
    value: str | None = None
    url: str | None = None
    urn: str | None = None


class NoteIn(Payload):
    """Minutes; missing ones come as an empty object."""

    html: str | None = None


class LabelIn(Payload):
    """Such as “cancelled”."""

    title: str | None = None
    message: str | None = None
    is_event_not_happening: bool | None = None


class SubcontributionIn(Payload):
    """A part of a contribution."""

    db_id: Id
    friendly_id: Count | None = None
    title: str | None = None
    duration: int | float | None = None
    code: str | None = None
    speakers: list[PersonIn] | None = None
    references: list[ReferenceIn] | None = None
    folders: list[FolderIn] | None = None


class ContributionIn(Payload):
    """A contribution of the event answer."""

    db_id: Id
    friendly_id: Count | None = None
    title: str | None = None
    description: str | None = None
    start_date: MomentIn | None = field(name="startDate", default=None)
    end_date: MomentIn | None = field(name="endDate", default=None)
    duration: int | float | None = None
    room: str | None = None
    location: str | None = None
    url: str | None = None
    type: str | None = None
    track: str | None = None
    session: str | None = None
    code: str | None = None
    board_number: str | None = None
    keywords: list[str] | None = None
    references: list[ReferenceIn] | None = None
    speakers: list[PersonIn] | None = None
    primaryauthors: list[PersonIn] | None = None
    coauthors: list[PersonIn] | None = None
    folders: list[FolderIn] | None = None
    note: NoteIn | None = None
    subcontributions: list[SubcontributionIn] | None = field(name="subContributions", default=None)


class EventIn(Payload):
    """The event itself; its contributions stay raw, so that one bad one cannot spoil the rest."""

    id: str | int
    start_date: MomentIn = field(name="startDate")
    end_date: MomentIn = field(name="endDate")
    title: str | None = None
    timezone: str | None = None
    description: str | None = None
    room: str | None = None
    location: str | None = None
    address: str | None = None
    url: str | None = None
    category: str | None = None
    organizer: str | None = None
    label: LabelIn | None = None
    note: NoteIn | None = None
    chairs: list[PersonIn] | None = None
    folders: list[FolderIn] | None = None
    keywords: list[str] | None = None
    references: list[ReferenceIn] | None = None
    contributions: list[Raw] | None = None


class EntryIn(Payload, tag_field="entryType"):
    """What all timetable entries share; times are in the event's zone."""

    start_date: MomentIn = field(name="startDate")
    end_date: MomentIn = field(name="endDate")
    duration: int | float | None = None
    title: str | None = None
    description: str | None = None
    room: str | None = None
    location: str | None = None
    color: str | None = None
    text_color: str | None = field(name="textColor", default=None)
    session_id: Id | None = field(name="sessionId", default=None)
    session_slot_id: Id | None = field(name="sessionSlotId", default=None)
    code: str | None = None
    url: str | None = None


class BlockIn(EntryIn, tag="Session", kw_only=True):
    """A session block; `title` is the session's."""

    session_id: Id = field(name="sessionId")
    session_slot_id: Id = field(name="sessionSlotId")
    slot_title: str | None = field(name="slotTitle", default=None)
    session_code: str | None = field(name="sessionCode", default=None)
    is_poster: bool | None = field(name="isPoster", default=None)
    conveners: list[TimetablePersonIn] | None = None
    entries: Entries = None


class BreakIn(EntryIn, tag="Break"):
    """A break; its only id is that of its entry, such as `b145`."""

    id: str | None = None


class ScheduledIn(EntryIn, tag="Contribution", kw_only=True):
    """A contribution where the timetable has it."""

    contribution_id: Id = field(name="contributionId")
    friendly_id: Count | None = field(name="friendlyId", default=None)
    board_number: str | None = None
    presenters: list[TimetablePersonIn] | None = None
    authors: list[TimetablePersonIn] | None = None


TimetableIn = BlockIn | BreakIn | ScheduledIn


class DbIdIn(Payload):
    """Just the key of a record of which something else cannot be read."""

    db_id: Id | None = None
