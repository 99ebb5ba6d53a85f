"""What a reader is told of a letter beside what it says."""

import unicodedata

from hudhud.mime.addresses import parse_addresses
from hudhud.mime.body import Body
from hudhud.mime.limits import Note
from hudhud.mime.protection import protected_subject, protection_notes


def letter_notes(body: Body) -> set[Note]:
    notes = protection_notes(body.root) | sender_notes(body)
    if protected_subject(body.root):
        notes.add(Note.OTHER_SUBJECT_SIGNED)
    return notes


def sender_notes(body: Body) -> set[Note]:
    """What makes a sender look like another: Mailsploit and its kin."""
    notes: set[Note] = set()
    fields = body.root.header.every("from")
    senders = parse_addresses(fields[0], body.charsets) if fields else ()
    if len(fields) > 1 or len(senders) > 1:
        notes.add(Note.SEVERAL_SENDERS)
    # Some `@` is another character that looks like it.
    if any("@" in unicodedata.normalize("NFKC", one.name) for one in senders):
        notes.add(Note.SENDER_NAME_IS_ADDRESS)
    return notes
