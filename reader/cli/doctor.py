"""What the program runs on, and what it makes do without: for a person, and for a report to its makers."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from importlib import metadata
from pathlib import Path

from reader import __version__
from reader.annotate import tagger
from reader.cli.exits import Exit
from reader.folders import cache_folder, state_folder
from reader.gate import visible
from reader.i18n import N_, _, language
from reader.privatefiles import check_private
from reader.report import described
from reader.resources import seeds, themes_dir
from reader.settings import read_settings, settings_file

_PACKAGES = ("textual", "rich", "jieba", "numpy", "charset-normalizer")


Finding = tuple[str, str]


def doctor(more: Callable[[], Iterable[Finding]]) -> int:
    """Print one line for each thing found, and for `more`.

    Exit code 0 also where something is missing: the program runs without it. What cannot be found out is said to be so;
    this is what people turn to when all else is broken.
    """
    for name, find in (*_FINDERS, ("reader", more)):
        try:
            for what, said in find():
                sys.stdout.write(f"{what}: {visible(said, keep='')}\n")
        except Exception as error:  # Whatever is broken, the rest is told.
            said = _("cannot be found out: {error}").format(error=described(error))
            sys.stdout.write(f"{_(name)}: {visible(said, keep='')}\n")
    return Exit.OK


def _versions() -> Iterator[Finding]:
    yield "reader", __version__
    yield "Python", f"{platform.python_version()} · {platform.platform()}"
    for package in _PACKAGES:
        try:
            yield package, metadata.version(package)
        except metadata.PackageNotFoundError:
            yield package, _("not installed")


def _names() -> Iterator[Finding]:
    missing = tagger.missing()
    if missing is None:
        yield _("names"), _("found by lac_small, the better tagger")
    else:
        reason = _("found by jieba's dictionary, less well: {reason}").format(reason=missing)
        yield _("names"), reason


def _terminal() -> Iterator[Finding]:
    size = shutil.get_terminal_size()
    yield _("terminal"), f"{os.environ.get('TERM', '–')} · {size.columns}×{size.lines}"
    refused = " · NO_COLOR" if os.environ.get("NO_COLOR") else ""
    yield _("colours"), os.environ.get("COLORTERM", "–") + refused
    yield _("language"), language()


def _package() -> Iterator[Finding]:
    yield _("themes"), str(themes_dir())
    yield _("seed pages"), str(seeds()[0].parent)


def _folders() -> Iterator[Finding]:
    yield _("settings file"), f"{settings_file()} · {_state_of_file(settings_file())}"
    for name, folder in ((_("cache"), cache_folder()), (_("searches"), state_folder())):
        yield name, f"{folder} · {_state_of_folder(folder)}"


def _state_of_file(path: Path) -> str:
    try:
        path.stat()
    except FileNotFoundError:
        return _("not there")
    except OSError as error:
        return error.strerror or str(error)
    return _("readable") if os.access(path, os.R_OK) else _("not readable")


def _state_of_folder(folder: Path) -> str:
    """Whether the reader can write there, or could make it."""
    try:
        check_private(folder)
    except FileNotFoundError:
        above = next(one for one in folder.parents if one.exists())
        return _("not there yet") if os.access(above, os.W_OK) else _("not there, and cannot be made")
    except OSError as error:
        return _("not used: {reason}").format(reason=error.strerror or error)
    return _("writable") if os.access(folder, os.W_OK | os.X_OK) else _("not writable")


def _settings() -> Iterator[Finding]:
    settings, _faults = read_settings(settings_file())
    for name, value in settings._asdict().items():
        yield _("setting {name}").format(name=name), "auto" if value is None else str(value)


_FINDERS: tuple[tuple[str, Callable[[], Iterable[Finding]]], ...] = (
    ("reader", _versions),
    (N_("names"), _names),
    (N_("terminal"), _terminal),
    (N_("themes"), _package),
    (N_("settings file"), _folders),
    (N_("settings"), _settings),
)
