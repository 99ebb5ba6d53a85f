"""Which error an -ERR stands for."""

import pytest

from hudhud.pop3 import commands
from hudhud.pop3.conversation import Reply
from hudhud.pop3.errors import (
    LoginDelay,
    MaildropInUse,
    Pop3Error,
    ServerTrouble,
    SignInRefused,
)
from hudhud.pop3.refusals import refusal
from hudhud.pop3.replies import parse_status


def refused(line: str) -> Pop3Error:
    ok, text, code = parse_status(line.encode())
    reply = Reply(commands.password("secret"), ok, text, code)
    return refusal(reply, SignInRefused)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("-ERR [AUTH] Authentication failed.", SignInRefused),
        ("-ERR [auth] mailbox locked", SignInRefused),
        ("-ERR [IN-USE] Do you have another POP session running?", MaildropInUse),
        ("-ERR [LOGIN-DELAY] minimum time between mail checks", LoginDelay),
        ("-ERR [SYS/TEMP] wait", ServerTrouble),
        ("-ERR [SYS/PERM] call us", ServerTrouble),
        ("-ERR [X-OWN] wrong password", SignInRefused),
        ("-ERR maildrop already locked", MaildropInUse),
        ("-ERR unable to lock maildrop", MaildropInUse),
        ("-ERR mailbox in use", MaildropInUse),
        ("-ERR mailbox is busy", MaildropInUse),
        ("-ERR account is locked", SignInRefused),
        ("-ERR locked out after too many failures", SignInRefused),
        ("-ERR user disabled", SignInRefused),
        ("-ERR Exceeded the login limit for a 15 minute period.", LoginDelay),
        ("-ERR you check too often", LoginDelay),
        ("-ERR fatal error", ServerTrouble),
        ("-ERR Temporary authentication failure", ServerTrouble),
        ("-ERR authorization failed", SignInRefused),
        ("-ERR", SignInRefused),
    ],
)
def test_codes_count_first_and_words_after_them(
    line: str, kind: type[Pop3Error]
) -> None:
    assert type(refused(line)) is kind


def test_a_refusal_tells_the_step_and_the_words() -> None:
    error = refused("-ERR [AUTH] no\x1b[0m")
    assert error.step == "PASS"
    assert error.detail == "[AUTH] no\\x1b[0m"
