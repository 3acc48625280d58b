"""What a scheduler is told: when to publish again, that it is time, or nothing; never which record it is."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from building import build, small_portal
from commanding import run
from editing import put
from releases import release
from serving import serve

from portal import today
from portal.model.catalog.catalog import build_catalog
from portal.model.catalog.public_state import public_state
from portal.model.reading.load import load
from portal.model.values.moment import Moment
from portal.resources import BASE

SECRET = release("secret", "2026-11-23T09:30")
BADGE = """\
extra:
  accessibility_badge:
    {number: A1, level: AA, expires: 2026-11-30, image: assets/badge.png, url: "https://accessibility.moda.gov.tw/"}
"""


@pytest.fixture(autouse=True)
def no_proxy(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("NO_PROXY", "*")


NEXT_YEAR = "2027-01-01\n"
"""When the tie of the small portal has stood another year."""


def publish(root: Path, site: Path, moment: str = "2026-11-22") -> Path:
    """A site that tells what is public at that moment."""
    state = public_state(build_catalog(load(root, BASE), Moment.parse(moment)))
    told = {
        "generator": {"name": "city-diplomacy-portal", "version": "1"},
        "day": moment[:10],
        "records": {"count": state.count, "digest": state.digest},
    }
    site.mkdir(exist_ok=True)
    (site / "build.json").write_text(json.dumps(told), encoding="utf-8")
    return site


def test_due_tells_when_and_not_what(environment: pytest.MonkeyPatch, portal_folder: Path) -> None:
    assert run("due", "--root", portal_folder).stdout == NEXT_YEAR
    put(portal_folder, {"data/cities.yaml": "[]\n"})
    assert run("due", "--root", portal_folder).stdout == ""
    put(portal_folder, SECRET)
    result = run("due", "--root", portal_folder)
    assert result.output == "2026-11-23T09:30+08:00\n"
    environment.setenv("PORTAL_TODAY", "2026-11-23T09:30")
    assert run("due", "--root", portal_folder).output == ""


def test_a_site_is_due_once_what_is_public_differs(
    environment: pytest.MonkeyPatch, portal_folder: Path, tmp_path: Path
) -> None:
    put(portal_folder, SECRET | release("ending", more="public_until: 2026-11-30\n"))
    site = publish(portal_folder, tmp_path / "site")

    def due(moment: str) -> str:
        environment.setenv("PORTAL_TODAY", moment)
        result = run("due", "--root", portal_folder, "--published", site)
        assert result.exit_code == 0
        return result.output

    assert due("2026-11-22T00:01") == due("2026-11-23T09:29") == "2026-11-23T09:30+08:00\n"
    assert due("2026-11-23T09:30") == due("2027-11-23") == "now\n"
    publish(portal_folder, site, "2026-11-23T09:30")
    assert due("2026-11-23T09:30") == "2026-12-01\n"
    publish(portal_folder, site, "2026-12-01")
    assert due("2026-12-01T08:00") == due("2026-12-31T23:59") == NEXT_YEAR
    assert due("2027-01-01") == "now\n"


def test_an_edit_that_was_not_published_is_due(portal_folder: Path, tmp_path: Path) -> None:
    site = publish(portal_folder, tmp_path / "site")
    assert run("due", "--root", portal_folder, "--published", site).output == NEXT_YEAR
    put(portal_folder, release("new"))
    assert run("due", "--root", portal_folder, "--published", site).output == "now\n"
    (site / "build.json").unlink()
    assert run("due", "--root", portal_folder, "--published", site).output == "now\n"


def test_a_badge_is_due_to_disappear(
    environment: pytest.MonkeyPatch, portal_folder: Path, tmp_path: Path
) -> None:
    put(portal_folder, {"mkdocs.yml": BADGE})
    site = publish(portal_folder, tmp_path / "site")
    arguments = ("due", "--root", portal_folder, "--published", site)
    assert run(*arguments).output == "2026-12-01\n"
    environment.setenv("PORTAL_TODAY", "2026-12-01")
    assert run(*arguments).output == "now\n"
    publish(portal_folder, site, "2026-12-01")
    assert run(*arguments).output == NEXT_YEAR


def test_what_a_host_serves_is_what_was_built(
    environment: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The very file of a build, over the net; and what a build of another minute makes of it."""
    config = small_portal(tmp_path / "portal")
    put(
        config.parent,
        {path: text.replace("alpha", "hualien-city") for path, text in SECRET.items()},
    )
    moments = {"2026-11-22": "2026-11-23T09:30+08:00\n", "2026-11-23T09:30": NEXT_YEAR}
    for moment, expected in moments.items():
        built = build(config, tmp_path / "site", PORTAL_TODAY=moment)
        assert built.code == 0, built.output
        environment.setenv("PORTAL_TODAY", moment)
        with serve(tmp_path / "site") as address:
            result = run("due", "--root", config.parent, "--published", address)
        assert result.output == expected
    environment.setenv("PORTAL_TODAY", "2026-11-22")
    result = run("due", "--root", config.parent, "--published", tmp_path / "site")
    assert result.output == "now\n"


def test_a_host_without_the_site_is_due(portal_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with serve(tmp_path / "empty") as address:
        assert run("due", "--root", portal_folder, "--published", address).output == "now\n"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_cannot_be_known_ends_in_a_sentence(portal_folder: Path, lang: str) -> None:
    where = "https://user:s3cret@portal.example/"
    result = run("due", "--root", portal_folder, "--lang", lang, "--published", where)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "~/.netrc" in result.stderr
    assert "s3cret" not in result.stderr
    result = run("due", "--root", portal_folder / "none", "--lang", lang)
    assert (result.exit_code, result.stdout) == (2, "")


def test_records_that_cannot_be_read_are_told_for_one_of_them_may_be_due(
    portal_folder: Path, tmp_path: Path
) -> None:
    site = publish(portal_folder, tmp_path / "site")
    put(portal_folder, {"data/cities.yaml": "- id: [\n"})
    for more in ((), ("--published", site)):
        result = run("due", "--root", portal_folder, "--lang", "en", *more)
        assert (result.exit_code, result.stdout) == (1, "")
        assert "data/cities.yaml:1" in result.stderr


class Clock:
    """Time that passes only while somebody sleeps."""

    def __init__(self, start: str) -> None:
        self.time = datetime.fromisoformat(start)
        self.slept = 0.0

    def now(self) -> datetime:
        return self.time.astimezone(ZoneInfo("Asia/Taipei"))

    def sleep(self, seconds: float) -> None:
        self.slept += seconds
        self.time += timedelta(seconds=seconds)


@pytest.fixture
def clock(environment: pytest.MonkeyPatch) -> Callable[[str], Clock]:
    def start(moment: str) -> Clock:
        clock = Clock(f"{moment}+08:00")
        environment.delenv("PORTAL_TODAY")
        environment.setattr(today, "_clock", clock.now)
        environment.setattr(today, "_sleep", clock.sleep)
        return clock

    return start


@pytest.mark.parametrize(
    ("moment", "wait", "printed", "slept"),
    [
        ("2026-11-23T09:20:00", 10, "now\n", 600),
        ("2026-11-23T09:29:59", 10, "now\n", 1),
        ("2026-11-23T09:29:59", 1, "now\n", 1),
        ("2026-11-23T09:19:59", 10, "2026-11-23T09:30+08:00\n", 0),
        ("2026-11-23T09:29:59", 0, "2026-11-23T09:30+08:00\n", 0),
        ("2026-11-23T09:30:00", 10, NEXT_YEAR, 0),
    ],
)
def test_what_is_near_is_waited_for_to_the_second(
    portal_folder: Path,
    clock: Callable[[str], Clock],
    moment: str,
    wait: int,
    printed: str,
    slept: int,
) -> None:
    put(portal_folder, SECRET)
    time = clock(moment)
    result = run("due", "--root", portal_folder, "--wait", str(wait))
    assert (result.exit_code, result.output) == (0, printed)
    assert round(time.slept, 3) == slept


def test_what_is_due_is_not_waited_for(
    portal_folder: Path, tmp_path: Path, clock: Callable[[str], Clock]
) -> None:
    site = publish(portal_folder, tmp_path / "site")
    put(portal_folder, SECRET | release("missed", "2026-11-23T09:00"))
    time = clock("2026-11-23T09:25:00")
    result = run("due", "--root", portal_folder, "--published", site, "--wait", "10")
    assert (result.output, time.slept) == ("now\n", 0)


def test_a_given_moment_is_not_waited_for(portal_folder: Path) -> None:
    put(portal_folder, release("soon", "2026-11-22T00:01"))
    result = run("due", "--root", portal_folder, "--lang", "en", "--wait", "10")
    assert result.exit_code == 0
    assert result.stdout == "2026-11-22T00:01+08:00\n"
    assert "PORTAL_TODAY is set" in result.stderr


@pytest.mark.parametrize("minutes", ["-1", "1441", "soon", "1.5"])
def test_minutes_are_a_number_of_at_most_a_day(portal_folder: Path, minutes: str) -> None:
    assert run("due", "--root", portal_folder, "--wait", minutes).exit_code == 2
