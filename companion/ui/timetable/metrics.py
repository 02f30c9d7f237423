"""Lengths and fonts of the time grid at one text size. All lengths in logical pixels."""

from companion.ui.delegates.text import Measure
from companion.ui.fonts import BODY, CAPTION, SMALL, STRONG, Fonts

LEAST, MOST = 40, 240
"""Pixels an hour, at a text size of 100 %."""

GAP = 4
"""Between tiles."""

PADDING = 10
BAR = 4
RADIUS = 6


class GridMetrics:
    """Fonts and distances of the grid.

    Attributes:
        gutter: width of the hours at the left.
        header: height of the rooms on top.
        column: least width of a room; lane: of each of the talks side by side in one.
        margin: free space above the first and below the last hour.
    """

    def __init__(self, fonts: Fonts) -> None:
        px = fonts.px
        self.px = px
        self.title = Measure(fonts.font(BODY, STRONG), px(18))
        self.small_title = Measure(fonts.font(SMALL, STRONG), px(14))
        self.words = Measure(fonts.font(CAPTION), px(17))
        self.time = Measure(fonts.font(CAPTION, tabular=True), px(17))
        self.hour = Measure(fonts.font(SMALL, tabular=True), px(14))
        self.now = Measure(fonts.font(SMALL, STRONG, tabular=True), px(18))
        self.room = Measure(fonts.font(CAPTION, STRONG), px(18))
        self.gutter = max(px(60), round(self.hour.width("00:00")) + 28)
        self.header = self.room.height + 16
        self.column = px(180)
        self.lane = px(104)
        self.margin = px(14)
        self.star = px(16)
        self.readable = self.small_title.height + 2 + GAP // 2
        """The height a tile needs to say something."""
