"""Larger and smaller text, in the whole window at once."""

from typing import TYPE_CHECKING

from companion.settings import TEXT_SIZE
from companion.ui.window_state import keep

if TYPE_CHECKING:
    from companion.ui.window_base import WindowBase

STEPS = (80, 90, 100, 110, 125, 150, 175, 200)
"""Percent."""
NORMAL = TEXT_SIZE.default


def stepped(percent: int, step: int) -> int:
    """The next size of the steps, upwards (1) or downwards (-1); the same at an end."""
    beyond = [size for size in STEPS if (size - percent) * step > 0]
    if not beyond:
        return percent
    return beyond[0] if step > 0 else beyond[-1]


def set_text_size(window: "WindowBase", percent: int) -> None:
    """Text of this size, now and after the next start."""
    if round(window.look.fonts.scale * 100) != percent:
        window.look.set_scale(percent / 100)
    keep(window.services.settings, TEXT_SIZE, percent)
