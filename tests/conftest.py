"""What every test needs: the seed pages, and runs that come out the same each time."""

from __future__ import annotations

import gc
import os
from pathlib import Path

import pytest
from hypothesis import settings

from reader.corpus import Corpus, build
from reader.parse.page import parse_page

ROOT = Path(__file__).parent.parent

# As the program has it before it loads numpy, which some tests load earlier: threads for products as small as those of
# the tagger wait for each other where several processes run.
os.environ["OPENBLAS_NUM_THREADS"] = "1"

settings.register_profile("reader", derandomize=True, deadline=None, max_examples=100)
settings.load_profile("reader")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One more than there are processors: many tests wait for a terminal or for another process."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture(scope="session", autouse=True)
def _nothing_of_this_machine(tmp_path_factory: pytest.TempPathFactory) -> None:
    """No settings, cache and history of its user, neither here nor in the processes that tests start."""
    for kept in ("config", "cache", "state"):
        os.environ[f"XDG_{kept.upper()}_HOME"] = str(tmp_path_factory.mktemp(kept))


@pytest.fixture(scope="session")
def seed_texts() -> dict[str, str]:
    """Path to page text of the five seed pages."""
    return {str(path): path.read_text("utf-8-sig") for path in sorted((ROOT / "seeds").glob("*.txt"))}


@pytest.fixture(scope="session")
def seeds(seed_texts: dict[str, str]) -> Corpus:
    return build(parse_page(text, path) for path, text in seed_texts.items())


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files of the command line anew")


def pytest_collection_finish() -> None:
    """What was imported and collected stays: it need not be looked through for garbage again and again."""
    gc.collect()
    gc.freeze()
