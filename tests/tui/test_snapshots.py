"""The screen as a whole, cell for cell, at three sizes and in both languages.

Text, not pictures: a picture changes with every release of the framework, and nobody reads its difference. Made anew by
`pytest tests/tui/test_snapshots.py --update-golden`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader import i18n
from reader.corpus import Corpus
from reader.settings import Settings
from reader.tui.app import ReaderApp
from tests.tui.screen_text import looks, press, rows
from tests.tui.shared_archive import shared_archive

SNAPSHOTS = Path(__file__).parent / "snapshots"
SIZES = [(80, 24), (120, 36), (200, 50)]
SCREENS = {
    "reading": (),
    "zoomed": ("l", "z", "pagedown"),
    "ranking": ("h", "j", "j", "l", "G", "t", "s"),
    "rankings": ("T",),
    "standing": ("T", "/", *"小店", "enter"),
    "plot": ("h", "j", "j", "l", "G", "t", "s", "v"),
    "points": ("h", "j", "j", "l", "G", "t", "s", "v", "x"),
    "help": ("question_mark",),
}


@pytest.fixture(params=["en", "zh_CN"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    yield i18n.use(request.param)
    i18n.use("en")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("screen", SCREENS)
async def test_screen(
    seeds: Corpus, screen: str, size: tuple[int, int], language: str, request: pytest.FixtureRequest
) -> None:
    app = ReaderApp(shared_archive(seeds))
    async with app.run_test(size=size) as pilot:
        await press(pilot, *SCREENS[screen])
        await app.workers.wait_for_complete()
        await pilot.pause()
        shown = "\n".join(row.rstrip() for row in rows(app)) + "\n"
    golden = SNAPSHOTS / f"{screen}-{size[0]}x{size[1]}-{language}.txt"
    if request.config.getoption("--update-golden"):
        golden.write_text(shown, "utf-8")
    assert shown == golden.read_text("utf-8")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("theme", ["paper", "night"])
async def test_looks(seeds: Corpus, theme: str, size: tuple[int, int], request: pytest.FixtureRequest) -> None:
    """Hits, a selection, figures and dates, in a light theme and a dark one."""
    app = ReaderApp(shared_archive(seeds), Settings(theme=theme))
    async with app.run_test(size=size) as pilot:
        await press(pilot, "l", "/")
        await press(pilot, *"高质量", "enter", "n", "n", "v", ")")
        await pilot.pause()
        shown = "\n".join(looks(app)) + "\n"
    golden = SNAPSHOTS / f"looks-{size[0]}x{size[1]}-{theme}.txt"
    if request.config.getoption("--update-golden"):
        golden.write_text(shown, "utf-8")
    assert shown == golden.read_text("utf-8")
