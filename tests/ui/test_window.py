"""The whole window against the sample mailbox: what a person does, end to end."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hudhud.archive.rows import ViewKind
from hudhud.credentials.secrets import MemoryStore
from hudhud.domain.messages import State
from hudhud.ui.actions import Wish
from hudhud.ui.window_state import load_window_state
from hudhud.ui.words import strip_isolates
from support.whole_window import WholeWindow, whole_window

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def whole(qtbot: QtBot, dressed: QApplication) -> Iterator[WholeWindow]:
    """Checked once; decisions wait for no undo."""
    with whole_window(qtbot, dressed) as whole:
        whole.check()
        yield whole


@pytest.fixture
def patient(qtbot: QtBot, dressed: QApplication) -> Iterator[WholeWindow]:
    """As above, with a minute to undo."""
    with whole_window(qtbot, dressed, undo_seconds=60) as whole:
        whole.check()
        yield whole


def test_a_check_shows_what_waits_and_changes_nothing(whole: WholeWindow) -> None:
    rows = whole.listed()
    assert len(rows) == len(whole.demo.server.maildrop.letters)
    assert {row.state for row in rows} == {State.ON_SERVER}
    assert all(row.subject or row.sender for row in rows)
    assert whole.deleted() == 0


def test_a_letter_that_waits_shows_its_first_lines(whole: WholeWindow) -> None:
    whole.choose()
    letter = whole.parts.reading.letter
    assert letter is not None
    assert letter.letter is not None
    assert letter.lines > 0
    assert whole.window.reader.body.toPlainText().strip()


def test_save_here_saves_and_opens_the_whole_letter(whole: WholeWindow) -> None:
    message = whole.choose()
    whole.do(Wish.SAVE)
    whole.qtbot.waitUntil(lambda: whole.row(message).saved)
    reading = whole.parts.reading
    whole.qtbot.waitUntil(lambda: bool(reading.letter and reading.letter.row.saved))
    assert not whole.parts.actions[Wish.SAVE].isEnabled()
    assert whole.deleted() == 0


def test_save_then_delete_ends_as_saved_here_only(whole: WholeWindow) -> None:
    message = whole.choose()
    whole.do(Wish.SAVE_THEN_DELETE)
    whole.qtbot.waitUntil(lambda: whole.row(message).state is State.SAVED)
    assert whole.deleted() == 1


def test_an_undone_deletion_never_reaches_the_server(patient: WholeWindow) -> None:
    message = patient.choose()
    patient.do(Wish.SAVE)
    patient.qtbot.waitUntil(lambda: patient.row(message).saved)
    patient.wait_until_idle()
    delete = patient.parts.actions[Wish.DELETE]
    patient.qtbot.waitUntil(delete.isEnabled)
    patient.do(Wish.DELETE)
    patient.qtbot.waitUntil(patient.window.toast.isVisible)
    assert patient.row(message).state is State.TO_BE_DELETED
    patient.do(Wish.UNDO)
    patient.qtbot.waitUntil(lambda: patient.row(message).state is State.SAVED_ON_SERVER)
    patient.parts.commands.check()
    patient.wait_until_idle()
    assert patient.deleted() == 0
    assert not patient.window.toast.isVisible()


def test_a_deletion_goes_once_the_toast_has_run_out(patient: WholeWindow) -> None:
    message = patient.choose()
    patient.do(Wish.SAVE_THEN_DELETE)
    patient.qtbot.waitUntil(lambda: patient.row(message).saved)
    patient.wait_until_idle()
    assert patient.row(message).state is State.TO_BE_DELETED
    assert patient.deleted() == 0
    row = patient.row(message)
    patient.parts.decisions.delete_now([row])
    patient.qtbot.waitUntil(lambda: patient.row(message).state is State.SAVED)
    assert patient.deleted() == 1


def test_deleting_an_unsaved_letter_is_asked_about(whole: WholeWindow) -> None:
    message = whole.choose()
    whole.press_in_question("Cancel")
    whole.do(Wish.DELETE)
    assert whole.row(message).state is State.ON_SERVER
    whole.press_in_question("Delete without saving")
    whole.do(Wish.DELETE)
    whole.qtbot.waitUntil(lambda: whole.row(message).state is State.REMOVED)
    assert whole.deleted() == 1


def test_save_first_is_the_safe_way_out(whole: WholeWindow) -> None:
    message = whole.choose()
    whole.press_in_question("Save first")
    whole.do(Wish.DELETE)
    whole.qtbot.waitUntil(lambda: whole.row(message).state is State.SAVED)
    assert whole.row(message).saved


def test_a_kept_letter_says_so_and_can_be_let_go(whole: WholeWindow) -> None:
    message = whole.choose()
    whole.do(Wish.KEEP)
    whole.qtbot.waitUntil(lambda: whole.row(message).verdict is not None)
    whole.do(Wish.KEEP)
    whole.qtbot.waitUntil(lambda: whole.row(message).verdict is None)


def test_a_letter_is_read_after_a_second_and_can_be_unread_again(
    whole: WholeWindow,
) -> None:
    message = whole.choose()
    whole.qtbot.waitUntil(lambda: whole.row(message).read)
    unread = whole.parts.actions[Wish.MARK_UNREAD]
    whole.qtbot.waitUntil(unread.isEnabled)
    whole.do(Wish.MARK_UNREAD)
    whole.qtbot.waitUntil(lambda: not whole.row(message).read)


def test_typing_finds_letters_that_are_not_even_saved(whole: WholeWindow) -> None:
    index = whole.archive.index
    whole.qtbot.waitUntil(lambda: len(index.search("invoice", None)) > 0)
    whole.pane.search.setText("invoice")
    whole.qtbot.waitUntil(lambda: 0 < len(whole.listed()) < 10)
    assert any("nvoice" in row.subject for row in whole.listed())
    whole.pane.search.clear()
    whole.qtbot.waitUntil(lambda: len(whole.listed()) > 10)


def test_in_a_view_the_neighbour_of_a_letter_that_leaves_is_chosen(
    whole: WholeWindow,
) -> None:
    whole.show_view(ViewKind.WAITING)
    message = whole.choose(2)
    next_one = whole.listed()[3].id
    whole.do(Wish.SAVE)
    whole.qtbot.waitUntil(lambda: whole.pane.chosen_ids() == (next_one,))
    assert message not in [row.id for row in whole.listed()]


def test_the_language_is_switched_at_once(whole: WholeWindow) -> None:
    whole.choose()
    whole.do(Wish.LANGUAGE_ARABIC)
    assert whole.window.layoutDirection() is Qt.LayoutDirection.RightToLeft
    whole.qtbot.waitUntil(lambda: whole.window.windowTitle() == "هدهد")
    assert whole.parts.actions[Wish.SAVE].text() == "حفظ هنا"
    whole.do(Wish.LANGUAGE_ENGLISH)
    assert whole.window.layoutDirection() is Qt.LayoutDirection.LeftToRight


def test_a_refused_password_is_told_in_three_parts(whole: WholeWindow) -> None:
    store = whole.demo.secrets
    assert isinstance(store, MemoryStore)
    account = whole.parts.accounts.all()[0]
    store.set(account.id, "wrong")
    whole.parts.commands.check()
    whole.wait_until_idle()
    whole.qtbot.waitUntil(whole.window.banner.isVisible)
    assert whole.parts.sync.problem_of(account.id) is not None
    store.set(account.id, "demo")
    whole.parts.commands.check()
    whole.wait_until_idle()
    whole.qtbot.waitUntil(lambda: not whole.window.banner.isVisible())


def test_the_layout_is_remembered_when_the_window_closes(whole: WholeWindow) -> None:
    profile, ltr = whole.demo.profile, Qt.LayoutDirection.LeftToRight
    assert load_window_state(profile, ltr) == b""
    whole.window.close()
    assert load_window_state(profile, ltr) != b""


def test_a_removed_account_leaves_its_mail_here(whole: WholeWindow) -> None:
    message = whole.choose()
    whole.press_in_question("Remove account")
    whole.do(Wish.REMOVE_ACCOUNT)
    assert whole.parts.accounts.all() == ()
    assert whole.row(message).state is State.ON_SERVER
    assert not whole.parts.actions[Wish.SAVE].isEnabled()
    assert whole.deleted() == 0


def test_more_lines_are_shown_of_a_letter_that_stays_unsaved(
    whole: WholeWindow,
) -> None:
    longest = max(range(8), key=lambda index: whole.listed()[index].octets)
    message = whole.choose(longest)

    def lines() -> int:
        letter = whole.parts.reading.letter
        return letter.lines if letter else 0

    before = lines()
    whole.do(Wish.MORE_LINES)
    whole.qtbot.waitUntil(lambda: lines() > before)
    assert not whole.row(message).saved
    assert whole.deleted() == 0


def test_a_double_click_opens_a_window_that_steps_through_the_list(
    whole: WholeWindow,
) -> None:
    first, second = (row.id for row in whole.listed()[:2])
    windows = whole.parts.letter_windows
    whole.pane.table.opened.emit(first)
    window = windows.shown()[0]
    whole.qtbot.waitUntil(window.next_button.isEnabled)
    assert not window.previous_button.isEnabled()
    window.next_button.click()
    whole.qtbot.waitUntil(window.previous_button.isEnabled)
    assert strip_isolates(window.windowTitle()) == whole.row(second).subject
    windows.close_all()
    assert windows.shown() == ()


def test_saved_messages_are_dragged_out_as_files(
    whole: WholeWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    dragged: list[Path] = []
    monkeypatch.setattr(
        "hudhud.ui.controllers.files.drag_files",
        lambda _window, paths: dragged.extend(paths),
    )
    message = whole.choose()
    whole.do(Wish.SAVE)
    whole.qtbot.waitUntil(lambda: whole.row(message).saved)
    whole.pane.table.startDrag(Qt.DropAction.CopyAction)
    whole.qtbot.waitUntil(lambda: bool(dragged))
    assert [path.suffix for path in dragged] == [".eml"]
    assert dragged[0].read_bytes() == whole.archive.contents.read(message)
