"""Messages between processes: whole, or known to be cut short."""

from __future__ import annotations

import io

from hypothesis import given
from hypothesis import strategies as st

from reader.archive.frames import receive, send

MESSAGES = st.dictionaries(st.text(max_size=4), st.text(max_size=9) | st.integers(), max_size=3)


@given(st.lists(st.tuples(MESSAGES, st.binary(max_size=20)), max_size=4), st.integers(0, 200))
def test_what_is_sent_is_received_and_nothing_of_what_is_cut(
    sent: list[tuple[dict[str, str | int], bytes]], cut: int
) -> None:
    stream, ends = io.BytesIO(), []
    for message, payload in sent:
        send(stream, message, payload)
        ends.append(stream.tell())
    cut = min(cut, stream.tell())
    arriving = io.BytesIO(stream.getvalue()[:cut])
    received = list(iter(lambda: receive(arriving), None))
    assert received == sent[: sum(end <= cut for end in ends)]
