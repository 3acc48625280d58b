"""Every step of a change and of a publication, run for real and in order on a portal that has just begun."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest
from building import TODAY, contents
from pipelines.forge import Forge, done, git, settings, step
from serving import serve

CITIES = "data/cities.yaml"
SUMMARY = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": "summary.md"}


def slip(folder: Path) -> int:
    """Misspell a key in the records; the line it is in."""
    path = folder / CITIES
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("  level:", "  levle:", 1), encoding="utf-8")
    return text.split("  level:")[0].count("\n") + 1


def test_a_mistake_is_shown_at_its_line_on_github(job: Path) -> None:
    line = slip(job)
    found = step(job, "check", **SUMMARY)
    assert found.returncode == 1
    assert re.search(rf"^::error file={CITIES},line={line},col=\d+,title=", found.stdout, re.M)
    assert f"{CITIES}:{line}:" in (job / "summary.md").read_text(encoding="utf-8")


def test_a_mistake_is_shown_at_its_line_on_gitlab(job: Path) -> None:
    line = slip(job)
    found = step(job, "check", GITLAB_CI="true")
    assert found.returncode == 1
    assert f"{CITIES}:{line}:" in found.stdout
    report = json.loads((job / "code-quality.json").read_text(encoding="utf-8"))
    assert {(one["location"]["path"], one["location"]["lines"]["begin"]) for one in report} == {
        (CITIES, line)
    }
    assert all(one["severity"] == "blocker" and one["description"] for one in report)


def test_a_sound_change_passes_in_silence(job: Path) -> None:
    assert "::" not in done(job, "check", **SUMMARY)
    assert not (job / "summary.md").exists()
    assert done(job, "check").startswith("no problems")
    done(job, "check", GITLAB_CI="true")
    assert json.loads((job / "code-quality.json").read_text(encoding="utf-8")) == []


def test_a_problem_is_told_in_chinese_unless_the_settings_say_otherwise(job: Path) -> None:
    slip(job)
    assert "共 1 個問題" in step(job, "check", PORTAL_LANG="").stderr


@pytest.mark.machine
def test_the_validator_has_nothing_to_say_until_a_page_is_broken(job: Path) -> None:
    done(job, "validate")
    page = job / "site/index.html"
    html = page.read_text(encoding="utf-8")
    page.unlink()  # it may be one file with that of a build before
    page.write_text(html.replace("</main>", "<table><p>x</main>", 1), encoding="utf-8")
    found = step(job, "validate")
    assert found.returncode == 1
    assert "index.html" in found.stderr


def test_a_release_packs_the_whole_site_and_a_note_of_the_same_minute(job: Path) -> None:
    shutil.move(job / "site", job / "built")
    done(job, "unpack", "site")
    assert contents(job / "site") == contents(job / "built")
    assert "site/.htaccess" in {f"site/{path}" for path in contents(job / "site")}
    with tarfile.open(job / "artifact.tar") as archive:
        members = archive.getmembers()
    assert all(member.isfile() or member.isdir() for member in members)  # no links, for Pages
    note = (job / "note.patch").read_text(encoding="utf-8")
    assert f"+{TODAY}" in note or "+/press/" in note


def test_whatever_starts_a_publication_the_newest_commit_is_chosen(
    forge: Forge, tmp_path: Path
) -> None:
    late = forge.clone(tmp_path / "late")
    editor = forge.clone(tmp_path / "editor")
    (editor / "README.md").write_text("Newer\n", encoding="utf-8")
    newest = forge.push(editor, "Correct a word")
    done(late, "newest", GITLAB_CI="true", CI_DEFAULT_BRANCH="main")
    assert git(late, "rev-parse", "HEAD") == newest
    assert (late / "release.env").read_text(encoding="utf-8") == f"PORTAL_COMMIT={newest}\n"
    output = tmp_path / "output"
    done(late, "newest", GITHUB_OUTPUT=str(output))
    assert output.read_text(encoding="utf-8") == f"commit={newest}\n"


def test_a_rollback_publishes_the_commit_that_was_named_and_notes_nothing(
    forge: Forge, job: Path, tmp_path: Path
) -> None:
    good = git(job, "rev-parse", "HEAD")
    (job / "content/en/index.md").write_text("broken\n", encoding="utf-8")
    forge.push(job, "Break a page")
    done(job, "newest", PORTAL_HOLD=good)
    assert git(job, "rev-parse", "HEAD") == good
    done(job, "release", PORTAL_HOLD=good)
    assert (job / "note.patch").read_bytes() == b""
    assert "nothing new" in done(job, "note")


@pytest.mark.parametrize(
    "named", ["main", "HEAD~1", "--help", "0" * 40, "$(touch evil)", "a" * 39, "; touch evil"]
)
def test_a_rollback_to_what_is_no_commit_of_the_branch_is_refused(job: Path, named: str) -> None:
    before = git(job, "rev-parse", "HEAD")
    found = step(job, "newest", PORTAL_HOLD=named)
    assert found.returncode == 2
    assert "hash of forty digits" in found.stderr
    assert git(job, "rev-parse", "HEAD") == before
    assert not (job / "evil").exists()


def test_a_commit_of_another_branch_is_no_rollback(forge: Forge, job: Path) -> None:
    git(job, "checkout", "--quiet", "-b", "proposal")
    (job / "README.md").write_text("Proposed\n", encoding="utf-8")
    git(job, "commit", "--quiet", "--all", "--message", "Propose")
    proposed = git(job, "rev-parse", "HEAD")
    git(job, "checkout", "--quiet", "--detach", "origin/main")
    assert step(job, "newest", PORTAL_HOLD=proposed).returncode == 2


def test_an_old_job_that_is_run_again_replaces_nothing_newer(
    forge: Forge, job: Path, tmp_path: Path
) -> None:
    old = git(job, "rev-parse", "HEAD")
    (job / "README.md").write_text("Newer\n", encoding="utf-8")
    new = forge.push(job, "Correct a word")
    public = tmp_path / "public"
    public.mkdir()
    with serve(public) as address:
        known = {"PORTAL_URL": address}
        done(job, "newer", PORTAL_COMMIT=old, **known)  # nothing is public yet
        for commit, code in ((old, 0), (new, 1), ("f" * 40, 0), (None, 0)):
            told = json.dumps({"commit": commit, "site": {"files": 1}})
            (public / "build.json").write_text(told, encoding="utf-8")
            assert step(job, "newer", PORTAL_COMMIT=old, **known).returncode == code
            assert step(job, "newer", PORTAL_COMMIT=new, **known).returncode == 0
        (public / "build.json").write_text(json.dumps({"commit": new}), encoding="utf-8")
        assert "whole pipeline again" in step(job, "newer", PORTAL_COMMIT=old, **known).stderr
        assert step(job, "newer", PORTAL_COMMIT=old, PORTAL_HOLD=old, **known).returncode == 0


GITHUB = {"GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY_OWNER": "Example-City"}


@pytest.mark.parametrize(
    ("known", "address"),
    [
        (
            GITHUB | {"GITHUB_REPOSITORY": "Example-City/portal"},
            "https://example-city.github.io/portal/",
        ),
        (
            GITHUB | {"GITHUB_REPOSITORY": "Example-City/example-city.github.io"},
            "https://example-city.github.io/",
        ),
        ({"CI_PAGES_URL": "https://city.gitlab.io/portal"}, "https://city.gitlab.io/portal/"),
        (
            GITHUB | {"GITHUB_REPOSITORY": "a/b", "PORTAL_URL": "https://portal.city.example/"},
            "https://portal.city.example/",
        ),
    ],
)
def test_the_address_is_that_of_the_settings_or_of_the_forges_pages(
    job: Path, known: dict[str, str], address: str
) -> None:
    assert asked_for_address(job, **known).stdout == f"{address}\n"


def test_an_address_that_nobody_knows_is_asked_for(job: Path) -> None:
    somewhere: dict[str, str] = {}
    for known in (somewhere, GITHUB | {"GITHUB_REPOSITORY": "a/b", "PORTAL_TARGET": "/srv/www"}):
        found = asked_for_address(job, PORTAL_URL="", **known)
        assert found.returncode == 2
        assert "PORTAL_URL" in found.stderr


def asked_for_address(folder: Path, **known: str) -> subprocess.CompletedProcess[str]:
    command = ["bash", "-euo", "pipefail", "-c", "source .ci/settings; address"]
    return subprocess.run(
        command, cwd=folder, env=settings(**known), capture_output=True, text=True, check=False
    )


def test_programs_that_are_there_are_not_installed_again(job: Path) -> None:
    assert done(job, "programs") == ""


def test_programs_that_nobody_can_install_here_are_named(job: Path, tmp_path: Path) -> None:
    lean = tmp_path / "bin"
    lean.mkdir()
    for name in ("bash", "id", "git", "cd", "python3"):
        if program := shutil.which(name):
            (lean / name).symlink_to(program)
    found = subprocess.run(
        [str(lean / "bash"), ".ci/programs", "validators"],
        cwd=job,
        env={"PATH": str(lean)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 2
    assert "nodejs npm default-jre-headless" in found.stderr
