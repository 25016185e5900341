from __future__ import annotations

import sys

import pytest

from tests.tui.terminal import reader

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals of this kind")

ALTERNATE_SCREEN, CURSOR = 1049, 25
MOUSE = {1000, 1002, 1003, 1006, 1015}


def figures(rows: list[str]) -> list[str]:
    """The last word of every row that ends in a figure."""
    words = (row.rstrip(" ▁▂▃▄▅▆▇█▉▊▋▌▍▎▏").split() for row in rows[2:-2])
    return [found[-1] for found in words if found and found[-1][-1].isdigit()]


def test_walk_the_panes_sort_the_table_and_quit() -> None:
    with reader() as terminal:
        terminal.wait_for_text("太原高质量发展步伐坚实有力")
        assert ALTERNATE_SCREEN in terminal.modes
        assert terminal.modes & MOUSE
        terminal.press("shift+tab", "down", "down")
        terminal.wait_for_text("2023-10-31 inferred")
        terminal.press("tab", "G")
        terminal.wait_for_text("城市运行管理服务平台共受理")
        terminal.press("t")
        terminal.wait_for_text("row 1 of 58")
        terminal.press("s")
        rows = terminal.wait_for_text("largest first")
        assert figures(rows)[:2] == ["100.00", "100.00"]
        terminal.press("G")
        rows = terminal.wait_for_text("row 58 of 58")
        assert figures(rows)[-2:] == ["0", "0"]
        terminal.press("escape")
        terminal.wait_for_text("城市运行管理服务平台共受理")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
        assert ALTERNATE_SCREEN not in terminal.modes
        assert not terminal.modes & MOUSE
        assert CURSOR in terminal.modes
        assert terminal.left == terminal.attributes
