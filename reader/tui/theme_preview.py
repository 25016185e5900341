"""A theme is tried on while the command palette points at it: Esc takes it off again, Enter keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App
from textual.screen import SystemModalScreen

if TYPE_CHECKING:
    from textual.command import CommandPalette


class ThemeChoice:
    """What the palette does for a theme."""

    def __init__(self, app: App[None], name: str) -> None:
        self.app, self.name = app, name

    def __call__(self) -> None:
        self.app.theme = self.name


class ThemePreview(App[None]):
    """Hears what Textual's palette says of itself; a command that is a `ThemeChoice` is shown before it is given."""

    _theme_before: str | None = None
    """The theme to go back to; None when no palette is open, for its last messages may come after its end."""

    def refresh_css(self, animate: bool = True) -> None:
        if not self.screen_stack:
            # All style sheets are read when the first screen comes; a theme set before needs no reading of its own.
            self.stylesheet.set_variables(self.get_css_variables())
            return
        super().refresh_css(animate)
        # Textual 8.2 leaves out a system screen that lies on top, as the palette does.
        for screen in self.screen_stack[-1:]:
            if isinstance(screen, SystemModalScreen):
                self.stylesheet.update(screen, animate)

    def on_command_palette_opened(self) -> None:
        self._theme_before = self.theme

    def on_command_palette_option_highlighted(self, event: CommandPalette.OptionHighlighted) -> None:
        from textual.command import Command

        option = event.highlighted_event.option
        choice = option.hit.command if isinstance(option, Command) else None
        if self._theme_before is not None:
            self.theme = choice.name if isinstance(choice, ThemeChoice) else self._theme_before

    def on_command_palette_closed(self, event: CommandPalette.Closed) -> None:
        if self._theme_before is not None and not event.option_selected:
            self.theme = self._theme_before
        self._theme_before = None
