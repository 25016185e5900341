"""The place of the article, painted while what sets it is loaded."""

from __future__ import annotations

from textual.strip import Strip
from textual.widget import Widget


class ArticlePlace(Widget):
    """Empty, with the frame of the article's pane."""

    ALLOW_SELECT = False

    def render_line(self, y: int) -> Strip:
        return Strip.blank(self.size.width, self.rich_style)
