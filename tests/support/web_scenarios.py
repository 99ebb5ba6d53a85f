"""What can be played with the browser engine; a scenario takes facts and gives facts.

`web_program.run_program` starts this as a program.
"""

import json
import os
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from hudhud.mime.html_clean import clean_html
from hudhud.mime.html_remote import RemoteTable
from hudhud.ui.panes.letter_body import LetterBody
from hudhud.ui.panes.remote_pictures import for_simple_view, with_remote
from hudhud.ui.web.engine import FLAGS
from hudhud.ui.web.fetching import Fetching
from hudhud.ui.web.remote import RemotePictures
from support.html_tricks import CANARY
from support.web_pane_stage import PaneStage
from support.web_stage import Stage, until

# Facts are JSON; they have no closer type.
Facts = dict[str, Any]

MIDDLE = Qt.MouseButton.MiddleButton
CONTROL = Qt.KeyboardModifier.ControlModifier


def load_in_engine(facts: Facts) -> Facts:
    """Cleaned letters as they come, and sources past the cleaning."""
    stage = Stage()
    for html in facts.get("letters", ()):
        stage.show(clean_html(html).html or "")
    for source in facts.get("sources", ()):
        stage.show_source(source)
    stage.show("<p>the end</p>")
    stage.end()
    return {"links": stage.links}


def load_in_simple_view(facts: Facts) -> Facts:
    app = QApplication([])
    body = LetterBody()
    body.resize(640, 480)
    body.show()
    for html in (*map(cleaned, facts["letters"]), *facts["letters"]):
        body.show_html(html)
        body.grab()
        app.processEvents()
    return {}


def load_unguarded(facts: Facts) -> Facts:
    """The control: an engine with nothing in its way, so that the count counts."""
    # It counts as told already.
    os.environ[FLAGS] = facts["flags"]
    stage = Stage()
    stage.take_the_guards_away("default-src * data: 'unsafe-inline'")
    for source in facts["sources"]:
        stage.show_source(source)
    stage.show("<p>the end</p>")
    stage.end()
    return {}


def run_scripts(facts: Facts) -> Facts:
    """How many of the letters could run a script that the engine was told to run."""
    stage = Stage()
    engine = stage.body.ready_engine()
    stage.allow_scripts()
    engine.source.policy = facts.get("policy", engine.source.policy)
    ran = []
    for html in facts["letters"]:
        if facts["clean"]:
            stage.show(cleaned(html))
        else:
            stage.show_source(f"<!doctype html><title></title><body>{html}")
        # Errors of pictures come before the end of a load; this asks once more after.
        stage.asked("document.readyState")
        if CANARY in (engine.page.title(), stage.asked("document.title")):
            ran.append(html)
    stage.end()
    return {"ran": ran}


def consent(facts: Facts) -> Facts:
    """With pictures of the network, in both views; loopback counts as the internet."""
    stage = Stage()
    table = RemoteTable()
    html = clean_html(facts["letter"], table).html or ""
    seen: Facts = {"addresses": table.addresses}
    stage.show(html)
    seen["before"] = stage.asked(NATURAL_WIDTHS)
    remote = RemotePictures(table.addresses, fetching=Fetching(may_connect=anywhere))
    remote.start()
    stage.show(html, remote)
    seen["after"] = stage.asked(NATURAL_WIDTHS)
    seen["loaded"] = remote.loaded
    simple = LetterBody()
    simple.resize(640, 480)
    asked: list[tuple[str, bool]] = []
    answer = with_remote(lambda content_id: None, remote)

    def picture(content_id: str) -> bytes | None:
        octets = answer(content_id)
        asked.append((content_id, octets is not None))
        return octets

    simple.set_pictures(picture)
    simple.show_html(for_simple_view(html))
    simple.grab()
    seen["simple"] = sorted(set(asked))
    stage.end()
    return seen


def links(facts: Facts) -> Facts:
    """A link that fills the page, clicked in every way there is."""
    stage = Stage()
    heard = []
    for target in ("", " target=_blank"):
        for button, keys in (
            (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier),
            (MIDDLE, Qt.KeyboardModifier.NoModifier),
            (Qt.MouseButton.LeftButton, CONTROL),
        ):
            stage.show_source(
                f"<a href='{facts['address']}'{target} style='position:fixed;inset:0'>"
                "link</a>"
            )
            stage.links.clear()
            stage.click(QPoint(200, 200), button, keys)
            if facts["expected"]:
                until(lambda: bool(stage.links))
            stage.asked("1")
            heard.append(list(stage.links))
    address = stage.body.ready_engine().page.url().scheme()
    stage.end()
    return {"heard": heard, "scheme": address}


def large(facts: Facts) -> Facts:
    stage = Stage()
    shown = stage.show("<p>" + "words and words " * 60 + "</p>")
    shown = shown and stage.show(("<p>" + "x" * 994 + "</p>") * 3_000)
    text = stage.asked("document.body.innerText.length")
    stage.end()
    return {"shown": shown, "characters": text}


def crash(facts: Facts) -> Facts:
    stage = Stage()
    stage.show("<p>one</p>")
    stage.kill_renderer()
    failed = stage.body.failure_is_shown
    again = stage.show("<p>two</p>")
    text = stage.asked("document.body.innerText.trim()")
    after = stage.body.failure_is_shown
    stage.kill_renderer()
    stage.body.reload()
    until(lambda: not stage.body.failure_is_shown)
    until(lambda: stage.asked("document.body.innerText.trim()") == "two")
    stage.end()
    return {"failed": failed, "again": again, "text": text, "after": after}


def quit_the_application(facts: Facts) -> Facts:
    """As a person does, with a letter on show."""
    stage = Stage()
    stage.show("<p>x</p>")
    QTimer.singleShot(0, stage.app.quit)
    return {"code": stage.app.exec()}


def delete_the_view(facts: Facts) -> Facts:
    """As when the window that holds it goes first."""
    stage = Stage()
    stage.show("<p>x</p>")
    page = stage.body.ready_engine().page
    stage.body.deleteLater()
    until(lambda: not isValid(page))
    return {}


def find_zoom_and_print(facts: Facts) -> Facts:
    stage = Stage()
    stage.body.set_zoom(1.5)
    stage.show("<p>a needle, and a needle</p>")
    found: list[tuple[int, int]] = []
    written: list[tuple[str, bool]] = []
    stage.body.found.connect(lambda *told: found.append(told))
    stage.body.pdf_written.connect(lambda *told: written.append(told))
    stage.body.find_text("needle")
    until(lambda: bool(found))
    stage.body.write_pdf(Path(facts["path"]))
    until(lambda: bool(written))
    stage.show("<p>another</p>")
    zoom = stage.body.ready_engine().page.zoomFactor()
    stage.end()
    return {"found": found[-1], "written": written[0], "zoom": zoom}


def inside_pictures(facts: Facts) -> Facts:
    """Which of the pictures that came inside are drawn, by their width."""
    stage = Stage()
    pictures = {name: bytes.fromhex(octets) for name, octets in facts["pictures"]}
    stage.body.set_pictures(pictures.get)
    stage.show("".join(f'<img src="cid:{name}">' for name in pictures))
    widths = stage.asked(NATURAL_WIDTHS)
    stage.end()
    return {"widths": widths}


def papers(facts: Facts) -> Facts:
    """The colour in a corner of each letter, in the dark theme."""
    stage = Stage(dark=True)
    colors = []
    for html in facts["letters"]:
        stage.show(html)
        color = stage.asked("getComputedStyle(document.body).backgroundColor")
        colors.append(color)
    stage.end()
    return {"colors": colors}


def reading_pane(facts: Facts) -> Facts:
    """The reading pane as the window has it: plain, formatted, simple by choice."""
    stage = PaneStage()
    stage.show_and_forget('<p>x</p><img src="ext:0">')
    kinds = [stage.show(None), stage.show("<p>one</p>"), stage.show("<p>two</p>")]
    seen: Facts = {
        "direction": stage.asked(DIRECTION),
        "found": stage.found("two"),
        "written": stage.written(Path(facts["path"])),
    }
    stage.pane.sheet.use_simple_view(True)
    kinds.append(stage.show("<p>three</p>"))
    simple = stage.pane.body.toPlainText()
    stage.end()
    return {**seen, "kinds": kinds, "made": stage.made, "simple": simple}


def cleaned(html: str) -> str:
    return clean_html(html).html or ""


def anywhere(address: str, port: int) -> bool:
    return True


DIRECTION = "getComputedStyle(document.querySelector('main p')).direction"
NATURAL_WIDTHS = "[...document.images].map(image => image.naturalWidth).join()"

SCENARIOS = {
    each.__name__: each
    for each in (
        *(load_in_engine, load_in_simple_view, load_unguarded, run_scripts, consent),
        *(links, large, crash, find_zoom_and_print, inside_pictures, papers),
        *(quit_the_application, delete_the_view, reading_pane),
    )
}


def main() -> None:
    told = SCENARIOS[sys.argv[1]](json.loads(sys.stdin.read()))
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
