"""Single talks that show what else an Indico programme may hold."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from flask import session
from indico.core.db import db
from indico.core.db.sqlalchemy.descriptions import RenderMode
from indico.core.db.sqlalchemy.protection import ProtectionMode
from indico.modules.events.abstracts.models.abstracts import AbstractState
from indico.modules.events.abstracts.models.persons import AbstractPersonLink
from indico.modules.events.abstracts.operations import create_abstract
from indico.modules.events.contributions.models.persons import (
    AuthorType,
    SubContributionPersonLink,
)
from indico.modules.events.contributions.models.references import ContributionReference
from indico.modules.events.contributions.operations import (
    create_contribution_from_abstract,
    create_subcontribution,
)
from indico.modules.events.notes.models.notes import EventNote
from indico.modules.events.util import track_location_changes

from tests.indico_server.inside.builder import as_html, minutes
from tests.indico_server.inside.materials import (
    ZIP,
    attach_file,
    attach_link,
    protected_folder,
)

if TYPE_CHECKING:
    from indico.modules.events.contributions.models.contributions import Contribution
    from indico.modules.events.models.references import ReferenceType

    from tests.indico_server.inside.conferences import ConferenceBuilder
    from tests.indico_server.series.programme import Talk

HTML_LIST = (
    "<ul><li>Fourier picture, &Omega; = {&minus;1, 0, 1}</li><li>Complexity \\(O(n^2)\\)</li></ul>"
    '<p><a href="https://arxiv.org/abs/0000.00000">arXiv</a><br>'
    "Joint work with <strong>everyone</strong>.</p>"
)


def add_specials(builder: ConferenceBuilder, reference_type: ReferenceType) -> None:
    """Files, minutes, protection, HTML, an own room, three speakers; places as in the README."""
    talks, keynote, posters = builder.talks, builder.keynotes[0], builder.posters
    _event_materials(builder)
    attach_file(keynote, "Slides", "keynote slides é.pdf")
    attach_link(keynote, "Recording", "https://videos.example.org/keynote-1")
    _minutes(keynote)
    _first_talk(builder, talks[0], reference_type)
    attach_file(talks[1], "Private draft", "draft.pdf", protection=ProtectionMode.protected)
    protected_folder(talks[1], "Committee")
    attach_file(talks[1], "Committee only", "c.pdf", folder="Committee")
    attach_link(talks[2], "arXiv", "https://arxiv.org/abs/0000.00001")
    attach_file(posters[0], "Poster", "poster.pdf")
    _subcontributions(talks[3])
    for contribution in (talks[4], posters[1]):
        as_html(contribution, _html_of(contribution.description))
    with track_location_changes():
        talks[7].location_data = builder.room("Room change: 222-R-001")
    talks[8].protection_mode = ProtectionMode.protected
    for link in talks[9].person_links:
        link.is_speaker = True
    db.session.flush()


def _event_materials(builder: ConferenceBuilder) -> None:
    event = builder.event
    attach_link(event, "Code of conduct", "https://example.org/coc", folder="Documents")
    attach_file(event, "Map of the site", "map.pdf")
    attach_link(builder.sessions["THY"], "Session livestream", "https://live.example.org/theory")


def _minutes(contribution: Contribution) -> None:
    note = EventNote.get_or_create(contribution)
    note.create_revision(RenderMode.markdown, "Minutes: **good** questions.", session.user)
    db.session.add(note)


def _first_talk(
    builder: ConferenceBuilder, contribution: Contribution, reference_type: ReferenceType
) -> None:
    attach_file(contribution, "Slides.pdf", "slides.pdf", folder="Slides")
    attach_file(
        contribution,
        "Source",
        "code.zip",
        ZIP,
        folder="Code & data",
        content_type="application/zip",
    )
    contribution.references.append(
        ContributionReference(reference_type=reference_type, value="10.1038/s41467-021-27045-6")
    )
    contribution.set_custom_field(builder.kinds.field.id, "Talk")
    contribution.keywords = [*dict.fromkeys([*contribution.keywords, "kernels", "QNN"])]


def _subcontributions(contribution: Contribution) -> None:
    people = [link.person for link in contribution.person_links]
    for index, title in enumerate(("Part 1: lower bounds", "Part 2: upper bounds")):
        data = {"title": title, "duration": minutes(20), "description": "Sub-talk $x^2$"}
        part = create_subcontribution(contribution, data)
        person = people[index % len(people)]
        part.person_links.append(SubContributionPersonLink(person=person))


def _html_of(text: str) -> str:
    """As its author would have typed it into an HTML editor."""
    plain = [part for part in text.split("\n\n") if "\n" not in part and part[0] not in ">|-"]
    paragraphs = "".join(f"<p>{html.escape(part, quote=False)}</p>" for part in plain)
    return f"<p>An <em>interpretable</em> model.</p>{paragraphs}{HTML_LIST}"


def add_abstract_talks(builder: ConferenceBuilder, talks: list[Talk]) -> None:
    """Contributions that come from accepted abstracts and are not scheduled yet."""
    for talk in talks:
        data = {"title": talk.title, "description": talk.description}
        made = create_abstract(builder.event, data, submitter=session.user)
        abstract = made[0] if isinstance(made, tuple) else made
        abstract.person_links = [
            AbstractPersonLink(
                person=builder.person(person),
                is_speaker=index == 0,
                author_type=AuthorType.secondary if index else AuthorType.primary,
                display_order=index + 1,
            )
            for index, person in enumerate(talk.people)
        ]
        abstract.state = AbstractState.accepted
        abstract.judge = session.user
        abstract.judgment_dt = builder.event.created_dt
        abstract.accepted_track = builder.kinds.track_of(talk.topic)
        abstract.accepted_contrib_type = builder.kinds.types["Contributed talk"]
        db.session.flush()
        abstract.contribution = create_contribution_from_abstract(abstract)
    db.session.flush()
