"""Where the parts of a row stand, for one text size. All lengths in logical pixels.

```text
| 12 bar 4 | 10 | time 52 | 10 | title ... two lines | star 40 |
|                          | people, one line                 |
|                          | badges                           |
```
"""

from companion.services.agenda import DayRow, HeaderRow, NowRow, Row, SlimRow, TitleRow
from companion.ui.delegates.text import Measure
from companion.ui.fonts import BODY, BOLD, CAPTION, SMALL, STRONG, Fonts

PADDING = 8
BAR_LEFT, BAR_WIDTH = 12, 4
TIME_LEFT = 26
RIGHT = 12


class RowMetrics:
    """Fonts and columns of the list."""

    def __init__(self, fonts: Fonts) -> None:
        px = fonts.px
        self.title = Measure(fonts.font(BODY, STRONG), px(18))
        self.time = Measure(fonts.font(BODY, BOLD, tabular=True), px(18))
        self.end = Measure(fonts.font(CAPTION, tabular=True), px(17))
        self.people = Measure(fonts.font(CAPTION), px(17))
        self.badge = Measure(fonts.font(SMALL), px(18))
        self.header = Measure(fonts.font(CAPTION, STRONG), px(18))
        self.small_strong = Measure(fonts.font(SMALL, STRONG, tabular=True), px(16))
        self.day = Measure(fonts.font(BODY, BOLD), px(20))
        self.title_left = TIME_LEFT + max(px(52), round(self.time.width("00:00")) + 14)
        self.star_size = px(18)
        self.star_column = self.star_size + 24
        self.header_height = self.header.height + 16
        self.fixed_heights: dict[type[Row], int] = {
            HeaderRow: self.header_height,
            SlimRow: self.people.height + 14,
            NowRow: self.small_strong.height + 2,
            DayRow: self.day.height + 24,
            TitleRow: self.header.height + 20,
        }
        self.badge_gap = 6

    def result_height(self, *, has_people: bool, has_snippet: bool) -> int:
        """The height of a found talk: one line of title, one of people, two of its text."""
        lines = (1 if has_people else 0) + (2 if has_snippet else 0)
        height = self.title.height + lines * self.people.height
        return 2 * PADDING + max(height, self.time.height + self.end.height)

    def text_width(self, width: int) -> int:
        """What is left for title and people in a row of this width."""
        return max(60, width - self.title_left - self.star_column)

    def talk_height(self, width: int, title: str, *, has_people: bool, has_badges: bool) -> int:
        """The height of a talk's row."""
        lines = self.title.line_count(title, self.text_width(width))
        height = lines * self.title.height
        height += self.people.height if has_people else 0
        height += self.badge.height + 4 if has_badges else 0
        return 2 * PADDING + max(height, self.time.height + self.end.height)
