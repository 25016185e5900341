"""Themes: TOML files read into plain data, without a face to show them in.

A theme names the colours of the page, text styles that go with some of them and, for every class of mark, a colour and
a text style. Colours are `#rrggbb`; one with `terminal = true` may also use the terminal's own sixteen (`default`,
`bright_blue` …).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from reader.i18n import _
from reader.privatefiles import text_of

if TYPE_CHECKING:
    from pathlib import Path


class MarkClass(StrEnum):
    """What is told apart by colour or underline in an article."""

    FIGURES = "figures"
    DATES = "dates"
    PERSONS = "persons"
    PLACES = "places"
    ORGANISATIONS = "organisations"


COLOURS = (
    "background",
    "foreground",
    "quiet",
    "rule",
    "accent",
    "cursor",
    "cursor-text",
    "cursor-idle",
    "warning",
    "repair",
    "hit",
    "hit-text",
    "current-hit",
    "current-hit-text",
    "selection",
    "selection-text",
)
"""What a theme must colour. `quiet` is secondary text, `cursor-idle` the cursor of a pane without focus, `repair` text
put right by the program. `hit`, `current-hit` and `selection` are backgrounds: of all that a search has found, of the
one of them it stands on, and of selected text; `…-text` is the text on them."""

STYLED: Mapping[str, str] = {
    "quiet": "none",
    "cursor": "none",
    "cursor-idle": "none",
    "repair": "none",
    "hit": "none",
    "current-hit": "bold underline",
    "selection": "none",
}
"""The colours that a text style may go with, and the one that does unless the theme says otherwise."""

WITHOUT_COLOUR: Mapping[str, str] = {
    "quiet": "dim",
    "cursor": "reverse",
    "cursor-idle": "underline",
    "repair": "dim italic",
    "hit": "reverse",
    "current-hit": "bold underline reverse",
    "selection": "reverse",
}
"""The text styles that have to tell alone, where no colour is to be shown."""

STYLES = frozenset({"none", "bold", "dim", "italic", "underline", "reverse"})
_NAMES = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
TERMINAL_COLOURS = frozenset({"default", *_NAMES, *(f"bright_{name}" for name in _NAMES)})
_KEYS = ("name", "title", "dark", "terminal", "colours", "styles", "marks")
_HEX = re.compile(r"#[0-9a-fA-F]{6}")


class ThemeError(ValueError):
    """A theme file that cannot be used; `faults` says all that is wrong with it."""

    def __init__(self, source: str, faults: list[str]) -> None:
        super().__init__(f"{source}: " + "; ".join(faults))
        self.source = source
        self.faults = tuple(faults)


class MarkStyle(NamedTuple):
    """How one class of mark is drawn; `style` is one or more of `STYLES`, parted by blanks."""

    colour: str
    style: str = "none"


class Theme(NamedTuple):
    """One theme. `colours` has every name of `COLOURS`, `styles` every one of `STYLED`, `marks` every `MarkClass`."""

    name: str
    title: str
    dark: bool
    terminal: bool
    colours: Mapping[str, str]
    styles: Mapping[str, str]
    marks: Mapping[MarkClass, MarkStyle]


def read_theme(path: Path) -> Theme:
    """The theme in a TOML file. Raises `ThemeError`, or `OSError` when it cannot be read."""
    try:
        toml = text_of(path)
    except UnicodeDecodeError as error:
        raise ThemeError(str(path), [str(error)]) from error
    return parse_theme(toml, str(path))


def parse_theme(toml: str, source: str = "theme") -> Theme:
    """The theme written in `toml`. Raises `ThemeError` naming every unknown, missing or unusable key."""
    try:
        data = tomllib.loads(toml)
    except (ValueError, RecursionError) as error:
        # Beside what is no TOML, numbers of thousands of digits and brackets thousands deep.
        raise ThemeError(source, [str(error)]) from error
    faults = _unknown(data, _KEYS)
    name, title = data.get("name"), data.get("title")
    dark, terminal = data.get("dark"), data.get("terminal", False)
    if not isinstance(name, str) or not re.fullmatch(r"[a-z][a-z0-9-]*", name):
        faults.append(_("'name' must be a word of lower-case letters, digits and hyphens"))
    if not isinstance(title, str) or not title:
        faults.append(_("'title' must be a text"))
    if not isinstance(dark, bool) or not isinstance(terminal, bool):
        faults.append(_("'dark' and 'terminal' must be true or false"))
    tables = {key: data.get(key, {}) for key in ("colours", "styles", "marks")}
    for key in [key for key, table in tables.items() if not isinstance(table, dict)]:
        faults.append(_("{key!r} must be a table").format(key=key))
        tables[key] = {}
    colours = _colours(tables["colours"], terminal is True, faults)
    styles = _styles(tables["styles"], faults)
    marks = _marks(tables["marks"], terminal is True, faults)
    if faults:
        raise ThemeError(source, sorted(faults))
    return Theme(str(name), str(title), dark is True, terminal is True, colours, styles, marks)


def _colours(table: Mapping[str, object], terminal: bool, faults: list[str]) -> dict[str, str]:
    faults += _unknown(table, COLOURS, "colours.")
    faults += [_missing(f"colours.{key}") for key in COLOURS if key not in table]
    return {key: _colour(table[key], f"colours.{key}", terminal, faults) for key in COLOURS if key in table}


def _styles(table: Mapping[str, object], faults: list[str]) -> dict[str, str]:
    faults += _unknown(table, STYLED, "styles.")
    return {key: _style(table.get(key, usual), f"styles.{key}", faults) for key, usual in STYLED.items()}


def _marks(table: Mapping[str, object], terminal: bool, faults: list[str]) -> dict[MarkClass, MarkStyle]:
    faults += _unknown(table, set(MarkClass), "marks.")
    marks = {}
    for mark in MarkClass:
        entry = table.get(mark)
        if not isinstance(entry, dict) or "colour" not in entry:
            faults.append(_missing(f"marks.{mark}.colour"))
            continue
        faults += _unknown(entry, {"colour", "style"}, f"marks.{mark}.")
        colour = _colour(entry["colour"], f"marks.{mark}.colour", terminal, faults)
        marks[mark] = MarkStyle(colour, _style(entry.get("style", "none"), f"marks.{mark}.style", faults))
    return marks


def _colour(value: object, key: str, terminal: bool, faults: list[str]) -> str:
    if isinstance(value, str) and (_HEX.fullmatch(value) or (terminal and value in TERMINAL_COLOURS)):
        return value
    faults.append(_("{key!r} is no colour: {value!r}").format(key=key, value=value))
    return "#000000"


def _style(value: object, key: str, faults: list[str]) -> str:
    if isinstance(value, str) and value.split() and STYLES.issuperset(value.split()):
        return value
    faults.append(_("{key!r} must be made of {styles}").format(key=key, styles=", ".join(sorted(STYLES))))
    return "none"


def _unknown(table: Mapping[str, object], known: Collection[str], prefix: str = "") -> list[str]:
    return [_("unknown key {key!r}").format(key=f"{prefix}{key}") for key in table if key not in known]


def _missing(key: str) -> str:
    return _("missing key {key!r}").format(key=key)
