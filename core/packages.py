"""Finds and downloads one file of one release from the Python package indexes that this machine is set up for.

pip itself is not used: the frozen program has none, and `pip download` of a source package runs that package's build
code before anybody could look at it. Of pip's configuration (its files and `PIP_…` variables) these are honoured:
index-url, extra-index-url, find-links, no-index, cert; of the environment: the proxy variables.
"""

from __future__ import annotations

import configparser
import hashlib
import http.client
import os
import re
import ssl
import sys
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import IO

from core.errors import UserError
from core.task import Progress, Task

PYPI = "https://pypi.org/simple"
_CHUNK = 256 << 10
_TIMEOUT = 30  # seconds without a byte
NETWORK_ERRORS = (urllib.error.URLError, http.client.HTTPException, OSError, ValueError)


@dataclass(frozen=True, slots=True)
class Indexes:
    """Where packages may come from: simple indexes, and folders or pages of links, which are looked at first."""

    urls: tuple[str, ...] = (PYPI,)
    links: tuple[str, ...] = ()
    cert: str = ""


def _config_files() -> list[Path]:
    """pip's configuration files, the least important first."""
    named = os.environ.get("PIP_CONFIG_FILE")
    if named == os.devnull:
        return []
    home = Path.home()
    if sys.platform == "win32":
        own = [home / "pip" / "pip.ini", Path(os.environ.get("APPDATA", home)) / "pip" / "pip.ini"]
    else:
        mac = [home / "Library/Application Support/pip/pip.conf"] if sys.platform == "darwin" else []
        xdg = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config")
        own = [Path("/etc/xdg/pip/pip.conf"), Path("/etc/pip.conf"), home / ".pip/pip.conf", *mac, xdg / "pip/pip.conf"]
    site = Path(sys.prefix) / ("pip.ini" if sys.platform == "win32" else "pip.conf")
    return [*own, site, *([Path(named)] if named else [])]


def indexes() -> Indexes:
    """What pip's configuration on this machine says."""
    values: dict[str, str] = {}
    for file in _config_files():
        parser = configparser.RawConfigParser()
        try:
            parser.read(file, "utf-8")
        except (configparser.Error, OSError, UnicodeDecodeError):  # pip would stop here; a broken file says nothing
            continue
        for section in ("global", "download"):
            if parser.has_section(section):
                values.update({key.replace("_", "-"): value for key, value in parser.items(section)})
    for key in ("index-url", "extra-index-url", "find-links", "cert", "no-index"):
        values[key] = os.environ.get("PIP_" + key.upper().replace("-", "_"), values.get(key, ""))
    none = values["no-index"].lower() in ("1", "true", "yes", "on")
    urls = [] if none else [values["index-url"] or PYPI, *values["extra-index-url"].split()]
    return Indexes(tuple(url.rstrip("/") for url in urls), tuple(values["find-links"].split()), values["cert"])


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value for key, value in attrs if tag == "a" and key == "href" and value]


def _as_url(place: str) -> str:
    return place if "://" in place else Path(place).expanduser().resolve().as_uri()


def _open(url: str, cert: str, first_byte: int = 0) -> IO[bytes]:
    headers = {"User-Agent": "reelmark", "Accept": "text/html, */*;q=0.1"}
    if first_byte:
        headers["Range"] = f"bytes={first_byte}-"
    context = ssl.create_default_context(cafile=cert or None) if url.startswith("https:") else None
    answer: IO[bytes] = urllib.request.urlopen(
        urllib.request.Request(url, headers=headers), None, _TIMEOUT, context=context
    )
    return answer


def _links_of(page: str, cert: str) -> Iterator[str]:
    """Absolute addresses that a page, or a folder on this machine, lists."""
    if page.startswith("file:"):
        path = Path(urllib.request.url2pathname(urllib.parse.urlsplit(page).path))
        index = path / "index.html"
        if path.is_dir() and not index.is_file():
            yield from (file.as_uri() for file in sorted(path.iterdir()))
            return
        page = (index if path.is_dir() else path).as_uri()
    with _open(page, cert) as answer:
        parser = _Links()
        parser.feed(answer.read().decode("utf-8", "replace"))
    yield from (urllib.parse.urljoin(page, link) for link in parser.found)


def locate(package: str, file: str, where: Indexes) -> tuple[list[str], list[str]]:
    """Addresses of `file`, the nearest first, and one sentence per place that could not be asked."""
    name = re.sub(r"[-_.]+", "-", package).lower()
    pages = [_as_url(place) for place in where.links] + [f"{_as_url(url)}/{name}/" for url in where.urls]
    found: list[str] = []
    trouble: list[str] = []
    for page in pages:
        try:
            for link in _links_of(page, where.cert):
                address = urllib.parse.urldefrag(link).url
                if urllib.parse.unquote(urllib.parse.urlsplit(address).path).rsplit("/", 1)[-1] == file:
                    found.append(address)
        except NETWORK_ERRORS as error:
            host = urllib.parse.urlsplit(page)
            trouble.append(f"{host.hostname or host.path}: {error}")
    return found, trouble


def download(url: str, sha256: str, part: Path, cert: str = "", opener: Callable[..., IO[bytes]] = _open) -> Task[None]:
    """Fetches `url` into `part`, going on where an earlier try stopped. Raises UserError when what came is not what was
    expected (then `part` is gone); network errors (`NETWORK_ERRORS`) leave `part` for the next try."""
    digest = hashlib.sha256()
    have = part.stat().st_size if part.exists() else 0
    with opener(url, cert, have) as answer:
        if have and getattr(answer, "status", 200) != 206:  # the place sends the whole file again
            have = 0
        total = have + int(getattr(answer, "headers", {}).get("Content-Length") or 0)
        if have:
            digest.update(part.read_bytes())
        with part.open("ab" if have else "wb") as out:
            while chunk := answer.read(_CHUNK):
                out.write(chunk)
                digest.update(chunk)
                have += len(chunk)
                yield Progress(have, max(total, have), "Downloading")
    if digest.hexdigest() != sha256:
        part.unlink()
        raise UserError(
            f"What {url} sends is not the file that was expected (its sha256 differs); nothing was installed."
        )
