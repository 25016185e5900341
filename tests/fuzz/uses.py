"""What is made of a page beside its line of JSON; each input is put to one of these uses."""

from __future__ import annotations

import csv
import io
import json
import tempfile
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr, redirect_stdout, suppress
from functools import cache
from pathlib import Path
from random import Random

from reader.archive.columns import Source
from reader.archive.packing import Parsed, pack_pages
from reader.archive.sections import Sections
from reader.archive.segment import Segment
from reader.archive.snapshot import Place, Snapshot, in_order
from reader.archive.text import placed_passages, search_text
from reader.audit import audit
from reader.cli.exits import Exit
from reader.cli.main import main
from reader.export.tables import Form, Shown, as_text
from reader.gate import visible
from reader.model import Page, Table
from reader.parse.printed import as_printed
from reader.ranking import Ranking, SortKey
from reader.ranking.filters import FilterError, any_condition
from reader.ranking.view import View, column_statistics, groups, rises, rows_in
from reader.search.evaluate import matching
from reader.search.query import Clause, Query, QueryError, Words
from reader.search.reading import read_query
from reader.typeset.columns import in_columns
from reader.typeset.layout import GUTTER, Row, lay_out
from reader.typeset.sections import Section, offset_at, place_at, sections
from reader.typeset.width import cell_width
from tests.fuzz.damaged import damaged

_WIDTHS = (1, 2, 5, 13, 34, 60, 160)
_COMMANDS = (
    ("show", "--all"),
    ("show", "--all", "--width", "8", "--printed"),
    ("show", "--all", "--width", "0", "--plain"),
    ("check",),
    ("check", "--format", "jsonl"),
    ("standings", "局"),
    ("standings", "--format", "jsonl", "区"),
    ("tables", "--sort", "score", "--desc"),
    ("tables", "--format", "markdown", "--sort", "#1"),
    ("tables", "--format", "html", "--values"),
    ("tables", "--format", "json", "--where", "#1~1"),
    ("export",),
    (),
)


def audited(_data: bytes, page: Page, _random: Random) -> None:
    ids = {article.id for article in page.articles}
    before = 0
    for one in audit(page):
        assert before <= one.span.start < one.span.end <= len(page.text)
        assert one.article is None or one.article in ids
        assert one.note
        before = one.span.end


def ranked(_data: bytes, page: Page, random: Random) -> None:
    for article in page.articles:
        for table in article.tables:
            _arranged(table, random)


def _arranged(table: Table, random: Random) -> None:
    ranking, width = Ranking(table), len(table.columns)
    body = [row for row in range(len(table.rows)) if row not in table.summary]
    texts = [*table.columns, *(cell.text for row in table.rows for cell in row)]
    conditions = []
    for sign in ("", ">", "=", f"{random.choice(table.columns)}<"):
        with suppress(FilterError):
            conditions.append(any_condition(sign + random.choice(texts), table, random.randrange(width)))
    for column in random.sample(range(width), min(width, 3)):
        view = View((SortKey(column, random.random() < 0.5), SortKey(random.randrange(width))), grouped=column)
        rows = rows_in(ranking, view)
        assert sorted(rows) == body
        assert sum(rises(rows).values()) == 0
        assert column_statistics(ranking, rows, column).count <= len(rows)
        assert sorted(row for group in groups(table, rows, column) for row in group.rows) == body
        for condition in conditions:
            assert set(rows_in(ranking, view.filtered(condition))) <= set(rows)
    shown = Shown.of(ranking, View((SortKey(random.randrange(width)),)))
    for form in Form:
        for values in (False, True):
            _exported(shown, form, as_text(shown, form, values=values))


def _exported(shown: Shown, form: Form, text: str) -> None:
    lines = 1 + len(shown.rows) + len(shown.summary)
    if form is Form.CSV:
        read = list(csv.reader(io.StringIO(text, newline="")))
        assert [len(record) for record in read] == [len(shown.columns)] * lines or len(shown.columns) == 1
    elif form is Form.TSV:
        assert [line.count("\t") + 1 for line in text.split("\n")[:-1]] == [len(shown.columns)] * lines
    else:
        assert visible(text, keep="\n") == text
        if form is Form.JSON:
            assert len(json.loads(text)["rows"]) == lines - 1


def typeset(_data: bytes, page: Page, random: Random) -> None:
    width, height = random.choice(_WIDTHS), random.randint(1, 20)
    for article in page.articles:
        for printed in (False, True):
            flow = sections(as_printed(article, page) if printed else article, page, printed=printed)
            rows = lay_out(flow, width, lambda _table, _width: 1, spaced=random.random() < 0.5)
            _check_anchors(flow, len(page.text), random)
            _check_rows(flow, rows, width)
            columns = in_columns(rows, flow, height)
            assert [row for row in columns if row.end > row.start] == [row for row in rows if row.end > row.start]


def _check_anchors(flow: Sequence[Section], length: int, random: Random) -> None:
    for section in flow:
        assert visible(section.text, keep="") == section.text
        for anchor in section.anchors:
            assert 0 <= anchor.page_start < anchor.page_end <= length
            assert 0 <= anchor.at <= anchor.until <= len(section.text)
    anchors = [anchor for section in flow for anchor in section.anchors]
    for anchor in random.sample(anchors, min(len(anchors), 4)):
        place = place_at(flow, anchor.page_start)
        assert flow[place.section].anchors
        offset = offset_at(flow, place)
        assert offset is None or 0 <= offset <= length


def _check_rows(flow: Sequence[Section], rows: Sequence[Row], width: int) -> None:
    """Every printed character is painted, in its order, and no row is wider than the measure and its gutter."""
    painted: dict[int, list[str]] = {}
    for row in rows:
        section = flow[row.section]
        shown = section.text[row.start : row.end]
        if section.table is None:
            painted.setdefault(row.section, []).append(shown)
            assert len(shown) <= 1 or cell_width(shown) + row.indent <= width + GUTTER
    for index, section in enumerate(flow):
        if section.table is None:
            assert "".join("".join(painted.get(index, [])).split()) == "".join(section.text.split())


def searched(_data: bytes, page: Page, random: Random) -> None:
    digest = bytes(16)
    packed = pack_pages([Parsed(Source(page.source, 1, 2, 3, digest), page)])
    segment = Segment(Sections(packed))
    assert segment.parsed(0) == page
    assert segment.sections.verify()
    snapshot = in_order([Place(segment, 0)])
    for number, article in enumerate(page.articles):
        text, folded = search_text(article, page.text), segment.folded_text(number)
        assert len(folded) == len(text)
        for at, passage in placed_passages(article, page.text):
            assert len(text) >= at + len(passage.text)
        start = random.randint(0, len(folded))
        wanted = folded[start : start + random.randint(1, 6)].strip()
        if wanted:
            assert number in matching(snapshot, Query((Clause((Words(wanted),)),)))
    lines = page.text.split("\n")
    for typed in (random.choice(lines), page.text[random.randrange(len(page.text)) :][:60]):
        _queried(typed, snapshot)
    # With a byte changed it is known as damaged, or does no harm.
    spoiled = bytearray(packed)
    spoiled[random.randrange(len(packed))] ^= random.randint(1, 255)
    damaged(bytes(spoiled))


def _queried(typed: str, snapshot: Snapshot) -> None:
    try:
        query = read_query(typed)
    except QueryError as error:
        if not (error.message and 0 <= error.start <= error.end <= len(typed)):
            raise
        return
    assert read_query(str(query)) == query
    assert set(matching(snapshot, query)) <= set(range(snapshot.articles))


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="reader-fuzz-")


def commanded(data: bytes, _page: Page, random: Random) -> None:
    """A command of the command line over a file of these bytes: what is for people has nothing a terminal obeys."""
    words = random.choice(_COMMANDS)
    file = Path(_folder().name, "2023-10-31_03.txt")
    file.write_bytes(data)
    out, err = io.StringIO(newline=""), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main(["--lang", "en", *words, str(file)] if words else [str(file)])
    assert code in list(Exit)
    assert visible(out.getvalue()) == out.getvalue()
    assert visible(err.getvalue()) == err.getvalue()
    if "jsonl" in words or words == ("export",):
        for line in out.getvalue().splitlines():
            assert json.loads(line)


USES: tuple[Callable[[bytes, Page, Random], None], ...] = (
    audited,
    ranked,
    typeset,
    searched,
    commanded,
    audited,
    typeset,
)
"""The first ones stand there again because they have most to go wrong."""
