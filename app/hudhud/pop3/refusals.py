"""What an -ERR means: which error it is, by response code first, then by its words.

Only some servers send response codes (RFC 2449 section 8, RFC 3206), so the words that
they are known to use are looked for too. None of this guesses in the other direction:
what is not recognised is what the command's failure usually means.
"""

import re

from hudhud.pop3.conversation import Reply
from hudhud.pop3.errors import (
    LoginDelay,
    MaildropInUse,
    Pop3Error,
    ServerTrouble,
    SignInRefused,
)

CODES: dict[str, type[Pop3Error]] = {
    "IN-USE": MaildropInUse,
    "LOGIN-DELAY": LoginDelay,
    "SYS": ServerTrouble,
    "AUTH": SignInRefused,
}

# The first that matches counts. An account that is locked out is not a maildrop that
# is locked: trying again by itself would only keep it locked.
WORDS: tuple[tuple[re.Pattern[str], type[Pop3Error]], ...] = (
    (
        re.compile(r"lock(ed)? ?out|(account|user)\b.*\b(lock|suspend|disab)", re.I),
        SignInRefused,
    ),
    (
        re.compile(r"too (often|frequent)|login (limit|delay|frequency)", re.I),
        LoginDelay,
    ),
    (
        re.compile(r"\b(un)?lock(ed|s)?\b|\bin use\b|\bbusy\b|another session", re.I),
        MaildropInUse,
    ),
    (
        re.compile(r"temporar|try again later|internal|fatal|unavailable", re.I),
        ServerTrouble,
    ),
)


def refusal(reply: Reply, otherwise: type[Pop3Error]) -> Pop3Error:
    """The error that an -ERR stands for, with the server's words."""
    kind = CODES.get(reply.code.partition("/")[0]) or _by_words(reply.text) or otherwise
    return kind(reply.text, reply.command.keyword or "AUTH")


def _by_words(text: str) -> type[Pop3Error] | None:
    return next((kind for words, kind in WORDS if words.search(text)), None)
