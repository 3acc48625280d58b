"""The workflows and pipelines keep what the project promises; each promise is tried on a spoilt copy."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from building import ROOT
from pipelines.promises import pipeline_faults, read, workflow_faults
from pipelines.spoiling import copy_pipelines, spoil

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
PIPELINES = [ROOT / ".gitlab-ci.yml", *sorted((ROOT / ".gitlab").glob("*.yml"))]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_keeps_every_promise(path: Path) -> None:
    assert list(workflow_faults(path)) == []


@pytest.mark.parametrize("path", PIPELINES, ids=lambda path: path.stem)
def test_a_pipeline_keeps_every_promise(path: Path) -> None:
    assert list(pipeline_faults(path, ROOT)) == []


def spoilt(tmp_path: Path, name: str, before: str, after: str) -> Path:
    """A copy of the project's pipelines in which one of them is another."""
    path = copy_pipelines(tmp_path) / name
    spoil(path, before, after)
    return path


CHANGE, PUBLISH = ".github/workflows/change.yml", ".github/workflows/publish.yml"


@pytest.mark.parametrize(
    ("name", "before", "after", "told"),
    [
        (CHANGE, "@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1", "@v7", "not pinned"),
        (CHANGE, " # v7.0.1", "", "not pinned"),
        (CHANGE, "uses: actions/", "uses: somebody/", "not among GitHub's own"),
        (CHANGE, "  pull_request:", "  pull_request_target:", "rights of the branch"),
        (CHANGE, "permissions: {}", "permissions: {contents: read}", "not taken from all jobs"),
        (CHANGE, "contents: read", "contents: write", "change/check may write ['contents']"),
        (CHANGE, "timeout-minutes: 10", "timeout-minutes: 360", "for hours"),
        (CHANGE, "ubuntu-24.04", "ubuntu-latest", "any version"),
        (CHANGE, "needs: check", "needs: chekc", "needs chekc"),
        (CHANGE, "persist-credentials: false", "fetch-depth: 1", "leaves a token"),
        (CHANGE, "retention-days: 14\n", "overwrite: true\n", "ninety days"),
        (CHANGE, "retention-days: 14", "retention-day: 14", "tells actions/upload-artifact"),
        (CHANGE, "bash .ci/check", "bash .ci/check && echo", "logic of its own"),
        (CHANGE, "bash .ci/check", "bash .ci/chekc", "which is not there"),
        (CHANGE, "HEAD^1", "${{ secrets.X }}", "change/compare gets a secret"),
        (CHANGE, "concurrency:", "env:", "two runs"),
        (PUBLISH, "contents: write", "contents: read", "publish/note may write []"),
        (PUBLISH, "name: note # ", "url: x # ", "publish/note takes a secret from outside"),
    ],
)
def test_a_spoilt_workflow_is_told(
    tmp_path: Path, name: str, before: str, after: str, told: str
) -> None:
    assert told in "\n".join(workflow_faults(spoilt(tmp_path, name, before, after)))


@pytest.mark.parametrize(
    ("name", "before", "after", "told"),
    [
        (
            ".gitlab-ci.yml",
            "local: .gitlab/pipeline",
            "local: .gitlab/pipelin",
            "includes .gitlab/pipelin.yml",
        ),
        (".gitlab/pipeline.yml", "needs: [check]", "needs: [chekc]", "needs chekc"),
        (".gitlab/pipeline.yml", "  resource_group: publication\n", "", "two publications"),
        (".gitlab/pipeline.yml", "bash .ci/compare", "make compare", "logic of its own"),
        (".gitlab/pipeline.yml", "image: node:22-trixie", "image: node:latest", "any version"),
        (".gitlab/pipeline.yml", "    expire_in: 2 weeks\n", "", "for ever"),
        (".gitlab/publication.yml", "  timeout: 1 hour\n", "", "no limit of time"),
        (".gitlab/publication.yml", "  auto_cancel:\n    on_new_commit: none", "  name: x", "ends"),
        (".gitlab/publication.yml", "- bash .ci/note", "- bash .ci/noted", "is not there"),
    ],
)
def test_a_spoilt_pipeline_is_told(
    tmp_path: Path, name: str, before: str, after: str, told: str
) -> None:
    path = spoilt(tmp_path, name, before, after)
    assert told in "\n".join(pipeline_faults(path, tmp_path))


def test_nothing_ends_a_publication_that_has_begun() -> None:
    publish = read(ROOT / PUBLISH)["concurrency"]
    assert publish["cancel-in-progress"] is False
    assert "${{" not in publish["group"]
    rules = read(ROOT / ".gitlab/pipeline.yml")["workflow"]["rules"]
    (of_branch,) = (rule for rule in rules if "CI_DEFAULT_BRANCH" in rule["if"])
    assert of_branch["auto_cancel"]["on_new_commit"] == "none"


def test_the_job_that_may_write_to_the_branch_runs_one_script_of_git_alone() -> None:
    steps = read(ROOT / PUBLISH)["jobs"]["note"]["steps"]
    assert [step["run"] for step in steps if "run" in step] == ["bash .ci/note"]
    assert read(ROOT / ".gitlab/publication.yml")["note"]["script"] == ["bash .ci/note"]
    script = (ROOT / ".ci/note").read_text(encoding="utf-8")
    assert not [word for word in ("portal ", "python", "npm", "make ", "source") if word in script]


def test_both_forges_take_the_same_steps() -> None:
    github = (step for path in WORKFLOWS for step in scripts(path.read_text(encoding="utf-8")))
    gitlab = (step for path in PIPELINES for step in scripts(path.read_text(encoding="utf-8")))
    differ = set(github) ^ set(gitlab)
    assert differ <= {".ci/due", ".ci/start", ".ci/timer", ".ci/programs"}


def scripts(text: str) -> list[str]:
    return [word for word in text.split() if word.startswith(".ci/") and word[4:].isalpha()]


def test_every_pin_is_in_the_table_of_where_it_was_read() -> None:
    table = (ROOT / "docs/decisions.md").read_text(encoding="utf-8")
    rows = set(
        re.findall(r"^\| (actions/[\w-]+) \| (v[\d.]+) \| `([0-9a-f]{40})` \|$", table, re.M)
    )
    used = {
        (action, release, commit)
        for path in WORKFLOWS
        for action, commit, release in re.findall(
            r"uses: (\S+)@([0-9a-f]{40}) # (v[\d.]+)", path.read_text(encoding="utf-8")
        )
    }
    assert used == rows
