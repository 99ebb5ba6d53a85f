"""Telling a screen reader what appeared without taking the focus there."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from hudhud.ui.words import strip_isolates


def announce(widget: QWidget, text: str, *, urgent: bool = False) -> None:
    """Have a text read aloud; an urgent one at once."""
    event = QAccessibleAnnouncementEvent(widget, strip_isolates(text))
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
    QAccessible.updateAccessibility(event)
