"""`--sort` and `--desc` on the command line, in the order they stand in."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

SortOptions = list[tuple[str | None, bool]]
"""Columns and whether they go down. The name is None when `--desc` stood alone or before every `--sort`."""


class Sort(argparse.Action):
    """Sort by one more column; a `--desc` that stood before the first is meant for it."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[Any] | None,
        option_string: str | None = None,
    ) -> None:
        options: SortOptions = [*getattr(namespace, self.dest)]
        waiting = bool(options) and options[-1][0] is None
        options[len(options) - waiting :] = [(str(values), waiting)]
        setattr(namespace, self.dest, options)


class Descending(argparse.Action):
    """Turn the order of the last column around."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[Any] | None,
        option_string: str | None = None,
    ) -> None:
        options: SortOptions = [*getattr(namespace, self.dest)]
        name = options.pop()[0] if options else None
        setattr(namespace, self.dest, [*options, (name, True)])
