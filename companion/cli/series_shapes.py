"""The JSON shapes of the series; every key is always present."""

from collections.abc import Iterable

from companion.domain.entry import EntryRef
from companion.domain.series.compare import Comparison, OrganisationTalks
from companion.domain.series.edition import Talk
from companion.domain.series.follows import Follow
from companion.domain.series.glance import EditionGlance, Fact, Link
from companion.domain.series.matching import PersonMatch
from companion.domain.series.reasons import sentence
from companion.domain.series.remote import RemoteTalk
from companion.domain.series.sizes import Sizes
from companion.domain.times import iso
from companion.services.follow import NewTalk
from companion.services.follow_ups import RelatedTalk


def glance_shape(item: EditionGlance) -> dict[str, object]:
    """One edition; what is not known is null, and `sources` and `unverified` name the facts."""
    facts: dict[str, Fact[object]] = {
        "number": item.number,
        "city": item.city,
        "country": item.country,
        "venue": item.venue,
        "host": item.host,
        "timezone": item.timezone,
        "start": item.start_day,
        "end": item.end_day,
    }
    values = {name: fact.value for name, fact in facts.items()}
    return {
        "key": item.key,
        "title": item.title,
        "year": item.year,
        **values,
        "start": item.start_day.value.isoformat() if item.start_day.value else None,
        "end": item.end_day.value.isoformat() if item.end_day.value else None,
        "state": item.state.value,
        "states": [state.value for state in item.states],
        "is_sample": item.is_sample,
        "now_local": item.now_local.isoformat() if item.now_local else None,
        "offset_minutes": item.offset_min,
        "starts_in_s": item.starts_in.total_seconds() if item.starts_in else None,
        "links": [link_shape(link) for link in item.links],
        "sources": {name: fact.source for name, fact in facts.items() if fact.is_known},
        "unverified": [n for n, fact in facts.items() if fact.is_known and not fact.is_confirmed],
    }


def link_shape(link: Link) -> dict[str, str]:
    """A page."""
    return {"title": link.title, "url": link.url, "source": link.source}


def comparison_shape(found: Comparison) -> dict[str, object]:
    """Two editions side by side."""
    sizes = zip((found.old_key, found.new_key), found.sizes, strict=True)
    organisations = found.organisations
    return {
        "returning": [_returning(match) for match in found.returning],
        "new": [{"name": person.name} for person in found.new],
        "organisations": {
            "both": _names(organisations.both),
            "new": _names(organisations.new),
            "gone": _names(organisations.gone),
        },
        "topics": [
            {"term": topic.term, "then": len(topic.then), "now": len(topic.now)}
            for topic in found.topics
        ],
        "sizes": {key: sizes_shape(item) for key, item in sizes},
    }


def _returning(match: PersonMatch) -> dict[str, object]:
    return {
        "name": match.new.name,
        "certainty": match.certainty.value,
        "then": refs_shape(match.old.refs),
        "now": refs_shape(match.new.refs),
    }


def _names(rows: Iterable[OrganisationTalks]) -> list[str]:
    return [row.name for row in rows]


def refs_shape(refs: Iterable[EntryRef]) -> list[str]:
    """References as texts."""
    return [str(ref) for ref in refs]


def sizes_shape(item: Sizes) -> dict[str, object]:
    """An edition in numbers."""
    return {
        "talks": item.talks,
        "posters": item.posters,
        "tutorials": item.tutorials,
        "sessions": item.sessions,
        "minutes_per_day": item.minutes_per_day,
        "max_parallel": item.max_parallel,
    }


def related_shape(item: RelatedTalk) -> dict[str, object]:
    """A predecessor or successor; `reason` and `confidence` are words."""
    return {
        "ref": str(item.talk.ref),
        "reason": sentence(item.reasons),
        "confidence": item.confidence.value,
    }


def remote_shape(item: RemoteTalk) -> dict[str, object]:
    """One talk from afar; `start` is UTC, null while it is not scheduled."""
    return {"ref": str(item.ref), "start": iso(item.start_dt), "verdict": item.verdict.value}


def follow_shape(item: Follow, talks: Iterable[Talk]) -> dict[str, object]:
    """What is followed and the talks that it brings."""
    return {
        "kind": item.kind.value,
        "name": item.name,
        "since": iso(item.created_dt),
        "talks": [str(talk.ref) for talk in talks],
    }


def news_shape(item: NewTalk) -> dict[str, object]:
    """A talk that is new for the person."""
    return {
        "ref": str(item.talk.ref),
        "title": item.talk.contribution.title,
        "first_seen": iso(item.first_seen_dt),
        "because": [{"kind": one.kind.value, "name": one.name} for one in item.follows],
    }
