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
_SHOWN = 60


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    items = r"(?P<items>[^。:;\n]{3,})"
    lead, these = one_of("lists", "lead"), one_of("lists", "these")
    return (
        re.compile(rf"(?P<count>{FIGURE}){_NOT}{{0,22}}?{lead}(?:[:,]|是|为)?{items}"),
        re.compile(rf"{these}(?P<count>{FIGURE})[^。,{FIGURE[1:-1]}\x00]{{0,16}}:{items}"),
    )


def lists(page: Page, article: str | None, sentence: Sentence) -> Iterator[Finding]:
    """Counts that are not those of the things listed behind them, where the words say that all are listed."""
    done: set[int] = set()
    for pattern in _patterns():
        for found in pattern.finditer(sentence.form):
            at = sentence.index(found["count"])
            if at not in done:
                done.add(at)
                yield from _judged(page, article, sentence, found)


def _judged(page: Page, article: str | None, sentence: Sentence, found: re.Match[str]) -> Iterator[Finding]:
    count = sentence.at(found["count"])
    items = found["items"].rstrip("。!?;\n")
    if count.type is not NumberType.COUNT or count.rounded or count.is_rough or not 2 <= count.value <= _MOST:
        return
    if re.search(FIGURE, items) or "\x00" in items or "," in items:
        # Figures make it a list of amounts, commas one of clauses: what an item is, is not sure then.
        return
    plain = _INSIDE.sub("□", items)
    if "、" not in plain or plain.endswith(words("lists", "more")):
        return
    most = plain.count("、") + 1 + len(re.findall(one_of("lists", "conjunctions"), plain))
    least = plain.count("、") + 1 + _is_joined(plain)
    if least <= count.value <= most:
        return
    listed = most if count.value > most else least
    shown = items[:_SHOWN] + ("…" if len(items) > _SHOWN else "")
    note = _("{count} are listed: {items}").format(count=listed, items=shown)
    yield finding(page, article, sentence, count, count.like(listed), note, Kind.COUNT, is_certain=False)


def _is_joined(plain: str) -> bool:
    """Whether the last two things are surely joined by 和: A公司、B公司和C公司, where both end alike."""
    last = plain.rsplit("、", 1)[-1]
    joints = re.finditer(one_of("lists", "conjunctions"), last)
    return any(joint.start() > 0 and last[joint.start() - 1] == last[-1] for joint in joints)
