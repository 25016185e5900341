"""What can be done with a table: rows sorted, filtered and grouped, columns hidden and fitted, cells copied."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from reader.i18n import _
from reader.ranking.columns import ColumnKind, name_column, score_column
from reader.ranking.filters import Comparison, Condition, FilterError, any_condition, compares_figures
from reader.tui.grid.arranged import AT_ONCE
from reader.tui.grid.sentences import short_name
from reader.tui.screens.table_views import TableViews
from reader.tui.startup import PATIENCE
from reader.typeset.fit import fit
from reader.typeset.labels import safe

if TYPE_CHECKING:
    from textual.timer import Timer

    from reader.ranking.view import View
    from reader.tui.clipboard import Copied
    from reader.tui.widgets.filter_bar import FilterBar
    from reader.tui.widgets.ranking_grid import RankingGrid

_NAME = 24
"""Cells of a row's name in a notice."""


class TableCommands(TableViews, inherit_bindings=False):
    """The commands of a table that change how it is looked at, and those that lead out of it."""

    _filter_bar: FilterBar | None = None
    _before: View | None = None
    """The view over which a filter is being typed."""
    _typed: View | None = None
    """The view that is typed, while it waits for the reader's fingers to rest."""
    _resting: Timer | None = None
    _row_before: int | None = None
    """The row the cursor was on."""

    def action_left(self) -> None:
        self.grid.move_column(-1)

    def action_right(self) -> None:
        self.grid.move_column(1)

    def action_table_page_up(self) -> None:
        self.grid.page(-1)

    def action_table_page_down(self) -> None:
        self.grid.page(1)

    # Sorting.

    def action_sort_score(self) -> None:
        score = score_column(self.grid.ranking.columns)
        if score is None:
            self.bar.say(_("No column of figures to sort by"))
            return
        self.bar.say("")
        # The score comes into view, with the bars.
        self.grid.go(self.grid.cursor_row, score.index)
        self._sort(score.index, descending=self._other_way(score.index, first=True))

    def _other_way(self, column: int, *, first: bool) -> bool:
        """The direction to sort a column in: the other one if it is sorted, else `first`, whether descending."""
        before = next((key for key in self.view.keys if key.column == column), None)
        return not before.descending if before is not None else first

    def action_sort_up(self) -> None:
        self._sort(self.grid.cursor_column, descending=False)

    def action_sort_down(self) -> None:
        self._sort(self.grid.cursor_column, descending=True)

    def action_then_up(self) -> None:
        self._sort(self.grid.cursor_column, descending=False, more=True)

    def action_then_down(self) -> None:
        self._sort(self.grid.cursor_column, descending=True, more=True)

    def _sort(self, column: int, *, descending: bool, more: bool = False) -> None:
        if self.grid.table.columns:
            self.see(self.view.sorted_by(column, descending=descending, more=more))

    def action_printed_order(self) -> None:
        self.see(self.view.printed())

    def on_selecting_grid_header_clicked(self, event: RankingGrid.HeaderClicked) -> None:
        # Best first for what is better the more it is, 1 first for ranks, as `s` has it.
        self._sort(event.column, descending=self._other_way(event.column, first=False), more=event.more)

    # Filtering.

    def action_only_this(self) -> None:
        """Only rows with the value under the cursor; again: no longer."""
        row, column = self.grid.printed_row, self.grid.cursor_column
        if row is not None:
            text = self.grid.table.rows[row][column].text
            self.see(self.view.toggled(Condition(column, Comparison.EQUAL, text)))

    async def action_filter_rows(self) -> None:
        if not self.grid.table.columns:
            return
        if self._filter_bar is None:
            # Imported here because the table is shown without.
            from reader.tui.widgets.filter_bar import FilterBar

            self._filter_bar = FilterBar()
            self._filter_bar.display = False
            await self.mount(self._filter_bar)
        self._before, self._row_before = self.view, self.grid.printed_row
        self._filter_bar.input.value = ""
        self._filter_bar.outcome.say("")
        self.bar.display = False
        self._filter_bar.display = True
        self.set_focus(self._filter_bar.input)

    def on_filter_bar_typed(self, event: FilterBar.Typed) -> None:
        if self._before is None or self._filter_bar is None:
            return
        outcome = ""
        view = self._before
        if event.text.strip():
            try:
                condition = any_condition(event.text, self.grid.table, self.grid.cursor_column)
                view = view.filtered(condition)
                outcome = self._no_figures(condition)
            except FilterError as error:
                outcome = str(error)
        self._filter_bar.outcome.say(outcome)
        self._stop_resting()
        if len(self.grid.table.rows) <= AT_ONCE:
            self._see_typed(view)
        else:
            # Each letter would begin a search through very many rows before the last one's is done.
            self._resting = self.set_timer(PATIENCE, lambda: self._see_typed(view))
            self._typed = view

    def _see_typed(self, view: View) -> None:
        self._stop_resting()
        if view != self.view:
            self.see(view)

    def _stop_resting(self) -> None:
        if self._resting is not None:
            self._resting.stop()
        self._resting = self._typed = None

    def say_working(self) -> None:
        super().say_working()
        if self._filter_bar is not None:
            self._filter_bar.outcome.say(_("working …"))

    def stop_waiting(self) -> None:
        if self.is_waiting and self._filter_bar is not None:
            self._filter_bar.outcome.say("")
        super().stop_waiting()

    def _no_figures(self, condition: Condition) -> str:
        """What to tell a reader who compares words with a figure."""
        column = condition.column
        if column is None or not compares_figures(condition.comparison) or self.grid.ranking.columns[column].is_numeric:
            return ""
        return _("no figures in {column}").format(column=short_name(self.grid.table, column))

    def on_filter_bar_closed(self, event: FilterBar.Closed) -> None:
        if self._filter_bar is None or self._before is None:
            return
        before, self._before = self._before, None
        if event.stay and self._typed is not None:
            self._see_typed(self._typed)
        self._stop_resting()
        self._filter_bar.display = False
        self.bar.display = True
        self.set_focus(self.grid, scroll_visible=False)
        if not event.stay and self.view != before:
            self.see(before, row=self._row_before)

    def action_step_back(self) -> None:
        """Give up what is selected, then the filters, then the table."""
        if self.grid.select_nothing():
            return
        if self.view.conditions:
            self.see(self.view.unfiltered())
        else:
            self.action_leave_table()

    # Groups.

    def action_group(self) -> None:
        if self.grid.table.columns:
            column = self._worth_grouping(self.grid.cursor_column)
            self.see(self.view.grouped_by(None if self.view.grouped == column else column))

    def _worth_grouping(self, column: int) -> int:
        """The column itself, or where no value comes twice, the one that names groups, if there is one."""
        grid = self.grid
        texts = [grid.table.rows[row][column].text for row in grid.arrangement.rows]
        if len(set(texts)) < len(texts):
            return column
        return next((one.index for one in grid.ranking.columns if one.kind is ColumnKind.GROUP), column)

    def action_fold_all(self) -> None:
        if self.grid.arrangement.groups:
            self.grid.toggle_all_groups()
        else:
            self.bar.say(_("No groups: b makes them"))

    # Columns.

    def action_hide_column(self) -> None:
        if len(self.view.columns(self.grid.table)) < 2:
            self.bar.say(_("The last column stays"))
        else:
            self.see(self.view.without(self.grid.cursor_column))

    def action_show_columns(self) -> None:
        if self.view.hidden:
            self.see(self.view.with_all_columns())
        else:
            self.bar.say(_("No column is hidden"))

    def action_fit_width(self) -> None:
        if self.grid.table.columns:
            self.bar.say(_("as wide as what it holds") if self.grid.toggle_width() else _("as wide as before"))

    def action_rises(self) -> None:
        if not self.grid.toggle_rises():
            self.bar.say("")
        elif self.view.keys:
            self.bar.say(_("places up and down from printed order"))
        else:
            self.bar.say(_("printed order: sort, and it says who rose"))

    # The row.

    def action_card(self) -> None:
        if self.grid.group is not None:
            self.grid.toggle_group()
        elif self.grid.printed_row is not None:
            from reader.tui.screens.card import CardScreen

            self.app.push_screen(CardScreen(self.grid), self._card_closed)

    def _card_closed(self, to_print: bool | None) -> None:
        if to_print:
            self.action_to_print()

    def action_to_print(self) -> None:
        """Leave for the row's place in the article; on the heading of a group, fold it."""
        if self.grid.group is not None:
            self.grid.toggle_group()
            return
        row = self.grid.printed_row
        if row is None:
            return
        cells = self.grid.table.rows[row]
        name = name_column(self.grid.ranking.columns)
        order = [self.grid.cursor_column, *([name.index] if name else []), *range(len(cells))]
        span = next((span for index in order if (span := cells[index].span) is not None), None)
        if span is None:
            self.bar.say(_("Nothing of this row is printed"))
        else:
            text = cells[name.index].text if name else cells[self.grid.cursor_column].text
            self.leave_for(row, span.start, fit(safe(text), _NAME))

    def action_leave_table(self) -> None:
        raise NotImplementedError

    def leave_for(self, row: int, offset: int, name: str) -> None:
        """Leave the table for the place where a row is printed."""
        raise NotImplementedError

    # Selecting and copying.

    def action_block_up(self) -> None:
        self.grid.extend(-1, 0)

    def action_block_down(self) -> None:
        self.grid.extend(1, 0)

    def action_block_left(self) -> None:
        self.grid.extend(0, -1)

    def action_block_right(self) -> None:
        self.grid.extend(0, 1)

    def action_copy_cells(self) -> None:
        """Copy the block, or all that the view has, as tab-separated lines."""
        from reader.tui.grid.copying import block_text, view_text

        grid = self.grid
        block = grid.block
        if block is not None:
            making = partial(block_text, grid.table, grid.block_rows(), block.columns)
            template = _("the cells: {outcome}")
        else:
            making = partial(view_text, grid.table, grid.arrangement)
            template = _("all rows in view: {outcome}")
        waiting = self.set_timer(PATIENCE, lambda: self.bar.say(_("copying …")))

        def hand_over() -> None:
            from reader.tui.clipboard import copy

            copied = copy(making(), self.app.copy_to_clipboard)
            # The loop is closed when the reader has left the program meanwhile.
            with suppress(RuntimeError):
                self.app.call_from_thread(said, copied)

        def said(copied: Copied) -> None:
            waiting.stop()
            self.bar.say(template.format(outcome=copied.sentence()))

        grid.select_nothing()
        self.run_worker(hand_over, thread=True, group="copy")
