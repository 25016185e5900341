"""An app that is shown in our themes: the first one, the next one, every one in the palette, and none in colour."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from textual.app import SystemCommand
from textual.filter import Monochrome, NoColor

from reader.i18n import _
from reader.tui.theme_preview import ThemeChoice, ThemePreview
from reader.tui.themes import all_themes, first_theme, textual_theme, theme_at_once, variables_for
from reader.tui.titles import listed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import PurePath

    from textual.filter import LineFilter

    from reader.theme import Theme


def colour_is_refused() -> bool:
    """Whether NO_COLOR is "present and not an empty string (regardless of its value)" (no-color.org)."""
    return bool(os.environ.get("NO_COLOR"))


class ThemedApp(ThemePreview):
    """`theme_faults` is what is wrong with theme files and with the theme that was asked for, as far as they have been
    read: all of them are once the first screen is painted."""

    _chosen = False
    """Whether it is known in which theme the app is shown first."""

    def __init__(self, css_path: list[str | PurePath], wanted: str, is_dark: Callable[[], bool]) -> None:
        super().__init__(css_path=css_path)
        self.no_color = colour_is_refused()
        self.theme_faults: list[str] = []
        self._themes: list[Theme] | None = None
        self._at_once = theme_at_once(wanted, is_dark)
        if self._at_once is not None:
            self._know(self._at_once)
            first: str | None = self._at_once.name
        else:
            first, wrong = first_theme(self.themes, wanted, is_dark)
            self.theme_faults += wrong
        self._chosen = True
        if first is not None:
            # Textual will ask for the variables of another theme than its own when it starts.
            self.theme = first
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    def _know(self, theme: Theme) -> None:
        self.register_theme(textual_theme(theme, colourless=self.no_color))

    @property
    def themes(self) -> list[Theme]:
        """All of ours. They are read when somebody first asks for them, and `theme_faults` are known."""
        if self._themes is None:
            self._themes, faults = all_themes()
            self.theme_faults += faults
            for theme in self._themes:
                if theme != self._at_once:
                    self._know(theme)
        return self._themes

    def get_css_variables(self) -> dict[str, str]:
        # Textual asks while it is being built, for a theme that will not be shown.
        return super().get_css_variables() if self._chosen else {}

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return variables_for(self.current_theme)

    def get_line_filters(self) -> Sequence[LineFilter]:
        # Textual 8.2 makes greys of colours, which are colours too, and does so for an empty NO_COLOR as well.
        if self.no_color:
            return [_NO_COLOUR]
        return [one for one in super().get_line_filters() if not isinstance(one, Monochrome | NoColor)]

    def theme_commands(self) -> Iterator[SystemCommand]:
        """Every theme, for the palette."""
        for theme in self.themes:
            title = _("Theme: {title}").format(title=listed(_(theme.title)))
            yield SystemCommand(title, _("Change the colours"), ThemeChoice(self, theme.name))

    def action_next_theme(self) -> None:
        names = [theme.name for theme in self.themes]
        if names:
            position = names.index(self.theme) + 1 if self.theme in names else 0
            self.theme = names[position % len(names)]


_NO_COLOUR = NoColor()
