"""The view itself, each scenario in a process of its own."""

from base64 import b64decode
from pathlib import Path

import pytest

from support.html_tricks import PIXEL
from support.listening import png
from support.web_program import run_program

GIF = b64decode(PIXEL)


def test_a_link_is_handed_over_however_it_is_clicked() -> None:
    address = "https://example.org/a%20b?c=d&e"
    told = run_program("links", address=address, expected=True)
    assert told["heard"] == [[address]] * 6
    assert told["scheme"] == "mailview"


@pytest.mark.parametrize(
    "address", ["javascript:document.title=1", "file:///etc/hosts", "mailview:letter-1"]
)
def test_a_link_to_anything_else_leads_nowhere(address: str) -> None:
    told = run_program("links", address=address, expected=False)
    assert told["heard"] == [[]] * 6
    assert told["scheme"] == "mailview"


def test_a_letter_of_three_megabytes_is_drawn() -> None:
    told = run_program("large")
    assert told["shown"]
    assert told["characters"] > 2_900_000


def test_after_a_crash_there_is_a_way_back_and_the_next_letter_shows() -> None:
    told = run_program("crash")
    assert told["failed"]
    assert told["again"]
    assert told["text"] == "two"
    assert not told["after"]


@pytest.mark.parametrize(
    "scenario", ["crash", "quit_the_application", "delete_the_view"]
)
def test_the_engine_ends_in_the_right_order(scenario: str) -> None:
    told = run_program(scenario)
    assert "Release of profile" not in told["stderr"]
    assert "Traceback" not in told["stderr"]


def test_words_are_found_a_document_written_and_the_zoom_kept(tmp_path: Path) -> None:
    path = tmp_path / "letter.pdf"
    told = run_program("find_zoom_and_print", path=str(path))
    assert told["found"] == [1, 2]
    assert told["written"] == [str(path), True]
    assert path.read_bytes().startswith(b"%PDF-")
    assert told["zoom"] == pytest.approx(1.5)


def test_only_pictures_of_pixels_are_drawn() -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="7" height="7"></svg>'
    pictures = {
        "logo@example.org": png(9, 9),
        "with blank@x": GIF,
        "drawing@x": svg,
        "document@x": b"%PDF-1.4",
        "bomb@x": png(1, 1, stated=(60_000, 60_000)),
    }
    told = run_program(
        "inside_pictures",
        pictures=[(name, octets.hex()) for name, octets in pictures.items()],
    )
    assert told["widths"] == "9,1,0,0,0"


def test_in_the_dark_theme_letters_that_set_colors_count_on_white_paper() -> None:
    told = run_program("papers", letters=["<p>x</p>", "<p style='color:red'>x</p>"])
    assert told["colors"] == ["rgb(36, 33, 32)", "rgb(255, 255, 255)"]
