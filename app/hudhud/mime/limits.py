"""How much of a message is looked at, and what is noted when there was more.

The limits keep a hostile message from costing more than a second or two; what lies
beyond them is still in the archive, octet for octet.
"""

from enum import StrEnum

HEADER_BLOCK_OCTETS = 1_048_576
HEADER_VALUE_OCTETS = 65_536
NESTING = 100
PARTS = 10_000
INLINE_TEXT_OCTETS = 10_485_760
HTML_CHARACTERS = 2_097_152
HTML_DEPTH = 5_000
HTML_ATTRIBUTES = 10_000
HTML_OPEN_FORMATS = 400
CSS_WORK = 5_000_000
PREVIEW_CHARACTERS = 300


class Note(StrEnum):
    """What the reader should know of how a message was read."""

    HEADER_BLOCK_CUT = "header-block-cut"
    HEADER_VALUE_CUT = "header-value-cut"
    NESTING_LIMIT = "nesting-limit"
    PARTS_LIMIT = "parts-limit"
    TEXT_CUT = "text-cut"
    HTML_CUT = "html-cut"
    HTML_TOO_COMPLEX = "html-too-complex"
    NO_BOUNDARY = "no-boundary"
    CUT_SHORT = "cut-short"
    SEVERAL_SENDERS = "several-senders"
    SENDER_NAME_IS_ADDRESS = "sender-name-is-address"
    PGP_SIGNED = "pgp-signed"
    PGP_ENCRYPTED = "pgp-encrypted"
    SMIME_SIGNED = "smime-signed"
    SMIME_ENCRYPTED = "smime-encrypted"
    OTHER_SUBJECT_SIGNED = "other-subject-signed"
    PARSE_STOPPED = "parse-stopped"
