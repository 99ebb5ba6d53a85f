"""Every way a session may end badly, split by what can be done about it.

Pop3Error
    Unreachable         no such host, refused, no route: look at the network
    TimedOut            no answer in time: try again
    CertificateRefused  the server did not prove who it is: ask the provider
    NoEncryption        STLS or TLS not to be had there: change the account
    Injected            octets behind the reply to STLS: an attack on the line
    NotPop3             another protocol answered: change host or port
    SignInRefused       wrong name or password, or not allowed: ask the person
    MaildropInUse       another session holds the lock: wait
    LoginDelay          signed in again too soon: wait
    ServerTrouble       the server says it cannot: wait
    OutOfStep           replies that make no sense: drop the line, go in lock-step
    ConnectionLost      the line ended in mid-session: try again
    Stopped             the person asked to stop
WrongState              a mistake of ours, never of the server
"""

MAX_DETAIL = 300


class Pop3Error(Exception):
    """`detail` is what the server or the system said, made harmless, never a secret.

    `step` is the keyword of the command whose reply was awaited, or `greeting`,
    `connect`, `TLS`; empty where nothing was awaited.
    """

    def __init__(self, detail: str = "", step: str = "") -> None:
        self.detail = harmless(detail)
        self.step = step
        super().__init__(self.detail)


class Unreachable(Pop3Error):
    pass


class TimedOut(Pop3Error):
    pass


class CertificateRefused(Pop3Error):
    pass


class NoEncryption(Pop3Error):
    pass


class Injected(Pop3Error):
    pass


class NotPop3(Pop3Error):
    pass


class SignInRefused(Pop3Error):
    pass


class MaildropInUse(Pop3Error):
    pass


class LoginDelay(Pop3Error):
    pass


class ServerTrouble(Pop3Error):
    pass


class OutOfStep(Pop3Error):
    pass


class ConnectionLost(Pop3Error):
    pass


class Stopped(Pop3Error):
    pass


class WrongState(Exception):
    """A command where the protocol does not permit it, or a second user of one line."""


def harmless(text: str) -> str:
    """Make server words safe to show: controls and bidi marks visible, 300 at most."""
    shown = "".join(map(_visible, text[: MAX_DETAIL + 1])).strip()
    return shown if len(shown) <= MAX_DETAIL else shown[: MAX_DETAIL - 1] + "…"


def _visible(character: str) -> str:
    if character.isprintable():
        return character
    return character.encode("unicode_escape").decode("ascii")
