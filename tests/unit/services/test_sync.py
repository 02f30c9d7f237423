from dataclasses import replace
from pathlib import Path

import pytest

from companion.domain.bookmark import Star
from companion.domain.entry import EntryKind, EntryRef
from companion.errors import (
    IsInvented,
    NotAnAddress,
    NotFound,
    NotOnIndico,
    ServerBusy,
    UnknownEdition,
)
from companion.ports.fetching import Quarantined
from companion.services.sync_report import SyncStatus
from tests.support.programmes import ADDRESS, KEY, make_event, make_programme
from tests.unit.services.conftest import Desk, answer

FULL = make_programme(talks=20)


def test_a_first_sync_stores_the_programme(desk: Desk) -> None:
    steps: list[str] = []
    report = desk.sync.sync(KEY, progress=lambda step, _done, _total: steps.append(step))
    assert (report.edition, report.status, report.added) == (KEY, SyncStatus.UPDATED, 20)
    assert report.message == "20 talks stored."
    assert (report.requests, report.size, report.exit_code) == (2, 1000, 0)
    assert steps == ["event", "store"]
    assert len(desk.programme.entries(KEY)) > 20


def test_the_same_answer_again_changes_nothing(desk: Desk) -> None:
    desk.sync.sync(KEY)
    before = (desk.folder / "companion.sqlite3").stat().st_mtime_ns
    desk.wait(hours=1)
    report = desk.sync.sync(KEY)
    assert (report.status, report.message) == (SyncStatus.UNCHANGED, "Nothing has changed.")
    assert (desk.folder / "companion.sqlite3").stat().st_mtime_ns == before
    assert desk.programme.edition(KEY).synced_dt == desk.now


def test_added_changed_and_removed_talks_are_counted(desk: Desk) -> None:
    desk.sync.sync(KEY)
    changed = replace(FULL.contributions[3], title="Renamed")
    new = make_programme(talks=21).contributions[20]
    desk.publish(replace(FULL, contributions=(*FULL.contributions[4:], changed, new)))
    report = desk.sync.sync(KEY)
    assert (report.added, report.changed, report.removed) == (1, 1, 3)
    assert report.message == "1 talk added, 1 talk changed, 3 talks removed."


def test_a_change_beside_the_talks_is_told(desk: Desk) -> None:
    desk.sync.sync(KEY)
    desk.publish(replace(FULL, event=make_event(title="Renamed")))
    assert desk.sync.sync(KEY).message == "Talks are unchanged; other entries are not."


def test_records_that_could_not_be_read_are_named(desk: Desk) -> None:
    bad = tuple(Quarantined(f"event.contributions[{n}]", "no title") for n in range(5))
    desk.site.answers = [answer(FULL, quarantined=bad)]
    report = desk.sync.sync(KEY)
    assert report.quarantined == bad
    assert "5 records could not be read and left out: event.contributions[0]" in report.message
    assert report.message.endswith("; and 2 more.")
    desk.site.answers = [answer(FULL, quarantined=bad[:1])]
    assert "1 record could not be read" in desk.sync.sync(KEY).message


@pytest.mark.parametrize("gone", [20, 7])
def test_an_empty_or_thin_answer_is_asked_for_again_then_refused(desk: Desk, gone: int) -> None:
    desk.sync.sync(KEY)
    desk.bookmarks.set_star([EntryRef(KEY, EntryKind.CONTRIBUTION, 1)], Star.STARRED)
    thin = replace(
        FULL,
        contributions=FULL.contributions[gone:],
        session_blocks=() if gone == 20 else FULL.session_blocks,
    )
    desk.publish(thin)
    desk.wait(hours=1)
    report = desk.sync.sync(KEY)
    assert (report.status, report.exit_code) == (SyncStatus.REFUSED, 4)
    assert desk.site.asked == [False, False, True]
    assert str(20) in report.message
    assert len([e for e in desk.programme.entries(KEY) if e.is_contribution]) == 20
    (kept,) = (desk.folder / "refused").glob("*/event.json")
    assert kept.read_bytes() == b'{"emailHash": null}'


def test_an_answer_without_its_timetable_is_refused(desk: Desk) -> None:
    desk.sync.sync(KEY)
    desk.publish(replace(FULL, session_blocks=(), breaks=()))
    report = desk.sync.sync(KEY)
    assert (report.status, report.exit_code) == (SyncStatus.REFUSED, 4)
    assert "no timetable" in report.message


def test_a_second_look_that_is_sane_is_believed(desk: Desk) -> None:
    desk.sync.sync(KEY)
    desk.publish(replace(FULL, contributions=()), FULL)
    assert desk.sync.sync(KEY).status is SyncStatus.UNCHANGED


def test_a_suspicious_answer_can_be_taken_by_hand(desk: Desk) -> None:
    desk.sync.sync(KEY)
    desk.publish(replace(FULL, contributions=FULL.contributions[10:]))
    report = desk.sync.sync(KEY, accept=True)
    assert (report.status, report.removed) == (SyncStatus.UPDATED, 10)
    assert desk.site.asked == [False, False]


def test_refresh_is_sent_at_most_once_a_minute(desk: Desk) -> None:
    desk.sync.sync(KEY, refresh=True)
    desk.wait(seconds=30)
    desk.sync.sync(KEY, refresh=True)
    desk.wait(seconds=31)
    desk.sync.sync(KEY, refresh=True)
    assert desk.site.asked == [True, False, True]


def test_a_clock_set_back_does_not_block_refreshing(desk: Desk) -> None:
    desk.sync.sync(KEY, refresh=True)
    desk.wait(hours=-1)
    desk.sync.sync(KEY, refresh=True)
    assert desk.site.asked == [True, True]


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (ServerBusy(host="a", status=503), SyncStatus.UNREACHABLE, 3),
        (NotFound(host="a", number=7), SyncStatus.REFUSED, 4),
    ],
)
def test_a_failed_sync_keeps_the_data_and_says_what_to_do(
    desk: Desk, error: ServerBusy, status: SyncStatus, code: int
) -> None:
    desk.sync.sync(KEY)
    desk.site.answers = [error]
    report = desk.sync.sync(KEY)
    assert (report.status, report.exit_code, report.error) == (status, code, error)
    assert report.message == f"{error.message} {error.next_step}"
    assert len(desk.programme.entries(KEY)) > 20


def test_an_address_that_fails_to_resolve_is_reported_under_itself(desk: Desk) -> None:
    def fail(*_args: object, **_options: object) -> None:
        raise ServerBusy(host="x.org", status=500)

    desk.site.resolve = fail  # type: ignore[method-assign, assignment]  # a site that is down
    report = desk.sync.sync("https://x.org/e/short")
    assert (report.edition, report.status) == ("https://x.org/e/short", SyncStatus.UNREACHABLE)


def test_an_unpublished_programme_is_stored_as_an_event(desk: Desk) -> None:
    desk.publish(make_programme(talks=0, sessions=(), session_blocks=(), breaks=()))
    report = desk.sync.sync(KEY)
    assert (report.status, report.exit_code) == (SyncStatus.UPDATED, 0)
    assert "not published yet" in report.message


def test_a_pasted_address_gets_a_key_of_its_own_and_that_key_works(desk: Desk) -> None:
    report = desk.sync.sync("https://127.0.0.1:8443/event/5")
    assert report.edition == "127.0.0.1-8443-5"
    assert desk.sync.sync(report.edition).status is SyncStatus.UNCHANGED
    info = desk.editions.get(report.edition)
    assert info.edition.programme_url == "https://127.0.0.1:8443/event/5/"


def test_the_address_of_a_known_edition_means_that_edition(desk: Desk) -> None:
    assert desk.sync.sync(ADDRESS.url.rstrip("/")).edition == KEY


@pytest.mark.parametrize("target", ["nothing", "qtml2030"])
def test_an_unknown_key_names_the_known_ones(desk: Desk, target: str) -> None:
    with pytest.raises(UnknownEdition, match=KEY):
        desk.sync.sync(target)


def test_what_is_no_address_is_refused(desk: Desk) -> None:
    with pytest.raises(NotAnAddress):
        desk.sync.sync("ftp://example.org/event/1")


def test_an_edition_that_is_not_on_indico_names_its_website(desk: Desk) -> None:
    with pytest.raises(NotOnIndico, match="QTML 2022") as caught:
        desk.sync.sync("qtml2022")
    assert "https://example.org/" in caught.value.next_step


def test_a_sample_has_no_site(desk: Desk) -> None:
    desk.sync.sync("https://sample.invalid/event/1")
    with pytest.raises(IsInvented, match="is invented"):
        desk.sync.check(["sample-2024"])


def test_an_edition_without_website_says_that_none_is_known(desk: Desk) -> None:
    with pytest.raises(NotOnIndico) as caught:
        desk.sync.sync("qtml2100")
    assert "not known" in caught.value.next_step


def test_all_known_events_are_synced_and_one_failure_does_not_stop_the_rest(desk: Desk) -> None:
    desk.sync.sync("https://other.org/event/9")
    desk.site.answers = [ServerBusy(host="a", status=500), answer(FULL)]
    reports = {report.edition: report.status for report in desk.sync.sync_all()}
    assert reports.keys() == {KEY, "other.org-9"}
    assert SyncStatus.UNREACHABLE in reports.values()
    assert reports.keys() - {k for k, s in reports.items() if s is SyncStatus.UNREACHABLE}


def test_refused_answers_make_room_for_newer_ones(desk: Desk) -> None:
    desk.sync.sync(KEY)
    desk.publish(replace(FULL, contributions=()))
    for _ in range(5):
        desk.wait(hours=1)
        desk.sync.sync(KEY)
    assert len(list((desk.folder / "refused").iterdir())) == 3


def test_a_folder_that_cannot_take_refused_answers_is_no_obstacle(desk: Desk) -> None:
    desk.sync.sync(KEY)
    Path(desk.folder / "refused").write_text("in the way")
    desk.publish(replace(FULL, contributions=()))
    assert desk.sync.sync(KEY).status is SyncStatus.REFUSED
