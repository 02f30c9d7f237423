"""What a sync did, in a sentence."""

from companion.domain.decide import Decision
from companion.ports.fetching import Quarantined

_SHOWN = 3


def report_words(decision: Decision, quarantined: tuple[Quarantined, ...]) -> str:
    """A sentence or two in English; names the first records that could not be read."""
    return " ".join(filter(None, (_outcome(decision), _left_out(quarantined))))


def _outcome(decision: Decision) -> str:
    changes = decision.changes
    if decision.programme.is_empty:
        return "The programme is not published yet; the event itself is stored."
    if changes.is_first:
        return f"{_talks(len(changes.added))} stored."
    if not changes:
        return "Nothing has changed."
    counts = (
        (len(changes.added), "added"),
        (len(changes.changed), "changed"),
        (len(changes.removed), "removed"),
    )
    parts = [f"{_talks(number)} {word}" for number, word in counts if number]
    return ", ".join(parts) + "." if parts else "Talks are unchanged; other entries are not."


def _left_out(quarantined: tuple[Quarantined, ...]) -> str:
    if not quarantined:
        return ""
    named = "; ".join(f"{item.path} ({item.reason})" for item in quarantined[:_SHOWN])
    more = len(quarantined) - _SHOWN
    return (
        f"{_counted(len(quarantined), 'record')} could not be read and left out: {named}"
        + (f"; and {more} more" if more > 0 else "")
        + "."
    )


def _talks(number: int) -> str:
    return _counted(number, "talk")


def _counted(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
