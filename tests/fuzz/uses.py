"""What is made of a page beside its line of JSON; each input is put to one of these uses."""

from __future__ import annotations

import csv
import io
import json
import tempfile
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from functools import cache
from pathlib import Path
from zlib import crc32

from reader.archive.snapshot import Place, in_order
from reader.archive.text import placed_passages, search_text
from reader.audit import audit
from reader.cli.exits import Exit
from reader.cli.main import main
from reader.export.tables import Form, Shown, as_text
from reader.gate import visible
from reader.model import Number, Page, Table
from reader.parse.printed import as_printed
from reader.ranking import Ranking, SortKey, UnknownColumnError
from reader.ranking.filters import FilterError, any_condition
from reader.ranking.view import View, column_statistics, groups, rises, rows_in
from reader.search.evaluate import matching
from reader.search.query import Clause, Query, QueryError, Words
from reader.search.reading import read_query
from reader.typeset.columns import in_columns
from reader.typeset.layout import GUTTER, lay_out
from reader.typeset.sections import offset_at, place_at, sections
from reader.typeset.width import cell_width

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


def audited(_data: bytes, page: Page, _numbers: tuple[Number, ...]) -> None:
    ids = {article.id for article in page.articles}
    before = 0
    for one in audit(page):
        assert before <= one.span.start < one.span.end <= len(page.text)
        assert one.article is None or one.article in ids
        assert one.note
        before = one.span.end


def ranked(data: bytes, page: Page, _numbers: tuple[Number, ...]) -> None:
    for article in page.articles:
        for table in article.tables:
            _arranged(table, crc32(data))


def _arranged(table: Table, choice: int) -> None:
    ranking, width = Ranking(table), len(table.columns)
    body = [row for row in range(len(table.rows)) if row not in table.summary]
    texts = [*table.columns, *(cell.text for row in table.rows for cell in row)] or [""]
    conditions = []
    for typed in (texts[choice % len(texts)], f">{texts[choice // 7 % len(texts)]}", f"{texts[0]}<{texts[-1]}"):
        try:
            conditions.append(any_condition(typed, table, choice % width))
        except FilterError as error:
            assert str(error)
        except UnknownColumnError as error:
            raise AssertionError(typed) from error
    for column in range(width):
        view = View((SortKey(column, bool(choice % 2)), SortKey(choice % width)), grouped=column)
        rows = rows_in(ranking, view)
        assert sorted(rows) == body
        rises(rows)
        column_statistics(ranking, rows, column)
        assert sorted(row for group in groups(table, rows, column) for row in group.rows) == body
        for condition in conditions:
            assert set(rows_in(ranking, view.filtered(condition))) <= set(rows)
    shown = Shown.of(ranking, View((SortKey(choice % width),)))
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


def typeset(data: bytes, page: Page, _numbers: tuple[Number, ...]) -> None:
    width = _WIDTHS[crc32(data) % len(_WIDTHS)]
    for article in page.articles:
        as_it_stands = as_printed(article, page)
        for printed in (False, True):
            flow = sections(as_it_stands if printed else article, page, printed=printed)
            for index, section in enumerate(flow):
                assert visible(section.text, keep="") == section.text
                for anchor in section.anchors:
                    assert 0 <= anchor.page_start < anchor.page_end <= len(page.text)
                    assert 0 <= anchor.at <= anchor.until <= len(section.text)
                    assert flow[place_at(flow, anchor.page_start).section].anchors
                assert offset_at(flow, place_at(flow, index)) is None or page.text
            rows = lay_out(flow, width, lambda _table, _width: 1)
            for index, section in enumerate(flow):
                if section.table is None:
                    painted = "".join(section.text[row.start : row.end] for row in rows if row.section == index)
                    assert "".join(painted.split()) == "".join(section.text.split())
            for row in rows:
                shown = flow[row.section].text[row.start : row.end]
                if flow[row.section].table is None and len(shown) > 1:
                    assert cell_width(shown) + row.indent <= width + GUTTER
            columns = in_columns(rows, flow, 5)
            assert [row for row in columns if row.end > row.start] == [row for row in rows if row.end > row.start]


def searched(data: bytes, page: Page, _numbers: tuple[Number, ...]) -> None:
    from tests.archive.archive_pages import segment_of

    segment = segment_of([page])
    assert segment.parsed(0) == page
    snapshot = in_order([Place(segment, 0)])
    choice = crc32(data)
    for number, article in enumerate(page.articles):
        text = search_text(article, page.text)
        for at, passage in placed_passages(article, page.text):
            assert len(text) >= at + len(passage.text)
        folded = segment.folded_text(number)
        assert len(folded) == len(text)
        start = choice % (len(folded) or 1)
        wanted = " ".join(folded[start : start + 1 + choice % 5].split())
        if wanted and wanted in folded:
            assert number in matching(snapshot, Query((Clause((Words(wanted),)),)))
    lines = page.text.split("\n")
    for typed in (lines[choice % len(lines)], page.text[choice % len(page.text) :][:60]):
        try:
            query = read_query(typed)
        except QueryError as error:
            assert error.message
            assert 0 <= error.start <= error.end <= len(typed)
        else:
            assert read_query(str(query)) == query
            assert set(matching(snapshot, query)) <= set(range(snapshot.articles))
    # With a byte changed it is known as damaged, or does no harm.
    from tests.fuzz.damaged import damaged

    packed = bytearray(segment.sections._data)
    packed[choice % len(packed)] ^= 1 + choice // 7 % 255
    damaged(bytes(packed))


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="reader-fuzz-")


def commanded(data: bytes, _page: Page, _numbers: tuple[Number, ...]) -> None:
    """A command of the command line over a file of these bytes: what is for people has nothing a terminal obeys."""
    words = _COMMANDS[crc32(data) // 7 % len(_COMMANDS)]
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


USES: tuple[Callable[[bytes, Page, tuple[Number, ...]], None], ...] = (
    audited,
    ranked,
    typeset,
    searched,
    commanded,
    audited,
    typeset,
)
"""The first ones stand there again because they have most to go wrong."""
