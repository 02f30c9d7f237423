"""Programme text as plain text: for titles, lists, calendars, scripts and the search index.

Formulas are readable Unicode everywhere here, so that no raw dollar or backslash meets the eye.
What reads them is imported with the first text that needs it: a list of plain titles does not.
"""

import re

_SPACES = re.compile(r"\s+")
_TITLE_LIMIT = 5_000
_INDEX_LIMIT = 60_000


def collapse(text: str) -> str:
    """The text on one line, with single spaces."""
    return _SPACES.sub(" ", text).strip()


def title_text(title: str) -> str:
    """A title to show: plain text as the site sends it, formulas in Unicode, on one line.

    `<`, `&`, quotes and prices stay as they are.
    """
    title = title[:_TITLE_LIMIT]
    if "$" not in title and "\\" not in title:
        return collapse(title)
    from companion.text import reading  # noqa: PLC0415

    return collapse(reading.title(title))


def to_text(raw: str) -> str:
    """Markdown or HTML as readable plain text.

    Paragraphs are parted by an empty line, list items begin with a bullet or number, table cells
    are parted by " | ", links read "text (address)". Empty if there is nothing to read.
    """
    from companion.text import flatten, markup  # noqa: PLC0415

    text = flatten.flatten(markup.to_html(raw))
    return "" if text == markup.NOTHING_READABLE else text


def index_text(raw: str) -> str:
    """The words of Markdown or HTML on one line, for a search index and its snippets.

    Some three times as fast as `to_text`, and less exact about marks that no search sees.
    """
    from companion.text import reading  # noqa: PLC0415

    return collapse(reading.description(raw[:_INDEX_LIMIT]))
