"""The language of the interface: gettext catalogues in `reader/locales`, English message ids.

`_` and `ngettext` translate when they are called, so text built before `use` was called keeps its language; declare
such texts with `N_` and translate them where they are shown.
"""

from __future__ import annotations

import gettext
import locale
import os
from pathlib import Path

DOMAIN = "reader"
LOCALES = Path(__file__).parent / "locales"
LANGUAGES = ("en", "zh_CN")

_catalogue: gettext.NullTranslations = gettext.NullTranslations()
_language = "en"


def _from_environment() -> str:
    """The first of the variables gettext honours, in its order."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            return value.split(":")[0]
    return locale.getlocale()[0] or "en"


def choose(wanted: str | None = None) -> str:
    """The shipped language for a wish such as `zh`, `zh-CN`, `zh_CN.UTF-8`; without one, for the environment."""
    name = (wanted or _from_environment()).replace("-", "_").lower()
    return "zh_CN" if name.startswith("zh") else "en"


def use(wanted: str | None = None) -> str:
    """Load the catalogue for `wanted` (default: the environment's) and return the language's name."""
    global _catalogue, _language
    _language = choose(wanted)
    _catalogue = gettext.translation(DOMAIN, LOCALES, languages=[_language], fallback=True)
    return _language


def language() -> str:
    """The language in use."""
    return _language


def _(message: str) -> str:
    return _catalogue.gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    return _catalogue.ngettext(singular, plural, count)


def N_(message: str) -> str:  # noqa: N802 - the name gettext's tools look for
    """Mark `message` for translation where it is shown."""
    return message
