"""Files that stand yEncoded in a text."""

from hudhud.mime.letter import attachment_octets, read_letter
from hudhud.mime.yencode import take_yencoded
from support.mime_letters import letter

FILE = bytes(range(256)) * 3


def yencoded(octets: bytes) -> bytes:
    """As the draft of 2001 says: shifted by 42, what would hurt escaped."""
    shifted = bytearray()
    for octet in octets:
        turned = (octet + 42) % 256
        if turned in b"\x00\r\n=":
            shifted += bytes([ord("="), (turned + 64) % 256])
        else:
            shifted.append(turned)
    lines = [bytes(shifted[at : at + 128]) for at in range(0, len(shifted), 128)]
    joined = b"".join(lines[:1]) + b"".join(b"\r\n" + line for line in lines[1:])
    begin = b"=ybegin line=128 size=%d name=all octets.bin\r\n" % len(octets)
    return begin + joined + b"\r\n=yend size=%d\r\n" % len(octets)


def posted() -> bytes:
    return letter(b"\r\nBefore.\r\n" + yencoded(FILE) + b"After.\r\n")


def test_a_yencoded_file_is_an_attachment_and_no_text() -> None:
    found = read_letter(posted())
    assert found.text.split() == ["Before.", "After."]
    assert [one.name for one in found.attachments] == ["all octets.bin"]
    assert found.summary.attachments == 1


def test_every_octet_of_it_comes_back() -> None:
    assert attachment_octets(posted(), 0) == FILE
    assert take_yencoded(yencoded(FILE))[1][0].estimate() == len(FILE)


def test_a_file_without_its_end_is_what_is_there() -> None:
    cut = yencoded(FILE)[:200]
    text, files = take_yencoded(cut)
    assert text == b""
    assert FILE.startswith(files[0].octets())


def test_text_that_only_speaks_of_it_stays_text() -> None:
    text = b"a line\n=ybegin is how it begins\n"
    assert take_yencoded(text) == (text, ())
