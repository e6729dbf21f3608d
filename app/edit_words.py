"""The sentences of Edits, which a project stores in English, in the language of the window."""

from __future__ import annotations

from app.words import translate

# {} stands for a name or a number; the first that fits counts. What is not here is shown as it is stored.
EDITS = (
    "Accept", "Accept {} segments", "Add labels", "Add segment", "Add track", "Change keys of labels",
    "Change threshold", "Comment", "Delete", "Delete {} segments", "Follow the checked frames", "Join",
    "Mark as reviewed", "Move", "Reject", "Reject {} segments", "Remove run", "Set end", "Set start",
    "Set start and end", "Split", "Trim", "Add label {}", "Change label {}", "Delete label {}", "Relabel as {}",
    "Relink {}", "Remove {} videos", "Remove {}", "Add {}",
)  # fmt: skip


def edit_text(stored: str) -> str:
    for pattern in EDITS:
        before, hole, after = pattern.partition("{}")
        if not hole and stored == pattern:
            return translate("edits", pattern)
        if hole and stored.startswith(before) and stored.endswith(after) and len(stored) > len(before) + len(after):
            return translate("edits", pattern).replace("{}", stored[len(before) : len(stored) - len(after)])
    return stored
