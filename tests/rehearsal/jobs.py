"""The jobs of ``.github/workflows/publish.yml``, run on this machine as the file says, step by step.

What GitHub does itself is done in its place: a job begins with an empty folder, checking out is a clone, an artifact
is a folder, publications stand in a queue. What needs GitHub or the network is left out, and listed below.

A hook of the forge runs ``python -m rehearsal.jobs SETTINGS``; SETTINGS is a JSON file with the fields of ``Runner``.
"""

from __future__ import annotations

import fcntl
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import yaml
from pipelines.forge import Forge, git, settings

WORKFLOW = ".github/workflows/publish.yml"
ELSEWHERE = {"pages", "next"}
"""Jobs that only GitHub can do: publish on its Pages, start another workflow."""

INSTALLS = ("bash .ci/setup", "bash .ci/sbom", "bash .ci/licenses")
"""Steps that fetch packages: a job here has them from the beginning."""

NOT_MADE = {"sbom"}
"""Artifacts of those steps."""

_EXPRESSION = re.compile(r"\$\{\{ *(.*?) *\}\}")


@dataclass(frozen=True)
class Runner:
    """What the forge knows besides the repository."""

    folder: str
    """Where the jobs work and write what they say."""
    bare: str
    target: str
    """``PORTAL_TARGET``: the folder that the host serves."""
    url: str
    """``PORTAL_URL``: where it serves it."""

    @property
    def runs(self) -> Path:
        return Path(self.folder, "runs")

    def variables(self) -> dict[str, str]:
        """The variables of the repository: the file may be changed between two runs, as somebody does in a browser."""
        path = Path(self.folder, "variables.json")
        own = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
        return {"PORTAL_TARGET": self.target, "PORTAL_URL": self.url, "PORTAL_PATIENCE": "0"} | own

    def publish(self) -> bool:
        """Run the workflow of the newest commit, when those before have ended; whether all jobs ended well."""
        self.runs.mkdir(parents=True, exist_ok=True)
        with (self.runs / "queue").open("w") as queue:
            fcntl.flock(queue, fcntl.LOCK_EX)  # concurrency: publish
            number = next(n for n in count(1) if not (self.runs / str(n)).exists())
            run = self.runs / str(number)
            (run / "artifacts").mkdir(parents=True)
            self._tell(f"{number} begins")
            workflow = yaml.safe_load(Forge(Path(self.bare)).shown(WORKFLOW))
            is_sound = _Run(self, run, workflow).all()
            self._tell(f"{number} {'has published' if is_sound else 'has failed'}")
        return is_sound

    def look(self) -> bool:
        """What the schedule does: publish if something is due; whether it was."""
        self.runs.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=self.folder) as folder:
            here, output = (
                Forge(Path(self.bare)).clone(Path(folder, "look")),
                Path(folder, "output"),
            )
            output.touch()
            for step in ("newest", "due"):
                known = self.variables() | {"GITHUB_OUTPUT": str(output)}
                command = ["bash", f".ci/{step}"]
                subprocess.run(command, cwd=here, env=settings(**known), check=True)
            is_due = "due=yes\n" in output.read_text(encoding="utf-8")
        return is_due and self.publish()

    def _tell(self, line: str) -> None:
        with (self.runs / "events").open("a", encoding="utf-8") as events:
            events.write(f"{line}\n")


class _Run:
    def __init__(self, runner: Runner, folder: Path, workflow: dict[str, Any]) -> None:
        self._runner, self._folder, self._workflow = runner, folder, workflow
        bare = Path(runner.bare)
        self._known = {
            "github.server_url": str(bare.parent),
            "github.repository": bare.stem,
        } | {f"vars.{name}": value for name, value in runner.variables().items()}

    def all(self) -> bool:
        """The jobs, each after those that it needs; none after one that failed."""
        for name, job in self._workflow["jobs"].items():
            if name not in ELSEWHERE and not self._job(name, job):
                return False
        return True

    def _job(self, name: str, job: dict[str, Any]) -> bool:
        here = self._folder / name
        here.mkdir()
        output = self._folder / f"{name}.output"
        output.touch()
        environment = self._values(self._workflow.get("env", {})) | self._values(job.get("env", {}))
        environment["GITHUB_OUTPUT"] = str(output)
        for step in job["steps"]:
            said = self._step(step, here, environment)
            if said is not None and said.returncode:
                return False
        for line in output.read_text(encoding="utf-8").splitlines():
            key, _, value = line.partition("=")
            self._known[f"needs.{name}.outputs.{key}"] = value
        return True

    def _step(
        self, step: dict[str, Any], here: Path, environment: dict[str, str]
    ) -> subprocess.CompletedProcess[str] | None:
        used, more = step.get("uses", "").partition("@")[0], step.get("with", {})
        if used == "actions/checkout":
            Forge(Path(self._runner.bare)).clone(here)
        elif used == "actions/upload-artifact":
            if more["name"] not in NOT_MADE:
                kept = self._folder / "artifacts" / more["name"]
                kept.mkdir()
                shutil.copy(here / more["path"], kept)
        elif used == "actions/download-artifact":
            shutil.copytree(self._folder / "artifacts" / more["name"], here, dirs_exist_ok=True)
        elif used:
            raise AssertionError(f"nobody knows how to do {used} here")
        elif not step["run"].startswith(INSTALLS):
            return self._said(step, here, environment)
        return None

    def _said(
        self, step: dict[str, Any], here: Path, environment: dict[str, str]
    ) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            ["bash", "-e", "-c", step["run"]],
            cwd=here,
            env=settings(**self._runner.variables())
            | environment
            | self._values(step.get("env", {})),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        with (self._folder / "log").open("a", encoding="utf-8") as log:
            log.write(f"## {step['run']}: {done.returncode}\n{done.stdout}\n")
        return done

    def _values(self, env: dict[str, Any]) -> dict[str, str]:
        """The values of ``env``, as GitHub puts them in; what it does not know is empty, and so is a secret."""
        return {name: _EXPRESSION.sub(self._value, str(value)) for name, value in env.items()}

    def _value(self, found: re.Match[str]) -> str:
        names = (name.strip() for name in found[1].split("||"))
        return next(filter(None, (self._known.get(name, "") for name in names)), "")


HOOK = """#!/bin/sh
unset $(git rev-parse --local-env-vars)
cd / && PYTHONPATH={path} exec {python} -m rehearsal.jobs {settings}
"""


def install_hook(runner: Runner) -> None:
    """Let a push start the publication, as a forge does."""
    known = Path(runner.folder, "settings.json")
    known.write_text(json.dumps(vars(runner)), encoding="utf-8")
    tests = Path(__file__).resolve().parents[1]
    hook = Path(runner.bare, "hooks", "post-receive")
    path = os.pathsep.join(map(str, (tests, tests.parent / "hooks", tests.parent)))
    hook.write_text(HOOK.format(path=path, python=sys.executable, settings=known), encoding="utf-8")
    hook.chmod(0o755)


if __name__ == "__main__":
    is_a_note = "[skip ci]" in git(
        Path((known := json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))["bare"]),
        "log", "-1", "--format=%B", "main",
    )  # fmt: skip
    if not is_a_note:
        Runner(**known).publish()
