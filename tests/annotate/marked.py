"""Sentences with their marks written in: `{text|type|value|unit}`, `{text|PER}`; marks may nest."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

NAME_TYPES = frozenset({"PER", "LOC", "ORG"})


class Mark(NamedTuple):
    start: int
    end: int
    type: str
    value: str
    unit: str


class Sentence(NamedTuple):
    text: str
    marks: tuple[Mark, ...]

    @property
    def numbers(self) -> tuple[Mark, ...]:
        return tuple(sorted(mark for mark in self.marks if mark.type not in NAME_TYPES))

    @property
    def names(self) -> tuple[Mark, ...]:
        return tuple(sorted(mark for mark in self.marks if mark.type in NAME_TYPES))


def read_sentence(line: str) -> Sentence:
    text = ""
    marks: list[Mark] = []
    opened: list[int] = []
    at = 0
    while at < len(line):
        sign = line[at]
        if sign == "{":
            opened.append(len(text))
        elif sign == "|" and opened:
            close = line.index("}", at)
            kind, value, unit = (*line[at + 1 : close].split("|"), "", "")[:3]
            start = opened.pop()
            if kind:
                marks.append(Mark(start, len(text), kind, value, unit))
            at = close
        else:
            text += sign
        at += 1
    return Sentence(text, tuple(marks))


def sentences() -> list[Sentence]:
    lines = Path(__file__).with_name("sentences.txt").read_text("utf-8").splitlines()
    return [read_sentence(line) for line in lines if line and not line.startswith("#")]
