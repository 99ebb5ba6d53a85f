"""Files that stand in the text itself, from before MIME and beside it."""

from hudhud.mime.uuencode import UuencodedFile, take_uuencoded
from hudhud.mime.yencode import YencodedFile, take_yencoded

FileInText = UuencodedFile | YencodedFile

BEGINNINGS = (b"begin ", b"=ybegin ")


def take_files(octets: bytes) -> tuple[bytes, tuple[FileInText, ...]]:
    """The text without the files in it, and the files."""
    text, uuencoded = take_uuencoded(octets)
    text, yencoded = take_yencoded(text)
    return text, (*uuencoded, *yencoded)
