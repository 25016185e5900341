"""The last line of a screen: the commands that work here, and what the program has to say."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from reader.commands import Scope, commands_of, key_label
from reader.i18n import _
from reader.typeset.fit import fit
from reader.typeset.width import cell_width

_NODES = {Scope.APP: "app", Scope.ARTICLE: "focused", Scope.SELECT: "focused"}
"""Who carries out the commands of a scope, if not the screen."""


class CommandBar(Widget):
    """Footer made from the commands of a scope; a notice, when there is one, stands at its right edge."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"bar--key", "bar--title", "bar--notice"}

    def __init__(self, scope: Scope) -> None:
        super().__init__()
        self._scopes: tuple[Scope, ...] = (scope,)
        self._notice = ""
        self._kept = ""
        self.is_asking = False
        """It is being painted, and asks what can be done: nobody wants to do it."""

    @property
    def notice(self) -> str:
        return self._notice

    def serve(self, *scopes: Scope) -> None:
        """Show the commands of other scopes."""
        self._scopes = scopes
        self.refresh()

    def keep(self, notice: str) -> None:
        """Show a notice while there is no other; an empty one clears it."""
        if notice != self._kept:
            self._kept = notice
            self.refresh()

    def say(self, notice: str) -> None:
        """Show a notice until the next one; an empty one clears it."""
        if notice != self._notice:
            self._notice = notice
            self.refresh()

    def render_line(self, y: int) -> Strip:
        title = self.get_component_rich_style("bar--title")
        width = self.size.width
        if y:
            return Strip.blank(width, title)
        notice = fit(self._notice or self._kept, width - 2)
        room = width - (cell_width(notice) + 2 if notice else 0)
        self.is_asking = True
        segments = self._commands(room)
        self.is_asking = False
        used = sum(cell_width(segment.text) for segment in segments)
        segments.append(Segment(" " * (room - used), title))
        if notice:
            segments.append(Segment(f" {notice} ", self.get_component_rich_style("bar--notice")))
        return Strip(segments).crop_extend(0, width, title)

    def _commands(self, room: int) -> list[Segment]:
        """As many commands as fit, whole, each of them open to the mouse."""
        key_style, title_style = (self.get_component_rich_style(f"bar--{part}") for part in ("key", "title"))
        segments: list[Segment] = []
        for scope in (*self._scopes, Scope.APP):
            node = _NODES.get(scope, "screen")
            for command in commands_of(scope):
                # What is said for the article is not said again for the screen, nor where another pane has the focus.
                elsewhere = scope is Scope.MAIN and Scope.ARTICLE in command.scopes
                if not command.footer or elsewhere or not self._possible(node, command.id):
                    continue
                wanted = next(filter(self._reaches, command.keys), None)
                if wanted is None:
                    continue
                key, title = f" {key_label(wanted)}", f" {_(command.footer)} "
                room -= cell_width(key + title)
                if room < 0:
                    return segments
                click = Style.from_meta({"@click": f"{node}.{command.id}"})
                segments += [Segment(key, key_style + click), Segment(title, title_style + click)]
        return segments

    def _possible(self, node: str, action: str) -> bool:
        owner = {"screen": self.screen, "app": self.app, "focused": self.screen.focused}[node]
        return owner is not None and owner.check_action(action, ()) is True

    def _reaches(self, key: str) -> bool:
        """Whether a key gives its command, and is not typed into a line."""
        focused = self.screen.focused
        return focused is None or not focused.check_consume_key(key, key if len(key) == 1 else None)
