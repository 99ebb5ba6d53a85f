"""What of a letter is signed or encrypted, by the names of its parts alone.

Nothing is verified or decrypted here. Protected headers (draft-autocrypt-lamps) are
read for one thing: to tell when the subject outside is not the one that was signed.
"""

from hudhud.mime.encoded_words import header_text
from hudhud.mime.limits import Note
from hudhud.mime.parts import Part

SEARCHED_OCTETS = 4_096
KEYS = frozenset({"application/pgp-keys"})
SIGNATURES = frozenset(
    {"application/pgp-signature", "application/pkcs7-signature"}
    | {"application/x-pkcs7-signature"}
)
ENCRYPTED = frozenset({"application/pgp-encrypted"})
SMIME = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime"})

_SIGNED_BY_SMIME = ("signed-data", "certs-only")


def protection_notes(root: Part) -> set[Note]:
    notes: set[Note] = set()
    for part in root.own_parts():
        note = _note_of(part)
        if note is not None:
            notes.add(note)
    return notes


def protected_subject(root: Part) -> str:
    """The subject under the signature, where it is not the one outside; else empty."""
    outside = header_text(root.header.first("subject"))
    for part in root.own_parts():
        if part is root or not part.content.get("protected-headers"):
            continue
        inside = header_text(part.header.first("subject"))
        if inside and inside != outside:
            return inside
    return ""


def is_signed_only(part: Part) -> bool:
    """Whether an S/MIME part only wraps its text in a signature, by its own words."""
    kind = part.content.token("smime-type").lower()
    name = part.content.get("name").lower()
    return kind in _SIGNED_BY_SMIME or (not kind and name.endswith((".p7s", ".p7c")))


def _note_of(part: Part) -> Note | None:
    protocol = part.content.get("protocol").lower()
    match part.content.word:
        case "multipart/encrypted":
            return Note.PGP_ENCRYPTED
        case "multipart/signed":
            return Note.SMIME_SIGNED if "pkcs7" in protocol else Note.PGP_SIGNED
        case "text/plain":
            return _armour(part)
        case word if word in SMIME:
            return Note.SMIME_SIGNED if is_signed_only(part) else Note.SMIME_ENCRYPTED
        case _:
            return None


def _armour(part: Part) -> Note | None:
    """PGP without MIME, RFC 9580 section 6: a line of its own in the text."""
    if part.source.find(b"BEGIN PGP ", part.start, part.end) < 0:
        return None
    text = b"\n" + part.decoded(SEARCHED_OCTETS)
    if b"\n-----BEGIN PGP MESSAGE-----" in text:
        return Note.PGP_ENCRYPTED
    signed = b"\n-----BEGIN PGP SIGNED MESSAGE-----" in text
    return Note.PGP_SIGNED if signed else None
