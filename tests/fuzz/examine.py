"""A file of any bytes through everything `reader export` does with it, and one more thing that is made of its page.

Whatever the bytes are, nothing is raised but what is documented, and what is promised of a page holds. `examine` is
what the fuzzer runs again and again, and what replays the inputs it has found.
"""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from random import Random
from zlib import crc32

from reader.annotate.page import annotate_names, annotate_numbers
from reader.archive.codec import page_from, plain_page
from reader.archive.sections import MAGIC
from reader.export.jsonl import page_line
from reader.gate import visible
from reader.model import Annotations, Article, Entity, Number, Page, Passage, Table
from reader.parse.page import parse_page
from reader.source.decode import NotTextError, decode
from tests.fuzz.damaged import damaged
from tests.fuzz.uses import USES

SECONDS, SMALL = 2.0, 20_000
"""What may be spent on one step with an input of so many bytes; more bytes may take more in proportion."""
_NAMED = 16
"""One page in so many is searched for names: that takes ten times as long as all the rest."""


def examine(data: bytes, *, thorough: bool = False) -> None:
    """Raise `AssertionError`, or whatever was not to be raised, when something does not hold for a file of `data`.

    A `thorough` look searches it for names and puts it to every use, not only to those its bytes decide on.
    """
    if data.startswith(MAGIC):
        with _in_time(data):
            damaged(data)
        return
    digest = crc32(data)
    with _in_time(data):
        page = _read(data)
    if page is None:
        return
    with _in_time(data):
        numbers = annotate_numbers(page)
        check_marks(page, numbers)
    with _in_time(data):
        names = annotate_names(page) if thorough or digest % _NAMED == 0 else ()
        check_marks(page, names)
    with _in_time(data):
        check_line(page, Annotations(numbers, names))
        assert page_from(json.loads(json.dumps(plain_page(page)))) == page
    for use in USES if thorough else [USES[digest // _NAMED % len(USES)]]:
        with _in_time(data):
            use(data, page, Random(digest))  # noqa: S311 - nothing secret


@contextmanager
def _in_time(data: bytes) -> Iterator[None]:
    began = time.process_time()
    yield
    taken, allowed = time.process_time() - began, SECONDS * max(1, len(data) / SMALL)
    assert taken <= allowed, f"{taken:.1f} s for {len(data)} bytes"


def _read(data: bytes) -> Page | None:
    try:
        decoded = decode(data)
    except NotTextError:
        return None
    assert "\r" not in decoded.text
    if not decoded.text.strip():
        return None
    page = parse_page(decoded.text, "2023-10-31/03.txt", decoded.encoding)
    check_page(page)
    return page


def check_page(page: Page) -> None:
    text = page.text
    seen: Counter[int] = Counter()
    for start, end in page.spans:
        assert 0 <= start < end <= len(text)
        seen.update(range(start, end))
    assert [at for at, mark in enumerate(text) if not mark.isspace() and seen[at] != 1] == []
    for passage in passages(page):
        assert passage.text == passage.joiner.join(text[start:end] for start, end in passage.spans)
    assert len({article.id for article in page.articles}) == len(page.articles)
    for article in page.articles:
        places = [block.table for block in article.blocks if block.table is not None]
        assert sorted(places) == list(range(len(article.tables)))
        for table in article.tables:
            check_table(table, text)


def check_table(table: Table, text: str) -> None:
    for rows, columns in [(table.rows, table.columns), *((piece.rows, piece.columns) for piece in table.pieces)]:
        assert rows is not table.rows or all(len(row) == len(columns) for row in rows)
        for span in (cell.span for row in rows for cell in row if cell.span is not None):
            assert 0 <= span.start < span.end <= len(text)
    assert all(0 <= row < len(table.rows) for row in table.ragged | table.summary)


def check_marks(page: Page, marks: Sequence[Number | Entity]) -> None:
    assert all(0 <= mark.start < mark.end <= len(page.text) for mark in marks)
    assert all(one.end <= other.start for one, other in pairwise(marks))
    assert all(mark.text == page.text[mark.start : mark.end] and mark.text.strip() for mark in marks)


def check_line(page: Page, marks: Annotations) -> None:
    """One line that a terminal may show, that any reader of JSON takes, and that says what was found."""
    line = page_line(page, marks)
    assert visible(line, keep="") == line
    line.encode("utf-8")
    said = json.loads(line, parse_constant=_refused)
    assert said["spans"] == [list(span) for span in page.spans]
    assert [article["id"] for article in said["articles"]] == [article.id for article in page.articles]
    assert [mark["text"] for mark in said["numbers"]] == [mark.text for mark in marks.numbers]
    for article, told in zip(page.articles, said["articles"], strict=True):
        assert told["headline"] == article.headline
        assert [block["text"] for block in told["blocks"]] == [block.text for block in article.blocks]
        assert [table["rows"] for table in told["tables"]] == [
            [[cell.text for cell in row] for row in table.rows] for table in article.tables
        ]


def _refused(constant: str) -> None:
    raise AssertionError(f"{constant} is no JSON (RFC 8259, section 6)")


def passages(page: Page) -> Iterator[Passage]:
    yield from page.furniture
    for article in page.articles:
        yield from _passages(article)


def _passages(article: Article) -> Iterator[Passage]:
    yield from article.parts
    yield from (block for block in article.blocks if block.table is None)
    for table in article.tables:
        yield from filter(None, (table.title, table.caption))
