"""A push is a public site: a bare repository as forge, its hook as CI, the real nginx as host."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from building import contents
from pipelines.forge import Forge, begin, git, settings
from rehearsal.host import broken, get, host
from rehearsal.jobs import Runner, install_hook

pytestmark = pytest.mark.machine

RELEASE = "data/press_releases/2026/example-release.yaml"
PAGE = "en/press/2026/example-release/"
EMBARGOED = "en/press/2026/second-release/"
NOON, BEFORE, AT = "2026-11-30T12:00", "2026-12-01T09:59", "2026-12-01T10:00"


class City:
    """An editor's checkout, the forge, and the host."""

    def __init__(self, folder: Path, forge: Forge, runner: Runner, url: str) -> None:
        self.folder, self.forge, self.runner, self.url = folder, forge, runner, url
        self._editors = 0
        self.clock = NOON

    def editor(self) -> Path:
        """A fresh checkout."""
        self._editors += 1
        return self.forge.clone(self.folder / f"editor-{self._editors}")

    def set(self, clock: str, **more: str) -> None:
        """Set the clock of the forge, which never goes back, and other variables."""
        self.clock = clock
        known = json.dumps({"PORTAL_TODAY": clock} | more)
        Path(self.runner.folder, "variables.json").write_text(known, encoding="utf-8")

    def get(self, path: str) -> tuple[int, str]:
        return get(self.url + path)

    def log(self) -> str:
        """What the last run has said."""
        runs = (int(path.name) for path in self.runner.runs.iterdir() if path.name.isdigit())
        return (self.runner.runs / str(max(runs)) / "log").read_text(encoding="utf-8")

    def events(self) -> list[str]:
        return (self.runner.runs / "events").read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[City]:
    """A city whose first push has made its site public; each test goes on where it was."""
    folder = tmp_path_factory.mktemp("city")
    command = [sys.executable, "-m", "portal", "init", str(folder / "portal")]
    subprocess.run(command, env=settings(), capture_output=True, check=True)
    with (folder / "portal/mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("\nextra: {search: false}\n")
    forge = begin(folder, folder / "portal")
    with host(folder, folder / "www") as url:
        runner = Runner(str(folder), str(forge.bare), str(folder / "www"), url)
        city = City(folder, forge, runner, url)
        city.set(NOON)
        assert runner.publish(), city.log()
        install_hook(runner)
        yield city


@pytest.fixture
def city(published: City) -> City:
    """It begins each test with a whole site of the newest commit."""
    published.set(published.clock)
    return published


def replace(folder: Path, path: str, old: str, new: str) -> None:
    text = (folder / path).read_text(encoding="utf-8")
    assert old in text
    (folder / path).write_text(text.replace(old, new), encoding="utf-8")


def test_a_push_is_public_in_both_languages_and_noted(city: City) -> None:
    editor = city.editor()
    replace(editor, RELEASE, "Example press release", "A corrected title")
    pushed = city.forge.push(editor, "Correct a title")
    assert "A corrected title" in city.get(PAGE)[1]
    assert json.loads(city.get("build.json")[1])["commit"] == pushed
    assert broken(city.url) == []
    assert f"/{PAGE.removeprefix('en/')}" in city.forge.shown("published/addresses.txt")
    assert git(city.forge.bare, "rev-parse", "main~1") == pushed  # the note is on top of it


def test_a_mistake_leaves_the_old_site_and_a_reason_that_can_be_read(city: City) -> None:
    before = {path: city.get(path) for path in ("", "en/", PAGE, "build.json")}
    editor = city.editor()
    replace(editor, RELEASE, "category: announcements", "category: anouncements")
    city.forge.push(editor, "Make a slip")
    assert {path: city.get(path) for path in before} == before
    line = (editor / RELEASE).read_text(encoding="utf-8").split("category:")[0].count("\n") + 1
    assert f"{RELEASE}:{line}:11: " in city.log()
    assert "announcements" in city.log()
    replace(editor, RELEASE, "category: anouncements", "category: announcements")
    city.forge.push(editor, "Mend it")
    assert city.events()[-1].endswith("has published")


def test_an_embargoed_release_appears_by_the_schedule_at_its_minute(city: City) -> None:
    editor = city.editor()
    second = RELEASE.replace("example-release", "second-release")
    shutil.copy(editor / RELEASE, editor / second)
    replace(
        editor, second, "id: example-release", "id: second-release\npublic_from: 2026-12-01T10:00"
    )
    for old, new in (
        ("\ndate: 2026-11-22", "\ndate: 2026-12-01T10:00"),
        ("文寫在", "容放在"),
        ("The text", "Words"),
    ):
        replace(editor, second, old, new)
    city.forge.push(editor, "Prepare a release")
    assert city.get(EMBARGOED)[0] == 404
    assert "second-release" not in json.dumps(
        [city.get(path) for path in ("en/press/", "sitemap.xml", "build.json")]
    )
    runs = len(city.events())
    city.set(BEFORE)
    assert not city.runner.look()
    assert (len(city.events()), city.get(EMBARGOED)[0]) == (runs, 404)
    city.set(AT)
    assert city.runner.look()
    assert city.get(EMBARGOED)[0] == 200
    assert "second-release" in city.get("en/press/")[1]
    runs = len(city.events())
    assert not city.runner.look()  # nothing more is due
    assert len(city.events()) == runs


def test_two_pushes_within_a_second_are_published_one_after_the_other(city: City) -> None:
    first, second = city.editor(), city.editor()
    replace(first, "content/en/about/index.md", "# ", "# First ")
    replace(second, "content/en/about/contact.md", "# ", "# Second ")
    begun = len(city.events())

    def push(editor: Path) -> None:
        git(editor, "add", "--all")
        git(editor, "commit", "--quiet", "--message", "Edit a page")
        for _ in range(20):  # the other was faster: take its commit in, as editors do
            git(editor, "pull", "--quiet", "--rebase", "origin", "main")
            done = subprocess.run(
                ["git", "push", "--quiet", "origin", "HEAD:main"],
                cwd=editor,
                env=settings(),
                capture_output=True,
                check=False,
            )
            if done.returncode == 0:
                return
        raise AssertionError(done.stderr)

    both = [threading.Thread(target=push, args=(editor,)) for editor in (first, second)]
    for thread in both:
        thread.start()
    for thread in both:
        thread.join()
    events = city.events()[begun:]
    numbers = [line.split()[0] for line in events]
    assert numbers[0::2] == numbers[1::2]  # each ends before the next begins
    assert [line.split(maxsplit=1)[1] for line in events] == ["begins", "has published"] * 2
    assert "First " in city.get("en/about/")[1]
    assert "Second " in city.get("en/about/contact/")[1]
    assert broken(city.url) == []


def test_a_rollback_stays_until_it_is_lifted(city: City) -> None:
    good = json.loads(city.get("build.json")[1])["commit"]
    editor = city.editor()
    replace(editor, "content/en/about/privacy.md", "# ", "# Wrong ")
    bad = city.forge.push(editor, "Publish something wrong")
    assert "Wrong " in city.get("en/about/privacy/")[1]
    city.set(city.clock, PORTAL_HOLD=good)
    assert city.runner.publish(), city.log()
    assert "Wrong " not in city.get("en/about/privacy/")[1]
    assert json.loads(city.get("build.json")[1])["commit"] == good
    city.runner.look()  # the schedule does not undo it
    assert json.loads(city.get("build.json")[1])["commit"] == good
    city.set(city.clock)
    assert city.runner.publish(), city.log()
    told = json.loads(city.get("build.json")[1])["commit"]
    assert git(city.forge.bare, "merge-base", "--is-ancestor", bad, told) == ""


def test_a_job_that_is_killed_while_it_uploads_leaves_no_gap(city: City, tmp_path: Path) -> None:
    job = city.editor()
    replace(
        job, RELEASE, "id: example-release", "id: renamed-release\nformer_ids: [example-release]"
    )
    (job / RELEASE).rename(job / RELEASE.replace("example", "renamed"))
    for label in ("site.name", "site.tagline"):  # every page changes
        replace(job, "data/labels.yaml", f'{label}: {{zh: "', f'{label}: {{zh: "新')
    command = [".venv/bin/portal", "build"]
    known = settings(PORTAL_TODAY=city.clock, PORTAL_URL=city.url)
    subprocess.run(command, cwd=job, env=known, capture_output=True, check=True)
    killed = 0
    for files in (1, 40, 120):
        target = tmp_path / f"www-{files}"
        shutil.copytree(city.runner.target, target)
        killed += kill_after(files, target, job)
        with host(tmp_path, target) as url:
            assert broken(url) == []
        subprocess.run([".venv/bin/portal", "deploy", str(target)], cwd=job, env=known, check=True)
        assert contents(target).items() >= contents(job / "site").items()
    assert killed


def kill_after(files: int, target: Path, job: Path) -> bool:
    """Kill the upload when so many files are new; whether it was not faster."""

    def stamps() -> set[tuple[str, int]]:
        found = (Path(here, name) for here, _, names in os.walk(target) for name in names)
        return {(str(path), path.stat().st_ino) for path in found if path.exists()}

    before = stamps()
    command = [str(job / ".venv/bin/portal"), "deploy", str(target)]
    with subprocess.Popen(command, cwd=job, env=settings()) as deploy:
        while deploy.poll() is None:
            with suppress(FileNotFoundError):
                if len(stamps() - before) >= files:
                    deploy.kill()
    return deploy.returncode == -signal.SIGKILL
