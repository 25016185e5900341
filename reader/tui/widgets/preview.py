"""The article under the cursor of another list, to look at."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from reader.tui.widgets.article_view import ArticleView


class Preview(ArticleView, inherit_bindings=False):
    """Only moved in: no command of the article works here."""

    BINDINGS: ClassVar[list[BindingType]] = []
