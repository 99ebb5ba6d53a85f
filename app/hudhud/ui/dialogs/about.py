"""What this program is, its version, and what POP is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from hudhud import __version__
from hudhud.ui.icons import app_icon
from hudhud.ui.typography import Text, Type
from hudhud.ui.words import fill, machine

PICTURE = 64


class AboutDialog(QDialog):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Hudhud"))
        picture = Text(parent=self)
        picture.setPixmap(app_icon().pixmap(PICTURE, PICTURE))
        title = Text(Type.TITLE, parent=self)
        title.setText(self.tr("Hudhud"))
        version = fill(self.tr("Version %1"), machine(__version__))
        paragraphs = (
            self.tr("Brings your mail home"),
            version,
            self.tr(
                "Your provider keeps your messages in a box on its server. POP3 is a"
                " simple way to bring them to your computer: ask whether something new"
                " has arrived, look at the first lines, then save the message here and"
                " leave or delete the server's copy."
            ),
            self.tr("Free software under the GNU General Public License, version 3."),
        )
        close = QPushButton(self.tr("Close"), self)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(title, 0, Qt.AlignmentFlag.AlignHCenter)
        for paragraph in paragraphs:
            text = Text(Type.BODY, "dim", self)
            text.setWordWrap(True)
            text.setText(paragraph)
            layout.addWidget(text)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignHCenter)
        self.setFixedWidth(420)
