"""What can be set, a line each. The kind of control follows from the default in core.settings: yes or no, a number,
a text; or from `choices`. Texts are English here and translated where they are shown."""

from __future__ import annotations

from dataclasses import dataclass

GENERAL, KEYS, PLAYING, TIMELINE, NETWORKS = PAGES = ("General", "Keys", "Playing", "Timeline", "Networks")


@dataclass(frozen=True, slots=True)
class Option:
    """One field of Settings. `choices`: (value, text); `low`, `high`, `step` and `unit` are for numbers; `hint` stands
    below the control, such as what is used from the next start on."""

    field: str
    page: str
    title: str
    hint: str = ""
    choices: tuple[tuple[object, str], ...] = ()
    low: float = 0
    high: float = 1000
    step: float = 1
    unit: str = ""


_NEXT_START = "Used from the next start on."
OPTIONS: tuple[Option, ...] = (
    Option("author", GENERAL, "Your name", "Written into the segments you make; empty means your login name."),
    Option("theme", GENERAL, "Theme", "", (("dark", "Dark"), ("light", "Light"), ("system", "As the system"))),
    Option("language", GENERAL, "Language", _NEXT_START, (("", "As the system"), ("en", "English"), ("de", "Deutsch"))),
    Option("scale", GENERAL, "Size of everything", _NEXT_START, (), 100, 200, 10, " %"),
    Option("welcome", GENERAL, "Show the first steps", "The three steps above the player, at every start."),
    Option("muted", PLAYING, "Mute"),
    Option("volume", PLAYING, "Volume", "", (), 0, 100, 5, " %"),
    Option("loop_margin", PLAYING, "Loop margin", "Played before and after a looped segment.", (), 0, 10, 0.5, " s"),
    Option("reaction_ms", PLAYING, "Reaction time", "Taken off in and out keys while playing.", (), 0, 1000, 10, " ms"),
    Option("snap", TIMELINE, "Snap to edges", "Dragged edges snap to the playhead and other edges; Alt suspends it."),
    Option(
        "overlap",
        TIMELINE,
        "In exclusive groups",
        "What becomes of a neighbour that would be overlapped.",
        (
            ("trim", "Overlaps trim the neighbour"),
            ("push", "Overlaps push the neighbour"),
            ("refuse", "Overlaps are refused"),
        ),
    ),
    Option("overview", TIMELINE, "Overview strip", "The whole video, below the timeline."),
    Option("show_lanes", TIMELINE, "Signal lanes", "Scores, surprise, motion, sound … under the tracks."),
    Option(
        "device",
        NETWORKS,
        "Networks run on",
        "What is not there is refused when a network starts.",
        (("auto", "The best there is"), ("cpu", "Processor"), ("cuda", "NVIDIA GPU"), ("mps", "Apple GPU")),
    ),
)
# Fields that other parts of the program keep for themselves.
HIDDEN = frozenset(
    {"data", "recent_projects", "geometry", "layout", "keys", "lanes", "overlays", "peak_prominence", "sliders_folded"}
    | {"review_target"}
)


def texts() -> set[str]:
    """Everything here that is shown, for the translations."""
    found = set(PAGES)
    for option in OPTIONS:
        found |= {option.title, option.hint, option.unit, *(text for _, text in option.choices)}
    return {text for text in found if text.strip()}
