"""The commands of a ranking table, of the line in which its filter is typed, and of a row's card."""

from __future__ import annotations

from reader.commands.model import Command, Scope
from reader.i18n import N_

TABLE_COMMANDS: tuple[Command, ...] = (
    Command("left", N_("Column left"), N_("One column to the left"), ("left", "h"), (Scope.TABLE,), listed=False),
    Command(
        "right",
        N_("Column right"),
        N_("One column to the right"),
        ("right", "l"),
        (Scope.TABLE,),
        listed=False,
    ),
    Command("table_page_up", N_("Page up"), N_("One page up"), ("pageup",), (Scope.TABLE, Scope.CARD), listed=False),
    Command(
        "table_page_down", N_("Page down"), N_("One page down"), ("pagedown",), (Scope.TABLE, Scope.CARD), listed=False
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
    ),
    Command(
        "sort_down",
        N_("Sort descending"),
        N_("Sort by the column under the cursor, largest first"),
        ("]",),
        (Scope.TABLE,),
        footer=N_("Sort"),
    ),
    Command(
        "then_up",
        N_("Then ascending"),
        N_("Sort by this column where those sorted by so far are equal, smallest first"),
        ("{",),
        (Scope.TABLE,),
    ),
    Command(
        "then_down",
        N_("Then descending"),
        N_("Sort by this column where those sorted by so far are equal, largest first"),
        ("}",),
        (Scope.TABLE,),
    ),
    Command(
        "printed_order",
        N_("Printed order"),
        N_("Undo all sorting"),
        ("0",),
        (Scope.TABLE,),
    ),
    Command(
        "filter_rows",
        N_("Filter"),
        N_("Show only rows with a text, or whose value in this column is >90, =0, !公司"),
        ("&", "/"),
        (Scope.TABLE,),
        footer=N_("Filter"),
    ),
    Command(
        "only_this",
        N_("Only this value"),
        N_("Show only rows with the value under the cursor; again: all of them"),
        ('"',),
        (Scope.TABLE,),
    ),
    Command(
        "keep_filter",
        N_("Keep the filter"),
        N_("Close the line and keep the filter"),
        ("enter",),
        (Scope.FILTER,),
        footer=N_("Keep"),
    ),
    Command(
        "drop_filter",
        N_("Give up filtering"),
        N_("Close the line and show the rows that were shown before"),
        ("escape",),
        (Scope.FILTER,),
        footer=N_("Back"),
    ),
    Command(
        "card",
        N_("Card"),
        N_("Show the whole row, every cell in full; a group: fold it, or unfold it"),
        ("space",),
        (Scope.TABLE,),
        footer=N_("Card"),
    ),
    Command("card_next", N_("Next row"), N_("Show the next row"), ("down", "j"), (Scope.CARD,), listed=False),
    Command("card_previous", N_("Row before"), N_("Show the row before"), ("up", "k"), (Scope.CARD,), listed=False),
    Command(
        "close_card",
        N_("Close the card"),
        N_("Back to the table"),
        ("escape", "space", "q"),
        (Scope.CARD,),
        footer=N_("Back"),
    ),
    Command(
        "to_print",
        N_("Where it is printed"),
        N_("Go to the row's place in the article; t comes back to the table as it is"),
        ("enter",),
        (Scope.TABLE, Scope.CARD),
        footer=N_("Print"),
    ),
    Command(
        "group",
        N_("Group"),
        N_("Group rows by the column under the cursor, with counts and means; again: no groups"),
        ("b",),
        (Scope.TABLE,),
    ),
    Command("fold_all", N_("Fold all groups"), N_("Fold all groups, or unfold them"), ("B",), (Scope.TABLE,)),
    Command(
        "rises",
        N_("Changes of place"),
        N_("Show by how many places rows have risen or fallen since printed order, or stop"),
        ("d",),
        (Scope.TABLE,),
    ),
    Command("hide_column", N_("Hide column"), N_("Hide the column under the cursor"), ("-",), (Scope.TABLE,)),
    Command("show_columns", N_("Show all columns"), N_("Show hidden columns again"), ("+", "="), (Scope.TABLE,)),
    Command(
        "fit_width",
        N_("Fit width"),
        N_("Make the column as wide as what it holds, or as it was"),
        ("_",),
        (Scope.TABLE,),
    ),
    Command(
        "copy_cells",
        N_("Copy cells"),
        N_("Copy the selected cells, or all that the table shows, for a spreadsheet"),
        ("y", "ctrl+c"),
        (Scope.TABLE,),
    ),
    *(
        Command(f"block_{way}", title, help_, (f"shift+{way}",), (Scope.TABLE,), listed=False)
        for way, title, help_ in (
            ("up", N_("Select upwards"), N_("Select cells, one row up")),
            ("down", N_("Select downwards"), N_("Select cells, one row down")),
            ("left", N_("Select to the left"), N_("Select cells, one column to the left")),
            ("right", N_("Select to the right"), N_("Select cells, one column to the right")),
        )
    ),
    Command("next_table", N_("Next table"), N_("Show the article's next table"), ("t", "tab"), (Scope.TABLE,)),
    Command(
        "step_back",
        N_("Back"),
        N_("Give up the selection, then the filters, then the table"),
        ("escape",),
        (Scope.TABLE,),
        footer=N_("Back"),
    ),
    Command("leave_table", N_("Leave the table"), N_("Go back to the article"), ("q",), (Scope.TABLE,)),
)
