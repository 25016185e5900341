"""What the audit found on a page, each with its arithmetic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.audit import Severity
from reader.export.findings import cell_words, disagreement, kind_words, severity_word
from reader.tui.widgets.row_list import ListLine, Piece, RowList
from reader.typeset.labels import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.audit import Finding
    from reader.model import Page


class FindingList(RowList):
    """Three lines each: what disagrees, where it stands, how it was computed."""

    def __init__(self, page: Page, findings: Sequence[Finding], cursor: int = 0) -> None:
        super().__init__()
        self.findings = findings
        self.cursor = cursor
        self._page = page
        self._titles = {article.id: shown(article.title) for article in page.articles}

    def item_count(self) -> int:
        return len(self.findings)

    def height_for(self, width: int) -> int:
        return 3

    def item_lines(self, index: int, width: int) -> Sequence[ListLine]:
        one = self.findings[index]
        sure = one.severity is Severity.CERTAIN
        what = Piece(
            f"{severity_word(one.severity)}: {shown(disagreement(one))}", "rows--heading" if sure else "rows--plain"
        )
        where = shown(cell_words(self._page, one)) or self._titles.get(one.article or "", "")
        return [
            ListLine(what, Piece(kind_words(one), "rows--quiet")),
            ListLine(Piece(f"  {where}")),
            ListLine(Piece(f"  {shown(one.note)}", "rows--quiet")),
        ]
