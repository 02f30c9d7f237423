from datetime import date, timedelta

from companion.domain.series.sizes import sizes
from companion.domain.timetable import Session
from tests.unit.domain_series.make import START, programme, talk

HALF = timedelta(minutes=30)


def test_everything_is_counted_once() -> None:
    found = sizes(
        programme(
            [
                talk(1, "A", block_id=1),
                talk(2, "B", block_id=1, start_dt=START + HALF, end_dt=START + 2 * HALF),
                talk(3, "Tutorial: C", start_dt=None, end_dt=None),
                talk(4, "D", type="Tutorial"),
                talk(5, "E", is_poster=True),
                talk(
                    6,
                    "F",
                    session_title="Tutorials",
                    start_dt=START + timedelta(days=1),
                    end_dt=START + timedelta(days=1, hours=1),
                ),
            ],
            sessions=(Session(1, "One"), Session(2, "Two")),
        )
    )
    assert (found.talks, found.posters, found.tutorials, found.sessions) == (2, 1, 3, 2)
    assert found.minutes_by_day == ((date(2024, 11, 25), 90.0), (date(2024, 11, 26), 60.0))
    assert found.minutes_per_day == 75.0
    assert found.max_parallel == 2
    assert not found.is_single_track


def test_one_after_the_other_is_a_single_track() -> None:
    talks = [
        talk(n, "T", start_dt=START + n * HALF, end_dt=START + (n + 1) * HALF) for n in range(5)
    ]
    assert sizes(programme(talks)).is_single_track
    beside = talk(9, "Beside", start_dt=START + HALF / 2, end_dt=START + HALF)
    assert sizes(programme([*talks, beside])).max_parallel == 2


def test_a_block_is_one_stage_even_where_its_talks_overlap() -> None:
    talks = [talk(1, "A", block_id=7), talk(2, "B", block_id=7), talk(3, "C", end_dt=START)]
    assert sizes(programme(talks)).max_parallel == 1


def test_an_empty_programme() -> None:
    found = sizes(programme([]))
    assert (found.minutes_per_day, found.max_parallel, found.minutes_by_day) == (0.0, 0, ())
