"""Text for a terminal on which East Asian ambiguous characters (UAX #11, width A: “ ” … — · ① ─) take two cells.

Nobody can lay them out there, since every library counts one cell for them. So others stand for them, which take the
one cell they are counted with: “十四五”… becomes ❝十四五❞⋯. Which stands for which is in `reader/data/ambiguous.toml`;
what that file keeps stays as it is, and so do combining marks, which take no cell anywhere.

This comes last, when all is laid out and nothing is left but to paint it. What is searched, selected, copied and saved
holds the characters of the page.
"""

from __future__ import annotations

import tomllib
from functools import cache

from reader.resources import data_text


def with_stand_ins(text: str) -> str:
    """`text` with one character of one cell for each ambiguous one; as long as `text` and as wide as it was counted.

    Linear.
    """
    return text if text.isascii() else text.translate(_stand_ins())


@cache
def _stand_ins() -> dict[int, str]:
    pairs = tomllib.loads(data_text("ambiguous.toml"))["stand_ins"].values()
    return {ord(old): new for olds, news in pairs for old, new in zip(olds, news, strict=True)}
