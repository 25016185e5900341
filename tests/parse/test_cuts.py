"""A paragraph cut at a column's foot, wherever, comes back whole."""

from __future__ import annotations

import random
import re

from reader.model import Block, BlockKind
from reader.parse.page import parse_page

CUTS = 300
AT_LEAST = 0.95
"""Of 300 random cuts. What is left are cuts so early in a paragraph that its first words read as a crosshead."""

_WHOLE_BEFORE = re.compile(r"[。!?！？…][”’」』）)》]*$")


def cut_places(block: Block) -> list[int]:
    """Indices at which a sentence can be cut: not behind its end, not before a closing sign, not at a blank."""
    return [
        at
        for at in range(1, len(block.text))
        if not _WHOLE_BEFORE.search(block.text[max(0, at - 4) : at])
        and block.text[at] not in "”’」』）)》。"
        and not block.text[at - 1 : at + 1].isspace()
        and not block.text[at].isspace()
    ]


def test_cut_paragraphs_come_back(seed_texts: dict[str, str]) -> None:
    draw = random.Random(20231031)  # noqa: S311 - a fixed choice, not a secret
    paragraphs = [
        (path, block)
        for path, text in seed_texts.items()
        for article in parse_page(text, path).articles
        for block in article.blocks
        if block.kind is BlockKind.PARAGRAPH and len(block.text) > 20
    ]
    back = 0
    for _ in range(CUTS):
        path, block = draw.choice(paragraphs)
        at = block.source_offset(draw.choice(cut_places(block)))
        text = seed_texts[path]
        page = parse_page(f"{text[:at]}\n\n{text[at:]}", path)
        back += any(block.text == one.text for article in page.articles for one in article.blocks)
    assert back / CUTS >= AT_LEAST
