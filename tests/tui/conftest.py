from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.corpus import Corpus, build
from reader.parse.page import parse_page
from reader.tui.app import ReaderApp
from tests.tui.shared_archive import shared_archive

if TYPE_CHECKING:
    from reader.model import Page


@pytest.fixture(autouse=True)
def _without_the_dictionary(monkeypatch: pytest.MonkeyPatch) -> None:
    """Names are looked for in tests about names only: the dictionary takes longer to load than most tests to run."""
    monkeypatch.setattr("reader.tui.screens.naming.NAMES_AFTER", 3600.0)


@pytest.fixture
def app(seeds: Corpus) -> ReaderApp:
    return ReaderApp(shared_archive(seeds))


@pytest.fixture(scope="session")
def ranking_page(seed_texts: dict[str, str]) -> Page:
    """The seed page with the table of 58 rows."""
    path = next(path for path in seed_texts if Path(path).name.startswith("000"))
    return parse_page(seed_texts[path], path)


@pytest.fixture(scope="session")
def ranked(ranking_page: Page) -> Corpus:
    return build([ranking_page])
