import pytest

from companion.domain.calendar import IndicoUid, UidKind
from companion.domain.event import EventId
from companion.ical import uid

EVENT = EventId("127.0.0.1:8000", 7)


def test_uids_are_those_of_indicos_own_web_export_without_the_port():
    assert uid.contribution_uid(EVENT, 12) == "indico-contribution-12@127.0.0.1"
    assert uid.block_uid(EVENT, 3) == "indico-session-block-3@127.0.0.1"
    assert uid.event_uid(EVENT) == "indico-event-7@127.0.0.1"
    assert uid.break_uid(EVENT, 5) == "qtml-companion-break-5@127.0.0.1"


def test_both_routes_of_indico_and_our_poster_sessions_are_recognised():
    assert uid.parse(" indico-contribution-12@Indico.Example.org ") == IndicoUid(
        UidKind.CONTRIBUTION, "indico.example.org", 12
    )
    assert uid.parse("indico-contribution-7-3@indico.example.org") == IndicoUid(
        UidKind.FRIENDLY, "indico.example.org", 3, event_number=7
    )
    assert uid.parse("indico-session-block-9@indico.example.org") == IndicoUid(
        UidKind.BLOCK, "indico.example.org", 9
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "46939",
        "indico-contribution-@host",
        "indico-contribution-12@",
        "indico-contribution-1-2-3@host",
        "indico-contribution-٣@host",
        f"indico-contribution-{'9' * 30}@host",
        "indico-event-7@host",
        "x-indico-contribution-12@host",
    ],
)
def test_everything_else_is_a_stranger(text):
    assert uid.parse(text) is None
