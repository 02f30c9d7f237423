"""What a page shows of a text, as plain data: nothing that reads LaTeX or HTML is imported here."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from companion.text.formulas import Formula

MARK = "formula:"
"""What the address of a mark begins with; the number of the formula follows.

Behind it may stand what touches the formula on both sides, as `|(|),`: signs to be drawn with it.
"""


@dataclass(frozen=True, slots=True)
class PageText:
    """A text to show.

    Attributes:
        pieces: sanitised HTML; empty for a blank text. What follows the first can wait.
        formulas: by the numbers of their marks.
        words: all of it as plain text, formulas in Unicode.
    """

    pieces: tuple[str, ...] = ()
    formulas: tuple["Formula", ...] = ()
    words: str = ""
