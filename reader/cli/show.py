"""`reader show`: articles set in rows, as the article view sets them."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from reader.annotate.numbers import find_numbers
from reader.cli.exits import Exit
from reader.cli.grid import print_rows
from reader.cli.output import on_one_line, report, say, unknown_article, write
from reader.corpus import Corpus, UnknownArticleError, open_corpus
from reader.gate import visible
from reader.i18n import _
from reader.model import DATES, Article
from reader.parse.printed import as_printed
from reader.resources import themes_dir
from reader.source.problems import Failures
from reader.theme import read_theme
from reader.typeset.breaking import break_rows
from reader.typeset.layout import GUTTER, MEASURE, lay_out
from reader.typeset.sections import SectionKind, sections

if TYPE_CHECKING:
    from rich.console import Console

_STYLES = {
    SectionKind.MASTHEAD: "dim",
    SectionKind.HEADLINE: "bold",
    SectionKind.CROSSHEAD: "bold",
    SectionKind.BYLINE: "dim",
    SectionKind.JUMP_LINE: "dim",
    SectionKind.CAPTION: "italic",
    SectionKind.NOTE: "dim",
}
_UNBROKEN = 1_000_000
"""Cells of a row that holds any paragraph."""


class Setting(NamedTuple):
    """How articles are set. A `width` of 0 sets each paragraph on one line, None takes what there is room for."""

    width: int | None = None
    plain: bool = False
    printed: bool = False


def show(wanted: str, paths: Sequence[str], setting: Setting) -> int:
    """Print one article."""
    corpus = open_corpus(paths)
    unreadable = report(corpus.problems)
    try:
        article = corpus.find(wanted)
    except UnknownArticleError as error:
        unknown_article(error.wanted, error.candidates)
        return Exit.NOT_FOUND
    failures = Failures()
    with failures.on(corpus.page_of(article).source):
        _Printer(corpus, setting).print(article)
    unreadable = report(failures.problems) or unreadable
    return Exit.UNREADABLE if unreadable else Exit.OK


def show_all(paths: Sequence[str], setting: Setting) -> int:
    """Print every article, each under its id."""
    corpus = open_corpus(paths)
    unreadable = report(corpus.problems)
    printer = _Printer(corpus, setting)
    failures = Failures()
    for number, article in enumerate(corpus.articles):
        if number:
            write("")
        printer.line(f"[{on_one_line(article.id)}]", "dim")
        with failures.on(corpus.page_of(article).source):
            printer.print(article)
    unreadable = report(failures.problems) or unreadable
    if not corpus.articles:
        say(_("No article was found."))
    return Exit.UNREADABLE if unreadable else Exit.OK


class _Printer:
    def __init__(self, corpus: Corpus, setting: Setting) -> None:
        self._corpus = corpus
        self._setting = setting
        self._console = _console() if sys.stdout.isatty() and not setting.plain else None
        room = shutil.get_terminal_size().columns - GUTTER if sys.stdout.isatty() else MEASURE
        width = min(MEASURE, room) if setting.width is None else setting.width
        self._width = max(1, width) if width else _UNBROKEN
        # The terminal's own colours, whichever theme the app is read in: nothing is known here of its background.
        marks = read_theme(themes_dir() / "terminal.toml").marks if self._console else {}
        self._colours = {kind.value: mark.colour for kind, mark in marks.items()}
        self._section: tuple[int, str] | None = None
        self._marks: list[tuple[int, int, str]] = []

    def print(self, article: Article) -> None:
        page = self._corpus.page_of(article)
        shown = as_printed(article, page) if self._setting.printed else article
        flow = sections(shown, page, printed=self._setting.printed)
        for row in lay_out(flow, self._width, lambda _table, _width: 1):
            section = flow[row.section]
            if section.table is not None and row.end > row.start:
                table = article.tables[section.table]
                for start, end in break_rows(section.text, self._width, hang=GUTTER):
                    self.line(section.text[start:end], "bold")
                print_rows(table, range(len(table.rows)))
            else:
                text = section.text[row.start : row.end]
                marks = self._figures(row.section, section.text)
                over = [(a - row.start + row.indent, b - row.start + row.indent, style) for a, b, style in marks]
                self.line(" " * row.indent + text if text else "", _STYLES.get(section.kind, ""), over)

    def _figures(self, number: int, text: str) -> list[tuple[int, int, str]]:
        """Where figures and dates stand in a section, and their colours."""
        if self._console is None:
            return []
        if self._section != (number, text):
            self._section = number, text
            self._marks = [
                (one.start, one.end, self._colours["dates" if one.type in DATES else "figures"])
                for one in find_numbers(text)
            ]
        return self._marks

    def line(self, text: str, style: str, over: Sequence[tuple[int, int, str]] = ()) -> None:
        """Print one row; `over` are styles for some of its characters, which may lie beyond it."""
        if self._console is None or not text:
            write(text)
            return
        from rich.text import Text

        painted = Text(visible(text), style)
        for start, end, colour in over:
            if end > 0:
                painted.stylize(colour, max(start, 0), end)
        self._console.print(painted, soft_wrap=True)


def _console() -> Console:
    from rich.console import Console

    return Console(file=sys.stdout, highlight=False, markup=False, emoji=False)
