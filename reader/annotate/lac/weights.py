"""The files of `lac_small`, the lexical analyser of Baidu that jieba carries for its paddle mode: read, and checked.

Each parameter is a file in the format of `paddle.fluid.io.save_vars`: a version, the level of detail, the version of
the tensor, the size of a protobuf `TensorDesc` (type, then dimensions), that description, and the values. The two lists
of characters and tags are lines of `number<TAB>text`. Nothing in them is executed.
"""

from __future__ import annotations

import importlib.util
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from reader.annotate.lac.faults import BadWeightsError

Floats = npt.NDArray[np.float32]

EMBEDDED = 128
HIDDEN = 128
_FLOAT32 = 5
"""`VarType.FP32` of paddle's framework.proto."""
_LARGEST_DESCRIPTION = 64


class Direction(NamedTuple):
    """One direction of one recurrent layer, of `n` inputs: `project` is n × 3·HIDDEN, `gates` HIDDEN × 2·HIDDEN,
    `candidate` HIDDEN × HIDDEN, `bias` of 3·HIDDEN values (the update gate, the reset gate, the candidate)."""

    project: Floats
    gates: Floats
    candidate: Floats
    bias: Floats


class Weights(NamedTuple):
    """The whole network: two layers read in both directions, one score for each tag, and a chain of tags."""

    characters: dict[str, int]
    unknown: int
    tags: tuple[str, ...]
    embedding: Floats
    layers: tuple[tuple[Direction, Direction], ...]
    """Forwards and backwards."""
    score: Floats
    score_bias: Floats
    first: Floats
    last: Floats
    transitions: Floats
    """`[i, j]`: from tag `i` to tag `j`."""


def folder() -> Path | None:
    """Where jieba keeps the tagger, found without importing jieba; None when it is not installed or comes without."""
    found = importlib.util.find_spec("jieba")
    for place in (found.submodule_search_locations or ()) if found else ():
        path = Path(place) / "lac_small"
        if (path / "model_baseline").is_dir():
            return path
    return None


def load(path: Path) -> Weights:
    """Read the tagger kept in `path`.

    Raises:
        BadWeightsError: when a file is missing, is cut short or has another shape than the network needs.

    """
    characters = dict(_numbered(path / "word.dic"))
    tags = {number: tag for tag, number in _numbered(path / "tag.dic")}
    if "OOV" not in characters or sorted(tags) != list(range(len(tags))):
        raise BadWeightsError(f"{path}: the lists of characters and tags are not whole")
    model = path / "model_baseline"
    size = max(characters.values()) + 1
    count = len(tags)
    chain = _tensor(model / "crfw", (count + 2, count))
    return Weights(
        characters,
        characters["OOV"],
        tuple(tags[number] for number in range(count)),
        _tensor(model / "word_emb", (size, EMBEDDED)),
        tuple(
            (_direction(model, 2 * layer, inputs), _direction(model, 2 * layer + 1, inputs))
            for layer, inputs in enumerate((EMBEDDED, 2 * HIDDEN))
        ),
        _tensor(model / "fc_4.w_0", (2 * HIDDEN, count)),
        _tensor(model / "fc_4.b_0", (count,)),
        chain[0],
        chain[1],
        chain[2:],
    )


def _direction(model: Path, number: int, inputs: int) -> Direction:
    recurrent = _tensor(model / f"gru_{number}.w_0", (HIDDEN, 3 * HIDDEN)).ravel()
    # paddle keeps the two matrices one behind the other, whatever the shape says.
    gates, candidate = recurrent[: 2 * HIDDEN * HIDDEN], recurrent[2 * HIDDEN * HIDDEN :]
    bias = _tensor(model / f"fc_{number}.b_0", (3 * HIDDEN,)) + _tensor(model / f"gru_{number}.b_0", (1, 3 * HIDDEN))[0]
    return Direction(
        _tensor(model / f"fc_{number}.w_0", (inputs, 3 * HIDDEN)),
        gates.reshape(HIDDEN, 2 * HIDDEN),
        candidate.reshape(HIDDEN, HIDDEN),
        bias,
    )


def _numbered(path: Path) -> Iterator[tuple[str, int]]:
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise BadWeightsError(f"{path}: {error}") from error
    for line in lines:
        number, tab, text = line.partition("\t")
        if tab and number.isascii() and number.isdecimal():
            yield text.rstrip("\r"), int(number)


def _tensor(path: Path, shape: tuple[int, ...]) -> Floats:
    try:
        data = path.read_bytes()
        version, level, tensor_version, size = struct.unpack_from("<IQIi", data)
    except (OSError, struct.error) as error:
        raise BadWeightsError(f"{path}: {error}") from error
    start = struct.calcsize("<IQIi") + size
    if version or level or tensor_version or not 0 < size <= _LARGEST_DESCRIPTION:
        raise BadWeightsError(f"{path}: not a tensor as paddle.fluid writes it")
    kind, found = _described(data[start - size : start])
    if kind != _FLOAT32 or found != shape or len(data) - start != 4 * int(np.prod(shape)):
        raise BadWeightsError(f"{path}: {found} values of type {kind} where {shape} of float32 are needed")
    values = np.frombuffer(data, "<f4", offset=start).reshape(shape)
    if not np.isfinite(values).all():
        raise BadWeightsError(f"{path}: values that are no numbers")
    return values


def _described(description: bytes) -> tuple[int | None, tuple[int, ...]]:
    """The type and the dimensions of a `TensorDesc`: fields 1 and 2, both varints."""
    kind, shape = None, []
    values = iter(description)
    for key in values:
        value = shift = 0
        for byte in values:
            value |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80:
                break
        if key == 0x08:
            kind = value
        elif key == 0x10:
            shape.append(value)
    return kind, tuple(shape)
