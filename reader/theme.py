"""Themes: TOML files read into plain data, without a face to show them in.

A theme names the colours of the page and, for every class of mark, a colour and a text style. Colours are
`#rrggbb`; one with `terminal = true` may also use the terminal's own sixteen (`default`, `bright_blue` …).
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
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
)
"""What a theme must colour; `quiet` is secondary text, `cursor-idle` the cursor of a pane without focus."""

STYLES = frozenset({"none", "bold", "dim", "italic", "underline", "reverse"})
_NAMES = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
TERMINAL_COLOURS = frozenset({"default", *_NAMES, *(f"bright_{name}" for name in _NAMES)})
_HEX = re.compile(r"#[0-9a-fA-F]{6}")


class ThemeError(ValueError):
    """A theme file that cannot be used; `faults` says all that is wrong with it."""

    def __init__(self, source: str, faults: list[str]) -> None:
        super().__init__(f"{source}: " + "; ".join(faults))
        self.source = source
        self.faults = tuple(faults)


@dataclass(frozen=True, slots=True)
class MarkStyle:
    """How one class of mark is drawn; `style` is one or more of `STYLES`, parted by blanks."""

    colour: str
    style: str = "none"


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme. `colours` has every name of `COLOURS`, `marks` every `MarkClass`."""

    name: str
    title: str
    dark: bool
    terminal: bool
    colours: Mapping[str, str]
    marks: Mapping[MarkClass, MarkStyle]


def read_theme(path: Path) -> Theme:
    """The theme in a TOML file. Raises `ThemeError`, or `OSError` when it cannot be read."""
    return parse_theme(path.read_text("utf-8"), str(path))


def parse_theme(toml: str, source: str = "theme") -> Theme:
    """The theme written in `toml`. Raises `ThemeError` naming every unknown, missing or unusable key."""
    try:
        data = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise ThemeError(source, [str(error)]) from error
    faults = [f"unknown key {key!r}" for key in data.keys() - {"name", "title", "dark", "terminal", "colours", "marks"}]
    name, title = data.get("name"), data.get("title")
    dark, terminal = data.get("dark"), data.get("terminal", False)
    if not isinstance(name, str) or not re.fullmatch(r"[a-z][a-z0-9-]*", name):
        faults.append("'name' must be a word of lower-case letters, digits and hyphens")
    if not isinstance(title, str) or not title:
        faults.append("'title' must be a text")
    if not isinstance(dark, bool) or not isinstance(terminal, bool):
        faults.append("'dark' and 'terminal' must be true or false")
    colours = _colours(data.get("colours"), terminal is True, faults)
    marks = _marks(data.get("marks"), terminal is True, faults)
    if faults:
        raise ThemeError(source, sorted(faults))
    return Theme(str(name), str(title), dark is True, terminal is True, colours, marks)


def _colours(table: object, terminal: bool, faults: list[str]) -> dict[str, str]:
    if not isinstance(table, dict):
        faults.append("'colours' must be a table")
        return {}
    faults += [f"unknown key 'colours.{key}'" for key in table.keys() - set(COLOURS)]
    faults += [f"missing key 'colours.{key}'" for key in set(COLOURS) - table.keys()]
    return {key: _colour(table[key], f"colours.{key}", terminal, faults) for key in COLOURS if key in table}


def _marks(table: object, terminal: bool, faults: list[str]) -> dict[MarkClass, MarkStyle]:
    if not isinstance(table, dict):
        faults.append("'marks' must be a table")
        return {}
    faults += [f"unknown key 'marks.{key}'" for key in table.keys() - set(MarkClass)]
    marks = {}
    for mark in MarkClass:
        entry = table.get(mark)
        if not isinstance(entry, dict) or "colour" not in entry:
            faults.append(f"missing key 'marks.{mark}.colour'")
            continue
        faults += [f"unknown key 'marks.{mark}.{key}'" for key in entry.keys() - {"colour", "style"}]
        style = entry.get("style", "none")
        if not isinstance(style, str) or not style.split() or not STYLES.issuperset(style.split()):
            faults.append(f"'marks.{mark}.style' must be made of {', '.join(sorted(STYLES))}")
        marks[mark] = MarkStyle(_colour(entry["colour"], f"marks.{mark}.colour", terminal, faults), str(style))
    return marks


def _colour(value: object, key: str, terminal: bool, faults: list[str]) -> str:
    if isinstance(value, str) and (_HEX.fullmatch(value) or (terminal and value in TERMINAL_COLOURS)):
        return value
    faults.append(f"{key!r} is no colour: {value!r}")
    return "#000000"


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two `#rrggbb` colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    high, low = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
