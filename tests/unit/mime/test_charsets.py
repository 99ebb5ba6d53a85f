"""Text in the charset it is in, whatever its label says."""

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


UNDECLARED = {
    "Polish": ("Zażółć gęślą jaźń, w załączeniu faktura.", ("iso8859_2", "cp1250")),
    "Polish, short": ("Łódź, środa", ("iso8859_2", "cp1250")),
    "Czech": ("Děkujeme za příspěvek, příště více.", ("iso8859_2", "cp1250")),
    "Hungarian": ("Őszinte tisztelettel küldjük a számlát.", ("iso8859_2", "cp1250")),
    "Romanian": ("Bună ziua, vă mulţumim şi aşteptăm factura.", ("iso8859_2",)),
    "Turkish": ("Sayın müşterimiz, toplantı için teşekkürler.", ("cp1254",)),
    "Turkish, no umlaut": ("Değerli arkadaşlar, yarın toplantı var.", ("iso8859_9",)),
    "Greek": ("Καλημέρα σας, στέλνουμε το τιμολόγιο.", ("iso8859_7", "cp1253")),
    "Hebrew": ("שלום רב, מצורף החשבון לחודש נובמבר.", ("iso8859_8", "cp1255")),
    "Russian": ("Добрый день, высылаем счёт за ноябрь.", ("koi8_r", "cp1251")),
    "Ukrainian": ("Добрий день, надсилаємо рахунок її.", ("koi8_u", "cp1251")),
    "Arabic": ("السلام عليكم ورحمة الله وبركاته", ("cp1256", "iso8859_6")),
    "Japanese": (
        "来週の会議の資料を添付します。",
        ("cp932", "euc_jp", "iso2022_jp"),
    ),
    "Chinese": ("各位同事：明天上午十点在会议室开会。", ("gb18030",)),
    "Taiwanese": ("明天上午十點在三樓會議室開會，請準時參加。", ("big5",)),
    "Korean": ("첨부된 청구서를 확인하시기 바랍니다.", ("cp949",)),
    "German": ("Schöne Grüße aus München, „Zitat“ ß", ("cp1252",)),
    "French": ("Voilà l’été — 20 € d’œuf où ça ÿ", ("cp1252",)),
    "Spanish": ("¿Cómo está usted? ¡Muy bien! año", ("cp1252",)),
    "Icelandic": ("Góðan daginn, það er fundur á morgun. Þakka þér", ("cp1252",)),
    "Danish": ("Kære kunde, så er der møde på Ødegård", ("cp1252",)),
    "Portuguese": ("Olá, não há informações sobre a reunião", ("cp1252",)),
}


@pytest.mark.parametrize("label", ["", "iso-8859-1", "us-ascii", "x-unknown"])
@pytest.mark.parametrize("language", UNDECLARED)
def test_a_language_is_known_under_no_label_and_under_a_wrong_one(
    language: str, label: str
) -> None:
    text, charsets = UNDECLARED[language]
    for charset in charsets:
        assert decode_text(text.encode(charset), label) == text


def test_icelandic_under_its_own_label_is_not_turkish() -> None:
    text = "Það er ýmislegt í boði, þú ræður."
    assert decode_text(text.encode("cp1252"), "iso-8859-1") == text
