"""What came of a file, in sentences for the message bar."""

from pathlib import Path
from typing import TYPE_CHECKING

from companion.ui.i18n import listed, quoted, said_text, translate
from companion.ui.messages import Message

if TYPE_CHECKING:
    from companion.services.calendar_import import StarsFound
    from companion.services.catalogue import CatalogueReport
    from companion.services.user_data import ImportReport

_NAMED = 3
"""So many things are named in one message."""


def stars_message(report: "ImportReport") -> Message:
    """`14 stars came in; 2 here already.` and where the others wait."""
    parts = [
        translate("Files", "%n star(s) came in;", "", report.added),
        translate("Files", "%n here already.", "", report.already),
    ]
    parts += [
        translate(
            "Files",
            "%n of them for later: event {number} of {host} is not downloaded yet.",
            "",
            count,
        ).format(number=event_id.number, host=event_id.host)
        for event_id, count in report.unknown[:_NAMED]
    ]
    if report.other:
        parts.append(translate("Files", "%n decision(s) and follow(s) came too.", "", report.other))
    return Message(" ".join(parts), is_warning=False)


def calendar_message(found: "StarsFound", path: Path) -> Message:
    """`5 talks starred from agenda.ics; 2 starred already.` and what was left out."""
    already = len(found.talks) - len(found.new)
    parts = [
        translate("Files", "%n talk(s) starred from {file};", "", len(found.new)).format(
            file=path.name
        ),
        translate("Files", "%n starred already.", "", already),
    ]
    if found.cancelled:
        words = translate("Files", "%n cancelled one(s) left out.", "", len(found.cancelled))
        parts.append(words)
    if found.unknown:
        parts.append(_unknown_words([entry.title for entry in found.unknown]))
    if found.problems:
        parts.append(" ".join(map(said_text, found.problems[:_NAMED])))
    return Message(" ".join(parts), is_warning=False)


def _unknown_words(titles: list[str]) -> str:
    nameless = translate("Files", "without a title")
    named = [quoted(title or nameless) for title in titles[:_NAMED]]
    if len(titles) > _NAMED:
        named.append(translate("Files", "and %n more", "", len(titles) - _NAMED))
    words = translate("Files", "No talk on this computer: {titles}.")
    return words.format(titles=", ".join(named))


def catalogue_message(report: "CatalogueReport") -> Message:
    """`The list of editions is updated; new: qtml2027.` or that it says the same."""
    said = [
        words.format(keys=", ".join(keys))
        for words, keys in (
            (translate("Files", "new: {keys}"), report.added),
            (translate("Files", "changed: {keys}"), report.changed),
            (translate("Files", "gone: {keys}"), report.removed),
        )
        if keys
    ]
    if not said:
        text = translate("Files", "The list of editions says the same as before.")
        return Message(text, is_warning=False)
    text = translate("Files", "The list of editions is updated; {what}.")
    return Message(text.format(what=listed(said)), is_warning=False)
