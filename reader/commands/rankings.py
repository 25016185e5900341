"""The commands of all ranking tables together, and of a table that is drawn."""

from __future__ import annotations

from reader.commands.model import Command, Scope
from reader.i18n import N_

RANKING_COMMANDS: tuple[Command, ...] = (
    Command(
        "rankings",
        N_("All rankings"),
        N_("List the ranking tables of all pages, and where a name stands in them"),
        ("T",),
        (Scope.MAIN,),
    ),
    Command(
        "plot",
        N_("Plot"),
        N_("Draw the column under the cursor as bars, or two columns against each other"),
        ("v",),
        (Scope.TABLE,),
        footer=N_("Plot"),
    ),
    Command(
        "other_drawing",
        N_("Bars or points"),
        N_("Draw bars of one column, or points of two"),
        ("x", "tab"),
        (Scope.PLOT,),
        footer=N_("Bars/points"),
    ),
    Command(
        "column_before",
        N_("Column before"),
        N_("Draw the column of figures before; of points, the one that goes up"),
        ("[",),
        (Scope.PLOT,),
        footer=N_("Column before"),
    ),
    Command(
        "next_column",
        N_("Next column"),
        N_("Draw the next column of figures; of points, the one that goes up"),
        ("]",),
        (Scope.PLOT,),
        footer=N_("Next"),
    ),
    Command(
        "across_before",
        N_("Column across before"),
        N_("Take the column before for what goes across"),
        ("h", "left"),
        (Scope.PLOT,),
    ),
    Command(
        "next_across",
        N_("Next column across"),
        N_("Take the next column for what goes across"),
        ("l", "right"),
        (Scope.PLOT,),
    ),
    Command(
        "write_svg",
        N_("Write SVG"),
        N_("Write the drawing as an SVG file to the folder the program was started in"),
        ("w",),
        (Scope.PLOT,),
        footer=N_("SVG"),
    ),
    Command(
        "open_ranking",
        N_("Open table"),
        N_("Show the table in full, with the cursor on the name that was looked for"),
        ("enter", "right", "l"),
        (Scope.RANKINGS,),
        footer=N_("Open"),
    ),
    Command(
        "find_name",
        N_("Find a name"),
        N_("List where a name stands in all ranking tables, as it is typed"),
        ("/",),
        (Scope.RANKINGS,),
        footer=N_("Find a name"),
    ),
    Command(
        "compare",
        N_("Compare"),
        N_("Put the table beside the one before it in its series: who has climbed, who has fallen"),
        ("c",),
        (Scope.RANKINGS,),
        footer=N_("Compare"),
    ),
    Command(
        "read_ranking",
        N_("Read the article"),
        N_("Read the article in which the table stands"),
        ("a",),
        (Scope.RANKINGS,),
        footer=N_("Article"),
    ),
)
