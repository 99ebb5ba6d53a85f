"""What is chosen for the letters of one sender, and for nobody else's."""

from contextlib import closing
from importlib import resources
from pathlib import Path

from hudhud.archive.archive import ARCHIVE_FILE, open_archive
from hudhud.archive.database import Database
from hudhud.archive.files import make_file, make_folder
from hudhud.archive.migrations import version
from hudhud.domain.choices import SenderChoices, TextDirection

SCHEMA = resources.files("hudhud.archive") / "schema"
RTL = TextDirection.RIGHT_TO_LEFT


def test_nothing_is_chosen_at_first(folder: Path) -> None:
    with closing(open_archive(folder)) as archive:
        assert archive.correspondents.choices("a@x.example") == SenderChoices()


def test_choices_outlast_the_program(folder: Path) -> None:
    with closing(open_archive(folder)) as archive:
        archive.correspondents.allow_images("a@x.example", True)
        archive.correspondents.set_direction("a@x.example", RTL)
    with closing(open_archive(folder, read_only=True)) as archive:
        assert archive.correspondents.choices("a@x.example") == SenderChoices(True, RTL)


def test_a_choice_can_be_taken_back(folder: Path) -> None:
    with closing(open_archive(folder)) as archive:
        archive.correspondents.set_direction("a@x.example", RTL)
        archive.correspondents.allow_images("a@x.example", True)
        archive.correspondents.allow_images("a@x.example", False)
        archive.correspondents.set_direction("a@x.example", None)
        assert archive.correspondents.choices("a@x.example") == SenderChoices()


def test_a_choice_is_for_this_sender_however_the_address_is_written(
    folder: Path,
) -> None:
    with closing(open_archive(folder)) as archive:
        archive.correspondents.allow_images(" News@X.example", True)
        assert archive.correspondents.choices("news@x.EXAMPLE").images
        assert not archive.correspondents.choices("news@x.example.org").images
        assert not archive.correspondents.choices("other@x.example").images


def test_letters_without_a_sender_have_no_choices(folder: Path) -> None:
    with closing(open_archive(folder)) as archive:
        archive.correspondents.allow_images("", True)
        assert archive.correspondents.choices("") == SenderChoices()


def test_an_archive_of_the_first_version_learns_of_choices(folder: Path) -> None:
    make_folder(folder)
    make_file(folder / ARCHIVE_FILE)
    first = (SCHEMA / "0001_archive.sql").read_text(encoding="utf-8")
    with closing(Database(folder / ARCHIVE_FILE)) as db:
        db.rows(first)
        db.run(
            "INSERT INTO migration (number, name, applied_at) VALUES (1, 'first', 0)"
        )
        db.run("INSERT INTO account (id, name) VALUES ('work', 'Work')")
    with closing(open_archive(folder)) as archive:
        archive.correspondents.allow_images("a@x.example", True)
        assert archive.accounts.names() == {"work": "Work"}
        assert archive.correspondents.choices("a@x.example").images
    with closing(Database(folder / ARCHIVE_FILE)) as db:
        assert version(db) == 2
        assert len(db.rows("SELECT 1 FROM migration")) == 2
