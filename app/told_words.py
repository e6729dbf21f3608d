"""What tasks and core say in English, because they know no Qt, in the language of the window."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.words import patterned, phrase

# {} stands for a name or a number; the first that fits counts. What is not here stays English.
TOLD = (
    "{} more files or folders have problems; add fewer at once to read them.",
    "“{}” holds no videos; choose another folder.",
    "Closing", "Comparing embeddings", "Comparing moments", "Comparing tracks", "Comparing {}", "Downloading",
    "Embeddings", "Finding activities", "Foreseeing", "Frame {}", "Installing {}", "Loading the network", "Looking",
    "Looking at the files", "Looking at {}", "Looking for cuts in {}", "Looking for features", "Looking for motion",
    "Looking for networks", "Looking for what to review", "Looking for {}", "Looking into {}",
    "Measuring motion", "Measuring on footage left out",
    "Opening {}", "Optical flow", "Optical flow of {}", "Picture of {}", "Pictures of {}", "Placing what {} holds",
    "Predicting", "Reading the sound", "Reading videos", "Reading {}", "Rendering", "Reproducing {}", "Scores",
    "Searching {}", "Surprise", "Training", "Verifying frames", "Verifying images", "Writing {}",
)  # fmt: skip


def told(said: str) -> str:
    return patterned("told", TOLD, said)


def left_out_text(left_out: Sequence[Path], present: int) -> str:
    """What of dropped files was not added: those that are no videos, and how many were `present`. "" for nothing."""
    parts = []
    if left_out:
        names = ", ".join(path.name for path in left_out[:3]) + (" …" if len(left_out) > 3 else "")
        one = phrase("1 file that is no video ({names})", names=names)
        several = phrase("{count} files that are no videos ({names})", count=len(left_out), names=names)
        parts.append(one if len(left_out) == 1 else several)
    if present:
        one, several = (
            phrase("1 was in the project already"),
            phrase("{count} were in the project already", count=present),
        )
        parts.append(one if present == 1 else several)
    return phrase("Left out: {what}.", what="; ".join(parts)) if parts else ""
