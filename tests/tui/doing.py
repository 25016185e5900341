"""Keys pressed on screens that seek in threads."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from textual.worker import WorkerCancelled

from tests.tui.screen_text import press

if TYPE_CHECKING:
    from textual.pilot import Pilot


async def settle(pilot: Pilot[None]) -> None:
    """What is sought in threads has been found and shown, or is not wanted any more."""
    with suppress(WorkerCancelled):
        await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def do(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one after the other, and wait for what each of them has sought."""
    for key in keys:
        await press(pilot, key)
        await settle(pilot)
