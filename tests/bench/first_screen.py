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


def first_screen() -> Pair:
    # Both start from compiled modules, as an installed program does.
    compileall.compile_dir(Path(reader.__file__).parent, quiet=2)
    env = environment()
    headline = next(open_corpus().articles).title[:_SHOWN]
    # -P, which the installed command implies: nothing is looked for in the working folder.
    ours = [sys.executable, "-P", "-c", "from reader.__main__ import main; main()"]
    return Pair(
        "first screen / Textual hello",
        lambda: seconds_until(headline, ours, env),
        lambda: seconds_until("hello", [sys.executable, str(HELLO)], env),
    )
