"""Catalogues of translations: the `.ts` files themselves, read and looked up.

Read as they are, so that a checkout, a wheel and a bundle run alike with nothing to
compile. The format is Qt Linguist's; a message that is unfinished counts as missing.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from xml.etree import ElementTree

from PySide6.QtCore import QObject, QTranslator

ANY_NUMBER = -1


@dataclass(frozen=True, slots=True)
class Key:
    context: str
    source: str
    comment: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Each message with its plural forms, in Qt's order; one form if not counted."""

    language: str
    forms: Mapping[Key, tuple[str, ...]]

    def text(self, key: Key, number: int) -> str | None:
        forms = self.forms.get(key)
        if not forms:
            return None
        if number == ANY_NUMBER or len(forms) == 1:
            return forms[0]
        return forms[PLURALS[self.language](number)]


def english_plural(number: int) -> int:
    return 0 if number == 1 else 1


def arabic_plural(number: int) -> int:
    """Zero, one, two, few (3 to 10), many (11 to 99), other (100, 101, 102, 200)."""
    if number <= 2:
        return number
    rest = number % 100
    if 3 <= rest <= 10:
        return 3
    return 4 if rest >= 11 else 5


PLURALS: Mapping[str, Callable[[int], int]] = MappingProxyType(
    {"en": english_plural, "ar": arabic_plural}
)


def read_catalogue(path: Path, language: str) -> Catalogue:
    """Read a `.ts` file; raises OSError or ElementTree.ParseError."""
    forms: dict[Key, tuple[str, ...]] = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            key = Key(
                name, message.findtext("source", ""), message.findtext("comment", "")
            )
            forms[key] = _forms(message)
    return Catalogue(language, MappingProxyType(forms))


def _forms(message: ElementTree.Element) -> tuple[str, ...]:
    translation = message.find("translation")
    if translation is None or translation.get("type") is not None:
        return ()
    plural = [form.text or "" for form in translation.iter("numerusform")]
    if plural:
        return tuple(plural) if all(plural) else ()
    return (translation.text,) if translation.text else ()


class CatalogueTranslator(QTranslator):
    """Answers Qt's questions from a catalogue; what is missing stays English."""

    def __init__(self, catalogue: Catalogue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue

    def isEmpty(self) -> bool:
        return False

    def translate(
        self,
        context: str,
        sourceText: str,
        disambiguation: str | None = None,
        n: int = ANY_NUMBER,
    ) -> str | None:
        return self._catalogue.text(Key(context, sourceText, disambiguation or ""), n)
