"""Files that stand uuencoded in a text."""

from binascii import b2a_uu

from hudhud.mime.letter import attachment_octets, read_letter
from support.mime_letters import letter, part

OCTETS = bytes(range(256)) * 3


def uuencoded(name: str) -> bytes:
    lines = [b2a_uu(OCTETS[at : at + 45]) for at in range(0, len(OCTETS), 45)]
    body = b"begin 644 " + name.encode() + b"\n" + b"".join(lines) + b"`\nend\n"
    return body.replace(b"\n", b"\r\n")


def test_files_in_the_text_become_attachments_and_leave_it() -> None:
    body = b"Before.\r\n" + uuencoded("a.bin") + b"After.\r\n" + uuencoded("b.bin")
    octets = letter(part("text/plain", body))
    found = read_letter(octets)
    assert found.text == "Before.\nAfter."
    assert [item.name for item in found.attachments] == ["a.bin", "b.bin"]
    assert attachment_octets(octets, 1) == OCTETS
    assert found.summary.attachments == 2


def test_a_file_cut_short_is_still_a_file() -> None:
    octets = letter(part("text/plain", b"Before.\r\n" + uuencoded("a.bin")[:400]))
    found = read_letter(octets)
    assert (found.text, len(found.attachments)) == ("Before.", 1)
    assert OCTETS.startswith(attachment_octets(octets, 0))


def test_the_word_begin_is_only_a_word() -> None:
    octets = letter(part("text/plain", "begin 644 the story\r\nof a long day, and"))
    assert read_letter(octets).attachments == ()
