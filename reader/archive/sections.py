"""A file of named sections: written whole or not at all, read in place, and nothing in it is executed.

    8 bytes   the magic
    8 bytes   length of the header, little endian
    8 bytes   CRC-32 of that length and of the header, with what fills it up to a multiple of eight
    header    JSON: {"kind", "facts", "sections": {name: [offset from the end of the header, length, CRC-32]}}
    sections  each filled up to a multiple of eight, so that arrays can be read where they lie

Numbers in arrays have the byte order of the machine, which the magic tells.
"""

from __future__ import annotations

import json
import mmap
import os
import struct
import sys
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Literal, cast

from reader.privatefiles import open_plain

MAGIC = b"yuebao1<" if sys.byteorder == "little" else b"yuebao1>"
_HEAD = struct.Struct("<8sQQ")


class DamagedError(Exception):
    """It is no such file, or not all of it is there."""


class Sections:
    """`facts` is what the writer says of the file; a section is bytes, or an array of one type of number."""

    def __init__(self, data: bytes | mmap.mmap) -> None:
        """Raises `DamagedError`. The sections themselves are looked at only by `is_whole` and `verify`."""
        self._raw = data
        self._data = memoryview(data)
        try:
            magic, length, crc = _HEAD.unpack_from(self._data)
        except struct.error as error:
            raise DamagedError(str(error)) from error
        self._start = _aligned(_HEAD.size + length)
        if magic != MAGIC or self._start > len(self._data) or _crc(length, self._data[_HEAD.size : self._start]) != crc:
            raise DamagedError("it is cut short, or of another program")
        # From here on the header is what was written.
        header = json.loads(bytes(self._data[_HEAD.size : _HEAD.size + length]))
        self.facts: dict[str, Any] = header["facts"]
        self.kind: str = header["kind"]
        self._places: dict[str, tuple[int, int, int]] = header["sections"]
        end = max((offset + _aligned(size) for offset, size, _crc in self._places.values()), default=0)
        if self._start + end > len(self._data):
            raise DamagedError("it is cut short")

    def __len__(self) -> int:
        """Bytes of the whole file."""
        return len(self._data)

    def section(self, name: str) -> memoryview:
        offset, length, _crc = self._places[name]
        return self._data[self._start + offset : self._start + offset + length]

    def find(self, name: str, wanted: bytes, start: int, end: int) -> int:
        """Where `wanted` first stands in `[start, end)` of a section; -1 for nowhere."""
        at = self._start + self._places[name][0]
        found = self._raw.find(wanted, at + start, at + end)
        return found - at if found >= 0 else -1

    def array(self, name: str, code: str) -> memoryview[int]:
        """A section as whole numbers of a type code of `struct`."""
        return self.section(name).cast(cast("Literal['q']", code))

    def floats(self, name: str) -> memoryview[float]:
        """A section as numbers of 64 bits."""
        return self.section(name).cast("d")

    def is_whole(self, names: Iterable[str]) -> bool:
        """Whether these sections are there as they were written; reads them."""
        for name in names:
            if name not in self._places:
                return False
            offset, length, crc = self._places[name]
            start = self._start + offset
            if zlib.crc32(self._data[start : start + _aligned(length)]) != crc:
                return False
        return True

    def verify(self) -> bool:
        """Whether every byte is as it was written; reads all of them."""
        return self.is_whole(self._places)


def pack(kind: str, facts: Mapping[str, Any], sections: Mapping[str, bytes]) -> bytes:
    """The bytes of such a file."""
    places: dict[str, tuple[int, int, int]] = {}
    pieces: list[bytes] = []
    at = 0
    for name, data in sections.items():
        fill = bytes(_aligned(len(data)) - len(data))
        places[name] = at, len(data), zlib.crc32(fill, zlib.crc32(data))
        pieces += [data, fill]
        at += len(data) + len(fill)
    header = json.dumps({"kind": kind, "facts": dict(facts), "sections": places}).encode("ascii")
    filled = header + bytes(_aligned(_HEAD.size + len(header)) - _HEAD.size - len(header))
    return b"".join([_HEAD.pack(MAGIC, len(header), _crc(len(header), filled)), filled, *pieces])


def read(path: Path) -> Sections:
    """A file, mapped into memory; never one that a link leads to. Raises `OSError`, `DamagedError`."""
    with os.fdopen(open_plain(path), "rb") as file:
        try:
            return Sections(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        except ValueError as error:
            # There is nothing in it.
            raise DamagedError(str(error)) from error


def _crc(length: int, header: bytes | memoryview) -> int:
    return zlib.crc32(header, zlib.crc32(length.to_bytes(8, "little")))


def _aligned(offset: int) -> int:
    return (offset + 7) & ~7
