"""What the engine gets when it asks for the letter or a picture in it."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QUrl
from PySide6.QtWebEngineCore import QWebEngineUrlRequestJob, QWebEngineUrlSchemeHandler
from shiboken6 import isValid

from hudhud.ui.panes.letter_body import no_pictures
from hudhud.ui.panes.remote_pictures import Pictures, RemoteSource
from hudhud.ui.picture_kind import showable_type
from hudhud.ui.web.hardening import CONTENT_POLICY
from hudhud.ui.web.schemes import LETTER

Job = QWebEngineUrlRequestJob
NOT_FOUND = QWebEngineUrlRequestJob.Error.UrlNotFound


class LetterSource(QWebEngineUrlSchemeHandler):
    """Gives out one document, under an address that is new for each.

    An own scheme, since what is handed to the engine as a string ends at two megabytes.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._document = b""
        self._count = 0
        self.policy = CONTENT_POLICY

    @property
    def address(self) -> QUrl:
        return QUrl(f"{LETTER}:letter-{self._count}")

    def put(self, document: bytes) -> QUrl:
        self._document = document
        self._count += 1
        return self.address

    def requestStarted(self, job: Job) -> None:
        if job.requestUrl() != self.address or job.requestMethod() != b"GET":
            job.fail(NOT_FOUND)
            return
        # The value has to be a list: anything else is left out without a word. The
        # declared type knows of no list.
        headers = {
            QByteArray(b"Content-Security-Policy"): [QByteArray(self.policy.encode())],
            QByteArray(b"Referrer-Policy"): [QByteArray(b"no-referrer")],
            QByteArray(b"X-DNS-Prefetch-Control"): [QByteArray(b"off")],
        }
        job.setAdditionalResponseHeaders(headers)  # type: ignore[arg-type]
        answer(job, "text/html;charset=utf-8", self._document)


class InsidePictures(QWebEngineUrlSchemeHandler):
    """Pictures that came inside the message."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.pictures: Pictures = no_pictures

    def requestStarted(self, job: Job) -> None:
        answer_picture(job, self.pictures(named(job.requestUrl())))


class RemoteAnswers(QWebEngineUrlSchemeHandler):
    """Remote pictures that the person agreed to; a job waits until its one is there."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pictures: RemoteSource | None = None
        self._waiting: list[tuple[int, Job, QObject]] = []

    def follow(self, pictures: RemoteSource | None) -> None:
        """Answer from these from now on; None for a letter without consent."""
        # Those of the letter before may be gone together with it.
        if self._pictures is not None and isValid(self._pictures):
            self._pictures.settled.disconnect(self._answer_waiting)
        self._pictures = pictures
        self._waiting.clear()
        if pictures is not None:
            pictures.settled.connect(self._answer_waiting)

    def requestStarted(self, job: Job) -> None:
        name = named(job.requestUrl())
        if self._pictures is None or not (name.isascii() and name.isdecimal()):
            job.fail(NOT_FOUND)
            return
        number = int(name[:9])
        if self._pictures.is_settled(number):
            answer_picture(job, self._pictures.octets(number))
        else:
            # A job ends without a word when its page goes; its child tells us.
            self._waiting.append((number, job, QObject(job)))

    def _answer_waiting(self, number: int) -> None:
        due = [each for each in self._waiting if each[0] == number]
        self._waiting = [each for each in self._waiting if each[0] != number]
        octets = self._pictures.octets(number) if self._pictures else None
        for _, job, sign_of_life in due:
            if isValid(sign_of_life):
                answer_picture(job, octets)


def named(address: QUrl) -> str:
    """What stands behind the scheme, decoded."""
    encoded = bytes(address.toEncoded().data()).partition(b":")[2]
    return QUrl.fromPercentEncoding(encoded)


def answer_picture(job: Job, octets: bytes | None) -> None:
    content_type = showable_type(octets) if octets else None
    if octets is None or content_type is None:
        job.fail(NOT_FOUND)
        return
    answer(job, content_type, octets)


def answer(job: Job, content_type: str, octets: bytes) -> None:
    """The buffer lives as long as the job."""
    buffer = QBuffer(job)
    buffer.setData(octets)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    job.reply(content_type.encode(), buffer)
