"""Commands as Textual bindings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding

from reader.commands import COMMANDS, commands_of

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.screen import Screen

    from reader.commands import Command, Scope

_BY_ID = {command.id: command for command in COMMANDS}


def bindings_of(scope: Scope) -> list[BindingType]:
    """The bindings of a scope's commands; a binding has the id of its command."""
    return [
        Binding(",".join(command.keys), command.id, command.title, id=command.id, show=bool(command.footer))
        for command in commands_of(scope)
    ]


def live_keys(screen: Screen[object]) -> list[tuple[Command, list[str]]]:
    """The commands that can be given on a screen right now, with the keys that reach them."""
    keys: dict[str, list[str]] = {}
    for key, active in screen.active_bindings.items():
        if active.enabled and active.binding.id in _BY_ID:
            keys.setdefault(active.binding.id, []).append(key)
    return [(command, keys[command.id]) for command in COMMANDS if command.id in keys]
