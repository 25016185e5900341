"""A page text to a page: the parse from end to end."""

from __future__ import annotations

from pathlib import PurePath

from reader.model import Page, Part, Role, Span
from reader.parse.briefs import share_column
from reader.parse.compose import PageText, compose
from reader.parse.coverage import leftovers
from reader.parse.dates import issue_date
from reader.parse.fold import fold
from reader.parse.groups import share_labels
from reader.parse.lines import layout_of, split_lines
from reader.parse.masthead import read_masthead
from reader.parse.segment import segment
from reader.parse.tables import find_pieces, part_markup
from reader.parse.tokens import TokenKind, tokenise


def parse_page(text: str, source: str = "-", encoding: str = "utf-8") -> Page:
    r"""The page `text`, line ends as `\n`, without BOM. `source` is its path, which may name the paper, the day and
    the page.

    Any text parses: what is no article becomes furniture, and each character that is not white space stands in
    exactly one of `Page.spans`. Linear in the length of the text.
    """
    folded = fold(text)
    printed = part_markup(text, split_lines(text))
    lines = [line._replace(text=folded[line.start : line.end]) for line in printed]
    pieces = find_pieces(text, printed)
    claimed = frozenset(index for piece in pieces for index in (*piece.title, *piece.caption))
    tokens = tokenise(lines, folded, [(piece.first, piece.last) for piece in pieces], claimed)
    furniture = [token.span for token in tokens if token.kind is TokenKind.FURNITURE]
    titles = ["".join(lines[index].text for index in piece.title) for piece in pieces]
    headers = ["\t".join(map(fold, piece.columns)) if piece.headed else "" for piece in pieces]
    on_page = [token for token in tokens if token.kind is not TokenKind.FURNITURE]
    layout = layout_of(lines)
    drafts = segment(on_page, lines, folded, layout, titles, headers)
    page_text = PageText(text, folded, lines, printed, pieces, layout)
    stem = "stdin" if source == "-" else PurePath(source).stem or "page"
    composed = [compose(draft, page_text, f"{stem}.{number}") for number, draft in enumerate(drafts, 1)]
    articles = share_column(share_labels(composed, folded))
    furniture += leftovers(text, [span for article in articles for span in article.spans] + furniture)
    masthead = read_masthead([folded[a:b] for a, b in sorted(furniture)], source)
    return Page(
        source=source,
        text=text,
        encoding=encoding,
        newspaper=masthead.newspaper,
        number=masthead.number,
        date=issue_date(articles, folded, masthead),
        articles=tuple(articles),
        furniture=tuple(Part(text[a:b], (Span(a, b),), role=Role.FURNITURE) for a, b in sorted(furniture)),
    )
