"""The tables of the first version."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _dataset()
    _edit_log()
    _label()
    _log_cursor()
    _video()
    _checkpoint()
    _run()
    _track()
    _reviewed()
    _segment()
    op.execute("INSERT INTO log_cursor (id, position) VALUES (1, 0)")
    op.execute("PRAGMA application_id = 1382376812")


def _dataset() -> None:
    op.create_table(
        "dataset",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("manifest", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("created", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_dataset"),
    )


def _edit_log() -> None:
    op.create_table(
        "edit_log",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("parent", sa.Integer(), nullable=False),
        sa.Column("dead", sa.Boolean(), nullable=False, server_default=sa.text("0")),
        sa.Column("edit", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_edit_log"),
    )


def _label() -> None:
    op.create_table(
        "label",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("color", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("group", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False, server_default=sa.text("0")),
        sa.PrimaryKeyConstraint("id", name="pk_label"),
    )


def _log_cursor() -> None:
    op.create_table(
        "log_cursor",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_log_cursor"),
    )


def _video() -> None:
    op.create_table(
        "video",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("frames", sa.Integer(), nullable=False),
        sa.Column("rate", sa.String(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("duration", sa.Float(), nullable=False),
        sa.Column("variable_rate", sa.Boolean(), nullable=False),
        sa.Column("verified", sa.Boolean(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False, server_default=sa.text("0")),
        sa.PrimaryKeyConstraint("id", name="pk_video"),
    )


def _checkpoint() -> None:
    op.create_table(
        "checkpoint",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("model", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("dataset_id", sa.Integer()),
        sa.Column("parent_id", sa.Integer()),
        sa.Column("labels", sa.Text(), nullable=False),
        sa.Column("settings", sa.Text(), nullable=False),
        sa.Column("metrics", sa.Text(), nullable=False),
        sa.Column("created", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["dataset_id"], ["dataset.id"], name="fk_checkpoint_dataset_id_dataset"),
        sa.ForeignKeyConstraint(["parent_id"], ["checkpoint.id"], name="fk_checkpoint_parent_id_checkpoint"),
        sa.PrimaryKeyConstraint("id", name="pk_checkpoint"),
    )


def _run() -> None:
    op.create_table(
        "run",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("video_id", sa.Integer(), nullable=False),
        sa.Column("model", sa.String(), nullable=False),
        sa.Column("checkpoint_id", sa.Integer()),
        sa.Column("settings", sa.Text(), nullable=False),
        sa.Column("scores_key", sa.String(), nullable=False),
        sa.Column("created", sa.Integer(), nullable=False),
        sa.Column("hidden", sa.Boolean(), nullable=False),
        sa.Column("device", sa.String(), nullable=False),
        sa.Column("seconds", sa.Float(), nullable=False),
        sa.Column("top_labels", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["video_id"], ["video.id"], name="fk_run_video_id_video"),
        sa.ForeignKeyConstraint(["checkpoint_id"], ["checkpoint.id"], name="fk_run_checkpoint_id_checkpoint"),
        sa.PrimaryKeyConstraint("id", name="pk_run"),
    )


def _track() -> None:
    op.create_table(
        "track",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("video_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("run_id", sa.Integer()),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["video_id"], ["video.id"], name="fk_track_video_id_video"),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name="fk_track_run_id_run"),
        sa.PrimaryKeyConstraint("id", name="pk_track"),
    )
    op.create_index("ix_track_run_id", "track", ["run_id"])
    op.create_index("ix_track_video_id", "track", ["video_id"])


def _reviewed() -> None:
    op.create_table(
        "reviewed",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("track_id", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("modified", sa.Integer(), nullable=False),
        sa.CheckConstraint("start >= 0 AND stop > start", name="ck_reviewed_span"),
        sa.ForeignKeyConstraint(["track_id"], ["track.id"], name="fk_reviewed_track_id_track"),
        sa.PrimaryKeyConstraint("id", name="pk_reviewed"),
    )
    op.create_index("ix_reviewed_track_id_start", "reviewed", ["track_id", "start"])


def _segment() -> None:
    op.create_table(
        "segment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("track_id", sa.Integer(), nullable=False),
        sa.Column("label_id", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.Column("score", sa.Float()),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("origin_id", sa.Integer()),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("modified", sa.Integer(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.CheckConstraint("start >= 0 AND stop > start", name="ck_segment_span"),
        sa.ForeignKeyConstraint(["track_id"], ["track.id"], name="fk_segment_track_id_track"),
        sa.ForeignKeyConstraint(["label_id"], ["label.id"], name="fk_segment_label_id_label"),
        sa.PrimaryKeyConstraint("id", name="pk_segment"),
    )
    op.create_index("ix_segment_label_id_track_id_start", "segment", ["label_id", "track_id", "start"])
    op.create_index("ix_segment_track_id_start", "segment", ["track_id", "start"])
