"""The colours of the window, and how they reach every widget.

A theme is a table of tokens; it becomes a QPalette and a short style sheet over Fusion.
What paints itself asks `theme_of(palette)`: no widget keeps a theme of its own, and a
switch needs nothing but a repaint.
"""

import re
from dataclasses import asdict, dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from hudhud.domain.messages import State
from hudhud.ui.icons import resource_folder

TOKEN = re.compile(r"@([a-z_]+)")


@dataclass(frozen=True, slots=True)
class Theme:
    """Colour tokens, as `#rrggbb`.

    `side`, `panel`, `raised` and `select` are grounds; every text colour reaches 4.5:1
    on each of them. `accent_text` is the accent where it is small type on `select`. The
    `toast` tokens are the other theme's way round, so that it stands out.
    """

    dark: bool
    side: str
    panel: str
    raised: str
    line: str
    field: str
    thumb: str
    hover: str
    press: str
    text: str
    dim: str
    faint: str
    accent: str
    accent_hover: str
    accent_text: str
    on_accent: str
    select: str
    good: str
    warn: str
    bad: str
    bad_ground: str
    paper: str
    on_paper: str
    toast: str
    toast_hover: str
    toast_accent: str
    on_toast: str
    on_server: str
    saved_on_server: str
    saved: str
    to_be_deleted: str
    removed: str

    def state(self, state: State) -> str:
        """The colour that supports, and never replaces, the shape of a state."""
        return {
            State.ON_SERVER: self.on_server,
            State.SAVED_ON_SERVER: self.saved_on_server,
            State.SAVED: self.saved,
            State.TO_BE_DELETED: self.to_be_deleted,
            State.REMOVED: self.removed,
            State.NOT_LISTED: self.removed,
        }[state]


LIGHT = Theme(
    dark=False,
    side="#f7f4f1",
    panel="#ffffff",
    raised="#f7f4f1",
    line="#e5ddd6",
    field="#ded5cd",
    thumb="#d3c8bf",
    hover="#faf6f3",
    press="#eee5de",
    text="#241d18",
    dim="#5e5650",
    faint="#70665f",
    accent="#a8481a",
    accent_hover="#953d13",
    accent_text="#8f3b12",
    on_accent="#ffffff",
    select="#fbe9de",
    good="#1e6b3a",
    warn="#8a5a00",
    bad="#b3261e",
    bad_ground="#fdefed",
    paper="#ffffff",
    on_paper="#241d18",
    toast="#2f2723",
    toast_hover="#453a34",
    toast_accent="#f7b183",
    on_toast="#fbf6f2",
    on_server="#1b5fa8",
    saved_on_server="#1e6b3a",
    saved="#6b4a9e",
    to_be_deleted="#8a5a00",
    removed="#5e5650",
)

DARK = Theme(
    dark=True,
    side="#1b1917",
    panel="#242120",
    raised="#2e2a28",
    line="#3b3633",
    field="#46403c",
    thumb="#57504b",
    hover="#2a2624",
    press="#38322e",
    text="#f3ede8",
    dim="#beb4ac",
    faint="#a89d95",
    accent="#f2a36b",
    accent_hover="#f6b585",
    accent_text="#f6b98d",
    on_accent="#2b1508",
    select="#3d2b20",
    good="#86d3a0",
    warn="#f0c265",
    bad="#ff9d92",
    bad_ground="#3a2320",
    paper="#ffffff",
    on_paper="#241d18",
    toast="#f1e8e1",
    toast_hover="#e2d5cb",
    toast_accent="#8f3b12",
    on_toast="#241d18",
    on_server="#8fc1f5",
    saved_on_server="#86d3a0",
    saved="#c9b0f5",
    to_be_deleted="#f0c265",
    removed="#b5aba3",
)


def theme_of(palette: QPalette) -> Theme:
    """The theme that made this palette."""
    return DARK if palette.color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


def shown_theme() -> Theme:
    """The theme on show. A sheet may colour one widget's palette, never this one."""
    return theme_of(QApplication.palette())


def current_theme(app: QApplication, choice: str) -> Theme:
    """The theme for a setting: `system`, `light` or `dark`."""
    if choice in ("light", "dark"):
        return DARK if choice == "dark" else LIGHT
    wants_dark = app.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return DARK if wants_dark else LIGHT


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Give the application its style, palette and sheet; may be called again."""
    app.setStyle("Fusion")
    app.setPalette(palette_of(theme))
    app.setStyleSheet(style_sheet(theme))


def follow_scheme(app: QApplication, choice: str) -> None:
    """Tell the system which scheme was chosen, so that title bars agree with us."""
    schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
    app.styleHints().setColorScheme(schemes.get(choice, Qt.ColorScheme.Unknown))


def style_sheet(theme: Theme) -> str:
    """The sheet in resources with this theme's colours in it."""
    resources = resource_folder()
    drawings = resources / "sheet" / ("dark" if theme.dark else "light")
    values = asdict(theme) | {"drawings": drawings.as_posix()}
    sheet = (resources / "window.qss").read_text(encoding="utf-8")
    return TOKEN.sub(lambda found: str(values[found[1]]), sheet)


def palette_of(theme: Theme) -> QPalette:
    role = QPalette.ColorRole
    colors = {
        role.Window: theme.side,
        role.WindowText: theme.text,
        role.Base: theme.panel,
        role.AlternateBase: theme.raised,
        role.Text: theme.text,
        role.Button: theme.raised,
        role.ButtonText: theme.text,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.on_accent,
        role.Accent: theme.accent,
        role.PlaceholderText: theme.faint,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.ToolTipBase: theme.raised,
        role.ToolTipText: theme.text,
        role.BrightText: theme.bad,
        role.Light: theme.raised,
        role.Midlight: theme.line,
        role.Mid: theme.line,
        role.Dark: theme.faint,
    }
    palette = QPalette()
    for which, color in colors.items():
        palette.setColor(which, QColor(color))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(theme.faint))
    return palette
