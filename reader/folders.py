"""Where the program looks for what the user keeps (XDG Base Directory Specification 0.8)."""

from __future__ import annotations

import os
from pathlib import Path

FORMAT = "v1"
"""The folder of the cache in which this program keeps what it makes: another program has another."""

_NOWHERE = Path(os.sep, "nonexistent")


def config_folder() -> Path:
    """The folder of settings and of the user's own themes; it need not exist."""
    return _base("XDG_CONFIG_HOME", ".config") / "reader"


def cache_folder() -> Path:
    """The folder of what can be made again at any time; it need not exist."""
    return _base("XDG_CACHE_HOME", ".cache") / "reader"


def state_folder() -> Path:
    """The folder of what is kept between two readings: searches made and saved; it need not exist."""
    return _base("XDG_STATE_HOME", ".local/state") / "reader"


def _base(variable: str, default: str) -> Path:
    # "All paths must be absolute. If a relative path is encountered it should be considered invalid and ignored."
    named = Path(os.environ.get(variable, ""))
    return named if named.is_absolute() else _home() / default


def _home() -> Path:
    """The user's home; where there is none, a folder that is not there: the one the program was started in may have
    been made by anybody."""
    try:
        home = Path.home()
    except RuntimeError:
        return _NOWHERE
    return home if home.is_absolute() else _NOWHERE
