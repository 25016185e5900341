"""What a reader can do, declared once.

Keys, palette, footer, help and the README's table are made from `COMMANDS`. A command's `id` is the name of
the action that carries it out on every screen of its scopes.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.i18n import N_, _


class Scope(StrEnum):
    """Where a command's keys work. A screen's keys come before those of `APP`."""

    APP = "app"
    MAIN = "main"
    """The three panes."""
    TABLE = "table"
    """A ranking table in full."""
    MENTIONS = "mentions"
    """The mentions of a name, laid over the panes."""
    PANEL = "panel"
    """Help and other lists laid over a screen."""


SCOPE_TITLES = {
    Scope.APP: N_("Everywhere"),
    Scope.MAIN: N_("Issues, articles, reading"),
    Scope.TABLE: N_("Ranking table"),
    Scope.MENTIONS: N_("Mentions of a name"),
    Scope.PANEL: N_("Help and lists"),
}


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a reader can do.

    `title`, `help` and `footer` are message ids, translated where they are shown; `keys` are key names as
    Textual has them, the first being the one shown. Without `footer` the command is not in the footer. A
    command that is not `listed` is in the palette only once something is typed.
    """

    id: str
    title: str
    help: str
    keys: tuple[str, ...]
    scopes: tuple[Scope, ...]
    footer: str = ""
    listed: bool = True


_SCREENS = (Scope.MAIN, Scope.TABLE, Scope.MENTIONS, Scope.PANEL)

COMMANDS: tuple[Command, ...] = (
    Command("up", N_("Up"), N_("One row up"), ("up", "k"), _SCREENS, listed=False),
    Command("down", N_("Down"), N_("One row down"), ("down", "j"), _SCREENS, listed=False),
    Command("page_up", N_("Page up"), N_("One page up"), ("pageup", "b"), _SCREENS, listed=False),
    Command("page_down", N_("Page down"), N_("One page down"), ("pagedown", "space"), _SCREENS, listed=False),
    Command("first", N_("To the beginning"), N_("Go to the first row"), ("home", "g"), _SCREENS, listed=False),
    Command("last", N_("To the end"), N_("Go to the last row"), ("end", "G"), _SCREENS, listed=False),
    Command(
        "forward",
        N_("Open"),
        N_("Go on to the next pane; in the article, list the mentions of the name pointed at, or open its table"),
        ("enter", "right", "l"),
        (Scope.MAIN,),
        footer=N_("Open"),
    ),
    Command(
        "back",
        N_("Back"),
        N_("Stop pointing, leave the zoom, or go back a pane"),
        ("escape", "left", "h"),
        (Scope.MAIN,),
        listed=False,
    ),
    Command("next_pane", N_("Next pane"), N_("Move to the next pane"), ("tab",), (Scope.MAIN,), footer=N_("Pane")),
    Command("previous_pane", N_("Previous pane"), N_("Move to the pane before"), ("shift+tab",), (Scope.MAIN,)),
    Command("next_article", N_("Next article"), N_("Read the next article"), ("]",), (Scope.MAIN,)),
    Command("previous_article", N_("Previous article"), N_("Read the article before"), ("[",), (Scope.MAIN,)),
    Command(
        "zoom",
        N_("Zoom pane"),
        N_("Give the whole screen to this pane, or take it back"),
        ("z",),
        (Scope.MAIN,),
        footer=N_("Zoom"),
    ),
    Command(
        "table",
        N_("Open table"),
        N_("Show the article's table in full"),
        ("t",),
        (Scope.MAIN,),
        footer=N_("Table"),
    ),
    Command(
        "as_printed",
        N_("As printed"),
        N_("Show the article as it was printed, repairs undone; again: as it is read"),
        ("r",),
        (Scope.MAIN,),
    ),
    Command("repairs", N_("Repairs"), N_("List what was put right in the article"), ("R",), (Scope.MAIN,)),
    Command(
        "mark_figures",
        N_("Highlight figures"),
        N_("Colour figures, or stop"),
        ("1",),
        (Scope.MAIN,),
    ),
    Command("mark_dates", N_("Highlight dates"), N_("Colour dates and times, or stop"), ("2",), (Scope.MAIN,)),
    Command("mark_persons", N_("Highlight persons"), N_("Underline persons, or stop"), ("3",), (Scope.MAIN,)),
    Command("mark_places", N_("Highlight places"), N_("Underline places, or stop"), ("4",), (Scope.MAIN,)),
    Command(
        "mark_organisations",
        N_("Highlight organisations"),
        N_("Underline organisations, or stop"),
        ("5",),
        (Scope.MAIN,),
    ),
    Command(
        "mark_unsure",
        N_("Highlight more names"),
        N_("Mark names that are unsure as well, or stop"),
        ("6",),
        (Scope.MAIN,),
    ),
    Command(
        "next_mark",
        N_("Next mark"),
        N_("Point at the next name or figure in the article, and say what it stands for"),
        ("m",),
        (Scope.MAIN,),
    ),
    Command("previous_mark", N_("Mark before"), N_("Point at the name or figure before"), ("M",), (Scope.MAIN,)),
    Command(
        "go",
        N_("Go there"),
        N_("Read the article in which the mention stands"),
        ("enter", "right", "l"),
        (Scope.MENTIONS,),
        footer=N_("Go there"),
    ),
    Command("left", N_("Column left"), N_("One column to the left"), ("left", "h"), (Scope.TABLE,), listed=False),
    Command(
        "right",
        N_("Column right"),
        N_("One column to the right"),
        ("right", "l"),
        (Scope.TABLE,),
        listed=False,
    ),
    Command(
        "sort_score",
        N_("Sort by score"),
        N_("Best score first; again: worst first"),
        ("s",),
        (Scope.TABLE,),
        footer=N_("By score"),
    ),
    Command(
        "sort_up",
        N_("Sort ascending"),
        N_("Sort by the column under the cursor, smallest first"),
        ("[",),
        (Scope.TABLE,),
        footer=N_("Ascending"),
    ),
    Command(
        "sort_down",
        N_("Sort descending"),
        N_("Sort by the column under the cursor, largest first"),
        ("]",),
        (Scope.TABLE,),
        footer=N_("Descending"),
    ),
    Command(
        "printed_order",
        N_("Printed order"),
        N_("Undo all sorting"),
        ("0",),
        (Scope.TABLE,),
        footer=N_("As printed"),
    ),
    Command("next_table", N_("Next table"), N_("Show the article's next table"), ("t", "tab"), (Scope.TABLE,)),
    Command(
        "close",
        N_("Back"),
        N_("Go back to where you were"),
        ("escape", "q"),
        (Scope.TABLE, Scope.MENTIONS, Scope.PANEL),
        footer=N_("Back"),
    ),
    Command("next_theme", N_("Next theme"), N_("Change the colours"), ("T",), (Scope.APP,)),
    Command(
        "problems",
        N_("Unread files"),
        N_("List the files that could not be read"),
        ("P",),
        (Scope.APP,),
    ),
    Command("help", N_("Help"), N_("List the keys that work here"), ("?", "f1"), (Scope.APP,), footer=N_("Help")),
    Command(
        "command_palette",
        N_("Commands"),
        N_("Find a command by its name"),
        ("ctrl+p",),
        (Scope.APP,),
        footer=N_("Commands"),
        listed=False,
    ),
    Command("quit", N_("Quit"), N_("Leave the program"), ("q", "ctrl+q"), (Scope.APP,), footer=N_("Quit")),
)

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
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "f1": "F1",
}


def commands_of(scope: Scope) -> tuple[Command, ...]:
    """The commands of one scope, in the order they are shown."""
    return tuple(command for command in COMMANDS if scope in command.scopes)


def key_label(key: str) -> str:
    """A key as it is printed on a keyboard."""
    if key.startswith("ctrl+"):
        return "Ctrl+" + key.removeprefix("ctrl+").upper()
    return _KEY_LABELS.get(key, key)


def markdown_table() -> str:
    """All commands as a Markdown table, one row each, for the README, in the language in use."""
    rows = [f"| {_('Keys')} | {_('Command')} | {_('Where')} |", "| --- | --- | --- |"]
    for command in COMMANDS:
        keys = " ".join(f"`{key_label(key)}`" for key in command.keys)
        everywhere = Scope.APP in command.scopes or set(_SCREENS) <= set(command.scopes)
        scopes = (Scope.APP,) if everywhere else command.scopes
        where = "; ".join(_(SCOPE_TITLES[scope]) for scope in scopes)
        rows.append(f"| {keys} | {_(command.help)} | {where} |")
    return "\n".join(rows) + "\n"
