"""How many things are said to be listed, and how many are: 有3家,分别为A、B和C."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reader.audit.model import Finding, Kind
from reader.audit.sentences import FIGURE, Sentence, finding
from reader.audit.words import one_of, words
from reader.i18n import _
from reader.model import NumberType, Page

_NOT = f"[^。{FIGURE[1:-1]}\x00]"
_INSIDE = re.compile(r"“[^”]*”|‘[^’]*’|\([^()]*\)|《[^》]*》|「[^」]*」|【[^】]*】")
_MOST = 40


@cache
def _listed() -> re.Pattern[str]:
    lead = one_of("lists", "lead")
    return re.compile(rf"(?P<count>{FIGURE})(?P<between>{_NOT}{{0,22}}?){lead}(?:[:,]|是|为)?(?P<items>[^。:;\n]{{3,}})")


def lists(page: Page, article: str | None, sentence: Sentence) -> Iterator[Finding]:
    """Counts that are not those of the things listed behind them, where the words say that all are listed."""
    for found in _listed().finditer(sentence.form):
        count = sentence.at(found["count"])
        items = found["items"].rstrip("。!?;\n")
        if count.type is not NumberType.COUNT or count.rounded or not 2 <= count.value <= _MOST:
            continue
        if re.search(FIGURE, items) or "\x00" in items or "," in items:
            # Figures make it a list of amounts, commas one of clauses: what an item is, is not sure then.
            continue
        plain = _INSIDE.sub("□", items)
        if "、" not in plain or plain.endswith(words("lists", "more")):
            continue
        least = plain.count("、") + 1
        most = least + len(re.findall(one_of("lists", "conjunctions"), plain))
        if least <= count.value <= most:
            continue
        computed = count.like(most) if most == least or count.value > most else count.like(least)
        note = _("{count} are listed: {items}").format(count=most, items=items[:60] + ("…" if len(items) > 60 else ""))
        yield finding(page, article, sentence, count, computed, note, Kind.COUNT, is_certain=False)
