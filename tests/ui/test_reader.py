"""The reading pane: what it shows of a letter, and what it never loads."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QUrl
from PySide6.QtGui import QColor, QImage, QImageWriter, QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hudhud.domain.messages import Correspondent, State
from hudhud.ui.language import install_language
from hudhud.ui.panes.reader import SHOWN_HTML, Reader
from hudhud.ui.theme import DARK, apply_theme
from hudhud.ui.words import strip_isolates
from support.message_rows import attachment, clock, letter, row

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

IMAGE = QTextDocument.ResourceType.ImageResource.value
SHEET = QTextDocument.ResourceType.StyleSheetResource.value


@pytest.fixture
def reader(dressed: QApplication, qtbot: QtBot) -> Reader:
    reader = Reader(clock)
    qtbot.addWidget(reader)
    reader.resize(600, 700)
    reader.show()
    qtbot.waitExposed(reader)
    return reader


def red_picture(width: int = 8) -> bytes:
    image = QImage(width, 8, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def picture(reader: Reader, address: str) -> QImage:
    found = reader.body.loadResource(IMAGE, QUrl(address))
    assert isinstance(found, QImage)
    return found


def test_the_real_address_stands_under_a_made_up_name(reader: Reader) -> None:
    spoofed = Correspondent("security@bank.example", "thief@elsewhere.example")
    reader.show_letter(replace(row(), sender=spoofed), letter())
    assert strip_isolates(reader.head.address.text()) == "thief@elsewhere.example"
    assert reader.head.address.isVisible()


def test_a_letter_in_plain_text_is_shown_as_it_is(reader: Reader) -> None:
    reader.show_letter(row(), letter("1 < 2 & <b>not bold</b>"))
    assert reader.body.toPlainText() == "1 < 2 & <b>not bold</b>"


def test_addresses_in_plain_text_become_links(reader: Reader) -> None:
    reader.show_letter(row(), letter("See https://a.example/x?y=1, and rest."))
    assert 'href="https://a.example/x?y=1"' in reader.body.toHtml()


def test_a_link_is_handed_out_and_not_followed(reader: Reader, qtbot: QtBot) -> None:
    reader.show_letter(row(), letter(html='<a href="https://a.example/">x</a>'))
    with qtbot.waitSignal(reader.link_activated) as told:
        reader.body.anchorClicked.emit(QUrl("https://a.example/"))
    assert told.args == ["https://a.example/"]
    assert reader.body.toPlainText() == "x"


def test_where_a_link_leads_is_shown(reader: Reader) -> None:
    reader.show_letter(row(), letter(html='<a href="https://a.example/">bank</a>'))
    reader.body.highlighted.emit(QUrl("https://a.example/"))
    assert strip_isolates(reader.body.target.text()) == "https://a.example/"
    assert reader.body.target.isVisible()
    reader.body.highlighted.emit(QUrl())
    assert not reader.body.target.isVisible()


def test_a_picture_of_the_letter_comes_from_the_letter(reader: Reader) -> None:
    reader.set_pictures({"logo": red_picture()}.get)
    assert picture(reader, "cid:logo").pixelColor(1, 1) == QColor("red")


def test_a_wide_picture_is_made_to_fit(reader: Reader) -> None:
    reader.show_letter(row(), letter())
    QApplication.processEvents()
    reader.set_pictures({"wide": red_picture(4000)}.get)
    assert picture(reader, "cid:wide").width() <= reader.width()


@pytest.mark.parametrize(
    "address",
    [
        "https://a.example/x.png",
        "http://a.example/x.png",
        "//a.example/x.png",
        "cid:unknown",
        "qrc:/x.png",
        "ftp://a.example/x.png",
    ],
)
def test_nothing_else_is_loaded(reader: Reader, address: str) -> None:
    reader.set_pictures({"logo": red_picture()}.get)
    assert picture(reader, address).width() == 1


def test_a_file_of_this_computer_is_never_read(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "private.png"
    path.write_bytes(red_picture())
    for address in (QUrl.fromLocalFile(str(path)), QUrl(str(path))):
        found = reader.body.loadResource(IMAGE, address)
        assert isinstance(found, QImage) and found.width() == 1
    assert not reader.body.loadResource(SHEET, QUrl.fromLocalFile(str(path)))


def test_a_message_that_is_not_saved_says_so_and_offers_both_ways(
    reader: Reader, qtbot: QtBot
) -> None:
    reader.show_first_lines(row(), letter(), 20)
    assert reader.state_note.text == "Not saved yet. You see the first lines."
    with qtbot.waitSignal(reader.save_requested):
        reader.save_button.click()
    with qtbot.waitSignal(reader.more_lines_requested):
        reader.more_button.click()


def test_a_message_of_which_nothing_was_read_says_so(reader: Reader) -> None:
    reader.show_first_lines(row(), None, 0)
    assert reader.state_note.text == "Not saved yet. Only its head is known."
    assert reader.body.toPlainText() == ""


@pytest.mark.parametrize("state", [State.REMOVED, State.NOT_LISTED])
def test_what_is_gone_cannot_be_saved(reader: Reader, state: State) -> None:
    reader.show_first_lines(replace(row(), state=state), letter(), 20)
    assert not reader.save_button.isVisible()


def test_a_saved_letter_has_no_such_note(reader: Reader) -> None:
    reader.show_first_lines(row(), letter(), 20)
    reader.show_letter(row(), letter())
    assert not reader.state_note.isVisible()


def test_blocked_pictures_are_counted(reader: Reader) -> None:
    reader.show_letter(row(), replace(letter(), blocked_images=1))
    assert reader.image_note.text == "1 picture not loaded, to protect your privacy"
    reader.show_letter(row(), letter())
    assert not reader.image_note.isVisible()


def test_an_attachment_is_saved_by_its_index(reader: Reader, qtbot: QtBot) -> None:
    files = (attachment(3), replace(attachment(4), inline=True))
    reader.show_letter(row(), replace(letter(), attachments=files))
    assert [card.index for card in reader.attachments.cards] == [3]
    with qtbot.waitSignal(reader.attachment_save_requested) as told:
        reader.attachments.cards[0].save_button.click()
    assert told.args == [3]


def test_first_lines_offer_no_attachments(reader: Reader) -> None:
    reader.show_first_lines(row(), replace(letter(), attachments=(attachment(),)), 20)
    assert not reader.attachments.isVisible()


def test_html_too_long_to_lay_out_is_shown_as_text(reader: Reader) -> None:
    html = "<p>x</p>" * (SHOWN_HTML // 8 + 1)
    reader.show_letter(row(), letter("plain", html))
    assert reader.body.toPlainText() == "plain"


def test_a_letter_with_colours_lies_on_white_in_the_dark(
    reader: Reader, dressed: QApplication
) -> None:
    apply_theme(dressed, DARK)
    reader.show_letter(row(), letter(html='<p style="color:#000000">x</p>'))
    assert reader.body.property("paper") is True
    reader.show_letter(row(), letter(html="<p>x</p>"))
    assert reader.body.property("paper") is False


def test_the_head_is_worded_anew_in_another_language(
    reader: Reader, dressed: QApplication, qtbot: QtBot
) -> None:
    reader.show_first_lines(row(subject=""), letter(), 20)
    install_language(dressed, "ar")
    qtbot.waitUntil(lambda: reader.state_note.text == "لم تُحفظ بعد. هذه أسطرها الأولى.")
    assert strip_isolates(reader.head.subject.text()) == "(بلا موضوع)"


def test_several_and_none_are_told(reader: Reader) -> None:
    reader.show_many(3)
    assert not reader.body.isVisible()
    reader.show_nothing()
    assert not reader.body.isVisible()
