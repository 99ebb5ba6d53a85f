"""The AUTHORIZATION state: who are you (RFC 1939 section 4, RFC 2449, 2595, 5034)."""

from base64 import b64decode
from collections.abc import Callable, Mapping

from hudhud.demo.capabilities import before_sign_in
from hudhud.demo.commands import Malformed, Refused, no_argument, required
from hudhud.demo.maildrop import Maildrop
from hudhud.demo.terms import Terms
from hudhud.domain.servers import Security

CHALLENGE = b"+ \r\n"


class Authorization:
    """What a session knows of its client before it has signed in.

    `signed_in`, `wants_tls` and `quitting` tell the session what follows a reply;
    `awaits_response`: the next line is a SASL response and not a command.
    """

    def __init__(self, maildrop: Maildrop, terms: Terms, in_tls: bool) -> None:
        self._maildrop = maildrop
        self._terms = terms
        self._in_tls = in_tls
        self._user: str | None = None
        self.awaits_response = False
        self.signed_in = False
        self.wants_tls = False
        self.quitting = False
        self.commands: Mapping[str, Callable[[str | None], bytes]] = {
            "CAPA": self._capa,
            "STLS": self._stls,
            "USER": self._name,
            "PASS": self._password,
            "AUTH": self._authenticate,
            "QUIT": self._quit,
        }

    def forget_user(self) -> None:
        """PASS is allowed only immediately after USER (RFC 1939 section 7)."""
        self._user = None

    def respond(self, line: bytes) -> bytes:
        """Take a SASL response with its CRLF."""
        self.awaits_response = False
        if line == b"*\r\n":
            raise Refused("cancelled")
        if not line.endswith(b"\r\n"):
            raise Malformed("a response ends in CRLF")
        return self._plain(line[:-2])

    def _capa(self, argument: str | None) -> bytes:
        no_argument(argument)
        return before_sign_in(self._terms, self._in_tls)

    def _stls(self, argument: str | None) -> bytes:
        no_argument(argument)
        if self._terms.security is not Security.STARTTLS:
            raise Refused("no TLS here")
        if self._in_tls:
            raise Malformed("TLS is already active")
        self.wants_tls = True
        return b"+OK begin TLS\r\n"

    def _name(self, argument: str | None) -> bytes:
        self._check_line()
        self._user = required(argument)
        return b"+OK and the password\r\n"

    def _password(self, argument: str | None) -> bytes:
        self._check_line()
        if self._user is None:
            raise Malformed("PASS comes right after USER")
        user, password = self._user, required(argument)
        self._user = None
        return self._sign_in(user, password)

    def _authenticate(self, argument: str | None) -> bytes:
        mechanism, _, initial = required(argument).partition(" ")
        if mechanism.upper() != "PLAIN":
            raise Refused("unknown mechanism")
        self._check_line()
        if initial:
            return self._plain(initial.encode("ascii"))
        self.awaits_response = True
        return CHALLENGE

    def _quit(self, argument: str | None) -> bytes:
        no_argument(argument)
        self.quitting = True
        return b"+OK nothing was done\r\n"

    def _check_line(self) -> None:
        if not self._terms.permits_sign_in(self._in_tls):
            raise Malformed("sign in only after STLS")

    def _plain(self, encoded: bytes) -> bytes:
        """RFC 4616: authorization identity, NUL, user, NUL, password, in UTF-8."""
        try:
            message = b64decode(b"" if encoded == b"=" else encoded, validate=True)
            identity, user, password = message.decode("utf-8").split("\0")
        except ValueError as error:
            raise Malformed("not a PLAIN message in base64") from error
        if identity not in ("", user):
            raise Refused("[AUTH] not allowed to act for another")
        return self._sign_in(user, password)

    def _sign_in(self, user: str, password: str) -> bytes:
        if (user, password) != (self._terms.user, self._terms.password):
            raise Refused("[AUTH] wrong user or password")
        if not self._maildrop.take_lock():
            raise Refused("[IN-USE] another session has this maildrop")
        self.signed_in = True
        return b"+OK maildrop locked and ready\r\n"
