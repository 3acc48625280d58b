"""The steps of a publication in their order, to a folder below a path of a host; and when one of them fails."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from building import contents
from delivery.lying import Host, hosted
from pipelines.forge import Forge, done, git, step

RELEASE = ("newest", "release", "sbom")
HOME = "data/homes.yaml"


@dataclass
class Place:
    """Where the site is public."""

    folder: Path
    host: Host
    address: str

    def settings(self, job: Path) -> dict[str, str]:
        """What the jobs are told; the commit comes from the first of them."""
        commit = git(job, "rev-parse", "HEAD")
        return {
            "PORTAL_TARGET": str(self.folder),
            "PORTAL_URL": self.address,
            "PORTAL_COMMIT": commit,
            "PORTAL_PATIENCE": "0",
        }

    def shown(self, name: str) -> str:
        """A file as readers get it."""
        return self.host.answer(f"{self.host.base}{name}").body.decode()


@contextmanager
def _place(folder: Path) -> Iterator[Place]:
    folder.mkdir()
    host = Host({"404.html": b"", "en/404.html": b""}, base="/portal/")
    with hosted(host) as address:
        yield Place(folder, host, address)


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    with _place(tmp_path / "public") as found:
        yield found


def publish(job: Path, place: Place, **more: str) -> None:
    """Every step, as the workflows order them."""
    for name in RELEASE:
        done(job, name, **place.settings(job) | more)
    done(job, "newer", **place.settings(job) | more)
    done(job, "unpack", "site")
    done(job, "deploy", **place.settings(job) | more)
    place.host.files = contents(place.folder)
    done(job, "verify", **place.settings(job) | more)
    if not more:
        done(job, "note")


def correct(job: Path, before: str, after: str) -> None:
    """Change a word on the front page."""
    git(job, "fetch", "--quiet", "origin", "main")
    git(job, "reset", "--quiet", "--hard", "FETCH_HEAD")
    path = job / "content/en/index.md"
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def test_a_push_is_a_public_site_and_a_rollback_takes_it_back(
    forge: Forge, job: Path, place: Place
) -> None:
    first = git(job, "rev-parse", "HEAD")
    publish(job, place)
    assert json.loads(place.shown("build.json"))["commit"] == first
    assert "/portal/en/" in place.shown("sitemap.xml")
    assert "/press/" in forge.shown("published/addresses.txt")
    bill = json.loads((job / "artifacts/sbom.cdx.json").read_text(encoding="utf-8"))
    assert "opencc" in {one["name"] for one in bill["components"]}

    correct(job, "sister and friendship cities", "twin towns")
    second = forge.push(job, "Correct a word")
    publish(job, place)
    assert "twin towns" in place.shown("en/")
    assert json.loads(place.shown("build.json"))["commit"] == second

    publish(job, place, PORTAL_HOLD=first)
    assert "twin towns" not in place.shown("en/")
    assert json.loads(place.shown("build.json"))["commit"] == first


def test_a_mistake_leaves_the_old_site_and_a_reason(forge: Forge, job: Path, place: Place) -> None:
    publish(job, place)
    before = contents(place.folder)
    correct(job, "sister and friendship cities", "[friendship cities](/nowhere/)")
    forge.push(job, "Link to nowhere")
    done(job, "newest")
    (job / "artifact.tar").unlink()
    found = step(job, "release", **place.settings(job))
    assert found.returncode == 1
    assert "content/en/index.md:" in found.stderr
    assert not (job / "artifact.tar").exists()
    assert contents(place.folder) == before


def test_a_host_that_serves_something_else_is_told_and_nothing_is_noted(
    job: Path, place: Place
) -> None:
    for name in (*RELEASE, "deploy"):
        done(job, name, **place.settings(job))
    place.host.files = contents(place.folder) | {
        "en/index.html": b"<!doctype html><title>?</title>"
    }
    found = step(job, "verify", **place.settings(job))
    assert found.returncode == 1
    assert "en/" in found.stdout + found.stderr
