"""Keys, palette, panels, settings, help and first steps: how the window is reached and set up."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QDialog

from app import dialogs, keymap, theme
from app.actions.table import ACTIONS
from app.palette_presenter import PalettePresenter
from app.panels import Panels
from app.told_words import told
from app.views.reach import make_reachable
from app.welcome_presenter import WelcomePresenter
from app.words import action_text, keys_text, translate
from app.workspace import Workspace
from core.errors import UserError
from core.rows import changed
from core.timeline.edit import Edit
from core.timeline.exclusive import overlap_named

if TYPE_CHECKING:
    from app.dialogs.settings import SettingsDialog
    from app.main_window import MainWindow


class AccessPresenter(QObject):
    def __init__(self, ws: Workspace, window: MainWindow) -> None:
        super().__init__(window)
        self.ws, self.window = ws, window
        self.palette = PalettePresenter(ws, window)
        self.panels = Panels(window)
        self.welcome = WelcomePresenter(ws, window)
        self._settings: SettingsDialog | None = None
        self._help: QDialog | None = None
        make_reachable(window)
        self.apply_keys()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme)
        ws.document_opened.connect(self._on_document)
        self._on_document()

    def _on_document(self) -> None:
        self.ws.document.lists_changed.connect(self._show_rows)
        self._show_rows()

    def close(self) -> None:
        """With the window; what is not modal would stay on the screen."""
        for dialog in (self._settings, self._help):
            if dialog is not None:
                dialog.close()

    def _on_scheme(self, scheme: Qt.ColorScheme) -> None:
        if self.ws.settings.theme == "system":
            self.window.apply_theme()

    # -- keys --------------------------------------------------------------------------------------------------------

    def apply_keys(self) -> None:
        """Gives every action its keys, also in its tooltip, and keeps labels off them."""
        every = keymap.all_keys(self.ws.settings.keys)
        for spec in ACTIONS:
            action, keys = self.window.commands[spec.name], every[spec.name]
            action.setShortcuts([QKeySequence(key) for key in keys])
            text = action_text(spec.text).rstrip("… ")
            action.setToolTip(f"{text} ({keys_text(keys[:1])})" if keys else text)
        self.window.library.set_reserved_keys(keymap.reserved(self.ws.settings.keys))
        self._say_keys()

    def _say_keys(self) -> None:
        """Hints that are on show name the keys as they are now."""
        window = self.window
        lists = window.runs, window.similar_moments, window.review_list, window.markers.view, window.learn
        for one in (window.player.stage, *lists, self.welcome):
            one.say_keys()
        window.overlays.show_keys()
        window.timeline.redraw()
        window.signals.refresh()

    def key_rows(self) -> list[dialogs.KeyRow]:
        label, every = translate("palette", "Label: {name}"), keymap.all_keys(self.ws.settings.keys)
        rows = [
            dialogs.KeyRow(
                spec.name,
                f"{action_text(spec.menu.rstrip('|'))}: {action_text(spec.text).rstrip('…')}",
                every[spec.name],
                spec.keys,
            )
            for spec in ACTIONS
        ]
        for one in self.ws.document.labels.values():
            rows.append(dialogs.KeyRow(one.id, label.format(name=one.name), (one.key,) if one.key else ()))
        return rows

    def _set_keys(self, changes: dict[str, list[str]]) -> None:
        self.ws.change_settings(keys=changes)
        self.apply_keys()
        self.ws.document.lists_changed.emit()  # labels whose key is free, or taken, now

    def _on_keys_wanted(self, row_id: str | int, keys: keymap.Keys) -> None:
        """One settings change and at most one Edit: who had these keys loses them."""
        changes = self.ws.settings.keys
        if isinstance(row_id, str):
            self._set_label_keys({}, keys)
            self._set_keys(keymap.given(changes, row_id, keys))
            return
        taken = {portable for key in keys if (portable := keymap.portable(key))}
        for spec in ACTIONS:
            held = keymap.all_keys(changes)[spec.name]
            left = tuple(key for key in held if keymap.portable(key) not in taken)
            if left != held:
                changes = keymap.given(changes, spec.name, left)
        self._set_keys(dict(changes))
        self._set_label_keys({row_id: keys[0] if keys else ""}, keys)

    def _set_label_keys(self, wanted: dict[int, str], taken: keymap.Keys) -> None:
        free = {keymap.portable(key) for key in taken}
        new = {one.id: "" for one in self.ws.document.labels.values() if one.key and keymap.portable(one.key) in free}
        new |= wanted
        old = [self.ws.document.labels[i] for i, key in new.items() if self.ws.document.labels[i].key != key]
        if old:
            rows = tuple(changed(label, key=new[label.id]) for label in old)
            self.ws.document.push(Edit("Change keys of labels", removed=tuple(old), added=rows))

    def _on_reset(self, row_id: str | int | None) -> None:
        if row_id is None:
            self._set_keys({})
        elif isinstance(row_id, str):
            spec = next(spec for spec in ACTIONS if spec.name == row_id)
            self._set_keys(keymap.given(self.ws.settings.keys, row_id, spec.keys))

    def _on_import(self, path: Path) -> None:
        try:
            self._set_keys(keymap.read(path))
        except UserError as error:
            self._say(told(str(error)), wrong=True)
        except OSError as error:
            self._say(
                translate("keymap", "{file} cannot be read: {why}.").format(file=path.name, why=error.strerror), True
            )
        else:
            self._say(translate("keymap", "The keys of {file} are in use.").format(file=path.name))

    def _on_export(self, path: Path) -> None:
        try:
            keymap.write(path, self.ws.settings.keys)
        except OSError as error:
            text = translate("keymap", "{file} cannot be written: {why}.")
            self._say(text.format(file=path.name, why=error.strerror), wrong=True)
        else:
            self._say(translate("keymap", "All keys are written to {file}.").format(file=path))

    def _say(self, text: str, wrong: bool = False) -> None:
        if self._settings is not None:
            self._settings.keys.say(text, wrong)

    def _show_rows(self) -> None:
        if self._settings is not None and self._settings.isVisible():
            self._settings.keys.set_rows(self.key_rows())

    # -- settings ----------------------------------------------------------------------------------------------------

    def open_settings(self, page: str = "") -> None:
        """Made anew each time: other places change settings as well."""
        if self._settings is not None:
            self._settings.close()
            self._settings.deleteLater()
        self._settings = dialog = dialogs.SettingsDialog(self.ws.settings, self.window)
        dialog.changed.connect(self._on_setting)
        dialog.keys.wanted.connect(self._on_keys_wanted)
        dialog.keys.reset_wanted.connect(self._on_reset)
        dialog.keys.import_wanted.connect(self._on_import)
        dialog.keys.export_wanted.connect(self._on_export)
        dialog.keys.set_rows(self.key_rows())
        make_reachable(dialog)
        if page:
            dialog.show_page(page)
        dialog.show()
        dialog.activateWindow()

    def _on_setting(self, name: str, value: object) -> None:
        """Stores it, and tells those who have it in use."""
        self.ws.change_settings(**{name: value})
        if name == "theme":
            self.window.apply_theme()
            self.window.commands["toggle_theme"].setChecked(theme.name() == "light")
        elif name == "author":
            self.ws.document.author = self.ws.settings.who
        elif name == "snap":
            self.window.commands["snap"].setChecked(self.ws.settings.snap)
            self.window.timeline.set_snap(self.ws.settings.snap)
        elif name in ("muted", "volume"):
            self.window.sound.set_volume(self.ws.settings.volume, self.ws.settings.muted)
        elif name == "overlap":
            self.ws.document.overlap = overlap_named(self.ws.settings.overlap)
            self.window.editing.show_overlap()
        elif name == "overview":
            self.window.strip.show_or_hide()
        elif name == "show_lanes":
            self.window.signals.show_area(self.ws.settings.show_lanes)

    # -- help --------------------------------------------------------------------------------------------------------

    def open_help(self, page: str = "") -> None:
        from importlib import metadata  # it takes its time, and the window should not wait for it

        if self._help is not None:
            self._help.close()
            self._help.deleteLater()
        every = keymap.all_keys(self.ws.settings.keys)
        rows = [
            (
                action_text(spec.menu.rstrip("|")),
                action_text(spec.text).rstrip("… "),
                keys_text(every[spec.name]),
            )
            for spec in ACTIONS
        ]
        title = translate("help", "Keys")
        intro = translate("help", "As they are set now; Settings → Keys changes them. Labels have keys of their own.")
        page_of_keys = dialogs.keys_page(title, intro, (title, translate("help", "Action")), rows)
        dialog = dialogs.HelpDialog(metadata.version("reelmark"), page_of_keys, self.window)
        self._help = dialog
        make_reachable(dialog)
        if page:
            dialog.show_page(page)
        dialog.show()
        dialog.activateWindow()
