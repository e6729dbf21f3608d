"""What Reelmark does, as tasks that the window and the command line share: values in, values out, no Qt.

A task never holds a Project: whoever started it commits what it returns, on its own thread. Nothing heavy (FFmpeg,
OpenCV, PyTorch) is imported before a task runs, so the window shows fast.
"""

from typing import TYPE_CHECKING

from app.lazy import names_from

if TYPE_CHECKING:
    from app.tasks.agreeing import Agreed, AgreedVideo, agreed, compared, frames_of
    from app.tasks.analysis import (
        Analysis,
        Used,
        analyze,
        commit,
        load_scores,
        named_form,
        new_labels,
        redecode,
    )
    from app.tasks.annotations import (
        Annotations,
        Placed,
        Written,
        clock_of,
        formats,
        read_annotations,
        render_overlay,
        snapshot,
        write_annotations,
    )
    from app.tasks.choices import (
        ModelChoice,
        WeightsChoice,
        describe,
        device_badge,
        fetch_asset,
        import_asset,
        model_choices,
        networks,
    )
    from app.tasks.clips import budget_rows, write_budget, write_clips
    from app.tasks.improving import MODEL, Improved, Material, commit_improved, improve, material
    from app.tasks.library import Facts, find_missing, library_facts, relink_found
    from app.tasks.merging import Merged, MergeDone, commit_merge, plan_merge
    from app.tasks.reproducing import reproduce
    from app.tasks.similar import Query, Similar, embed, find_similar
    from app.tasks.thumbnails import pictures
    from app.tasks.videos import Added, add_videos, relink, verify_video

__all__ = [
    "MODEL",
    "Added",
    "Agreed",
    "AgreedVideo",
    "Analysis",
    "Annotations",
    "Facts",
    "Improved",
    "Material",
    "MergeDone",
    "Merged",
    "ModelChoice",
    "Placed",
    "Query",
    "Similar",
    "Used",
    "WeightsChoice",
    "Written",
    "add_videos",
    "agreed",
    "analyze",
    "budget_rows",
    "clock_of",
    "commit",
    "commit_improved",
    "commit_merge",
    "compared",
    "describe",
    "device_badge",
    "embed",
    "fetch_asset",
    "find_missing",
    "find_similar",
    "formats",
    "frames_of",
    "import_asset",
    "improve",
    "library_facts",
    "load_scores",
    "material",
    "model_choices",
    "named_form",
    "networks",
    "new_labels",
    "pictures",
    "plan_merge",
    "read_annotations",
    "redecode",
    "relink",
    "relink_found",
    "render_overlay",
    "reproduce",
    "snapshot",
    "verify_video",
    "write_annotations",
    "write_budget",
    "write_clips",
]

__getattr__ = names_from(
    __name__,
    "videos",
    "library",
    "thumbnails",
    "analysis",
    "annotations",
    "choices",
    "reproducing",
    "similar",
    "improving",
    "clips",
    "agreeing",
    "merging",
)
