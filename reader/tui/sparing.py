"""What fails on one page ends neither the app nor the other pages: it is noted for the list of problems."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.dom import DOMNode

    from reader.model import Page


@contextmanager
def sparing(node: DOMNode, page: Page | None) -> Iterator[None]:
    """Whatever fails here of a page is noted in the archive of the app that `node` is in; for any thread."""
    try:
        yield
    except Exception as error:
        note(node, page, error)


def note(node: DOMNode, page: Page | None, error: Exception) -> None:
    """Note what failed. Raises `error` where nobody keeps such a list."""
    archive = getattr(node.app, "archive", None)
    if archive is None:
        raise error
    archive.failed(page.source if page is not None else "", error)
