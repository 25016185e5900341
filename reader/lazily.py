"""Sequences whose items are made when they are looked at: of a hundred thousand, those on the screen."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from functools import lru_cache
from typing import TypeVar, overload

Item = TypeVar("Item", covariant=True)


class LazySequence(Sequence[Item]):
    """Sub-classes say how many items there are and make the one at an index in `range(len(self))`; the `kept` looked at
    last are kept."""

    def __init__(self, kept: int) -> None:
        self._kept = lru_cache(kept)(self._item)

    @abstractmethod
    def _item(self, index: int) -> Item:
        raise NotImplementedError

    @overload
    def __getitem__(self, index: int) -> Item: ...

    @overload
    def __getitem__(self, index: slice) -> list[Item]: ...

    def __getitem__(self, index: int | slice) -> Item | list[Item]:
        if isinstance(index, slice):
            return [self._kept(at) for at in range(*index.indices(len(self)))]
        return self._kept(range(len(self))[index])
