"""Names that must not be mistaken for one another."""

from typing import NewType

AccountId = NewType("AccountId", str)
"""A random hexadecimal name given when the account is added; lasts for ever."""

MessageId = NewType("MessageId", int)
"""The archive's row of one message; never the `Message-ID:` header."""

UniqueId = NewType("UniqueId", str)
"""What a maildrop calls a message, lastingly; one octet is one character (latin-1).

Where a server gives none, or the same one twice, sync makes one from the header
block, so that the ledger always has a name to keep.
"""

Sha256 = NewType("Sha256", bytes)
"""The 32 octets of a SHA-256 digest."""
