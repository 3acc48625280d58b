"""What the pipelines promise beyond what schemas and linters know; each function names what breaks a promise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from building import ROOT

PIN = re.compile(r"\s*(?:- )?uses: (?P<action>[\w.-]+/[\w.-]+)@[0-9a-f]{40} # v\d+\.\d+\.\d+\n")
STEP = re.compile(r"(?:bash )(?P<script>\.ci/[a-z-]+)(?: [a-z]+)*")
PIPELINE = ROOT / ".gitlab/pipeline.yml"
"""Where jobs of other files have their form from."""

INPUTS = {
    "actions/checkout": {"ref", "fetch-depth", "persist-credentials"},
    "actions/upload-artifact": {
        "name", "path", "retention-days", "if-no-files-found", "compression-level", "include-hidden-files",
    },
    "actions/download-artifact": {"name"},
    "actions/deploy-pages": set(),
}  # fmt: skip
"""GitHub's own actions that are used, and what each may be told, of the inputs in ``action.yml`` at its release."""

MAY_WRITE = {
    ("publish", "pages"): {"pages", "id-token"},
    ("publish", "note"): {"contents"},
    ("publish", "next"): {"actions"},
    ("due", "start"): {"actions"},
}
"""Workflow and job, and what it alone may write."""

MAY_KNOW = {("publish", "deploy"), ("publish", "note")}
"""The jobs that get a secret of the settings, each of an environment of its own."""


class _Loader(yaml.SafeLoader):
    """YAML 1.2 as the forges read it: ``on`` is a key, not true; GitLab's tags are kept as text."""


_LIKE_BOOLEANS = "tag:yaml.org,2002:bool"
_Loader.yaml_implicit_resolvers = {
    first: [(tag, found) for tag, found in rules if tag != _LIKE_BOOLEANS]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver(_LIKE_BOOLEANS, re.compile("true|false"), list("tf"))


def read(path: Path) -> Any:
    """A workflow or a pipeline."""
    return yaml.load(path.read_text(encoding="utf-8"), _Loader)


def workflow_faults(path: Path) -> Iterator[str]:
    """What is wrong with a workflow of GitHub in the folder ``.github/workflows`` of a portal."""
    root = path.parent.parent.parent
    for line in path.read_text(encoding="utf-8").splitlines(keepends=True):
        if "uses:" in line:
            found = PIN.fullmatch(line)
            if not found:
                yield f"not pinned by its hash, with its release: {line.strip()}"
            elif found["action"] not in INPUTS:
                yield f"not among GitHub's own: {found['action']}"
    content = read(path)
    triggers = content["on"]
    if {"pull_request_target", "workflow_run", "issue_comment"} & set(triggers):
        yield "what strangers may start runs with the rights of the branch"
    if content.get("permissions") != {}:
        yield "permissions are not taken from all jobs at the top"
    if "group" not in content.get("concurrency", {}):
        yield "two runs may be under way at a time"
    yield from _job_faults(path.stem, content, root)


def _job_faults(workflow: str, content: Any, root: Path) -> Iterator[str]:
    strangers = "pull_request" in content["on"]
    for name, job in content["jobs"].items():
        where = f"{workflow}/{name}"
        permissions = job.get("permissions")
        if permissions is None:
            yield f"{where} does not say what it may do"
            continue
        writes = {scope for scope, level in permissions.items() if level == "write"}
        if writes != MAY_WRITE.get((workflow, name), set()):
            yield f"{where} may write {sorted(writes)}"
        if not 0 < job.get("timeout-minutes", 0) <= 120:
            yield f"{where} may run for hours"
        if not re.fullmatch(r"ubuntu-\d\d\.\d\d", job["runs-on"]):
            yield f"{where} runs on any version of a system"
        needed = job.get("needs", [])
        for other in [needed] if isinstance(needed, str) else needed:
            if other not in content["jobs"]:
                yield f"{where} needs {other}, which is not there"
        text = str(job)
        if ("secrets." in text) != ((workflow, name) in MAY_KNOW) or (
            strangers and ("secrets" in text or "github.token" in text)
        ):
            yield f"{where} gets a secret"
        if "secrets." in text and not job.get("environment", {}).get("name"):
            yield f"{where} takes a secret from outside of an environment"
        yield from _step_faults(where, job["steps"], root)


def _step_faults(where: str, steps: Any, root: Path) -> Iterator[str]:
    for step in steps:
        uses = step.get("uses", "")
        settings = step.get("with", {})
        action = uses.split("@")[0]
        if unknown := settings.keys() - INPUTS.get(action, settings.keys()):
            yield f"{where} tells {action} what it does not know: {sorted(unknown)}"
        if action == "actions/checkout" and settings.get("persist-credentials") is not False:
            yield f"{where} leaves a token in the checkout"
        if action == "actions/cache" or "cache" in settings:
            yield f"{where} keeps something that another run takes up"
        if action == "actions/upload-artifact" and "retention-days" not in settings:
            yield f"{where} keeps an artifact for ninety days"
        if "run" in step:
            yield from script_faults(where, step["run"], root)


def script_faults(where: str, command: str, root: Path) -> Iterator[str]:
    """What is wrong with a command: it is the call of one script that is there."""
    found = STEP.fullmatch(command)
    if not found:
        yield f"{where} has logic of its own: {command}"
    elif not (root / found["script"]).is_file():
        yield f"{where} calls {found['script']}, which is not there"


def pipeline_faults(path: Path, root: Path) -> Iterator[str]:
    """What is wrong with a pipeline of GitLab: ``.gitlab-ci.yml``, or a file in ``.gitlab/`` that it includes."""
    content = read(path)
    jobs = {
        name: job
        for name, job in content.items()
        if isinstance(job, dict) and {"script", "trigger", "extends"} & job.keys()
    }
    if "workflow" in content and "auto_cancel" not in str(content["workflow"]):
        yield f"{path.name} does not say what a newer commit ends"
    for name, job in jobs.items():
        where = f"{path.stem}/{name}"
        for command in job.get("script", []):
            yield from script_faults(where, command, root)
        for needed in job.get("needs", []):
            other = needed if isinstance(needed, str) else needed["job"]
            if other not in jobs:
                yield f"{where} needs {other}, which is not there"
        inherited = _inherited(content, job)
        if "script" in inherited:
            yield from _limit_faults(where, inherited)
        if _included(job.get("trigger", {})) and "resource_group" not in job:
            yield f"{where}: two publications may be under way at a time"
    for entry in _included(content) + [
        e for j in jobs.values() for e in _included(j.get("trigger"))
    ]:
        if not (root / entry).is_file():
            yield f"{path.name} includes {entry}, which is not there"


def _limit_faults(where: str, job: Any) -> Iterator[str]:
    """What is wrong with the surroundings of a job that runs something."""
    if "timeout" not in job:
        yield f"{where} has no limit of time"
    if {"cache", "id_tokens", "secrets"} & job.keys():
        yield f"{where} keeps something that another run takes up, or gets a token"
    if not re.fullmatch(r"[\w./-]+:[\w.-]*\d[\w.-]*", job.get("image", "")):
        yield f"{where} runs on any version of {job.get('image')}"
    if "paths" in job.get("artifacts", {}) and "expire_in" not in job["artifacts"]:
        yield f"{where} keeps artifacts for ever"


def _inherited(content: Any, job: Any) -> Any:
    """A job with what it has from those that it extends, in this file or in the pipeline beside it, and by default."""
    parent = job.get("extends")
    if parent is None:
        return content.get("default", {}) | job
    above = content.get(parent) or read(PIPELINE)[parent]
    return _inherited(content, above) | {key: job[key] for key in job if key != "extends"}


def _included(entry: Any) -> list[str]:
    given = entry.get("include", []) if isinstance(entry, dict) else []
    return [one["local"] for one in given if "local" in one]
