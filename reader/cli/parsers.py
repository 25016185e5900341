"""The parsers of the command line: what may be typed, and what `--help` says of it."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from reader import __version__
from reader.cli.sortoptions import Descending, Sort
from reader.gate import visible
from reader.i18n import _

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

FORMS = ("table", "csv", "tsv", "json", "markdown", "md", "html")


class Parser(argparse.ArgumentParser):
    """Repeats nothing that was typed, or that a glob has put in its place, but as marks."""

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:
        super()._print_message(visible(message), file)


def base_parser(prog: str, description: str, epilog: str | None = None) -> argparse.ArgumentParser:
    parser = Parser(
        prog=prog,
        description=description,
        epilog=epilog,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--lang", metavar="LANG", help=_("language of the interface: en or zh_CN (default: the locale's)")
    )
    return parser


def add_paths(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help=_("files, folders, globs, or - for standard input (default: the seed pages)"),
    )


def reader_parser() -> argparse.ArgumentParser:
    parser = base_parser(
        "reader",
        _("Read Chinese newspaper pages in the terminal."),
        _(
            "commands:\n"
            "  reader export      write pages as JSON lines\n"
            "  reader show        print articles, set in rows\n"
            "  reader tables      list, print and sort ranking tables\n"
            "  reader standings   say where a name stands in them\n"
            "  reader check       recompute figures and flag what disagrees\n"
            "  reader search      find articles by words, names, dates and numbers\n"
            "  reader names       list who and what is named, and how often\n"
            "  reader cache       say what is kept of parsed pages, or delete it\n"
            "  reader doctor      say what the program runs on\n\n"
            "`reader COMMAND --help` says more. Without a terminal, issues and articles are printed as plain text."
        ),
    )
    parser.add_argument("--version", action="version", version=f"reader {__version__}")
    parser.add_argument(
        "--ambiguous-width",
        metavar="CELLS",
        choices=["auto", "1", "2"],
        help=_("cells of characters such as “ ” … — · on this terminal: 1, 2, or auto: it is asked"),
    )
    parser.add_argument(
        "--theme", metavar="NAME", help=_("colours: a theme's name, or auto: light or dark as the terminal is")
    )
    add_paths(parser)
    return parser


def export_parser() -> argparse.ArgumentParser:
    parser = base_parser("reader export", _("Write what was found on each page, one page a line."))
    parser.add_argument("--format", choices=["jsonl"], default="jsonl", help=_("JSON lines (the default)"))
    parser.add_argument("--no-marks", action="store_true", help=_("leave out numbers and names, which take longest"))
    add_paths(parser)
    return parser


def show_parser() -> argparse.ArgumentParser:
    parser = base_parser("reader show", _("Print one article, or all of them, set in rows."))
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="ID PATH",
        help=_("an article's id, such as 000.3 (`reader | cat` lists them), then files, folders, globs or -"),
    )
    parser.add_argument("--all", action="store_true", help=_("print every article; no ID then"))
    parser.add_argument(
        "--width", type=_cells, metavar="N", help=_("cells of a row; 0: a paragraph on one line (default: at most 60)")
    )
    parser.add_argument("--plain", action="store_true", help=_("without colours, also in a terminal"))
    parser.add_argument("--printed", action="store_true", help=_("as printed: repairs undone, signs as they are"))
    return parser


def _cells(text: str) -> int:
    """A number of cells: 0, or from 8 to a screen nobody has."""
    if text.isascii() and text.isdigit() and (int(text) == 0 or 8 <= int(text) <= 1000):
        return int(text)
    raise argparse.ArgumentTypeError(_("{text} is no number from 8 to 1000, and not 0").format(text=text))


def tables_parser() -> argparse.ArgumentParser:
    parser = base_parser("reader tables", _("List ranking tables; with an ID, print them."))
    parser.add_argument(
        "paths", nargs="*", metavar="[ID] PATH", help=_("an article's id, then files, folders, globs or -")
    )
    parser.add_argument(
        "--sort",
        metavar="COLUMN",
        action=Sort,
        default=[],
        help=_(
            "sort by this column; `score` finds the score column; given again: rows that are equal so far, by this one"
        ),
    )
    parser.add_argument(
        "--desc",
        dest="sort",
        action=Descending,
        nargs=0,
        help=_("from the highest down: the column of the --sort before"),
    )
    parser.add_argument(
        "--where",
        metavar="CONDITION",
        action="append",
        default=[],
        help=_(
            "only rows that fulfil it: 结案率<90, 单位~公司 (holds the text), also <= > >= = != ! (lacks the text); "
            "given again: all must hold"
        ),
    )
    parser.add_argument(
        "--columns",
        metavar="COLUMNS",
        action="append",
        default=[],
        help=_("show these columns in this order, parted by commas: part of a name, or #3 for the third"),
    )
    parser.add_argument("--format", choices=FORMS, default=FORMS[0], help=_("how to print (default: table)"))
    parser.add_argument(
        "--values", action="store_true", help=_("figures as numbers: 93.29%% as 93.29, 5.6万 as 56000, 第十二名 as 12")
    )
    parser.add_argument(
        "--bom", action="store_true", help=_("for --format csv: begin with a byte order mark, for Excel")
    )
    return parser


def standings_parser() -> argparse.ArgumentParser:
    parser = base_parser("reader standings", _("Say where a name stands in every ranking table, newest first."))
    parser.add_argument("name", metavar="NAME", help=_("a name or a part of one, such as 小店区"))
    add_paths(parser)
    parser.add_argument(
        "--format", choices=["table", "jsonl"], default="table", help=_("how to print (default: table)")
    )
    return parser


def check_parser() -> argparse.ArgumentParser:
    parser = base_parser(
        "reader check",
        _("Recompute what can be recomputed, and print what disagrees, with the arithmetic. Nothing is corrected."),
        _(
            "certain:   figures of the page contradict each other\n"
            "doubtful:  they do not agree, but something that is not printed may explain it\n\n"
            "exit codes: 0 nothing certain was found, 1 something was, 2 wrong usage,\n"
            "3 nothing certain was found, but some source could not be opened"
        ),
    )
    parser.add_argument(
        "--format", choices=["text", "jsonl"], default="text", help=_("how to print; jsonl: one finding a line")
    )
    add_paths(parser)
    return parser


def doctor_parser() -> argparse.ArgumentParser:
    return base_parser("reader doctor", _("Say what the program runs on, and what it makes do without."))
