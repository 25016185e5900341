"""All ranking tables, where a name stands in them, and a table beside the one before it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.screen import Screen

from reader.commands import Scope
from reader.i18n import _, ngettext
from reader.model import Article, ArticleKind
from reader.ranking.filters import plain
from reader.ranking.standings import standings
from reader.tui.bindings import bindings_of
from reader.tui.cell_marks import CellMarks
from reader.tui.screens.moving import Moving
from reader.tui.startup import PATIENCE
from reader.tui.styling import LATER
from reader.tui.widgets.command_bar import CommandBar
from reader.tui.widgets.find_bar import FindBar
from reader.tui.widgets.one_line import OneLine
from reader.tui.widgets.ranking_list import RankingList
from reader.typeset.labels import safe

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.timer import Timer

    from reader.model import Table
    from reader.ranking.standings import PlacedTable, Standing
    from reader.tui.screens.moving import Movable
    from reader.tui.screens.table_views import PrintedRow
    from reader.tui.widgets.row_list import RowList


class ToRead(NamedTuple):
    """An article, by its page and its place there, and the row of its table to be gone to in the print, if any."""

    source: str
    place: int
    row: PrintedRow | None = None


class RankingsScreen(Moving, Screen["ToRead | None"], inherit_bindings=False):
    """Dismissed with what is to be read, or with nothing.

    What takes longer than a key may wait is done in a thread: tables are looked into only when a name is sought.
    """

    SCOPE = Scope.RANKINGS
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(SCOPE)
    AUTO_FOCUS = "RankingList"
    CSS_PATH = LATER

    def __init__(self, tables: Sequence[PlacedTable]) -> None:
        super().__init__()
        self._tables = tables
        self.heading = OneLine(id="heading")
        self.list = RankingList(self._tables)
        self.find_bar = FindBar(_("A name, or a part of one"))
        self.bar = CommandBar(Scope.RANKINGS)
        self._wanted = ""
        """The name that is sought or listed; empty while tables are listed."""
        self._table_cursor = 0
        """Where the cursor stood among the tables."""
        self._before_find = ("", 0)
        """Name and cursor when the line was opened."""
        self._sign: Timer | None = None

    @property
    def moved(self) -> Movable:
        return self.list

    def compose(self) -> ComposeResult:
        self.find_bar.display = False
        yield self.heading
        yield self.list
        yield self.find_bar
        yield self.bar

    def on_mount(self) -> None:
        self._name_list()

    def on_unmount(self) -> None:
        # A search that is under way ends at the next table.
        self._wanted = ""

    def on_row_list_moved(self) -> None:
        self.bar.say("")

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        self.action_open_ranking()

    def action_find_name(self) -> None:
        self._before_find = (self._wanted, self.list.cursor)
        self.find_bar.input.value = ""
        self.bar.say("")
        self.bar.display = False
        self.find_bar.display = True
        self.set_focus(self.find_bar.input)

    def on_find_bar_typed(self, event: FindBar.Typed) -> None:
        # A line that is empty because it was just opened leaves what is listed.
        if self.find_bar.display and (plain(event.text) or self._wanted != self._before_find[0]):
            self._seek(event.text)

    def on_find_bar_stepped(self, event: FindBar.Stepped) -> None:
        self.list.move(event.step)

    def on_find_bar_closed(self, event: FindBar.Closed) -> None:
        if not self.find_bar.display:
            return
        self.find_bar.display = False
        self.bar.display = True
        name, cursor = self._before_find
        if not event.stay and self._wanted != name:
            self._seek(name, cursor)
        if not event.left:
            self.set_focus(self.list, scroll_visible=False)

    def action_open_ranking(self) -> None:
        placed, standing = self.list.placed, self.list.standing
        if placed is not None:
            column = placed.score or placed.name
            cell = (standing.row, column.index if column else 0) if standing else None
            self._open(placed.article, placed.index, cell, placed)

    def action_read_ranking(self) -> None:
        if self.list.placed is not None:
            self.dismiss(ToRead(self.list.placed.source, self.list.placed.place))

    def action_close(self) -> None:
        if self._wanted:
            self._seek("")
        else:
            self.dismiss(None)

    def action_compare(self) -> None:
        now, standing = self.list.placed, self.list.standing
        if now is None:
            return
        self._promise(lambda: self.bar.say(_("Looking for the table before this one …")))

        def find() -> None:
            from reader.ranking.series import earlier_of_series
            from reader.ranking.side_by_side import side_by_side

            then = earlier_of_series(now, self._tables)
            table = None if then is None else side_by_side(then, now)
            self._hand_over(lambda: self._show_comparison(now, table, standing))

        self.run_worker(find, thread=True, exclusive=True, group="series")

    def _show_comparison(self, now: PlacedTable, table: Table | None, standing: Standing | None) -> None:
        if not self.is_current or self.list.placed is not now:
            # The reader has gone on meanwhile.
            return
        self._keep_promise()
        if table is None:
            self.bar.say(_("No earlier table of this series"))
            return
        self.bar.say("")
        names = [row[0].text for row in table.rows]
        row = names.index(standing.name) if standing and standing.name in names else 0
        # A comparison is a table like any other: it is looked through, sorted and drawn as tables are.
        self._open(Article("", ArticleKind.NOTICE, tables=(table,)), 0, (row, 0), now)

    def _open(self, article: Article, index: int, cell: tuple[int, int] | None, placed: PlacedTable) -> None:
        from reader.tui.screens.table import TableScreen

        screen = TableScreen(article, index, CellMarks())
        self.app.push_screen(screen, lambda row: self._left_for(placed, row))
        if cell is not None:
            screen.call_after_refresh(screen.grid.go, *cell)

    def _left_for(self, placed: PlacedTable, row: PrintedRow | None) -> None:
        if row is not None:
            self.dismiss(ToRead(placed.source, placed.place, row))

    def _seek(self, name: str, cursor: int = 0) -> None:
        """List where a name stands; without a name, all tables."""
        if not self._wanted:
            self._table_cursor = self.list.cursor
        self._wanted = name if plain(name) else ""
        if not self._wanted:
            self._keep_promise()
            self.list.show(self._tables, self._table_cursor)
            self._name_list()
            return
        self._promise(lambda: self.heading.say(_("Looking for {name} …").format(name=safe(name))))

        def find() -> None:
            found = list(standings(self._tables, name, lambda: self._wanted == name))
            self._hand_over(lambda: self._show_standings(name, found, cursor))

        self.run_worker(find, thread=True, exclusive=True, group="standings")

    def _show_standings(self, name: str, found: Sequence[Standing], cursor: int) -> None:
        if self._wanted == name:
            self._keep_promise()
            self.list.show(found, cursor)
            self._name_list()

    def _promise(self, say: Callable[[], None]) -> None:
        """Say what is waited for unless the promise is kept, or another made, soon."""
        self._keep_promise()
        self._sign = self.set_timer(PATIENCE, say)

    def _keep_promise(self) -> None:
        if self._sign is not None:
            self._sign.stop()

    def _hand_over(self, show: Callable[[], None]) -> None:
        # The loop is closed when the reader has left the program meanwhile.
        with suppress(RuntimeError):
            self.app.call_from_thread(show)

    def _name_list(self) -> None:
        if not self._wanted:
            count = len(self._tables)
            self.heading.say(ngettext("{count} ranking table", "{count} ranking tables", count).format(count=count))
            return
        count, name = self.list.item_count(), safe(self._wanted)
        if not count:
            self.heading.say(_("{name} stands in no ranking table.").format(name=name))
            return
        template = ngettext("{name}: {count} row of a ranking table", "{name}: {count} rows of ranking tables", count)
        self.heading.say(template.format(name=name, count=count))
