"""A terminal reader for Chinese newspaper pages.

Importing the package is cheap on purpose: the command line must answer `--help` without textual or jieba.
"""

__version__ = "0.1.0"
