"""Offsets and waiting times in words, in English."""

from datetime import timedelta


def offset_words(minutes: int) -> str:
    """Such as “10 h ahead of you” or “5 h 30 min behind you”."""
    if not minutes:
        return "the same time as yours"
    side = "ahead of you" if minutes > 0 else "behind you"
    return f"{length_words(timedelta(minutes=abs(minutes)))} {side}"


def length_words(length: timedelta) -> str:
    """Hours and minutes; minutes are rounded down."""
    hours, minutes = divmod(int(length.total_seconds() // 60), 60)
    parts = [f"{hours} h"] if hours else []
    return " ".join([*parts, f"{minutes} min"] if minutes or not hours else parts)


def countdown_words(left: timedelta) -> str:
    """Days while there are some, then hours and minutes."""
    if left.days >= 1:
        return f"{left.days} day" + ("s" if left.days > 1 else "")
    return length_words(left)
