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
    from app.tasks.comparing import measurable, people, runs
    from app.tasks.improving import ENOUGH, Improved, commit_improved, improve
    from app.tasks.library import Facts, find_missing, library_facts, relink_found
    from app.tasks.measure_files import write_report
    from app.tasks.measuring import measure
    from app.tasks.merging import Merged, MergeDone, commit_merge, plan_merge
    from app.tasks.reproducing import reproduce
    from app.tasks.reviewing import Footage, Looked, footage, look_over
    from app.tasks.similar import Query, Similar, embed, find_similar
    from app.tasks.teaching import Material, material
    from app.tasks.thumbnails import pictures
    from app.tasks.tuning import (
        Redecoded,
        Tunable,
        redecode_all,
        redecoded_edit,
        remembered,
        tunable,
        tune_runs,
    )
    from app.tasks.versions import (
        MODEL,
        Version,
        go_back_to,
        in_use,
        learned_versions,
        proposed_version,
        put_away_older,
        refuse_version,
        take_version,
        version_changes,
        with_judgements,
    )
    from app.tasks.videos import Added, add_videos, relink, verify_video

__all__ = [
    "ENOUGH",
    "MODEL",
    "Added",
    "Agreed",
    "AgreedVideo",
    "Analysis",
    "Annotations",
    "Facts",
    "Footage",
    "Improved",
    "Looked",
    "Material",
    "MergeDone",
    "Merged",
    "ModelChoice",
    "Placed",
    "Query",
    "Redecoded",
    "Similar",
    "Tunable",
    "Used",
    "Version",
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
    "footage",
    "formats",
    "frames_of",
    "go_back_to",
    "import_asset",
    "improve",
    "in_use",
    "learned_versions",
    "library_facts",
    "load_scores",
    "look_over",
    "material",
    "measurable",
    "measure",
    "model_choices",
    "named_form",
    "networks",
    "new_labels",
    "people",
    "pictures",
    "plan_merge",
    "proposed_version",
    "put_away_older",
    "read_annotations",
    "redecode",
    "redecode_all",
    "redecoded_edit",
    "refuse_version",
    "relink",
    "relink_found",
    "remembered",
    "render_overlay",
    "reproduce",
    "runs",
    "snapshot",
    "take_version",
    "tunable",
    "tune_runs",
    "verify_video",
    "version_changes",
    "with_judgements",
    "write_annotations",
    "write_budget",
    "write_clips",
    "write_report",
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
    "teaching",
    "versions",
    "reviewing",
    "clips",
    "tuning",
    "comparing",
    "measuring",
    "measure_files",
    "agreeing",
    "merging",
)
