"""Recognises file systems of another computer, where SQLite's write-ahead log cannot work (it needs shared memory)."""

from __future__ import annotations

import os
import sys
from pathlib import Path

# As in Linux's /proc/self/mountinfo. VirtualBox and VMware folders and 9p are another computer's too.
NETWORK = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "9p", "virtiofs", "ceph", "glusterfs", "lustre", "beegfs"}
    | {"davfs", "vboxsf", "vmhgfs", "prl_fs", "fuse.sshfs", "fuse.rclone", "fuse.glusterfs", "fuse.cephfs"}
    | {"fuse.gvfsd-fuse", "fuse.smbnetfs", "fuse.vmhgfs-fuse", "fuse.davfs2", "fuse.s3fs", "fuse.goofys"}
)
MOUNTS = Path("/proc/self/mountinfo")


def network_file_system(path: Path) -> str | None:
    """The kind of network file system that a path lies on; None for a local disk, or where it cannot be told."""
    if sys.platform == "win32":
        return _windows(path)
    try:
        table = MOUNTS.read_text("utf-8", errors="surrogateescape")
    except OSError:
        return None
    kind = mounted(os.path.realpath(path), table)
    return kind if kind in NETWORK else None


def mounted(path: str, mountinfo: str) -> str:
    """The type of the file system at a path, from the text of Linux's mountinfo (see proc(5)); "" when unknown."""
    best, kind = "", ""
    for line in mountinfo.splitlines():
        left, _, right = line.partition(" - ")
        point = left.split()[4].replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\")
        inside = path == point or path.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best):  # of two mounts at one point the later one is on top
            best, kind = point, right.split()[0]
    return kind


def _windows(path: Path) -> str | None:
    import ctypes

    drive = path.absolute().drive
    if drive.startswith("\\\\"):
        return "Windows share"
    remote = 4  # DRIVE_REMOTE
    windll = getattr(ctypes, "windll")  # noqa: B009  (absent on other systems, where mypy runs too)
    return "network drive" if windll.kernel32.GetDriveTypeW(f"{drive}\\") == remote else None
