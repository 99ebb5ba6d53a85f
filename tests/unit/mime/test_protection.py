"""Signed and encrypted parts are named as such."""

import pytest

from hudhud.mime.letter import read_letter
from hudhud.mime.limits import Note
from support.mime_letters import letter, multipart, part, plain_letter

SIGNED = "multipart/signed; boundary=b; protocol="
ENVELOPED = "application/pkcs7-mime; smime-type="


def wrapped(content_type: str, *parts: bytes) -> bytes:
    inside = b"".join(b"--b\r\n" + one + b"\r\n" for one in parts)
    return letter(part(content_type, inside + b"--b--\r\n"))


@pytest.mark.parametrize(
    ("octets", "note"),
    [
        (
            wrapped(
                f"{SIGNED}application/pgp-signature",
                part("text/plain", "x"),
                part("application/pgp-signature", "-----BEGIN PGP SIGNATURE-----"),
            ),
            Note.PGP_SIGNED,
        ),
        (
            wrapped(f"{SIGNED}application/pkcs7-signature", part("text/plain", "x")),
            Note.SMIME_SIGNED,
        ),
        (
            wrapped(
                "multipart/encrypted; boundary=b",
                part("application/pgp-encrypted", "Version: 1"),
                part("application/octet-stream", "-----BEGIN PGP MESSAGE-----"),
            ),
            Note.PGP_ENCRYPTED,
        ),
        (letter(part(f"{ENVELOPED}enveloped-data", "x")), Note.SMIME_ENCRYPTED),
        (letter(part(f"{ENVELOPED}signed-data", "x")), Note.SMIME_SIGNED),
        (
            plain_letter("-----BEGIN PGP SIGNED MESSAGE-----\r\nHash: SHA256\r\n"),
            Note.PGP_SIGNED,
        ),
        (plain_letter("Hi\r\n-----BEGIN PGP MESSAGE-----\r\n\r\n"), Note.PGP_ENCRYPTED),
    ],
)
def test_what_is_signed_or_encrypted_is_named(octets: bytes, note: Note) -> None:
    assert note in read_letter(octets).notes


def test_talk_about_signatures_is_none() -> None:
    octets = plain_letter("It says BEGIN PGP MESSAGE, doesn't it?\r\n")
    assert read_letter(octets).notes == ()


def test_an_encrypted_letter_has_nothing_to_count() -> None:
    octets = wrapped(
        "multipart/encrypted; boundary=b",
        part("application/pgp-encrypted", "Version: 1"),
        part("application/octet-stream", "-----BEGIN PGP MESSAGE-----"),
    )
    found = read_letter(octets)
    assert [one.kind for one in found.attachments] == ["encrypted", "encrypted"]
    assert found.summary.attachments == 0


def test_text_beside_what_is_encrypted_stays_to_be_read() -> None:
    octets = wrapped("multipart/encrypted; boundary=b", part("text/plain", "hello"))
    assert read_letter(octets).text == "hello"


def signed_subject(inside: str) -> bytes:
    text = (
        b"Subject: "
        + inside.encode()
        + b"\r\n"
        + part('text/plain; protected-headers="v1"', "x")
    )
    return wrapped(f"{SIGNED}application/pgp-signature", text)


def test_another_subject_under_the_signature_is_told() -> None:
    found = read_letter(signed_subject("The real one"))
    assert found.protected_subject == "The real one"
    assert found.summary.subject == "Subject"
    assert Note.OTHER_SUBJECT_SIGNED in found.notes


def test_the_same_subject_under_the_signature_is_nothing_to_tell() -> None:
    found = read_letter(signed_subject("Subject"))
    assert (found.protected_subject, found.notes) == ("", (Note.PGP_SIGNED,))


def test_headers_that_a_forwarded_letter_protects_are_its_own() -> None:
    inner = signed_subject("The real one")
    octets = letter(
        multipart(
            "mixed", [part("text/plain", "x"), part("message/rfc822", inner)], "o"
        )
    )
    assert read_letter(octets).protected_subject == ""
