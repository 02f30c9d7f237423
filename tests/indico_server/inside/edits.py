"""What organisers do to a programme, each through the operation that Indico's pages use."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

from indico.core.db import db
from indico.core.db.sqlalchemy.protection import ProtectionMode
from indico.modules.attachments.models.attachments import Attachment
from indico.modules.attachments.models.folders import AttachmentFolder
from indico.modules.events import Event
from indico.modules.events.contributions import contribution_settings
from indico.modules.events.contributions.models.contributions import Contribution
from indico.modules.events.contributions.models.persons import ContributionPersonLink
from indico.modules.events.contributions.operations import (
    delete_contribution,
    update_contribution,
)
from indico.modules.events.operations import update_event
from indico.modules.events.sessions.models.blocks import SessionBlock
from indico.modules.events.sessions.operations import update_session_block
from indico.modules.events.timetable.operations import (
    delete_timetable_entry,
    move_timetable_entry,
    schedule_contribution,
    update_break_entry,
    update_timetable_entry,
)
from indico.modules.events.util import track_location_changes, track_time_changes
from indico.modules.users.models.users import User

from tests.indico_server.inside.builder import Builder, at_room, minutes
from tests.indico_server.inside.materials import PDF, attach_link, put_file

Said = dict[str, Any]
"""Which records an edit was meant for."""


class Organiser:
    """Edits one event; each method commits nothing and says what it touched.

    Talks are taken one after the other, so that no edit meets what another one changed.
    """

    def __init__(self, event: Event, user: User) -> None:
        self._event = event
        self._user = user
        self._used: set[int] = set()
        self._unscheduled = 0
        self._protected = 0

    # --- times ---------------------------------------------------------------------------------

    def move_within_block(self) -> Said:
        """The last talk of a block ten minutes later; the block grows with it."""
        talk = self._take("Theory of learning", last_of_block=True)
        entry = talk.timetable_entry
        with track_time_changes(auto_extend=True, user=self._user):
            update_timetable_entry(entry, {"start_dt": entry.start_dt + minutes(10)})
        return _of(talk)

    def swap_two_talks(self) -> Said:
        """Two neighbours of the same length change places."""
        talks = self._talks("Applications & hardware")
        first, second = next(
            pair
            for pair in pairwise(talks)
            if pair[0].session_block == pair[1].session_block
            and pair[0].duration == pair[1].duration
        )
        self._used |= {first.id, second.id}
        starts = second.start_dt, first.start_dt
        with track_time_changes():
            for talk, start in zip((first, second), starts, strict=True):
                update_timetable_entry(talk.timetable_entry, {"start_dt": start})
        return {"db_ids": [first.id, second.id]}

    def move_to_other_block(self) -> Said:
        """To the end of a block of another session, which grows."""
        talk = self._take("Algorithms & models")
        block = self._block("Applications & hardware")
        with track_time_changes(), track_location_changes():
            move_timetable_entry(talk.timetable_entry, parent=block.timetable_entry)
        return _of(talk)

    def unschedule(self) -> Said:
        """The talk stays, without a time."""
        talk = self._take("Theory of learning")
        self._unscheduled = talk.id
        delete_timetable_entry(talk.timetable_entry)
        return _of(talk)

    def schedule_again(self) -> Said:
        """The talk unscheduled before comes at the end of another block of its session."""
        talk = Contribution.get(self._unscheduled)
        block = talk.session.blocks[-1]
        start = max(entry.end_dt for entry in block.timetable_entry.children)
        with track_time_changes(auto_extend=True, user=self._user), track_location_changes():
            schedule_contribution(talk, start, session_block=block, extend_parent=True)
        return _of(talk)

    def reschedule_at_same_time(self) -> Said:
        """Taken out of the timetable and put back: another entry, and nothing to see."""
        talk = self._take("Applications & hardware")
        start, block, entry = talk.start_dt, talk.session_block, talk.timetable_entry.id
        delete_timetable_entry(talk.timetable_entry)
        db.session.flush()
        with track_time_changes():
            schedule_contribution(talk, start, session_block=block)
        return _of(talk) | {"entries": [entry, talk.timetable_entry.id]}

    def shift_block(self) -> Said:
        """A block with all its talks, a quarter of an hour later."""
        block = self._block("Algorithms & models")
        with track_time_changes():
            update_session_block(block, {"start_dt": block.start_dt + minutes(15)})
        return {"block": block.id}

    def move_break(self) -> Said:
        """Lunch later, and called so."""
        entry = next(
            entry
            for entry in self._event.timetable_entries
            if entry.break_ is not None and entry.break_.title == "Lunch"
        )
        with track_time_changes():
            start = entry.start_dt + minutes(10)
            update_break_entry(entry.break_, {"start_dt": start, "title": "Lunch (late)"})
        return {"break": entry.id}

    def schedule_poster(self) -> Said:
        """A poster that had no time comes into the second poster session."""
        block = self._block("Poster session II")
        poster = next(item for item in self._all() if item.board_number == "30")
        schedule_contribution(poster, block.start_dt, session_block=block)
        return _of(poster)

    # --- who may see it ------------------------------------------------------------------------

    def delete(self) -> Said:
        """Gone for good."""
        talk = self._take("Algorithms & models")
        delete_contribution(talk)
        return _of(talk)

    def protect(self) -> Said:
        """Gone for everybody but the organisers."""
        talk = self._take("Theory of learning")
        self._protected = talk.id
        talk.protection_mode = ProtectionMode.protected
        return _of(talk)

    def unprotect(self) -> Said:
        """Back for everybody: the talk protected before."""
        talk = Contribution.get(self._protected)
        talk.protection_mode = ProtectionMode.inheriting
        return _of(talk)

    def add_talk(self) -> Said:
        """A new talk in a block that has none."""
        block = self._block("Poster session II")
        people = [link.person for link in self._all()[9].person_links][:2]
        talk = Builder(self._event).contribution(
            "NEW: late-breaking quantum advantage",
            20,
            start=block.start_dt + minutes(30),
            block=block,
            people={
                ContributionPersonLink(person=person, is_speaker=True): False for person in people
            },
        )
        return _of(talk)

    def unpublish(self) -> Said:
        """The whole programme."""
        contribution_settings.set(self._event, "published", False)
        return {}

    def republish(self) -> Said:
        """As it was before."""
        contribution_settings.set(self._event, "published", True)
        return {}

    # --- what it says --------------------------------------------------------------------------

    def rename(self) -> Said:
        """Another title."""
        talk = self._take("Theory of learning")
        update_contribution(talk, {"title": f"{talk.title} (revised)"})
        return _of(talk)

    def new_abstract(self) -> Said:
        """Another text."""
        talk = self._take("Theory of learning")
        update_contribution(talk, {"description": "New abstract with $\\alpha < \\beta$."})
        return _of(talk)

    def replace_speaker(self) -> Said:
        """Another name in the same link, as organisers do when somebody falls ill."""
        talk = self._take("Theory of learning")
        for link in talk.person_links:
            if link.is_speaker:
                link.first_name, link.last_name = "Replacement", "Speaker"
                link.affiliation = "New Institute"
        return _of(talk)

    def retag(self) -> Said:
        """Other keywords, track and type."""
        talk = self._take("Theory of learning")
        other = next(track for track in self._event.tracks if track != talk.track)
        kinds = {kind.name: kind for kind in self._event.contribution_types}
        data = {"keywords": ["revised", "QNN"], "track": other, "type": kinds["Keynote"]}
        update_contribution(talk, data)
        return _of(talk)

    def rename_event(self) -> Said:
        """Another title of the event."""
        update_event(self._event, title=f"{self._event.title} (QTML)")
        return {}

    # --- rooms ---------------------------------------------------------------------------------

    def new_room_of_block(self) -> Said:
        """All talks and breaks in it move along."""
        block = self._block("Industry session")
        with track_location_changes():
            block.location_data = at_room("CERN", "4/3-006 - TH Conference Room")
        return {"block": block.id}

    def room_of_one_talk(self) -> Said:
        """Away from its block."""
        talk = self._take("Theory of learning")
        with track_location_changes():
            talk.location_data = at_room("CERN", "31/3-004 - IT Amphitheatre")
        return _of(talk)

    # --- materials -----------------------------------------------------------------------------

    def new_file_version(self) -> Said:
        """Another file under another name in the same place."""
        slides = self._slides()
        put_file(slides, "slides_v2.pdf", PDF + b"v2", "application/pdf")
        return _of(slides.folder.object)

    def same_file_name(self) -> Said:
        """Another file under the same name."""
        slides = self._slides()
        put_file(slides, slides.file.filename, PDF + b"v3", "application/pdf")
        return _of(slides.folder.object)

    def add_link(self) -> Said:
        """A recording."""
        talk = self._take("Theory of learning")
        attach_link(talk, "Recording", "https://videos.example.org/new")
        return _of(talk)

    # --- finding talks -------------------------------------------------------------------------

    def _all(self) -> list[Contribution]:
        return sorted(self._event.contributions, key=lambda item: item.id)

    def _talks(self, session: str) -> list[Contribution]:
        """Scheduled ones that everybody can see and nobody touched yet."""
        found = [
            item
            for item in self._event.contributions
            if item.session is not None
            and item.session.title == session
            and item.timetable_entry is not None
            and item.can_access(None)
            and item.id not in self._used
        ]
        return sorted(found, key=lambda item: (item.start_dt, item.id))

    def _take(self, session: str, *, last_of_block: bool = False) -> Contribution:
        talks = self._talks(session)
        if last_of_block:
            ends = {id(talk.session_block): talk for talk in talks}
            talks = list(ends.values())
        talk = talks[0] if last_of_block else talks[len(talks) // 2]
        self._used.add(talk.id)
        return talk

    def _block(self, session: str) -> SessionBlock:
        blocks = [
            block for item in self._event.sessions if item.title == session for block in item.blocks
        ]
        return min(blocks, key=lambda block: block.start_dt)

    def _slides(self) -> Attachment:
        return next(
            attachment
            for folder in AttachmentFolder.query.filter_by(event=self._event)
            for attachment in folder.attachments
            if attachment.title == "Slides.pdf"
        )


def _of(talk: Contribution) -> Said:
    return {"db_id": talk.id, "title": talk.title}


EDITS: dict[str, Callable[[Organiser], Said]] = {
    name: method
    for name, method in vars(Organiser).items()
    if not name.startswith("_") and callable(method)
}
"""All edits by name."""
