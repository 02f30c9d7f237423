"""The words of the window, through Qt's translation, and the locale of its dates.

English is the language of the sources. Its plurals are written `%n talk(s)` and resolved here, so
that no English translation file is needed.
"""

import re

from PySide6.QtCore import QCoreApplication, QLocale

_PLURAL = re.compile(r"\((\w+)\)")
_ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
_state = {"locale": _ENGLISH}


def translate(context: str, text: str, comment: str | None = None, n: int = -1) -> str:
    """The text in the language of the window.

    Args:
        context: the part of the window, as translators see it.
        text: English, with `{named}` placeholders that the caller fills afterwards.
        comment: tells two meanings of one text apart; may be None.
        n: the number for `%n` and the plural form; negative without one.
    """
    found = QCoreApplication.translate(context, text, comment, n)
    if n < 0:
        return found
    return _PLURAL.sub("" if n == 1 else r"\1", found)


def locale() -> QLocale:
    """For names of days and months and for numbers."""
    return _state["locale"]


def use_language(language: str, system: QLocale) -> None:
    """Set the language of the window, once at start.

    Args:
        language: `system`, `en` or `fr`.
        system: the locale of the computer.
    """
    chosen = system if language == "system" else QLocale(language)
    known = {QLocale.Language.English, QLocale.Language.French}
    _state["locale"] = chosen if chosen.language() in known else _ENGLISH
