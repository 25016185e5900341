"""What in bytes written to a terminal it would obey or hide. Knows nothing of `reader.gate`, whose word it doubts."""

from __future__ import annotations

import re
import unicodedata

_SGR = re.compile(r"\x1b\[(?:\d{1,3}(?:;\d{1,3})*)?m")
"""A colour or a text style, ECMA-48 section 8.3.117."""
_IGNORABLE = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\ufff0-\ufff8\U000e0000-\U000e0fff]"
)
"""Default_Ignorable_Code_Point (DerivedCoreProperties.txt) beyond category Cf."""
_OBEYED = ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
_IDEOGRAPHS_TO_COME = range(0x20000, 0x3FFFE)


def is_stray(ch: str) -> bool:
    category = unicodedata.category(ch)
    if category == "Cn":
        return ord(ch) not in _IDEOGRAPHS_TO_COME
    return category in _OBEYED or _IGNORABLE.match(ch) is not None


def stray(written: bytes, *, keep: str = "\n\t", colours: bool = False) -> list[str]:
    """Where something stands that is neither printed nor one of `keep`, with what is around it; `colours`: well-formed
    SGR may stand there. Bytes that are no UTF-8 are strays too."""
    text = written.decode("utf-8", "surrogateescape")
    if colours:
        text = _SGR.sub("", text)
    return [repr(text[max(0, at - 20) : at + 20]) for at, ch in enumerate(text) if ch not in keep and is_stray(ch)]
