"""The gate every text passes before it is painted or printed: what a terminal obeys or hides becomes visible.

Text out of a file may carry escape sequences, bidirectional overrides that make one figure read as another, and
characters without a glyph that part what looks like one word. One code point stands for one, so offsets hold.

- C0 controls and DEL become their Control Pictures (ESC → ␛).
- ␦ stands for C1 controls, format characters (category Cf: bidi controls, zero-width characters, soft hyphen, tags,
  interlinear annotation), line and paragraph separators, lone surrogates, and what Unicode calls default
  ignorable (variation selectors, fillers, joiners; DerivedCoreProperties.txt, UAX #44).
- � stands for private use and for code points the running Python's `unicodedata` does not know, noncharacters
  included: nobody can say how wide they will be. The planes reserved for ideographs pass, since they are two
  cells wide by default (UAX #11) and rare personal names are encoded there every few years.
- Everything else stays, combining marks and right-to-left letters too.
"""

from __future__ import annotations

import re
import unicodedata

HIDDEN = "\u2426"
UNKNOWN = "\ufffd"

_IGNORABLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)


def _mark(ch: str) -> str:
    """What is shown for `ch`: itself, or the mark in its place."""
    code = ord(ch)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    category = unicodedata.category(ch)
    if category in ("Cc", "Cf", "Cs", "Zl", "Zp") or _IGNORABLE.match(ch):
        return HIDDEN
    if category == "Co" or (category == "Cn" and not (0x20000 <= code < 0x40000 and code & 0xFFFE != 0xFFFE)):
        return UNKNOWN
    return ch


def visible(text: str, *, keep: str = "\n\t") -> str:
    r"""`text` with a visible mark of one cell for each character a terminal would obey or hide.

    `keep` says which of `\n` and `\t` pass; give `""` for what is painted on one row. Same length as `text`, and the
    very same object when nothing was replaced. Raises `ValueError` when `keep` names another character. Linear.
    """
    if not set(keep) <= {"\n", "\t"}:
        raise ValueError(f"only line feed and tab may be kept, not {keep!r}")
    rest = text.replace("\u3000", "")
    for ch in keep:
        rest = rest.replace(ch, "")
    # What Python calls printable has a glyph, save for what is ignorable: texts are told apart fast by that.
    if rest.isprintable() and not _IGNORABLE.search(rest):
        return text
    marks = {ord(ch): mark for ch in set(rest) if (mark := _mark(ch)) != ch}
    return text.translate(marks) if marks else text
