"""Sentences about what a format cannot hold of a content, so that nobody loses anything without being told."""

from __future__ import annotations

from core.exchange.base import Content
from core.spoken import spoken


def losses(
    content: Content, *, score: bool, state: bool, track: bool, comment: bool, labels: bool, details: bool
) -> tuple[str, ...]:
    """Each flag says whether the format holds that part; a part that the content does not use loses nothing. `details`:
    subjects and attributes."""
    entries = [entry for video in content.videos for entry in video.entries]
    lost = list(content.left_out)

    def tell(kept: bool, number: int, one: str, many: str) -> None:
        if not kept and number:
            lost.append(f"1 {spoken(one)}" if number == 1 else f"{number} {spoken(many)}")

    tell(score, sum(e.score is not None for e in entries), "score", "scores")
    tell(state, sum(bool(e.state) for e in entries), "state (who said so)", "states (predicted, accepted, …)")
    tell(track, len({(e.video, e.track) for e in entries}), "track name", "track names")
    tell(comment, sum(bool(e.comment) for e in entries), "comment", "comments")
    tell(details, sum(bool(e.subject) for e in entries), "subject", "subjects")
    tell(details, sum(len(e.attributes) for e in entries), "attribute", "attributes")
    tell(labels, len({e.label for e in entries}), "label's colour, key and group", "labels' colours, keys and groups")
    return tuple(lost)
