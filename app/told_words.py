"""What tasks and core say in English, because they know no Qt, in the language of the window."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.words import patterned, phrase

# {} stands for a name or a number; the first that fits counts. What is not here stays English.
TOLD = (
    "1 video of “{}” without a reviewed stretch did not count.",
    "{} videos of “{}” without a reviewed stretch did not count.",
    "“{}” found nothing in what counts.",
    "“{}” has no scores, so its curves are single points and calibration is left out.",
    "“{}” is measured on the 1 video that both people have.",
    "“{}” is measured on the {} videos that both people have.",
    "Nothing of “{}” is marked as reviewed, so every frame counts, also where nobody looked; mark what you looked at "
    "as reviewed to leave out the rest.",
    "Seconds are estimated in {}, whose files are not where they were; find them.",
    "There is only one label (“{}”), so it can only be mistaken for nothing.",
    "Comparing frames", "Comparing sequences", "Counting segments", "Drawing figures", "Drawing figures of {}",
    "Matching segments", "Reading clocks", "Reading segments",
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
