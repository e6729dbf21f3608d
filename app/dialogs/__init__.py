"""Questions to the user. File choosers are Qt's own; the last folder is remembered while the program runs."""

from typing import TYPE_CHECKING

from app.lazy import names_from

if TYPE_CHECKING:
    from app.dialogs.analyse import Answers, ask_analysis
    from app.dialogs.bug import show_bug
    from app.dialogs.conflicts import show_conflicts
    from app.dialogs.files import ask_export, ask_folder, ask_open, ask_open_many, ask_save, video_filter
    from app.dialogs.guide import HelpDialog, keys_page
    from app.dialogs.help import show_about, show_keys
    from app.dialogs.reaction import ask_reaction
    from app.dialogs.settings import SettingsDialog
    from app.dialogs.settings_keys import KeyRow
    from app.dialogs.text import ask_text
    from app.dialogs.train import ask_training
    from app.dialogs.tuning import TuningDialog, ask_tuned

__all__ = [
    "Answers",
    "HelpDialog",
    "KeyRow",
    "SettingsDialog",
    "TuningDialog",
    "ask_analysis",
    "ask_export",
    "ask_folder",
    "ask_open",
    "ask_open_many",
    "ask_reaction",
    "ask_save",
    "ask_text",
    "ask_training",
    "ask_tuned",
    "keys_page",
    "show_about",
    "show_bug",
    "show_conflicts",
    "show_keys",
    "video_filter",
]

__getattr__ = names_from(
    __name__,
    "files",
    "help",
    "bug",
    "analyse",
    "train",
    "reaction",
    "text",
    "settings",
    "settings_keys",
    "guide",
    "tuning",
    "conflicts",
)
