"""The catalogues are complete, and no translation loses a value on its way."""

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).parents[2]
TOOL = ROOT / "packaging" / "translations.py"
CATALOGUES = ROOT / "resources" / "translations"
PLACES = re.compile(r"%\d")
# One and two are words of their own in Arabic; the rest show their figure.
WITHOUT_FIGURE = 3


def messages(language: str) -> list[ElementTree.Element]:
    tree = ElementTree.parse(CATALOGUES / f"{language}.ts")
    return list(tree.getroot().iter("message"))


def test_every_sentence_of_the_code_is_translated() -> None:
    done = subprocess.run(
        [sys.executable, str(TOOL), "check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)


def test_a_translation_has_every_place_of_its_source() -> None:
    for message in messages("ar"):
        source = message.findtext("source", "")
        text = message.findtext("translation", "")
        if message.get("numerus") is None:
            assert Counter(PLACES.findall(source)) == Counter(PLACES.findall(text))


@pytest.mark.parametrize(("language", "forms"), [("ar", 6), ("en", 2)])
def test_a_counted_sentence_has_all_forms(language: str, forms: int) -> None:
    for message in messages(language):
        if message.get("numerus") == "yes":
            assert len(list(message.iter("numerusform"))) == forms


def test_large_counts_show_their_figure_in_the_persons_digits() -> None:
    for message in messages("ar"):
        counted = [form.text or "" for form in message.iter("numerusform")]
        assert all("%Ln" in form for form in counted[WITHOUT_FIGURE:])
        assert not any("%n" in form for form in counted)


def test_english_holds_counted_sentences_alone() -> None:
    assert all(message.get("numerus") == "yes" for message in messages("en"))
