"""From the start of `reader` to the seeds' first headline on the screen, against the least a Textual app can be."""

from __future__ import annotations

import compileall
import sys
from pathlib import Path

import reader
from reader.corpus import open_corpus

from .pairs import Pair
from .terminal import environment, seconds_until

HELLO = Path(__file__).with_name("hello.py")
_SHOWN = 8
"""Characters of the headline that are looked for: as many as the narrowest list shows in one piece."""


def compile_modules() -> None:
    """All start from compiled modules, as an installed program does."""
    compileall.compile_dir(Path(reader.__file__).parent, quiet=2)


def reader_command() -> list[str]:
    # -P, which the installed command implies: nothing is looked for in the working folder.
    return [sys.executable, "-P", "-c", "from reader.__main__ import main; main()"]


def first_screen() -> Pair:
    compile_modules()
    env = environment()
    headline = next(open_corpus().articles).title[:_SHOWN]
    ours = reader_command()
    return Pair(
        "first screen / Textual hello",
        lambda: seconds_until(headline, ours, env),
        lambda: seconds_until("hello", [sys.executable, str(HELLO)], env),
    )
