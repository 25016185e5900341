"""The parsers of the commands that go over a whole archive."""

from __future__ import annotations

import argparse

from reader.cli.parsers import add_paths, base_parser
from reader.i18n import _


def search_parser() -> argparse.ArgumentParser:
    parser = base_parser(
        "reader search",
        _("Find articles by words, names, dates and numbers."),
        _(
            "a query:\n"
            "  太原 供暖               both stand in the article\n"
            "  太原|大同 -医院         one of the two, and not the third (after -- when - comes first)\n"
            '  "城市 更新"             a phrase, signs and all\n'
            "  题:供暖 人:张伟         in the headline; a person's name; also 地 机构 报 栏目 表 类\n"
            "  2023-09..2023-10 >10亿元 <=5%   when, and how much\n\n"
            "exit codes: 0 found, 1 nothing was found, 2 nobody can search for that,\n"
            "3 found, but some source could not be opened"
        ),
    )
    parser.add_argument("query", metavar="QUERY", help=_("what is wanted, as one argument"))
    add_paths(parser)
    _add_format(
        parser, _("how to print (default: table); jsonl: one article a line, with every place in the page text")
    )
    parser.add_argument(
        "-C",
        "--context",
        type=_number,
        metavar="N",
        help=_("print the passages with hits whole, and N passages before and after each"),
    )
    parser.add_argument(
        "--order",
        choices=["newest", "relevant"],
        default="newest",
        help=_("relevant: those with the words in the headline first, then in the lede (default: newest)"),
    )
    _add_limit(parser, _("print the first N articles"))
    parser.add_argument("--count", action="store_true", help=_("print only how many articles, and of which years"))
    return parser


def names_parser() -> argparse.ArgumentParser:
    parser = base_parser(
        "reader names",
        _("List the persons, places and organisations that are named, the most frequent first."),
        _("Finding the names takes far longer than parsing; what was found is kept, and not looked for again."),
    )
    add_paths(parser)
    parser.add_argument("--type", choices=["person", "place", "organisation"], help=_("only names of this type"))
    _add_format(parser, _("how to print (default: table); jsonl: one name a line"))
    _add_limit(parser, _("print the first N names"))
    parser.add_argument(
        "--min", type=_number, default=1, metavar="N", help=_("only names that stand in N places or more")
    )
    return parser


def cache_parser() -> argparse.ArgumentParser:
    parser = base_parser(
        "reader cache",
        _("Say what is kept of pages that were parsed, or delete it. What is deleted is made again when it is needed."),
    )
    parser.add_argument(
        "task", choices=["info", "clear"], metavar="info|clear", help=_("info: list it; clear: delete all of it")
    )
    return parser


def _add_format(parser: argparse.ArgumentParser, said: str) -> None:
    parser.add_argument("--format", choices=["table", "jsonl"], default="table", help=said)


def _add_limit(parser: argparse.ArgumentParser, said: str) -> None:
    parser.add_argument("--limit", type=_number, metavar="N", help=said)


def _number(text: str) -> int:
    if text.isascii() and text.isdigit() and len(text) < 10:
        return int(text)
    raise argparse.ArgumentTypeError(_("{text} is no whole number").format(text=text))
