"""Our themes as Textual has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.theme import BUILTIN_THEMES
from textual.theme import Theme as TextualTheme

from reader.theme import ThemeError, read_theme

if TYPE_CHECKING:
    from pathlib import Path

    from reader.theme import Theme


def load_themes(folder: Path) -> tuple[list[Theme], list[str]]:
    """The themes of a folder in the order of their names, and what is wrong with those that cannot be used."""
    themes, faults = [], []
    for path in sorted(folder.glob("*.toml")):
        try:
            themes.append(read_theme(path))
        except (ThemeError, OSError) as error:
            faults.append(str(error))
    return themes, faults


def textual_theme(theme: Theme) -> TextualTheme:
    """A theme with our colours as style sheet variables: `$quiet`, `$cursor` …, `$figures`, `$figures-style` …"""
    colours = {name: _colour(value) for name, value in theme.colours.items()}
    # What Textual's own style sheets need of a theme that leaves colours to the terminal.
    base = BUILTIN_THEMES["ansi-dark" if theme.dark else "ansi-light"].variables if theme.terminal else {}
    own = ("quiet", "rule", "cursor", "cursor-text", "cursor-idle")
    variables = {**base, **{name: colours[name] for name in own}}
    for mark, style in theme.marks.items():
        variables[mark.value] = _colour(style.colour)
        variables[f"{mark}-style"] = style.style
    return TextualTheme(
        name=theme.name,
        primary=colours["accent"],
        accent=colours["accent"],
        warning=colours["warning"],
        error=colours["warning"],
        foreground=colours["foreground"],
        background=colours["background"],
        surface=colours["background"],
        panel=colours["cursor-idle"],
        dark=theme.dark,
        ansi=theme.terminal,
        variables=variables,
    )


def _colour(value: str) -> str:
    return value if value.startswith("#") else f"ansi_{value}"
