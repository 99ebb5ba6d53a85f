"""The addresses of our own: the letter, and the two kinds of pictures in it."""

from PySide6.QtWebEngineCore import QWebEngineUrlScheme

LETTER = "mailview"
# A picture that came inside the message, by its content-id (RFC 2392).
INSIDE = "cid"
# A remote picture, by its number in the table of the letter.
REMOTE = "ext"
DATA = "data"

OURS = (LETTER, INSIDE, REMOTE)


class TooLate(RuntimeError):
    """The engine had been started by somebody else before."""


def register_schemes() -> None:
    """To be called before anything of the engine is made; may be called again."""
    for name in OURS:
        if QWebEngineUrlScheme.schemeByName(name.encode()).name() != name.encode():
            _register(name.encode())


def _register(name: bytes) -> None:
    scheme = QWebEngineUrlScheme(name)
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Path)
    scheme.setFlags(QWebEngineUrlScheme.Flag.SecureScheme)
    QWebEngineUrlScheme.registerScheme(scheme)
    if QWebEngineUrlScheme.schemeByName(name).name() != name:
        raise TooLate(name.decode())
