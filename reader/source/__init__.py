"""From paths to page texts: find the files, read them, decode them."""

from reader.source.decode import Decoded, NotTextError, decode
from reader.source.find import STDIN, Found, find
from reader.source.problems import Problem
from reader.source.read import Loaded, SourceText, iter_load, load

__all__ = [
    "STDIN",
    "Decoded",
    "Found",
    "Loaded",
    "NotTextError",
    "Problem",
    "SourceText",
    "decode",
    "find",
    "iter_load",
    "load",
]
