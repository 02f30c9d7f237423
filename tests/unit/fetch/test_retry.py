from datetime import UTC, datetime

import pytest

from companion.fetch.retry import pause_before

NOW = datetime(2024, 11, 25, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(("attempt", "seconds"), [(1, 1.0), (2, 2.0), (3, 4.0)])
def test_pauses_grow(attempt: int, seconds: float) -> None:
    assert pause_before(attempt, {}, NOW) == seconds


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("7", 7.0),
        (" 0 ", 0.0),
        ("Mon, 25 Nov 2024 09:00:30 GMT", 30.0),
        ("Mon, 25 Nov 2024 09:00:30 -0000", 30.0),
        ("Mon, 25 Nov 2024 08:00:00 GMT", 0.0),
        ("soon", 1.0),
        ("-5", 1.0),
        ("²", 1.0),
        ("", 1.0),
    ],
)
def test_the_server_says_when(value: str, seconds: float) -> None:
    assert pause_before(1, {"retry-after": value}, NOW) == seconds


def test_a_date_counts_from_the_servers_own_clock() -> None:
    headers = {
        "retry-after": "Mon, 25 Nov 2024 10:00:05 GMT",
        "date": "Mon, 25 Nov 2024 10:00:00 GMT",
    }
    assert pause_before(1, headers, NOW) == 5.0
