"""The tables of a project file. Change them together with a new file in migrations/versions and with HEAD.

`gone` marks a video or label that an Edit removed while rows of a hidden run still point at it: the run is kept for
redo, so what it points at is kept too, invisibly. Spans are stored as two columns of frames, rates as "30000/1001".
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    text,
)

HEAD = "0002"  # the newest revision in migrations/versions
APPLICATION_ID = 0x5265656C  # "Reel": tells a project from any other SQLite file

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _id() -> Column[int]:
    return Column("id", Integer, primary_key=True)


def _gone() -> Column[bool]:
    return Column("gone", Boolean, nullable=False, server_default=text("0"))


def _needs(name: str, target: str, nullable: bool = False) -> Column[int]:
    return Column(name, Integer, ForeignKey(target), nullable=nullable)


video = Table(
    "video",
    metadata,
    _id(),
    Column("path", String, nullable=False),
    Column("fingerprint", String, nullable=False),
    Column("frames", Integer, nullable=False),
    Column("rate", String, nullable=False),
    Column("width", Integer, nullable=False),
    Column("height", Integer, nullable=False),
    Column("duration", Float, nullable=False),
    Column("variable_rate", Boolean, nullable=False),
    Column("verified", Boolean, nullable=False),
    Column("offset", Float, nullable=False),
    _gone(),
)

label = Table(
    "label",
    metadata,
    _id(),
    Column("name", String, nullable=False),
    Column("color", String, nullable=False),
    Column("key", String, nullable=False),
    Column("group", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("position", Integer, nullable=False),
    # Deferred: an Edit may bring a child before its parent.
    Column("parent_id", Integer, ForeignKey("label.id", deferrable=True, initially="DEFERRED")),
    _gone(),
)

dataset = Table(
    "dataset",
    metadata,
    _id(),
    Column("name", String, nullable=False),
    Column("manifest", Text, nullable=False),
    Column("digest", String, nullable=False),
    Column("created", Integer, nullable=False),
)

checkpoint = Table(
    "checkpoint",
    metadata,
    _id(),
    Column("model", String, nullable=False),
    Column("name", String, nullable=False),
    Column("path", String, nullable=False),
    Column("digest", String, nullable=False),
    _needs("dataset_id", "dataset.id", nullable=True),
    _needs("parent_id", "checkpoint.id", nullable=True),
    Column("labels", Text, nullable=False),
    Column("settings", Text, nullable=False),
    Column("metrics", Text, nullable=False),
    Column("created", Integer, nullable=False),
)

run = Table(
    "run",
    metadata,
    _id(),
    _needs("video_id", "video.id"),
    Column("model", String, nullable=False),
    _needs("checkpoint_id", "checkpoint.id", nullable=True),
    Column("settings", Text, nullable=False),
    Column("scores_key", String, nullable=False),
    Column("created", Integer, nullable=False),
    Column("hidden", Boolean, nullable=False),
    Column("device", String, nullable=False),
    Column("seconds", Float, nullable=False),
    Column("top_labels", Text, nullable=False),
)

track = Table(
    "track",
    metadata,
    _id(),
    _needs("video_id", "video.id"),
    Column("name", String, nullable=False),
    Column("kind", String, nullable=False),
    _needs("run_id", "run.id", nullable=True),
    Column("position", Integer, nullable=False),
    Index(None, "video_id"),
    Index(None, "run_id"),
)

segment = Table(
    "segment",
    metadata,
    _id(),
    _needs("track_id", "track.id"),
    _needs("label_id", "label.id"),
    Column("start", Integer, nullable=False),
    Column("stop", Integer, nullable=False),
    Column("score", Float),
    Column("state", String, nullable=False),
    Column("origin_id", Integer),  # no foreign key: the run it came from may have been swept away
    Column("author", String, nullable=False),
    Column("modified", Integer, nullable=False),
    Column("comment", Text, nullable=False),
    Column("subject", String, nullable=False),
    Column("attributes", Text, nullable=False),
    CheckConstraint("start >= 0 AND stop > start", name="span"),
    Index(None, "track_id", "start"),
    Index(None, "label_id", "track_id", "start"),  # finds the neighbours within an exclusive group
)

reviewed = Table(
    "reviewed",
    metadata,
    _id(),
    _needs("track_id", "track.id"),
    Column("start", Integer, nullable=False),
    Column("stop", Integer, nullable=False),
    Column("author", String, nullable=False),
    Column("modified", Integer, nullable=False),
    CheckConstraint("start >= 0 AND stop > start", name="span"),
    Index(None, "track_id", "start"),
)

marker = Table(
    "marker",
    metadata,
    _id(),
    _needs("video_id", "video.id"),
    Column("frame", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("color", String, nullable=False),
    Column("author", String, nullable=False),
    Column("modified", Integer, nullable=False),
    CheckConstraint("frame >= 0", name="frame"),
    Index(None, "video_id", "frame"),
)

# Every Edit ever made, as a tree: `parent` is the entry that was the last one done when this one was made (0 for the
# first). Entries that were undone and then replaced by a new Edit are `dead`: redo skips them, but a second
# program that had seen them still finds its way from there.
edit_log = Table(
    "edit_log",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("parent", Integer, nullable=False),
    Column("dead", Boolean, nullable=False, server_default=text("0")),
    Column("edit", Text, nullable=False),
    implicit_returning=False,
)

log_cursor = Table(
    "log_cursor",
    metadata,
    _id(),
    Column("position", Integer, nullable=False),  # the last entry that is done; 0 when none is
)

alembic_version = Table(
    "alembic_version",
    MetaData(),  # Alembic makes its own; here only to read and to stamp a new file
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
