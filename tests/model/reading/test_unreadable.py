"""What the system refuses to read is told once, with the way to mend it, and nothing that follows from it."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest
from editing import put
from privileges import forbidden, without_privileges
from written import page

from portal.assembly import read_portal
from portal.model.values.moment import Moment
from portal.resources import TEMPLATES

EXCHANGE = """\
id: visit
title: {zh: 來訪, en: A visit}
type: visit-received
start: 2026-05-04
homes: [alpha]
cities: [{city: jp-kaga}]
summary: {zh: "[加賀](/cities/jp-kaga/)來訪。", en: "[Kaga](/cities/jp-kaga/) came."}
sources: [report]
"""


def report(lang: str = "en") -> list[str]:
    """Every problem of the portal in the current folder."""
    return [p.line(lang) for p in read_portal(Path(), Moment.parse("2026-11-22")).problems]


def read_in(folder: Path, lang: str = "en") -> list[str]:
    return without_privileges(folder, lambda: report(lang))


@pytest.mark.parametrize(
    "name",
    [
        "data",
        "data/cities.yaml",
        "data/homes.yaml",
        "data/sources.yaml",
        "data/exchanges",
        "data/exchanges/2026/visit.yaml",
        "content",
        "content/en",
        "content/zh/about",
        "content/zh/index.md",
        "content/en/about/counting.md",
        "content/assets",
        "content/assets/plan.csv",
        "published",
        "published/addresses.txt",
        "published/changes.csv",
        "templates",
        "templates/city.html.j2",
    ],
)
def test_without_permission_one_thing_is_told(portal_folder: Path, name: str) -> None:
    put(
        portal_folder,
        {
            "data/exchanges/2026/visit.yaml": EXCHANGE,
            "content/assets/plan.csv": "a,b\n",
            "content/en/index.md": page("[A](/assets/plan.csv), [B](/about/counting/#page)"),
            "published/addresses.txt": "/\n/about/counting/\n/cities/jp-kaga/\n/exchanges/2026/visit/\n",
            "published/changes.csv": "date,table,change,id,columns\n",
            "templates/city.html.j2": (TEMPLATES / "city.html.j2").read_text(encoding="utf-8"),
        },
    )
    assert read_in(portal_folder) == []
    with forbidden(portal_folder / name):
        assert read_in(portal_folder) == [
            f"{name}:1:1: there is no permission to read this; change its permissions so that the account which runs "
            "the check may read it"
        ]
        assert read_in(portal_folder, "zh") == [
            f"{name}:1:1: 沒有讀取的權限；請修改權限，讓執行檢查的帳號可以讀取"
        ]


def test_a_socket_is_told(portal_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(portal_folder)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("data/labels.yaml")
        assert report() == ["data/labels.yaml:1:1: this is a socket and not a file; delete it"]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root makes devices")
def test_a_device_is_told_and_never_opened(
    portal_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(portal_folder)
    try:
        os.mknod("data/labels.yaml", 0o020666, os.makedev(1, 5))  # endless zeros
    except PermissionError:
        pytest.skip("nobody makes devices here")
    assert report() == ["data/labels.yaml:1:1: this is a device and not a file; delete it"]


def test_a_name_that_is_not_utf_8_is_told(
    portal_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(portal_folder)
    Path("data/exchanges/2026").mkdir(parents=True)
    Path(os.fsdecode("data/exchanges/2026/來訪.yaml".encode("big5"))).write_text(
        EXCHANGE, encoding="utf-8"
    )
    (told,) = report()
    assert told.startswith(r"data/exchanges/2026/\xa8")
    assert told.endswith("which is not UTF-8; rename it")
