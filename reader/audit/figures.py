"""A figure as it is printed: its value, how finely it was rounded, and what it would look like with another value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from reader.parse.fold import fold

_NUMBER = re.compile(r"[+-]?\d[\d,]*(?:\.\d+)?")
_SLACK = 1e-9


@dataclass(frozen=True)
class Figure:
    """`text` as printed and its `value`: 5.6万 is 56000, 93.29% whatever the caller counts percent in."""

    text: str
    value: float

    @cached_property
    def _number(self) -> re.Match[str] | None:
        return _NUMBER.search(fold(self.text))

    @cached_property
    def places(self) -> int:
        """Decimals printed."""
        return len(self._number[0].partition(".")[2]) if self._number else 0

    @cached_property
    def scale(self) -> float:
        """What one unit of the printed number is worth: 10000 for 5.6万."""
        if self._number is None:
            return 1.0
        number = float(self._number[0].replace(",", ""))
        if not number:
            return 1.0
        scale = self.value / number
        return round(scale) if abs(scale) >= 1 else float(f"{scale:.6g}")

    @property
    def step(self) -> float:
        """The last place printed, in terms of `value`: 100 for 5.61万, 0.01 for 3.20."""
        return float(10**-self.places * abs(self.scale))

    @property
    def half(self) -> float:
        """The most that rounding can have hidden."""
        return self.step / 2

    @property
    def rounded(self) -> float:
        """`half` where the figure shows that it was rounded; 0 for a plain count."""
        return self.half if self.places or abs(self.scale) > 1 else 0.0

    def like(self, value: float) -> str:
        """`value` printed as this figure is: the same decimals, the same unit."""
        found = self._number
        number = value / self.scale
        if found is None:
            return f"{number:.0f}"
        places = self.places
        plain = f"{number:,.{places}f}" if "," in found[0] else f"{number:.{places}f}"
        if not float(plain.replace(",", "")):
            plain = plain.lstrip("-")
        return self.text[: found.start()] + plain + self.text[found.end() :]

    def slips(self) -> Iterator[float]:
        """The values it would have with one digit changed, or two neighbours swapped."""
        found = self._number
        if found is None:
            return
        digits = found[0].replace(",", "")
        for at, sign in enumerate(digits):
            if not sign.isdigit():
                continue
            for other in "0123456789":
                if other != sign:
                    yield float(digits[:at] + other + digits[at + 1 :]) * self.scale
            if at + 1 < len(digits) and digits[at + 1].isdigit() and digits[at + 1] != sign:
                yield float(digits[:at] + digits[at + 1] + sign + digits[at + 2 :]) * self.scale

    def slipped_from(self, low: float, high: float) -> bool:
        """Whether one digit changed, or two neighbours swapped, brings it between `low` and `high`."""
        slack = _SLACK * max(1.0, abs(low), abs(high))
        return any(low - slack <= value <= high + slack for value in self.slips())


def plain(value: float, places: int = 2) -> str:
    """`value` for a note: no more decimals than it needs, at most `places`."""
    text = f"{value:.{places}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
