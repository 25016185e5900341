"""Arguments to actions. Nothing heavy is imported before it is known what to do."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from types import SimpleNamespace
from typing import TYPE_CHECKING

from reader import i18n
from reader.cli.exits import Exit
from reader.garbage import look_seldom
from reader.i18n import _

if TYPE_CHECKING:
    import argparse

    from reader.settings import Settings

App = Callable[[Sequence[str], str | None, "Settings", Sequence[str]], int]
"""Reads paths on the screen, in a language, with settings, saying what is wrong with them; returns the exit code."""
Findings = Callable[[], Iterable[tuple[str, str]]]
"""What the app knows of the terminal, for `reader doctor`: names and what was found."""
COMMANDS = ("export", "show", "tables", "standings", "check", "search", "names", "cache", "doctor")
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
        on_screen = options.action is None and app is not None and sys.stdout.isatty() and sys.stdin.isatty()
        settings, faults = _settings(aloud=not on_screen and options.action is not _run_doctor)
        if not on_screen:
            look_seldom()
        code: int
        if app is not None and on_screen:
            code = _read(options, app, settings, faults)
        elif options.action is None:
            from reader.cli.overview import overview

            code = overview(options.paths)
        else:
            code = options.action(options)
        sys.stdout.flush()
    except BrokenPipeError:
        # `reader | head`: who reads has had enough. Python would complain when it closes stdout at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.OK
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except Exception as error:  # What nobody foresaw is said in a form that can be sent.
        from reader.cli.output import say_report
        from reader.report import report_of

        say_report(report_of(error))
        return Exit.FAILED
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
        parser = _parser(arguments[first])
        parser.set_defaults(action=_ACTIONS[arguments[first]])
        return parser.parse_args([*arguments[:first], *arguments[first + 1 :]])
    parser = _parser("reader")
    parser.set_defaults(action=None)
    return parser.parse_args(arguments)


def _parser(command: str) -> argparse.ArgumentParser:
    """The parser of a command, or of `reader` itself."""
    # None is needed before the first screen.
    from reader.cli import archiveparsers, parsers

    module = archiveparsers if command in ("search", "names", "cache") else parsers
    made: argparse.ArgumentParser = getattr(module, f"{command}_parser")()
    return made


def _only_paths(paths: Sequence[str]) -> SimpleNamespace:
    """What the parser makes of paths without an option, and mostly there is none: the parser need not be loaded
    before the first screen."""
    return SimpleNamespace(paths=list(paths), action=None, lang=None, ambiguous_width=None, theme=None)


def _is_word(arguments: Sequence[str], at: int) -> bool:
    return not arguments[at].startswith("--") and (at == 0 or arguments[at - 1] not in _WITH_VALUE)


def _settings(*, aloud: bool) -> tuple[Settings, list[str]]:
    """The user's, their limits in use from now on; commands say themselves what is wrong with them."""
    from reader.limits import use
    from reader.settings import read_settings, settings_file

    settings, faults = read_settings(settings_file())
    use(settings.limits)
    if aloud and faults:
        from reader.cli.output import say

        for fault in faults:
            say(fault)
    return settings, faults


def _read(options: argparse.Namespace | SimpleNamespace, app: App, settings: Settings, faults: Sequence[str]) -> int:
    # Nobody else needs what this imports.
    from reader.settings import AUTO

    if options.ambiguous_width:
        cells = None if options.ambiguous_width == AUTO else int(options.ambiguous_width)
        settings = settings._replace(ambiguous_width=cells)
    if options.theme:
        settings = settings._replace(theme=options.theme)
    return app(options.paths, options.lang, settings, faults)


def _run_export(options: argparse.Namespace) -> int:
    from reader.cli.export import export

    return export(options.paths, marks=not options.no_marks)


def _run_show(options: argparse.Namespace) -> int:
    from reader.cli.show import Setting, show, show_all

    setting = Setting(options.width, plain=options.plain, printed=options.printed)
    if options.all:
        return show_all(options.paths, setting)
    if not options.paths:
        _parser("show").error(_("an article's id is needed, or --all"))
    return show(options.paths[0], options.paths[1:], setting)


def _run_tables(options: argparse.Namespace) -> int:
    if any(name is None for name, _down in options.sort):
        _parser("tables").error(_("--desc needs a --sort"))
    if any(not names.strip(" ,，") for names in options.columns):
        _parser("tables").error(_("--columns needs the name of a column"))
    if options.bom and options.format != "csv":
        _parser("tables").error(_("--bom is for --format csv"))
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


def _run_search(options: argparse.Namespace) -> int:
    from reader.cli.search import Wish, search

    wish = Wish(options.order, options.limit, options.context, counted=options.count, form=options.format)
    return search(options.query, options.paths, wish)


def _run_names(options: argparse.Namespace) -> int:
    from reader.cli.names import names

    return names(options.paths, options.type, form=options.format, limit=options.limit, least=options.min)


def _run_cache(options: argparse.Namespace) -> int:
    from reader.cli.cache import clear_cache, show_cache

    return show_cache() if options.task == "info" else clear_cache()


_ACTIONS: dict[str, Callable[[argparse.Namespace], int]] = {
    "export": _run_export,
    "show": _run_show,
    "tables": _run_tables,
    "standings": _run_standings,
    "check": _run_check,
    "search": _run_search,
    "names": _run_names,
    "cache": _run_cache,
    "doctor": _run_doctor,
}
