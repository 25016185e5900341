"""The short forms a name can be called by: what the rules of shortening make of it, whether anyone uses them or not.

Each rule is one way of leaving out what says little; a short form is shorter than its name and begins no new meaning:

- `END`: the kind of an organisation is left out. 太原理工大学 → 太原理工, 山西焦煤集团有限责任公司 → 山西焦煤集团.
- `DESIGNATION`: the end of an office as the press calls it. 太原市人民政府 → 太原市政府.
- `INITIALS`: of each word of an office or a university the first character. 山西省发展和改革委员会 → 山西省发改委.
- `LEVEL`: an office without the name of its province, city or county. 山西省发展和改革委员会 → 省发改委.
- `PLACE`: a place without its level. 太原市 → 太原.
- `LAST`: of a foreign name what stands behind the last dot. 弗拉基米尔·普京 → 普京.

What begins alike but leaves out more is no short form: 太原理工大学 of 太原理工大学附属中学, 王伟 of 王伟明. Neither is
what takes single characters of an office's place and of its parts: 山大一院 of 山西医科大学第一医院.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from enum import Enum
from functools import cache
from itertools import product

from reader.model import EntityType
from reader.parse.fold import fold
from reader.parse.words import prefectures
from reader.resources import data_text

_HAN = r"[\u3400-\u9fff]"
_DOTS = re.compile("[·・•‧]")


class Rule(Enum):
    """Which way of shortening a form is made by."""

    END = "end"
    DESIGNATION = "designation"
    INITIALS = "initials"
    LEVEL = "level"
    PLACE = "place"
    LAST = "last"

    @property
    def exclusive(self) -> bool:
        """Whether another name anywhere that has the same form stands against it: 太原市, 太原县 → 太原."""
        return self is not Rule.END


def short_forms(name: str, kind: EntityType) -> dict[str, Rule]:
    """The short forms of a name of that type, each with the rule that makes it; the first rule counts."""
    makers = {
        EntityType.PERSON: _of_person,
        EntityType.PLACE: _of_place,
        EntityType.ORGANISATION: _of_organisation,
    }
    forms: dict[str, Rule] = {}
    for form, rule in makers[kind](name):
        if len(form) < len(name):
            forms.setdefault(form, rule)
    return forms


def _of_person(name: str) -> Iterator[tuple[str, Rule]]:
    parts = _DOTS.split(name)
    if len(parts) > 1 and all(parts) and re.fullmatch(f"{_HAN}{{2,}}", parts[-1]):
        yield parts[-1], Rule.LAST


def _of_place(name: str) -> Iterator[tuple[str, Rule]]:
    found = _place().fullmatch(name)
    if found and found["core"][-1] not in _list("places", "levels"):
        if found["level"] == "区" and found["core"][-1] in _list("places", "no_district"):
            return
        yield found["core"], Rule.PLACE


def _of_organisation(name: str) -> Iterator[tuple[str, Rule]]:
    printed = fold(name)
    for end in _list("organisations", "kinds"):
        if printed.endswith(end) and _names_something(name[: -len(end)]):
            yield name[: -len(end)], Rule.END
    offices = dict(_office(name))
    yield from offices.items()
    for office in (name, *offices):
        found = _of_level().fullmatch(office)
        if found:
            yield found["short"], Rule.LEVEL


def _names_something(core: str) -> bool:
    """Whether what is left is a name of its own: not 太原 or 山西省 of a company there, nor 某某有限."""
    if core in prefectures() or not re.search(f"{_HAN}{{2}}|[A-Za-z]{{2}}", core):
        return False
    return core[-1] not in _list("places", "levels") and not core.endswith(tuple(_list("organisations", "cut")))


def _office(name: str) -> Iterator[tuple[str, Rule]]:
    for long, short in _pairs("designations").items():
        lead = name.removesuffix(long)
        if lead != name and lead[-1:] in _list("places", "levels"):
            yield lead + short, Rule.DESIGNATION
    found = _behind_level().match(name)
    lead, rest = (found[0], name[found.end() :]) if found else ("", name)
    for end, short_end in _pairs("ends").items():
        words = rest.removesuffix(end)
        # Without a place and a level before them only universities and academies are called so.
        if words == rest or not (lead or end in ("大学", "科学院")):
            continue
        for form in _first_characters(words, alone=not lead):
            if len(form) > 1 or not lead or end == "委员会":
                yield lead + form + short_end, Rule.INITIALS


def _first_characters(words: str, *, alone: bool) -> Iterator[str]:
    """发展和改革 → 发改: the first of each word of two characters.

    Of more than one word before or behind 和, only the first must be called: 人力资源和社会保障 → 人社, 人资社保 …
    """
    sides = re.split("[和与及、]", words)
    if any(len(side) % 2 for side in sides[:-1]) or (len(sides[-1]) % 2 and len(sides[-1]) < 3):
        return
    if not re.fullmatch(f"{_HAN}+", "".join(sides)) or (alone and len(words) != 2):
        return
    # The last word may have three: 信息化.
    called = [side[: len(side) // 2 * 2 : 2] for side in sides]
    if len(called) == 1:
        yield called[0]
        return
    for ways in product(*(_some(side) for side in called)):
        yield "".join(ways)


def _some(side: str) -> list[str]:
    """One or all of the words of a side."""
    return list(dict.fromkeys([*side, side]))


@cache
def _place() -> re.Pattern[str]:
    ends = "|".join([*sorted(_list("places", "regions"), key=len, reverse=True), *sorted(_list("places", "levels"))])
    return re.compile(rf"(?P<core>{_HAN}{{2,6}}?)(?P<level>{ends})")


@cache
def _behind_level() -> re.Pattern[str]:
    # A county may have one character, 祁县; 城市 and 小区 are no places.
    return re.compile(rf"{_HAN}{{2,5}}?[省市县区]|{_HAN}县")


@cache
def _of_level() -> re.Pattern[str]:
    ends = "|".join(sorted(_list("organisations", "of_level")))
    return re.compile(rf"(?:{_HAN}{{2,5}}?(?=[省市县区])|{_HAN}(?=县))(?P<short>[省市县区]{_HAN}*(?:{ends}))")


@cache
def _list(table: str, key: str) -> frozenset[str]:
    return frozenset(_data()[table][key].split())


@cache
def _pairs(key: str) -> dict[str, str]:
    pairs = (pair.partition("→") for pair in _data()["organisations"][key].split())
    return {long: short for long, _arrow, short in pairs}


@cache
def _data() -> dict[str, dict[str, str]]:
    return tomllib.loads(data_text("search/aliases.toml"))
