"""What every test needs: the seed pages, and runs that come out the same each time."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parent.parent

settings.register_profile("reader", derandomize=True, deadline=None, max_examples=150)
settings.load_profile("reader")


@pytest.fixture(scope="session")
def seed_texts() -> dict[str, str]:
    """Path to page text of the five seed pages."""
    return {str(path): path.read_text("utf-8-sig") for path in sorted((ROOT / "seeds").glob("*.txt"))}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files of the command line anew")
