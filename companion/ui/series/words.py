"""The series in words: facts with their sources, states, countdowns, reasons."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from companion.domain.series.followups import Confidence
from companion.domain.series.glance import EditionGlance, Fact, SeriesState
from companion.domain.series.matching import Certainty
from companion.domain.series.reasons import Reason
from companion.domain.series.remote import Verdict
from companion.domain.series.topics import Trend
from companion.ui.format import day_span, day_text, duration_text, long_day_text, time_text
from companion.ui.i18n import listed, place_name, translate
from companion.ui.words import title_of


def not_known() -> str:
    """What stands where nothing is known."""
    return translate("Series", "not known")


def fact_words(fact: Fact[object]) -> str:
    """The value; “not known”; what nobody confirmed says so."""
    if not fact.is_known:
        return not_known()
    value = (
        long_day_text(fact.value) if isinstance(fact.value, date) else place_name(str(fact.value))
    )
    if fact.is_confirmed:
        return value
    return translate("Series", "{value} (unverified)").format(value=value)


def source_words(fact: Fact[object]) -> str:
    """Where the fact is from."""
    if not fact.is_known:
        return translate("Series", "no source says so")
    if not fact.source:
        return translate("Series", "the source is not recorded")
    return translate("Series", "source: {source}").format(source=translate("Sources", fact.source))


def state_words(state: SeriesState) -> str:
    """One state of an edition."""
    return {
        SeriesState.RUNNING: translate("Series", "running now"),
        SeriesState.NEXT: translate("Series", "next"),
        SeriesState.PAST: translate("Series", "past"),
        SeriesState.DOWNLOADED: translate("Series", "downloaded"),
        SeriesState.KNOWN: translate("Series", "known"),
    }[state]


def states_words(item: EditionGlance) -> str:
    """All that hold; “known” only where nothing else does."""
    told = [state for state in item.states if state is not SeriesState.KNOWN]
    return ", ".join(state_words(state) for state in told or item.states)


def city_words(item: EditionGlance) -> str:
    """The city; “online” or the like where only the venue is known."""
    return place_name(item.city.value or item.venue.value or "") or not_known()


def dates_words(item: EditionGlance) -> str:
    """`25–29 Nov 2024`, or the year alone, or that it is not known."""
    first, last = item.start_day.value, item.end_day.value
    if first and last:
        return f"{day_span(first, last)} {last.year}"
    if first:
        return long_day_text(first)
    return str(item.year) if item.year else not_known()


def local_time_words(item: EditionGlance) -> str:
    """`Tue 26 Nov 10:38`, the time there now."""
    now = item.now_local
    if now is None or now.tzinfo is None:
        return not_known()
    return f"{day_text(now.date())} {time_text(now, now.tzinfo)}"


def offset_words(item: EditionGlance) -> str:
    """How clocks there lie to mine now."""
    if item.offset_min is None:
        return not_known()
    if not item.offset_min:
        return translate("Series", "the same as yours")
    length = duration_text(timedelta(minutes=abs(item.offset_min)))
    if item.offset_min > 0:
        return translate("Series", "{length} ahead of you").format(length=length)
    return translate("Series", "{length} behind you").format(length=length)


def countdown_words(item: EditionGlance) -> str:
    """`in 13 days`, `tomorrow`, `in 5 h`; empty where nothing is to come."""
    length, first, now = item.starts_in, item.start_day.value, item.now_local
    if length is None:
        return ""
    # Of an edition that is not downloaded only the day is known: hours would count to midnight.
    is_day_only = SeriesState.DOWNLOADED not in item.states
    if is_day_only and first and now and first - now.date() == timedelta(days=1):
        return translate("Series", "tomorrow")
    if length >= timedelta(days=2):
        return translate("Series", "in %n day(s)", "", length.days)
    return translate("Series", "in {length}").format(length=duration_text(length))


def next_words(items: Iterable[EditionGlance]) -> str:
    """One sentence about where the series is now or goes next."""
    items = tuple(item for item in items if not item.is_sample)
    for item in items:
        if item.state is SeriesState.RUNNING:
            words = translate("Series", "Now: {title} in {city}. There it is {time}.")
            return words.format(
                title=item.title, city=city_words(item), time=local_time_words(item)
            )
    for item in items:
        if SeriesState.NEXT in item.states:
            words = translate("Series", "Next: {title} in {city}, {when}.")
            when = countdown_words(item) or dates_words(item)
            return words.format(title=item.title, city=city_words(item), when=when)
    return translate("Series", "The next edition is not known yet.")


def reasons_words(reasons: Iterable[Reason]) -> str:
    """All reasons on one line, translated by their templates."""
    return listed(
        translate("Reasons", reason.template).format(**_shown(reason)) for reason in reasons
    )


def _shown(reason: Reason) -> dict[str, str]:
    """Its values as they read in a list: titles without the marks of formulas."""
    return {name: title_of(v) if name == "title" else v for name, v in reason.values}


def certainty_words(certainty: Certainty) -> str:
    """How sure it is that two entries are one person."""
    return {
        Certainty.CERTAIN: translate("Series", "certain"),
        Certainty.LIKELY: translate("Series", "likely"),
        Certainty.DOUBTFUL: translate("Series", "doubtful"),
    }[certainty]


def confidence_words(confidence: Confidence) -> str:
    """How sure a follow-up is."""
    return {
        Confidence.CONFIRMED: translate("Series", "confirmed by you"),
        Confidence.VERY_LIKELY: translate("Series", "very likely"),
        Confidence.LIKELY: translate("Series", "likely"),
        Confidence.POSSIBLE: translate("Series", "possible"),
    }[confidence]


def trend_words(trend: Trend) -> str:
    """How a topic went on."""
    return {
        Trend.APPEARED: translate("Series", "appeared"),
        Trend.GREW: translate("Series", "grew"),
        Trend.STEADY: translate("Series", "steady"),
        Trend.SHRANK: translate("Series", "shrank"),
        Trend.VANISHED: translate("Series", "vanished"),
    }[trend]


def verdict_words(verdict: Verdict) -> str:
    """How to take part from afar."""
    return {
        Verdict.LIVE: translate("Series", "live"),
        Verdict.NIGHT: translate("Series", "by night"),
        Verdict.LATER: translate("Series", "watch later"),
    }[verdict]


def clock_words(moment: datetime) -> str:
    """`Tue 26 Nov 10:38` of an aware moment in its own zone."""
    assert moment.tzinfo is not None  # noqa: S101 - `local` gives aware times only
    return f"{day_text(moment.date())} {time_text(moment, moment.tzinfo)}"
