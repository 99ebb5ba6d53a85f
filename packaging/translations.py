"""Keep the catalogues in resources/translations in step with the program.

    python packaging/translations.py update    take up new sentences, drop dead ones
    python packaging/translations.py check     fail if a sentence lacks a translation

A catalogue is edited by hand, or with Qt Linguist: `update` adds what is new with
`type="unfinished"`; put the translation there and take that mark away. Arabic has six
forms of a counted sentence, in the order zero, one, two, few (3 to 10), many (11 to
99), other (100, 200); English has two. `%Ln` in a form is the number in the digits of
the person. English holds counted sentences only, since the program is written in it.
"""

import argparse
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from xml.etree import ElementTree

import PySide6

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "app" / "hudhud"
CATALOGUES = ROOT / "resources" / "translations"
PLURAL_FORMS: Mapping[str, int] = MappingProxyType({"ar": 6, "en": 2})
COUNTED_ONLY = frozenset({"en"})


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="catalogues of translations")
    parser.add_argument("deed", choices=("update", "check"))
    if parser.parse_args(arguments).deed == "update":
        for language in PLURAL_FORMS:
            update(CATALOGUES / f"{language}.ts", language)
    wrongs = list(faults())
    for wrong in wrongs:
        print(wrong)
    return 1 if wrongs else 0


def faults() -> Iterator[str]:
    """What is missing or dead, one line each, judged by a fresh reading of the code."""
    with TemporaryDirectory() as folder:
        for language in PLURAL_FORMS:
            kept = CATALOGUES / f"{language}.ts"
            fresh = Path(folder) / kept.name
            shutil.copyfile(kept, fresh)
            update(fresh, language)
            if sources_in(fresh) != sources_in(kept):
                yield f"{language}: not in step with the code; run `update`"
            yield from unfinished(fresh, language)


def update(catalogue: Path, language: str) -> None:
    """Read every sentence of the code into a catalogue with Qt's own tool."""
    if not catalogue.exists():
        catalogue.parent.mkdir(parents=True, exist_ok=True)
    options = ["-no-obsolete", "-locations", "none", "-sort-messages"]
    if language in COUNTED_ONLY:
        options.append("-pluralonly")
    files = sorted(str(path) for path in SOURCES.rglob("*.py"))
    tool = Path(PySide6.__file__).parent / executable("lupdate")
    command = [str(tool), *options, *files, "-ts", str(catalogue)]
    command += ["-source-language", "en", "-target-language", language]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"lupdate failed:\n{done.stdout}{done.stderr}")


def executable(name: str) -> str:
    return f"{name}.exe" if sys.platform == "win32" else name


def messages(catalogue: Path) -> Iterator[tuple[str, ElementTree.Element]]:
    """Each message with the name of its context."""
    for context in ElementTree.parse(catalogue).getroot().iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name", ""), message


def sources_in(catalogue: Path) -> set[tuple[str, str, str]]:
    return {
        (context, message.findtext("source", ""), message.findtext("comment", ""))
        for context, message in messages(catalogue)
    }


def unfinished(catalogue: Path, language: str) -> Iterator[str]:
    for context, message in messages(catalogue):
        if not is_complete(message, PLURAL_FORMS[language]):
            source = message.findtext("source", "")
            yield f"{language}: {context}: not translated: {source!r}"


def is_complete(message: ElementTree.Element, plural_forms: int) -> bool:
    translation = message.find("translation")
    if translation is None or translation.get("type") is not None:
        return False
    if message.get("numerus") != "yes":
        return bool(translation.text)
    forms = [form.text for form in translation.iter("numerusform")]
    return len(forms) == plural_forms and all(forms)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
