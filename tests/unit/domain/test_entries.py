from dataclasses import replace
from datetime import timedelta

from companion.domain.bookmark import Star
from companion.domain.entries import entries_of
from companion.domain.materials import Material, MaterialType
from companion.domain.timetable import Break, Session, SessionBlock
from tests.unit.domain.make import NINE, programme, talk

HOUR = timedelta(hours=1)
SESSION = Session(3, "Posters I", code="P", color="#112233", is_poster=True)
BLOCK = SessionBlock(5, 3, "Drinks", NINE, NINE + 2 * HOUR, room_name="Foyer")
ORPHAN = SessionBlock(6, 99, "Nobody's", NINE + 3 * HOUR, NINE + 4 * HOUR)
PAUSE = Break(9, "Coffee", NINE + HOUR, NINE + 2 * HOUR, session_id=3, block_id=5)
LUNCH = Break(8, "Lunch", NINE + 2 * HOUR, NINE + 3 * HOUR)


def test_every_item_becomes_one_entry_with_what_its_session_says() -> None:
    slides = Material(1, "Slides", MaterialType.FILE)
    poster = talk(101, session_id=3, session_title="Posters I", block_id=5, materials=(slides,))
    free = replace(talk(102), start_dt=None, end_dt=None)
    whole = programme(
        poster,
        free,
        sessions=(SESSION,),
        session_blocks=(BLOCK, ORPHAN),
        breaks=(PAUSE, LUNCH),
    )
    entries = entries_of("k", whole, {101: Star.STARRED})
    assert [str(entry.ref) for entry in entries] == [
        "k/block-5",
        "k/101",
        "k/break-9",
        "k/break-8",
        "k/block-6",
        "k/102",
    ]
    block, first, pause, _, orphan, last = entries
    assert (block.session_title, block.block_title, block.is_poster) == (
        "Posters I",
        "Drinks",
        True,
    )
    assert (first.color, first.block_title, first.has_materials) == ("#112233", "Drinks", True)
    assert (first.star, last.star) == (Star.STARRED, Star.NONE)
    assert (pause.session_title, pause.block_title) == ("Posters I", "Drinks")
    assert (orphan.title, orphan.color) == ("Nobody's", "")
