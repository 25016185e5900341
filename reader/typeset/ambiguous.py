"""Text for a terminal on which East Asian ambiguous characters (UAX #11, width A: “ ” … — · ① ─) take two cells.

Nobody can lay out such a character there: the libraries count one cell for it. So others stand for it, of a width that
all agree on, one code point for one, so that offsets hold. Which stands for which is in `reader/data/ambiguous.toml`;
what that file keeps stays as it is. So do combining marks, which take no cell anywhere.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from typing import NamedTuple

from reader.resources import data_text

# An apostrophe is no quotation mark: don’t.
_APOSTROPHE = re.compile("(?<=[A-Za-z])’(?=[A-Za-z])")


def laid_out(text: str) -> str:
    """`text` as it is to be measured and laid out: quotation marks, dashes and the like as signs of two cells, the rest
    as signs of one. As long as `text`; linear."""
    return text if text.isascii() else _APOSTROPHE.sub("'", text).translate(_tables().laid_out)


def painted(text: str) -> str:
    """`text`, which has been measured with one cell for each ambiguous character, as it is to be painted.

    As long as `text` and as wide as it was measured; linear.
    """
    return text if text.isascii() else text.translate(_tables().painted)


class _Tables(NamedTuple):
    """For `str.translate`."""

    laid_out: dict[int, str]
    painted: dict[int, str]


@cache
def _tables() -> _Tables:
    data = tomllib.loads(data_text("ambiguous.toml"))
    one, two = (
        {ord(old): new for olds, news in data[section].values() for old, new in zip(olds, news, strict=True)}
        for section in ("one_cell", "two_cells")
    )
    return _Tables(laid_out=one | two, painted=one)
