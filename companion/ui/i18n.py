"""The words of the window, through Qt's translation, and the locale of its dates.

English is the language of the sources. Its plurals are written `%n talk(s)` and resolved here, so
that no English translation file is needed, and none is read. `make translations` makes the others.
"""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from companion.errors import Said, SaidAll

if TYPE_CHECKING:
    from PySide6.QtCore import QTranslator

_PLURAL = re.compile(r"\((\w+)\)")
_ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
_TRANSLATED = {QLocale.Language.French: "fr"}


class _Chosen:
    """The language in use; Qt does not keep its translators alive."""

    def __init__(self) -> None:
        self.locale = _ENGLISH
        self.translators: list[QTranslator] = []


_chosen = _Chosen()


def translate(context: str, text: str, comment: str | None = None, n: int = -1) -> str:
    """The text in the language of the window.

    Args:
        context: the part of the window, as translators see it.
        text: English, with `{named}` placeholders that the caller fills afterwards.
        comment: tells two meanings of one text apart; may be None.
        n: the number for `%n` and the plural form; negative without one.
    """
    found = QCoreApplication.translate(context, text, comment, n)
    if n < 0 or found != text.replace("%n", str(n)):
        return found
    return _PLURAL.sub("" if n == 1 else r"\1", found)


def labelled(name: str, value: str) -> str:
    """`Room: Copland Theatre`, with the language's own space before the colon."""
    return translate("Glue", "{name}: {value}").format(name=name, value=value)


def listed(parts: Iterable[str]) -> str:
    """Sentences or longer parts on one line."""
    return translate("Glue", "; ", "between the parts of an enumeration").join(parts)


def said_text(text: object) -> str:
    """What the layers below say in English, in the language of the window.

    Args:
        text: a `Said` or `SaidAll`, an exception that holds one, a fixed text; anything else is
            only shown.
    """
    if isinstance(text, Exception) and text.args:
        text = text.args[0]
    if isinstance(text, SaidAll):
        return " ".join(said_text(part) for part in text.parts)
    if isinstance(text, Said):
        values = {name: _value_text(value) for name, value in text.values.items()}
        return _below(text.template).format(**values)
    return _below(str(text))


def _value_text(value: object) -> object:
    if isinstance(value, float):
        return locale().toString(value, "f", 1)
    return said_text(value) if isinstance(value, str | Exception) else value


def _below(text: str) -> str:
    if not text:
        return ""
    found = translate("Details", text)
    return translate("Errors", text) if found == text else found


def quoted(text: str) -> str:
    """`“text”`, in the quotes of the language."""
    return translate("Glue", "“{text}”").format(text=text)


def place_name(name: str) -> str:
    """A city or country of the catalogue as the language of the window writes it."""
    return translate("Places", name) if name else ""


def edition_title(title: str) -> str:
    """A title of the catalogue; those of the samples say that they are samples."""
    return translate("Titles", title)


def locale() -> QLocale:
    """For names of days and months and for numbers."""
    return _chosen.locale


def use_language(language: str, system: QLocale) -> None:
    """Set the language of the window, before its widgets are made.

    Args:
        language: `system`, `en` or `fr`.
        system: the locale of the computer.
    """
    for translator in _chosen.translators:
        QCoreApplication.removeTranslator(translator)
    wanted = system if language == "system" else QLocale(language)
    code = _TRANSLATED.get(wanted.language())
    is_known = code is not None or wanted.language() == QLocale.Language.English
    _chosen.locale = wanted if is_known else _ENGLISH
    _chosen.translators = _installed(code) if code else []
    QLocale.setDefault(_chosen.locale)


def _installed(code: str) -> "list[QTranslator]":
    """Our words, and Qt's own: buttons of its dialogs, names of keys, menus of text fields."""
    from PySide6.QtCore import QLibraryInfo, QTranslator  # noqa: PLC0415 - not for English

    from companion.paths import resource  # noqa: PLC0415

    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    ours = resource(f"translations/companion_{code}.qm")
    made: list[QTranslator] = []
    for file in (f"{qt}/qtbase_{code}.qm", str(ours)):
        translator = QTranslator()
        if translator.load(file):
            QCoreApplication.installTranslator(translator)
            made.append(translator)
    return made
