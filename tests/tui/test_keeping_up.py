"""The app while the process of its archive works, and when that ends."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from pathlib import Path

import pytest

from reader.archive.archive import Archive
from reader.tui.app import ReaderApp
from tests.archive.indexing import PATIENCE, the_indexer, write_pages
from tests.tui.screen_text import shows


@pytest.mark.skipif(sys.platform != "linux", reason="processes are found in /proc")
async def test_says_so_when_the_process_has_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    write_pages(tmp_path / "pages", 2)
    archive = Archive.cached([str(tmp_path / "pages")])
    app = ReaderApp(archive)
    try:
        async with app.run_test(size=(120, 36)):
            while not archive.progress.settled:
                await asyncio.sleep(0.02)
            assert not shows(app, "has ended")
            os.kill(the_indexer(), signal.SIGKILL)
            end = time.monotonic() + PATIENCE
            while not shows(app, "has ended"):
                assert time.monotonic() < end
                await asyncio.sleep(0.02)
    finally:
        archive.close()
