"""The folder of a built site: its files, their digests, and whether it is whole."""

from __future__ import annotations

import hashlib
import json
import os
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING

from portal.data.opening import Refused, read_regular
from portal.data.store import digest
from portal.delivery.undelivered import Undelivered
from portal.publish.stamp import site_digest
from portal.site_file import BUILD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

_ALWAYS = ("index.html", "404.html")
"""What every site has; MkDocs writes them last and first."""

_LARGEST = 2**31
"""Bytes of a file that is read."""


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file of the site."""

    path: str
    """Below the folder of the site, with slashes."""
    size: int
    """Bytes."""
    sha256: str
    """Of the content, in hexadecimal digits."""
    md5: str
    """The same; what S3 calls ETag."""


@dataclass(frozen=True)
class BuiltSite:
    """A site as it was when it was read."""

    folder: Path
    files: Mapping[str, SiteFile]
    """By path."""
    build: Mapping[str, object]
    """What ``build.json`` says; empty if there is none."""

    def read(self, file: SiteFile) -> bytes:
        """The content of a file. Raises Undelivered if it is no longer what it was."""
        try:
            content = read_regular(self.folder / file.path, _LARGEST)
        except (Refused, FileNotFoundError, NotADirectoryError):
            raise rebuilt() from None
        if hashlib.sha256(content).hexdigest() != file.sha256:
            raise rebuilt()
        return content


def rebuilt() -> Undelivered:
    """Why a site that was read can no longer be read."""
    return Undelivered(
        zh="發布進行中，網站又重新建置了；請再執行一次",
        en="the site was built again while it was being published; run this command once more",
    )


def read_site(folder: Path, advance: Callable[[int], None] = lambda _: None) -> BuiltSite:
    """The site in a folder; ``advance`` is called for files that were read.

    Raises Undelivered if the folder holds no site, or half of one.
    """
    if not folder.is_dir():
        raise Undelivered(
            zh=f"找不到網站資料夾 {folder}；請先執行 portal build",
            en=f"there is no folder {folder} with the site; run portal build first",
        )
    files, digests = {}, []
    for path in site_paths(folder):
        content = read_regular(folder / path, _LARGEST)
        digests.append((path, digest(content)))
        sha256, md5 = hashlib.sha256(content), hashlib.md5(content, usedforsecurity=False)
        files[path] = SiteFile(path, len(content), sha256.hexdigest(), md5.hexdigest())
        advance(1)
    if missing := [name for name in _ALWAYS if name not in files]:
        raise Undelivered(
            zh=f"{folder} 不是完整的網站，缺少 {missing[0]}；請執行 portal build",
            en=f"{folder} is not a complete site, {missing[0]} is missing; run portal build",
        )
    site = BuiltSite(folder, files, _build(folder) if BUILD in files else {})
    _judge(site, site_digest(found for found in digests if found[0] != BUILD))
    return site


def site_paths(folder: Path) -> list[str]:
    """The path of every file below a folder, sorted. Raises Undelivered for what is no file."""
    return sorted(_walk(folder, ""))


def _walk(folder: Path, above: str) -> Iterator[str]:
    with os.scandir(folder) as found:
        entries = list(found)
    for entry in entries:
        path = f"{above}{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(folder / entry.name, f"{path}/")
        elif stat.S_ISREG(entry.stat(follow_symlinks=False).st_mode) and _is_text(path):
            yield path
        else:
            raise Undelivered(
                zh=f"{path} 不是一般檔案，或檔名無法公開，不會發布；請刪除後重新執行 portal build",
                en=f"{path} is not a regular file, or no host could serve its name; delete it and run portal build",
            )


def _is_text(path: str) -> bool:
    """Whether the name is UTF-8."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True


def _build(folder: Path) -> Mapping[str, object]:
    try:
        found = json.loads((folder / BUILD).read_bytes())
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise Undelivered(
            zh=f"{BUILD} 已損壞；請執行 portal build",
            en=f"{BUILD} is damaged; run portal build",
        )
    return found


def _judge(site: BuiltSite, digest: str) -> None:
    """Compare the files with what the build has noted of them."""
    noted = site.build.get("site")
    if not isinstance(noted, dict):
        return
    others = [file for path, file in site.files.items() if path != BUILD]
    found = {"files": len(others), "bytes": sum(file.size for file in others), "digest": digest}
    if wrong := [key for key in found if key in noted and noted[key] != found[key]]:
        zh, en = {
            "files": ("檔案數", "files"),
            "bytes": ("位元組數", "bytes"),
            "digest": ("內容", "content"),
        }[wrong[0]]
        was, now = noted[wrong[0]], found[wrong[0]]
        raise Undelivered(
            zh=f"{site.folder} 建置後有變動（{zh}原為 {was}，現為 {now}）；請執行 portal build",
            en=f"{site.folder} is not as it was built ({en}: {was} then, {now} now); run portal build",
        )
