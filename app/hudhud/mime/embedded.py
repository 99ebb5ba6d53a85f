"""The head of a message inside a letter, as far as it is shown above its text."""

from hudhud.mime.encoded_words import header_text
from hudhud.mime.parts import Part

_SHOWN = ("From", "To", "Cc", "Date", "Subject")


def fields_shown(message: Part, charsets: tuple[str, ...]) -> list[tuple[str, str]]:
    found = ((name, message.header.first(name.lower())) for name in _SHOWN)
    return [(name, header_text(value, charsets)) for name, value in found if value]
