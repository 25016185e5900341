"""What can be wrong with the tagger's files."""

from __future__ import annotations


class BadWeightsError(Exception):
    """The files of the tagger are missing, or are not what they should be; the message says which and why."""
