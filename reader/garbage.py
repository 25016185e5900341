"""How often Python looks for garbage in processes that parse: what is parsed holds no cycles, so that it finds none."""

from __future__ import annotations

import gc

_NEW = 50_000
"""Objects after which new ones are looked through; a page makes as many."""


def look_seldom() -> None:
    """Leave out what has been imported, which stays, and look through the rest seldom. A tenth of the parse, a fifth on
    a page of 100,000 lines."""
    gc.freeze()
    gc.set_threshold(_NEW, 20, 100)
    gc.enable()
