"""Misprints planted one a page: how many are found, and how much is flagged that is right."""

from __future__ import annotations

import random
from collections import Counter

from reader.audit import audit
from reader.parse.page import parse_page
from tests.audit.planting import CLEAN, SENTENCES, TABLES, Maker, Page

_EACH = 30


def _found(page: Page) -> tuple[bool, int]:
    """Whether the misprint is among the findings, and how many findings there are beside it.

    A finding in the same row of a table, or in the same sentence, names the contradiction, if not the cell: it
    counts as found, for which of two figures is the wrong one is not always to be known.
    """
    findings = audit(parse_page(page.text, "made.txt"))
    if page.start is None or page.end is None:
        return False, len(findings)
    begin, end = (_stop(page.text, page.start, -1), _stop(page.text, page.start, 1))
    hits = [one for one in findings if begin <= one.span.start < end]
    return bool(hits), len(findings) - len(hits)


def _stop(text: str, at: int, step: int) -> int:
    while 0 < at < len(text) and text[at] not in "\n。":
        at += step
    return at


def _run(makers: tuple[Maker, ...], *, plant: bool) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """By what was made: how many pages, how many misprints found, how many findings beside them."""
    made: Counter[str] = Counter()
    found: Counter[str] = Counter()
    false: Counter[str] = Counter()
    for maker in makers:
        for number in range(_EACH):
            page = maker(random.Random(f"{maker.__name__}{number}{plant}"), plant=plant)  # noqa: S311
            hit, beside = _found(page)
            made[page.what] += 1
            found[page.what] += hit
            false[page.what] += beside
    return made, found, false


def test_planted_misprints_are_found() -> None:
    made, found, false = _run(TABLES + SENTENCES, plant=True)
    assert made.total() >= 300
    recall = found.total() / made.total()
    precision = found.total() / (found.total() + false.total())
    assert recall >= 0.9, made - found
    assert precision >= 0.95, +false


def test_clean_pages_are_clean() -> None:
    made, _found_none, false = _run(TABLES + SENTENCES + CLEAN, plant=False)
    assert made.total() >= 300
    assert false.total() <= 0.01 * made.total(), +false
