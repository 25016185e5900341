"""The command line in this process, its output as bytes."""

from __future__ import annotations

import io
import json
from contextlib import redirect_stderr, redirect_stdout
from typing import Any, NamedTuple, NoReturn

from reader.cli.main import main


class Done(NamedTuple):
    """`code` is the exit code."""

    code: int
    out: bytes
    err: bytes


class _Stream(io.TextIOWrapper):
    def __init__(self, *, is_terminal: bool) -> None:
        self.bytes = io.BytesIO()
        super().__init__(self.bytes, encoding="utf-8", newline="", write_through=True)
        self._is_terminal = is_terminal

    def isatty(self) -> bool:
        return self._is_terminal


def run(*arguments: str, is_terminal: bool = False) -> Done:
    """`reader` as a person starts it, with its output in a pipe, or as if it were on a terminal."""
    out, err = _Stream(is_terminal=is_terminal), _Stream(is_terminal=is_terminal)
    with redirect_stdout(out), redirect_stderr(err):
        try:
            code = main(arguments)
        except SystemExit as end:
            # The parser of arguments ends the program itself.
            code = end.code if isinstance(end.code, int) else 1
    return Done(code, out.bytes.getvalue(), err.bytes.getvalue())


def objects(lines: bytes) -> list[dict[str, Any]]:
    """JSON lines, as RFC 8259 has them: no `NaN`, no `Infinity`."""
    return [json.loads(line, parse_constant=_no_json) for line in lines.decode("utf-8").split("\n") if line]


def _no_json(name: str) -> NoReturn:
    raise ValueError(name)


def texts(value: object) -> str:
    """All strings in what JSON holds, one behind the other."""
    if isinstance(value, str):
        return value + "\n"
    if isinstance(value, dict):
        return "".join(map(texts, value.values()))
    return "".join(map(texts, value)) if isinstance(value, list) else ""
