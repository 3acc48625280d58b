"""A store with the protocol of S3: at every moment of a deployment, readers find the old site or the new one."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import boto3
import pytest
from click.testing import Result
from commanding import run
from delivery.crawling import faults
from delivery.sites import NEW, OLD, put_site
from delivery.store import Store, stored, websites

from portal.delivery import lease

NAMES = count()


@pytest.fixture
def store() -> Store:
    return Store(f"portal-{next(NAMES)}")


@pytest.fixture
def endpoint(store: Store, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    for name in list(os.environ):
        if name.startswith("AWS_"):
            monkeypatch.delenv(name)
    with stored(store) as address:
        monkeypatch.setenv("AWS_ENDPOINT_URL_S3", address)
        monkeypatch.setenv("AWS_ACCESS_KEY_ID", "key")
        monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "pa55word")
        monkeypatch.setattr(lease, "PERIOD", 0.05)
        yield address


@pytest.fixture
def client(store: Store, endpoint: str) -> Any:
    client = boto3.client("s3", endpoint_url=endpoint, region_name="us-east-1")
    client.create_bucket(Bucket=store.bucket)
    return client


@pytest.fixture
def deploy(store: Store, client: Any, tmp_path: Path) -> Callable[..., Result]:
    """Publish a site with these files."""

    def deploy(files: dict[str, bytes], *options: str, prefix: str = "") -> Result:
        folder = tmp_path / "site"
        shutil.rmtree(folder, ignore_errors=True)
        put_site(folder, files)
        words = ["deploy", "--lang", "en", "--root", str(tmp_path), "--site-dir", str(folder)]
        done = run(*words, *options, f"s3://{store.bucket}/{prefix}")
        assert "pa55word" not in done.output
        return done

    return deploy


def objects(client: Any, store: Store) -> dict[str, bytes]:
    """What the bucket holds, but for the notes of deployments."""
    listed = client.list_objects_v2(Bucket=store.bucket).get("Contents", [])
    keys = [found["Key"] for found in listed if ".portal/" not in found["Key"]]
    return {key: client.get_object(Bucket=store.bucket, Key=key)["Body"].read() for key in keys}


def test_at_every_moment_every_page_leads_only_to_what_is_there(
    deploy: Callable[..., Result], client: Any, store: Store
) -> None:
    assert deploy(OLD).exit_code == 0
    client.put_object(Bucket=store.bucket, Key=".well-known/acme", Body=b"owner")
    begun = len(store.states)
    assert deploy(NEW).exit_code == 0
    assert objects(client, store) == NEW | {".well-known/acme": b"owner"}
    states = store.states[begun - 1 :]
    assert len(states) > len(NEW)
    with websites(states) as address:
        for number in range(len(states)):
            assert faults(f"{address}{number}/", OLD, NEW) == [], number


@pytest.mark.parametrize("at", [5, 20])
def test_what_was_killed_is_finished_by_the_next(
    at: int, deploy: Callable[..., Result], client: Any, store: Store, tmp_path: Path
) -> None:
    assert deploy(OLD).exit_code == 0
    folder = put_site(tmp_path / "new", NEW)
    command = ["deploy", "--root", tmp_path, "--site-dir", folder, f"s3://{store.bucket}"]
    process = subprocess.Popen(
        [sys.executable, "-m", "portal", *map(str, command)],
        env=os.environ | {"PYTHONPATH": "hooks"},
    )
    last = store.changes + at
    store.on_change = lambda number: process.kill() if number >= last else None
    assert process.wait() == -signal.SIGKILL
    store.on_change = lambda number: None
    assert objects(client, store) not in (OLD, NEW)
    done = deploy(NEW)
    assert done.exit_code == 0
    assert "another deployment to this target is under way" in done.output  # as it seems
    assert objects(client, store) == NEW


def test_each_object_says_what_it_is_and_how_long_it_lasts(
    deploy: Callable[..., Result], client: Any, store: Store
) -> None:
    files = OLD | {
        "assets/by-hash/0a1b/portal.js": b"1",
        "search-index/zh-Hant-TW/words/1.piece": b"2",
        "城 市.csv": b"3",
    }
    assert deploy(files).exit_code == 0
    for key, kind, lasts in (
        ("index.html", "text/html; charset=utf-8", "no-cache"),
        (
            "assets/by-hash/0a1b/portal.js",
            "text/javascript; charset=utf-8",
            "public, max-age=31536000, immutable",
        ),
        (
            "search-index/zh-Hant-TW/words/1.piece",
            "application/octet-stream",
            "public, max-age=31536000, immutable",
        ),
        ("城 市.csv", "text/csv; charset=utf-8; header=present", "no-cache"),
    ):
        found = client.head_object(Bucket=store.bucket, Key=key)
        assert (found["ContentType"], found["CacheControl"]) == (kind, lasts), key


def test_only_what_differs_is_sent(
    deploy: Callable[..., Result], client: Any, store: Store
) -> None:
    assert deploy(OLD).exit_code == 0
    sent = store.changes
    assert "0 new files, 0 changed, 0 deleted, 23 unchanged" in deploy(OLD).output
    assert store.changes == sent
    client.put_object(Bucket=store.bucket, Key="kept/index.html", Body=b"somebody else's")
    assert "0 new files, 1 changed, 0 deleted, 22 unchanged" in deploy(OLD).output
    assert objects(client, store) == OLD


def test_a_part_of_a_bucket_is_a_target_of_its_own(
    deploy: Callable[..., Result], client: Any, store: Store
) -> None:
    client.put_object(Bucket=store.bucket, Key="other/index.html", Body=b"theirs")
    assert deploy(OLD, prefix="a/portal").exit_code == 0
    assert deploy(NEW, prefix="a/portal/").exit_code == 0
    expected = {f"a/portal/{path}": content for path, content in NEW.items()}
    assert objects(client, store) == expected | {"other/index.html": b"theirs"}


def test_objects_of_others_are_neither_replaced_nor_deleted_unasked(
    deploy: Callable[..., Result], client: Any, store: Store
) -> None:
    for key in ("index.html", "logs/1"):
        client.put_object(Bucket=store.bucket, Key=key, Body=b"theirs")
    done = deploy(OLD)
    assert done.exit_code == 2
    assert "index.html, logs" in done.output
    assert deploy(OLD, "--adopt").exit_code == 0
    assert objects(client, store) == OLD | {"logs/1": b"theirs"}


def test_a_thousand_objects_are_listed_to_the_end(
    deploy: Callable[..., Result], client: Any, store: Store
) -> None:
    small = {"index.html": b"1", "404.html": b"2"}
    assert deploy(small).exit_code == 0
    for number in range(1100):
        store.backend.put_object(store.bucket, f"x{number}", b"theirs")
    done = deploy(small | {"x1099": b""})
    assert done.exit_code == 2
    assert "have names of the site's: x1099." in done.output


REFUSALS = {
    "InvalidAccessKeyId": "does not accept the key",
    "SignatureDoesNotMatch": "does not accept the key",
    "ExpiredToken": "does not accept the key",
    "AccessDenied": "lacks rights",
    "AuthorizationHeaderMalformed": "another region",
    "NoSuchBucket": "there is no bucket",
    "SomethingElse": "the store answers SomethingElse",
}


@pytest.mark.parametrize("code", REFUSALS)
def test_what_the_store_refuses_is_told(
    code: str, deploy: Callable[..., Result], store: Store
) -> None:
    store.refusal = code
    done = deploy(OLD)
    assert done.exit_code == 2
    assert REFUSALS[code] in done.output


def test_a_bucket_that_is_not_there_is_told(
    deploy: Callable[..., Result], client: Any, store: Store
) -> None:
    client.delete_bucket(Bucket=store.bucket)
    done = deploy(OLD)
    assert done.exit_code == 2
    assert f"there is no bucket {store.bucket}" in done.output


def test_what_is_missing_or_out_of_reach_is_told(
    deploy: Callable[..., Result], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    done = deploy(OLD, "--endpoint-url", "http://127.0.0.1:1")
    assert done.exit_code == 2
    assert "cannot be reached" in done.output
    for wrong in ("https://key:pa55word@example.org", "nonsense"):
        assert deploy(OLD, "--endpoint-url", wrong).exit_code == 2
    monkeypatch.delenv("AWS_ACCESS_KEY_ID")
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "none"))
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "none"))
    done = deploy(OLD)
    assert done.exit_code == 2
    assert "set AWS_ACCESS_KEY_ID" in done.output


def test_without_the_extra_it_says_what_to_install(
    deploy: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "portal.delivery.bucket_place", None)
    done = deploy(OLD)
    assert done.exit_code == 2
    assert 'pip install "city-diplomacy-portal[s3]"' in done.output
