"""The sentences of Edits, which a project stores in English, in the language of the window."""

from __future__ import annotations

from app.words import patterned

# {} stands for a name or a number; the first that fits counts. What is not here is shown as it is stored.
EDITS = (
    "Accept", "Accept {} segments", "Add label", "Add labels", "Add marker", "Add segment", "Add track",
    "Arrange labels", "Change keys of labels", "Change threshold", "Clear subject", "Comment", "Delete",
    "Delete marker", "Delete {} markers", "Delete {} segments", "Delete {} segments and close the gap",
    "Delete and close the gap", "Duplicate",
    "Duplicate {} segments", "Extend to neighbour", "Follow the checked frames", "Join", "Mark as not reviewed",
    "Mark as reviewed", "Move", "Move edge", "Move marker", "Move {} segments", "Name marker", "Nudge end",
    "Nudge segment", "Nudge start", "Paste", "Paste {} segments", "Reject", "Reject {} segments", "Remove run",
    "Reorder tracks", "Set attributes", "Set end", "Set start", "Set start and end", "Split", "Trim",
    "Add {} videos", "Add label {}", "Add track {}", "Align {}", "Change label {}", "Delete label {}",
    "Delete track {}", "Fill gap with {}", "Import {} labels", "Import {} label", "Label a similar moment as {}",
    "Merge {} into {}", "Propose {}", "Relabel as {}", "Relink {} videos", "Relink {}", "Rename track to {}",
    "Merge {}", "Rename {} to {}", "Apply settings", "Tune settings", "Remove {} videos", "Remove {}", "Set subject {}",
    "Take over {} segments", "Put older predictions away", "Take what was learned", "Refuse what was learned",
    "Go back to {}", "Add {}",
)  # fmt: skip
# What an Edit says behind these of the segments that made room.
ROOM = ("trims {}", "pushes {}", "removes {}", "{} segments")


def edit_text(stored: str) -> str:
    parts = stored.split(", ")  # the name of a label may hold a comma
    verbs = tuple(pattern.partition("{}")[0] for pattern in ROOM[:3])
    end = next((i for i in range(1, len(parts)) if all(part.startswith(verbs) for part in parts[i:])), len(parts))
    return ", ".join([patterned("edits", EDITS, ", ".join(parts[:end])), *map(_room, parts[end:])])


def _room(said: str) -> str:
    verb, _, what = said.partition(" ")
    return patterned("edits", ROOM[:3], f"{verb} {patterned('edits', ROOM[3:], what)}")
