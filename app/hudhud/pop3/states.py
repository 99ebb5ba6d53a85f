"""The states of a session and what may be said in each (RFC 1939 sections 4 to 6).

The tables are the specification; the code that reads them has nothing to decide.
"""

from enum import Enum, auto
from types import MappingProxyType


class State(Enum):
    AUTHORIZATION = auto()
    TRANSACTION = auto()
    UPDATE = auto()
    CLOSED = auto()


# The empty keyword is an answer in a SASL exchange.
PERMITTED = MappingProxyType(
    {
        State.AUTHORIZATION: frozenset(
            {"CAPA", "STLS", "USER", "PASS", "AUTH", "", "QUIT"}
        ),
        State.TRANSACTION: frozenset(
            {"CAPA", "STAT", "LIST", "UIDL", "RETR", "TOP", "DELE", "RSET"}
            | {"NOOP", "QUIT"}
        ),
        State.UPDATE: frozenset(),
        State.CLOSED: frozenset(),
    }
)

# A positive reply to one of these moves the session; nothing else does.
ADVANCES = MappingProxyType(
    {
        ("PASS", State.AUTHORIZATION): State.TRANSACTION,
        ("AUTH", State.AUTHORIZATION): State.TRANSACTION,
        ("", State.AUTHORIZATION): State.TRANSACTION,
        ("QUIT", State.AUTHORIZATION): State.CLOSED,
        ("QUIT", State.TRANSACTION): State.UPDATE,
    }
)

# Nothing may be in flight together with one of these: some servers lose what follows
# PASS in the same packet, and what follows STLS belongs to another line.
ALONE = frozenset({"greeting", "STLS", "PASS", "AUTH", "", "QUIT"})
