import pytest

from hudhud.mime.charsets import codec_name, decode_text


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("UTF-8", "utf-8"),
        ("utf8", "utf-8"),
        ('"utf-8"', "utf-8"),
        ("gb2312", "gb18030"),
        ("GBK", "gb18030"),
        ("ks_c_5601-1987", "cp949"),
        ("euc-kr", "cp949"),
        ("Shift_JIS", "cp932"),
        ("x-sjis", "cp932"),
        ("latin1", "cp1252"),
        ("ISO-8859-1", "cp1252"),
        ("us-ascii", "cp1252"),
        ("iso-8859-6-i", "iso8859-6"),
        ("iso-8859-8-i", "cp1255"),
        ("windows-1256", "cp1256"),
        ("x-windows-1256", "cp1256"),
        ("win-1251", "cp1251"),
        ("cp-850", "cp850"),
        ("iso-2022-jp", "iso2022_jp_ext"),
        ("big5", "big5hkscs"),
    ],
)
def test_labels_name_the_charset_their_writers_meant(label: str, codec: str) -> None:
    assert codec_name(label) == codec


@pytest.mark.parametrize(
    "label",
    ["", "x-unknown", "rot13", "hex", "idna", "punycode", "unicode_escape", "a\x00b"]
    + ["../../x", "utf-8" * 30, "zlib", "_", "mbcs"],
)
def test_labels_that_name_no_charset_are_none(label: str) -> None:
    assert codec_name(label) is None


def test_a_character_cut_at_the_end_is_dropped() -> None:
    assert decode_text("مرحبا".encode()[:-1], "utf-8") == "مرحب"
    assert decode_text("会议".encode("gb18030")[:-1], "gb2312") == "会"


def test_a_few_wrong_octets_do_not_spoil_the_rest() -> None:
    text = "السلام عليكم ورحمة الله وبركاته " * 5
    assert decode_text(text.encode() + b"\xff" + text.encode(), "utf-8") == (
        f"{text}\ufffd{text}"
    )


def test_windows_quotes_under_a_latin_1_label_are_quotes() -> None:
    assert decode_text(b"\x93quoted\x94 \x80", "iso-8859-1") == "“quoted” €"


def test_the_charset_of_another_part_is_tried_before_guessing() -> None:
    assert decode_text("Łódź".encode("cp1250"), "", ("windows-1250",)) == "Łódź"


def test_lone_surrogates_never_come_out() -> None:
    assert decode_text(b"+2AA-", "utf-7").encode("utf-8")


def test_a_byte_order_mark_is_not_text() -> None:
    assert decode_text(b"\xef\xbb\xbfhello", "utf-8") == "hello"
