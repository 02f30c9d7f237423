"""Sessions, blocks and breaks: the timetable answer → domain."""

import re
from collections import Counter
from collections.abc import Callable, Iterable

from companion.domain.timetable import Break, Session, SessionBlock
from companion.indico.links import Links
from companion.indico.moments import Span, no_hints, span_of
from companion.indico.payloads import BlockIn, BreakIn
from companion.indico.people import timetable_people

_COLOR = re.compile("#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")


class Sessions:
    """The sessions of an event, found by id, or by title where nothing else is known."""

    def __init__(self, blocks: Iterable[BlockIn], links: Links) -> None:
        """Each session takes its own fields from its first block by id; all blocks repeat them."""
        self._by_id: dict[int, Session] = {}
        for block in sorted(blocks, key=lambda block: block.session_slot_id):
            if block.session_id not in self._by_id:
                self._by_id[block.session_id] = _session(block, links)
        titles = Counter(session.title for session in self._by_id.values())
        self._by_title = {
            session.title: session for session in self._by_id.values() if titles[session.title] == 1
        }

    @property
    def items(self) -> tuple[Session, ...]:
        """All of them, by id."""
        return tuple(self._by_id[ident] for ident in sorted(self._by_id))

    def find(self, session_id: int | None, title: str | None) -> Session | None:
        """By id; else by title, if only one session has it (unscheduled posters)."""
        found = self._by_id.get(session_id or 0)
        return found or self._by_title.get(title or "")


def _session(block: BlockIn, links: Links) -> Session:
    return Session(
        session_id=block.session_id,
        title=block.title or "",
        code=block.session_code or "",
        description=block.description or "",
        color=_color(block.color),
        text_color=_color(block.text_color),
        is_poster=bool(block.is_poster),
        url=links.absolute(block.url),
    )


def map_block(block: BlockIn, talks: Callable[[], Iterable[Span]] = no_hints) -> SessionBlock:
    """One block; `talks` tells when those within it are.

    Raises:
        BadField: it has no usable times.
    """
    start_dt, end_dt = span_of(block.start_date, block.end_date, block.duration, holds=talks)
    return SessionBlock(
        block_id=block.session_slot_id,
        session_id=block.session_id,
        title=block.slot_title or "",
        start_dt=start_dt,
        end_dt=end_dt,
        code=block.code or "",
        room_name=block.room or "",
        venue_name=block.location or "",
        conveners=timetable_people(block.conveners),
    )


def map_break(entry_id: int, block: SessionBlock | None, break_: BreakIn) -> Break:
    """One break; `block` is the one it stands in.

    Raises:
        BadField: it has no usable times.
    """
    outer = () if block is None else ((block.start_dt, block.end_dt),)
    start_dt, end_dt = span_of(
        break_.start_date, break_.end_date, break_.duration, within=lambda: outer
    )
    return Break(
        entry_id=entry_id,
        title=break_.title or "",
        start_dt=start_dt,
        end_dt=end_dt,
        description=break_.description or "",
        room_name=break_.room or "",
        venue_name=break_.location or "",
        color=_color(break_.color),
        text_color=_color(break_.text_color),
        session_id=None if block is None else block.session_id,
        block_id=None if block is None else block.block_id,
    )


def _color(text: str | None) -> str:
    """`#rrggbb`, or nothing: it goes into style sheets."""
    return text if text and _COLOR.fullmatch(text) else ""
