"""The language of the window, and with it direction, digits, dates and size of type.

A switch needs no restart: Qt then sends LanguageChange to every widget, which words
itself anew. Language, direction and digits are separate wishes, linked by default.
"""

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from hudhud.config.settings import Digits, Direction, Language
from hudhud.ui.catalogue import CatalogueTranslator, read_catalogue
from hudhud.ui.icons import resource_folder
from hudhud.ui.typography import base_font, set_base_font

TRANSLATOR_NAME = "hudhud-translator"
SYSTEM_FONT_PROPERTY = "hudhud-system-font"
WESTERN_ZERO = "0"


def install_language(
    app: QApplication,
    language: str = Language.SYSTEM,
    digits: str = Digits.REGION,
    direction: str = Direction.LANGUAGE,
) -> None:
    """Word the program in a language; may be called again at any time.

    The choices are the values of the enumerations in `config.settings`.
    """
    locale = locale_for(language, digits, QLocale.system())
    code = _code_of(locale)
    QLocale.setDefault(locale)
    set_base_font(app, base_font(_system_font(app), locale))
    app.setLayoutDirection(_direction(code, direction))
    _replace_translators(app, code)


def locale_for(language: str, digits: str, system: QLocale) -> QLocale:
    """The system's own locale where it speaks the language, else one of its region."""
    wanted = QLocale.Language.English
    speaks_arabic = system.language() == QLocale.Language.Arabic
    if language == Language.ARABIC or (language == Language.SYSTEM and speaks_arabic):
        wanted = QLocale.Language.Arabic
    fits = system.language() == wanted
    locale = system if fits else QLocale(wanted, system.territory())
    return _with_digits(locale, digits)


def _with_digits(locale: QLocale, digits: str) -> QLocale:
    """Arabic has both kinds of digits, by region; English has one."""
    if locale.language() != QLocale.Language.Arabic or digits == Digits.REGION:
        return locale
    western = locale.zeroDigit() == WESTERN_ZERO
    if digits == Digits.WESTERN and not western:
        return QLocale("ar_AE")
    if digits == Digits.EASTERN and western:
        return QLocale("ar_EG")
    return locale


def _code_of(locale: QLocale) -> str:
    return "ar" if locale.language() == QLocale.Language.Arabic else "en"


def _system_font(app: QApplication) -> QFont:
    """The font the system gave at first, before this module changed it."""
    kept = app.property(SYSTEM_FONT_PROPERTY)
    if isinstance(kept, QFont):
        return kept
    font = QFont(app.font())
    app.setProperty(SYSTEM_FONT_PROPERTY, font)
    return font


def _direction(code: str, wanted: str) -> Qt.LayoutDirection:
    by_language = wanted == Direction.LANGUAGE and code == "ar"
    if by_language or wanted == Direction.RIGHT_TO_LEFT:
        return Qt.LayoutDirection.RightToLeft
    return Qt.LayoutDirection.LeftToRight


def _replace_translators(app: QApplication, code: str) -> None:
    for old in app.findChildren(QTranslator, TRANSLATOR_NAME):
        app.removeTranslator(old)
        old.setParent(None)
        old.deleteLater()
    ours = read_catalogue(resource_folder() / "translations" / f"{code}.ts", code)
    qt = QTranslator(app)
    qt.load(
        f"qtbase_{code}",
        QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath),
    )
    for translator in (qt, CatalogueTranslator(ours, app)):
        translator.setObjectName(TRANSLATOR_NAME)
        app.installTranslator(translator)
