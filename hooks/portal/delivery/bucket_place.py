"""A part of a store with the protocol of S3, in which every object takes its place in one step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

from portal.delivery.at_once import WORKERS, at_once
from portal.delivery.delivered import STATE
from portal.delivery.distant_place import DistantPlace
from portal.delivery.place import Seen
from portal.delivery.sent_as import cache_control, put_as
from portal.delivery.store_failure import store_failures
from portal.delivery.undelivered import Undelivered

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from portal.delivery.built_site import BuiltSite, SiteFile
    from portal.delivery.delivered import Delivered
    from portal.delivery.place import Advance
    from portal.delivery.target import BucketTarget

_ABSENT = {"NoSuchKey", "404"}

_CONFIG = Config(
    connect_timeout=10,
    read_timeout=60,
    max_pool_connections=WORKERS + 1,
    retries={"mode": "standard", "max_attempts": 4},
    request_checksum_calculation="when_required",  # most stores besides Amazon's know no newer ones
    response_checksum_validation="when_required",
)


class BucketPlace(DistantPlace):
    """A bucket, or what is below a prefix in one; keys and region come from the usual variables."""

    def __init__(
        self, target: BucketTarget, endpoint_url: str | None, told: Callable[[], None]
    ) -> None:
        if endpoint_url and "@" in urlsplit(endpoint_url).netloc:
            raise Undelivered(
                zh="--endpoint-url 裡有密碼，因此不使用；請設環境變數 AWS_ACCESS_KEY_ID 與 AWS_SECRET_ACCESS_KEY",
                en="--endpoint-url holds a password, so it is not used; "
                "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment",
            )
        self._bucket, self._prefix = target.bucket, target.prefix
        self._tags: dict[str, str] = {}
        """What the store calls the content that a file has there."""
        with self._failures():
            try:
                self._client: Any = boto3.session.Session().client(
                    "s3", endpoint_url=endpoint_url, config=_CONFIG
                )
            except ValueError:
                raise Undelivered(
                    zh="S3 端點的網址不正確", en="the address of the store is malformed"
                ) from None
        super().__init__(told)

    def strangers(self) -> list[str]:
        names = {path.split("/")[0] for path in self._list()}
        return [name for name in names if name and not name.startswith(".")]

    def compare(self, site: BuiltSite, before: Delivered, advance: Advance) -> Seen:
        seen, there = Seen(), self._list()
        for path, file in site.files.items():
            if path not in there:
                seen.new.append(path)
            elif self._is_same(file, there[path], before.files.get(path, {})):
                self._tags[path] = there[path]
                seen.same.append(path)
            else:
                seen.changed.append(path)
            advance(1)
        return seen

    def known(self, file: SiteFile) -> dict[str, str]:
        said = {"sha256": file.sha256, "as": _sent(file.path)}
        return said | ({"etag": self._tags[file.path]} if file.path in self._tags else {})

    def put(self, site: BuiltSite, paths: Sequence[str], advance: Advance) -> None:
        def put(path: str) -> str:
            content = site.read(site.files[path])
            with self._failures():
                said = self._client.put_object(
                    Bucket=self._bucket, Key=self._prefix + path, Body=content,
                    ContentType=put_as(path), CacheControl=cache_control(path),
                )  # fmt: skip
            return str(said["ETag"])

        for path, tag in at_once(put, paths):
            self._tags[path] = tag
            advance(1)

    def remove(self, paths: Sequence[str], advance: Advance) -> None:
        for _ in at_once(self._delete, paths):
            advance(1)

    def turn(
        self, site: BuiltSite, puts: Sequence[str], removes: Sequence[str], advance: Advance
    ) -> None:
        pages = [path for path in puts if path.endswith(".html")]
        for paths in ([path for path in puts if path not in pages], pages):  # here both can be
            self.put(site, paths, advance)
        self.remove(removes, advance)

    @staticmethod
    def _is_same(file: SiteFile, tag: str, known: Mapping[str, str]) -> bool:
        """Whether an object has the content of a file, and is sent as that is to be sent."""
        content = tag.strip('"') == file.md5
        noted = (known.get("etag"), known.get("sha256")) == (tag, file.sha256)
        return (content or noted) and known.get("as") == _sent(file.path)

    def _list(self) -> dict[str, str]:
        """What the store calls the content of each object, by path."""
        with self._failures():
            pages = self._client.get_paginator("list_objects_v2").paginate(
                Bucket=self._bucket, Prefix=self._prefix
            )
            return {
                found["Key"].removeprefix(self._prefix): found["ETag"]
                for page in pages
                for found in page.get("Contents", ())
            }

    def _read(self, name: str) -> bytes | None:
        key = f"{self._prefix}{STATE}/{name}"
        with self._failures():
            try:
                found = self._client.get_object(Bucket=self._bucket, Key=key)
                return bytes(found["Body"].read())
            except ClientError as error:
                if error.response.get("Error", {}).get("Code") in _ABSENT:
                    return None
                raise

    def _write(self, name: str, content: bytes) -> None:
        key = f"{self._prefix}{STATE}/{name}"
        with self._failures():
            self._client.put_object(
                Bucket=self._bucket, Key=key, Body=content, CacheControl="no-store"
            )

    def _erase(self, name: str) -> None:
        self._delete(f"{STATE}/{name}")

    def _delete(self, path: str) -> None:
        with self._failures():
            self._client.delete_object(Bucket=self._bucket, Key=self._prefix + path)

    def _failures(self) -> Any:
        return store_failures(self._bucket)


def _sent(path: str) -> str:
    """As what a file is stored, to be noted: when the rules change, it is stored anew."""
    return f"{put_as(path)}; {cache_control(path)}"
