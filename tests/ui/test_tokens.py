import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.ui.tokens import (
    DARK,
    GRAPHIC_CONTRAST,
    GRAPHIC_PAIRS,
    LIGHT,
    SESSION_GROUNDS,
    SESSION_PALETTE,
    TEXT_CONTRAST,
    TEXT_PAIRS,
    Tokens,
    channels,
    contrast,
    readable,
    session_colors,
)

THEMES = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@THEMES
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_words_can_be_read(tokens: Tokens, ink: str, ground: str) -> None:
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= TEXT_CONTRAST


@THEMES
@pytest.mark.parametrize(("ink", "ground"), GRAPHIC_PAIRS)
def test_drawings_can_be_seen(tokens: Tokens, ink: str, ground: str) -> None:
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= GRAPHIC_CONTRAST


@THEMES
@pytest.mark.parametrize("color", SESSION_PALETTE)
def test_the_session_palette_needs_no_change_in_either_theme(tokens: Tokens, color: str) -> None:
    assert readable(color, tokens) == color


@THEMES
@given(number=st.integers(0, 0xFFFFFF))
def test_any_session_colour_of_a_site_is_made_visible(tokens: Tokens, number: int) -> None:
    shown = readable(f"#{number:06x}", tokens)
    for ground in SESSION_GROUNDS:
        assert contrast(shown, getattr(tokens, ground)) >= GRAPHIC_CONTRAST


def test_sessions_that_the_site_tells_apart_keep_their_colours() -> None:
    assert session_colors({1: "#ff0000", 2: "#0000ff"}) == {1: "#ff0000", 2: "#0000ff"}


def test_sessions_left_in_one_colour_are_dealt_ten_others() -> None:
    dealt = session_colors(dict.fromkeys(range(12), "#e3f2d3"))
    assert list(dealt.values())[:10] == list(SESSION_PALETTE)
    assert dealt[10] == SESSION_PALETTE[0]


def test_a_colour_that_is_none_does_no_harm() -> None:
    dealt = session_colors({1: "red; }", 2: ""})
    assert set(dealt.values()) <= set(SESSION_PALETTE)
    with pytest.raises(ValueError, match="is not a colour"):
        channels("red")
