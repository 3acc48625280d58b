"""The schedule: what time makes outdated is published, and nothing else is; and the forge is told to start that."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from pipelines.forge import Forge, done, git, step
from serving import serve

RELEASE = "data/press_releases/2026/example-release.yaml"
BEFORE, AFTER = "2026-11-22T09:00", "2026-11-22T10:00"
NEXT = "2026-11-22T10:00+08:00"


@pytest.fixture
def public(forge: Forge, job: Path, tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A site that was published at nine, with a release that appears at ten; its folder and its address."""
    path = job / RELEASE
    text = path.read_text(encoding="utf-8")
    assert "date: 2026-11-22 " in text
    held = text.replace("date: 2026-11-22 ", f"date: {AFTER} ")
    path.write_text(held, encoding="utf-8")
    git(job, "reset", "--quiet")
    shutil.rmtree(job / "published")
    forge.push(job, "Prepare a release")
    done(job, "build", PORTAL_TODAY=BEFORE)
    with serve(job / "site") as address:
        yield job, address


def answer(job: Path, address: str, now: str, **more: str) -> dict[str, str]:
    """What ``due.env`` says."""
    done(job, "due", PORTAL_URL=address, PORTAL_TODAY=now, **more)
    lines = (job / "due.env").read_text(encoding="utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines)


def test_a_release_is_due_at_its_minute_and_neither_before_nor_again(
    public: tuple[Path, str],
) -> None:
    job, address = public
    assert answer(job, address, BEFORE) == {"DUE": "no", "NEXT": NEXT}
    assert answer(job, address, "2026-11-22T09:59") == {"DUE": "no", "NEXT": NEXT}
    assert answer(job, address, AFTER) == {"DUE": "yes", "NEXT": ""}
    done(job, "build", PORTAL_TODAY=AFTER)
    assert answer(job, address, AFTER) == {"DUE": "no", "NEXT": ""}


def test_a_push_that_is_not_yet_published_is_no_matter_of_time(
    forge: Forge, public: tuple[Path, str]
) -> None:
    job, address = public
    homes = job / "data/homes.yaml"
    text = homes.read_text(encoding="utf-8")
    homes.write_text(text.replace("Example City", "Better City"), encoding="utf-8")
    forge.push(job, "Correct a name")
    assert answer(job, address, BEFORE) == {"DUE": "no", "NEXT": NEXT}


def test_before_the_first_publication_nobody_starts_one(job: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    with serve(empty) as address:
        found = answer(job, address, AFTER, GITHUB_OUTPUT=str(tmp_path / "output"))
    assert found == {"DUE": "no", "NEXT": ""}
    assert (tmp_path / "output").read_text(encoding="utf-8") == "due=no\n"


def test_gitlab_gets_a_job_that_is_delayed_until_then(public: tuple[Path, str]) -> None:
    job, address = public
    known = {"PORTAL_URL": address}
    for now, expected in (
        (BEFORE, "start_in: 61 minutes"),
        (AFTER, "start_in: 1 minutes"),
        ("2026-11-20T09:00", "when: manual"),
    ):
        done(job, "timer", PORTAL_TODAY=now, **known)
        assert expected in (job / "timer.yml").read_text(encoding="utf-8")
        judge = [str(Path(sys.executable).with_name("check-jsonschema")), "timer.yml"]
        judge += ["--builtin-schema=vendor.gitlab-ci", "--data-transform=gitlab-ci"]
        found = subprocess.run(judge, cwd=job, capture_output=True, text=True, check=False)
        assert found.returncode == 0, found.stdout


def test_github_is_asked_to_start_the_workflow_that_was_named(job: Path, tmp_path: Path) -> None:
    programs = tmp_path / "bin"
    programs.mkdir()
    program = programs / "gh"
    program.write_text(f'#!/bin/sh\necho "$@" >{tmp_path}/asked\n', encoding="utf-8")
    program.chmod(0o755)
    path = f"{programs}:{Path(shutil.which('bash') or '').parent}:/usr/bin:/bin"
    done(job, "start", "due", PATH=path, GITHUB_REPOSITORY="city/portal")
    told = (tmp_path / "asked").read_text(encoding="utf-8")
    assert told == "workflow run due.yml --repo city/portal --ref main\n"


@pytest.fixture
def asked() -> Iterator[tuple[str, list[bytes]]]:
    """GitLab's interface, and the forms that it got."""
    forms: list[bytes] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            assert self.path == "/api/v4/projects/7/trigger/pipeline"
            forms.append(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(201)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/api/v4", forms
    server.shutdown()
    server.server_close()


def test_gitlab_is_asked_with_the_token_of_the_job_unless_nothing_is_due(
    job: Path, asked: tuple[str, list[bytes]]
) -> None:
    interface, forms = asked
    known = {"GITLAB_CI": "true", "CI_API_V4_URL": interface, "CI_PROJECT_ID": "7"}
    known |= {"CI_JOB_TOKEN": "t0ken", "CI_DEFAULT_BRANCH": "main"}
    (job / "due.env").write_text("DUE=no\nNEXT=\n", encoding="utf-8")
    done(job, "start", "publish", **known)
    assert forms == []
    (job / "due.env").write_text("DUE=yes\nNEXT=\n", encoding="utf-8")
    found = step(job, "start", "publish", **known)
    assert found.returncode == 0, found.stderr
    (form,) = forms
    assert b'name="token"\r\n\r\nt0ken\r\n' in form
    assert b'name="ref"\r\n\r\nmain\r\n' in form
