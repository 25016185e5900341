"""The network of `lac_small`: characters in, the best chain of tags out, many sentences at a time.

Two bidirectional layers of gated recurrent units under a conditional random field, as jieba's `lac_small/nets.py`
defines them for paddle: h = (1 - u)·h' + u·tanh(x + (r·h')W), the gates u and r by the logistic function.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from reader.annotate.lac.weights import HIDDEN, Direction, Floats, Weights

_Ints = npt.NDArray[np.intp]
_SIDE_BY_SIDE = 512
"""Sentences: fewer make the steps small, and what more of them hold finds no room in a processor's cache."""


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

        Many sentences are run side by side, so hand over all there are.
        """
        return [
            tags
            for first in range(0, len(sentences), _SIDE_BY_SIDE)
            for tags in self._tag(sentences[first : first + _SIDE_BY_SIDE])
        ]

    def _tag(self, sentences: Sequence[str]) -> list[list[int]]:
        pack, scores = self._read(sentences)
        tags = self._decode(pack, scores)[pack.flat_order].tolist() if pack.count else []
        return [tags[start:end] for start, end in pack.places]

    def score(self, sentences: Sequence[str]) -> list[Floats]:
        """For each sentence how much speaks for each tag at each of its characters: characters × tags."""
        pack, scores = self._read(sentences)
        flat = scores[pack.flat_order]
        return [flat[start:end] for start, end in pack.places]

    def _read(self, sentences: Sequence[str]) -> tuple[_Pack, Floats]:
        """The scores of all characters, in the order of the pack."""
        known, unknown = self._weights.characters, self._weights.unknown
        pack = _Pack([len(sentence) for sentence in sentences])
        flat = np.fromiter((known.get(sign, unknown) for sentence in sentences for sign in sentence), np.intp)
        # A page has seven times as many characters as it has different ones.
        signs, at = np.unique(flat[pack.order], return_inverse=True)
        embedded = self._weights.embedding[signs]
        forward, backward = self._weights.layers[0]
        given = np.empty((2, len(flat), 3 * HIDDEN), np.float32)
        np.take(embedded @ forward.project + forward.bias, at, axis=0, out=given[0], mode="clip")
        np.take(embedded @ backward.project + backward.bias, at[pack.turned], axis=0, out=given[1], mode="clip")
        hidden = pack.run(given, forward, backward)
        for forward, backward in self._weights.layers[1:]:
            np.matmul(hidden, forward.project, out=given[0])
            np.take(hidden @ backward.project, pack.turned, axis=0, out=given[1], mode="clip")
            given[0] += forward.bias
            given[1] += backward.bias
            hidden = pack.run(given, forward, backward)
        return pack, hidden @ self._weights.score + self._weights.score_bias

    def _decode(self, pack: _Pack, scores: Floats) -> _Ints:
        """The best chain of tags for each sentence (Viterbi), in the order of the pack."""
        weights = self._weights
        # Characters last: numpy takes the maximum over the first axis fastest.
        best = np.empty(scores.T.shape, np.float32)
        reached = weights.transitions[:, :, None]
        best[:, pack.slices[0]] = (scores[pack.slices[0]] + weights.first).T
        for before, here in pairwise(pack.slices):
            going_on = slice(before.start, before.start + here.stop - here.start)
            best[:, here] = (best[:, None, going_on] + reached).max(axis=0) + scores[here].T
        tags = np.empty(len(scores), np.intp)
        following = np.empty(0, np.intp)
        for step in range(pack.count - 1, -1, -1):
            here = pack.slices[step]
            going_on = slice(here.start, here.start + len(following))
            # Which tag led to the one that follows is asked only of the chain that was chosen.
            tags[going_on] = (best[:, going_on] + weights.transitions[:, following]).argmax(axis=0)
            ending = slice(going_on.stop, here.stop)
            tags[ending] = (best[:, ending] + weights.last[:, None]).argmax(axis=0)
            following = tags[here]
        return tags


class _Pack:
    """Sentences of several lengths read side by side: characters in the order of their step, then of their sentence,
    the longest sentence first, so that those of one step lie together."""

    def __init__(self, lengths: Sequence[int]) -> None:
        sizes = np.array(lengths, np.intp)
        starts = np.cumsum(sizes) - sizes
        self.places = list(zip(starts.tolist(), (starts + sizes).tolist(), strict=True))
        """Where each sentence stands among all their characters."""
        longest_first = np.argsort(-sizes, kind="stable")
        longest_first = longest_first[sizes[longest_first] > 0]
        sizes, starts = sizes[longest_first], starts[longest_first]
        self.count = int(sizes[0]) if len(sizes) else 0
        active = np.searchsorted(-sizes, -np.arange(self.count), "left")
        offsets = np.cumsum(active) - active
        self.slices = [slice(a, a + size) for a, size in zip(offsets.tolist(), active.tolist(), strict=True)]
        step = np.repeat(np.arange(self.count), active)
        row = np.arange(len(step)) - np.repeat(offsets, active)
        self.order: _Ints = starts[row] + step
        """For each character of the pack its index among all characters as they were handed over."""
        self.flat_order: _Ints = np.argsort(self.order)
        self.turned: _Ints = offsets[sizes[row] - 1 - step] + row
        """The characters of the pack as they come when every sentence is read from its end."""

    def run(self, given: Floats, forward: Direction, backward: Direction) -> Floats:
        """One layer over the projected inputs of both directions (2 × characters × 3·HIDDEN, the second one turned);
        one row of 2·HIDDEN values per character of the pack."""
        states = np.empty((2, given.shape[1], HIDDEN), np.float32)
        state = np.zeros((2, self.slices[0].stop if self.slices else 0, HIDDEN), np.float32)
        gate_weights = np.stack((forward.gates, backward.gates))
        candidate_weights = np.stack((forward.candidate, backward.candidate))
        for here in self.slices:
            before = state[:, : here.stop - here.start]
            gates = before @ gate_weights
            gates += given[:, here, : 2 * HIDDEN]
            np.negative(gates, gates)
            np.exp(gates, gates)
            gates += 1
            np.reciprocal(gates, gates)
            update, reset = gates[..., :HIDDEN], gates[..., HIDDEN:]
            candidate = (reset * before) @ candidate_weights
            candidate += given[:, here, 2 * HIDDEN :]
            np.tanh(candidate, candidate)
            candidate -= before
            candidate *= update
            before += candidate
            states[:, here] = before
        hidden = np.empty((given.shape[1], 2 * HIDDEN), np.float32)
        hidden[:, :HIDDEN] = states[0]
        hidden[self.turned, HIDDEN:] = states[1]
        return hidden
