"""What each layer adds to the names: the dictionary, the taggers, each rule; on the seeds and on unseen pages.

`python -m tests.bench.layers` prints the table; with `--write` it goes into CONTRIBUTING.md between its marks.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from time import process_time
from unittest.mock import patch

from reader.annotate import pagenames, tagger
from reader.annotate.reading import Reading, reading_of
from reader.annotate.word import Word
from reader.model import Entity, EntityType
from reader.parse.page import parse_page

ROOT = Path(__file__).parent.parent.parent
PAGES = ROOT / "tests" / "pages"
MARKS = re.compile(r"(?<=<!-- layers -->\n).*(?=<!-- /layers -->)", re.DOTALL)
GOLD = {
    "seeds": (ROOT / "tests" / "gold", ROOT / "seeds", ("000", "001", "002", "003", "004")),
    "looked at": (PAGES, PAGES, ("101", "104", "203", "301")),
    "unseen": (PAGES, PAGES, ("107", "201", "302", "303")),
}
_TYPES = {kind.value: kind for kind in EntityType} | {
    "nr": EntityType.PERSON,
    "ns": EntityType.PLACE,
    "nt": EntityType.ORGANISATION,
}

Gold = list[tuple[Reading, list[dict[str, object]]]]
Layer = tuple[str, dict[str, object]]


def _only_tags(texts: Sequence[str]) -> list[list[Entity]]:
    """Names as the tagger gives them."""
    return [[_entity(word) for word in words if _is_name(word)] for words in tagger.tag_texts(texts)]


def _is_name(word: Word) -> bool:
    return word.tag in ("PER", "LOC", "ORG") and len(word.text) > 1


def _entity(word: Word) -> Entity:
    return Entity(word.start, word.end, word.text, _TYPES[word.tag])


def _of_tag(kind: EntityType) -> Callable[[str, Sequence[Word]], Iterator[Entity]]:
    def found(text: str, tagged: Sequence[Word]) -> Iterator[Entity]:
        return (_entity(word) for word in tagged if _is_name(word) and _TYPES[word.tag] is kind)

    return found


def _nothing(*_arguments: object) -> Iterator[object]:
    return iter(())


_DICTIONARY: dict[str, object] = {"reader.annotate.tagger.missing": lambda: "left out"}
_BARE: dict[str, object] = {
    "reader.annotate.pagenames.find_names": _only_tags,
    "reader.annotate.pagenames._decide": lambda _entities: {},
    "reader.annotate.pagenames.column_names": _nothing,
}
LAYERS: tuple[Layer, ...] = (
    ("jieba.posseg alone", _DICTIONARY | _BARE),
    ("jieba.posseg and all rules", _DICTIONARY),
    ("lac_small alone", _BARE),
    ("lac_small and all rules", {}),
    ("… without taking run-on names apart", {"reader.annotate.names.split": iter}),
    (
        "… without putting organisations together",
        {"reader.annotate.names.find_organisations": _of_tag(EntityType.ORGANISATION)},
    ),
    ("… without short names of companies", {"reader.annotate.names.find_companies": _nothing}),
    ("… without zones and kinds of places", {"reader.annotate.names.find_places": _of_tag(EntityType.PLACE)}),
    ("… without bylines and titles", {"reader.annotate.names.find_persons": _of_tag(EntityType.PERSON)}),
    ("… without what columns say", {"reader.annotate.pagenames.column_names": _nothing}),
    ("… without one decision a page", {"reader.annotate.pagenames._decide": lambda _entities: {}}),
    ("… with unsure names", {"reader.annotate.pagenames.only_sure": tuple}),
)


def read_gold(name: str) -> Gold:
    """The pages of one set, read, and their annotated names."""
    gold, pages, numbers = GOLD[name]
    found: Gold = []
    for number in numbers:
        data = json.loads(next(gold.rglob(f"{number}.entities.json")).read_text("utf-8"))
        path = next(pages.rglob(data["file"]))
        mentions = data.get("entities") or data["mentions"]
        found.append((reading_of(parse_page(path.read_text("utf-8-sig"), str(path))), mentions))
    return found


def f1_and_speed(gold: Gold) -> tuple[float, float]:
    """F1 of span and type, what is ambiguous left out as the scorer does; and characters a second."""
    hits = found = wanted = characters = 0
    start = process_time()
    for reading, mentions in gold:
        sure = {(one["start"], one["end"], one["type"]) for one in mentions if not one.get("ambiguous")}
        loose = [(int(str(one["start"])), int(str(one["end"]))) for one in mentions if one.get("ambiguous")]
        got = {
            (one.start, one.end, one.type.value)
            for one in pagenames.only_sure(pagenames.names_in(reading))
            if not any(one.start < end and begin < one.end for begin, end in loose)
        }
        hits, found, wanted = hits + len(sure & got), found + len(got), wanted + len(sure)
        characters += len(reading.text)
    return 2 * hits / (found + wanted), characters / (process_time() - start)


def table() -> str:
    golds = {name: read_gold(name) for name in GOLD}
    lines = [
        f"| names, F1 of span and type | {' | '.join(golds)} | characters/s |",
        f"|---|{'---|' * len(golds)}---|",
    ]
    for title, changes in LAYERS:
        with ExitStack() as stack:
            for target, replacement in changes.items():
                stack.enter_context(patch(target, replacement))
            for gold in golds.values():
                # Once to load what is loaded once.
                f1_and_speed(gold[:1])
            measured = [f1_and_speed(gold) for gold in golds.values()]
        scores = " | ".join(f"{100 * f1:.1f}" for f1, _speed in measured)
        lines.append(f"| {title} | {scores} | {min(speed for _f1, speed in measured):,.0f} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.layers", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the table into CONTRIBUTING.md")
    write = parser.parse_args().write
    assert tagger.missing() is None, tagger.missing()
    text = table()
    sys.stdout.write(text)
    if write:
        path = ROOT / "CONTRIBUTING.md"
        path.write_text(MARKS.sub(lambda _old: text, path.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
