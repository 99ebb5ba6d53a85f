"""Letters for the tests of mime: builders, and the same news in many languages.

Everything is octets with CRLF line ends; nothing here imports the room under test.
"""

from base64 import b64encode, encodebytes
from collections.abc import Sequence
from dataclasses import dataclass
from quopri import encodestring

PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(64))
PDF = b"%PDF-1.4\n" + b"0123456789" * 30


def field(name: str, value: bytes | str) -> bytes:
    octets = value if isinstance(value, bytes) else value.encode("utf-8")
    return name.encode("ascii") + b": " + octets + b"\r\n"


def part(
    content_type: str,
    body: bytes | str,
    *,
    encoding: str = "",
    disposition: str = "",
    content_id: str = "",
) -> bytes:
    """A part, or the MIME fields and body of a whole letter."""
    octets = body if isinstance(body, bytes) else body.encode("utf-8")
    fields = field("Content-Type", content_type) if content_type else b""
    if encoding:
        fields += field("Content-Transfer-Encoding", encoding)
    if disposition:
        fields += field("Content-Disposition", disposition)
    if content_id:
        fields += field("Content-ID", f"<{content_id}>")
    return fields + b"\r\n" + encoded(octets, encoding)


def encoded(octets: bytes, encoding: str) -> bytes:
    if encoding == "base64":
        return encodebytes(octets).replace(b"\n", b"\r\n")
    if encoding == "quoted-printable":
        lines = octets.replace(b"\r\n", b"\n")
        return encodestring(lines).replace(b"\n", b"\r\n")
    return octets


def multipart(kind: str, parts: Sequence[bytes], boundary: str = "=_edge") -> bytes:
    mark = b"--" + boundary.encode("ascii")
    inside = b"".join(mark + b"\r\n" + one + b"\r\n" for one in parts)
    declared = field("Content-Type", f'multipart/{kind}; boundary="{boundary}"')
    return declared + b"\r\n" + inside + mark + b"--\r\n"


def letter(content: bytes, subject: bytes | str = "Subject", *more: bytes) -> bytes:
    """A letter around MIME fields and a body; `more` are whole fields."""
    return (
        field("From", "Noor <noor@example.org>")
        + field("To", "Salim <salim@example.com>")
        + field("Date", "Mon, 24 Nov 2025 10:00:00 +0300")
        + field("Message-ID", "<one@example.org>")
        + field("Subject", subject)
        + b"".join(more)
        + field("MIME-Version", "1.0")
        + content
    )


def plain_letter(body: str = "Hello.\r\n", subject: bytes | str = "Subject") -> bytes:
    return letter(part("text/plain; charset=utf-8", body), subject)


def encoded_word(text: str, charset: str = "utf-8") -> bytes:
    octets = b64encode(text.encode(charset))
    return b"=?" + charset.encode("ascii") + b"?B?" + octets + b"?="


@dataclass(frozen=True, slots=True)
class News:
    """A short letter in one language, as its people's mailers wrote it for years.

    `charset` is what its octets are in, `label` what the letter calls that.
    """

    language: str
    charset: str
    label: str
    sender: str
    subject: str
    text: str


NEWS = (
    News(
        "Arabic, Windows",
        "cp1256",
        "windows-1256",
        "سالم الحربي",
        "كشف حساب شهر نوفمبر",
        "السلام عليكم ورحمة الله\nنرفق لكم كشف الحساب، ونرجو مراجعته قبل الخميس.",
    ),
    News(
        "Arabic, ISO",
        "iso8859_6",
        "iso-8859-6",
        "منى",
        "اجتماع الغد",
        "اجتماع الغد في الساعة العاشرة صباحا في مقر الشركة.\nوشكرا لكم.",
    ),
    News(
        "Arabic, ISO in logical order",
        "iso8859_6",
        "ISO-8859-6-i",
        "خالد",
        "تأكيد الحجز",
        "تم تأكيد الحجز، ورقم الطلب هو 12345.",
    ),
    News(
        "Arabic, UTF-8",
        "utf-8",
        "UTF-8",
        "نورة العتيبي",
        "دعوة إلى حفل الافتتاح",
        "يسرّنا دعوتكم إلى حفل الافتتاح يوم الخميس.\nمع أطيب التحيات",
    ),
    News(
        "Persian",
        "utf-8",
        "utf-8",
        "مریم",
        "گزارش ماهانه",
        "سلام، گزارش ماه آبان پیوست شده است. لطفا می\u200cخواهید آن را ببینید.",
    ),
    News(
        "Urdu",
        "utf-8",
        "utf-8",
        "احمد",
        "میٹنگ کی اطلاع",
        "کل صبح دس بجے میٹنگ ہوگی۔ براہ کرم وقت پر تشریف لائیں۔",
    ),
    News(
        "Hebrew",
        "cp1255",
        "iso-8859-8-i",
        "דנה לוי",
        "חשבונית לחודש נובמבר",
        "שלום רב,\nמצורף החשבון לחודש נובמבר. נא לאשר את קבלתו.",
    ),
    News(
        "Russian",
        "koi8_r",
        "koi8-r",
        "Иван Петров",
        "Счёт за ноябрь",
        "Добрый день,\nвысылаем счёт за ноябрь, пожалуйста, подтвердите получение.",
    ),
    News(
        "Greek",
        "iso8859_7",
        "iso-8859-7",
        "Ελένη",
        "Τιμολόγιο Νοεμβρίου",
        "Καλημέρα σας,\nσας στέλνουμε το τιμολόγιο για τον Νοέμβριο.",
    ),
    News(
        "Japanese, ISO-2022",
        "iso2022_jp",
        "ISO-2022-JP",
        "山田太郎",
        "会議のお知らせ",
        "来週の会議の資料を添付します。\nご確認をお願いいたします。",
    ),
    News(
        "Japanese, Windows",
        "cp932",
        "Shift_JIS",
        "鈴木",
        "見積書①の件",
        "髙橋様\n見積書①をお送りします。",
    ),
    News(
        "Chinese",
        "gb18030",
        "gb2312",
        "李明",
        "会议通知",
        "各位同事：\n明天上午十点在三楼会议室开会，朱镕基、喆。",
    ),
    News(
        "Chinese, Taiwan",
        "big5",
        "big5",
        "陳小姐",
        "會議通知",
        "明天上午十點在三樓會議室開會，請準時參加。",
    ),
    News(
        "Korean",
        "cp949",
        "ks_c_5601-1987",
        "김철수",
        "회의 안내",
        "첨부된 청구서를 확인하시고 회신하여 주시기 바랍니다. 뷁",
    ),
    News(
        "French",
        "cp1252",
        "iso-8859-1",
        "Hélène Dœuf",
        "Réunion à l’école",
        "Voilà l’été — 20 € d’économies…",
    ),
    News(
        "Turkish",
        "cp1254",
        "iso-8859-9",
        "Işıl Çağ",
        "Toplantı çağrısı",
        "Toplantı için teşekkürler, görüşmek üzere.",
    ),
    News(
        "Polish",
        "iso8859_2",
        "iso-8859-2",
        "Łukasz",
        "Zażółć gęślą jaźń",
        "W załączeniu przesyłamy fakturę za listopad.",
    ),
)
