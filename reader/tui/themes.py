"""Which themes there are, which one is shown first, and our themes as Textual has them."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from textual.theme import BUILTIN_THEMES
from textual.theme import Theme as TextualTheme

from reader.folders import config_folder
from reader.i18n import _
from reader.resources import themes_dir
from reader.settings import AUTO
from reader.theme import STYLED, WITHOUT_COLOUR, ThemeError, read_theme

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from reader.theme import Theme

DARK, LIGHT = "night", "paper"
"""The themes taken for a dark and a light terminal."""

_LIKE: dict[str, str] = {
    "quiet": "foreground-muted",
    "rule": "border-blurred",
    "cursor": "primary",
    "cursor-text": "background",
    "cursor-idle": "panel",
    "repair": "text-secondary",
    "hit": "warning-muted",
    "hit-text": "text-warning",
    "current-hit": "foreground",
    "current-hit-text": "background",
    "selection": "primary-muted",
    "selection-text": "text-primary",
    "figures": "text-warning",
    "dates": "text-accent",
    "persons": "foreground",
    "places": "foreground",
    "organisations": "foreground",
}
"""Our colours, and those of Textual's that stand for them in its own themes."""

_UNDERLINED = ("persons", "places", "organisations")
_CURSORS = ("block-cursor", "block-cursor-blurred", "input-cursor")
"""Textual's names for the cursor of a list, of a list without focus (as the palette's is) and of a text field."""


def load_themes(folder: Path) -> tuple[list[Theme], list[str]]:
    """The themes of a folder in the order of their names, and what is wrong with those that cannot be used."""
    themes, faults = [], []
    for path in sorted(folder.glob("*.toml")):
        try:
            themes.append(read_theme(path))
        except (ThemeError, OSError) as error:
            faults.append(str(error))
    return themes, faults


def all_themes() -> tuple[list[Theme], list[str]]:
    """The themes that come with the program and the user's own, and what is wrong with those that cannot be used.

    One of the user's stands in the place of a shipped one of the same name; the others follow.
    """
    shipped, faults = load_themes(themes_dir())
    own, own_faults = load_themes(config_folder() / "themes")
    by_name = {theme.name: theme for theme in (*shipped, *own)}
    return list(by_name.values()), faults + own_faults


def theme_at_once(wanted: str, is_dark: Callable[[], bool]) -> Theme | None:
    """The theme to begin with where one file tells it: it comes with the program, which calls the files of its themes
    after them, and the user has none. Six of them would hold up the first screen."""
    name = wanted if wanted != AUTO else DARK if is_dark() else LIGHT
    file = next((path for path in themes_dir().glob("*.toml") if path.stem == name), None)
    if file is None or any((config_folder() / "themes").glob("*.toml")):
        return None
    with suppress(ThemeError, OSError):
        theme = read_theme(file)
        return theme if theme.name == name else None
    return None


def first_theme(themes: Sequence[Theme], wanted: str, is_dark: Callable[[], bool]) -> tuple[str | None, list[str]]:
    """The name of the theme to begin with, None when there is none at all, and what is wrong with the one wanted.

    `wanted` is a name or `AUTO`; `is_dark` tells of the terminal, and is asked only where the name does not decide.
    """
    names = [theme.name for theme in themes]
    if wanted in names:
        return wanted, []
    faults = [_("There is no theme {name}.").format(name=wanted)] if wanted != AUTO else []
    dark = is_dark()
    usual = DARK if dark else LIGHT
    alike = (theme.name for theme in themes if theme.dark is dark)
    return usual if usual in names else next(alike, next(iter(names), None)), faults


def variables_for(theme: TextualTheme) -> dict[str, str]:
    """Our variables for one of Textual's own themes, which does not know them.

    Their values are looked up here, because a variable whose value names another one is not read.
    """
    theirs = theme.to_color_system().generate()
    styles = {**dict.fromkeys(_LIKE, "none"), **STYLED, **dict.fromkeys(_UNDERLINED, "underline")}
    colours = {ours: theirs[name] for ours, name in _LIKE.items()}
    return colours | {f"{ours}-style": style for ours, style in styles.items()}


def textual_theme(theme: Theme, *, colourless: bool = False) -> TextualTheme:
    """A theme with our colours as style sheet variables: `$quiet`, `$cursor` …, `$figures`, `$figures-style` …

    `colourless`: colours will not be shown, and the text styles have to tell what they told.
    """
    colours = {name: _colour(value) for name, value in theme.colours.items()}
    styles = WITHOUT_COLOUR if colourless else theme.styles
    # What Textual's own style sheets need of a theme that leaves colours to the terminal.
    base = BUILTIN_THEMES["ansi-dark" if theme.dark else "ansi-light"].variables if theme.terminal else {}
    # On the way to an option list Textual 8.2 loses `reverse` (Widget.get_visual_style).
    option = "underline" if "reverse" in styles["cursor"] else styles["cursor"]
    variables = {
        **base,
        **{f"{cursor}-foreground": colours["cursor-text"] for cursor in _CURSORS},
        **{f"{cursor}-background": colours["cursor"] for cursor in _CURSORS},
        **dict.fromkeys(("block-cursor-text-style", "block-cursor-blurred-text-style"), option),
        "input-cursor-text-style": styles["cursor"],
        "scrollbar": colours["rule"],
        "scrollbar-background": colours["background"],
        **{f"{widget}-selection-background": colours["selection"] for widget in ("screen", "input")},
        **{f"{widget}-selection-foreground": colours["selection-text"] for widget in ("screen", "input")},
        **colours,
        # What is reversed lies over quiet text too, and part of it would be dim.
        **{f"{name}-style": f"not dim {one}" if "reverse" in one else one for name, one in styles.items()},
    }
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
