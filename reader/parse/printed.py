"""An article with its repairs undone."""

from __future__ import annotations

from dataclasses import replace

from reader.model import Article, Block, BlockKind, Page


def as_printed(article: Article, page: Page) -> Article:
    """`article` with each piece of print a block of its own, in the order of the page: halves apart, columns unmoved.

    Its tables stay the logical ones; what was merged and unfolded in them stands in `Table.pieces`.
    """
    blocks: list[Block] = []
    for block in article.blocks:
        if block.kind is BlockKind.TABLE:
            blocks.append(block)
            continue
        blocks += [replace(block, text=page.text[span.start : span.end], spans=(span,)) for span in block.spans]
    return article._replace(blocks=tuple(sorted(blocks, key=lambda block: block.spans[0])))
