"""Interviews whose turns are led by who speaks, by name and not as 问 and 答: 何敬文:是后排睡觉的人."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from reader.parse.han import HAN
from reader.parse.lines import Line

_SPEAKER = re.compile(rf"({HAN}{{2,6}}):(?=\S)")
_NEAR = 3
"""Lines from one turn to the next; a column cut or a caption may stand between them."""


def interview_turns(lines: Sequence[Line]) -> frozenset[int]:
    """The indices of the lines that open a turn: led by one of two speakers who take turns at least twice."""
    led = [(index, found[1]) for index, line in enumerate(lines) if (found := _SPEAKER.match(line.text))]
    exchanges = Counter(
        frozenset((first, second))
        for (at, first), (behind, second) in pairwise(led)
        if first != second and behind - at <= _NEAR
    )
    speakers = {one for pair, count in exchanges.items() if count > 2 for one in pair}
    return frozenset(index for index, speaker in led if speaker in speakers)
