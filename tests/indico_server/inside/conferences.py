"""The two conferences, shaped like QTML 2023 and QTML 2024; everything in them is invented."""

from collections.abc import Iterator  # noqa: TC003
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import cycle
from typing import Any

from indico.core.db import db
from indico.modules.categories import Category
from indico.modules.events import Event
from indico.modules.events.contributions.models.contributions import Contribution
from indico.modules.events.models.persons import EventPersonLink
from indico.modules.events.models.references import ReferenceType
from indico.modules.events.sessions.models.blocks import SessionBlock
from indico.modules.events.sessions.models.sessions import Session
from indico.modules.users.models.users import UserTitle

from tests.indico_server.inside.builder import Builder, at_room, minutes, new_event
from tests.indico_server.inside.kinds import Kinds, add_kinds
from tests.indico_server.inside.materials import attach_link
from tests.indico_server.inside.special import add_abstract_talks, add_specials
from tests.indico_server.series.order import by_kind, ordered_talks
from tests.indico_server.series.programme import Talk, local_people
from tests.indico_server.series.tables import Person


@dataclass(frozen=True, slots=True)
class Conference:
    """What differs between the two.

    Attributes:
        starts_sunday: tutorials on a Sunday afternoon; else on a whole first day.
        dinner: venue, room and address.
        chairs: the first one welcomes, the second one says goodbye.
    """

    year: int
    event_id: int
    shortcut: str
    title: str
    timezone: str
    first_day: date
    days: int
    starts_sunday: bool
    venue: str
    hall: str
    address: str
    poster_room: str
    tutorial_rooms: tuple[str, str, str]
    dinner: tuple[str, str, str]
    chairs: tuple[Person, Person]
    industry: tuple[str, ...]


CERN = Conference(
    year=2023,
    event_id=1288979,
    shortcut="qtml2023",
    title="Quantum Techniques in Machine Learning 2023",
    timezone="Europe/Zurich",
    first_day=date(2023, 11, 19),
    days=6,
    starts_sunday=True,
    venue="CERN",
    hall="500/1-001 - Main Auditorium",
    address="Esplanade des Particules 1\n1211 Meyrin",
    poster_room="61/1-201 - Pas perdus",
    tutorial_rooms=(
        "40/S2-A01 - Salle Anderson",
        "40/S2-B01 - Salle Bohr",
        "40/S2-C01 - Salle Curie",
    ),
    dinner=("Geneva", "Restaurant du Parc", "1 Quai Example\n1201 Genève"),
    chairs=(Person("Marta", "Lindholm", "CERN"), Person("Andrew", "Pell", "CERN")),
    industry=(
        "Annealing at scale",
        "Photonic processors",
        "Compiling for ion traps",
        "Cloud access in 2030",
        "Start-up pitch: calibration as a service",
        "Panel: hiring in QML",
    ),
)
MELBOURNE = Conference(
    year=2024,
    event_id=1,
    shortcut="qtml2024",
    title="QTML 2024",
    timezone="Australia/Melbourne",
    first_day=date(2024, 11, 25),
    days=5,
    starts_sunday=False,
    venue="University of Melbourne",
    hall="Copland Theatre",
    address="198 Berkeley Street\nCarlton VIC 3053",
    poster_room="The Spot, Level 2 foyer",
    tutorial_rooms=("Room 1022", "Room 2011", "Room 3014"),
    dinner=("Melbourne", "Riverside Hall", "Southbank VIC 3006"),
    chairs=(
        Person("Helen", "Achterberg", "University of Melbourne"),
        Person("Rohan", "Wickramasinghe", "University of Melbourne"),
    ),
    industry=(
        "Cold atoms in the data centre",
        "Cryogenic control chips",
        "Sensing under the sea",
        "Who buys logical qubits?",
        "Start-up pitch: simulators for schools",
        "Panel: from thesis to payroll",
    ),
)


class ConferenceBuilder(Builder):
    """Builds one of the conferences, day by day."""

    def __init__(self, event: Event, conference: Conference) -> None:
        super().__init__(event)
        self.conference = conference
        self.kinds: Kinds = add_kinds(event)
        self.days = [conference.first_day + timedelta(days=n) for n in range(conference.days)]
        self._talks: dict[str, list[Talk]] = by_kind(conference.year)
        self._conveners: Iterator[Person] = cycle(local_people(conference.year)[::9])
        self.keynotes: list[Contribution] = []
        self.talks: list[Contribution] = []
        self.posters: list[Contribution] = []
        self.sessions: dict[str, Session] = {}

    def room(self, name: str) -> dict[str, Any]:
        """A room of the conference's venue."""
        return at_room(self.conference.venue, name)

    def convener(self) -> tuple[Person]:
        """Somebody to chair a block."""
        return (next(self._conveners),)

    def next_talk(self, kind: str) -> Talk:
        """The next one of a kind."""
        return self._talks[kind].pop(0)

    def enter(self, talk: Talk, length: int, **fields: Any) -> Contribution:
        """Enter a talk into the event."""
        people = self.speakers(talk.people) if talk.kind == "K" else self.authors(talk.people)
        return self.contribution(
            talk.title,
            length,
            people=people,
            description=talk.description,
            keywords=list(talk.keywords),
            **fields,
        )

    # --- days ----------------------------------------------------------------------------------

    def tutorials(self) -> None:
        """The first day: tutorials in three rooms at once, and drinks."""
        day, sunday = self.days[0], self.conference.starts_sunday
        session = self.session(
            "Tutorials",
            "TUT",
            default_contribution_duration=minutes(90),
            description="Hands-on *tutorials* in parallel rooms. Bring a laptop.",
        )
        registration = self.at(day, "14:00" if sunday else "08:00")
        self.pause("Registration", registration, 30, location=self.room("Foyer"))
        clocks = ("14:30", "16:30") if sunday else ("09:00", "11:00", "14:00")
        slots = [(clock, room) for clock in clocks for room in self.conference.tutorial_rooms]
        for number, talk in enumerate(self._talks["U"]):
            self._tutorial(session, number, talk, self.at(day, slots[number][0]), slots[number][1])
        self.pause("Coffee break", self.at(day, "16:00" if sunday else "10:30"), 30)
        self.pause(
            "Welcome reception",
            self.at(day, "18:30" if sunday else "17:30"),
            120,
            description="Drinks and *finger food*. Please bring your badge.",
            location=self.room("Cafeteria / Terrace"),
        )

    def _tutorial(
        self, session: Session, number: int, talk: Talk, start: datetime, room: str
    ) -> None:
        block = self.block(
            session,
            start,
            90,
            f"Tutorial {chr(65 + number)}",
            conveners=self.convener(),
            location=self.room(room),
            code=f"T{number + 1}",
        )
        contribution = self.enter(
            talk,
            90,
            start=start,
            block=block,
            type=self.kinds.types["Tutorial"],
            code=f"TUT-{number + 1}",
        )
        attach_link(contribution, "Notebook", f"https://example.org/notebooks/{number}")

    def add_sessions(self) -> None:
        """The sessions of the plenary days."""
        posters = self.room(self.conference.poster_room)
        boards = len(self._talks["P"])
        about = f"Posters 1–{boards}. Boards 90 × 120 cm, portrait."
        poster = {"type": self.kinds.poster, "default_contribution_duration": minutes(120)}
        self.sessions = {
            "opening": self.session("Opening & closing", "OPN"),
            "keynotes": self.session(
                "Keynote lectures",
                "KEY",
                type=self.kinds.plenary,
                default_contribution_duration=minutes(60),
                description="Plenary keynotes.",
            ),
            "THY": self.session("Theory of learning", "THY"),
            "ALG": self.session("Algorithms & models", "ALG"),
            "APP": self.session("Applications & hardware", "APP"),
            "industry": self.session(
                "Industry session",
                "IND",
                default_contribution_duration=minutes(15),
                description="Sponsored by our industry partners",
            ),
            "posters 1": self.session(
                "Poster session I", "P1", location_data=posters, description=about, **poster
            ),
            "posters 2": self.session("Poster session II", "P2", location_data=posters, **poster),
        }

    def plenary_day(self, index: int, day: date) -> None:
        """Keynote, coffee, talks, lunch, and what the afternoon brings."""
        welcome, goodbye = self.conference.chairs
        last = index == len(self.days) - 2
        if index == 0:
            block = self.block(self.sessions["opening"], self.at(day, "08:45"), 15, "Opening")
            self._plain(block, "08:45", day, "Welcome address", 15, welcome)
        self._keynote(index, day)
        self.pause("Coffee break", self.at(day, "10:00"), 30, location=self.room("Foyer"))
        self._talk_block(index, day, "10:30", (40, 20, 20, 20, 20), "morning")
        self.pause("Lunch", self.at(day, "12:30"), 90, location=self.room("Restaurant 1"))
        if last:
            block = self.block(self.sessions["opening"], self.at(day, "14:00"), 30, "Closing")
            self._plain(block, "14:00", day, "Best poster awards", 15)
            self._plain(block, "14:15", day, "Closing remarks and QTML next year", 15, goodbye)
        elif index == 1:
            self.pause(
                "Excursion / free afternoon",
                self.at(day, "14:00"),
                150,
                description="Sign up at the registration desk",
                location=self.room("Meeting point: main entrance"),
            )
        else:
            self._talk_block(index + 1, day, "14:00", (30, 20, 20, 20), "afternoon")
            if index == 2:
                self._industry(day)
            else:
                self.pause("Coffee break", self.at(day, "15:30"), 30, location=self.room("Foyer"))

    def _plain(
        self,
        block: SessionBlock,
        clock: str,
        day: date,
        title: str,
        length: int,
        *speakers: Person,
    ) -> Contribution:
        start = self.at(day, clock)
        return self.contribution(
            title, length, start=start, block=block, people=self.speakers(speakers)
        )

    def _keynote(self, index: int, day: date) -> None:
        start = self.at(day, "09:00")
        block = self.block(
            self.sessions["keynotes"],
            start,
            60,
            f"Keynote {index + 1}",
            conveners=self.convener(),
        )
        keynote = self.enter(
            self.next_talk("K"), 60, start=start, block=block, type=self.kinds.types["Keynote"]
        )
        self.keynotes.append(keynote)

    def _talk_block(
        self, index: int, day: date, clock: str, lengths: tuple[int, ...], part: str
    ) -> None:
        """One block of talks; the first one is invited and longer."""
        code = ("THY", "ALG", "APP", "THY")[index % 4]
        session, start = self.sessions[code], self.at(day, clock)
        title = f"{session.title} – {part}"
        block = self.block(session, start, sum(lengths), title, conveners=self.convener())
        for number, length in enumerate(lengths):
            talk = self._next_for(code)
            kind = "Contributed talk" if number else "Invited talk"
            self.talks.append(
                self.enter(
                    talk,
                    length,
                    start=start,
                    block=block,
                    type=self.kinds.types[kind],
                    track=self.kinds.track_of(talk.topic),
                )
            )
            start += minutes(length)

    def _next_for(self, code: str) -> Talk:
        """A talk of the session's field, if one is left; special places are kept."""
        waiting = self._talks["T"]
        return ordered_talks(waiting, len(self.talks), lambda talk: self.kinds.code(talk) == code)

    def _industry(self, day: date) -> None:
        """The coffee break lies inside the block."""
        session, start = self.sessions["industry"], self.at(day, "15:30")
        block = self.block(session, start, 120, "Industry talks", conveners=self.convener())
        people = local_people(self.conference.year)[4::15]
        for number, title in enumerate(self.conference.industry):
            clock = ("15:30", "15:45", "16:30", "16:45", "17:00", "17:15")[number]
            self.contribution(
                f"Industry: {title}",
                15,
                start=self.at(day, clock),
                block=block,
                people=self.authors(people[number : number + 1]),
                type=self.kinds.types["Industry talk"],
                description=f"{title}: a view from industry.",
            )
            if number == 1:
                self.pause("Coffee (in session)", self.at(day, "16:00"), 30, block=block)

    # --- posters, evenings, and what has no time -----------------------------------------------

    def poster_sessions(self) -> None:
        """The first one is scheduled poster by poster, the second one only as a block."""
        posters = self._talks["P"]
        half = len(posters) // 2
        room = self.room(self.conference.poster_room)
        start = self.at(self.days[1], "16:30")
        block = self.block(
            self.sessions["posters 1"], start, 120, "Posters and drinks", location=room
        )
        for number, talk in enumerate(posters[:half]):
            self._poster(talk, number, 120, 1, start=start, block=block)
        discussion = self.block(
            self.session("Discussion: open problems", "DIS"),
            start,
            60,
            conveners=self.convener(),
            location=self.room(self.conference.tutorial_rooms[0]),
        )
        self._plain(discussion, "16:30", self.days[1], "Open discussion (no speaker)", 60)
        second = self.sessions["posters 2"]
        day = self.days[1:][min(2, len(self.days) - 3)]
        self.block(second, self.at(day, "17:30"), 90, "Posters and drinks II", location=room)
        for number, talk in enumerate(posters[half:], start=half):
            self._poster(talk, number, 90, 2, session=second)

    def _poster(self, talk: Talk, number: int, length: int, part: int, **fields: Any) -> None:
        self.posters.append(
            self.enter(
                talk,
                length,
                type=self.kinds.types["Poster"],
                track=self.kinds.track_of(talk.topic),
                board_number=f"{number + 1:02d}",
                code=f"P{part}-{number + 1:02d}",
                **fields,
            )
        )

    def dinner(self) -> None:
        """Outside every session, with a place of its own."""
        day = self.days[-2]
        venue, room, address = self.conference.dinner
        self.contribution(
            "Conference dinner",
            180,
            start=self.at(day, "19:30"),
            description="Vegetarian option on request.",
            location=at_room(venue, room, address),
        )
        self.pause("Bus transfer to the dinner", self.at(day, "18:45"), 30)

    def without_time(self) -> None:
        """Withdrawn, late-breaking, and accepted abstracts."""
        self.enter(self.next_talk("W"), 20)
        self.enter(self.next_talk("L"), 20, type=self.kinds.types["Contributed talk"])


def build_conference(
    category: Category, conference: Conference, reference_type: ReferenceType
) -> Event:
    """One of the two, whole."""
    builder = ConferenceBuilder(_event(category, conference), conference)
    titles = (UserTitle.dr, UserTitle.prof)
    for index, (chair, title) in enumerate(zip(conference.chairs, titles, strict=True)):
        record = builder.person(chair, title)
        builder.event.person_links.append(EventPersonLink(person=record, display_order=index + 1))
    db.session.flush()
    builder.tutorials()
    builder.add_sessions()
    for index, day in enumerate(builder.days[1:]):
        builder.plenary_day(index, day)
    builder.poster_sessions()
    builder.dinner()
    builder.without_time()
    db.session.commit()
    add_specials(builder, reference_type)
    add_abstract_talks(builder, [builder.next_talk("A") for _ in range(4)])
    db.session.commit()
    return builder.event


def _event(category: Category, conference: Conference) -> Event:
    first = datetime.combine(conference.first_day, time(14 if conference.starts_sunday else 8))
    last_day = conference.first_day + timedelta(days=conference.days - 1)
    return new_event(
        category,
        conference.shortcut,
        conference.title,
        conference.timezone,
        (first, datetime.combine(last_day, time(18))),
        id=conference.event_id,
        description=(
            "<p>The <strong>Quantum Techniques in Machine Learning</strong> (QTML) conference "
            f"series, held at {conference.venue}.</p><p>Registration &amp; programme: see the "
            '<a href="https://example.org/qtml">website</a>.</p>'
        ),
        location_data=at_room(conference.venue, conference.hall, conference.address),
        keywords=["quantum", "machine learning", "QTML"],
        organizer_info="QTML local organising committee",
        contact_title="Contact",
        contact_emails=["qtml@example.org"],
        contact_phones=["+41 22 000 00 00"],
    )
