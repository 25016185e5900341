from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App

from reader.tui.widgets.row_list import ListLine, Piece, RowList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult


class Million(RowList):
    """Counts what it is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[int] = []

    def item_count(self) -> int:
        return 1_000_000

    def is_heading(self, index: int) -> bool:
        return index % 10 == 0

    def item_lines(self, index: int, width: int) -> Sequence[ListLine]:
        self.asked.append(index)
        return [ListLine(Piece(f"第{index}条"), Piece(str(index)))]


class ListApp(App[None]):
    CSS = "RowList { height: 1fr; overflow-y: scroll; } " + " ".join(
        f".rows--{name} {{ color: white; }}" for name in ("plain", "quiet", "heading", "cursor", "idle")
    )

    def __init__(self) -> None:
        super().__init__()
        self.list = Million()
        self.moved: list[int] = []
        self.chosen: list[int] = []

    def compose(self) -> ComposeResult:
        yield self.list

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        self.moved.append(event.index)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        self.chosen.append(event.index)


async def test_only_what_is_in_view_is_asked_for() -> None:
    app = ListApp()
    async with app.run_test(size=(40, 20)) as pilot:
        app.list.items_changed(0)
        await pilot.pause()
        app.list.to_last()
        await pilot.pause()
        app.list.page(-1)
        await pilot.pause()
        assert app.list.cursor == 999_979
        assert len(app.list.asked) <= 20 * 6
        assert app.list.scroll_offset.y >= 999_960


async def test_headings_are_passed_over() -> None:
    app = ListApp()
    async with app.run_test(size=(40, 20)) as pilot:
        app.list.items_changed(0)
        assert app.list.cursor == 1
        app.list.move(9)
        assert app.list.cursor == 11
        app.list.move(-1)
        assert app.list.cursor == 9
        app.list.to_first()
        app.list.move(-1)
        assert app.list.cursor == 1
        assert app.list.scroll_offset.y == 0
        await pilot.pause()
        assert app.moved == [11, 9, 1]


async def test_click_moves_and_double_click_chooses() -> None:
    app = ListApp()
    async with app.run_test(size=(40, 20)) as pilot:
        app.list.items_changed(0)
        await pilot.click(Million, offset=(3, 4))
        assert (app.moved, app.chosen) == ([4], [])
        await pilot.click(Million, offset=(3, 5), times=2)
        await pilot.pause()
        assert (app.moved, app.chosen) == ([4, 5], [5])
        await pilot.click(Million, offset=(3, 10))
        assert app.list.cursor == 5
