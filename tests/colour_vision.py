"""Colours as colour-blind readers see them, and how far apart two colours are.

Matrices: Machado, Oliveira & Fernandes, “A Physiologically-based Model for Simulation of Color Vision Deficiency”, IEEE
TVCG 15 (6), 2009, severity 1.0, for linear RGB. OKLab: Björn Ottosson, “A perceptual color space for image processing”,
2020.
"""

from __future__ import annotations

from math import dist

Triple = tuple[float, float, float]
Matrix = tuple[Triple, Triple, Triple]

VISION: dict[str, Matrix] = {
    "trichromat": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanope": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranope": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanope": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
_CONES: Matrix = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_LAB: Matrix = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)


def distance(first: str, second: str) -> float:
    """The least distance of two `#rrggbb` colours in OKLab, times 100, over every kind of `VISION`."""
    return min(100 * dist(oklab(first, vision), oklab(second, vision)) for vision in VISION.values())


def oklab(colour: str, vision: Matrix = VISION["trichromat"]) -> Triple:
    """A `#rrggbb` colour as somebody sees it: lightness 0 to 1, green to red, blue to yellow."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    seen = [min(max(channel, 0.0), 1.0) for channel in _times(vision, (red, green, blue))]
    long, middle, short = (cone ** (1 / 3) for cone in _times(_CONES, (seen[0], seen[1], seen[2])))
    return _times(_LAB, (long, middle, short))


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _times(matrix: Matrix, vector: Triple) -> Triple:
    first, second, third = (sum(m * v for m, v in zip(row, vector, strict=True)) for row in matrix)
    return first, second, third
