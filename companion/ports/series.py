"""What the person decided about the series and follows in it."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from companion.domain.event import EventId

if TYPE_CHECKING:
    from companion.domain.series.decisions import (
        FollowUpDecision,
        PersonDecision,
        PersonKey,
        TalkKey,
    )
    from companion.domain.series.follows import Follow, FollowKind


class SeriesUserStore(Protocol):
    """What the person decided about the series and follows in it. No sync writes here."""

    def person_decisions(self) -> "tuple[PersonDecision, ...]":
        """All merges and splits, oldest first."""

    def set_person_decision(self, decision: "PersonDecision") -> None:
        """Remember one; an earlier one about the same two entries is replaced."""

    def remove_person_decision(self, first: "PersonKey", second: "PersonKey") -> None:
        """Forget one, named in its own order; nothing happens if there is none."""

    def follow_up_decisions(self) -> "tuple[FollowUpDecision, ...]":
        """All confirmed and dismissed follow-ups, oldest first."""

    def set_follow_up_decision(self, decision: "FollowUpDecision") -> None:
        """Remember one; an earlier one about the same two talks is replaced."""

    def remove_follow_up_decision(self, older: "TalkKey", newer: "TalkKey") -> None:
        """Forget one; nothing happens if there is none."""

    def members(self) -> Mapping[EventId, bool]:
        """Events that the person put into the series (True) or took out of it, by hand."""

    def set_member(self, event_id: EventId, belongs: bool | None) -> None:
        """Put an event into the series or take it out; None leaves it to its title again."""

    def follows(self) -> "tuple[Follow, ...]":
        """All that is followed, oldest first."""

    def add_follow(self, follow: "Follow") -> None:
        """Follow something; what is followed already (same kind and key) stays as it is."""

    def remove_follow(self, kind: "FollowKind", key: str) -> None:
        """No longer follow it; nothing happens if it is not followed."""

    def looked_dt(self) -> datetime | None:
        """When the person last looked at the list of what is new for them."""

    def set_looked(self, now: datetime) -> None:
        """They look at it now."""
