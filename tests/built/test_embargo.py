"""A release with a picture and an attachment: before its minute there is no trace of it, nor after its last day."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from building import Built, build, contents, small_portal
from PIL import Image
from samples import CAMERA, photograph, spreadsheet

ADDRESS = "press/2026/toucheng-treaty/"
RELEASE = """\
id: toucheng-treaty
title: {zh: 頭城盟約, en: The treaty of Toucheng}
date: 2026-11-22T09:30
public_until: 2026-11-30
issuer: hualien-city
category: agreements
lead: {zh: 兩市締盟於烏石港。, en: Two cities allied at Wushi Harbor.}
body: {zh: 儀式在龜山島外海舉行。, en: The ceremony took place off Turtle Island.}
images:
  - file: two-mayors-on-deck.jpg
    alt: {zh: 兩位市長在甲板握手, en: Two mayors shake hands on deck}
    caption: {zh: 民國115年11月22日於烏石港, en: "At Wushi Harbor, 22 November 2026"}
    credit: {zh: 港務船員, en: Harbor crew}
attachments:
  - file: signed-articles.ods
    title: {zh: 盟約條文, en: Articles of the treaty}
    languages: [zh-Hant-TW]
"""
SECRETS = (
    "toucheng", "頭城", "盟約", "烏石港", "龜山島", "甲板", "港務", "wushi", "turtle island", "allied at", "on deck",
    "harbor crew", "two-mayors", "signed-articles", "articles of", "secret clause",
)  # fmt: skip
"""Names and words of the release, its picture and its attachment, in lower case."""

PICTURE = photograph(1100, 700, orientation=6)
TABLE = spreadsheet("secret clause")


def put_release(config: Path, more: str = "") -> None:
    folder = config.parent / "data" / "press_releases" / "2026"
    beside = folder / "toucheng-treaty"
    beside.mkdir(parents=True, exist_ok=True)
    (folder / "toucheng-treaty.yaml").write_text(RELEASE + more, encoding="utf-8")
    (beside / "two-mayors-on-deck.jpg").write_bytes(PICTURE)
    (beside / "signed-articles.ods").write_bytes(TABLE)


def traces(built: Built) -> list[str]:
    """Where the output tells of the release: names of files, their text, their bytes, and what the build prints."""
    found = [secret for secret in SECRETS if secret in built.output.lower()]
    for path, content in contents(built.folder).items():
        is_table = path.startswith("data/") and path.endswith(".ods")
        inside = unpacked(content) if is_table else content
        text = path.lower() + "\n" + inside.decode("utf-8", "ignore").lower()
        found += [f"{path}: {secret}" for secret in SECRETS if secret in text]
        if content in (PICTURE, TABLE) or (
            path.endswith((".jpg", ".avif", ".webp", ".ods")) and not is_table
        ):
            found.append(path)
    return found


def unpacked(workbook: bytes) -> bytes:
    """All that a workbook of the open data consists of."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as packed:
        return b"\n".join(packed.read(name) for name in packed.namelist())


@pytest.fixture
def config(tmp_path: Path) -> Path:
    return small_portal(tmp_path / "portal")


def test_a_release_comes_whole_at_its_minute_and_goes_whole(config: Path, tmp_path: Path) -> None:
    def at(moment: str) -> Built:
        built = build(config, tmp_path / "site", PORTAL_TODAY=moment)
        assert built.code == 0, built.output
        return built

    never = contents(at("2026-11-22T09:28").folder)
    put_release(config)
    before = at("2026-11-22T09:29")
    assert traces(before) == []
    assert contents(before.folder) == never
    assert "Build again at 2026-11-22T09:30+08:00" in before.output

    site = at("2026-11-22T09:31").folder
    pictures = {path.name for path in (site / ADDRESS / "images").iterdir()}
    assert pictures == {
        f"two-mayors-on-deck-{width}.{ending}"
        for width in (480, 700)
        for ending in ("avif", "webp", "jpg")
    }
    assert (site / ADDRESS / "files" / "signed-articles.ods").read_bytes() == TABLE
    for prefix, words in (
        ("", ("兩位市長在甲板握手", "烏石港", "港務船員", "盟約條文（ODS，1 KB）")),
        (
            "en/",
            ("Two mayors shake hands on deck", "Articles of the treaty (ODS, 1 KB, in Chinese)"),
        ),
    ):
        html = (site / prefix / ADDRESS / "index.html").read_text(encoding="utf-8")
        assert all(word in html for word in words)
        named = re.findall(r'(?:src|href)="([^"]*(?:images|files)/[^" ]+)"', html)
        named += re.findall(r"([^\s,\"]*images/[^\s,\"]+) \d+w", html)
        assert len(named) > 6
        for link in named:
            assert (site / prefix / ADDRESS / link).resolve().is_file(), link
    for path, content in contents(site).items():
        assert CAMERA.encode() not in content, path
        assert content != PICTURE, path
    with Image.open(
        io.BytesIO((site / ADDRESS / "images/two-mayors-on-deck-700.jpg").read_bytes())
    ) as shown:
        assert shown.size == (700, 1100), "it stands upright"
        assert not shown.getexif()

    after = at("2026-12-01T00:00")
    assert traces(after) == []
    assert not list((tmp_path / ".site" / "media").iterdir())


def test_of_a_withdrawn_release_only_headline_date_and_reason_stay(
    config: Path, tmp_path: Path
) -> None:
    put_release(config)
    moment = "2026-11-23T09:00"
    first = build(config, tmp_path / "site", PORTAL_TODAY=moment)
    assert first.code == 0, first.output
    assert len(traces(first)) > 20
    put_release(
        config, "withdrawn: {date: 2026-11-23T08:00, reason: {zh: 條文有誤。, en: An error.}}\n"
    )
    second = build(config, tmp_path / "site", PORTAL_TODAY=moment)
    assert second.code == 0, second.output
    page = (second.folder / "en" / ADDRESS / "index.html").read_text(encoding="utf-8")
    assert "The treaty of Toucheng" in page
    assert "An error." in page
    assert "23 November 2026, 08:00" in page
    headline = {"toucheng", "頭城", "盟約"}
    assert {trace.partition(": ")[2] for trace in traces(second)} == headline
    assert not (second.folder / ADDRESS / "images").exists()
    assert not (second.folder / ADDRESS / "files").exists()
