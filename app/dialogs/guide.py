"""Help: the pages that ship with this version, and the keys as they are set now. F1 opens it; it is never modal."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QColor, QDesktopServices, QKeySequence, QPalette, QShortcut, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from app import theme
from app.language import current_language
from core.paths import resource

_TEXT = Qt.ItemDataRole.UserRole
KEYS_PAGE = "keys"


def pages(language: str = "en") -> list[tuple[str, str]]:
    """(name, Markdown) of the pages that ship, in order; the keys' page is made from the table."""
    files = sorted((resource("help") / language).glob("*.md"))
    return [(file.stem.split("-", 1)[-1], file.read_text("utf-8")) for file in files]


def keys_page(title: str, intro: str, heads: tuple[str, str], rows: Sequence[tuple[str, str, str]]) -> str:
    """`rows`: (menu, action, keys) → Markdown, one table a menu below `heads` (keys, action)."""
    parts, menu_before = [f"# {title}\n\n{intro}\n"], ""
    for menu, action, keys in rows:
        if menu != menu_before:
            parts.append(f"\n## {menu}\n\n| {heads[0]} | {heads[1]} |\n|---|---|")
            menu_before = menu
        safe = keys.replace("\\", "\\\\").replace("|", "\\|").replace("`", "\\`").replace("[", "\\[")
        parts.append(f"| {safe} | {action} |")
    return "\n".join(parts) + "\n"


class HelpDialog(QDialog):
    def __init__(self, version: str, keys: str, parent: QWidget | None = None) -> None:
        """`keys`: the page of keys, Markdown."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Help for Reelmark {version}").format(version=version))
        self.search = QLineEdit(placeholderText=self.tr("Search the help"), clearButtonEnabled=True)
        self.search.setAccessibleName(self.tr("Search the help"))
        self.topics = QListWidget(self)
        self.topics.setAccessibleName(self.tr("Pages"))
        self.text = QTextBrowser(self)
        self.text.setAccessibleName(self.tr("Help text"))
        self.text.setOpenLinks(False)
        self.nothing = QLabel(self.tr("No page has all these words."))
        self.nothing.setProperty("role", "hint")
        for name, text in pages(current_language()):
            self._add(name, keys if name == KEYS_PAGE else text)
        self._lay_out(version)
        self.topics.currentItemChanged.connect(self._show)
        self.search.textChanged.connect(self._filter)
        self.text.anchorClicked.connect(self._follow)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self.search.setFocus)
        self.topics.setCurrentRow(0)

    def _lay_out(self, version: str) -> None:
        left, both = QVBoxLayout(), QHBoxLayout(self)
        shown = QLabel(self.tr("Version {version}").format(version=version))
        shown.setProperty("role", "hint")
        for widget in (self.search, self.topics, self.nothing, shown):
            left.addWidget(widget)
        self.nothing.hide()
        self.topics.setFixedWidth(max(230, self.topics.sizeHintForColumn(0) + 24))
        self.search.setFixedWidth(self.topics.width())
        self.text.document().setDocumentMargin(16)
        both.addLayout(left)
        both.addWidget(self.text, 1)
        self.resize(920, 640)

    def show_page(self, name: str) -> None:
        for i in range(self.topics.count()):
            if self.topics.item(i).data(_TEXT)[0] == name:
                self.topics.setCurrentRow(i)

    def _add(self, name: str, text: str) -> None:
        item = QListWidgetItem(text.splitlines()[0].lstrip("# "))
        item.setData(_TEXT, (name, text))
        self.topics.addItem(item)

    def _show(self) -> None:
        item = self.topics.currentItem()
        if item is not None:
            self.text.setMarkdown(item.data(_TEXT)[1])
            self._mark()

    def _filter(self, typed: str) -> None:
        """Pages that have every word stay in the list; the first one is shown, with the words marked."""
        words, first = typed.casefold().split(), None
        for i in range(self.topics.count()):
            item = self.topics.item(i)
            there = all(word in item.data(_TEXT)[1].casefold() for word in words)
            item.setHidden(not there)
            first = item if there and first is None else first
        self.nothing.setVisible(first is None)
        current = self.topics.currentItem()
        if first is not None and (current is None or current.isHidden()):
            self.topics.setCurrentItem(first)
        self._mark()

    def _mark(self) -> None:
        marks: list[QTextEdit.ExtraSelection] = []
        ground = QTextCharFormat()
        ground.setBackground(QColor(theme.colors().accent_soft))
        ground.setForeground(self.palette().color(QPalette.ColorRole.Text))
        for word in self.search.text().split():
            cursor = self.text.document().find(word)
            while not cursor.isNull() and len(marks) < 500:
                mark = QTextEdit.ExtraSelection()
                mark.cursor, mark.format = cursor, ground
                marks.append(mark)
                cursor = self.text.document().find(word, cursor)
        self.text.setExtraSelections(marks)
        if marks:
            self.text.setTextCursor(QTextCursor(marks[0].cursor))
            cursor = self.text.textCursor()
            cursor.clearSelection()
            self.text.setTextCursor(cursor)
            self.text.ensureCursorVisible()

    def _follow(self, url: QUrl) -> None:
        if url.scheme() in ("http", "https"):
            QDesktopServices.openUrl(url)
        else:
            self.show_page(Path(url.path()).stem.split("-", 1)[-1])
