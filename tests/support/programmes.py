"""Invented programmes: `make_programme(talks=20)` and its parts, every field of them to choose.

Everything follows from the numbers given, so the same call always makes an equal programme.
"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from companion.domain.changes import compare
from companion.domain.event import Event, EventAddress, EventId
from companion.domain.materials import Material, MaterialType, Reference
from companion.domain.people import PersonLink
from companion.domain.timetable import (
    Break,
    Contribution,
    Programme,
    Session,
    SessionBlock,
    Subcontribution,
)
from companion.ports.programmes import ProgrammeUpdate

HOST = "indico.example.org"
EVENT_ID = EventId(HOST, 7)
ADDRESS = EventAddress(EVENT_ID, f"https://{HOST}")
KEY = "qtml2099"
START = datetime(2099, 11, 23, 8, 0, tzinfo=UTC)
"""Monday 09:00 in Zurich, the first talk of a made programme."""
NOW = datetime(2099, 11, 1, 12, 0, 0, 250_000, tzinfo=UTC)
"""When syncs of the tests happen, unless they say otherwise."""

_FIRST = ("Ada", "Bohdan", "Chiara", "Dmitri", "Élodie", "Fátima", "Günter", "Hana", "Łukasz")
_LAST = ("Sørensen", "Weiß", "Okafor", "Nowak", "Tanaka", "Dvořák", "Ibáñez", "Kim", "O’Brien")
_PLACES = ("ETH Zürich", "Universität Wien", "Kyoto University", "Politechnika Łódzka", "CERN")
_TOPICS = ("Barren plateaus", "Quantum kernels", "Shadow tomography", "Tensor networks")
_FORMS = ("without tears", "on noisy hardware", "revisited", "for $|\\psi\\rangle$", "in practice")


def make_person(number: int = 0, **fields: Any) -> PersonLink:
    """An invented person; the same number is the same person."""
    made = PersonLink(
        first_name=_FIRST[number % len(_FIRST)],
        last_name=_LAST[number // len(_FIRST) % len(_LAST)],
        affiliation=_PLACES[number % len(_PLACES)],
        person_id=1000 + number,
        link_id=5000 + number,
    )
    return replace(made, **fields)


def make_event(**fields: Any) -> Event:
    """A conference of five days."""
    made = Event(
        event_id=EVENT_ID,
        title="Quantum Techniques in Machine Learning 2099",
        timezone="Europe/Zurich",
        start_dt=START,
        end_dt=START + timedelta(days=4, hours=9),
        description="<p>An <b>invented</b> conference.</p>",
        venue_name="Lakeside Hall",
        url=f"https://{HOST}/event/7/",
        chairs=(make_person(4),),
    )
    return replace(made, **fields)


def make_session(session_id: int = 1, **fields: Any) -> Session:
    """A session with a colour."""
    made = Session(
        session_id,
        f"Session {session_id}",
        code=f"S{session_id}",
        color="#1f5f99",
        text_color="#ffffff",
    )
    return replace(made, **fields)


def make_block(block_id: int = 1, **fields: Any) -> SessionBlock:
    """An hour and a half of session 1 in room A, on the day with the block's number."""
    start = START + timedelta(days=block_id - 1)
    made = SessionBlock(
        block_id=block_id,
        session_id=1,
        title=f"Part {block_id}",
        start_dt=start,
        end_dt=start + timedelta(minutes=90),
        room_name="Room A",
        venue_name="Lakeside Hall",
        conveners=(make_person(block_id),),
    )
    return replace(made, **fields)


def make_break(entry_id: int = 1, **fields: Any) -> Break:
    """Half an hour of coffee after the first block."""
    start = START + timedelta(days=entry_id - 1, minutes=90)
    made = Break(entry_id, "Coffee", start, start + timedelta(minutes=30), room_name="Foyer")
    return replace(made, **fields)


def make_contribution(db_id: int = 1, **fields: Any) -> Contribution:
    """A talk of 20 minutes by one speaker and two authors, in the first block."""
    start = START + timedelta(minutes=20 * ((db_id - 1) % 4), days=(db_id - 1) // 4 % 5)
    made = Contribution(
        db_id=db_id,
        friendly_id=db_id,
        title=f"{_TOPICS[db_id % len(_TOPICS)]} {_FORMS[db_id % len(_FORMS)]} ({db_id})",
        start_dt=start,
        end_dt=start + timedelta(minutes=20),
        duration=timedelta(minutes=20),
        description=f"We study *case {db_id}* with $\\theta_{{{db_id}}}$ and show that it works.",
        session_id=1,
        session_title="Session 1",
        block_id=1 + (db_id - 1) // 4 % 5,
        room_name="Room A",
        venue_name="Lakeside Hall",
        type="Talk",
        track="Theory" if db_id % 2 else "Experiment",
        url=f"https://{HOST}/event/7/contributions/{db_id}/",
        keywords=("quantum", "learning"),
        speakers=(make_person(db_id),),
        primary_authors=(make_person(db_id),),
        coauthors=(make_person(db_id + 1),),
    )
    return replace(made, **fields)


def make_poster(db_id: int = 101, **fields: Any) -> Contribution:
    """A poster without a time of its own."""
    poster = make_contribution(
        db_id,
        start_dt=None,
        end_dt=None,
        duration=None,
        block_id=None,
        room_name="",
        venue_name="",
        type="Poster",
        board_number=f"P{db_id}",
        is_poster=True,
    )
    return replace(poster, **fields)


def make_material(attachment_id: int = 1, **fields: Any) -> Material:
    """A file of slides."""
    made = Material(
        attachment_id,
        "Slides",
        MaterialType.FILE,
        url=f"https://{HOST}/event/7/attachments/{attachment_id}/slides.pdf",
        filename="slides.pdf",
        content_type="application/pdf",
        size=1_234_567,
        modified_dt=START - timedelta(days=2, microseconds=1),
    )
    return replace(made, **fields)


def make_rich_contribution(db_id: int = 1, **fields: Any) -> Contribution:
    """A talk in which every field is set."""
    subcontribution = Subcontribution(
        db_id * 1000,
        1,
        "A part of its own",
        timedelta(minutes=5),
        speakers=(make_person(8),),
        references=(Reference("DOI", "10.1000/2", "https://doi.example/10.1000/2"),),
        materials=(make_material(70),),
    )
    made = make_contribution(
        db_id,
        code="C-1",
        board_number="B7",
        note="<p>Minutes</p>",
        references=(Reference("arXiv", "2208.11060", urn="urn:arxiv:2208.11060"),),
        materials=(make_material(71), make_material(72, type=MaterialType.LINK, size=None)),
        subcontributions=(subcontribution,),
    )
    return replace(made, **fields)


def make_programme(
    talks: int = 8, *, posters: int = 0, event: Event | None = None, **fields: Any
) -> Programme:
    """Five days with a session, its blocks, a coffee break, `talks` talks and `posters` posters.

    Talks have the db_ids 1, 2, 3 ..., posters those that follow.
    """
    contributions = [make_contribution(db_id) for db_id in range(1, talks + 1)]
    contributions += [make_poster(db_id) for db_id in range(talks + 1, talks + posters + 1)]
    made = Programme(
        event=event or make_event(),
        sessions=(make_session(1),),
        session_blocks=tuple(make_block(number) for number in range(1, 6)),
        contributions=tuple(contributions),
        breaks=(make_break(),),
    )
    return replace(made, **fields)


def with_talk(programme: Programme, db_id: int, /, **fields: Any) -> Programme:
    """The programme with one talk changed."""
    talks = [
        replace(item, **fields) if item.db_id == db_id else item for item in programme.contributions
    ]
    return replace(programme, contributions=tuple(talks))


def without_talks(programme: Programme, *db_ids: int) -> Programme:
    """The programme without some of its talks."""
    talks = tuple(item for item in programme.contributions if item.db_id not in db_ids)
    return replace(programme, contributions=talks)


def make_update(
    programme: Programme,
    *,
    before: Programme | None = None,
    withdrawn: tuple[Contribution, ...] = (),
    seen_dt: datetime = NOW,
    key: str = KEY,
    address: EventAddress | None = None,
) -> ProgrammeUpdate:
    """What a sync hands to the store when `programme` replaces `before`."""
    return ProgrammeUpdate(
        key=key,
        address=address or EventAddress(programme.event.event_id, ADDRESS.base_url),
        programme=programme,
        changes=compare(before, programme, withdrawn=withdrawn),
        seen_dt=seen_dt,
        generated_dt=seen_dt - timedelta(seconds=30),
    )
