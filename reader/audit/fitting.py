"""A linear fit that a few wrong rows do not move: least absolute deviations.

Iteratively reweighted least squares (E. J. Schlossmacher, JASA 68, 1973), in plain Python: tables have tens of rows and
a handful of columns, for which importing numpy costs more than the fit.
"""

from __future__ import annotations

from collections.abc import Sequence

_ROUNDS = 40
_RIDGE = 1e-10
_LEAST = 1e-4


def least_squares(rows: Sequence[Sequence[float]], wanted: Sequence[float], weights: Sequence[float]) -> list[float]:
    """The coefficients of the columns of `rows` that come nearest to `wanted`; those of idle columns are 0."""
    size = len(rows[0])
    normal = [[0.0] * (size + 1) for _ in range(size)]
    for row, value, weight in zip(rows, wanted, weights, strict=True):
        for i, left in enumerate(row):
            scaled = weight * left
            line = normal[i]
            for j in range(i, size):
                line[j] += scaled * row[j]
            line[size] += scaled * value
    for i in range(size):
        for j in range(i):
            normal[i][j] = normal[j][i]
        normal[i][i] *= 1 + _RIDGE
    return _solved(normal)


def _solved(matrix: list[list[float]]) -> list[float]:
    """Gauss-Jordan with the largest pivot; a column without one gets 0."""
    size = len(matrix)
    for at in range(size):
        pivot = max(range(at, size), key=lambda row: abs(matrix[row][at]))
        matrix[at], matrix[pivot] = matrix[pivot], matrix[at]
        head = matrix[at][at]
        if abs(head) < 1e-9:
            matrix[at] = [0.0] * (size + 1)
            for row in range(size):
                matrix[row][at] = 0.0
            matrix[at][at] = 1.0
            continue
        matrix[at] = [value / head for value in matrix[at]]
        for row in range(size):
            factor = matrix[row][at]
            if row != at and factor:
                matrix[row] = [value - factor * other for value, other in zip(matrix[row], matrix[at], strict=True)]
    return [line[size] for line in matrix]


def least_deviations(rows: Sequence[Sequence[float]], wanted: Sequence[float]) -> list[float]:
    """The coefficients with the smallest sum of absolute deviations, nearly."""
    weights = [1.0] * len(rows)
    found: list[float] = []
    for _ in range(_ROUNDS):
        found = least_squares(rows, wanted, weights)
        off = [abs(dot(found, row) - value) for row, value in zip(rows, wanted, strict=True)]
        weights = [1 / max(_LEAST, value) for value in off]
    return found


def dot(left: Sequence[float], right: Sequence[float]) -> float:
    return sum(a * b for a, b in zip(left, right, strict=True))
