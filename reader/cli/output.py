"""The only writer to stdout and stderr."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from reader.gate import visible
from reader.i18n import _, ngettext
from reader.source import Problem

_MOST_REPORTS = 3


def write(text: str, end: str = "\n") -> None:
    """Text for a person: what a terminal would obey is shown as a mark."""
    sys.stdout.write(visible(text) + end)


def write_data(text: str, end: str = "\n") -> None:
    """Data whose format has already taken care of its characters."""
    sys.stdout.write(text + end)


def write_pieces(pieces: Iterable[str]) -> None:
    r"""A file, piece by piece, whose format has taken care of its characters; a terminal gets `\n` for `\r\n`, and a
    mark for a byte order mark."""
    is_terminal = sys.stdout.isatty()
    for piece in pieces:
        sys.stdout.write(visible(piece.replace("\r\n", "\n")) if is_terminal else piece)


def on_one_line(text: str) -> str:
    """A path, an id: a line end in it begins no line that looks like one of ours."""
    return visible(text, keep="")


def say(text: str) -> None:
    """A message to the user, on one line of stderr, whatever stands in it."""
    sys.stdout.flush()
    sys.stderr.write(on_one_line(text) + "\n")


def report(problems: Iterable[Problem]) -> bool:
    """Say what was wrong with which source; whether any could not be opened at all, or the program failed on it."""
    listed = list(problems)
    reports: set[str] = set()
    for problem in listed:
        say(f"{problem.path}: {problem.reason}")
        # Many pages may fail in the same way.
        happened = problem.report.replace(Path(problem.path).name, "")
        if happened and happened not in reports and len(reports) < _MOST_REPORTS:
            reports.add(happened)
            say_report(problem.report)
    lost = sum(not problem.opened and not problem.report for problem in listed)
    if lost:
        say(
            ngettext("{count} source could not be opened.", "{count} sources could not be opened.", lost).format(
                count=lost
            )
        )
    return lost > 0 or any(problem.report for problem in listed)


def say_report(report: str) -> None:
    """What can be sent to those who make the program, on stderr."""
    say(_("  This is a fault of the program. A report that can be sent to its makers:"))
    for line in report.splitlines():
        say(f"    {line}")


def unknown_article(wanted: str, candidates: Iterable[str]) -> None:
    near = list(candidates)
    if near:
        say(_("{id} is the beginning of several articles: {list}").format(id=wanted, list=", ".join(near[:8])))
    else:
        say(_("There is no article {id}; `reader | cat` lists them.").format(id=wanted))
