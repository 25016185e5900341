"""The catalogues keep up with the code: nothing missing, nothing untranslated, nothing compiled from an older state."""

from __future__ import annotations

import re

import pytest
from babel.messages.catalog import Catalog

from reader import i18n
from reader.i18n import LANGUAGES
from tests.locales import catalogue, compiled, in_code, is_translated, messages

PLACEHOLDER = re.compile(r"\{\w*\}")


def texts(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, tuple | list) else [str(value)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogue_holds_every_string_of_the_code(language: str) -> None:
    wanted = {message.id for message in messages(in_code())}
    assert len(wanted) > 100
    assert {message.id for message in messages(catalogue(language))} == wanted, "run `make locales`"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_string_is_translated_with_its_placeholders(language: str) -> None:
    for message in messages(catalogue(language)):
        assert is_translated(message)
        wanted = set(PLACEHOLDER.findall(" ".join(texts(message.id))))
        for text in texts(message.string):
            assert set(PLACEHOLDER.findall(text)) == wanted


@pytest.mark.parametrize("language", LANGUAGES)
def test_compiled_catalogue_is_of_this_source(language: str) -> None:
    def pairs(of: Catalog) -> list[tuple[list[str], list[str]]]:
        return sorted((texts(message.id), texts(message.string)) for message in messages(of))

    assert pairs(compiled(language)) == pairs(catalogue(language)), "run `make locales`"


@pytest.mark.parametrize(
    ("wish", "language"),
    [("zh", "zh_CN"), ("zh-TW", "zh_CN"), ("zh_CN.UTF-8", "zh_CN"), ("en_GB", "en"), ("C.UTF-8", "en"), ("fr", "en")],
)
def test_the_language_follows_the_wish(wish: str, language: str) -> None:
    assert i18n.choose(wish) == language


def test_the_language_follows_the_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    try:
        assert i18n.use() == "zh_CN"
        assert i18n._("Quit") == "退出"
    finally:
        i18n.use("en")
