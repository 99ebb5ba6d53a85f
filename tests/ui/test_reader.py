"""The reading pane: what it shows of a letter, and what it never loads."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt, QUrl
from PySide6.QtGui import QColor, QImage, QImageWriter, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hudhud.domain.messages import Correspondent, State
from hudhud.mime.limits import Note
from hudhud.ui.language import install_language
from hudhud.ui.panes.letter_sheet import SHOWN_HTML
from hudhud.ui.panes.manner import Manner
from hudhud.ui.panes.reader import Reader
from hudhud.ui.panes.remote_pictures import RemoteSource
from hudhud.ui.sender_facts import FactKind, SenderFact
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
    assert told.args == ["https://a.example/", ("x",)]
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
    assert reader.notes.images.text == "1 picture not loaded, to protect your privacy"
    reader.show_letter(row(), letter())
    assert not reader.notes.images.isVisible()


def test_an_attachment_is_saved_by_its_index(reader: Reader, qtbot: QtBot) -> None:
    files = (attachment(3), replace(attachment(4), inline=True))
    reader.show_letter(row(), replace(letter(), attachments=files))
    assert [card.index for card in reader.attachments.cards] == [3]
    with qtbot.waitSignal(reader.attachments.save_requested) as told:
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


def test_pictures_are_offered_and_asked_for(reader: Reader, qtbot: QtBot) -> None:
    reader.notes.can_fetch = True
    blocked = replace(letter(html="<p>x</p>"), blocked_images=5, tracking_pixels=2)
    reader.show_letter(row(), blocked)
    assert reader.notes.images.text == (
        "3 pictures not loaded, to protect your privacy\n2 tracking pixels removed"
    )
    with qtbot.waitSignal(reader.images_requested):
        reader.notes.show_button.click()
    with qtbot.waitSignal(reader.always_images_requested) as told:
        reader.notes.always_button.click()
    assert told.args == [True]


def test_trackers_alone_are_named_and_never_offered(reader: Reader) -> None:
    reader.notes.can_fetch = True
    tracked = replace(letter(html="<p>x</p>"), blocked_images=1, tracking_pixels=1)
    reader.show_letter(row(), tracked)
    assert reader.notes.images.text == "1 tracking pixel removed"
    assert not reader.notes.show_button.isVisible()


@pytest.mark.parametrize("several", [True, False])
def test_nothing_is_kept_for_a_sender_that_is_not_known(
    reader: Reader, several: bool
) -> None:
    reader.notes.can_fetch = True
    notes = (Note.SEVERAL_SENDERS,) if several else ()
    blocked = replace(letter(html="<p>x</p>"), blocked_images=1, notes=notes)
    reader.show_letter(row() if several else replace(row(), sender=None), blocked)
    assert reader.notes.show_button.isVisible()
    assert not reader.notes.always_button.isVisible()


def test_what_is_always_shown_can_be_ended(reader: Reader, qtbot: QtBot) -> None:
    reader.notes.can_fetch = True
    source = RemoteSource(reader)
    reader.set_manner(Manner(remote=source, always_images=True))
    reader.show_letter(row(), replace(letter(html="<p>x</p>"), blocked_images=1))
    assert reader.notes.images.text == "Pictures from this sender are always shown"
    with qtbot.waitSignal(reader.always_images_requested) as told:
        reader.notes.never_button.click()
    assert told.args == [False]


def test_remote_pictures_are_drawn_when_they_are_there(
    reader: Reader, qtbot: QtBot
) -> None:
    remote = Arriving(reader)
    reader.set_manner(Manner(remote=remote))
    reader.show_letter(row(), letter(html='<img src="ext:0" alt="x">'))
    assert picture(reader, "cid:ext:0").width() == 1
    remote.got = red_picture()
    with qtbot.waitSignal(reader.body.document().contentsChanged):
        remote.settled.emit(0)
    assert picture(reader, "cid:ext:0").width() == 8


class Arriving(RemoteSource):
    got: bytes | None = None

    def octets(self, number: int) -> bytes | None:
        return self.got


def test_plain_text_comes_first_where_that_is_wished(
    reader: Reader, qtbot: QtBot
) -> None:
    reader.prefer_plain_text(True)
    reader.show_letter(row(), letter("plain", "<p>formatted</p>"))
    assert reader.body.toPlainText() == "plain"
    assert reader.notes.plain.isVisible()
    reader.notes.formatted_button.click()
    assert reader.body.toPlainText() == "formatted"
    assert not reader.notes.plain.isVisible()
    reader.show_letter(row(2), letter("plain", "<p>formatted</p>"))
    assert reader.body.toPlainText() == "plain"


@pytest.mark.parametrize("html", [None, '<p dir="ltr">hello</p>'])
def test_the_chosen_direction_is_that_of_every_paragraph(
    reader: Reader, html: str | None
) -> None:
    right = Qt.LayoutDirection.RightToLeft
    reader.set_manner(Manner(direction=right))
    reader.show_letter(row(), letter("hello", html))
    assert reader.body.document().firstBlock().textDirection() == right
    reader.set_manner(Manner())
    reader.show_letter(row(), letter("hello", html))
    assert reader.body.document().firstBlock().textDirection() != right


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("12.50\n-----\nTotal 12.50", Qt.LayoutDirection.LeftToRight),
        ("١٢٫٥٠\n-----\nالمجموع", Qt.LayoutDirection.RightToLeft),
    ],
)
def test_a_line_without_letters_runs_as_the_letter_does(
    reader: Reader, text: str, direction: Qt.LayoutDirection
) -> None:
    for window in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        QApplication.setLayoutDirection(window)
        reader.show_letter(row(), letter(text))
        document = reader.body.document()
        blocks = map(document.findBlockByNumber, range(document.blockCount()))
        assert {block.textDirection() for block in blocks} == {direction}
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_words_are_found_in_the_message(reader: Reader, qtbot: QtBot) -> None:
    reader.show_letter(row(), letter("one two one\n" + "> one\n" * 5))
    bar = reader.find_bar
    bar.open()
    bar.field.setText("one")
    qtbot.waitUntil(lambda: strip_isolates(bar.count.text()) == "1 of 7")
    QTest.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert strip_isolates(bar.count.text()) == "7 of 7"
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert strip_isolates(bar.count.text()) == "1 of 7"
    bar.field.setText("three")
    qtbot.waitUntil(lambda: bar.count.text() == "Not found")
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible()


def test_a_doubtful_sender_is_warned_of_and_a_proven_one_told(reader: Reader) -> None:
    doubts = (SenderFact(FactKind.UNPROVEN, "shop.example"),)
    reader.set_manner(Manner(facts=doubts))
    reader.show_letter(row(), letter())
    assert strip_isolates(reader.notes.warning.text) == (
        "Your mail server could not confirm that this is from shop.example."
        " Be careful with links and attachments."
    )
    assert reader.notes.warning.isVisible()
    reader.set_manner(Manner(facts=(SenderFact(FactKind.PROVEN, "shop.example"),)))
    reader.show_letter(row(), letter())
    assert not reader.notes.warning.isVisible()
    assert strip_isolates(reader.head.proof.text()) == (
        "Your mail server confirmed that this is from shop.example."
    )
