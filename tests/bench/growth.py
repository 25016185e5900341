"""Whether pages that are long in an unusual way take time in proportion: twice the page, about twice the time.

    python -m tests.bench.growth [BYTES]

A ratio near 4 is a square. Of each page the parse, its figures and its names are timed, in processor seconds.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from time import process_time

from reader.annotate.page import annotate
from reader.limits import Limits, use
from reader.parse.page import parse_page

KINDS: dict[str, Callable[[int], str]] = {
    "a figure in each line": lambda size: "".join(f"第{n}条 {n % 97}\n" for n in range(size // 18)),
    "short lines": lambda size: "短行\n" * (size // 7),
    "rows": lambda size: "".join(f"{n}\t单位{n}\t{n % 100}.5\n" for n in range(size // 22)),
    "columns": lambda size: "\n".join("\t".join(str(n % 97) for n in range(size // 15)) for _row in range(5)),
    "figures in one line": lambda size: "1," * (size // 2),
    "names in one line": lambda size: "".join(f"记者 王{chr(0x4E00 + n % 5000)}伟 " for n in range(size // 18)),
    "names that begin alike": lambda size: "".join(f"太原市第{n}中学今日开学。\n" for n in range(size // 36)),
    "open tables": lambda size: "<table>" * (size // 7),
    "digits": lambda size: "7" * size,
    "sentences in one line": lambda size: "本报讯 昨日,市政府召开会议。" * (size // 42),
}


def main() -> None:
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    use(Limits(names_within=100 * size))
    annotate(parse_page("本报讯 记者王伟昨日到太原。"))
    for name, page in KINDS.items():
        short, long = (_seconds(page(times * size)) for times in (1, 2))
        sys.stdout.write(f"{name}: {short:.2f} s, twice as long {long:.2f} s, ratio {long / max(short, 1e-3):.1f}\n")


def _seconds(text: str) -> float:
    start = process_time()
    annotate(parse_page(text))
    return process_time() - start


if __name__ == "__main__":
    main()
