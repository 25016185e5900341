"""What the program runs on, and what it makes do without: for a person, and for a report to its makers."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from importlib import metadata
from itertools import chain

from reader import __version__
from reader.annotate import tagger
from reader.cli.exits import Exit
from reader.gate import visible
from reader.i18n import _, language
from reader.resources import seeds, themes_dir

_PACKAGES = ("textual", "rich", "jieba", "numpy", "charset-normalizer")


def doctor(more: Callable[[], Iterable[tuple[str, str]]]) -> int:
    """Print one line for each thing found, and for `more`.

    Exit code 0 also where something is missing: the program runs without it.
    """
    for name, said in chain(_findings(), more()):
        sys.stdout.write(f"{name}: {visible(said)}\n")
    return Exit.OK


def _findings() -> Iterator[tuple[str, str]]:
    yield "reader", __version__
    yield "Python", f"{platform.python_version()} · {platform.platform()}"
    for package in _PACKAGES:
        try:
            yield package, metadata.version(package)
        except metadata.PackageNotFoundError:
            yield package, _("not installed")
    missing = tagger.missing()
    if missing is None:
        yield _("names"), _("found by lac_small, the better tagger")
    else:
        reason = _("found by jieba's dictionary, less well: {reason}").format(reason=missing)
        yield _("names"), reason
    size = shutil.get_terminal_size()
    yield _("terminal"), f"{os.environ.get('TERM', '–')} · {size.columns}×{size.lines}"
    yield _("colours"), os.environ.get("COLORTERM", "–")
    yield _("language"), language()
    yield _("themes"), str(themes_dir())
    yield _("seed pages"), str(seeds()[0].parent)
