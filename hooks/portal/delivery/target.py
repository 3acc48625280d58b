"""Where a site is to be published, as it is written on the command line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from portal.delivery.undelivered import Undelivered


@dataclass(frozen=True)
class FolderTarget:
    """A folder of this machine."""

    path: Path


@dataclass(frozen=True)
class SshTarget:
    """A folder of another machine."""

    account: str
    """``user@host`` or ``host``."""
    path: str
    """Of the folder, without a slash at its end."""
    port: int | None = None


@dataclass(frozen=True)
class BucketTarget:
    """A part of a store with the protocol of S3."""

    bucket: str
    prefix: str
    """Empty, or with a slash at its end."""


Target = FolderTarget | SshTarget | BucketTarget

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://")
_REMOTE = re.compile(
    r"(?P<account>(?:[^/@:]*(?::[^/@]*)?@)?(?:\[[^\]/]+\]|[^/:\[\]]{2,})):(?P<path>.*)", re.S
)
"""What rsync and scp take for another machine; one letter and a colon are a drive of Windows."""

_NAME = re.compile(r"[^\s\x00-\x1f@/\\-][^\s\x00-\x1f@/\\]*")
"""Of a user or a host; ssh would take what begins with a hyphen for one of its options."""

_BUCKET = re.compile(r"[a-zA-Z0-9][a-zA-Z0-9._-]{1,254}")


def parse_target(text: str) -> Target:
    """The target that a text names. Raises Undelivered for what is none, and for passwords."""
    if not text.strip() or "\0" in text:
        raise Undelivered(zh="沒有寫發布到哪裡", en="the target is empty")
    if found := _SCHEME.match(text):
        return _of_url(found[1].lower(), text)
    if found := _REMOTE.fullmatch(text):
        return _remote(found["account"], found["path"], None)
    return FolderTarget(Path(text))


def _of_url(scheme: str, text: str) -> Target:
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        raise Undelivered(
            zh="目標的位址格式不正確", en="the address of the target is malformed"
        ) from None
    authority = parts.netloc
    if parts.password is not None or (scheme == "s3" and "@" in authority):
        raise _password()
    if scheme == "file":
        if authority not in {"", "localhost"}:
            raise Undelivered(
                zh="file:// 後面只能是本機的路徑：file:///srv/www/portal",
                en="file:// leads to folders of this machine only: file:///srv/www/portal",
            )
        return FolderTarget(Path(unquote(parts.path)))
    if scheme == "ssh":
        path = unquote(parts.path)
        account = authority.rpartition(":")[0] if port is not None else authority.removesuffix(":")
        return _remote(unquote(account), path.removeprefix("/") if path[:2] == "/~" else path, port)
    if scheme == "s3":
        prefix = text[len("s3://") :].partition("/")[2].strip("/")
        if not _BUCKET.fullmatch(authority) or {".", ".."} & {*prefix.split("/")} or "//" in prefix:
            raise Undelivered(
                zh="請寫成 s3://儲存桶 或 s3://儲存桶/前綴",
                en="write s3://bucket or s3://bucket/prefix",
            )
        return BucketTarget(authority, f"{prefix}/" if prefix else "")
    raise Undelivered(
        zh=f"無法發布到 {scheme}://；可用的有資料夾、user@host:/path、ssh://、s3://",
        en=f"nothing can be published to {scheme}://; use a folder, user@host:/path, ssh:// or s3://",
    )


def _remote(account: str, path: str, port: int | None) -> SshTarget:
    user, at, host = account.rpartition("@")
    if ":" in user:
        raise _password()
    if not _NAME.fullmatch(host) or (at and not _NAME.fullmatch(user)):
        raise Undelivered(
            zh="主機或使用者名稱不正確；請寫成 user@host:/path",
            en="the host or the user is not a valid name; write user@host:/path",
        )
    bare = path.rstrip("/")
    if bare in {"", ".", "~"} or ".." in bare.split("/") or re.search(r"[\x00-\x1f]", bare):
        raise Undelivered(
            zh="請寫出主機上專供網站使用的資料夾，例如 user@host:/srv/www/portal；根目錄與家目錄不可用",
            en="name a folder of the host that is the site's own, such as user@host:/srv/www/portal, "
            "not its root or a home folder",
        )
    return SshTarget(account, bare, port)


def _password() -> Undelivered:
    return Undelivered(
        zh="目標裡有密碼，會留在紀錄中，因此不使用。ssh 請用金鑰；"
        "S3 請設環境變數 AWS_ACCESS_KEY_ID 與 AWS_SECRET_ACCESS_KEY",
        en="the target holds a password, which would stay in logs, so it is not used. For ssh use a key; "
        "for S3 set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment",
    )
