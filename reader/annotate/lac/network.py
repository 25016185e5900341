"""The network of `lac_small`: characters in, the best chain of tags out, many sentences at a time.

Two bidirectional layers of gated recurrent units under a conditional random field, as jieba's `lac_small/nets.py`
defines them for paddle: h = (1 - u)·h' + u·tanh(x + (r·h')W), the gates u and r by the logistic function.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from reader.annotate.lac.weights import HIDDEN, Direction, Floats, Weights

_Ints = npt.NDArray[np.intp]


class Network:
    """Tags sentences with weights that are read once."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags by their numbers: PER-B, PER-I, …"""
        return self._weights.tags

    def tag(self, sentences: Sequence[str]) -> list[list[int]]:
        """For each sentence the number of a tag for each of its characters.

        All sentences are run side by side, so hand over many at once; the longest decides how many steps it takes.
        """
        order, steps, scores = self._read(sentences)
        result: list[list[int]] = [[] for _ in sentences]
        if order:
            for index, tags in zip(order, self._decode(steps, scores), strict=True):
                result[index] = tags
        return result

    def score(self, sentences: Sequence[str]) -> list[Floats]:
        """For each sentence how much speaks for each tag at each of its characters: characters × tags."""
        order, steps, scores = self._read(sentences)
        result = [scores[:0] for _ in sentences]
        for row, index in enumerate(order):
            start = int(steps.starts[row])
            result[index] = scores[start : start + len(sentences[index])]
        return result

    def _read(self, sentences: Sequence[str]) -> tuple[list[int], _Steps, Floats]:
        """The sentences that hold anything, the longest first, and the scores of all their characters."""
        order = sorted((index for index, one in enumerate(sentences) if one), key=lambda index: -len(sentences[index]))
        known, unknown = self._weights.characters, self._weights.unknown
        steps = _Steps(np.array([len(sentences[index]) for index in order], np.intp))
        flat = np.fromiter((known.get(sign, unknown) for index in order for sign in sentences[index]), np.intp)
        signs, at = np.unique(flat, return_inverse=True)
        # A page has seven times as many characters as it has different ones.
        embedded = self._weights.embedding[signs]
        forward, backward = self._weights.layers[0]
        hidden = steps.both(
            (embedded @ forward.project + forward.bias)[at],
            (embedded @ backward.project + backward.bias)[at],
            forward,
            backward,
        )
        for forward, backward in self._weights.layers[1:]:
            hidden = steps.both(
                hidden @ forward.project + forward.bias, hidden @ backward.project + backward.bias, forward, backward
            )
        return order, steps, hidden @ self._weights.score + self._weights.score_bias

    def _decode(self, steps: _Steps, scores: Floats) -> list[list[int]]:
        """The best chain of tags for each sentence (Viterbi)."""
        weights = self._weights
        best = scores[steps.starts] + weights.first
        # [j, i]: the tag before is the last axis, which numpy searches fastest.
        reached = np.ascontiguousarray(weights.transitions.T)[None]
        back: list[npt.NDArray[np.uint8]] = []
        for step in range(1, steps.count):
            active = steps.active[step]
            ways = best[:active, None, :] + reached
            choice = ways.argmax(axis=2)
            back.append(choice.astype(np.uint8))
            best[:active] = (
                np.take_along_axis(ways, choice[:, :, None], axis=2)[:, :, 0] + scores[steps.starts[:active] + step]
            )
        tags = (best + weights.last).argmax(axis=1)
        chains: list[list[int]] = []
        for row, length in enumerate(steps.lengths.tolist()):
            tag = int(tags[row])
            chain = [tag]
            for step in range(length - 2, -1, -1):
                tag = int(back[step][row, tag])
                chain.append(tag)
            chains.append(chain[::-1])
        return chains


class _Steps:
    """How sentences of several lengths, the longest first, are read side by side: which still go on at each step."""

    def __init__(self, lengths: _Ints) -> None:
        self.lengths = lengths
        self.starts = np.cumsum(lengths) - lengths
        self.ends = self.starts + lengths - 1
        self.count = int(lengths[0]) if len(lengths) else 0
        self.active: list[int] = [int(np.searchsorted(-lengths, -step, "left")) for step in range(self.count)]

    def both(self, ahead: Floats, behind: Floats, forward: Direction, backward: Direction) -> Floats:
        """Run one layer over the projected inputs of both directions; one row of 2·HIDDEN values per character."""
        hidden = np.empty((len(ahead), 2 * HIDDEN), np.float32)
        self._read(ahead, forward, hidden[:, :HIDDEN], self.starts, 1)
        self._read(behind, backward, hidden[:, HIDDEN:], self.ends, -1)
        return hidden

    def _read(self, inputs: Floats, way: Direction, out: Floats, begin: _Ints, towards: int) -> None:
        state = np.zeros((len(begin), HIDDEN), np.float32)
        for step in range(self.count):
            active = self.active[step]
            at = begin[:active] + towards * step
            given = inputs[at]
            before = state[:active]
            gates = before @ way.gates
            gates += given[:, : 2 * HIDDEN]
            np.negative(gates, gates)
            np.exp(gates, gates)
            gates += 1
            np.reciprocal(gates, gates)
            update, reset = gates[:, :HIDDEN], gates[:, HIDDEN:]
            candidate = (reset * before) @ way.candidate
            candidate += given[:, 2 * HIDDEN :]
            np.tanh(candidate, candidate)
            candidate -= before
            candidate *= update
            before += candidate
            out[at] = before
