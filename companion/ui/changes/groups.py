"""Changes grouped by sync and talk, ready to be shown; made off the GUI thread."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from companion.domain.entry import EntryRef
from companion.domain.news import NewsKind
from companion.domain.times import as_utc, day_of
from companion.services.changes import News
from companion.ui.changes.rich_list import RichRow, text_html
from companion.ui.changes.told import Told, told
from companion.ui.format import ago_text, day_heading, time_text
from companion.ui.i18n import listed, translate
from companion.ui.words import talk_title

_TALKS_TOLD = 12
"""Lines told of one talk; a sync seldom brings more."""


@dataclass(frozen=True, slots=True)
class TalkNews:
    """What one sync changed in one talk.

    Attributes:
        ref: None for the event itself.
        is_unseen: since the person looked last.
        kinds: of its lines.
        row: how it is shown with all of them.
    """

    edition_key: str
    edition_title: str
    seen_dt: datetime
    ref: EntryRef | None
    title: str
    is_mine: bool
    is_unseen: bool
    lines: tuple[Told, ...]
    kinds: frozenset[NewsKind]
    row: RichRow


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the filters let through.

    Attributes:
        kinds: of changes; empty means all.
    """

    only_unseen: bool = False
    only_mine: bool = False
    kinds: frozenset[NewsKind] = frozenset()

    def lets(self, item: TalkNews) -> bool:
        """Whether something of it is to be shown."""
        if self.only_unseen and not item.is_unseen:
            return False
        if self.only_mine and not item.is_mine:
            return False
        return not self.kinds or bool(self.kinds & item.kinds)


def grouped(
    items: Sequence[News],
    looked_dt: datetime | None,
    zone_of: Callable[[str], tzinfo],
    titles: Mapping[str, str],
    plain: Callable[[str], str],
) -> tuple[TalkNews, ...]:
    """One value per sync and talk, newest sync first.

    Args:
        items: newest first.
        looked_dt: when the person looked last; None if never.
        zone_of: edition key → zone in which its times are shown.
        titles: edition key → title.
        plain: makes readable text of what a site sends.
    """
    found: dict[tuple[datetime, str], list[News]] = {}
    for item in items:
        found.setdefault((item.seen_dt, item.ref_text), []).append(item)
    return tuple(
        _talk_news(group, looked_dt, titles, lines)
        for group in found.values()
        if (lines := told(group, zone_of(group[0].edition_key), plain))
    )


def _talk_news(
    group: Sequence[News],
    looked_dt: datetime | None,
    titles: Mapping[str, str],
    lines: tuple[Told, ...],
) -> TalkNews:
    first, is_mine = group[0], any(item.is_mine for item in group)
    return TalkNews(
        edition_key=first.edition_key,
        edition_title=titles.get(first.edition_key, first.edition_key),
        seen_dt=first.seen_dt,
        ref=first.ref,
        title=first.title,
        is_mine=is_mine,
        is_unseen=looked_dt is None or first.seen_dt > looked_dt,
        lines=lines,
        kinds=frozenset(line.kind for line in lines),
        row=_row(first, lines, is_mine=is_mine),
    )


def rows(
    items: Sequence[TalkNews], wanted: Wanted, zone: tzinfo, now: datetime
) -> tuple[RichRow, ...]:
    """The list: a header per sync, under it its talks.

    Args:
        items: newest sync first.
        wanted: what the filters let through.
        zone: of the dates in the headers: the reader's.
        now: the present.
    """
    found: list[RichRow] = []
    header: tuple[datetime, str] | None = None
    shown = [item for item in items if wanted.lets(item)]
    counts = Counter((it.seen_dt, it.edition_key) for it in shown if it.row.ref is not None)
    for item in shown:
        here = (item.seen_dt, item.edition_key)
        if here != header:
            header = here
            found.append(_header(item, counts[here], zone, now))
        found.append(_shown_row(item, wanted))
    return tuple(found)


def seen_words(seen_dt: datetime, zone: tzinfo) -> str:
    """`Monday 25 November 2024, 08:12`."""
    return f"{day_heading(day_of(seen_dt, zone))}, {time_text(seen_dt, zone)}"


def _header(item: TalkNews, count: int, zone: tzinfo, now: datetime) -> RichRow:
    """Counts talks; the conference itself, its breaks and blocks are told below all the same."""
    head = seen_words(item.seen_dt, zone)
    parts = [ago_text(item.seen_dt, as_utc(now)), item.edition_title]
    if count:
        parts.append(translate("Changes", "%n talk(s) changed", "", count))
    if item.is_unseen:
        parts.append(translate("Changes", "not looked at yet"))
    html = f"{text_html(head, 'head')}<br>{text_html(' · '.join(parts), 'small')}"
    return RichRow(html, ", ".join((head, *parts)), is_header=True)


def _shown_row(item: TalkNews, wanted: Wanted) -> RichRow:
    if not wanted.kinds or item.kinds <= wanted.kinds:
        return item.row
    lines = [line for line in item.lines if line.kind in wanted.kinds]
    return _row(item, lines, is_mine=item.is_mine)


def _row(item: News | TalkNews, lines: Sequence[Told], *, is_mine: bool) -> RichRow:
    title = talk_title(item.title)
    head = text_html(title, "title")
    mine = translate("Changes", "starred") if is_mine else ""
    if mine:
        head += " " + text_html(f"★\u00a0{mine}", "tiny")
    if item.ref is None:
        head = text_html(translate("Changes", "The conference itself"), "title")
        title = translate("Changes", "The conference itself")
    body = "".join(f"<br>{line.html}" for line in lines[:_TALKS_TOLD])
    said = listed(line.sentence for line in lines)
    sentence = ". ".join(part for part in (title, mine, said) if part)
    ref = item.ref if item.ref is not None and _is_talk(item.ref) else None
    return RichRow(f"{head}{body}", sentence, ref, (item.seen_dt, item.ref))


def _is_talk(ref: EntryRef) -> bool:
    return ref.kind.value == "contribution"
