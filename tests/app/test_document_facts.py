"""What opening and verifying a file tells, after labels were made."""

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from app.document import Document
from core.rows import Label, Video, new_id
from core.storage.project import Project
from core.time import Span
from core.timeline.edit import Edit
from core.video.index import FrameIndex, PacketTable
from core.video.info import VideoInfo

PACKETS = 20
VIDEO = Video(new_id(), "v.mkv", "f00d", PACKETS, Fraction(25), 64, 48, 0.8)
LABEL = Label(new_id(), "wave", "#336699")


def _index(lost: set[int], verified: bool) -> FrameIndex:
    """The index of a file whose packets `lost` give no picture."""
    ticks = np.arange(PACKETS, dtype=np.int64)
    yes = np.ones(PACKETS, bool)
    packet = np.array([i for i in range(PACKETS) if i not in lost], np.int64)
    table = PacketTable(ticks, ticks, ticks, yes, yes)
    return FrameIndex(table, packet, ticks[packet], PACKETS, Fraction(1, 25), verified)


def _info(index: FrameIndex) -> VideoInfo:
    return VideoInfo(
        Path("v.mkv"), "h264", 64, 48, Fraction(25), index.frames, index.duration, False, 1, "f00d", index.verified, (),
        "yuv420p", 0, False,
    )  # fmt: skip


@pytest.fixture
def document(qtbot: QtBot, tmp_path: Path):
    project = Project.open(tmp_path / "p.reelmark")
    project.apply(Edit("Add", added=(VIDEO, LABEL)))
    document = Document(project, "Ann")
    document.open_video(VIDEO.id)
    yield document
    document.close()


def _tell(document: Document, index: FrameIndex) -> None:
    document.set_facts(_info(index), index)


def test_labels_stay_on_their_pictures_when_frames_prove_to_be_missing(document: Document) -> None:
    _tell(document, _index(set(), False))
    document.add_segment(Span(2, 8), LABEL.id)
    document.add_segment(Span(12, 20), LABEL.id)
    _tell(document, _index({0, 5}, True))
    spans = sorted(row.span for row in document.project.segments())
    assert spans == [Span(1, 6), Span(10, 18)]
    assert document.project.videos()[0].verified
    assert document.video is not None
    assert document.clock is not None
    assert document.clock.frames == 18


def test_nothing_moves_when_the_index_was_right(document: Document) -> None:
    _tell(document, _index(set(), False))
    document.add_segment(Span(2, 8), LABEL.id)
    before = document.project.log_position()
    _tell(document, _index(set(), True))
    assert document.project.log_position() == before
    assert document.project.videos()[0].verified


def test_facts_of_another_file_are_left_alone(document: Document) -> None:
    index = _index({1}, True)
    info = _info(index)
    other = VideoInfo(*(getattr(info, name) if name != "fingerprint" else "beef" for name in info.__slots__))
    assert not document.set_facts(other, index)
    assert document.project.videos() == [VIDEO]
