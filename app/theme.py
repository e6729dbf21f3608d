"""How the program looks: Fusion, one palette and one style sheet, in a dark and a light dress.

Icons are drawn from SVG at the moment they are painted, in the colour of the theme that is on then; so a change of
theme changes every icon that is already in a button or a menu, and nothing needs to be told.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import lru_cache

from PySide6.QtCore import QDir, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from app.icon_engine import SvgIconEngine, rendered
from core.paths import resource


@dataclass(frozen=True, slots=True)
class Colors:
    """The colours of one theme, "#rrggbb". The style sheet names them as `@field@`."""

    window: str  # behind everything
    panel: str  # docks, bars
    raised: str  # buttons, fields
    hover: str
    pressed: str
    border: str
    text: str
    muted: str  # second lines, units
    disabled: str
    accent: str
    on_accent: str
    accent_soft: str  # behind selected rows
    danger: str
    warning: str
    ok: str
    stage: str  # behind the picture


DARK = Colors(
    window="#14161b",
    panel="#1b1e25",
    raised="#262a34",
    hover="#313643",
    pressed="#3a4050",
    border="#343a47",
    text="#e8eaf0",
    muted="#a3aab8",
    disabled="#656c7b",
    accent="#6e9bff",
    on_accent="#0c1224",
    accent_soft="#2a3a63",
    danger="#ff7b7b",
    warning="#f5b950",
    ok="#55cf96",
    stage="#0d0e12",
)
LIGHT = Colors(
    window="#eceef2",
    panel="#f8f9fb",
    raised="#ffffff",
    hover="#e6eaf2",
    pressed="#d8deea",
    border="#cdd3de",
    text="#1b2130",
    muted="#586174",
    disabled="#9aa2b1",
    accent="#2f5fe0",
    on_accent="#ffffff",
    accent_soft="#d6e2ff",
    danger="#c62f38",
    warning="#a86400",
    ok="#1b7f4f",
    stage="#dfe3ea",
)
THEMES = {"dark": DARK, "light": LIGHT}
_current = "dark"


def colors() -> Colors:
    """The colours of the theme that is on."""
    return THEMES[_current]


def name() -> str:
    """ "dark" or "light"."""
    return _current


def apply(app: QApplication, theme: str) -> None:
    """Dresses the whole application, now and again on every change. "system" is what the desktop prefers; an unknown
    name means dark (a settings file may hold anything)."""
    global _current
    if theme == "system":
        theme = "light" if app.styleHints().colorScheme() == Qt.ColorScheme.Light else "dark"
    _current = theme if theme in THEMES else "dark"
    sheet = _style_sheet(_current)
    if sheet == app.styleSheet():  # restyling every widget is dear
        return
    QDir.setSearchPaths("theme", [str(resource(f"theme/{_current}"))])
    app.setStyle("Fusion")
    app.setPalette(_palette(colors()))
    app.setFont(_font())
    app.setStyleSheet(sheet)
    app.setWindowIcon(app_icon())


def icon(name: str, color: str = "") -> QIcon:
    """The icon `resources/icons/<name>.svg` in the theme's text colour, or in that of a `Colors` field ("danger").
    Raises FileNotFoundError for an icon that is not there."""
    if not _file(name):
        raise FileNotFoundError(f"no icon called {name}")
    return QIcon(SvgIconEngine(name, color, colors))


def pixmap(name: str, size: int, color: str = "muted", ratio: float = 1.0) -> QPixmap:
    """An icon as a square picture, `size` in device-independent pixels."""
    picture = rendered(name, getattr(colors(), color), round(size * ratio))
    copy = QPixmap(picture)
    copy.setDevicePixelRatio(ratio)
    return copy


def swatch(color: str, size: int = 14) -> QIcon:
    """A chip of one colour, for menus of labels."""
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(color))
    painter.drawRoundedRect(1, 1, size - 2, size - 2, 3, 3)
    painter.end()
    return QIcon(picture)


def app_icon() -> QIcon:
    """The program's own icon, in the sizes a desktop asks for."""
    whole = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        whole.addPixmap(
            QPixmap(str(resource("icons/reelmark.png"))).scaled(
                size, size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
        )
    return whole


def digits(font: QFont) -> QFont:
    """The font with digits of one width, so that a running timecode does not tremble."""
    copy = QFont(font)
    copy.setFeature(QFont.Tag("tnum"), 1)
    return copy


def paint_icon(painter: QPainter, name: str, rect: QRect, color: str = "muted") -> None:
    """Draws an icon centred in a rectangle, as big as fits."""
    size = min(rect.width(), rect.height())
    target = QRect(0, 0, size, size)
    target.moveCenter(rect.center())
    device = painter.device()
    painter.drawPixmap(target, pixmap(name, size, color, device.devicePixelRatioF() if device else 1.0))


ICON_SIZE = QSize(18, 18)


@lru_cache
def _file(name: str) -> bool:
    return resource(f"icons/{name}.svg").is_file()


def _font() -> QFont:
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    if font.pointSizeF() > 0:
        font.setPointSizeF(max(9.0, min(font.pointSizeF(), 11.0)))
    return font


def _style_sheet(theme: str) -> str:
    text = resource("theme/reelmark.qss").read_text("utf-8")
    for field, value in asdict(THEMES[theme]).items():
        text = text.replace(f"@{field}@", value)
    return text


def _palette(c: Colors) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    normal = {
        role.Window: c.panel, role.WindowText: c.text, role.Base: c.raised, role.AlternateBase: c.panel,
        role.Text: c.text, role.Button: c.raised, role.ButtonText: c.text, role.BrightText: c.danger,
        role.ToolTipBase: c.raised, role.ToolTipText: c.text, role.PlaceholderText: c.muted,
        role.Highlight: c.accent, role.HighlightedText: c.on_accent, role.Accent: c.accent,
        role.Link: c.accent, role.LinkVisited: c.accent,
        role.Light: c.hover, role.Midlight: c.hover, role.Mid: c.border, role.Dark: c.border, role.Shadow: c.window,
    }  # fmt: skip
    for key, value in normal.items():
        palette.setColor(key, QColor(value))
    for key in (role.WindowText, role.Text, role.ButtonText, role.PlaceholderText):
        palette.setColor(QPalette.ColorGroup.Disabled, key, QColor(c.disabled))
    palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(c.border))
    return palette
