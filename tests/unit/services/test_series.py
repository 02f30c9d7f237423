"""The series over a real database: two editions, the person's decisions, stars and follows."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest

from companion.domain.bookmark import Star
from companion.domain.entry import EntryKind, EntryRef
from companion.domain.people import PersonLink
from companion.domain.series.follows import Follow, FollowKind
from companion.domain.series.followups import Confidence
from companion.domain.series.matching import Certainty
from companion.domain.series.remote import Verdict
from companion.domain.timetable import Contribution
from companion.errors import NoProgramme, UnknownEdition, UnknownReference, UsageError
from companion.services.follow import FollowService
from companion.services.follow_ups import Direction, FollowUpsService
from companion.services.remote import RemoteService
from companion.services.series import SeriesService
from companion.services.series_cache import SeriesCache
from tests.support.programmes import KEY, make_contribution, make_event, make_programme
from tests.unit.services.conftest import Desk

OLD_SITE, OLD = "https://old.example.org/event/5", "old.example.org-5"
NEW_SITE = "https://indico.example.org/event/7"
THIRD_SITE, THIRD = "https://third.example.org/event/9", "third.example.org-9"
MARCH = {
    "start_dt": datetime(2099, 3, 1, 8, tzinfo=UTC),
    "end_dt": datetime(2099, 3, 2, 8, tzinfo=UTC),
}
ADA = PersonLink("Ada", "Sørensen", "CERN", person_id=1)
BEN = PersonLink("Ben", "Okafor", "ETH Zürich", person_id=2)
CLEO = PersonLink("Cleo", "Nowak", "Kyoto University", person_id=3)


def by(db_id: int, title: str, *people: PersonLink, **fields: object) -> Contribution:
    made = {"description": "", "keywords": (), "primary_authors": people, "coauthors": ()}
    return make_contribution(db_id, title=title, speakers=people[:1], **(made | fields))


THEN = (
    by(1, "Kagome lattices under noise", ADA, BEN),
    by(2, "Moth wings", BEN, ADA),
    by(3, "Annealing of jets", CLEO),
)
NOW = (
    by(1, "Kagome lattices revisited", ADA),
    by(2, "Foam ice", ADA),
    by(3, "Pulse shaping", replace(CLEO, affiliation="Universität Wien")),
    by(4, "Shadows of jets", PersonLink("Dora", "Kim", "CERN", person_id=4)),
)


@dataclass
class Series:
    """All services of the series, wired as the program does."""

    desk: Desk

    def __post_init__(self) -> None:
        store, mine = self.desk.database.programmes, self.desk.database.series
        user, editions, clock = self.desk.database.user, self.desk.editions, self.desk.clock
        self.cache = SeriesCache(store, mine, editions)
        home = "Europe/Zurich"
        self.series = SeriesService(store, mine, editions, self.cache, clock, lambda: home)
        self.remote = RemoteService(store, user, editions, clock, lambda: home)
        self.follow_ups = FollowUpsService(store, user, mine, self.cache, clock)
        self.follow = FollowService(store, mine, self.cache, clock)

    def store(self, site: str, talks: tuple[Contribution, ...], year: int, **event: object) -> None:
        start = datetime(year, 11, 23, 8, tzinfo=UTC)
        values = {"title": f"QTML {year}", "start_dt": start, "end_dt": start + timedelta(days=4)}
        made = make_event(**(values | event))
        self.desk.publish(make_programme(event=made, contributions=talks))
        self.desk.sync.sync(site)

    def refs(self, key: str, *db_ids: int) -> list[EntryRef]:
        return [ref(key, db_id) for db_id in db_ids]


def ref(key: str, db_id: int) -> EntryRef:
    return EntryRef(key, EntryKind.CONTRIBUTION, db_id)


@pytest.fixture
def series(desk: Desk) -> Series:
    made = Series(desk)
    made.store(OLD_SITE, THEN, 2098)
    made.store(NEW_SITE, NOW, 2099)
    return made


# --- at a glance ---------------------------------------------------------------------------------


def test_the_series_holds_the_catalogue_and_events_that_say_so(series: Series) -> None:
    series.store(THIRD_SITE, THEN, 2097, title="Dog show", category="Animals")
    found = {item.key: item for item in series.series.glance()}
    assert set(found) == {"qtml2022", "qtml2100", KEY, OLD}
    assert [item.key for item in series.series.glance()] == ["qtml2022", OLD, KEY, "qtml2100"]
    assert [state.value for state in found[KEY].states] == ["next", "downloaded", "known"]
    assert [state.value for state in found[OLD].states] == ["past", "downloaded", "known"]
    assert found["qtml2022"].city.value is None


def test_events_join_and_leave_the_series_by_hand(series: Series) -> None:
    series.store(THIRD_SITE, THEN, 2097, title="Dog show")
    series.series.set_member(THIRD, belongs=True)
    assert series.series.set_member(OLD, belongs=False) is None
    assert series.series.set_member(OLD, belongs=False) is False
    assert {item.key for item in series.series.glance()} >= {THIRD}
    assert OLD not in {item.key for item in series.series.glance()}
    series.series.set_member(OLD, belongs=None)
    assert OLD in {item.key for item in series.series.glance()}
    with pytest.raises(NoProgramme):
        series.series.set_member("qtml2100", belongs=True)


def test_the_map_is_at_hand(series: Series) -> None:
    assert len(series.series.outlines()) > 50
    assert series.series.cities()["Melbourne"].lat < 0


def test_an_event_that_calls_itself_as_another_is_told_by_its_host(series: Series) -> None:
    series.store(THIRD_SITE, THEN, 2097, title=" qtml  2100")
    titles = {info.key: info.title for info in series.desk.editions.list()}
    assert titles[THIRD] == " qtml  2100 (third.example.org)"
    assert (titles["qtml2100"], titles[OLD], titles[KEY]) == ("QTML 2100", "QTML 2098", "QTML 2099")
    glances = {item.key: item.title for item in series.series.glance()}
    assert glances[THIRD] == titles[THIRD]


# --- side by side --------------------------------------------------------------------------------


def test_two_editions_are_compared(series: Series) -> None:
    found = series.series.compare(OLD, KEY)
    assert {match.new.name: match.certainty for match in found.returning} == {
        "Ada Sørensen": Certainty.CERTAIN,
        "Cleo Nowak": Certainty.DOUBTFUL,
    }
    assert [person.name for person in found.new] == ["Dora Kim"]
    assert [row.name for row in found.organisations.both] == ["CERN"]
    with pytest.raises(UnknownEdition):
        series.series.compare(OLD, "qtml1900")


def test_a_sync_and_a_decision_are_seen_at_once(series: Series) -> None:
    before = series.series.compare(OLD, KEY)
    assert series.cache.pairing(OLD, KEY) is series.cache.pairing(OLD, KEY)
    cleo = next(match for match in before.returning if match.new.name == "Cleo Nowak")
    ends = (cleo.old.key, cleo.new.key)
    assert series.series.decide_people(*ends, same=False) is None
    assert len(series.series.compare(OLD, KEY).returning) == 1
    undone = series.series.decide_people(*ends, same=True)
    assert undone
    assert not undone.same
    assert series.series.compare(OLD, KEY).returning[-1].certainty is Certainty.CERTAIN
    series.series.decide_people(*ends, same=None)
    assert series.series.compare(OLD, KEY).returning[-1].certainty is Certainty.DOUBTFUL
    series.desk.wait(minutes=5)
    series.store(NEW_SITE, (*NOW, by(5, "Tea leaves", BEN)), 2099)
    assert len(series.series.compare(OLD, KEY).returning) == 3


def test_only_some_pairings_are_kept(series: Series) -> None:
    first = series.cache.pairing(OLD, KEY)
    for old, new in ((KEY, OLD), (OLD, OLD), (KEY, KEY)):
        series.cache.pairing(old, new)
    assert series.cache.pairing(OLD, KEY) is first
    series.series.decide_people(first.old_people[0].key, first.new_people[0].key, same=True)
    series.cache.pairing(OLD, KEY)
    series.series.decide_people(first.old_people[0].key, first.new_people[0].key, same=None)
    assert series.cache.pairing(OLD, KEY) is not first


def test_an_edition_that_was_removed_meanwhile_has_no_programme(series: Series) -> None:
    store = series.desk.database.programmes

    class Emptied:
        """What another process leaves between two questions."""

        def __getattr__(self, name: str) -> object:
            return (lambda _event_id: None) if name == "programme" else getattr(store, name)

    cache = SeriesCache(Emptied(), series.desk.database.series, series.desk.editions)  # type: ignore[arg-type]  # all methods are there
    with pytest.raises(NoProgramme):
        cache.prepared(KEY)


def test_the_two_latest_editions_are_compared_by_default(series: Series) -> None:
    assert series.series.default_pair() == (OLD, KEY)
    series.desk.database.programmes.remove(series.desk.editions.stored(OLD).address.event_id)
    assert series.series.default_pair() is None


def test_other_events_are_compared_by_default_only_without_editions(series: Series) -> None:
    series.store(THIRD_SITE, THEN, 2100, title="Dog show", category="Animals")
    assert series.series.default_pair() == (OLD, KEY)
    series.desk.database.programmes.remove(series.desk.editions.stored(OLD).address.event_id)
    assert series.series.default_pair() == (KEY, THIRD)


# --- follow-ups ----------------------------------------------------------------------------------


def test_a_talk_has_successors_and_predecessors(series: Series) -> None:
    (after,) = series.follow_ups.of_talk(ref(OLD, 1))
    assert (after.talk.ref, after.direction) == (ref(KEY, 1), Direction.SUCCESSOR)
    assert after.confidence is Confidence.VERY_LIKELY
    (before,) = series.follow_ups.of_talk(ref(KEY, 1))
    assert (before.talk.ref, before.direction) == (ref(OLD, 1), Direction.PREDECESSOR)
    assert series.follow_ups.of_talk(ref(KEY, 4)) == ()


@pytest.mark.parametrize(
    "unknown", [ref(OLD, 99), ref("qtml1900", 1), EntryRef(OLD, EntryKind.BLOCK, 1)]
)
def test_only_talks_have_follow_ups(series: Series, unknown: EntryRef) -> None:
    with pytest.raises(UnknownReference):
        series.follow_ups.of_talk(unknown)


def test_the_reader_decides_about_follow_ups(series: Series) -> None:
    decide = series.follow_ups.decide
    assert decide(ref(KEY, 1), ref(OLD, 1), confirmed=False) is None
    assert series.follow_ups.of_talk(ref(OLD, 1)) == ()
    before = decide(ref(OLD, 1), ref(KEY, 1), confirmed=True)
    assert before
    assert not before.confirmed
    assert series.follow_ups.of_talk(ref(OLD, 1))[0].confidence is Confidence.CONFIRMED
    assert decide(ref(OLD, 1), ref(KEY, 1), confirmed=None)
    assert series.follow_ups.of_talk(ref(OLD, 1))[0].confidence is Confidence.VERY_LIKELY


def test_stars_of_the_edition_before_suggest_talks(series: Series) -> None:
    assert series.follow_ups.suggestions(OLD) == ()
    assert series.follow_ups.suggestions(KEY) == ()
    series.desk.bookmarks.set_star(series.refs(OLD, 1), Star.STARRED)
    assert [(item.talk.ref, item.confidence) for item in series.follow_ups.suggestions(KEY)] == [
        (ref(KEY, 1), Confidence.VERY_LIKELY),
        (ref(KEY, 2), Confidence.POSSIBLE),
    ]
    series.desk.bookmarks.set_star(series.refs(KEY, 1), Star.TENTATIVE)
    assert [item.talk.ref for item in series.follow_ups.suggestions(KEY)] == [ref(KEY, 2)]


def test_an_event_in_between_without_stars_hides_no_suggestions(series: Series) -> None:
    series.store(THIRD_SITE, (by(1, "Dogs", CLEO),), 2098, title="Dog show", **MARCH)
    series.desk.bookmarks.set_star(series.refs(OLD, 1), Star.STARRED)
    found = series.follow_ups.suggestions(KEY)
    assert [item.starred.ref for item in found] == [ref(OLD, 1), ref(OLD, 1)]


# --- from afar -----------------------------------------------------------------------------------


def test_a_plan_becomes_stars_and_spoils_none(series: Series) -> None:
    series.desk.bookmarks.set_star(series.refs(KEY, 2), Star.TENTATIVE)
    awake = "09:10-09:40"  # talks of 20 minutes from 09:00, 09:20, 09:40 and 10:00 in Zurich
    plan = series.remote.plan(KEY, "local", awake)
    assert [(item.ref.ident, item.verdict) for item in plan] == [
        (1, Verdict.LATER),
        (2, Verdict.LIVE),
        (3, Verdict.NIGHT),
        (4, Verdict.NIGHT),
    ]
    assert series.remote.apply(KEY, "Europe/Zurich", awake) == {ref(KEY, 1): Star.TENTATIVE}
    everything = dict.fromkeys(Verdict, Star.STARRED)
    assert set(series.remote.apply(KEY, "local", awake, everything)) == set(series.refs(KEY, 3, 4))
    stars = {mark.db_id: mark.star for mark in series.desk.bookmarks.all()}
    assert stars == {
        1: Star.TENTATIVE,
        2: Star.TENTATIVE,
        3: Star.STARRED,
        4: Star.STARRED,
    }


def test_plans_say_what_they_cannot_use(series: Series) -> None:
    with pytest.raises(UsageError, match="time zone"):
        series.remote.plan(KEY, "Mars/Base", "07:00-23:00")
    with pytest.raises(UsageError, match="waking hours"):
        series.remote.plan(KEY, "local", "always")
    with pytest.raises(UnknownEdition):
        series.remote.plan("qtml1900", "local", "07:00-23:00")


def test_jet_lag_of_the_first_days(series: Series) -> None:
    (day,) = series.remote.jet_lag(KEY, "Australia/Melbourne", "07:00-23:00")
    assert (day.offset_min, day.minutes, day.night_minutes) == (-600, 80, 0)


# --- following -----------------------------------------------------------------------------------


def test_follows_bring_their_talks_of_every_edition(series: Series) -> None:
    ada = series.follow.follow(FollowKind.PERSON, " Ada  Sorensen ")
    assert ada.name == "Ada Sorensen"
    assert [talk.ref for talk in series.follow.talks(ada)] == [
        *series.refs(KEY, 1, 2),
        *series.refs(OLD, 1, 2),
    ]
    jets = series.follow.follow(FollowKind.SEARCH, "jet")
    assert [talk.ref for talk in series.follow.talks(jets)] == [ref(KEY, 4), ref(OLD, 3)]
    assert series.follow.follow(FollowKind.PERSON, "ADA SØRENSEN") == ada
    assert series.follow.all() == (ada, jets)


def test_what_is_no_longer_followed_is_gone(series: Series) -> None:
    series.follow.follow(FollowKind.ORGANISATION, "ETH Zurich")
    series.follow.unfollow(FollowKind.ORGANISATION, "ETHZ")
    assert series.follow.all() == ()
    with pytest.raises(UsageError, match="do not follow “"):
        series.follow.unfollow(FollowKind.ORGANISATION, "ETHZ")
    with pytest.raises(UsageError, match="names nothing"):
        series.follow.follow(FollowKind.PERSON, " . ")


def test_news_are_what_came_since_i_looked(series: Series) -> None:
    assert series.follow.news() == ()
    ada = series.follow.follow(FollowKind.PERSON, "Ada Sørensen")
    topic = series.follow.follow(FollowKind.TOPIC, "kagome lattices")
    assert series.follow.news() == ()
    series.desk.wait(minutes=5)
    series.store(NEW_SITE, (*NOW, by(5, "Kagome lattices of tea", ADA)), 2099)
    (news,) = series.follow.news()
    assert news.talk.ref == ref(KEY, 5)
    assert news.follows == (ada, topic)
    assert isinstance(news.follows[0], Follow)
    series.desk.wait(minutes=5)
    series.follow.mark_looked()
    assert series.follow.news() == ()
    series.desk.wait(minutes=5)
    series.store(THIRD_SITE, THEN, 2100)
    assert [item.talk.ref for item in series.follow.news()] == series.refs(THIRD, 1, 2)
