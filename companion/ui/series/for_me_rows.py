"""What is new, suggested and followed, read in a worker and told in rows."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from companion.domain.edition import StoredEdition
from companion.domain.series.edition import Talk
from companion.domain.series.follows import Follow, FollowKind
from companion.domain.series.suggestions import Suggestion
from companion.services.follow import NewTalk
from companion.services.registry import Services
from companion.ui.changes.rich_list import RichRow, text_html
from companion.ui.i18n import edition_title, labelled, listed, translate
from companion.ui.series.compare_rows import group
from companion.ui.series.words import confidence_words, reasons_words
from companion.ui.words import people_line, talk_title


@dataclass(frozen=True, slots=True)
class ForMe:
    """All of it.

    Attributes:
        follows: what is followed, with the number of talks it brings.
        titles: edition key → title.
    """

    news: tuple[NewTalk, ...] = ()
    suggested: tuple[Suggestion, ...] = ()
    follows: tuple[tuple[Follow, int], ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)


def load_for_me(services: Services, key: str) -> ForMe:
    """Runs in the database lane.

    Args:
        services: of this process.
        key: of the edition shown; suggestions are for the latest one of its kind.
    """
    infos = services.editions.list()
    stored = [info.stored for info in infos if info.stored and info.stored.contributions]
    latest = _latest(_of_series(stored, services), key)
    return ForMe(
        news=services.follow.news(),
        suggested=services.follow_ups.suggestions(latest.key) if latest else (),
        follows=tuple((item, len(services.follow.talks(item))) for item in services.follow.all()),
        titles={info.key: edition_title(info.edition.title) for info in infos},
    )


def _of_series(stored: list[StoredEdition], services: Services) -> list[StoredEdition]:
    """Without other events that are here, unless there is nothing else."""
    return [item for item in stored if services.series.is_member(item.key)] or stored


def _latest(stored: list[StoredEdition], key: str) -> StoredEdition | None:
    """Of the kind that is shown: a sample suggests talks of a sample."""
    is_sample = any(item.key == key and item.address.event_id.is_sample for item in stored)
    same = [item for item in stored if item.address.event_id.is_sample is is_sample]
    return max(same, key=lambda item: item.start_dt, default=None)


def for_me_rows(loaded: ForMe) -> tuple[RichRow, ...]:
    """New talks, then suggested ones, each with its reason."""
    new = [_row(item.talk, loaded, _follow_words(item.follows)) for item in loaded.news]
    suggested = [_row(item.talk, loaded, _suggestion_words(item)) for item in loaded.suggested]
    return (
        *group(translate("ForMe", "New in what you follow"), new),
        *group(translate("ForMe", "Suggested by your stars"), suggested),
    )


def _row(talk: Talk, loaded: ForMe, why: str) -> RichRow:
    title = talk_title(talk.contribution.title)
    edition = loaded.titles.get(talk.ref.edition_key, talk.ref.edition_key)
    about = " · ".join(filter(None, (people_line(talk.contribution.speakers), edition)))
    html = f"{text_html(title, 'title')}<br>{text_html(about, 'small')}<br>{text_html(why, 'tiny')}"
    return RichRow(html, f"{title}, {about}, {why}", ref=talk.ref)


def _follow_words(follows: tuple[Follow, ...]) -> str:
    named = listed(labelled(kind_words(item.kind), item.name) for item in follows)
    return translate("ForMe", "You follow {what}").format(what=named)


def _suggestion_words(item: Suggestion) -> str:
    return labelled(confidence_words(item.confidence).capitalize(), reasons_words(item.reasons))


def kind_words(kind: FollowKind) -> str:
    """What can be followed."""
    return {
        FollowKind.PERSON: translate("ForMe", "Person"),
        FollowKind.ORGANISATION: translate("ForMe", "Organisation"),
        FollowKind.TOPIC: translate("ForMe", "Topic"),
        FollowKind.SEARCH: translate("ForMe", "Search"),
    }[kind]
