"""Messages between the processes of an archive: a JSON object each, with bytes behind it where there are any.

4 bytes  length of the object, 8 bytes  length of the bytes, then both
"""

from __future__ import annotations

import json
import struct
from typing import IO, Any

_HEAD = struct.Struct("<IQ")

Message = dict[str, Any]


def send(stream: IO[bytes], message: Message, payload: bytes = b"") -> None:
    """Write one message at once. Raises `OSError` when nobody reads any more."""
    # Names of files may hold bytes that are no text; ASCII escapes carry them.
    data = json.dumps(message).encode("ascii")
    stream.write(_HEAD.pack(len(data), len(payload)) + data)
    if payload:
        stream.write(payload)
    stream.flush()


def receive(stream: IO[bytes]) -> tuple[Message, bytes] | None:
    """Wait for one message; None when there are no more, or the last one is cut short."""
    head = stream.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    length, more = _HEAD.unpack(head)
    data, payload = stream.read(length), stream.read(more) if more else b""
    if len(data) < length or len(payload) < more:
        return None
    return json.loads(data), payload
