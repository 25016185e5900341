"""The mentions of a name, each with the words around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.widgets.row_list import ListLine, Piece, RowList
from reader.typeset.fit import fit
from reader.typeset.labels import date_label, shown
from reader.typeset.width import cell_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.search.mentions import Mention


class MentionList(RowList):
    """Two lines each: where it stands, and the words around it."""

    def __init__(self, mentions: Sequence[Mention], cursor: int = 0) -> None:
        super().__init__()
        self.mentions = mentions
        self.cursor = cursor

    def item_count(self) -> int:
        return len(self.mentions)

    def height_for(self, width: int) -> int:
        return 2

    def item_lines(self, index: int, width: int) -> Sequence[ListLine]:
        mention = self.mentions[index]
        date = date_label(mention.page.date, short=True)
        headline = ListLine(Piece(shown(mention.article.title), "rows--heading"), Piece(date, "rows--quiet"))
        return [headline, ListLine(Piece(f"  {_around(mention, width - 2)}"))]


def _around(mention: Mention, width: int) -> str:
    """The mention with as much of what stands before it as leaves it in the middle."""
    before, text, after = (shown(part) for part in (mention.before, mention.text, mention.after))
    while before and cell_width(before) > max(0, (width - cell_width(text)) // 2):
        before = before[1:]
    return fit(f"{before}〔{text}〕{after}", width)
