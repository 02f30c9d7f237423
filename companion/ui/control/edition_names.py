"""What editions are called in the left column, kept for the first picture of the next start.

Their names stand in the list of editions, which is not read before that picture: it would cost
more than all else that the picture needs.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace

from companion.domain.edition import Edition, EditionState, StoredEdition
from companion.services.editions import EditionInfo
from companion.settings import EDITION_NAMES, Settings

Names = Mapping[str, tuple[str, str]]
"""Key → title and city."""


def remembered_names(settings: Settings) -> Names:
    """What `names_text` wrote; whatever cannot be read is left out."""
    text = settings.get(EDITION_NAMES)
    try:
        held = json.loads(text) if text else {}
    except (ValueError, RecursionError):
        return {}
    if not isinstance(held, dict):
        return {}
    return {
        key: (value[0], value[1])
        for key, value in held.items()
        if isinstance(value, list) and [type(part) for part in value] == [str, str]
    }


def names_text(infos: Iterable[EditionInfo]) -> str:
    """The names of the editions that are stored here."""
    held = {i.key: [i.edition.title, i.edition.city or ""] for i in infos if i.stored}
    return json.dumps(held, ensure_ascii=False, sort_keys=True)


def first_info(stored: StoredEdition, names: Names) -> EditionInfo:
    """An edition of which only the stored side is known yet, called as it was called last."""
    is_sample = stored.address.event_id.is_sample
    state = EditionState.SAMPLE if is_sample else EditionState.DOWNLOADED
    edition = Edition(key=stored.key, title=stored.title, timezone=stored.timezone)
    if stored.key in names:
        title, city = names[stored.key]
        edition = replace(edition, title=title, city=city or None)
    elif is_sample:
        # As `resources/sample` calls it, before a window has ever shown it.
        year = stored.key.removeprefix("sample-")
        edition = replace(edition, title=f"Sample: QTML {year}")
    return EditionInfo(edition, state, stored)
