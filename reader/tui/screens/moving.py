"""The commands that move in a list, a text or a table, the same on every screen."""

from __future__ import annotations

from typing import Protocol


class Movable(Protocol):
    """What can be moved in, by items, rows or lines."""

    def move(self, step: int) -> object: ...

    def page(self, direction: int) -> None: ...

    def to_first(self) -> None: ...

    def to_last(self) -> None: ...


class Moving:
    """For a screen: hands the commands on to `moved`."""

    @property
    def moved(self) -> Movable:
        raise NotImplementedError

    def action_up(self) -> None:
        self.moved.move(-1)

    def action_down(self) -> None:
        self.moved.move(1)

    def action_page_up(self) -> None:
        self.moved.page(-1)

    def action_page_down(self) -> None:
        self.moved.page(1)

    def action_first(self) -> None:
        self.moved.to_first()

    def action_last(self) -> None:
        self.moved.to_last()
