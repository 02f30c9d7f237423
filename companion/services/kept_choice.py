"""Choices of talks as they are kept with a calendar: JSON that later versions can read."""

import json
from datetime import date
from typing import Any

from companion.domain.calendar import CalendarOptions, PosterForm, ZoneForm
from companion.domain.entry import EntryRef
from companion.errors import UnknownReference
from companion.ports.calendar import StoredTarget
from companion.services.scope import ExportSelection


def selection_text(selection: ExportSelection) -> str:
    """Which talks."""
    refs = selection.refs
    document = {
        "edition": selection.key,
        "bookmarked": selection.bookmarked,
        "day": selection.day.isoformat() if selection.day else None,
        "talks": None if refs is None else sorted(map(str, refs)),
        "person": selection.person,
        "session": selection.session,
    }
    return json.dumps(document, ensure_ascii=False)


def options_text(options: CalendarOptions, **more: object) -> str:
    """How they are written, and whatever else belongs to the calendar."""
    document = {
        **more,
        "zone": options.zone.value,
        "posters": options.posters.value,
        "alarm_minutes": options.alarm_minutes,
        "breaks": options.breaks,
        "unscheduled": options.unscheduled,
        "cancelled": options.cancelled,
    }
    return json.dumps(document)


def kept_selection(item: StoredTarget) -> ExportSelection | None:
    """What `selection_text` and `options_text` wrote; None if that cannot be read."""
    try:
        chosen, form = json.loads(item.selection), json.loads(item.options)
        talks = chosen["talks"]
        return ExportSelection(
            key=_text(chosen["edition"]),
            bookmarked=bool(chosen["bookmarked"]),
            day=date.fromisoformat(chosen["day"]) if chosen["day"] else None,
            refs=None if talks is None else frozenset(map(EntryRef.parse, talks)),
            options=kept_options(form),
            person=_text(chosen["person"]),
            session=_text(chosen["session"]),
        )
    except (ValueError, TypeError, KeyError, UnknownReference):
        return None


def kept_options(form: dict[str, Any]) -> CalendarOptions:
    """The options among what `options_text` wrote.

    Raises:
        ValueError, TypeError, KeyError: it did not.
    """
    alarm = form["alarm_minutes"]
    return CalendarOptions(
        zone=ZoneForm(form["zone"]),
        posters=PosterForm(form["posters"]),
        alarm_minutes=None if alarm is None else int(alarm),
        breaks=bool(form["breaks"]),
        unscheduled=bool(form["unscheduled"]),
        cancelled=bool(form["cancelled"]),
    )


def _text(value: object) -> str | None:
    return None if value is None else str(value)
