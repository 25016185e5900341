"""What a person can send to the makers of the program when it has failed: what failed and where, nothing of a page."""

from __future__ import annotations

import platform
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reader import __version__
from reader.gate import visible

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

_LONGEST = 120
_FIRST, _LAST = 3, 9
"""Frames that are told of a long way."""
_PACKAGE = Path(__file__).resolve().parent
_FOREIGN = 2
"""Parts of a path outside the package that are told: the folders before them may say whose machine it is."""


def report_of(error: BaseException, path: str = "") -> str:
    """Some lines: the program's version, the name of the file it failed on without its folders, the error, and where it
    happened. What is not ASCII in the error may be text of a page, and is left out."""
    lines = [f"reader {__version__} · Python {platform.python_version()} · {sys.platform}"]
    if path:
        lines.append(Path(path).name)
    lines += [described(error), *(f"  {frame}" for frame in _shortened(list(_frames(error.__traceback__))))]
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if cause is not None:
        lines += [
            f"after {described(cause)}",
            *(f"  {frame}" for frame in list(_frames(cause.__traceback__))[-_FIRST:]),
        ]
    return "\n".join(visible(line, keep="") for line in lines)


def described(error: BaseException) -> str:
    """An error and what it says, on one line, without text of a page."""
    try:
        said = " ".join(str(error).split())
    except Exception:  # It may be what failed.
        said = ""
    plain = "".join(char if char.isascii() else "·" for char in said)
    plain = plain if len(plain) <= _LONGEST else plain[:_LONGEST] + "…"
    return f"{type(error).__name__}: {plain}" if plain else type(error).__name__


def _frames(trace: TracebackType | None) -> Iterator[str]:
    while trace is not None:
        code = trace.tb_frame.f_code
        path = Path(code.co_filename)
        try:
            shown = Path(_PACKAGE.name, path.relative_to(_PACKAGE))
        except ValueError:
            shown = Path(*path.parts[-_FOREIGN:])
        yield f"{shown.as_posix()}:{trace.tb_lineno} {code.co_name}"
        trace = trace.tb_next


def _shortened(frames: list[str]) -> list[str]:
    left_out = len(frames) - _FIRST - _LAST
    return frames if left_out <= 1 else [*frames[:_FIRST], f"… {left_out} …", *frames[-_LAST:]]
