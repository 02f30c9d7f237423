"""Three parsers say the same of our files as the programme does."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from companion.domain.calendar import CalendarOptions, CalendarPlan, PosterForm, ZoneForm
from companion.domain.timetable import Contribution
from companion.ical.lines import clean
from companion.ical.write import IcalWriter
from companion.ports.calendar import CalendarEdition, CalendarRequest
from companion.text.plain import title_text
from tests.calendar.judges import Verdict, verdicts
from tests.calendar.programmes import SEEN, edition
from tests.support import recorded
from tests.support.programmes import make_contribution, make_event
from tests.unit.ical import make

EVENTS = [
    (recorded.CERN, "before"),
    (recorded.CERN, "after"),
    (recorded.MELBOURNE, "before"),
    (recorded.LARGE, "large"),
]


def plan_of(part: CalendarEdition, **options: object) -> CalendarPlan:
    request = CalendarRequest("QTML", (part,), SEEN, CalendarOptions(**options))
    return IcalWriter().plan(request)


def judged(plan: CalendarPlan, folder: Path) -> dict[str, Verdict]:
    path = folder / "file.ics"
    path.write_bytes(IcalWriter().write(plan))
    return verdicts(path)


def uid_of(part: CalendarEdition, item: Contribution) -> str:
    return f"indico-contribution-{item.db_id}@{part.address.event_id.hostname}"


def place_of(item: Contribution) -> str:
    return ", ".join(name for name in (item.room_name, item.venue_name) if name)


@pytest.mark.parametrize("form", list(ZoneForm))
@pytest.mark.parametrize(("number", "folder"), EVENTS)
def test_every_talk_is_as_the_programme_says(number, folder, form, tmp_path, record_property):
    part = edition(number, folder)
    talks = [item for item in part.programme.contributions if item.start_dt is not None]
    found = judged(plan_of(part, zone=form, posters=PosterForm.EACH), tmp_path)

    for judge, verdict in found.items():
        assert verdict.errors == (), judge
        assert len(verdict.entries) == len(talks), judge
        differences = [
            (judge, item.db_id, seen, item)
            for item in talks
            for seen in [verdict.entries[uid_of(part, item)]]
            if (seen.start_dt, seen.end_dt) != (item.start_dt, item.end_dt)
            or seen.title != clean(title_text(item.title))
            or seen.location != clean(place_of(item))
        ]
        assert differences == []
    record_property("counts", f"{number} {folder} {form}: {len(talks)} talks, 0 differences")


@pytest.mark.parametrize(("number", "folder"), EVENTS[:3])
def test_poster_sessions_and_breaks_are_as_the_programme_says(number, folder, tmp_path):
    part = edition(number, folder)
    host = part.address.event_id.hostname
    plan = plan_of(part, unscheduled=True, breaks=True, alarm_minutes=10)
    boards = {
        f"indico-session-block-{block.block_id}@{host}": block
        for block in part.programme.session_blocks
        if any(session.is_poster for session in part.programme.sessions
               if session.session_id == block.session_id)
    }  # fmt: skip
    pauses = {
        f"qtml-companion-break-{item.entry_id}@{host}": item for item in part.programme.breaks
    }

    assert len(boards) == 2
    for judge, verdict in judged(plan, tmp_path).items():
        assert verdict.errors == (), judge
        for name, item in (boards | pauses).items():
            seen = verdict.entries[name]
            assert (seen.start_dt, seen.end_dt) == (item.start_dt, item.end_dt)
            assert seen.location == place_of(item)
        posters = [item for item in part.programme.contributions if item.is_poster]
        assert not {uid_of(part, item) for item in posters} & set(verdict.entries)
        text = "\n".join(verdict.entries[name].text for name in boards)
        assert all(title_text(item.title) in text for item in posters)


@pytest.mark.parametrize("form", list(ZoneForm))
@pytest.mark.parametrize(
    ("name", "months"),
    [
        ("Europe/Zurich", (3, 10)),
        ("Australia/Melbourne", (4, 10)),
        ("Australia/Lord_Howe", (4, 10)),
        ("America/New_York", (3, 11)),
        ("Asia/Jerusalem", (3, 10)),
    ],
)
def test_talks_around_every_clock_change_are_at_their_instants(name, months, form, tmp_path):
    starts = [
        change + timedelta(minutes=minutes)
        for year in range(2023, 2028)
        for month in months
        for change in [_change(name, year, month)]
        for minutes in range(-120, 150, 15)
    ]
    talks = [
        make_contribution(n, start_dt=start, end_dt=start + timedelta(minutes=25))
        for n, start in enumerate(starts, start=1)
    ]
    part = make.edition(*talks, event=make_event(timezone=name))
    plan = plan_of(part, zone=form)

    assert {entry.zone for entry in plan.entries} == ({name} if form is ZoneForm.EVENT else {None})
    for judge, verdict in judged(plan, tmp_path).items():
        assert verdict.errors == (), judge
        times = {
            item.db_id: (seen.start_dt, seen.end_dt)
            for item in talks
            for seen in [verdict.entries[uid_of(part, item)]]
        }
        assert times == {item.db_id: (item.start_dt, item.end_dt) for item in talks}, judge


def _change(name: str, year: int, month: int) -> datetime:
    zone, step = ZoneInfo(name), timedelta(minutes=30)
    moment = datetime(year, month, 1, tzinfo=UTC) - timedelta(days=1)
    while moment.astimezone(zone).utcoffset() == (moment + step).astimezone(zone).utcoffset():
        moment += step
    return moment + step


TEXTS = st.text(st.characters(), max_size=120) | st.text(
    st.sampled_from("\\\\\\nN;,:\"\r\n\t ^é漢😀\x00\u2028%&<>'"), max_size=120
)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=40))
def test_any_text_reads_back_equal(tmp_path, texts):
    talks = [
        make_contribution(n, title=title, room_name=room, venue_name="", description=title)
        for n, (title, room) in enumerate(texts, start=1)
    ]
    part = make.edition(*talks)
    for judge, verdict in judged(plan_of(part), tmp_path).items():
        assert verdict.errors == (), judge
        for item in talks:
            seen = verdict.entries[uid_of(part, item)]
            assert seen.title == (clean(title_text(item.title)).strip() or "Untitled"), judge
            assert seen.location == clean(item.room_name).strip(), judge


def test_a_file_of_moved_and_cancelled_talks_is_strictly_right(tmp_path):
    before, after = edition(recorded.CERN), edition(recorded.CERN, "after")
    first = plan_of(before, alarm_minutes=5)
    request = CalendarRequest(
        "QTML", (after,), SEEN + timedelta(days=1), target="x", written=first.exported
    )
    second = IcalWriter().plan(request)

    statuses = {entry.status.value for entry in second.entries}
    assert statuses == {"CONFIRMED", "CANCELLED"}
    for judge, verdict in judged(second, tmp_path).items():
        assert verdict.errors == (), judge
        assert {e.uid: (e.status.value, e.sequence) for e in second.entries} == {
            seen.uid: (seen.status, seen.sequence) for seen in verdict.entries.values()
        }
