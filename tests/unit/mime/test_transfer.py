"""Transfer encodings, sound, cut and wrong."""

from base64 import b64encode
from binascii import b2a_uu

import pytest

from hudhud.mime.transfer import (
    Transfer,
    decode_base64,
    decode_quoted_printable,
    decode_transfer,
    decode_uuencode,
    decoded_octets,
    transfer_named,
)


def uuencoded(octets: bytes, name: str = "file.bin") -> bytes:
    lines = [b2a_uu(octets[at : at + 45]) for at in range(0, len(octets), 45)]
    return b"begin 644 " + name.encode() + b"\n" + b"".join(lines) + b"`\nend\n"


@pytest.mark.parametrize(
    ("value", "transfer"),
    [
        ("base64", Transfer.BASE64),
        (" Base64 ; x", Transfer.BASE64),
        ('"base64"', Transfer.BASE64),
        ("quoted-printable", Transfer.QUOTED_PRINTABLE),
        ("Quoted Printable", Transfer.QUOTED_PRINTABLE),
        ("x-uuencode", Transfer.UUENCODE),
        ("7bit", Transfer.IDENTITY),
        ("8-bit", Transfer.IDENTITY),
        ("", Transfer.IDENTITY),
        ("nonsense", Transfer.IDENTITY),
    ],
)
def test_transfer_encodings_are_known_by_many_names(
    value: str, transfer: Transfer
) -> None:
    assert transfer_named(value) is transfer


@pytest.mark.parametrize(
    ("octets", "decoded"),
    [
        (b"aGVsbG8=", b"hello"),
        (b"aGVs\r\nbG8=\r\n", b"hello"),
        (b"aGVsbG8", b"hello"),
        (b"aGVsbG", b"hell"),
        (b"aGVsb", b"hel"),
        (b"aG!Vs*bG8=", b"hello"),
        (b"aGVsbG8=\r\n\r\n_____\r\nA list footer\r\n", b"hello"),
        (b"aGVsbG8=\r\nIHlvdQ==\r\n", b"hello you"),
        (b"====", b""),
        (b"", b""),
    ],
)
def test_base64_is_read_as_far_as_it_goes(octets: bytes, decoded: bytes) -> None:
    assert decode_base64(octets) == decoded


@pytest.mark.parametrize(
    ("octets", "decoded"),
    [
        (b"caf=C3=A9", b"caf\xc3\xa9"),
        (b"one =\r\nline", b"one line"),
        (b"one =  \r\nline", b"one line"),
        (b"caf=c3=a9", b"caf\xc3\xa9"),
        (b"100=%", b"100=%"),
        (b"cut =C3=A", b"cut \xc3"),
        (b"cut =", b"cut "),
        (b"", b""),
    ],
)
def test_quoted_printable_is_read_as_far_as_it_goes(
    octets: bytes, decoded: bytes
) -> None:
    assert decode_quoted_printable(octets) == decoded


def test_uuencode_is_read_with_and_without_its_end() -> None:
    octets = bytes(range(256)) * 2
    whole = uuencoded(octets)
    assert decode_uuencode(b"some words\n" + whole) == octets
    assert octets.startswith(decode_uuencode(whole[:-200]))
    assert decode_uuencode(b"nothing here") == b""


@pytest.mark.parametrize("size", [0, 1, 2, 3, 100, 5_000])
def test_sizes_are_told_without_decoding(size: int) -> None:
    octets = bytes(index % 251 for index in range(size))
    lines = b64encode(octets)
    wrapped = b"\r\n".join(lines[at : at + 76] for at in range(0, len(lines), 76))
    assert decoded_octets(wrapped, Transfer.BASE64) == size
    assert decoded_octets(octets, Transfer.IDENTITY) == size


def test_the_size_of_quoted_printable_counts_escapes_and_soft_breaks() -> None:
    encoded = b"caf=C3=A9 and a long =\r\nline\r\n"
    decoded = decode_transfer(encoded, Transfer.QUOTED_PRINTABLE)
    assert decoded_octets(encoded, Transfer.QUOTED_PRINTABLE) == len(decoded)
