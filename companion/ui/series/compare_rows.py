"""A comparison as rows, bars and tables; every one leads to its talks."""

from collections.abc import Sequence

from companion.domain.entry import EntryRef
from companion.domain.series.compare import Comparison, OrganisationTalks
from companion.domain.series.follows import FollowKind
from companion.domain.series.matching import Certainty, PersonMatch
from companion.domain.series.participants import Participant
from companion.domain.series.sizes import Sizes
from companion.domain.series.topics import Topic, Trend
from companion.ui.changes.rich_list import RichRow, text_html
from companion.ui.i18n import labelled, translate
from companion.ui.series.number_table import TableRow
from companion.ui.series.plots import Bar, number_text
from companion.ui.series.talks_panel import Behind
from companion.ui.series.words import certainty_words, reasons_words, trend_words

SAME, APART, SOMEBODY = "same", "apart", "somebody"
_TREND_ORDER = (Trend.APPEARED, Trend.GREW, Trend.SHRANK, Trend.VANISHED, Trend.STEADY)
_PLOTTED = 5


# --- people --------------------------------------------------------------------


def people_rows(found: Comparison) -> tuple[RichRow, ...]:
    """Who came back, surest first, then who is new and who did not return."""
    rows: list[RichRow] = []
    for certainty in Certainty:
        matches = [match for match in found.returning if match.certainty is certainty]
        rows += group(_returning_words(certainty), [_match_row(match) for match in matches])
    rows += group(
        translate("Compare", "New people"), [_person_row(person, "new") for person in found.new]
    )
    rows += group(
        translate("Compare", "Not in the later edition"),
        [_person_row(person, "gone") for person in found.gone],
    )
    return tuple(rows)


def _returning_words(certainty: Certainty) -> str:
    return {
        Certainty.CERTAIN: translate("Compare", "Came back: certain"),
        Certainty.LIKELY: translate("Compare", "Came back: likely"),
        Certainty.DOUBTFUL: translate("Compare", "Perhaps came back: doubtful"),
    }[certainty]


def group(title: str, rows: Sequence[RichRow]) -> list[RichRow]:
    """Rows under a header that counts them; nothing without rows."""
    if not rows:
        return []
    count = str(len(rows))
    html = f"{text_html(title, 'head')} {text_html(count, 'small')}"
    return [RichRow(html, f"{title}, {count}", is_header=True), *rows]


def _match_row(match: PersonMatch) -> RichRow:
    old, new = match.old, match.new
    places = " → ".join(dict.fromkeys(filter(None, (old.affiliation, new.affiliation))))
    counts = counts_words(len(old.refs), len(new.refs))
    name = new.name if old.name == new.name else f"{old.name} → {new.name}"
    html = text_html(name, "title")
    if places:
        html += f"<br>{text_html(places, 'small')}"
    html += f"<br>{text_html(counts, 'small')}"
    said = ", ".join(filter(None, (name, places, certainty_words(match.certainty), counts)))
    return RichRow(html, said, value=("match", old.key, new.key))


def _person_row(person: Participant, side: str) -> RichRow:
    count = translate("Compare", "%n talk(s)", "", len(person.refs))
    about = " · ".join(filter(None, (person.affiliation, count)))
    html = f"{text_html(person.name, 'title')}<br>{text_html(about, 'small')}"
    return RichRow(html, f"{person.name}, {about}", value=(side, person.key))


def counts_words(then: int, now: int) -> str:
    """`2 talks then, 1 talk now`."""
    before = translate("Compare", "%n talk(s) then", "", then)
    after = translate("Compare", "%n talk(s) now", "", now)
    return f"{before}, {after}"


def person_behind(found: Comparison, value: object) -> Behind | None:
    """What is behind a row of people."""
    for match in found.returning:
        if value == ("match", match.old.key, match.new.key):
            return _match_behind(match)
    for person in found.new:
        if value == ("new", person.key):
            return _person_behind(person, (), person.refs)
    for person in found.gone:
        if value == ("gone", person.key):
            return _person_behind(person, person.refs, ())
    return None


def _person_behind(
    person: Participant, then: tuple[EntryRef, ...], now: tuple[EntryRef, ...]
) -> Behind:
    """Whoever has another name now, or was parted by mistake, is found by hand."""
    somebody = (SOMEBODY, translate("Compare", "The same person as …"))
    lines = tuple(filter(None, (person.affiliation,)))
    return Behind(person.name, lines, then, now, (somebody,), person)


def _match_behind(match: PersonMatch) -> Behind:
    old, new = match.old, match.new
    why = translate("Compare", "{certainty}: {reasons}").format(
        certainty=certainty_words(match.certainty).capitalize(),
        reasons=reasons_words(match.reasons),
    )
    then = _named(translate("Compare", "Then: {person}"), old)
    now = _named(translate("Compare", "Now: {person}"), new)
    apart = (APART, translate("Compare", "Not the same person"))
    same = (SAME, translate("Compare", "The same person"))
    choices = (same, apart) if match.certainty is not Certainty.CERTAIN else (apart,)
    return Behind(new.name, (then, now, why), old.refs, new.refs, choices, match)


def _named(template: str, person: Participant) -> str:
    return template.format(person=", ".join(filter(None, (person.name, person.affiliation))))


# --- organisations --------------------------------------------------------------------


def organisation_rows(found: Comparison) -> tuple[RichRow, ...]:
    """Organisations in both editions, new ones, and those that did not return."""
    groups = (
        (translate("Compare", "In both editions"), "both", found.organisations.both),
        (translate("Compare", "New"), "new", found.organisations.new),
        (translate("Compare", "Not in the later edition"), "gone", found.organisations.gone),
    )
    rows: list[RichRow] = []
    for title, side, items in groups:
        rows += group(title, [_organisation_row(item, side) for item in items])
    return tuple(rows)


def _organisation_row(item: OrganisationTalks, side: str) -> RichRow:
    counts = counts_words(len(item.then), len(item.now))
    html = f"{text_html(item.name, 'title')}<br>{text_html(counts, 'small')}"
    return RichRow(html, f"{item.name}, {counts}", value=(side, item.name))


def organisation_behind(found: Comparison, value: object) -> Behind | None:
    """What is behind a row of organisations."""
    sides = found.organisations
    for side, items in (("both", sides.both), ("new", sides.new), ("gone", sides.gone)):
        for item in items:
            if value == (side, item.name):
                lines = (counts_words(len(item.then), len(item.now)),)
                value = (FollowKind.ORGANISATION, item.name)
                return Behind(item.name, lines, item.then, item.now, value=value)
    return None


# --- topics --------------------------------------------------------------------


def ordered_topics(found: Comparison) -> tuple[Topic, ...]:
    """What appeared and grew first, then what shrank and vanished, then the rest."""
    return tuple(sorted(found.topics, key=lambda topic: _TREND_ORDER.index(topic.trend)))


def topic_bars(found: Comparison) -> tuple[Bar, ...]:
    """The weightiest of each trend but the steady one."""
    bars: list[Bar] = []
    for trend in _TREND_ORDER[:-1]:
        items = [topic for topic in found.topics if topic.trend is trend][:_PLOTTED]
        words = trend_words(trend)
        bars += [Bar(item.term, len(item.then), len(item.now), words) for item in items]
    return tuple(bars)


def topic_table(found: Comparison) -> tuple[TableRow, ...]:
    """All topics."""
    return tuple(
        TableRow(
            (item.term, str(len(item.then)), str(len(item.now)), trend_words(item.trend)), item.term
        )
        for item in ordered_topics(found)
    )


def topic_behind(found: Comparison, value: object) -> Behind | None:
    """What is behind a topic."""
    for topic in found.topics:
        if topic.term == value:
            counts = counts_words(len(topic.then), len(topic.now))
            line = labelled(trend_words(topic.trend).capitalize(), counts)
            value = (FollowKind.TOPIC, topic.term)
            return Behind(topic.term, (line,), topic.then, topic.now, value=value)
    return None


# --- sizes --------------------------------------------------------------------


def size_bars(found: Comparison) -> tuple[Bar, ...]:
    """The sizes of both editions."""
    names = (
        (translate("Compare", "Talks"), "talks"),
        (translate("Compare", "Posters"), "posters"),
        (translate("Compare", "Tutorials"), "tutorials"),
        (translate("Compare", "Sessions"), "sessions"),
        (translate("Compare", "Minutes a day"), "minutes_per_day"),
        (translate("Compare", "Most side by side"), "max_parallel"),
    )
    then, now = found.sizes
    return tuple(Bar(name, getattr(then, key), getattr(now, key)) for name, key in names)


def size_table(found: Comparison) -> tuple[TableRow, ...]:
    """The same numbers, and whether there is one track."""
    rows = [
        TableRow((bar.label, number_text(bar.then), number_text(bar.now)))
        for bar in size_bars(found)
    ]
    tracks = tuple(_track_words(item) for item in found.sizes)
    return (*rows, TableRow((translate("Compare", "Tracks"), *tracks)))


def _track_words(item: Sizes) -> str:
    if item.is_single_track:
        return translate("Compare", "single track")
    return translate("Compare", "parallel")
