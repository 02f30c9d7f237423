"""Texts that need no parser look as if one had read them."""

import re

from hypothesis import given
from hypothesis import strategies as st

from companion.text import markdown

PIECES = [
    "word", "É", "ß", " ", "\n", "\n\n", "-", "--", "=", "+", "#", "1.", "12) ", "(a) ", "[1]", "[",
    "]", "]:", "](", "!", "![x]", "{", "}", ":", "://", "http", "ftp:", "www", "www.", "a.b", "//",
    "numpy.io", "tel:", "mailto:", "@", "10.1103/x", "\u00a0", "*", "_", "`", "<", ">", "&", "|",
    "~", "\\", "\t", "  ",
]  # fmt: skip


def shown(html: str) -> list[str]:
    """Without empty paragraphs, which show nothing."""
    found = re.sub(r"<br ?/?>", "<br>", html).split("\n")
    return [line for line in found if line not in {"", "<p></p>"}]


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_plain_texts_are_rendered_as_the_parser_would(text: str) -> None:
    assert shown(markdown.render(text)) == shown(markdown._parser().render(text))
