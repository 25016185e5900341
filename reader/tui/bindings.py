"""Commands as Textual bindings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding

from reader.commands import COMMANDS, commands_of

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.screen import Screen

    from reader.commands import Command, Scope


def bindings_of(*scopes: Scope) -> list[BindingType]:
    """The bindings of the commands of some scopes; a binding has the id of its command."""
    return [
        Binding(",".join(command.keys), command.id, command.title, id=command.id, show=bool(command.footer))
        for command in dict.fromkeys(command for scope in scopes for command in commands_of(scope))
    ]


def live_keys(screen: Screen[object]) -> list[tuple[Command, list[str]]]:
    """The commands that can be given on a screen right now, with the keys that reach them."""
    live: dict[str, set[str]] = {}
    for key, active in screen.active_bindings.items():
        if active.enabled and active.binding.id:
            live.setdefault(active.binding.id, set()).add(key)
    found = []
    for command in COMMANDS:
        keys = [key for key in command.keys if _textual_key(key) in live.get(command.id, ())]
        if keys:
            found.append((command, keys))
    return found


def _textual_key(key: str) -> str:
    """Textual's name of a key: `question_mark` for `?`."""
    return next(iter(Binding.make_bindings([Binding(key, "")]))).key
