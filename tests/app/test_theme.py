"""The two dresses: icons follow them, text can be read on them."""

from __future__ import annotations

from dataclasses import asdict

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication

from app import theme
from core.paths import resource


def luminance(color: str) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    shade = QColor(color)
    return 0.2126 * linear(shade.redF()) + 0.7152 * linear(shade.greenF()) + 0.0722 * linear(shade.blueF())


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def main_color(image: QImage) -> str:
    shades = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return max(shades, key=QColor.alpha).name()


@pytest.mark.parametrize("name", ["dark", "light"])
def test_text_can_be_read(name: str) -> None:
    c = theme.THEMES[name]
    for ground in (c.window, c.panel, c.raised, c.hover, c.accent_soft):
        assert contrast(c.text, ground) >= 7
    for ground in (c.window, c.panel, c.raised):
        assert contrast(c.muted, ground) >= 4.5
        for signal in (c.accent, c.danger, c.warning, c.ok):
            assert contrast(signal, ground) >= 3
    assert contrast(c.on_accent, c.accent) >= 4.5


@pytest.mark.parametrize("name", ["dark", "light"])
def test_the_style_sheet_is_whole(qapp: QApplication, name: str) -> None:
    theme.apply(qapp, name)
    assert "@" not in qapp.styleSheet()
    assert theme.name() == name
    assert qapp.palette().text().color().name() == theme.colors().text
    for word in qapp.styleSheet().split("url(theme:")[1:]:
        assert resource(f"theme/{name}/{word.split(')')[0]}").is_file()


def test_an_unknown_theme_is_dark(qapp: QApplication) -> None:
    theme.apply(qapp, "purple")
    assert theme.name() == "dark"


def test_icons_change_with_the_theme(qapp: QApplication) -> None:
    theme.apply(qapp, "dark")
    icon = theme.icon("play")
    assert main_color(icon.pixmap(24, 24).toImage()) == theme.DARK.text
    theme.apply(qapp, "light")
    assert main_color(icon.pixmap(24, 24).toImage()) == theme.LIGHT.text
    assert main_color(icon.pixmap(QSize(24, 24), QIcon.Mode.Disabled).toImage()) == theme.LIGHT.disabled
    assert main_color(theme.icon("trash-2", "danger").pixmap(24, 24).toImage()) == theme.LIGHT.danger


def test_icons_are_sharp_on_dense_screens(qapp: QApplication) -> None:
    picture = theme.icon("play").pixmap(QSize(18, 18), 2.0)
    assert (picture.width(), picture.devicePixelRatio()) == (36, 2.0)


def test_an_icon_that_is_missing_is_a_bug(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        theme.icon("no-such-thing")


def test_every_icon_draws_something(qapp: QApplication) -> None:
    blank = []
    for file in sorted(resource("icons").glob("*.svg")):
        image = theme.icon(file.stem).pixmap(24, 24).toImage()
        if not any(image.pixelColor(x, y).alpha() for x in range(24) for y in range(24)):
            blank.append(file.name)
    assert blank == []


def test_the_program_icon(qapp: QApplication) -> None:
    assert {size.width() for size in theme.app_icon().availableSizes()} >= {16, 32, 64, 256}


def test_both_themes_name_every_color() -> None:
    for colors in theme.THEMES.values():
        assert all(QColor(value).isValid() for value in asdict(colors).values())
