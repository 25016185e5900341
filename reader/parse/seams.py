"""What the two sides of a line break say of it: does the sentence, or even the word, run on?"""

from __future__ import annotations

import re
from functools import cache

from reader.parse.words import word_list
from reader.resources import data_text

_OPENING = "([“‘《「『【〈"
_INSIDE = re.compile(r"[,。、;:!?)》」』”’】\]%·]")
_BARE_FIGURE = re.compile(r"\d+(?!\d*(?:月|日|年(?:\d|以?来|初|底|,|里|间|前|后)))")
_BEGINNING = re.compile(r"\d{1,2}月\d{1,2}日|[▲●■◆★①②③]|问:|答:|[\u4e00-\u9fff]{2,8}:")
_YEAR = re.compile(r"(?:19|20)\d\d年?")
_LATIN = re.compile(r"[A-Za-z0-9.]")
_UNIT = re.compile(r"[\d%‰.万亿千百余多个名家项人次年月日时分元吨米公里亩户台套件条座所只位岁届批种类级期版号]")


def runs_on(left: str, right: str) -> bool:
    """Whether the last characters of one folded line and the first of the next surely stand in one sentence."""
    if not left or not right:
        return False
    last, first = left[-1], right[0]
    if _INSIDE.match(first) or last in ",、;:(" or last in _OPENING:
        return True
    if last.isdigit() and _UNIT.match(first):
        return True
    if first.isdigit() and last in "年月第约超近达共批至满过逾仅增降升":
        # 超过|1998人, but 铃声从没断过|1998年夏天.
        return not (last in "过增降升" and _YEAR.match(right))
    if _LATIN.match(last) and last.isalpha() and _LATIN.match(first):
        return True
    # 的 ends no heading, but 参与 and 供给 do: a character that is the second half of a word says nothing.
    bound_left = _ends_in_word(left)
    bound_right = len(right) > 1 and is_word_pair(first, right[1])
    never_last, never_first = word_list("seams", "never_last"), word_list("seams", "never_first")
    if (last in never_last and not bound_left) or (first in never_first and not bound_right):
        return True
    return is_word_pair(last, first) and not (bound_left and bound_right)


def waits_for_word(left: str) -> bool:
    """Whether a folded text ends in a particle or preposition that no heading ends in: 最窄的."""
    return left[-1:] in word_list("seams", "never_last") and not _ends_in_word(left)


def _ends_in_word(left: str) -> bool:
    """Whether the last character is the second half of a word."""
    return len(left) > 1 and (is_word_pair(left[-2], left[-1]) or left[-2:] in word_list("seams", "may_end"))


def is_split_word(left: str, right: str) -> bool:
    """Whether a word that stands in no other reading runs over the seam: 依法组|织比照判决."""
    if len(left) < 2 or len(right) < 2:
        return False
    free = not is_word_pair(left[-2], left[-1]) and not is_word_pair(right[0], right[1])
    return is_word_pair(left[-1], right[0]) and free


def goes_on(left: str, right: str) -> float:
    """How much speaks for `right` being the other half of a sentence that stops with `left`, both folded.

    Above 0: more for than against. For halves that do not stand next to each other, where nothing else tells.
    """
    # A comma says that the sentence goes on, not with what.
    bound = left[-1:] not in ",、;:" and runs_on(left[-2:], right[:2])
    return (4.0 if bound else 0.0) + begins_inside(right)


def begins_inside(right: str) -> float:
    """How much speaks for a folded text beginning inside a sentence; below 0 when it reads as a beginning."""
    score = 0.0
    if _INSIDE.match(right):
        score += 6
    if _BARE_FIGURE.match(right):
        score += 1
    opener = right.startswith(word_list("seams", "openers"))
    if right.find(",", 0, 4) in (1, 2) and not opener:
        score += 2
    if len(right) <= 14 and right.find("。") == len(right) - 1:
        # 冒险航行。: a clause this short, alone, is the end of something.
        score += 3
    elif right.find("。", 0, 4) > 0:
        # 协议。石峰区…: the end of one sentence and the beginning of the next.
        score += 3
    if opener:
        score -= 2
    if right[0] in "“《‘":
        score -= 1
    if _BEGINNING.match(right):
        score -= 4
    return score


def opens_anew(right: str) -> bool:
    """Whether a folded text begins as only a new paragraph does, also where the one above lost its stop."""
    return right.startswith(word_list("seams", "sure_openers")) or _BEGINNING.match(right) is not None


def is_word_pair(first: str, second: str) -> bool:
    """Whether two characters next to each other usually stand inside one word: 诉讼, 公司, 政策."""
    return second in _followers().get(first, "")


@cache
def _followers() -> dict[str, str]:
    return {line[0]: line[1:] for line in data_text("parse/cohesion.txt").splitlines() if line[0] != "#"}
