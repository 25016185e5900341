"""Whether a running text ends where a sentence may end. On folded text."""

from __future__ import annotations

import re

WHOLE_WINDOW = 36
"""Characters of its end by which a text is seen to end a sentence."""
_WHOLE = re.compile(r"(?:[。!?…:][\"”’'」』)》】\]]*|[)】\]]|”——[^。,]{2,30})$")


def ends_whole(folded: str) -> bool:
    """Whether a running text ends where a sentence may end, or with who said it: “…”——一位种粮大户."""
    return _WHOLE.search(folded[-WHOLE_WINDOW:]) is not None
