"""The step ``.ci/audit``: what it asks, and that its end tells a good answer from none.

npm is npm itself, at a registry on this machine. pip-audit asks one registry only, so a program stands in for it.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from building import ROOT

NOTHING = {"dependencies": [{"name": "click", "version": "8.5.1", "vulns": []}], "fixes": []}
ADVISORY = {
    "id": 7, "url": "https://github.com/advisories/GHSA-zzzz", "title": "t", "severity": "high",
    "vulnerable_versions": "<9.0.0", "cwe": [], "cvss": {"score": 0, "vectorString": None},
}  # fmt: skip


@dataclass
class Registry:
    """Where npm asks."""

    address: str = ""
    status: int = 200
    known: dict[str, object] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)


@pytest.fixture
def registry() -> Iterator[Registry]:
    found = Registry()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            found.asked.append(self.path)
            self.rfile.read(int(self.headers["Content-Length"]))
            body = json.dumps(found.known).encode()
            self.send_response(found.status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_GET(self) -> None:
            self.send_error(404)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    found.address = f"http://127.0.0.1:{server.server_port}/"
    yield found
    server.shutdown()
    server.server_close()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with the step, two locks of Python and that of npm, in which a package is needed."""
    root = tmp_path / "project"
    for folder in (".ci", ".venv/bin", "requirements"):
        (root / folder).mkdir(parents=True)
    shutil.copy(ROOT / ".ci" / "audit", root / ".ci")
    for name in ("site", "dev"):
        (root / "requirements" / f"{name}.txt").write_text(f"# {name}\n", encoding="utf-8")
    needs = {"name": "city", "dependencies": {"pagefind": "1.6.0"}}
    packages = {"": needs, "node_modules/pagefind": {"version": "1.6.0", "license": "MIT"}}
    lock = {"name": "city", "lockfileVersion": 3, "requires": True, "packages": packages}
    (root / "package.json").write_text(json.dumps(needs), encoding="utf-8")
    (root / "package-lock.json").write_text(json.dumps(lock), encoding="utf-8")
    program(root / ".venv/bin/portal", f'exec "{sys.executable}" -m portal "$@"')
    program(root / ".venv/bin/python", f'exec "{sys.executable}" "$@"')
    answer(root, NOTHING)
    return root


def program(path: Path, text: str) -> None:
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)


def answer(root: Path, told: object, says: str = "", code: int = 0) -> None:
    """What the program in the place of pip-audit does."""
    text = "" if told is None else json.dumps(told)
    (root / "answer.json").write_text(text, encoding="utf-8")
    notes = f'echo "$@" >>"{root}/asked"; cat "{root}/answer.json"; echo "{says}" >&2; exit {code}'
    program(root / "pip-audit", notes)


def run(root: Path, registry: Registry, **settings: str) -> tuple[int, str]:
    own = {
        "PORTAL_PIP_AUDIT": str(root / "pip-audit"), "npm_config_registry": registry.address, "PORTAL_LANG": "en",
        "npm_config_cache": str(root / "cache"), "PORTAL_TODAY": "2026-11-30", "GITHUB_ACTIONS": "",
    }  # fmt: skip
    done = subprocess.run(
        ["bash", ".ci/audit"],
        cwd=root,
        env=os.environ | own | settings,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode, done.stdout


def test_nothing_is_known(project: Path, registry: Registry) -> None:
    code, said = run(project, registry)
    assert (code, said) == (
        0,
        "no advisories but accepted ones (npm-audit, python-dev, python-site)\n",
    )
    assert registry.asked == ["/-/npm/v1/security/advisories/bulk"]
    asked = (project / "asked").read_text(encoding="utf-8").splitlines()
    assert [line.split()[-1] for line in asked] == ["requirements/dev.txt", "requirements/site.txt"]
    assert all("--strict" in line and "--require-hashes" in line for line in asked)
    assert (project / "artifacts/audit/audit.txt").read_text(encoding="utf-8") == said


@pytest.mark.parametrize("needed", [True, False])
def test_signatures_are_asked_for_where_a_package_is_needed(
    project: Path, registry: Registry, needed: bool
) -> None:
    package = {"version": "1.6.0", "license": "MIT"}
    needs = {"dependencies" if needed else "devDependencies": {"pagefind": "1.6.0"}}
    there = {"": needs, "node_modules/pagefind": package | ({} if needed else {"dev": True})}
    lock = {"name": "city", "lockfileVersion": 3, "requires": True, "packages": there}
    installed = project / "node_modules" / "pagefind" / "package.json"
    installed.parent.mkdir(parents=True)
    for path, told in (
        (project / "package.json", {"name": "city", **needs}),
        (project / "package-lock.json", lock),
        (installed, {"name": "pagefind", **package}),
    ):
        path.write_text(json.dumps(told), encoding="utf-8")
    code, said = run(project, registry, npm_config_https_proxy="http://127.0.0.1:9/")
    assert code == (3 if needed else 0), said  # the keys of the signatures are out of reach here
    assert ("could not look: npm-signatures" in said) is needed


def test_an_advisory_of_each_registry_ends_it_with_1(project: Path, registry: Registry) -> None:
    registry.known = {"pagefind": [ADVISORY]}
    known = {"id": "PYSEC-1", "fix_versions": ["9"], "aliases": []}
    answer(project, {"dependencies": [{"name": "click", "version": "8", "vulns": [known]}]}, code=1)
    code, said = run(project, registry)
    assert code == 1
    first, second = said.splitlines()
    assert first.startswith("error: npm/pagefind <9.0.0: GHSA-zzzz; ")
    assert (
        second == "error: pypi/click 8: PYSEC-1; upgrade to 9 https://osv.dev/vulnerability/PYSEC-1"
    )
    code, said = run(project, registry, GITHUB_ACTIONS="true", PORTAL_LANG="zh")
    assert "::error::pypi/click 8: PYSEC-1；請升級到 9" in said


@pytest.mark.parametrize("status", [405, 503])
def test_a_registry_that_refuses_is_no_pass(project: Path, registry: Registry, status: int) -> None:
    registry.status = status
    code, said = run(project, registry)
    assert code == 3
    assert "warning: could not look: npm-audit, so nobody knows" in said


def test_no_network_is_no_pass(project: Path, registry: Registry) -> None:
    answer(project, None, "ERROR:pip_audit._cli:Could not connect to PyPI", 1)
    code, said = run(project, registry, npm_config_registry="http://127.0.0.1:9/")
    assert code == 3
    assert said.count("could not look") == 3
    assert "Could not connect to PyPI" in said


def test_a_missing_program_is_no_pass(project: Path, registry: Registry) -> None:
    code, said = run(project, registry, PORTAL_PIP_AUDIT="/nowhere/pip-audit")
    assert code == 3
    assert "could not look: python-site" in said


def test_an_old_answer_is_not_taken_for_a_new_one(project: Path, registry: Registry) -> None:
    assert run(project, registry)[0] == 0
    (project / "requirements" / "dev.txt").unlink()
    answer(project, None, "refused", 1)
    code, said = run(project, registry)
    assert code == 3
    assert "python-dev" not in said


def test_what_was_accepted_passes_and_is_told(project: Path, registry: Registry) -> None:
    registry.known = {"pagefind": [ADVISORY]}
    accepted = project / "requirements" / "advisories.yaml"
    accepted.write_text(
        "- {id: GHSA-zzzz, package: npm/pagefind, reason: not reached, accepted: 2026-11-30, until: 2027-01-31}\n",
        encoding="utf-8",
    )
    code, said = run(project, registry)
    assert code == 0
    assert "notice: npm/pagefind <9.0.0: GHSA-zzzz; accepted until 2027-01-31: not reached" in said
    assert run(project, registry, PORTAL_TODAY="2027-02-01")[0] == 1
    accepted.write_text("- {", encoding="utf-8")
    assert run(project, registry)[0] == 2


def test_a_portal_asks_about_what_is_installed(project: Path, registry: Registry) -> None:
    (project / "constraints.txt").write_text("click==8.5.1\n", encoding="utf-8")
    assert "python-installed" in run(project, registry)[1]
    installed = (project / "artifacts/audit/installed.txt").read_text(encoding="utf-8")
    assert "\nclick==" in installed
    assert "city-diplomacy-portal" not in installed


def test_no_answers_are_told(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "portal", "audit", "--lang", "en", str(tmp_path / "none")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "run bash .ci/audit" in done.stderr


def test_the_program_that_asks_is_locked_and_the_same_in_a_new_portal() -> None:
    lock = (ROOT / "requirements" / "audit.txt").read_bytes()
    assert b"\npip-audit==" in lock
    assert (ROOT / "hooks/portal/skeleton/requirements/audit.txt").read_bytes() == lock
