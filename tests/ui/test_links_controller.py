"""Links leave through the system, and not before a deception was asked about."""

import pytest
from PySide6.QtCore import QObject, QUrl
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hudhud.mime.links import LinkFacts, link_facts
from hudhud.ui.controllers.links import LinksController
from hudhud.ui.dialogs.link_question import LinkQuestion
from hudhud.ui.panes.link_texts import texts_of_link
from hudhud.ui.words import strip_isolates


class Asked:
    def __init__(self, answer: bool) -> None:
        self.answer = answer
        self.facts: list[LinkFacts] = []

    def open_link(self, facts: LinkFacts) -> bool:
        self.facts.append(facts)
        return self.answer


def opened(parent: QObject, asked: Asked, address: str, *texts: str) -> list[str]:
    found: list[str] = []

    def note(url: QUrl) -> bool:
        found.append(url.toString())
        return True

    LinksController(asked, parent, note).open(address, texts)
    return found


@pytest.mark.parametrize(
    "address",
    ["https://a.example/x?y=1", "http://a.example/", "mailto:layla@a.example"],
)
def test_an_honest_link_is_opened_unasked(qapp: QApplication, address: str) -> None:
    asked = Asked(False)
    assert opened(qapp, asked, address, "Read more") == [address]
    assert asked.facts == []


@pytest.mark.parametrize(
    "address",
    ["file:///etc/passwd", "javascript:alert(1)", "ftp://a.example/", "smb://a", "x"],
)
def test_nothing_but_the_web_and_mail_leaves(qapp: QApplication, address: str) -> None:
    asked = Asked(True)
    assert opened(qapp, asked, address) == []
    assert asked.facts == []


@pytest.mark.parametrize("answer", [True, False])
def test_a_text_that_names_another_place_is_asked_about(
    qapp: QApplication, answer: bool
) -> None:
    asked = Asked(answer)
    address = "https://evil.example/"
    found = opened(qapp, asked, address, "www.bank.example")
    assert found == ([address] if answer else [])
    assert asked.facts[0].differs


def test_one_deceiving_text_among_several_is_enough(qapp: QApplication) -> None:
    asked = Asked(False)
    texts = ("Read more", "https://bank.example/login")
    assert opened(qapp, asked, "https://evil.example/", *texts) == []


def test_a_name_in_disguise_is_asked_about(qapp: QApplication) -> None:
    asked = Asked(False)
    assert opened(qapp, asked, "https://xn--bnk-5cd.example/", "Bank") == []
    assert asked.facts[0].is_punycode


def test_the_question_names_both_places(qtbot: QtBot, dressed: QApplication) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    facts = link_facts("bank.example", "https://xn--bnk-5cd.example/")
    question = LinkQuestion(window)
    text = strip_isolates(question.question(facts))
    assert text == (
        "The link says bank.example, but it leads to xn--bnk-5cd.example. Open it?"
    )
    assert facts.unicode_host in strip_isolates(question.consequence(facts))


def test_the_texts_of_a_link_are_found_however_its_address_is_written() -> None:
    html = (
        '<a href="https://a.example/a b?c=d&amp;e">one <b>two</b></a>'
        '<a href="https://b.example/">three</a><a>four</a>'
    )
    assert texts_of_link(html, "https://a.example/a%20b?c=d&e") == ("one two",)
    assert texts_of_link(html, "https://b.example/other") == ("three",)
    assert texts_of_link("", "https://b.example/") == ()
