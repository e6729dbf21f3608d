"""Labels below labels, subjects and attributes of segments, markers, and where a video lies on a shared clock.

Each table is built anew under its own name, because a column that SQLite adds to a table would come after `gone`, and
its declaration would not be the one of a new project.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _keep("label")
    _label()
    _bring_back("label", {"parent_id": "NULL"})
    _keep("video")
    _video()
    _bring_back("video", {"offset": "0"})
    _keep("segment")
    _segment()
    _bring_back("segment", {"subject": "''", "attributes": "'[]'"})
    _marker()


def _keep(table: str) -> None:
    """Foreign keys are off while a file is migrated, so other tables' rows stay."""
    op.execute(f"CREATE TEMPORARY TABLE kept AS SELECT * FROM {table}")
    op.drop_table(table)


def _bring_back(table: str, new: dict[str, str]) -> None:
    """`new`: the columns that were not there, and what they hold."""
    old = ", ".join(f'"{row[1]}"' for row in op.get_bind().exec_driver_sql("PRAGMA temp.table_info(kept)"))
    names, values = ", ".join(new), ", ".join(new.values())
    op.execute(f"INSERT INTO {table} ({old}, {names}) SELECT {old}, {values} FROM temp.kept")
    op.execute("DROP TABLE temp.kept")


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
        sa.Column("parent_id", sa.Integer()),
        sa.Column("gone", sa.Boolean(), nullable=False, server_default=sa.text("0")),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["label.id"], name="fk_label_parent_id_label", deferrable=True, initially="DEFERRED"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_label"),
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
        sa.Column("offset", sa.Float(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False, server_default=sa.text("0")),
        sa.PrimaryKeyConstraint("id", name="pk_video"),
    )


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
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("attributes", sa.Text(), nullable=False),
        sa.CheckConstraint("start >= 0 AND stop > start", name="ck_segment_span"),
        sa.ForeignKeyConstraint(["track_id"], ["track.id"], name="fk_segment_track_id_track"),
        sa.ForeignKeyConstraint(["label_id"], ["label.id"], name="fk_segment_label_id_label"),
        sa.PrimaryKeyConstraint("id", name="pk_segment"),
    )
    op.create_index("ix_segment_label_id_track_id_start", "segment", ["label_id", "track_id", "start"])
    op.create_index("ix_segment_track_id_start", "segment", ["track_id", "start"])


def _marker() -> None:
    op.create_table(
        "marker",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("video_id", sa.Integer(), nullable=False),
        sa.Column("frame", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("color", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("modified", sa.Integer(), nullable=False),
        sa.CheckConstraint("frame >= 0", name="ck_marker_frame"),
        sa.ForeignKeyConstraint(["video_id"], ["video.id"], name="fk_marker_video_id_video"),
        sa.PrimaryKeyConstraint("id", name="pk_marker"),
    )
    op.create_index("ix_marker_video_id_frame", "marker", ["video_id", "frame"])
