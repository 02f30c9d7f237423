"""What a calendar holds and changes, as JSON and as lines for people."""

from collections.abc import Iterator

from companion.domain.calendar import Action, CalendarPlan, LeftOut, LeftOutReason
from companion.domain.entry import EntryKind, EntryRef
from companion.services.editions import EditionsService
from companion.text.plain import title_text

_WORDS = {
    Action.ADDED: "new",
    Action.MOVED: "moved",
    Action.CHANGED: "with other changes",
    Action.CANCELLED: "cancelled",
    Action.SAME: "as before",
}
_REASONS = {
    LeftOutReason.UNSCHEDULED: "has no time yet",
    LeftOutReason.POSTER: "is a poster",
}


def counted(count: int, one: str, many: str) -> str:
    """`1 entry`, `2 entries`."""
    return f"{count} {one if count == 1 else many}"


def plan_shape(plan: CalendarPlan, editions: EditionsService) -> dict[str, object]:
    """Counts by action, and the chosen talks that have no entry."""
    counts = {action.value: len(plan.of(action)) for action in Action}
    left_out = [
        {
            "ref": left_out_ref(item, editions),
            "title": item.contribution.title,
            "reason": item.reason.value,
        }
        for item in plan.left_out
    ]
    return {
        "name": plan.name,
        "entries": len(plan.entries),
        **counts,
        "left_out": left_out,
        "plain_zones": list(plan.plain_zones),
    }


def plan_lines(plan: CalendarPlan, editions: EditionsService) -> Iterator[str]:
    """What it changes, and what is not in it and why."""
    counts = ((len(plan.of(action)), word) for action, word in _WORDS.items())
    yield "  " + (", ".join(f"{count} {word}" for count, word in counts if count) or "no entries")
    for item in plan.left_out:
        title = title_text(item.contribution.title)
        yield f"  left out: {title} {_REASONS[item.reason]}  [{left_out_ref(item, editions)}]"
    for name in plan.plain_zones:
        yield f"  the clocks of {name} follow no yearly rule, so its times are written as UTC"


def left_out_ref(item: LeftOut, editions: EditionsService) -> str:
    """The reference of a talk that has no entry."""
    key = editions.key_of(item.event_id)
    return str(EntryRef(key, EntryKind.CONTRIBUTION, item.contribution.db_id))
