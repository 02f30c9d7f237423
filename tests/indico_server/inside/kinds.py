"""Types of contributions and sessions, tracks, and a field that authors fill in."""

from dataclasses import dataclass

from indico.core.db import db
from indico.modules.events import Event
from indico.modules.events.contributions.models.fields import (
    ContributionField,
    ContributionFieldVisibility,
)
from indico.modules.events.contributions.models.types import ContributionType
from indico.modules.events.sessions.models.types import SessionType
from indico.modules.events.tracks.models.tracks import Track
from indico.modules.events.tracks.operations import create_track

from tests.indico_server.series.programme import Talk

TYPES = ("Keynote", "Invited talk", "Contributed talk", "Poster", "Tutorial", "Industry talk")
TRACKS = (
    ("Theory of quantum learning", "THY", "Generalisation, trainability, complexity"),
    ("Algorithms and models", "ALG", "Kernels, QNNs, **generative** models"),
    ("Applications and hardware", "APP", "HEP, chemistry, experiments"),
)
TOPICS = {
    "THY": ("bp", "ker", "qnn", "state", "deq", "boltz"),
    "ALG": ("gan", "born", "diff", "opt", "vqe", "rl", "att", "res", "tut"),
    "APP": ("hep", "qec", "mit", "cv", "rob", "bench", "ind", "ham"),
}
"""Which topics belong to which track."""


@dataclass(frozen=True, slots=True)
class Kinds:
    """What an event's contributions may be."""

    types: dict[str, ContributionType]
    tracks: dict[str, Track]
    poster: SessionType
    plenary: SessionType
    field: ContributionField

    def code(self, talk: Talk) -> str:
        """Code of the track of a talk."""
        return next(code for code, topics in TOPICS.items() if talk.topic in topics)

    def track_of(self, topic: str) -> Track:
        """The track of a topic."""
        return next(self.tracks[code] for code, topics in TOPICS.items() if topic in topics)


def add_kinds(event: Event) -> Kinds:
    """Add them to an event."""
    types = {name: ContributionType(event=event, name=name, description="") for name in TYPES}
    poster = SessionType(event=event, name="Poster", code="P", is_poster=True)
    plenary = SessionType(event=event, name="Plenary", code="PL", is_poster=False)
    tracks = {
        code: create_track(event, {"title": title, "code": code, "description": text})
        for title, code, text in TRACKS
    }
    field = ContributionField(
        event=event,
        title="Preferred presentation",
        field_type="text",
        description="Talk, poster or either",
        is_required=False,
        is_active=True,
        visibility=ContributionFieldVisibility.public,
        field_data={"max_length": None, "max_words": None, "multiline": False},
    )
    db.session.add(field)
    db.session.flush()
    return Kinds(types, tracks, poster, plenary, field)
