"""Icons: own line drawings in resources/icons, coloured and sharp where they are.

Every drawing has a 24 by 24 grid and `currentColor` for its lines. Nothing is taken
from the system's icon theme, which may be missing.
"""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from hudhud.domain.messages import State

# Screens in use have one of these; a QIcon picks the nearest and never blurs it up.
PIXEL_RATIOS = (1.0, 1.25, 1.5, 2.0, 3.0)
APP_ICON_SIZES = (16, 22, 24, 32, 48, 64, 128, 256)
# Below this the feathers would melt into one; a plainer drawing takes its place.
FULL_APP_ICON = 32
DISABLED_ALPHA = 96

# Drawings that point along the line of reading, so that they turn with it.
DIRECTIONAL = frozenset({"back", "undo"})


def resource_folder() -> Path:
    """The folder of icons and translations: in a wheel and a bundle, or a checkout."""
    package = Path(__file__).parents[1]
    installed = package / "_resources"
    return installed if installed.is_dir() else package.parents[1] / "resources"


def icon(
    name: str, color: str, size: int = 18, *, mirrored: bool = False, air: int = 0
) -> QIcon:
    """The drawing `name` in one colour; dimmed by itself where it is disabled.

    `mirrored` turns it round if it is a directional one, for right-to-left windows.
    `air` is left free at both sides, where words would stand too near.
    """
    turned = mirrored and name in DIRECTIONAL
    faded = QColor(color)
    faded.setAlpha(DISABLED_ALPHA)
    made = QIcon()
    for ratio in PIXEL_RATIOS:
        normal = icon_pixmap(name, color, size, ratio, mirrored=turned)
        shade = faded.name(QColor.NameFormat.HexArgb)
        disabled = icon_pixmap(name, shade, size, ratio, mirrored=turned)
        made.addPixmap(_aired(normal, air), QIcon.Mode.Normal)
        made.addPixmap(_aired(disabled, air), QIcon.Mode.Disabled)
    return made


def _aired(pixmap: QPixmap, air: int) -> QPixmap:
    if not air:
        return pixmap
    ratio = pixmap.devicePixelRatio()
    wide = QPixmap(pixmap.width() + round(2 * air * ratio), pixmap.height())
    wide.setDevicePixelRatio(ratio)
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    painter.drawPixmap(air, 0, pixmap)
    painter.end()
    return wide


@lru_cache(maxsize=512)
def icon_pixmap(
    name: str, color: str, size: int, ratio: float = 1.0, *, mirrored: bool = False
) -> QPixmap:
    """One drawing for one pixel ratio; `color` is anything QColor reads."""
    paint = QColor(color)
    svg = _drawing(name).replace("currentColor", paint.name())
    pixmap = _rendered(svg, QSize(size, size), ratio, paint.alphaF())
    if mirrored:
        image = pixmap.toImage().flipped(Qt.Orientation.Horizontal)
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(ratio)
    return pixmap


def state_icon_name(state: State) -> str:
    return f"state-{state.value}"


def app_icon() -> QIcon:
    """The program's own picture, drawn afresh for each size."""
    made = QIcon()
    for size in APP_ICON_SIZES:
        name = "hudhud-small" if size < FULL_APP_ICON else "hudhud"
        made.addPixmap(_rendered(_drawing(name), QSize(size, size), 1.0, 1.0))
    return made


@lru_cache(maxsize=128)
def _drawing(name: str) -> str:
    path = resource_folder() / "icons" / f"{name}.svg"
    return path.read_text(encoding="utf-8")


def _rendered(svg: str, size: QSize, ratio: float, opacity: float) -> QPixmap:
    pixmap = QPixmap(size * ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setOpacity(opacity)
    bounds = QRectF(0, 0, pixmap.width(), pixmap.height())
    QSvgRenderer(QByteArray(svg.encode())).render(painter, bounds)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
