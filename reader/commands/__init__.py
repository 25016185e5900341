"""What a reader can do, declared once.

Keys, palette, footer, help and the README's table are made from `COMMANDS`. A command's `id` is the name of
the action that carries it out on every screen of its scopes.
"""

from __future__ import annotations

from reader.commands.declared import COMMANDS
from reader.commands.model import SCOPE_TITLES, SCREENS, Command, Scope
from reader.i18n import _

__all__ = ["COMMANDS", "SCOPE_TITLES", "Command", "Scope", "commands_of", "key_label", "markdown_table"]

_KEY_LABELS = {
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "enter": "Enter",
    "escape": "Esc",
    "space": "Space",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "shift+up": "Shift+↑",
    "shift+down": "Shift+↓",
    "shift+left": "Shift+←",
    "shift+right": "Shift+→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "f1": "F1",
    "delete": "Del",
}


def commands_of(scope: Scope) -> tuple[Command, ...]:
    """The commands of one scope, in the order they are shown."""
    return tuple(command for command in COMMANDS if scope in command.scopes)


def key_label(key: str) -> str:
    """A key as it is printed on a keyboard."""
    for name, label in (("ctrl+", "Ctrl+"), ("alt+", "Alt+")):
        if key.startswith(name):
            rest = key.removeprefix(name)
            return label + _KEY_LABELS.get(rest, rest.upper())
    return _KEY_LABELS.get(key, key)


def markdown_table() -> str:
    """All commands as a Markdown table, one row each, for the README, in the language in use."""
    rows = [f"| {_('Keys')} | {_('Command')} | {_('Where')} |", "| --- | --- | --- |"]
    for command in COMMANDS:
        keys = " ".join(f"`{key_label(key)}`" for key in command.keys)
        everywhere = Scope.APP in command.scopes or set(SCREENS) <= set(command.scopes)
        scopes = (Scope.APP,) if everywhere else command.scopes
        where = "; ".join(_(SCOPE_TITLES[scope]) for scope in scopes)
        rows.append(f"| {keys} | {_(command.help)} | {where} |")
    return "\n".join(rows) + "\n"
