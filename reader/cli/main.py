"""Arguments to actions. Nothing heavy is imported before it is known what to do."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from types import SimpleNamespace
from typing import TYPE_CHECKING

from reader import __version__, i18n
from reader.cli.exits import Exit
from reader.i18n import _

if TYPE_CHECKING:
    import argparse

    from reader.settings import Settings

App = Callable[[Sequence[str], str | None, "Settings", Sequence[str]], int]
"""Reads paths on the screen, in a language, with settings, saying what is wrong with them; returns the exit code."""
Findings = Callable[[], Iterable[tuple[str, str]]]
"""What the app knows of the terminal, for `reader doctor`: names and what was found."""
COMMANDS = ("export", "show", "tables", "standings", "check", "doctor")
_FORMS = ("table", "csv", "tsv", "json", "markdown", "md", "html")
_WITH_VALUE = ("--lang", "--ambiguous-width", "--theme")


def main(argv: Sequence[str] | None = None, app: App | None = None, findings: Findings = tuple) -> int:
    """Run the program and return its exit code. `app` reads paths on the screen; without one they are listed as
    text."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    i18n.use(_language(arguments))
    for stream in (sys.stdout, sys.stderr):
        # Chinese text goes out as UTF-8 whatever the locale says; what UTF-8 cannot hold is replaced, not a traceback.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    options = _parse(arguments)
    options.findings = findings
    try:
        code: int = _open(options, app) if options.action is None else options.action(options)
        sys.stdout.flush()
    except BrokenPipeError:
        # `reader | head`: who reads has had enough. Python would complain when it closes stdout at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.OK
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    return code


def _language(arguments: Sequence[str]) -> str | None:
    """--lang decides in which language the parser itself speaks, so it is looked up before there is one."""
    for at, argument in enumerate(arguments):
        if argument == "--lang" and at + 1 < len(arguments):
            return arguments[at + 1]
        if argument.startswith("--lang="):
            return argument.partition("=")[2]
    return None


def _parse(arguments: Sequence[str]) -> argparse.Namespace | SimpleNamespace:
    """The first word decides: a command's name or a path. A file called `show` is opened as `./show`."""
    if not {*arguments[:1]} & {*COMMANDS} and not any(word.startswith("-") for word in arguments):
        return _only_paths(arguments)
    first = next((at for at, word in enumerate(arguments) if _is_word(arguments, at)), None)
    if first is not None and arguments[first] in COMMANDS:
        parser = _PARSERS[arguments[first]]()
        return parser.parse_args([*arguments[:first], *arguments[first + 1 :]])
    return _reader_parser().parse_args(arguments)


def _only_paths(paths: Sequence[str]) -> SimpleNamespace:
    """What `_reader_parser` makes of paths without an option, and mostly there is none: the parser need not be loaded
    before the first screen."""
    return SimpleNamespace(paths=list(paths), action=None, lang=None, ambiguous_width=None, theme=None)


def _is_word(arguments: Sequence[str], at: int) -> bool:
    return not arguments[at].startswith("--") and (at == 0 or arguments[at - 1] not in _WITH_VALUE)


def _parser(prog: str, description: str, epilog: str | None = None) -> argparse.ArgumentParser:
    import argparse

    parser = argparse.ArgumentParser(
        prog=prog,
        description=description,
        epilog=epilog,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--lang", metavar="LANG", help=_("language of the interface: en or zh_CN (default: the locale's)")
    )
    return parser


def _add_paths(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help=_("files, folders, globs, or - for standard input (default: the seed pages)"),
    )


def _reader_parser() -> argparse.ArgumentParser:
    parser = _parser(
        "reader",
        _("Read Chinese newspaper pages in the terminal."),
        _(
            "commands:\n"
            "  reader export      write pages as JSON lines\n"
            "  reader show        print articles, set in rows\n"
            "  reader tables      list, print and sort ranking tables\n"
            "  reader standings   say where a name stands in them\n"
            "  reader check       recompute figures and flag what disagrees\n"
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
    _add_paths(parser)
    parser.set_defaults(action=None)
    return parser


def _export_parser() -> argparse.ArgumentParser:
    parser = _parser("reader export", _("Write what was found on each page, one page a line."))
    parser.add_argument("--format", choices=["jsonl"], default="jsonl", help=_("JSON lines (the default)"))
    parser.add_argument("--no-marks", action="store_true", help=_("leave out numbers and names, which take longest"))
    _add_paths(parser)
    parser.set_defaults(action=_run_export)
    return parser


def _show_parser() -> argparse.ArgumentParser:
    parser = _parser("reader show", _("Print one article, or all of them, set in rows."))
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
    parser.set_defaults(action=_run_show)
    return parser


def _cells(text: str) -> int:
    """A number of cells: 0, or from 8 to a screen nobody has."""
    if text.isascii() and text.isdigit() and (int(text) == 0 or 8 <= int(text) <= 1000):
        return int(text)
    from argparse import ArgumentTypeError

    raise ArgumentTypeError(_("{text} is no number from 8 to 1000, and not 0").format(text=text))


def _tables_parser() -> argparse.ArgumentParser:
    from reader.cli.sortoptions import Descending, Sort

    parser = _parser("reader tables", _("List ranking tables; with an ID, print them."))
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
    parser.add_argument("--format", choices=_FORMS, default=_FORMS[0], help=_("how to print (default: table)"))
    parser.add_argument(
        "--values", action="store_true", help=_("figures as numbers: 93.29%% as 93.29, 5.6万 as 56000, 第十二名 as 12")
    )
    parser.add_argument(
        "--bom", action="store_true", help=_("for --format csv: begin with a byte order mark, for Excel")
    )
    parser.set_defaults(action=_run_tables)
    return parser


def _standings_parser() -> argparse.ArgumentParser:
    parser = _parser("reader standings", _("Say where a name stands in every ranking table, newest first."))
    parser.add_argument("name", metavar="NAME", help=_("a name or a part of one, such as 小店区"))
    _add_paths(parser)
    parser.add_argument(
        "--format", choices=["table", "jsonl"], default="table", help=_("how to print (default: table)")
    )
    parser.set_defaults(action=_run_standings)
    return parser


def _check_parser() -> argparse.ArgumentParser:
    parser = _parser(
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
    _add_paths(parser)
    parser.set_defaults(action=_run_check)
    return parser


def _doctor_parser() -> argparse.ArgumentParser:
    parser = _parser("reader doctor", _("Say what the program runs on, and what it makes do without."))
    parser.set_defaults(action=_run_doctor)
    return parser


_PARSERS: dict[str, Callable[[], argparse.ArgumentParser]] = {
    "export": _export_parser,
    "show": _show_parser,
    "tables": _tables_parser,
    "standings": _standings_parser,
    "check": _check_parser,
    "doctor": _doctor_parser,
}


def _open(options: argparse.Namespace | SimpleNamespace, app: App | None) -> int:
    if app is not None and sys.stdout.isatty() and sys.stdin.isatty():
        # Nobody else needs what this imports.
        from reader.settings import AUTO, read_settings, settings_file

        settings, faults = read_settings(settings_file())
        if options.ambiguous_width:
            cells = None if options.ambiguous_width == AUTO else int(options.ambiguous_width)
            settings = settings._replace(ambiguous_width=cells)
        if options.theme:
            settings = settings._replace(theme=options.theme)
        return app(options.paths, options.lang, settings, faults)
    from reader.cli.overview import overview

    return overview(options.paths)


def _run_export(options: argparse.Namespace) -> int:
    from reader.cli.export import export

    return export(options.paths, marks=not options.no_marks)


def _run_show(options: argparse.Namespace) -> int:
    from reader.cli.show import Setting, show, show_all

    setting = Setting(options.width, plain=options.plain, printed=options.printed)
    if options.all:
        return show_all(options.paths, setting)
    if not options.paths:
        _show_parser().error(_("an article's id is needed, or --all"))
    return show(options.paths[0], options.paths[1:], setting)


def _run_tables(options: argparse.Namespace) -> int:
    if any(name is None for name, _down in options.sort):
        _tables_parser().error(_("--desc needs a --sort"))
    if any(not names.strip(" ,，") for names in options.columns):
        _tables_parser().error(_("--columns needs the name of a column"))
    if options.bom and options.format != "csv":
        _tables_parser().error(_("--bom is for --format csv"))
    from reader.cli.tables import tables
    from reader.cli.wanted import Wanted

    wanted = Wanted(options.sort, options.where, options.columns)
    form = "markdown" if options.format == "md" else options.format
    return tables(options.paths, wanted, form=form, values=options.values, bom=options.bom)


def _run_standings(options: argparse.Namespace) -> int:
    from reader.cli.standings import print_standings

    return print_standings(options.name, options.paths, form=options.format)


def _run_check(options: argparse.Namespace) -> int:
    from reader.cli.check import check

    return check(options.paths, form=options.format)


def _run_doctor(options: argparse.Namespace) -> int:
    from reader.cli.doctor import doctor

    return doctor(options.findings)
