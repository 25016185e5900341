"""What the user sets in `config.toml` of the config folder (see `reader.folders`).

    theme = "auto"             # a theme's name, or auto: light or dark as the terminal is
    ambiguous_width = "auto"   # 1 or 2 cells for “ ” … — ·, or auto: the terminal is asked
    measure = 60               # cells of a row of text
    largest_file = 4           # MB, and of a table:
    largest_table = 200000     # cells
    names_within = 200000      # characters of a page (see `reader.limits`)

A setting that cannot be used is left at its default, and what is wrong with it is said.
"""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, NamedTuple

from reader.folders import config_folder
from reader.i18n import _
from reader.limits import DEFAULT, Limits
from reader.privatefiles import text_of

if TYPE_CHECKING:
    from pathlib import Path

AUTO = "auto"
MEASURES = range(16, 161)
"""Cells a row of text may be set to."""


class Settings(NamedTuple):
    theme: str = AUTO
    """A theme's name, or `AUTO`."""
    ambiguous_width: int | None = None
    """Cells of a character whose width is ambiguous (UAX #11), 1 or 2; None: the terminal is asked."""
    measure: int = 60
    """Cells of a full row of text, one of `MEASURES`."""
    largest_file: int = DEFAULT.largest_file
    largest_table: int = DEFAULT.largest_table
    names_within: int = DEFAULT.names_within

    @property
    def limits(self) -> Limits:
        return Limits(self.largest_file, self.largest_table, self.names_within)


def settings_file() -> Path:
    return config_folder() / "config.toml"


def read_settings(path: Path) -> tuple[Settings, list[str]]:
    """The settings in a file, and what is wrong with it. A file that does not exist sets nothing."""
    try:
        data = tomllib.loads(text_of(path))
    except (FileNotFoundError, NotADirectoryError):
        return Settings(), []
    except (OSError, ValueError, RecursionError) as error:
        # Beside what is no TOML, numbers of thousands of digits and brackets thousands deep.
        return Settings(), [f"{path}: {error}"]
    settings, faults = Settings(), []
    for key, value in data.items():
        used = _with(settings, key, value)
        if used is None:
            known = key in Settings._fields
            template = _("{path}: {key} cannot be {value!r}") if known else _("{path}: there is no setting {key}")
            faults.append(template.format(path=path, key=key, value=value))
        else:
            settings = used
    return settings, faults


def _with(settings: Settings, key: str, value: object) -> Settings | None:
    """The settings with one of them set; None when there is no such setting or it cannot be that."""
    if key == "theme" and isinstance(value, str) and value:
        return settings._replace(theme=value)
    if key == "ambiguous_width" and (value == AUTO or value in (1, 2)) and not isinstance(value, (bool, float)):
        return settings._replace(ambiguous_width=value if isinstance(value, int) else None)
    if key == "measure" and isinstance(value, int) and not isinstance(value, bool) and value in MEASURES:
        return settings._replace(measure=value)
    if key in Limits._fields and isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return Settings(**{**settings._asdict(), key: value})
    return None
