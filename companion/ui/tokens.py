"""The colours of both themes as named tokens, and the arithmetic that keeps them readable.

Pure: no Qt. Contrast is that of WCAG 2.1 (relative luminance of sRGB).
"""

import colorsys
from functools import lru_cache

from companion.frozen import frozen

TEXT_CONTRAST = 4.5
GRAPHIC_CONTRAST = 3.0


@frozen
class Tokens:
    """One theme. Every value is `#rrggbb`; what stands on what is listed in `TEXT_PAIRS`."""

    name: str
    background: str
    pane: str
    hairline: str
    text: str
    dim: str
    faint: str
    accent: str
    accent_text: str
    accent_hover: str
    tint: str
    chip: str
    chip_hover: str
    hover: str
    star: str
    star_fill: str
    warning: str
    warning_ground: str
    now: str
    now_text: str
    good: str
    outline: str
    mark: str
    mark_text: str

    @property
    def is_dark(self) -> bool:
        """Whether text is lighter than its ground."""
        return luminance(self.pane) < luminance(self.text)


LIGHT = Tokens(
    name="light",
    background="#f6f7f9",
    pane="#ffffff",
    hairline="#e4e7ec",
    text="#1a1d23",
    dim="#5b6472",
    faint="#616a78",
    accent="#3a4fd8",
    accent_text="#ffffff",
    accent_hover="#2f42be",
    tint="#e9ecff",
    chip="#eef0f4",
    chip_hover="#e3e6ec",
    hover="#f3f4f8",
    star="#a84c07",
    star_fill="#f2a41f",
    warning="#92400e",
    warning_ground="#fff4de",
    now="#d42222",
    now_text="#ffffff",
    good="#15803d",
    outline="#868e9b",
    mark="#ffe9a8",
    mark_text="#1a1d23",
)

DARK = Tokens(
    name="dark",
    background="#121418",
    pane="#191c22",
    hairline="#2a2f38",
    text="#e8eaee",
    dim="#a3acba",
    faint="#929cab",
    accent="#9aa8ff",
    accent_text="#12152b",
    accent_hover="#b1bcff",
    tint="#262c4a",
    chip="#242932",
    chip_hover="#2e3440",
    hover="#1f232b",
    star="#fbbf24",
    star_fill="#fbbf24",
    warning="#fcd34d",
    warning_ground="#3a2e12",
    now="#dc3737",
    now_text="#ffffff",
    good="#4ade80",
    outline="#6b7482",
    mark="#5a4708",
    mark_text="#fdf3d0",
)

TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *((ink, ground) for ink in ("text", "dim", "faint") for ground in ("background", "pane")),
    *((ink, ground) for ink in ("text", "dim", "faint") for ground in ("tint", "hover", "chip")),
    ("text", "chip_hover"),
    ("dim", "chip_hover"),
    *(("accent", ground) for ground in ("background", "pane", "tint", "hover", "chip")),
    *(("accent_text", ground) for ground in ("accent", "accent_hover")),
    ("warning", "warning_ground"),
    ("warning", "pane"),
    ("warning", "background"),
    ("text", "warning_ground"),
    ("now_text", "now"),
    ("mark_text", "mark"),
    ("good", "pane"),
    ("good", "background"),
)
"""Words in the first colour stand on the second: at least `TEXT_CONTRAST`."""

GRAPHIC_PAIRS: tuple[tuple[str, str], ...] = (
    *(("star", ground) for ground in ("pane", "tint", "hover", "background", "chip")),
    *(("outline", ground) for ground in ("pane", "background", "hover")),
    *(("accent", ground) for ground in ("pane", "background", "tint", "chip")),
    *(("now", ground) for ground in ("pane", "background", "tint", "hover", "chip")),
    ("good", "background"),
)
"""Drawings in the first colour stand on the second: at least `GRAPHIC_CONTRAST`."""

SESSION_GROUNDS = ("pane", "background", "tint", "hover", "chip")
"""What the bar of a session can stand on."""

SESSION_PALETTE = (
    "#0d8b9e",
    "#9461ed",
    "#d45811",
    "#199051",
    "#e33e70",
    "#1b7ded",
    "#778613",
    "#cf3dcf",
    "#a5753e",
    "#737f97",
)
"""Ten colours of one luminance, each at least 3:1 on every ground of both themes."""


def channels(color: str) -> tuple[float, float, float]:
    """Red, green and blue from 0 to 1 of `#rrggbb` or `#rgb`.

    Raises:
        ValueError: another form.
    """
    digits = color.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    if len(digits) != 6 or not color.startswith("#"):
        raise ValueError(f"{color!r} is not a colour")
    return (
        int(digits[0:2], 16) / 255,
        int(digits[2:4], 16) / 255,
        int(digits[4:6], 16) / 255,
    )


def luminance(color: str) -> float:
    """Relative luminance, 0 (black) to 1 (white)."""
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in channels(color)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """1 (the same) to 21 (black on white)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@lru_cache(maxsize=512)
def readable(color: str, tokens: Tokens, needed: float = GRAPHIC_CONTRAST) -> str:
    """A foreign colour moved as little as needed to stand out from the grounds of a theme.

    Hue and saturation stay; only the lightness moves, away from the grounds.
    """
    grounds = [getattr(tokens, name) for name in SESSION_GROUNDS]
    hue, light, saturation = colorsys.rgb_to_hls(*channels(color))
    for step in range(101):
        moved = light + step / 100 * (1 - light if tokens.is_dark else -light)
        candidate = _hex(*colorsys.hls_to_rgb(hue, moved, saturation))
        if all(contrast(candidate, ground) >= needed for ground in grounds):
            return candidate
    return tokens.text


def _hex(red: float, green: float, blue: float) -> str:
    return f"#{round(red * 255):02x}{round(green * 255):02x}{round(blue * 255):02x}"


def session_colors(given: dict[int, str]) -> dict[int, str]:
    """The colour of each session: the site's own where it tells sessions apart, else dealt out.

    Args:
        given: session id → the site's colour, `#rrggbb` or empty, in the order of the programme.
    """
    usable = {ident: color for ident, color in given.items() if _is_color(color)}
    distinct = len(set(usable.values()))
    if distinct > 1 and distinct * 2 >= len(given):
        return {i: usable.get(i, SESSION_PALETTE[-1]) for i in given}
    return {
        ident: SESSION_PALETTE[place % len(SESSION_PALETTE)] for place, ident in enumerate(given)
    }


def _is_color(color: str) -> bool:
    try:
        channels(color)
    except ValueError:
        return False
    return True
