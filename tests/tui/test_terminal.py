from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.tui.terminal import reader

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals of this kind")

ALTERNATE_SCREEN, CURSOR = 1049, 25
MOUSE = {1000, 1002, 1003, 1006, 1015}


def figures(rows: list[str]) -> list[str]:
    """The last word of every row that ends in a figure."""
    words = (row.rstrip(" ▁▂▃▄▅▆▇█▉▊▋▌▍▎▏▴▾").split() for row in rows[2:-2])
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
        terminal.wait_for_text("by 考评得分 ▼")
        # What is above may be painted a moment before the rows.
        terminal.wait_for(lambda rows: figures(rows)[:2] == ["100.00", "100.00"])
        terminal.press("G")
        terminal.wait_for_text("row 58 of 58")
        terminal.wait_for(lambda rows: figures(rows)[-2:] == ["0", "0"])
        terminal.press("escape")
        terminal.wait_for_text("城市运行管理服务平台共受理")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
        assert ALTERNATE_SCREEN not in terminal.modes
        assert not terminal.modes & MOUSE
        assert CURSOR in terminal.modes
        assert terminal.left == terminal.attributes


def test_no_wide_character_is_halved_when_the_article_takes_the_screen() -> None:
    with reader(columns=130, lines=30) as terminal:
        terminal.wait_for_text("org.")
        terminal.settle()
        terminal.press("p")
        terminal.wait_for_text("page 1 of 2")
        terminal.settle()
        painted = terminal.rows()
        # Painted once more as it is.
        terminal.press("c")
        terminal.wait_for_text("repairs marked")
        terminal.press("c")
        terminal.wait_for_text("repairs plain")
        terminal.settle()
        assert painted[:-1] == terminal.rows()[:-1]


CUT = (
    "全市工业增速加快\n\n本报讯 市工信局介绍,全市已引进龙芯、华\n\n为等企业63家,产业链条持续延伸,"
    "1至9月规模以上工业增加值同比增长12.5%。\n\n负责人表示,下一步将继续支持企业上云。\n"
)
"""A column cut in the middle of a name, and rows that end at 80 cells."""
FROM_THE_CUT = (
    "华为等企业63家，产业链条持续延伸，1至9月规模以上工业增加值同比增长12.5%。\n负责人表示，下一步将继续支持企业上云。"
)


@pytest.fixture
def cut(tmp_path: Path) -> str:
    path = tmp_path / "cut.txt"
    path.write_text(CUT, "utf-8")
    return str(path)


def test_what_is_copied_goes_out_by_osc_52_without_row_ends(cut: str) -> None:
    with reader(cut) as terminal:
        terminal.wait_for_text("全市工业增速加快")
        terminal.press("/")
        terminal.wait_for_text("Find in the article")
        terminal.press(*"华为等")
        terminal.wait_for_text("1/1")
        terminal.press("enter")
        terminal.wait_for_text("Find")
        terminal.press(*"v}}")
        terminal.wait_for_text("Give up")
        terminal.press("y")
        terminal.wait_for_text("sent to the terminal")
        assert terminal.copied() == FROM_THE_CUT


@pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")
def test_what_is_copied_in_tmux_is_in_its_buffer(cut: str, tmp_path: Path) -> None:
    command = shlex.join([sys.executable, "-m", "reader", "--lang", "en", cut])
    tmux = ["tmux", "-S", str(tmp_path / "socket"), "-f", os.devnull]

    def run(*arguments: str) -> str:
        return subprocess.run([*tmux, *arguments], capture_output=True, text=True, check=True).stdout

    def wait_for(text: str) -> None:
        end = time.monotonic() + 20
        while text not in run("capture-pane", "-p"):
            assert time.monotonic() < end, run("capture-pane", "-p")
            time.sleep(0.05)

    run("new-session", "-d", "-x", "80", "-y", "24", f"env LC_ALL=C.UTF-8 {command}")
    try:
        wait_for("全市工业增速加快")
        run("send-keys", "-l", "/")
        wait_for("Find in the article")
        run("send-keys", "-l", "华为等")
        wait_for("1/1")
        run("send-keys", "Enter")
        wait_for("Find")
        run("send-keys", "-l", "v}}")
        wait_for("Give up")
        run("send-keys", "-l", "y")
        wait_for("tmux")
        assert run("show-buffer") == FROM_THE_CUT
    finally:
        run("kill-server")


def test_show_colours_figures_on_a_terminal_and_nothing_when_told() -> None:
    for arguments, coloured in (([], True), (["--plain"], False)):
        with reader("show", "001.1", *arguments) as terminal:
            assert terminal.wait_for_end() == 0
            assert "1697.2亿元" in terminal.output
            assert ("\x1b[" in terminal.output) is coloured
